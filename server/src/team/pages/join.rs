//! Joining with an invitation. Its code is a secret: it is typed, and never stands in an address.

use actix_web::{get, post, web};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ANOTHER, about_own, chosen, offer, role_names};
use crate::foundation::{Act, Lane, Refusal};
use crate::pages::{self, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::team::api::members::InvitationCode;
use crate::team::invite;
use crate::team::model::{Acceptance, InvitationPreview, Welcome};

/// What a newcomer fills in. The six words that were drawn for her come along.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Joining {
    #[schema(min_length = 1, max_length = 200)]
    code: String,
    #[schema(min_length = 1, max_length = 120)]
    display_name: String,
    #[schema(min_length = 3, max_length = 64, pattern = "^[a-z0-9][a-z0-9._-]*$")]
    login: String,
    #[schema(min_length = 12, max_length = 200)]
    offered: String,
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    own: Option<String>,
}

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
            let form = Filled::empty::<Joining>().with("code", given.code);
            app.consult(caller, |act| show_join(act, t, form))
                .map(Next::show)
                .map_err(|refusal| unknown_code(refusal, "/code"))
        })
        .await
}

/// Joins. What the newcomer takes home is shown once.
#[post("/join/accept")]
async fn accept(door: PageDoor, form: Form<Joining>) -> Page {
    let t = door.frame();
    if form.button() == ANOTHER {
        let form = form.typed().without("offered");
        return door.consult(|act, t| show_join(act, t, form)).await;
    }
    door.in_lane(Lane::Passphrases)
        .form(form)
        .or_show(show_join)
        .steps(move |app, _, given| {
            let member = Acceptance {
                login: given.login,
                display_name: given.display_name,
                passphrase: chosen(given.offered, given.own),
            };
            let welcome = invite::accept(app, &given.code, member)
                .map_err(|refusal| about_own(refusal, "/passphrase"))?;
            let qr = pages::png_data_uri(&welcome.otpauth_url)?;
            Shown::page(&WelcomePage { t, welcome, qr }).map(Next::show)
        })
        .await
}

fn show_join(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let invitation = invite::preview(act, form.value("code"))?;
    let (roles, offer) = (role_names(&t, &invitation.roles), offer(act, &form));
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

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(ask_code).service(give_code).service(accept);
}
