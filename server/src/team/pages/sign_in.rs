//! Signing in, in two steps, and the way back in with a recovery code.

use actix_web::{get, post, web};
use askama::Template;

use serde::Deserialize;
use utoipa::ToSchema;

use super::{ANOTHER, about_own, chosen, offer};
use crate::foundation::{Act, Caller, Lane, Refusal};
use crate::pages::{Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::team::model::{SecondFactor, SignIn};
use crate::team::own::{self, Recovery};
use crate::team::sign_in;

#[derive(Template)]
#[template(path = "team/sign_in.html")]
struct SignInPage {
    t: Frame,
    form: Filled,
    then: String,
}

#[derive(Template)]
#[template(path = "team/second_factor.html")]
struct SecondFactorPage {
    t: Frame,
    form: Filled,
    then: String,
}

#[derive(Template)]
#[template(path = "team/forgotten.html")]
struct ForgottenPage {
    t: Frame,
    form: Filled,
    offer: String,
}

/// The recovery code, and the words that were drawn or the member's own.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Recovering {
    #[schema(min_length = 1, max_length = 64)]
    login: String,
    #[schema(min_length = 1, max_length = 128, format = "password")]
    recovery_code: String,
    #[schema(min_length = 12, max_length = 200)]
    offered: String,
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    own: Option<String>,
}

/// Login name and passphrase.
#[get("/sign-in")]
async fn first_step(door: PageDoor) -> Page {
    if matches!(door.caller(), Caller::Member(_)) {
        return door.see("/home");
    }
    door.show(|t| {
        let (form, then) = (Filled::empty::<SignIn>(), t.asked("then").to_owned());
        Shown::page(&SignInPage { t, form, then })
    })
}

/// Checks them.
#[post("/sign-in")]
async fn give_passphrase(door: PageDoor, form: Form<SignIn>) -> Page {
    let then = form.then().unwrap_or_default().to_owned();
    let again = then.clone();
    let second = door.frame().to(with_then("/second-factor", &then));
    door.in_lane(Lane::Passphrases)
        .form(form)
        .or_show(move |_, t, form| {
            let then = again;
            Shown::page(&SignInPage { t, form, then })
        })
        .steps(move |app, _, given| {
            let signed_in = sign_in::sign_in(app, given)?;
            Ok(Next::see_exactly(second).begins(signed_in.token))
        })
        .await
}

/// The code of the authenticator.
#[get("/second-factor")]
async fn second_step(door: PageDoor) -> Page {
    match door.caller() {
        Caller::Halfway { .. } => door.show(|t| {
            let (form, then) = (Filled::empty::<SecondFactor>(), t.asked("then").to_owned());
            Shown::page(&SecondFactorPage { t, form, then })
        }),
        Caller::Member(_) => door.see("/home"),
        Caller::Visitor | Caller::Person(_) => door.see("/sign-in"),
    }
}

/// Checks it.
#[post("/second-factor")]
async fn give_code(door: PageDoor, form: Form<SecondFactor>) -> Page {
    let then = form.then().unwrap_or_default().to_owned();
    let again = then.clone();
    let home = door.frame().to("/home");
    door.form(form)
        .or_show(move |_, t, form| {
            let then = again;
            Shown::page(&SecondFactorPage { t, form, then })
        })
        .steps(move |app, caller, given| {
            let signed_in = sign_in::second_factor(app, caller, &given)?;
            let place = if then.is_empty() { home } else { then };
            Ok(Next::see_exactly(place).begins(signed_in.token))
        })
        .await
}

/// A forgotten passphrase.
#[get("/forgotten")]
async fn forgotten(door: PageDoor) -> Page {
    door.consult(|act, t| show_forgotten(act, t, Filled::empty::<Recovering>()))
        .await
}

/// The recovery code takes its place.
#[post("/forgotten")]
async fn recover(door: PageDoor, form: Form<Recovering>) -> Page {
    if form.button() == ANOTHER {
        let form = form.typed().without("offered");
        return door.consult(|act, t| show_forgotten(act, t, form)).await;
    }
    door.in_lane(Lane::Passphrases)
        .form(form)
        .or_show(show_forgotten)
        .steps(|app, _, given| {
            let given = Recovery {
                login: given.login,
                code: given.recovery_code,
                new_passphrase: chosen(given.offered, given.own),
            };
            let signed_in = own::recover(app, given)
                .map_err(|refusal| about_own(refusal, "/new_passphrase"))?;
            Ok(Next::see("/second-factor")
                .said("recovered")
                .begins(signed_in.token))
        })
        .await
}

fn show_forgotten(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let offer = offer(act, &form);
    Shown::page(&ForgottenPage { t, form, offer })
}

fn with_then(path: &str, then: &str) -> String {
    if then.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?then={then}")
    }
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(first_step)
        .service(give_passphrase)
        .service(second_step)
        .service(give_code)
        .service(forgotten)
        .service(recover);
}
