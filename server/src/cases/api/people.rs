//! `/cases/{id}/people`.

use actix_web::{get, patch, post, web};
use amparo_store::{CaseId, RecordId};

use crate::casefile::RecordView;
use crate::cases::people::ContactAnyway;
use crate::cases::{people, records};
use crate::people::{ContactView, Person, PersonView};
use crate::web::{Answer, Body, Changes, Door, Listing, PageQuery, Reply, Routes};

type PersonChanges = Changes<Person>;

/// Lists the people in a case, newest first, without numbers and addresses.
///
/// Caseworkers and supervisors who can open the case. The look is on record in the ledger.
#[utoipa::path(
    tag = "people",
    operation_id = "list_people",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<RecordView<PersonView>>)),
)]
#[get("/cases/{id}/people")]
async fn all(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| {
        let today = act.now.to_day();
        let page = records::list::<Person>(act, *id, &page)?;
        Reply::ok(&records::shown(page, |person| {
            PersonView::new(&person, today)
        }))
    })
    .await
}

/// Shows one person in a case, without numbers and addresses.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "people",
    operation_id = "person",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<PersonView>)),
)]
#[get("/cases/{id}/people/{record}")]
async fn one(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| {
        let today = act.now.to_day();
        let kept = records::one::<Person>(act, path.0, path.1)?;
        kept.shown(|person| PersonView::new(&person, today)).reply()
    })
    .await
}

/// Adds a person to a case.
///
/// Caseworkers and supervisors who can open the case. 409 `case_closed` if it is closed.
#[utoipa::path(
    tag = "people",
    operation_id = "add_person",
    params(("id" = uuid::Uuid, Path)),
    request_body = Person,
    responses((status = 201, body = RecordView<PersonView>)),
)]
#[post("/cases/{id}/people")]
async fn add(door: Door, id: web::Path<CaseId>, body: Body<Person>) -> Answer {
    door.write(move |act| {
        let kept = people::add(act, *id, &body.0)?;
        let today = act.now.to_day();
        kept.shown(|person| PersonView::new(&person, today))
            .created(*id, "people")
    })
    .await
}

/// Changes a person in a case.
///
/// Caseworkers and supervisors who can open the case. Read `contact` before you change
/// `safe_contact`, so that no warning is lost. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "people",
    operation_id = "change_person",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = PersonChanges,
    responses((status = 200, body = RecordView<PersonView>)),
)]
#[patch("/cases/{id}/people/{record}")]
async fn change(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<PersonChanges>,
) -> Answer {
    let (place, seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        let kept = people::change(act, place.0, place.1, seen, &body)?;
        let today = act.now.to_day();
        kept.shown(|person| PersonView::new(&person, today)).reply()
    })
    .await
}

/// Shows how to reach a person: the rule first, then the numbers.
///
/// Caseworkers and supervisors who can open the case. Let the rule be read before the numbers: a
/// wrong call can put her in danger. It is a POST because each look is on record in the ledger by
/// itself. 409 `contact_stopped` if nobody may contact her: `contact_anyway` asks for a reason.
#[utoipa::path(
    tag = "people",
    operation_id = "contact",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = ContactView)),
)]
#[post("/cases/{id}/people/{record}/contact")]
async fn contact(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| Reply::ok(&people::contact(act, path.0, path.1, None)?))
        .await
}

/// Shows how to reach a person whom nobody may contact, against a reason.
///
/// Caseworkers and supervisors who can open the case. The reason is on record in the ledger.
#[utoipa::path(
    tag = "people",
    operation_id = "contact_anyway",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = ContactAnyway,
    responses((status = 200, body = ContactView)),
)]
#[post("/cases/{id}/people/{record}/contact-anyway")]
async fn contact_anyway(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<ContactAnyway>,
) -> Answer {
    door.read(move |act| {
        let because = body.because.trim();
        Reply::ok(&people::contact(act, path.0, path.1, Some(because))?)
    })
    .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(all)
        .service(one)
        .service(add)
        .service(change)
        .service(contact)
        .service(contact_anyway);
}
