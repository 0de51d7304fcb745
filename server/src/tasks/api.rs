//! `/cases/{id}/tasks` and `/tasks`.

use actix_web::{get, patch, post, web};
use amparo_store::{CaseId, RecordId};

use super::agenda::{AgendaItem, AgendaQuery, agenda};
use super::model::Task;
use super::records;
use crate::casefile::RecordView;
use crate::web::{Answer, Body, Changes, Door, Listing, Reply, Routes};

type TaskChanges = Changes<Task>;

/// Lists the tasks of a case by when they are due; done ones last.
///
/// Caseworkers and supervisors who can open the case.
#[utoipa::path(
    tag = "tasks",
    operation_id = "list_tasks",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<RecordView<Task>>)),
)]
#[get("/cases/{id}/tasks")]
async fn list(door: Door, id: web::Path<CaseId>) -> Answer {
    door.read(move |act| {
        let tasks = records::of_case(act, *id)?.into_iter();
        let items: Vec<RecordView<Task>> = tasks.map(RecordView::from).collect();
        Reply::ok(&Listing { items, next: None })
    })
    .await
}

/// Shows one task of a case.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "tasks",
    operation_id = "task",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    responses((status = 200, body = RecordView<Task>)),
)]
#[get("/cases/{id}/tasks/{record}")]
async fn one(door: Door, path: web::Path<(CaseId, RecordId)>) -> Answer {
    door.read(move |act| RecordView::from(records::one(act, path.0, path.1)?).reply())
        .await
}

/// Adds a task to a case.
///
/// Caseworkers and supervisors who can open the case. The earliest task that is not done becomes
/// the next step that lists show. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "tasks",
    operation_id = "add_task",
    params(("id" = uuid::Uuid, Path)),
    request_body = Task,
    responses((status = 201, body = RecordView<Task>)),
)]
#[post("/cases/{id}/tasks")]
async fn add(door: Door, id: web::Path<CaseId>, body: Body<Task>) -> Answer {
    door.write(move |act| {
        RecordView::from(records::add_one(act, *id, &body)?).created(*id, "tasks")
    })
    .await
}

/// Changes a task, for example by setting `done`.
///
/// Caseworkers and supervisors who can open the case. 409 `case_closed` if the case is closed.
#[utoipa::path(
    tag = "tasks",
    operation_id = "change_task",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = TaskChanges,
    responses((status = 200, body = RecordView<Task>)),
)]
#[patch("/cases/{id}/tasks/{record}")]
async fn change(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<TaskChanges>,
) -> Answer {
    let ((case, record), seen) = (path.into_inner(), door.if_match()?);
    door.write(move |act| {
        RecordView::from(records::change(act, case, record, seen, &body)?).reply()
    })
    .await
}

/// Lists the next step of every open case that the caller can open, by when it is due.
///
/// Caseworkers and supervisors. Cases in which no task is open are left out.
#[utoipa::path(
    tag = "tasks",
    operation_id = "agenda",
    params(AgendaQuery),
    responses((status = 200, body = Listing<AgendaItem>)),
)]
#[get("/tasks")]
async fn next_steps(door: Door, query: web::Query<AgendaQuery>) -> Answer {
    door.read(move |act| Reply::ok(&agenda(act, &query)?)).await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(next_steps)
        .service(list)
        .service(one)
        .service(add)
        .service(change);
}
