//! How it is safe to reach somebody: the rule first, then the numbers, and the look is on record.
//! Where nobody may contact her, the numbers stand behind a reason.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Day, RecordId};
use askama::Template;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::form::{CaseHeader, places};
use super::people::some;
use super::record_form::RecordForm as _;
use super::{records, words};
use crate::cases::people::{self, ContactAnyway};
use crate::foundation::{Act, Reason, Refusal};
use crate::pages::{self, At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::people::{Channel, ContactStop, ContactView, Person, SafeContact};
use crate::words::YesNoUnknown;

/// What somebody else saved stands on the page itself, above the form.
fn stands_above(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::StaleRevision {
            current_tag, sent, ..
        } => Refusal::StaleRevision {
            current_tag,
            current: Value::Null,
            sent,
        },
        other => other,
    }
}

/// How it is safe to reach somebody, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    /// Whether she may be called back at all.
    #[serde(default)]
    pub safe_to_call_back: YesNoUnknown,
    /// Why nobody may contact her at all; nothing if the rest decides.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub stop_because: Option<String>,
    /// The last day on which that holds.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub stop_until: Option<Day>,
    /// When.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub hours: Option<String>,
    /// What to say so that she knows who calls.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub code_word: Option<String>,
    /// Whether a message may be left.
    #[serde(default)]
    pub voicemail: YesNoUnknown,
    /// People and numbers that must never be contacted, one on a line.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub never_contact: Option<String>,
    /// What else to take care of.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: String,
    /// The ways to reach her, safest first.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub channels: Vec<Channel>,
}

impl ContactForm {
    fn of(contact: &ContactView) -> Self {
        let rule = contact.before_you_call.clone();
        Self {
            safe_to_call_back: rule.safe_to_call_back,
            stop_because: rule.stop.as_ref().map(|it| it.because.clone()),
            stop_until: rule.stop.and_then(|it| it.until),
            hours: rule.hours,
            code_word: rule.code_word,
            voicemail: rule.voicemail,
            never_contact: some(rule.never_contact.join("\n")),
            note: rule.note,
            channels: contact.channels.clone(),
        }
    }

    fn read(&self) -> SafeContact {
        let because = self.stop_because.as_deref().map(str::trim);
        let because = because.filter(|it| !it.is_empty());
        SafeContact {
            stop: because.map(|because| ContactStop {
                because: because.to_owned(),
                until: self.stop_until,
            }),
            safe_to_call_back: self.safe_to_call_back,
            hours: self.hours.clone(),
            code_word: self.code_word.clone(),
            voicemail: self.voicemail,
            never_contact: pages::lines_of(self.never_contact.as_deref()),
            note: self.note.clone(),
            channels: self.channels.clone(),
        }
    }
}

/// How to reach somebody, and the form that changes it.
#[derive(Template)]
#[template(path = "cases/contact.html")]
struct ContactPage {
    t: Frame,
    head: CaseHeader,
    record: RecordId,
    name: String,
    contact: ContactView,
    form: Filled,
}

impl ContactPage {
    fn places(&self) -> Vec<usize> {
        places(&self.form, "channels")
    }

    fn options(&self, list: &str) -> Vec<(&'static str, String)> {
        words::options(&self.t, list)
    }
}

/// Nobody may contact her: the numbers stand behind a reason.
#[derive(Template)]
#[template(path = "cases/contact_stopped.html")]
struct StoppedPage {
    t: Frame,
    head: CaseHeader,
    record: RecordId,
    name: String,
    /// She said so herself, with the receipt.
    by_person: bool,
    /// A colleague wrote it down.
    stop: Option<ContactStop>,
    form: Filled,
}

/// The rule, then the numbers. Asking for the page is the look, and it is on record.
#[get("/cases/{id}/people/{record}/contact")]
async fn look_at_contact(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    let (case, record) = *at;
    door.read(move |act, t| {
        let form = Filled::empty::<ContactAnyway>();
        match show_stopped(act, &t, case, record, form)? {
            Some(shown) => Ok(shown),
            None => show_contact(act, t, case, record, None, None),
        }
    })
    .await
}

/// The numbers of somebody whom nobody may contact, against a reason.
#[post("/cases/{id}/people/{record}/contact/anyway")]
async fn look_anyway(
    door: PageDoor,
    at: At<(CaseId, RecordId)>,
    form: Form<ContactAnyway>,
) -> Page {
    let ((case, record), t) = (*at, door.frame());
    door.form(form)
        .or_read(move |act, t, form| {
            let shown = show_stopped(act, &t, case, record, form)?;
            shown.ok_or(Refusal::NotFound)
        })
        .look(move |act, asked| {
            let because = Some(asked.because.trim());
            show_contact(act, t, case, record, None, because)
        })
        .await
}

/// The page that asks for a reason, if nobody may contact her.
fn show_stopped(
    act: &mut Act<'_>,
    t: &Frame,
    id: CaseId,
    record: RecordId,
    form: Filled,
) -> Result<Option<Shown>, Refusal> {
    let (case, file) = records::open(act, id)?;
    let person = file.one::<Person>(record)?.body;
    let (by_person, today) = (file.contact_stopped(), act.now.to_day());
    if !by_person && !person.safe_contact.is_stopped(today) {
        return Ok(None);
    }
    Shown::page(&StoppedPage {
        t: t.clone(),
        head: CaseHeader::of(&case),
        record,
        name: person.name().unwrap_or_default().to_owned(),
        by_person,
        stop: person.safe_contact.stop,
        form,
    })
    .map(Some)
}

/// Changes how to reach her. Whoever does has just seen what she replaces.
#[post("/cases/{id}/people/{record}/contact")]
async fn change_contact(
    door: PageDoor,
    at: At<(CaseId, RecordId)>,
    form: Form<ContactForm>,
) -> Page {
    let (seen, (id, record)) = (form.revision(), *at);
    door.form(form)
        .or_read(move |act, t, form| show_contact(act, t, id, record, Some(form), None))
        .write(move |act, typed| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let changes = json!({ "safe_contact": typed.read() });
            Person::change(act, id, record, seen, &serde_json::from_value(changes)?)
                .map_err(stands_above)?;
            Ok(Next::see(format!("/cases/{id}#people")).said("changed"))
        })
        .await
}

fn show_contact(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    record: RecordId,
    form: Option<Filled>,
    because: Option<&str>,
) -> Result<Shown, Refusal> {
    let (case, file) = records::open(act, id)?;
    let kept = file.one::<Person>(record)?;
    let contact = match people::contact(act, case.id(), record, because) {
        // A form that was refused comes back with its words, and without the numbers on file.
        Err(Refusal::Because(Reason::ContactStopped)) if form.is_some() => ContactView {
            channels: Vec::new(),
            ..ContactView::new(kept.body.safe_contact.clone())
        },
        other => other?,
    };
    let form = match form {
        Some(form) => form,
        None => Filled::of::<ContactForm>(&ContactForm::of(&contact))?.at(kept.version),
    };
    Shown::page(&ContactPage {
        name: kept.body.name().unwrap_or_default().to_owned(),
        head: CaseHeader::of(&case),
        record,
        t,
        contact,
        form,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(look_at_contact)
        .service(look_anyway)
        .service(change_contact);
}
