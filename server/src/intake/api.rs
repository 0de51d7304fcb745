//! `/intakes`.

use actix_web::{delete, get, post, put, web};
use amparo_store::IntakeId;

use super::bodies::{
    CaseFromIntake, CaseOfIntake, ChangedDraft, ContactsToday, IntakeCase, IntakeClosing,
    IntakeItem, IntakeView, LinkIntake, LinkPreview, NewIntake, SimilarCase, WrittenIntake,
};
use super::list::IntakeQuery;
use super::{become_case, drafts, letters, list, similar, today, triage, write};
use crate::receipts::{Letter, NewLetter};
use crate::web::{Answer, Body, Door, Listing, PageQuery, Reply, Routes};

/// Keeps a contact: hands it over to the queue, or keeps it as a draft.
///
/// Volunteers, caseworkers and supervisors. What is handed over is sealed to the queue, and its
/// writer cannot open it again. A contact that needs nothing more is logged and closed at once.
/// Read the `receipt` in the answer out to the person: it is shown this once.
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

/// Replaces the caller's own draft, or hands it over.
///
/// The writer of the draft. A draft that is 12 hours old is gone (404).
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

/// Deletes the caller's own draft.
///
/// The writer of the draft. It cannot be brought back.
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

/// Shows what was logged today: how much, and for those who hold the queue's key what.
///
/// Volunteers, caseworkers and supervisors.
#[utoipa::path(
    tag = "intakes",
    operation_id = "list_contacts",
    responses((status = 200, body = ContactsToday)),
)]
#[get("/contacts")]
async fn contacts(door: Door) -> Answer {
    door.read(|act| Reply::ok(&today::contacts(act)?)).await
}

/// Lists the caller's own drafts and, for those who hold the queue's key, what waits in it.
///
/// Volunteers, caseworkers and supervisors. Most urgent first, then longest waiting.
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

/// Shows one intake, with what was done with it.
///
/// The writer of a draft; for everything else caseworkers and supervisors who hold the queue's key.
/// The `ETag` is the version, to be given with `take_intake` and `close_intake`.
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

/// Looks into an intake; colleagues see who does.
///
/// Caseworkers and supervisors who hold the queue's key. 409 `wrong_state` unless it waits.
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
///
/// Caseworkers and supervisors who hold the queue's key. The person sees in her receipt that
/// nothing more is planned. 409 `wrong_state` if it is closed already.
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

/// Opens a case with everything that an intake says, and closes the intake.
///
/// Caseworkers and supervisors who hold the queue's key. The receipt belongs to the case from then
/// on. Look at `similar_cases` first. 409 `no_consent` if the person said no to a file, 409
/// `blocked` if nobody known to the register signed the intake, 409 `wrong_state` if it is closed.
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

/// Adds what an intake says to a case that is there, and closes the intake.
///
/// Caseworkers and supervisors who hold the queue's key and can open the case. Every answer becomes a
/// record: the urgency of the case can only rise, and of two rules for reaching the person the stricter
/// one holds; `became` says what changed. 409 `case_closed` unless `reopen` is true, and otherwise as
/// for `open_case_from_intake`.
#[utoipa::path(
    tag = "intakes",
    operation_id = "link_intake",
    params(("id" = uuid::Uuid, Path)),
    request_body = LinkIntake,
    responses((status = 200, body = IntakeCase)),
)]
#[post("/intakes/{id}/link")]
async fn link(door: Door, id: web::Path<IntakeId>, body: Body<LinkIntake>) -> Answer {
    door.write(move |act| Reply::ok(&become_case::link(act, *id, &body)?))
        .await
}

/// Shows what an intake would change in a case, without changing it.
///
/// Caseworkers and supervisors who hold the queue's key and can open the case.
#[utoipa::path(
    tag = "intakes",
    operation_id = "preview_link",
    params(("id" = uuid::Uuid, Path)),
    request_body = CaseOfIntake,
    responses((status = 200, body = LinkPreview)),
)]
#[post("/intakes/{id}/preview-link")]
async fn preview_link(door: Door, id: web::Path<IntakeId>, body: Body<CaseOfIntake>) -> Answer {
    door.read(move |act| Reply::ok(&become_case::preview(act, *id, body.case)?))
        .await
}

/// Lists cases that may be about the same person as an intake.
///
/// Caseworkers and supervisors who hold the queue's key. Only cases that the caller can open. Look
/// before you open another one.
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

/// Lists the letters of somebody whose intake is no case yet, oldest first.
///
/// Caseworkers and supervisors who hold the queue's key. Letters in the answer count as read.
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

/// Sends a letter to somebody whose intake is no case yet.
///
/// Caseworkers and supervisors who hold the queue's key. She reads it when she comes back with her
/// receipt.
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
        .service(preview_link)
        .service(similar_cases)
        .service(letters_of)
        .service(write_letter);
}
