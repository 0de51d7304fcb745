//! Signing out, and leaving at once because somebody comes in.
//!
//! Leaving works in any state: it asks for no token, because a stale page must not keep anybody
//! here. Another site cannot send it: `SameSite` and the check of the origin forbid it.

use actix_web::{get, post, web};
use askama::Template;

use crate::foundation::{App, Caller, Refusal};
use crate::pages::{Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::team;

/// A page that says nothing about us.
#[derive(Template)]
#[template(path = "doors/gone.html")]
struct GonePage {
    t: Frame,
}

/// Ends the sign-in and forgets what the browser kept.
#[post("/sign-out")]
async fn sign_out(door: PageDoor, form: Form<Nothing>) -> Page {
    let then = form.then().map(ToOwned::to_owned);
    let tag = door.frame().lang().to_owned();
    door.form(form)
        .steps(move |app, caller, _| {
            end(app, caller)?;
            Ok(match then {
                // The page locked itself: the way back is kept, nothing else is.
                Some(then) => {
                    Next::see_exactly(format!("/{tag}/sign-in?said=locked&then={then}")).ends()
                }
                None => Next::see("/").said("signed-out").ends(),
            })
        })
        .await
}

/// Leaves at once.
#[post("/leave")]
async fn leave(door: PageDoor) -> Page {
    door.leave_now(end).await
}

/// Where one is after leaving.
#[get("/page")]
async fn gone(door: PageDoor) -> Page {
    door.show(|t| Shown::page(&GonePage { t }))
}

fn end(app: &App, caller: &Caller) -> Result<(), Refusal> {
    match caller {
        Caller::Visitor => Ok(()),
        Caller::Person(person) => app.consult(caller, |act| {
            team::end_token(act, &person.token);
            Ok(())
        }),
        Caller::Member(_) | Caller::Halfway { .. } => app.write(caller, team::sign_out),
    }
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(sign_out).service(leave).service(gone);
}
