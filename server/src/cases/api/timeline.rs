//! `/cases/{id}/entries` and `/cases/{id}/assessments`.

use actix_web::{get, patch, post, web};
use amparo_store::{CaseId, RecordId};

use crate::casefile::RecordView;
use crate::cases::assessment::Assessment;
use crate::cases::model::Entry;
use crate::cases::records;
use crate::web::{Answer, Body, Changes, Door, Listing, PageQuery, Reply, Routes};

type EntryChanges = Changes<Entry>;
type AssessmentChanges = Changes<Assessment>;

/// Lists the timeline of a case, newest first.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "entries",
    operation_id = "list_entries",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<RecordView<Entry>>)),
)]
#[get("/cases/{id}/entries")]
async fn entries(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| {
        let page = records::list::<Entry>(act, *id, &page)?;
        Reply::ok(&records::shown(page, |body| body))
    })
    .await
}

/// Shows one line of the timeline.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "entries",
    operation_id = "entry",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Entry>)),
)]
#[get("/cases/{id}/entries/{record}")]
async fn one_entry(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(records::one::<Entry>(act, path.0, path.1)?).reply())
        .await
}

/// Adds a line to the timeline of a case.
///
/// Caseworkers and supervisors who can open the case. It stays in the organisation unless it is
/// marked `safe_for_partner` and the consent covers `notes`. 409 `case_closed` if the case is
/// closed.
#[utoipa::path(
    tag = "entries",
    operation_id = "add_entry",
    params(("id" = uuid::Uuid, Path)),
    request_body = Entry,
    responses((status = 201, body = RecordView<Entry>)),
)]
#[post("/cases/{id}/entries")]
async fn add_entry(door: Door, id: web::Path<CaseId>, body: Body<Entry>) -> Answer {
    door.write(move |act| {
        RecordView::from(records::add(act, *id, &body.0)?).created(*id, "entries")
    })
    .await
}

/// Changes a line of the timeline; the former version stays in the history.
///
/// Caseworkers and supervisors who can open the case. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "entries",
    operation_id = "change_entry",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = EntryChanges,
    responses((status = 200, body = RecordView<Entry>)),
)]
#[patch("/cases/{id}/entries/{record}")]
async fn change_entry(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<EntryChanges>,
) -> Answer {
    let ((case, record), seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        RecordView::from(records::change(act, case, record, seen, &body)?).reply()
    })
    .await
}

/// Lists what points to forced labour or trafficking, newest first.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "assessments",
    operation_id = "list_assessments",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<RecordView<Assessment>>)),
)]
#[get("/cases/{id}/assessments")]
async fn assessments(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| {
        let page = records::list::<Assessment>(act, *id, &page)?;
        Reply::ok(&records::shown(page, |body| body))
    })
    .await
}

/// Shows one assessment of a case.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "assessments",
    operation_id = "assessment",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Assessment>)),
)]
#[get("/cases/{id}/assessments/{record}")]
async fn one_assessment(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(records::one::<Assessment>(act, path.0, path.1)?).reply())
        .await
}

/// Adds an assessment to a case.
///
/// Caseworkers and supervisors who can open the case. A later look is another assessment, not a
/// change of this one. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "assessments",
    operation_id = "add_assessment",
    params(("id" = uuid::Uuid, Path)),
    request_body = Assessment,
    responses((status = 201, body = RecordView<Assessment>)),
)]
#[post("/cases/{id}/assessments")]
async fn add_assessment(door: Door, id: web::Path<CaseId>, body: Body<Assessment>) -> Answer {
    door.write(move |act| {
        RecordView::from(records::add(act, *id, &body.0)?).created(*id, "assessments")
    })
    .await
}

/// Changes an assessment, to mend what was written down wrongly.
///
/// Caseworkers and supervisors who can open the case. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "assessments",
    operation_id = "change_assessment",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = AssessmentChanges,
    responses((status = 200, body = RecordView<Assessment>)),
)]
#[patch("/cases/{id}/assessments/{record}")]
async fn change_assessment(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<AssessmentChanges>,
) -> Answer {
    let ((case, record), seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        RecordView::from(records::change(act, case, record, seen, &body)?).reply()
    })
    .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(entries)
        .service(one_entry)
        .service(add_entry)
        .service(change_entry)
        .service(assessments)
        .service(one_assessment)
        .service(add_assessment)
        .service(change_assessment);
}
