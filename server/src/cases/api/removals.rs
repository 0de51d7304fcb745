//! `/cases/{id}/removals`.

use actix_web::{get, patch, post, web};
use amparo_store::{CaseId, RecordId};

use crate::casefile::RecordView;
use crate::cases::records;
use crate::tasks::Removal;
use crate::web::{Answer, Body, Changes, Door, Listing, PageQuery, Reply, Routes};

type RemovalChanges = Changes<Removal>;

/// Lists the removals of a case, newest first: what is ahead, and what was.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "removals",
    operation_id = "list_removals",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<RecordView<Removal>>)),
)]
#[get("/cases/{id}/removals")]
async fn list(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| {
        let page = records::list::<Removal>(act, *id, &page)?;
        Reply::ok(&records::shown(page, |body| body))
    })
    .await
}

/// Shows when and how one removal is to happen, or what became of it.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "removals",
    operation_id = "removal",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Removal>)),
)]
#[get("/cases/{id}/removals/{record}")]
async fn one(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(records::one::<Removal>(act, path.0, path.1)?).reply())
        .await
}

/// Adds a removal to a case.
///
/// Caseworkers and supervisors who can open the case. While it may still happen it is a deadline of
/// the case, and makes the case more urgent as it comes nearer. 409 `case_closed` if the case is
/// closed.
#[utoipa::path(
    tag = "removals",
    operation_id = "add_removal",
    params(("id" = uuid::Uuid, Path)),
    request_body = Removal,
    responses((status = 201, body = RecordView<Removal>)),
)]
#[post("/cases/{id}/removals")]
async fn add(door: Door, id: web::Path<CaseId>, body: Body<Removal>) -> Answer {
    door.write(move |act| {
        RecordView::from(records::add(act, *id, &body.0)?).created(*id, "removals")
    })
    .await
}

/// Changes a removal, for example by another day, or by what stopped it. Its history is kept.
///
/// Caseworkers and supervisors who can open the case. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "removals",
    operation_id = "change_removal",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = RemovalChanges,
    responses((status = 200, body = RecordView<Removal>)),
)]
#[patch("/cases/{id}/removals/{record}")]
async fn change(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<RemovalChanges>,
) -> Answer {
    let ((case, record), seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        RecordView::from(records::change(act, case, record, seen, &body)?).reply()
    })
    .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(list).service(one).service(add).service(change);
}
