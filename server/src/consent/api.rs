//! `/cases/{id}/consents` and `/cases/{id}/overrides`.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId};

use super::model::{Consent, Override};
use super::{asked, sign_off};
use crate::casefile::RecordView;
use crate::web::{Answer, Body, Door, Listing, Reply, Routes};

/// Lists what the person agreed to share, oldest first; ended consents too.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "consents",
    operation_id = "list_consents",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<RecordView<Consent>>)),
)]
#[get("/cases/{id}/consents")]
async fn all(door: Door, id: web::Path<CaseId>) -> Answer {
    door.read(move |act| {
        let items = asked::list(act, *id)?.into_iter().map(RecordView::from);
        let items: Vec<RecordView<Consent>> = items.collect();
        Reply::ok(&Listing { items, next: None })
    })
    .await
}

/// Shows one consent of a case.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// withdrawal.
#[utoipa::path(
    tag = "consents",
    operation_id = "consent",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Consent>)),
)]
#[get("/cases/{id}/consents/{record}")]
async fn one(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(asked::one(act, path.0, path.1)?).reply())
        .await
}

/// Keeps what the person agreed to share.
///
/// Caseworkers and supervisors who can open the case. It can never be changed, only withdrawn: a
/// new talk is a new consent. It is of one `person` of the case and covers nobody else. One that
/// could not be explained, that somebody gave who is not entitled, or that a child gave alone is
/// kept as it was said, and covers nothing. An authority cannot be a recipient (422). 409
/// `case_closed` if the case is closed.
#[utoipa::path(
    tag = "consents",
    operation_id = "give_consent",
    params(("id" = uuid::Uuid, Path)),
    request_body = Consent,
    responses((status = 201, body = RecordView<Consent>)),
)]
#[post("/cases/{id}/consents")]
async fn add(door: Door, id: web::Path<CaseId>, body: Body<Consent>) -> Answer {
    door.write(move |act| {
        RecordView::from(asked::give_one(act, *id, &body.0)?).created(*id, "consents")
    })
    .await
}

/// Lists what was shared without consent because a life was in danger.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "consents",
    operation_id = "list_overrides",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<RecordView<Override>>)),
)]
#[get("/cases/{id}/overrides")]
async fn overrides(door: Door, id: web::Path<CaseId>) -> Answer {
    door.read(move |act| {
        let items = asked::overrides(act, *id)?
            .into_iter()
            .map(RecordView::from);
        let items: Vec<RecordView<Override>> = items.collect();
        Reply::ok(&Listing { items, next: None })
    })
    .await
}

/// Notes that a supervisor looked at a sharing without consent.
///
/// Supervisors who can open the case. Signing it off does not make it a consent. Who objects does
/// that instead, at `object`. 409 `wrong_state` if somebody has looked at it, or if it is one's own.
#[utoipa::path(
    tag = "consents",
    operation_id = "sign_off_override",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Override>)),
)]
#[post("/cases/{id}/overrides/{record}/sign-off")]
async fn sign(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.write(move |act| RecordView::from(sign_off(act, path.0, path.1)?).reply())
        .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(all)
        .service(one)
        .service(add)
        .service(overrides)
        .service(sign);
}
