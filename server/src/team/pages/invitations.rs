//! `/invitations`: asking somebody to join. The code is shown once, to whoever made it.

use actix_web::{get, post, web};
use amparo_store::InvitationId;
use askama::Template;

use super::{role_names, role_options};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::team::model::{InvitationView, NewInvitation};
use crate::team::{invite, own};

#[derive(Template)]
#[template(path = "team/invitations.html")]
struct InvitationsPage {
    t: Frame,
    form: Filled,
    roles: Vec<(String, String)>,
    invitations: Vec<InvitationLine>,
}

struct InvitationLine {
    withdraw: String,
    roles: String,
    note: String,
    until: String,
}

#[derive(Template)]
#[template(path = "team/invitation.html")]
struct InvitationPage {
    t: Frame,
    code: String,
    roles: String,
    until: String,
    mailed: bool,
    fingerprint: Vec<String>,
}

/// The invitations that can still be used, and the form for another.
#[get("/invitations")]
async fn list(door: PageDoor) -> Page {
    door.consult(|act, t| show(act, t, Filled::empty::<NewInvitation>()))
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let invitations = invite::invitations(act)?;
    let line = |it: &InvitationView| InvitationLine {
        withdraw: t.to(format!("/invitations/{}/withdraw", it.id)),
        roles: t.listed(role_names(&t, &it.roles)),
        note: it.note.clone().unwrap_or_default(),
        until: t.day(&it.expires_on),
    };
    Shown::page(&InvitationsPage {
        roles: role_options(&t),
        invitations: invitations.iter().map(line).collect(),
        form,
        t,
    })
}

/// Makes one. Its code and the words to compare are shown once.
#[post("/invitations")]
async fn make(door: PageDoor, form: Form<NewInvitation>) -> Page {
    let t = door.frame();
    door.form(form)
        .or_show(show)
        .write(move |act, given| {
            let made = invite::invite(act, given)?;
            let fingerprint = own::me(act)?.fingerprint;
            Shown::page(&InvitationPage {
                roles: t.listed(role_names(&t, &made.roles)),
                until: t.day(&made.expires_on),
                mailed: given.mail.is_some(),
                code: made.code.unwrap_or_default(),
                fingerprint,
                t: t.clone(),
            })
            .map(Next::show)
        })
        .await
}

/// Takes one back.
#[post("/invitations/{id}/withdraw")]
async fn withdraw(door: PageDoor, id: At<InvitationId>, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(move |act, _| {
            invite::withdraw(act, *id)?;
            Ok(Next::see("/invitations").said("invitation-withdrawn"))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(list).service(make).service(withdraw);
}
