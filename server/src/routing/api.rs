//! `/cases/{case}/needs/{need}/suggestions`, and the weights behind them.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId};

use super::model::{SuggestionRequest, Suggestions, Weight};
use super::score::WEIGHTS;
use super::suggest::suggest;
use crate::rights::{Object, Right};
use crate::web::{Answer, Body, Door, Listing, Reply, Routes};

/// Suggests services that could meet a need, best first, each point with its sentence.
///
/// Caseworkers and supervisors who can open the case. Nothing is sent and no partner learns of it.
/// A service that the person must be protected from is never suggested: it is left out, or shown as
/// ruled out with the rule.
#[utoipa::path(
    tag = "routing",
    operation_id = "suggest_services",
    params(("case" = uuid::Uuid, Path), ("need" = uuid::Uuid, Path)),
    request_body = SuggestionRequest,
    responses((status = 200, body = Suggestions)),
)]
#[post("/cases/{case}/needs/{need}/suggestions")]
async fn suggestions(
    door: Door,
    ids: web::Path<(CaseId, RecordId)>,
    body: Body<SuggestionRequest>,
) -> Answer {
    let (case, need) = ids.into_inner();
    door.read(move |act| Reply::ok(&suggest(act, case, need, body.0)?))
        .await
}

/// Lists what each rule of the ranking gives at most.
///
/// Every member. The weights are the same for every organisation.
#[utoipa::path(
    tag = "routing",
    operation_id = "routing_weights",
    responses((status = 200, body = Listing<Weight>)),
)]
#[get("/routing/weights")]
async fn weights(door: Door) -> Answer {
    door.consult(|act| {
        act.needs(Right::Read, Object::Directory)?;
        Reply::ok(&Listing {
            items: WEIGHTS.to_vec(),
            next: None,
        })
    })
    .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(suggestions).service(weights);
}
