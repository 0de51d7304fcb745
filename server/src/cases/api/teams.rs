//! Changing the key of a team. It stands here because the keys of its cases change with it.

use actix_web::{delete, get, post, web};
use amparo_store::{AccountId, GroupId};

use crate::cases::rotate::{self, Rotation};
use crate::web::{Answer, Door, Reply, Routes};

/// Says how many cases still open under a former key of a group.
///
/// Supervisors. While it is not 0, somebody who left and kept a copy of the old key could open
/// those cases.
#[utoipa::path(
    tag = "teams",
    operation_id = "team_rotation",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Rotation)),
)]
#[get("/teams/{id}/rotation")]
async fn debt(door: Door, id: web::Path<GroupId>) -> Answer {
    door.read(move |act| Reply::ok(&rotate::debt(act, *id)?))
        .await
}

/// Gives a group a new key, and every case that it can open.
///
/// Supervisors who hold the group's key. Whoever was removed does not get the new key. A request
/// changes as many cases as it can: if `left` is not 0, go on with `finish_rotation`.
#[utoipa::path(
    tag = "teams",
    operation_id = "rotate_team",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Rotation)),
)]
#[post("/teams/{id}/rotate")]
async fn rotate_one(door: Door, id: web::Path<GroupId>) -> Answer {
    door.steps(move |app, caller| Reply::ok(&rotate::rotate(app, caller, *id)?))
        .await
}

/// Goes on with the change of keys that an earlier request left unfinished.
///
/// Supervisors who hold the group's key. Repeat it until `left` is 0.
#[utoipa::path(
    tag = "teams",
    operation_id = "finish_rotation",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Rotation)),
)]
#[post("/teams/{id}/rotation")]
async fn finish(door: Door, id: web::Path<GroupId>) -> Answer {
    door.steps(move |app, caller| Reply::ok(&rotate::finish(app, caller, *id)?))
        .await
}

/// Takes a colleague out of a team, and gives the team and its cases new keys.
///
/// Supervisors who hold the group's key. What she read before cannot be taken back.
#[utoipa::path(
    tag = "teams",
    operation_id = "leave_team",
    params(("id" = uuid::Uuid, Path), ("account" = uuid::Uuid, Path)),
    responses((status = 200, body = Rotation)),
)]
#[delete("/teams/{id}/members/{account}")]
async fn leave(door: Door, path: web::Path<(GroupId, AccountId)>) -> Answer {
    door.steps(move |app, caller| Reply::ok(&rotate::leave(app, caller, path.0, path.1)?))
        .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(debt)
        .service(rotate_one)
        .service(finish)
        .service(leave);
}
