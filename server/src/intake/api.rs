//! `/intakes`.

use actix_web::{delete, get, post, put, web};
use amparo_store::IntakeId;

use super::bodies::{
    CaseFromIntake, ChangedDraft, ContactsToday, IntakeCase, IntakeClosing, IntakeItem, IntakeView,
    LinkIntake, NewIntake, SimilarCase, WrittenIntake,
};
use super::list::IntakeQuery;
use super::{become_case, drafts, letters, list, similar, today, triage, write};
use crate::receipts::{Letter, NewLetter};
use crate::web::{Answer, Body, Door, Listing, PageQuery, Reply, Routes};

/// Writes a contact down and hands it over to the queue, or keeps it as a draft.
#[utoipa::path(
    tag = "intakes",
    operation_id = "write_intake",
    request_body = NewIntake,
    responses((status = 201, body = WrittenIntake)),
)]
#[post("/intakes")]
async fn create(door: Door, body: Body<NewIntake>) -> Answer {
    let body = std::sync::Arc::new(body.0);
    let asked = std::sync::Arc::clone(&body);
    door.write_with(
        move |app, caller| {
            write::prepare(app, caller, &asked.intake, asked.hand_over, asked.receipt)
        },
        move |act, ready| {
            let (written, revision) = write::create(act, &body, ready.as_ref())?;
            let place = format!("/api/v1/intakes/{}", written.id);
            Ok(Reply::created(place, &written)?.tagged(revision))
        },
    )
    .await
}

/// Changes one's own draft, or hands it over.
#[utoipa::path(
    tag = "intakes",
    operation_id = "change_draft",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ChangedDraft,
    responses((status = 200, body = WrittenIntake)),
)]
#[put("/intakes/{id}")]
async fn change(door: Door, id: web::Path<IntakeId>, body: Body<ChangedDraft>) -> Answer {
    let seen = door.if_match()?;
    let body = std::sync::Arc::new(body.0);
    let asked = std::sync::Arc::clone(&body);
    door.write_with(
        move |app, caller| {
            write::prepare(app, caller, &asked.intake, asked.hand_over, asked.receipt)
        },
        move |act, ready| {
            let (written, revision) = write::change(act, *id, seen, &body, ready.as_ref())?;
            Ok(Reply::ok(&written)?.tagged(revision))
        },
    )
    .await
}

/// Deletes one's own draft.
#[utoipa::path(
    tag = "intakes",
    operation_id = "delete_draft",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204)),
)]
#[delete("/intakes/{id}")]
async fn discard(door: Door, id: web::Path<IntakeId>) -> Answer {
    door.write(move |act| drafts::discard(act, *id).map(|()| Reply::nothing()))
        .await
}

/// What was logged today: how much, and for those who hold the queue's key what.
#[utoipa::path(
    tag = "intakes",
    operation_id = "list_contacts",
    responses((status = 200, body = ContactsToday)),
)]
#[get("/contacts")]
async fn contacts(door: Door) -> Answer {
    door.read(|act| Reply::ok(&today::contacts(act)?)).await
}

/// One's own drafts, and for those who hold the queue's key what waits in it: most urgent first,
/// then longest waiting.
#[utoipa::path(
    tag = "intakes",
    operation_id = "list_intakes",
    params(IntakeQuery),
    responses((status = 200, body = Listing<IntakeItem>)),
)]
#[get("/intakes")]
async fn list_all(door: Door, query: web::Query<IntakeQuery>) -> Answer {
    door.read(move |act| Reply::ok(&list::list(act, &query)?))
        .await
}

/// One intake.
#[utoipa::path(
    tag = "intakes",
    operation_id = "intake",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = IntakeView)),
)]
#[get("/intakes/{id}")]
async fn one(door: Door, id: web::Path<IntakeId>) -> Answer {
    door.read(move |act| {
        let (view, revision) = triage::see(act, *id)?;
        Ok(Reply::ok(&view)?.tagged(revision))
    })
    .await
}

