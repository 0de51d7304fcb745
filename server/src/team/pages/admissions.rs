//! Letting newcomers in: who waits, and the call in which each reads out the words of her keys.

use actix_web::{get, post, web};
use amparo_store::AccountId;
use askama::Template;

use super::role_names;
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::team::members::MemberView;
use crate::team::model::Admission;
use crate::team::{admit, members, own};

#[derive(Template)]
#[template(path = "team/admissions.html")]
struct AdmissionsPage {
    t: Frame,
    waiting: Vec<MemberView>,
    /// Only who is certified for it can sign a newcomer in.
    may_admit: bool,
}

impl AdmissionsPage {
    fn roles(&self, member: &MemberView) -> String {
        role_names(&self.t, &member.roles).join(" · ")
    }
}

#[derive(Template)]
#[template(path = "team/admission.html")]
struct AdmissionPage {
    t: Frame,
    form: Filled,
    it: MemberView,
    roles: String,
    /// The twelve words of the organisation, which the newcomer compares in the same call.
    words: Vec<String>,
    /// For each word that she reads out a few to choose from.
    choices: Vec<Vec<&'static str>>,
}

/// Who waits.
#[get("/admissions")]
async fn list_waiting(door: PageDoor) -> Page {
    door.read(|act, t| {
        let waiting = members::waiting(act)?;
        let may_admit = act.member()?.certificate.is_some();
        Shown::page(&AdmissionsPage {
            t,
            waiting,
            may_admit,
        })
    })
    .await
}

/// One of them, with the words to listen for.
#[get("/admissions/{id}")]
async fn one_waiting(door: PageDoor, id: At<AccountId>) -> Page {
    door.read(move |act, t| show(act, t, Filled::empty::<Admission>(), *id))
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled, id: AccountId) -> Result<Shown, Refusal> {
    let choices = admit::choices(act, id)?;
    let it = members::one(act, id)?;
    // As she is seen now: roles that are changed from here on are not let in unseen.
    let form = form.at(it.revision);
    Shown::page(&AdmissionPage {
        roles: t.listed(role_names(&t, &it.roles)),
        words: own::me(act)?.fingerprint,
        t,
        form,
        it,
        choices,
    })
}

/// Admits her with the words that were heard.
#[post("/admissions/{id}")]
async fn admit_one(door: PageDoor, id: At<AccountId>, form: Form<Admission>) -> Page {
    let seen = form.revision();
    let id = *id;
    door.form(form)
        .or_read(move |act, t, form| show(act, t, form, id))
        .write_with(
            move |app, caller, heard| {
                admit::listen(app, caller, id, &heard)?;
                Ok(heard)
            },
            move |act, heard| {
                admit(act, id, seen.ok_or(Refusal::MatchMissing)?, heard)?;
                Ok(Next::see("/admissions").said("admitted"))
            },
        )
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(list_waiting)
        .service(one_waiting)
        .service(admit_one);
}
