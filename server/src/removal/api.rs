//! `/removal`: for supervisors.

use actix_web::{get, post};

use super::RemovalDebt;
use super::finish::{self, AT_ONCE};
use crate::web::{Answer, Door, Reply, Routes};

/// Counts what is still due after members left.
///
/// Supervisors. While `left` is not 0, somebody who left and kept a copy of her keys could open
/// things that are written from now on.
#[utoipa::path(
    tag = "removal",
    operation_id = "removal_due",
    responses((status = 200, body = RemovalDebt)),
)]
#[get("/removal")]
async fn due(door: Door) -> Answer {
    door.read(|act| Reply::ok(&finish::debt(act)?)).await
}

/// Does what is still due after members left.
///
/// Supervisors. Gives new keys to the groups of those who left and to the cases of these groups, and
/// seals waiting calls, unread letters and open referrals anew. A request does as much as it can:
/// repeat it until `left` is 0. Groups need a key administrator; the rest any supervisor can do.
#[utoipa::path(
    tag = "removal",
    operation_id = "finish_removal",
    responses((status = 200, body = RemovalDebt)),
)]
#[post("/removal")]
async fn finish_it(door: Door) -> Answer {
    door.steps(|app, caller| Reply::ok(&finish::finish(app, caller, AT_ONCE)?))
        .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(due).service(finish_it);
}