/// Looks into it. Colleagues see who does.
#[utoipa::path(
    tag = "intakes",
    operation_id = "take_intake",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = IntakeView)),
)]
#[post("/intakes/{id}/take")]
async fn take(door: Door, id: web::Path<IntakeId>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let (view, revision) = triage::take(act, *id, seen)?;
        Ok(Reply::ok(&view)?.tagged(revision))
    })
    .await
}

/// Ends an intake that becomes no case.
#[utoipa::path(
    tag = "intakes",
    operation_id = "close_intake",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = IntakeClosing,
    responses((status = 200, body = IntakeView)),
)]
#[post("/intakes/{id}/close")]
async fn close(door: Door, id: web::Path<IntakeId>, body: Body<IntakeClosing>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let (view, revision) = triage::close(act, *id, seen, &body)?;
        Ok(Reply::ok(&view)?.tagged(revision))
    })
    .await
}

/// Opens a case with everything the intake says. The receipt belongs to the case from then on.
#[utoipa::path(
    tag = "intakes",
    operation_id = "open_case_from_intake",
    params(("id" = uuid::Uuid, Path)),
    request_body = CaseFromIntake,
    responses((status = 201, body = IntakeCase)),
)]
#[post("/intakes/{id}/open-case")]
async fn open_case(door: Door, id: web::Path<IntakeId>, body: Body<CaseFromIntake>) -> Answer {
    door.write(move |act| {
        let opened = become_case::open_case(act, *id, &body)?;
        Reply::created(format!("/api/v1/cases/{}", opened.case), &opened)
    })
    .await
}

/// Adds what the intake says to a case in one's own reach.
#[utoipa::path(
    tag = "intakes",
    operation_id = "link_intake",
    params(("id" = uuid::Uuid, Path)),
    request_body = LinkIntake,
    responses((status = 200, body = IntakeCase)),
)]
#[post("/intakes/{id}/link")]
async fn link(door: Door, id: web::Path<IntakeId>, body: Body<LinkIntake>) -> Answer {
    door.write(move |act| Reply::ok(&become_case::link(act, *id, body.case)?))
        .await
}

/// Cases in one's own reach that may be about the same person. Look before you open one.
#[utoipa::path(
    tag = "intakes",
    operation_id = "similar_cases",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<SimilarCase>)),
)]
#[post("/intakes/{id}/similar")]
async fn similar_cases(door: Door, id: web::Path<IntakeId>) -> Answer {
    door.read(move |act| Reply::ok(&similar::similar(act, *id)?))
        .await
}

/// Letters of somebody whose intake is no case yet, oldest first. Those in the answer count as read.
#[utoipa::path(
    tag = "intakes",
    operation_id = "intake_letters",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<Letter>)),
)]
#[get("/intakes/{id}/messages")]
async fn letters_of(door: Door, id: web::Path<IntakeId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&letters::list(act, *id, &page)?))
        .await
}

/// Writes to somebody whose intake is no case yet.
#[utoipa::path(
    tag = "intakes",
    operation_id = "write_intake_letter",
    params(("id" = uuid::Uuid, Path)),
    request_body = NewLetter,
    responses((status = 201, body = Letter)),
)]
#[post("/intakes/{id}/messages")]
async fn write_letter(door: Door, id: web::Path<IntakeId>, body: Body<NewLetter>) -> Answer {
    door.write(move |act| {
        let letter = letters::write(act, *id, &body)?;
        Reply::created(format!("/api/v1/intakes/{id}/messages"), &letter)
    })
    .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(create)
        .service(change)
        .service(discard)
        .service(contacts)
        .service(list_all)
        .service(one)
        .service(take)
        .service(close)
        .service(open_case)
        .service(link)
        .service(similar_cases)
        .service(letters_of)
        .service(write_letter);
}
