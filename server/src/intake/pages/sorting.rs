//! What becomes of an intake: taken, a case, part of a case, or nothing more.

use actix_web::{post, web};
use amparo_store::IntakeId;

use super::look::{Forms, show, show_with};
use crate::cases;
use crate::foundation::Refusal;
use crate::intake::bodies::{CaseFromIntake, IntakeClosing, LinkIntake};
use crate::intake::{become_case, triage};
use crate::pages::{At, Filled, Form, Next, Nothing, Page, PageDoor};

/// Looks into it. Colleagues see who does.
#[post("/intakes/{id}/take")]
async fn take(door: PageDoor, id: At<IntakeId>, form: Form<Nothing>) -> Page {
    let (id, seen) = (*id, form.revision());
    door.form(form)
        .write(move |act, _| {
            triage::take(act, id, seen.ok_or(Refusal::MatchMissing)?)?;
            Ok(Next::see(format!("/intakes/{id}")).said("intake-taken"))
        })
        .await
}

/// Opens a case with everything it says.
#[post("/intakes/{id}/open-case")]
async fn open_case(door: PageDoor, id: At<IntakeId>, form: Form<CaseFromIntake>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, open| {
            let forms = Forms {
                open,
                ..Forms::empty()
            };
            show(act, t, id, forms)
        })
        .write(move |act, extra| {
            let opened = become_case::open_case(act, id, extra)?;
            Ok(Next::see(format!("/cases/{}", opened.case)).said("case-opened"))
        })
        .await
}

/// Adds what it says to a case.
#[post("/intakes/{id}/link")]
async fn link(door: PageDoor, id: At<IntakeId>, form: Form<LinkIntake>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, _| show(act, t, id, Forms::empty()))
        .write(move |act, to| {
            let linked = become_case::link(act, id, to)?;
            let said = match linked.receipt_attached {
                true => "intake-linked-receipt",
                false => "intake-linked",
            };
            Ok(Next::see(format!("/cases/{}", linked.case)).said(said))
        })
        .await
}

/// Looks for a case in one's own words, to put the intake into it. A name is never in an address,
/// so the answer is shown and not gone to.
#[post("/intakes/{id}/find")]
async fn find(door: PageDoor, id: At<IntakeId>, form: Form<cases::SearchQuery>) -> Page {
    let (id, t) = (*id, door.frame());
    door.form(form)
        .or_read(move |act, t, find| {
            let forms = Forms {
                find,
                ..Forms::empty()
            };
            show(act, t, id, forms)
        })
        .look(move |act, asked| {
            let found = cases::search(act, &asked)?.items;
            let find = Filled::empty::<cases::SearchQuery>().with("query", &*asked.query);
            let forms = Forms {
                find,
                ..Forms::empty()
            };
            show_with(act, t, id, forms, Some(found))
        })
        .await
}

/// Ends it: it becomes no case.
#[post("/intakes/{id}/close")]
async fn close(door: PageDoor, id: At<IntakeId>, form: Form<IntakeClosing>) -> Page {
    let (id, seen) = (*id, form.revision());
    door.form(form)
        .or_read(move |act, t, close| {
            let forms = Forms {
                close,
                ..Forms::empty()
            };
            show(act, t, id, forms)
        })
        .write(move |act, closing| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            triage::close(act, id, seen, closing)?;
            Ok(Next::see("/queue").said("intake-closed"))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(take)
        .service(open_case)
        .service(link)
        .service(find)
        .service(close);
}
