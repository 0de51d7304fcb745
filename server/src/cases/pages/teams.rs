//! Taking somebody out of a team, and changing a team's key. These pages stand here because the
//! keys of its cases change with it; the list of teams is in `team`.

use actix_web::{get, post, web};
use amparo_store::{AccountId, GroupId};
use askama::Template;

use crate::cases::rotate::{self, Rotation};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::team;

#[derive(Template)]
#[template(path = "cases/team_leave.html")]
struct LeavePage {
    t: Frame,
    name: String,
    back: String,
}

#[derive(Template)]
#[template(path = "cases/team_rotation.html")]
struct RotationPage {
    t: Frame,
    it: Rotation,
    back: String,
    rotate: String,
}

/// Asks whether somebody shall really leave.
#[get("/teams/{id}/members/{account}/leave")]
async fn ask_leave(door: PageDoor, at: At<(GroupId, AccountId)>) -> Page {
    let (id, account) = *at;
    door.read(move |act, t| {
        // Whoever reads this is told how much will change: that look is on record.
        rotate::debt(act, id)?;
        let named = team::names(act, &[account])?;
        let (_, name, _) = named.into_iter().next().ok_or(Refusal::NotFound)?;
        let back = t.to(format!("/teams/{id}"));
        Shown::page(&LeavePage { t, name, back })
    })
    .await
}

/// Takes her out.
#[post("/teams/{id}/members/{account}/leave")]
async fn leave(door: PageDoor, at: At<(GroupId, AccountId)>, form: Form<Nothing>) -> Page {
    let (id, account) = *at;
    door.form(form)
        .steps(move |app, caller, _| {
            let done = rotate::leave(app, caller, id, account)?;
            Ok(after(id, &done, "team-left"))
        })
        .await
}

/// How far the change of a team's key has come.
#[get("/teams/{id}/rotation")]
async fn rotation(door: PageDoor, id: At<GroupId>) -> Page {
    door.read(move |act, t| show(act, t, *id)).await
}

fn show(act: &mut Act<'_>, t: Frame, id: GroupId) -> Result<Shown, Refusal> {
    let it = rotate::debt(act, id)?;
    Shown::page(&RotationPage {
        back: t.to(format!("/teams/{id}")),
        rotate: t.to(format!("/teams/{id}/rotate")),
        it,
        t,
    })
}

/// A new key for the team and for every case it can open.
#[post("/teams/{id}/rotate")]
async fn rotate_one(door: PageDoor, id: At<GroupId>, form: Form<Nothing>) -> Page {
    door.form(form)
        .steps(move |app, caller, _| {
            let done = rotate::rotate(app, caller, *id)?;
            Ok(after(*id, &done, "team-rotated"))
        })
        .await
}

/// Changes the keys of the cases that an earlier change left behind.
#[post("/teams/{id}/rotation")]
async fn finish(door: PageDoor, id: At<GroupId>, form: Form<Nothing>) -> Page {
    door.form(form)
        .steps(move |app, caller, _| {
            let done = rotate::finish(app, caller, *id)?;
            Ok(after(*id, &done, "team-rotated"))
        })
        .await
}

/// Cases that are left behind are not passed over in silence.
fn after(id: GroupId, done: &Rotation, said: &str) -> Next {
    if done.left == 0 {
        Next::see(format!("/teams/{id}")).said(said)
    } else {
        Next::see(format!("/teams/{id}/rotation"))
    }
}

/// The pages.
pub fn team_pages(config: &mut web::ServiceConfig) {
    config
        .service(ask_leave)
        .service(leave)
        .service(rotation)
        .service(rotate_one)
        .service(finish);
}
