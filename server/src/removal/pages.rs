//! `/removal`: one button for all that is due, and how far it has come.

use actix_web::{get, post, web};
use askama::Template;

use super::RemovalDebt;
use super::finish::{self, AT_ONCE};
use crate::foundation::{Act, Refusal};
use crate::pages::{Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::team;

#[derive(Template)]
#[template(path = "removal/removal.html")]
struct RemovalPage {
    t: Frame,
    it: RemovalDebt,
    /// How much there was at the beginning, if a part is done.
    of: usize,
    finish: String,
    /// Who can give groups new keys, if the reader cannot and it is needed.
    ask: Option<String>,
}

/// What is due.
#[get("/removal")]
async fn due(door: PageDoor) -> Page {
    door.read(|act, t| show(act, t.under("/members"))).await
}

fn show(act: &mut Act<'_>, t: Frame) -> Result<Shown, Refusal> {
    let it = finish::debt(act)?;
    let begun: usize = t.asked("of").parse().unwrap_or_default();
    let signs = act.member()?.certificate.is_some();
    let ask = if signs || it.groups.is_empty() {
        None
    } else {
        Some(t.listed(team::key_administrators(act)?))
    };
    let of = begun.max(it.left);
    Shown::page(&RemovalPage {
        finish: t.to(format!("/removal?of={of}")),
        of,
        ask,
        it,
        t,
    })
}

/// Does it, and goes on where it stopped until all is done.
#[post("/removal")]
async fn finish_it(door: PageDoor, form: Form<Nothing>) -> Page {
    let of = door.frame().asked("of").to_owned();
    door.form(form)
        .steps(move |app, caller, _| {
            let it = finish::finish(app, caller, AT_ONCE)?;
            Ok(if it.left == 0 {
                Next::see("/removal").said("removal-finished")
            } else {
                Next::see(format!("/removal?of={of}"))
            })
        })
        .await
}

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    config.service(due).service(finish_it);
}
