//! The person's pages: entering the number, what happens next, letters, who has seen the file, stop
//! sharing, delete.
//!
//! For somebody frightened, on an old telephone, perhaps with somebody behind: few words, no names,
//! titles that say nothing. A number that is wrong is told from one that exists by nobody.

use actix_web::{get, post, web};
use amparo_store::Position;
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::foundation::{Act, Caller, Lane, Refusal};
use crate::languages::english_text;
use crate::pages::{Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::receipts::bodies::{
    ErasureWish, NewLetter, PersonLetter, PersonLook, ReceiptSignIn, ReceiptView,
};
use crate::receipts::model::{PersonStep, SeenPart};
use crate::receipts::{letters, looks, person, sessions};
use crate::web::PageQuery;
use crate::words::Language;

/// Letters on the first page; earlier ones have a page of their own.
const RECENT: i64 = 20;

/// The number as it is typed. Unlike a passphrase it is shown again, so that one wrong digit out of
/// eighteen need not be looked for in an empty field.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnNumber {
    /// The 18 digits, in any common script.
    #[schema(min_length = 1, max_length = 200)]
    receipt: String,
}

/// A letter of the person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnLetter {
    /// The text.
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
}

impl From<&OwnLetter> for NewLetter {
    fn from(own: &OwnLetter) -> Self {
        Self {
            text: own.text.clone(),
            language: None,
        }
    }
}

#[derive(Template)]
#[template(path = "receipts/number.html")]
struct NumberPage {
    t: Frame,
    form: Filled,
}

#[derive(Template)]
#[template(path = "receipts/status.html")]
struct StatusPage {
    t: Frame,
    form: Filled,
    view: ReceiptView,
    letters: Vec<PersonLetter>,
    has_earlier: bool,
    looks: Vec<PersonLook>,
}

impl StatusPage {
    fn step(&self) -> &'static str {
        match self.view.step {
            PersonStep::Waiting => "waiting",
            PersonStep::Read => "read",
            PersonStep::InWork => "in_work",
            PersonStep::Closed => "closed",
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn part(&self, look: &PersonLook) -> &'static str {
        match look.part {
            SeenPart::Report => "report",
            SeenPart::Notice => "notice",
            SeenPart::Packet => "packet",
        }
    }
}

#[derive(Template)]
#[template(path = "receipts/letters.html")]
struct LettersPage {
    t: Frame,
    letters: Vec<PersonLetter>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "receipts/stop_sharing.html")]
struct StopPage {
    t: Frame,
    stopped: bool,
}

#[derive(Template)]
#[template(path = "receipts/erase.html")]
struct ErasePage {
    t: Frame,
    form: Filled,
    in_a_case: bool,
}

/// Asks for the number.
#[get("/number")]
async fn number(door: PageDoor) -> Page {
    if is_back(&door) {
        return door.see("/status");
    }
    door.show(|t| ask_number(t, Filled::empty::<OwnNumber>()))
}

/// Comes back with it.
#[post("/number")]
async fn come_back(door: PageDoor, form: Form<OwnNumber>) -> Page {
    door.in_lane(Lane::Receipts)
        .form(form)
        .or_show(|_, t, form| ask_number(t, form))
        .steps(|app, _, OwnNumber { receipt }| {
            let given = ReceiptSignIn { receipt };
            let session = sessions::sign_in(app, &given).map_err(in_plain_words)?;
            Ok(Next::see("/status").begins(session.token))
        })
        .await
}

fn ask_number(t: Frame, form: Filled) -> Result<Shown, Refusal> {
    Shown::page(&NumberPage { t, form })
}

/// The same words for a number that never was and one that is gone.
fn in_plain_words(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::WrongCredentials => Refusal::fault("/receipt", "unknown_number", "opens nothing"),
        other => other,
    }
}

/// What happens next, letters, who has seen the file, and what the person may decide.
#[get("/status")]
async fn status(door: PageDoor) -> Page {
    if is_nobody(&door) {
        return door.see("/number");
    }
    door.read(|act, t| show_status(act, t, Filled::empty::<OwnLetter>()))
        .await
}

