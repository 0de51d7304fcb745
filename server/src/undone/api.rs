//! `/undone`: for administrators.

use actix_web::{delete, get, post, web};
use amparo_store::JobId;

use super::UndoneJob;
use crate::foundation::jobs::Runners;
use crate::web::{Answer, Door, Listing, Reply, Routes};

/// What the server should have done and gave up: mail that could not be sent, above all.
#[utoipa::path(
    tag = "undone",
    operation_id = "list_undone",
    responses((status = 200, body = Listing<UndoneJob>)),
)]
#[get("/undone")]
async fn list(door: Door, runners: web::Data<Runners>) -> Answer {
    door.consult(move |act| {
        Reply::ok(&Listing {
            items: super::list(act, &runners)?,
            next: None,
        })
    })
    .await
}

/// Tries one again, from the beginning.
#[utoipa::path(
    tag = "undone",
    operation_id = "try_undone_again",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204)),
)]
#[post("/undone/{id}/retry")]
async fn retry(door: Door, id: web::Path<JobId>) -> Answer {
    door.write(move |act| super::try_again(act, *id).map(|()| Reply::nothing()))
        .await
}

/// Discards one, with what it carried. What follows from what a person did cannot be discarded.
#[utoipa::path(
    tag = "undone",
    operation_id = "discard_undone",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204)),
)]
#[delete("/undone/{id}")]
async fn discard(door: Door, id: web::Path<JobId>, runners: web::Data<Runners>) -> Answer {
    door.write(move |act| super::discard(act, &runners, *id).map(|()| Reply::nothing()))
        .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(list).service(retry).service(discard);
}
