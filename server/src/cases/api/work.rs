//! Who works a case, who can open it, what happened to it, closing and reopening.

use actix_web::{get, post, web};
use amparo_store::CaseId;

use crate::casefile::{RecordView, Version};
use crate::cases::access::{AccessView, access};
use crate::cases::assign::{Assignee, Assignment, assign_one, assignees};
use crate::cases::close::{self, Close, Closing};
use crate::cases::history::{history, ledger_of};
use crate::cases::list::CaseRow;
use crate::cases::view;
use crate::cases::workload::{Workload, workload};
use crate::ledger::LineView;
use crate::team::Reason;
use crate::web::{Answer, Body, Door, Listing, PageQuery, Reply, Routes};

/// Gives a case to a colleague or a team, or takes it.
///
/// Supervisors give; a caseworker can only take a case that nobody works, for herself alone. The
/// one it is given to can open it from now on; whoever worked it before cannot, unless she is in
/// its team or a supervisor. 409 `wrong_state` if a colleague works it, 409 `case_closed` if it is
/// closed.
#[utoipa::path(
    tag = "cases",
    operation_id = "assign_case",
    params(("id" = uuid::Uuid, Path)),
    request_body = Assignment,
    responses((status = 200, body = CaseRow)),
)]
#[post("/cases/{id}/assign")]
async fn assign(door: Door, id: web::Path<CaseId>, body: Body<Assignment>) -> Answer {
    door.write(move |act| Reply::ok(&assign_one(act, *id, &body)?))
        .await
}

/// Says that somebody has looked at what came to a case by a call.
///
/// Caseworkers and supervisors who can open the case. Lists mark it no more.
#[utoipa::path(
    tag = "cases",
    operation_id = "see_news",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204)),
)]
#[post("/cases/{id}/news/seen")]
async fn news_seen(door: Door, id: web::Path<CaseId>) -> Answer {
    door.write(move |act| {
        view::news_seen(act, *id)?;
        Ok(Reply::nothing())
    })
    .await
}

/// Lists who could work a case, least loaded first.
///
/// Supervisors who can open the case.
#[utoipa::path(
    tag = "cases",
    operation_id = "list_assignees",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<Assignee>)),
)]
#[get("/cases/{id}/assignees")]
async fn suggest(door: Door, id: web::Path<CaseId>) -> Answer {
    door.read(move |act| whole(assignees(act, *id)?)).await
}

/// Lists how much everybody works who works cases, most loaded first.
///
/// Supervisors. It counts only the cases that the caller can open.
#[utoipa::path(
    tag = "cases",
    operation_id = "workload",
    responses((status = 200, body = Listing<Workload>)),
)]
#[get("/workload")]
async fn loads(door: Door) -> Answer {
    door.read(|act| whole(workload(act)?)).await
}

/// Lists the groups that can open a case, and their members.
///
/// Caseworkers and supervisors who can open it.
#[utoipa::path(
    tag = "cases",
    operation_id = "list_access",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<AccessView>)),
)]
#[get("/cases/{id}/access")]
async fn who(door: Door, id: web::Path<CaseId>) -> Answer {
    door.read(move |act| whole(access(act, *id)?)).await
}

/// Lists every version of everything in a case, newest first, without numbers and addresses.
///
/// Caseworkers and supervisors who can open it. Nothing that was written is ever overwritten.
#[utoipa::path(
    tag = "cases",
    operation_id = "case_history",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<Version>)),
)]
#[get("/cases/{id}/history")]
async fn versions(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&history(act, *id, &page)?))
        .await
}

/// Lists who saw or did what with a case, newest first.
///
/// Caseworkers and supervisors who can open it. What the person or the server did is for auditors
/// only, under `/ledger`.
#[utoipa::path(
    tag = "cases",
    operation_id = "case_ledger",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<LineView>)),
)]
#[get("/cases/{id}/ledger")]
async fn lines(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&ledger_of(act, *id, &page)?))
        .await
}

/// Closes a case, with what came of it.
///
/// Caseworkers and supervisors who can open it. Nothing in it can be changed until it is reopened.
/// 409 `wrong_state` while a need is with a partner: wait for the outcome or recall the referral.
/// 409 `case_closed` if it is closed already.
#[utoipa::path(
    tag = "cases",
    operation_id = "close_case",
    params(("id" = uuid::Uuid, Path)),
    request_body = Close,
    responses((status = 200, body = RecordView<Closing>)),
)]
#[post("/cases/{id}/close")]
async fn shut(door: Door, id: web::Path<CaseId>, body: Body<Close>) -> Answer {
    door.write(move |act| RecordView::from(close::close(act, *id, &body)?).reply())
        .await
}

/// Opens a closed case again, and says why.
///
/// Caseworkers and supervisors who can open it. 409 `wrong_state` if it is open.
#[utoipa::path(
    tag = "cases",
    operation_id = "reopen_case",
    params(("id" = uuid::Uuid, Path)),
    request_body = Reason,
    responses((status = 200, body = RecordView<Closing>)),
)]
#[post("/cases/{id}/reopen")]
async fn reopen(door: Door, id: web::Path<CaseId>, body: Body<Reason>) -> Answer {
    door.write(move |act| RecordView::from(close::reopen(act, *id, &body.reason)?).reply())
        .await
}

fn whole<T: serde::Serialize>(items: Vec<T>) -> Result<Reply, crate::foundation::Refusal> {
    Reply::ok(&Listing { items, next: None })
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(assign)
        .service(suggest)
        .service(news_seen)
        .service(loads)
        .service(who)
        .service(versions)
        .service(lines)
        .service(shut)
        .service(reopen);
}
