//! Changing the key of a team. It stands here because the keys of its cases change with it.

use actix_web::{delete, get, post, web};
use amparo_store::{AccountId, GroupId};

use crate::cases::rotate::{self, Rotation};
use crate::web::{Answer, Door, Reply, Routes};

/// How many cases still open under a former key of the team.
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

/// A new key for the team and for every case it can open, without those who were removed.
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

/// Changes the keys of the cases that an earlier change of the team's key left behind.
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

/// Takes a colleague out of the team; its key and the keys of its cases are changed.
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
