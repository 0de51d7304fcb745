//! The call: one page, the most pressing questions first. Drafts, handing over, the number.
//!
//! The page brings the id of its draft along from the beginning: see `drafts.rs`.

use actix_web::{get, post, web};
use amparo_store::{IntakeId, Moment};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::offered;
use super::reading::{at_fields, read};
use super::typed::Call;
use crate::foundation::{Act, App, Caller, Refusal};
use crate::intake::bodies::{NewIntake, WrittenIntake};
use crate::intake::list::{self, IntakeQuery};
use crate::intake::model::{ContactOutcome, IntakeState};
use crate::intake::priority::{PriorityReason, priority};
use crate::intake::{drafts, write};
use crate::languages::digest_of;
use crate::pages::{At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::receipts::Ready;
use crate::words::Priority;

/// A call that is being taken.
#[derive(Template)]
#[template(path = "intake/call.html")]
struct CallPage {
    t: Frame,
    form: Filled,
    /// Other drafts of one's own, with when they were last written.
    drafts: Vec<(IntakeId, Moment)>,
    /// How urgent it is as far as it is written down; only once it was kept.
    so_far: Option<(Priority, Vec<PriorityReason>)>,
    /// The draft that is gone on with.
    kept: Option<(IntakeId, Moment)>,
}

/// What was handed over, and the number to come back with.
#[derive(Template)]
#[template(path = "intake/handed_over.html")]
struct HandedOverPage {
    t: Frame,
    written: WrittenIntake,
    groups: Vec<String>,
    /// What the number looks like when somebody types it back, in any common script.
    pattern: String,
    /// There is none because the line may be recorded.
    withheld: bool,
}

impl CallPage {
    fn offered<'a>(&self, list: &str, words: impl AsRef<[&'a str]>) -> Vec<(String, String)> {
        offered::options(&self.t, list, words.as_ref())
    }

    fn needs(&self) -> Vec<(String, String)> {
        offered::needs(&self.t)
    }

    fn languages(&self) -> Vec<String> {
        offered::languages(&self.t)
    }

    fn countries(&self) -> Vec<String> {
        offered::countries(&self.t)
    }

    fn so_far_said(&self) -> Option<(&'static str, Vec<String>)> {
        let (so_far, reasons) = self.so_far.as_ref()?;
        let reasons = reasons.iter().map(|it| offered::reason(&self.t, it));
        Some((offered::priority_word(*so_far), reasons.collect()))
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn discard_path(&self, id: &IntakeId) -> String {
        format!("/intake/{id}/discard")
    }
}

impl HandedOverPage {
    /// No number, because the line may be recorded.
    fn is_withheld(&self) -> bool {
        self.withheld
    }

    fn priority(&self) -> &'static str {
        offered::priority_word(self.written.priority)
    }

    fn reasons(&self) -> Vec<String> {
        let reasons = self.written.reasons.iter();
        reasons.map(|it| offered::reason(&self.t, it)).collect()
    }
}

/// A new call.
#[get("/intake")]
async fn new_call(door: PageDoor) -> Page {
    door.read(|act, t| {
        let draft = drafts::fresh_id(act)?;
        let form = Filled::of::<Call>(&Call::new(draft))?;
        show(act, t, form)
    })
    .await
}

/// Hands it over.
#[post("/intake")]
async fn hand_over(door: PageDoor, form: Form<Call>) -> Page {
    let t = door.frame();
    let script = script_version(&t);
    door.form(form)
        .or_read(show)
        .write_with(
            move |app, caller, call| ready_to_hand_over(app, caller, &call, &script),
            move |act, (draft, new, ready)| {
                let id = id_of(act, *draft)?;
                let written = drafts::hand_over(act, id, new, ready.as_ref()).map_err(at_fields)?;
                told(t.clone(), new, written)
            },
        )
        .await
}

type ToHandOver = (Uuid, NewIntake, Option<Ready>);

fn ready_to_hand_over(
    app: &App,
    caller: &Caller,
    call: &Call,
    script: &str,
) -> Result<ToHandOver, Refusal> {
    let new = read(call, script).whole()?;
    let ready = write::prepare(app, caller, &new.intake, true, new.receipt)?;
    Ok((call.draft, new, ready))
}

/// The id that the page brought along; a new one if it brought none.
fn id_of(act: &mut Act<'_>, draft: Uuid) -> Result<IntakeId, Refusal> {
    match draft.is_nil() {
        true => drafts::fresh_id(act),
        false => Ok(IntakeId::from_uuid(draft)),
    }
}

/// What is said next. A contact that needs nothing more leads to the next call.
fn told(t: Frame, new: &NewIntake, written: WrittenIntake) -> Result<Next, Refusal> {
    if new.intake.outcome.needs_nothing_more() {
        return Ok(Next::see("/intake").said("contact-logged"));
    }
    let digits = written.receipt.as_deref().unwrap_or_default();
    let groups = digits.split_whitespace().map(ToOwned::to_owned).collect();
    let pattern = typed_back(digits);
    let page = HandedOverPage {
        t,
        written,
        groups,
        pattern,
        withheld: new.receipt.is_withheld(&new.intake),
    };
    Shown::page(&page).map(Next::show)
}

