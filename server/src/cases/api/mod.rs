//! `/cases`, `/cases/{id}` and `/search`.

use actix_web::{get, patch, post, web};
use amparo_store::CaseId;

use crate::casefile::{self, RecordView};
use crate::cases::list::{self, CaseRow, CasesQuery, Found, SearchQuery};
use crate::cases::model::Sheet;
use crate::cases::open::{Opening, open};
use crate::cases::sheet;
use crate::cases::view::{CaseQuery, CaseView, see};
use crate::rights::Right;
use crate::web::{Answer, Body, Changes, Door, Listing, Reply, Routes};

mod people;
mod situation;
mod teams;
mod timeline;
mod work;

type SheetChanges = Changes<Sheet>;

/// Opens a case.
#[utoipa::path(
    tag = "cases",
    operation_id = "open_case",
    request_body = Opening,
    responses((status = 201, body = CaseRow)),
)]
#[post("/cases")]
async fn open_one(door: Door, body: Body<Opening>) -> Answer {
    door.write(move |act| {
        let id = open(act, body.0.clone())?;
        let case = casefile::find(act, id, Right::Read)?;
        // The sheet is new, so its tag is that of a first version.
        let row = CaseRow::new(id, &case.card);
        Ok(Reply::created(format!("/api/v1/cases/{id}"), &row)?.tagged(1))
    })
    .await
}

/// The cases in one's reach, most urgent first.
#[utoipa::path(
    tag = "cases",
    operation_id = "list_cases",
    params(CasesQuery),
    responses((status = 200, body = Listing<CaseRow>)),
)]
#[get("/cases")]
async fn all(door: Door, query: web::Query<CasesQuery>) -> Answer {
    door.read(move |act| Reply::ok(&list::list(act, &query)?))
        .await
}

/// The whole file. The tag is that of its head.
#[utoipa::path(
    tag = "cases",
    operation_id = "case",
    params(("id" = uuid::Uuid, Path), CaseQuery),
    responses((status = 200, body = CaseView)),
)]
#[get("/cases/{id}")]
async fn one(door: Door, id: web::Path<CaseId>, query: web::Query<CaseQuery>) -> Answer {
    door.read(move |act| {
        let (view, tag) = see(act, *id, &query)?;
        Ok(Reply::ok(&view)?.tagged(tag))
    })
    .await
}

/// Replaces the given fields of the head. Lowering the priority needs `priority_raised`.
#[utoipa::path(
    tag = "cases",
    operation_id = "change_case",
    params(("id" = uuid::Uuid, Path)),
    request_body = SheetChanges,
    responses((status = 200, body = RecordView<Sheet>)),
)]
#[patch("/cases/{id}")]
async fn change(door: Door, id: web::Path<CaseId>, body: Body<SheetChanges>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| RecordView::from(sheet::change(act, *id, seen, &body)?).reply())
        .await
}

/// Looks through the cases in one's reach. A name is never in a URL, so this is a POST.
#[utoipa::path(
    tag = "cases",
    operation_id = "search",
    request_body = SearchQuery,
    responses((status = 200, body = Listing<Found>)),
)]
#[post("/search")]
async fn search(door: Door, body: Body<SearchQuery>) -> Answer {
    door.read(move |act| Reply::ok(&list::search(act, &body)?))
        .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(open_one)
        .service(all)
        .service(one)
        .service(change)
        .service(search);
    work::routes(api);
    people::routes(api);
    timeline::routes(api);
    situation::routes(api);
    teams::routes(api);
}
