//! The helpers' side of a receipt: letters of a case, and what the person is told happens next.

use actix_web::{get, post, web};
use amparo_store::CaseId;
use askama::Template;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::{self, CaseAccess};
use crate::cases::{Panel, PanelRow};
use crate::foundation::{Act, Reason, Refusal};
use crate::pages::{self, At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown, word_of};
use crate::receipts::bodies::{Letter, NewLetter, NewPersonStatus, PersonStatusView};
use crate::receipts::helpers;
use crate::receipts::model::{Direction, PersonStep};
use crate::receipts::rows;
use crate::rights::Right;
use crate::web::PageQuery;

/// A letter, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterForm {
    /// The text.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
    /// The language of the text: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub language: Option<String>,
}

/// What the person is told, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepForm {
    /// How far things are.
    pub step: PersonStep,
    /// What happens next. Short, and without names.
    #[schema(min_length = 1, max_length = 500)]
    pub text: String,
    /// The language of the text: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub language: Option<String>,
}

/// How many letters wait; they are read on a page of their own, because to see is to have read.
pub fn panel(act: &mut Act<'_>, case: &CaseAccess, t: &Frame) -> Result<Panel, Refusal> {
    let path = format!("/cases/{}/letters", case.id());
    let row = match rows::of_case(act.db(), case.id())? {
        Some(row) => {
            let unread = rows::unseen(act.db(), row.id, Direction::FromPerson)?;
            PanelRow {
                path,
                title: t.msg("case-letters-open"),
                state: t.msg1("case-letters-unread", "count", unread),
                about: String::new(),
            }
        }
        None => PanelRow {
            path,
            title: t.msg("receipt-give"),
            state: String::new(),
            about: t.msg("case-letters-no-receipt"),
        },
    };
    Ok(Panel {
        id: "letters",
        title: t.msg("case-letters"),
        rows: vec![row],
        empty: String::new(),
        behind: false,
    })
}

#[derive(Template)]
#[template(path = "cases/letters.html")]
struct LettersPage {
    t: Frame,
    case: CaseId,
    pseudonym: String,
    /// None if the case has no receipt: then there is nobody to write to.
    status: Option<PersonStatusView>,
    letters: Vec<Letter>,
    next: Option<String>,
    letter: Filled,
    step: Filled,
}

impl LettersPage {
    fn steps(&self) -> Vec<(&'static str, String)> {
        ["waiting", "read", "in_work", "closed"]
            .into_iter()
            .map(|word| (word, self.t.word("person-step", word)))
            .collect()
    }
}

/// The letters both ways. Those on the page count as read.
#[get("/cases/{id}/letters")]
async fn read_letters(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| show(act, t, *id, None, None)).await
}

/// Writes to the person.
#[post("/cases/{id}/letters")]
async fn write_letter(door: PageDoor, id: At<CaseId>, form: Form<LetterForm>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, form| show(act, t, id, Some(form), None))
        .write(move |act, given| {
            let mut typed = pages::TypedReader::default();
            let language = typed.language(given.language.as_deref(), "/language");
            let letter = typed.done(NewLetter {
                text: given.text.clone(),
                language,
            })?;
            helpers::write(act, id, &letter)?;
            Ok(Next::see(format!("/cases/{id}/letters")).said("letter-written"))
        })
        .await
}

/// The digits, shown once.
#[derive(Template)]
#[template(path = "cases/receipt.html")]
struct ReceiptPage {
    t: Frame,
    case: CaseId,
    digits: String,
}

/// Gives a receipt to somebody whose case began without an intake.
#[post("/cases/{id}/receipt")]
async fn give(door: PageDoor, id: At<CaseId>, form: Form<Nothing>) -> Page {
    let (id, t) = (*id, door.frame());
    door.form(form)
        .or_read(move |act, t, _| show(act, t, id, None, None))
        .write_with(
            |app, caller, _| helpers::prepare(app, caller),
            move |act, ready| {
                helpers::give(act, id, ready)?;
                Shown::page(&ReceiptPage {
                    t: t.clone(),
                    case: id,
                    digits: ready.digits().expose().to_owned(),
                })
                .map(Next::show)
            },
        )
        .await
}

/// For who comes back to the address of a form.
#[get("/cases/{id}/receipt")]
async fn receipt_address(door: PageDoor, id: At<CaseId>) -> Page {
    door.see(&format!("/cases/{}/letters", *id))
}

/// For who comes back to the address of the form.
#[get("/cases/{id}/step")]
async fn step_address(door: PageDoor, id: At<CaseId>) -> Page {
    door.see(&format!("/cases/{}/letters", *id))
}

/// Tells the person what happens next.
#[post("/cases/{id}/step")]
async fn tell(door: PageDoor, id: At<CaseId>, form: Form<StepForm>) -> Page {
    let (id, seen) = (*id, form.revision());
    door.form(form)
        .or_read(move |act, t, form| show(act, t, id, None, Some(form)))
        .write(move |act, given| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let mut typed = pages::TypedReader::default();
            let language = typed.language(given.language.as_deref(), "/language");
            let status = typed.done(NewPersonStatus {
                step: Some(given.step),
                text: given.text.clone(),
                language,
            })?;
            helpers::tell(act, id, seen, &status).map_err(in_words_of_the_form)?;
            Ok(Next::see(format!("/cases/{id}/letters")).said("step-told"))
        })
        .await
}

/// What a colleague told meanwhile, so that both texts stand side by side.
fn in_words_of_the_form(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::StaleRevision {
            current_tag,
            current,
            sent,
        } => Refusal::StaleRevision {
            current_tag,
            current: current.get("status").cloned().unwrap_or_default(),
            sent,
        },
        other => other,
    }
}

fn show(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    letter: Option<Filled>,
    step: Option<Filled>,
) -> Result<Shown, Refusal> {
    let after = t.asked("after");
    let page = PageQuery {
        limit: None,
        after: (!after.is_empty()).then(|| after.to_owned()),
    };
    let letters = helpers::of_case(act, id, &page)?;
    let (status, version) = match helpers::status(act, id) {
        Ok((status, version)) => (Some(status), version),
        Err(Refusal::Because(Reason::NoReceipt)) => (None, 0),
        Err(other) => return Err(other),
    };
    let case = casefile::find(act, id, Right::Read)?;
    let language = |form: Filled| match status.as_ref().and_then(|it| it.language.as_ref()) {
        Some(language) => form.with("language", t.names().language_as_typed(language)),
        None => form,
    };
    let letter = letter.unwrap_or_else(|| language(Filled::empty::<LetterForm>()));
    let step = step.unwrap_or_else(|| {
        let word = status
            .as_ref()
            .map_or_else(String::new, |it| word_of(&it.step));
        language(Filled::empty::<StepForm>())
            .with("step", word)
            .at(version)
    });
    Shown::page(&LettersPage {
        case: id,
        pseudonym: case.card.pseudonym.clone(),
        status,
        letters: letters.items,
        next: letters.next,
        letter,
        step,
        t,
    })
}

/// The pages of a case that this room fills.
pub fn case_pages(config: &mut web::ServiceConfig) {
    config
        .service(read_letters)
        .service(write_letter)
        .service(give)
        .service(receipt_address)
        .service(step_address)
        .service(tell);
}
