//! `/ledger`: for auditors.

use actix_web::{get, web};

use super::model::{LineView, Verdict};
use super::{of_organisation, verdict};
use crate::web::{Answer, Door, Listing, PageQuery, Reply, Routes};

/// Lists who saw or did what in the organisation, newest first.
///
/// Auditors. Lines that cannot be read are shown as `line_unreadable`. Reading the ledger is itself
/// on record.
#[utoipa::path(
    tag = "ledger",
    operation_id = "list_ledger",
    params(PageQuery),
    responses((status = 200, body = Listing<LineView>)),
)]
#[get("/ledger")]
async fn list(door: Door, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&of_organisation(act, &page)?))
        .await
}

/// Computes the chain of the ledger anew and says whether it holds.
///
/// Auditors. It reads every line and may take long.
#[utoipa::path(
    tag = "ledger",
    operation_id = "verify_ledger",
    responses((status = 200, body = Verdict)),
)]
#[get("/ledger/verify")]
async fn verify_chain(door: Door) -> Answer {
    door.read(|act| Reply::ok(&verdict(act)?)).await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(list).service(verify_chain);
}
