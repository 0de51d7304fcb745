//! `/cases/{id}/custody` and `/cases/{id}/needs`.

use actix_web::{get, patch, post, web};
use amparo_store::{CaseId, RecordId};

use crate::casefile::RecordView;
use crate::cases::model::{Custody, Need};
use crate::cases::records;
use crate::web::{Answer, Body, Changes, Door, Listing, PageQuery, Reply, Routes};

type CustodyChanges = Changes<Custody>;
type NeedChanges = Changes<Need>;

/// Lists the stays in custody of a case, newest first.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "custody",
    operation_id = "list_custody",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<RecordView<Custody>>)),
)]
#[get("/cases/{id}/custody")]
async fn custody(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| {
        let page = records::list::<Custody>(act, *id, &page)?;
        Reply::ok(&records::shown(page, |body| body))
    })
    .await
}

/// Shows one stay in custody.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "custody",
    operation_id = "stay",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Custody>)),
)]
#[get("/cases/{id}/custody/{record}")]
async fn one_stay(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(records::one::<Custody>(act, path.0, path.1)?).reply())
        .await
}

/// Adds a stay in custody to a case.
///
/// Caseworkers and supervisors who can open the case. A stay without `left` makes the case count as
/// detained. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "custody",
    operation_id = "add_stay",
    params(("id" = uuid::Uuid, Path)),
    request_body = Custody,
    responses((status = 201, body = RecordView<Custody>)),
)]
#[post("/cases/{id}/custody")]
async fn add_stay(door: Door, id: web::Path<CaseId>, body: Body<Custody>) -> Answer {
    door.write(move |act| {
        RecordView::from(records::add(act, *id, &body.0)?).created(*id, "custody")
    })
    .await
}

/// Changes a stay in custody, for example by its last day.
///
/// Caseworkers and supervisors who can open the case. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "custody",
    operation_id = "change_stay",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = CustodyChanges,
    responses((status = 200, body = RecordView<Custody>)),
)]
#[patch("/cases/{id}/custody/{record}")]
async fn change_stay(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<CustodyChanges>,
) -> Answer {
    let ((case, record), seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        RecordView::from(records::change(act, case, record, seen, &body)?).reply()
    })
    .await
}

/// Lists the needs of a case, newest first.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "needs",
    operation_id = "list_needs",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<RecordView<Need>>)),
)]
#[get("/cases/{id}/needs")]
async fn needs(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| {
        let page = records::list::<Need>(act, *id, &page)?;
        Reply::ok(&records::shown(page, |body| body))
    })
    .await
}

/// Shows one need of a case.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "needs",
    operation_id = "need",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Need>)),
)]
#[get("/cases/{id}/needs/{record}")]
async fn one_need(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(records::one::<Need>(act, path.0, path.1)?).reply())
        .await
}

/// Adds a need to a case.
///
/// Caseworkers and supervisors who can open the case. It is not offered to anybody yet: ask
/// `suggest_services`, then `refer`. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "needs",
    operation_id = "add_need",
    params(("id" = uuid::Uuid, Path)),
    request_body = Need,
    responses((status = 201, body = RecordView<Need>)),
)]
#[post("/cases/{id}/needs")]
async fn add_need(door: Door, id: web::Path<CaseId>, body: Body<Need>) -> Answer {
    door.write(move |act| RecordView::from(records::add(act, *id, &body.0)?).created(*id, "needs"))
        .await
}

/// Changes a need of a case.
///
/// Caseworkers and supervisors who can open the case. The status `in_referral` is set and ended by
/// a referral only (422). 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "needs",
    operation_id = "change_need",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = NeedChanges,
    responses((status = 200, body = RecordView<Need>)),
)]
#[patch("/cases/{id}/needs/{record}")]
async fn change_need(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<NeedChanges>,
) -> Answer {
    let ((case, record), seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        RecordView::from(records::change(act, case, record, seen, &body)?).reply()
    })
    .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(custody)
        .service(one_stay)
        .service(add_stay)
        .service(change_stay)
        .service(needs)
        .service(one_need)
        .service(add_need)
        .service(change_need);
}