fn show_status(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let view = person::current(act)?;
    let own = person::own(act)?;
    let earlier = letters::before_newest(act, &own, RECENT)?;
    let recent = PageQuery {
        limit: None,
        after: Some(earlier.to_string()),
    };
    let letters = letters::own(act, &recent)?.items;
    let looks = looks::own(act)?.items;
    Shown::page(&StatusPage {
        t,
        form,
        view,
        has_earlier: earlier > Position::NONE,
        letters,
        looks,
    })
}

/// Writes back.
#[post("/status")]
async fn write_back(door: PageDoor, form: Form<OwnLetter>) -> Page {
    door.form(form)
        .or_read(show_status)
        .write(|act, own| {
            letters::write_back(act, &own.into())?;
            Ok(Next::see("/status#letters").said("my-letter-sent"))
        })
        .await
}

/// Every letter, oldest first.
#[get("/status/letters")]
async fn all_letters(door: PageDoor, page: web::Query<LettersQuery>) -> Page {
    if is_nobody(&door) {
        return door.see("/number");
    }
    let page = PageQuery {
        limit: None,
        after: page.into_inner().after,
    };
    door.read(move |act, t| {
        let listing = letters::own(act, &page)?;
        Shown::page(&LettersPage {
            t,
            letters: listing.items,
            next: listing.next,
        })
    })
    .await
}

/// From which letter on.
#[derive(Debug, Deserialize)]
struct LettersQuery {
    after: Option<String>,
}

/// Tells the helpers that it is safer not to write or call now.
#[post("/status/no-contact")]
async fn no_contact(door: PageDoor, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(|act, _| {
            let letter = NewLetter {
                text: english_text("my-no-contact-letter"),
                language: Language::parse("eng"),
            };
            letters::write_back(act, &letter)?;
            person::stop_contact(act)?;
            Ok(Next::see("/status").said("no-contact"))
        })
        .await
}

/// It is safe again.
#[post("/status/contact-again")]
async fn contact_again(door: PageDoor, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(|act, _| {
            person::contact_again(act)?;
            Ok(Next::see("/status").said("contact-again"))
        })
        .await
}

/// What it means to stop sharing.
#[get("/status/sharing")]
async fn sharing(door: PageDoor) -> Page {
    if is_nobody(&door) {
        return door.see("/number");
    }
    door.read(|act, t| {
        let stopped = person::current(act)?.sharing_stopped;
        Shown::page(&StopPage { t, stopped })
    })
    .await
}

/// Stops it.
#[post("/status/sharing")]
async fn stop_sharing(door: PageDoor, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(|act, _| {
            person::stop_sharing(act)?;
            Ok(Next::see("/status").said("sharing-stopped"))
        })
        .await
}

/// Lets it go on again.
#[post("/status/sharing/again")]
async fn share_again(door: PageDoor, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(|act, _| {
            person::share_again(act)?;
            Ok(Next::see("/status").said("sharing-again"))
        })
        .await
}

/// What it means to delete everything.
#[get("/status/delete")]
async fn delete(door: PageDoor) -> Page {
    if is_nobody(&door) {
        return door.see("/number");
    }
    door.read(|act, t| show_erase(act, t, Filled::empty::<ErasureWish>()))
        .await
}

fn show_erase(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    person::current(act)?;
    let in_a_case = act.person()?.case.is_some();
    Shown::page(&ErasePage { t, form, in_a_case })
}

/// Deletes it, or asks for it where others work on a case.
#[post("/status/delete")]
async fn erase(door: PageDoor, form: Form<ErasureWish>) -> Page {
    door.form(form)
        .or_read(show_erase)
        .write(|act, wish| {
            let answer = person::erase(act, wish)?;
            Ok(if answer.erased {
                Next::see("/number").said("report-deleted").ends()
            } else {
                Next::see("/status").said("erasure-asked")
            })
        })
        .await
}

fn is_back(door: &PageDoor) -> bool {
    matches!(door.caller(), Caller::Person(_))
}

/// Somebody who never entered a number is asked for it; whose time ran out is told so.
fn is_nobody(door: &PageDoor) -> bool {
    !is_back(door) && !door.frame().has_lapsed()
}

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    config
        .service(number)
        .service(come_back)
        .service(status)
        .service(write_back)
        .service(all_letters)
        .service(no_contact)
        .service(contact_again)
        .service(sharing)
        .service(stop_sharing)
        .service(share_again)
        .service(delete)
        .service(erase);
}
