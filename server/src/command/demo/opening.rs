//! The opening page of a demonstration: who there is to be, and what to try in five minutes.
//!
//! What must stay true: the page exists in a demonstration only. Nobody but [`super::Demo`]
//! registers it, and it knows only the accounts of the book that the demonstration itself wrote:
//! made-up people, whose passphrases and codes may be shown. `amparo serve` has no such page, over
//! any folder; a test says so.

use actix_web::http::header;
use actix_web::middleware::Compress;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use amparo_vault::SessionToken;
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::actor::code_at;
use super::book::{Account, Book};
use crate::foundation::{Act, App, Caller, Refusal};
use crate::languages;
use crate::pages::{self, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::team::{self, SecondFactor, SignIn};

/// What to try, in this order: the message, and who does it.
const TOUR: [(&str, &str); 8] = [
    ("demo-call", "harbour.dafni"),
    ("demo-triage", "harbour.first"),
    ("demo-casework", "harbour.eleni"),
    ("demo-partner", "nomiki.stavros"),
    ("demo-directory", "harbour.ioanna"),
    ("demo-accounts", "harbour.admin"),
    ("demo-ledger", "harbour.petros"),
    ("demo-person", ""),
];

/// Whom to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DemoChoice {
    /// The login name.
    #[schema(min_length = 1, max_length = 64)]
    login: String,
}

#[derive(Template)]
#[template(path = "demo/opening.html")]
struct OpeningPage {
    t: Frame,
    form: Filled,
    stops: Vec<Stop>,
    houses: Vec<OpeningHouse>,
    receipts: Vec<String>,
}

/// One thing to try.
struct Stop {
    id: &'static str,
    who: Option<Shoes>,
}

/// One organisation and its people.
struct OpeningHouse {
    name: String,
    people: Vec<Shoes>,
}

/// Somebody to be.
struct Shoes {
    login: String,
    role: String,
    organisation: String,
    passphrase: String,
    code: String,
}

/// Registers the page, before the doors, so that it comes first.
pub fn pages(config: &mut web::ServiceConfig, book: &web::Data<Book>) {
    let tags: Vec<&str> = languages::languages()
        .iter()
        .map(|language| language.tag.as_str())
        .collect();
    let page = web::scope(&format!("/{{lang:{}}}/demo", tags.join("|")))
        .wrap(Compress::default())
        .service(opening)
        .service(enter);
    config.app_data(book.clone()).service(first).service(page);
}

/// The way in leads here instead of to the start page.
#[get("/")]
async fn first(request: HttpRequest) -> HttpResponse {
    let wishes = request.headers().get(header::ACCEPT_LANGUAGE);
    let wishes = wishes.and_then(|value| value.to_str().ok());
    let language = languages::best_for(wishes.unwrap_or_default());
    pages::see_other(&format!("/{}/demo", language.tag))
}

/// Who there is to be.
#[get("")]
async fn opening(door: PageDoor, book: web::Data<Book>) -> Page {
    door.consult(move |act, t| show(act, t, &book, Filled::empty::<DemoChoice>()))
        .await
}

/// Signs in with passphrase and code, as anybody would by hand.
#[post("")]
async fn enter(door: PageDoor, book: web::Data<Book>, form: Form<DemoChoice>) -> Page {
    let again = book.clone();
    door.form(form)
        .or_show(move |act, t, form| show(act, t, &again, form))
        .steps(move |app, caller, choice| {
            let account = book.account(&choice.login).ok_or(Refusal::NotFound)?;
            let token = match sign_in(app, account) {
                // The code counts once: whoever was just signed in waits for the next.
                Err(Refusal::WrongCredentials) => {
                    return Ok(Next::see("/demo").said("demo-wait"));
                }
                outcome => outcome?,
            };
            if matches!(caller, Caller::Member(_)) {
                app.write(caller, team::sign_out)?;
            }
            Ok(Next::see("/home").begins(token))
        })
        .await
}

fn sign_in(app: &App, account: &Account) -> Result<String, Refusal> {
    let given = SignIn {
        login: account.login.clone(),
        passphrase: account.passphrase.clone(),
    };
    let half = team::give_passphrase(app, given)?.token;
    let half = SessionToken::parse(&half).map_err(|_| Refusal::SignIn)?;
    let code = code_at(&account.totp_secret, app.clock.now())?;
    let caller = app.authenticate(half)?;
    let whole = team::give_code(app, &caller, &SecondFactor { code })?;
    Ok(whole.token)
}

fn show(act: &mut Act<'_>, t: Frame, book: &Book, form: Filled) -> Result<Shown, Refusal> {
    let shoes = |account: &Account| -> Result<Shoes, Refusal> {
        Ok(Shoes {
            login: account.login.clone(),
            role: t.word("role", &account.role),
            organisation: account.organisation.clone(),
            passphrase: account.passphrase.clone(),
            code: code_at(&account.totp_secret, act.now)?,
        })
    };
    let mut stops = Vec::new();
    for (id, login) in TOUR {
        let who = book.account(login).map(shoes).transpose()?;
        if who.is_some() || login.is_empty() {
            stops.push(Stop { id, who });
        }
    }
    let mut houses: Vec<OpeningHouse> = Vec::new();
    for account in &book.accounts {
        let person = shoes(account)?;
        match houses.last_mut() {
            Some(house) if house.name == account.organisation => house.people.push(person),
            _ => houses.push(OpeningHouse {
                name: account.organisation.clone(),
                people: vec![person],
            }),
        }
    }
    let receipts = book.receipts.iter().take(3);
    let receipts = receipts.map(|one| one.receipt.clone()).collect();
    Shown::page(&OpeningPage {
        t,
        form,
        stops,
        houses,
        receipts,
    })
}