/// Keeps a draft: for the button, and for the script that saves while one types.
#[post("/intake/draft")]
async fn keep_draft(door: PageDoor, form: Form<Call>) -> Page {
    let by_script = form.button() == "autosave";
    let script = script_version(&door.frame());
    door.form(form)
        .or_read(show)
        .write(move |act, call| {
            let id = id_of(act, call.draft)?;
            let intake = read(call, &script).new.intake;
            drafts::keep(act, id, &intake, serde_json::to_value(call)?)?;
            Ok(match by_script {
                true => Next::nothing(),
                false => Next::see(format!("/intake/{id}")).said("draft-kept"),
            })
        })
        .await
}

/// A contact that was nothing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LoggedContact {
    /// What it was.
    outcome: ContactOutcome,
}

/// Logs a contact of which nothing is written down.
#[post("/intake/log")]
async fn log_contact(door: PageDoor, form: Form<LoggedContact>) -> Page {
    let script = script_version(&door.frame());
    door.form(form)
        .or_read(|act, t, _| {
            let draft = drafts::fresh_id(act)?;
            show(act, t, Filled::of::<Call>(&Call::new(draft))?)
        })
        .write(move |act, given| {
            let id = IntakeId::from_uuid(act.fresh_id());
            let mut new = read(&Call::new(id), &script).new;
            new.intake.outcome = given.outcome;
            write::create(act, &new, None)?;
            Ok(Next::see("/intake").said("contact-logged"))
        })
        .await
}

/// Goes on with a draft.
#[get("/intake/{id}")]
async fn go_on(door: PageDoor, id: At<IntakeId>) -> Page {
    door.read(move |act, t| {
        let own = drafts::own(act, *id)?;
        let call = match own.typed.clone().map(serde_json::from_value) {
            Some(Ok(call)) => call,
            // Written by a program, or by an earlier version of the page.
            Some(Err(_)) | None => Call::of(*id, &own.intake, t.names()),
        };
        let mut page = page(act, t, Filled::of::<Call>(&call)?)?;
        page.so_far = Some(priority(&own.intake, act.now.to_day()));
        page.kept = Some((*id, own.at));
        Shown::page(&page)
    })
    .await
}

/// Deletes a draft.
#[post("/intake/{id}/discard")]
async fn discard(door: PageDoor, id: At<IntakeId>, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(move |act, _| {
            drafts::discard(act, *id)?;
            Ok(Next::see("/intake").said("draft-discarded"))
        })
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    Shown::page(&page(act, t, form)?)
}

fn page(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<CallPage, Refusal> {
    let query = IntakeQuery {
        state: Some(IntakeState::Draft),
        limit: Some(20),
        after: None,
    };
    let drafts = list::list(act, &query)?
        .items
        .into_iter()
        .filter(|item| item.id.to_string() != form.value("draft"))
        .map(|item| (item.id, item.since))
        .collect();
    Ok(CallPage {
        t,
        form,
        drafts,
        so_far: None,
        kept: None,
    })
}

/// Which version of the text was read aloud, and in which language the page has it.
fn script_version(t: &Frame) -> String {
    let tag = if t.is_native("call-script") {
        t.lang()
    } else {
        "en"
    };
    format!("{tag}-{}", digest_of(&t.msg("call-script")))
}

/// The digits one after the other, with spaces and hyphens anywhere.
fn typed_back(digits: &str) -> String {
    let one = |digit: char| {
        let value = digit.to_digit(10).unwrap_or_default();
        let same: String = ZEROS
            .iter()
            .filter_map(|zero| char::from_u32(u32::from(*zero) + value))
            .collect();
        format!("[{digit}{same}]{BETWEEN}")
    };
    let all: String = digits
        .chars()
        .filter(char::is_ascii_digit)
        .map(one)
        .collect();
    if all.is_empty() {
        all
    } else {
        format!("{BETWEEN}{all}")
    }
}

/// What may stand between two digits, as the `pattern` of a field takes it.
const BETWEEN: &str = r"[\s\-]*";

/// Where the digits of the scripts begin that people on the telephone type.
const ZEROS: [char; 4] = ['\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}'];

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(new_call)
        .service(hand_over)
        .service(keep_draft)
        .service(log_contact)
        .service(go_on)
        .service(discard);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_typed_back_is_told_from_another() {
        let pattern = typed_back("482 913");
        assert!(pattern.starts_with("[\\s\\-]*[4\u{0664}\u{06F4}"));
        assert_eq!(pattern.matches(BETWEEN).count(), 7);
        assert_eq!(typed_back(""), "");
    }
}
