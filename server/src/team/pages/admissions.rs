//! Letting newcomers in.

use actix_web::{get, post, web};
use amparo_store::AccountId;
use askama::Template;

use super::role_names;
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::team::members::MemberView;
use crate::team::{admit, members, own};

#[derive(Template)]
#[template(path = "team/admissions.html")]
struct AdmissionsPage {
    t: Frame,
    waiting: Vec<MemberView>,
    /// The twelve words that newcomer and supervisor compare.
    words: Vec<String>,
    /// Only who is certified for it can sign a newcomer in.
    may_admit: bool,
}

impl AdmissionsPage {
    fn roles(&self, member: &MemberView) -> String {
        role_names(&self.t, &member.roles).join(" · ")
    }
}

/// Who waits.
#[get("/admissions")]
async fn list_waiting(door: PageDoor) -> Page {
    door.read(show).await
}

fn show(act: &mut Act<'_>, t: Frame) -> Result<Shown, Refusal> {
    let waiting = members::waiting(act)?;
    let me = own::me(act)?;
    Shown::page(&AdmissionsPage {
        t,
        waiting,
        words: me.fingerprint,
        may_admit: me.key_administrator,
    })
}

/// Admits a newcomer as she was seen: roles that were changed in between are not let in unseen.
#[post("/admissions/{id}")]
async fn admit_one(door: PageDoor, id: At<AccountId>, form: Form<Nothing>) -> Page {
    let seen = form.revision();
    door.form(form)
        .write(move |act, _| {
            admit(act, *id, seen.ok_or(Refusal::MatchMissing)?)?;
            Ok(Next::see("/admissions").said("admitted"))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(list_waiting).service(admit_one);
}
