//! Joining with an invitation. Its code is a secret: it is typed, and never stands in an address.

use actix_web::{get, post, web};
use askama::Template;

use super::{offer, role_names};
use crate::foundation::{Act, Fault, Refusal};
use crate::pages::{self, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::team::api::members::{AcceptanceWithCode, InvitationCode};
use crate::team::invite;
use crate::team::model::{InvitationPreview, Welcome};

#[derive(Template)]
#[template(path = "team/join_code.html")]
struct CodePage {
    t: Frame,
    form: Filled,
}

#[derive(Template)]
#[template(path = "team/join.html")]
struct JoinPage {
    t: Frame,
    form: Filled,
    invitation: InvitationPreview,
    roles: Vec<String>,
    offer: String,
}

#[derive(Template)]
#[template(path = "team/welcome.html")]
struct WelcomePage {
    t: Frame,
    welcome: Welcome,
    qr: String,
}

/// Asks for the code.
#[get("/join")]
async fn ask_code(door: PageDoor) -> Page {
    door.show(|t| {
        let form = Filled::empty::<InvitationCode>();
        Shown::page(&CodePage { t, form })
    })
}

/// Shows who invites, and asks who joins.
#[post("/join")]
async fn give_code(door: PageDoor, form: Form<InvitationCode>) -> Page {
    let t = door.frame();
    door.form(form)
        .or_show(|_, t, form| Shown::page(&CodePage { t, form }))
        .steps(move |app, caller, given| {
            let form = Filled::empty::<AcceptanceWithCode>().with("code", given.code);
            app.consult(caller, |act| show_join(act, t, form))
                .map(Next::show)
                .map_err(|refusal| unknown_code(refusal, "/code"))
        })
        .await
}

/// Joins. What the newcomer takes home is shown once.
#[post("/join/accept")]
async fn accept(door: PageDoor, form: Form<AcceptanceWithCode>) -> Page {
    let t = door.frame();
    door.form(form)
        .or_show(show_join)
        .steps(move |app, _, given| {
            let AcceptanceWithCode { code, member } = given;
            let welcome = invite::accept(app, &code, member).map_err(inside_member)?;
            let qr = pages::png_data_uri(&welcome.otpauth_url)?;
            Shown::page(&WelcomePage { t, welcome, qr }).map(Next::show)
        })
        .await
}

fn show_join(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let invitation = invite::preview(act, form.value("code"))?;
    let (roles, offer) = (role_names(&t, &invitation.roles), offer(act));
    Shown::page(&JoinPage {
        t,
        form,
        invitation,
        roles,
        offer,
    })
}

/// A mistyped code is a fault of its field: whoever has none learns nothing from either.
fn unknown_code(refusal: Refusal, pointer: &str) -> Refusal {
    match refusal {
        Refusal::NotFound => Refusal::fault(pointer, "unknown_code", "is not known, or was used"),
        other => other,
    }
}

/// The room points into the member; the form holds the member and the code.
fn inside_member(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(faults) => Refusal::Invalid(
            faults
                .into_iter()
                .map(|fault| Fault {
                    pointer: format!("/member{}", fault.pointer),
                    ..fault
                })
                .collect(),
        ),
        other => other,
    }
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(ask_code).service(give_code).service(accept);
}
