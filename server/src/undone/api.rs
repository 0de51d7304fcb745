//! `/undone`: for administrators.

use actix_web::{delete, get, post, web};
use amparo_store::JobId;

use super::UndoneJob;
use crate::foundation::jobs::Runners;
use crate::web::{Answer, Door, Listing, Reply, Routes};

/// Lists what the server should have done and gave up.
///
/// Administrators. It is mail that could not be sent, above all; nothing of its content is shown.
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

/// Tries a job that was given up again, from the beginning.
///
/// Administrators. What a mail needs is destroyed seven days after it was given up;
/// `can_be_tried_again` says whether it is still there.
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

/// Discards a job that was given up, with what it carried.
///
/// Administrators. What follows from what a person did cannot be discarded; `can_be_discarded` says
/// so.
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
