//! `/organisations`: who takes part, whose key was compared, with whom there is an agreement.

use actix_web::{get, post, put, web};
use amparo_store::OrganisationId;

use crate::team::partners::{self, Comparison, NewAgreement, PartnerView};
use crate::web::{Answer, Body, Door, Listing, Reply, Routes};

/// Lists the organisations that take part, the caller's own among them.
///
/// Every member. Each says whether its key was compared, and whether there is an agreement.
#[utoipa::path(
    tag = "organisations",
    operation_id = "list_organisations",
    responses((status = 200, body = Listing<PartnerView>)),
)]
#[get("/organisations")]
async fn list(door: Door) -> Answer {
    door.consult(|act| {
        Reply::ok(&Listing {
            items: partners::partners(act)?,
            next: None,
        })
    })
    .await
}

/// Shows one organisation that takes part.
///
/// Every member. It says whether its key was compared, and whether there is an agreement.
#[utoipa::path(
    tag = "organisations",
    operation_id = "organisation",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PartnerView)),
)]
#[get("/organisations/{id}")]
async fn one(door: Door, id: web::Path<OrganisationId>) -> Answer {
    door.consult(move |act| Reply::ok(&partners::one(act, *id)?))
        .await
}

/// Says that a partner's twelve words were compared by voice; only then can anything be sent.
///
/// Supervisors who are key administrators. Call the partner over a number that you know, and type
/// what you heard. A wrong word is refused (422). 409 `blocked` for an authority.
#[utoipa::path(
    tag = "organisations",
    operation_id = "verify_organisation",
    params(("id" = uuid::Uuid, Path)),
    request_body = Comparison,
    responses((status = 200, body = PartnerView)),
)]
#[post("/organisations/{id}/verify")]
async fn verify(door: Door, id: web::Path<OrganisationId>, body: Body<Comparison>) -> Answer {
    door.write(move |act| Reply::ok(&partners::verify(act, *id, &body)?))
        .await
}

/// Notes an agreement to refer to a partner, or ends it.
///
/// Coordinators and supervisors. Without an agreement, routing shows the partner only as ruled out.
/// 409 `blocked` for an authority.
#[utoipa::path(
    tag = "organisations",
    operation_id = "agree_with_organisation",
    params(("id" = uuid::Uuid, Path)),
    request_body = NewAgreement,
    responses((status = 200, body = PartnerView)),
)]
#[put("/organisations/{id}/agreement")]
async fn agree(door: Door, id: web::Path<OrganisationId>, body: Body<NewAgreement>) -> Answer {
    door.write(move |act| Reply::ok(&partners::agree(act, *id, &body)?))
        .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(list)
        .service(one)
        .service(verify)
        .service(agree);
}
