//! `/cases`, `/cases/{id}` and `/search`.

use actix_web::{get, patch, post, web};
use amparo_store::CaseId;

use crate::casefile::{self, RecordView};
use crate::cases::list::{self, CaseListing, CaseRow, CasesQuery, Found, SearchQuery};
use crate::cases::model::Sheet;
use crate::cases::open::{Opening, open};
use crate::cases::sheet;
use crate::cases::view::{CaseQuery, CaseView, see};
use crate::rights::Right;
use crate::web::{Answer, Body, Changes, Door, Reply, Routes};

mod people;
mod removals;
mod situation;
mod teams;
mod timeline;
mod work;

type SheetChanges = Changes<Sheet>;

/// Opens a case with everything that is known so far.
///
/// Caseworkers and supervisors. The case can be opened by whoever opened it and by the supervisors;
/// nobody works it until it is assigned or taken. Every fault of every part is named at once (422
/// `invalid`). For a contact in the queue use `open_case_from_intake`, which also takes the receipt
/// over.
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
        let row = CaseRow::new(id, &case.card, act.now);
        Ok(Reply::created(format!("/api/v1/cases/{id}"), &row)?.tagged(1))
    })
    .await
}

/// Lists the cases that the caller can open, most urgent first, then by when the next step is due.
///
/// Caseworkers and supervisors. Cases whose key the caller does not hold are left out without a
/// trace. Being listed is on record in the ledger.
#[utoipa::path(
    tag = "cases",
    operation_id = "list_cases",
    params(CasesQuery),
    responses((status = 200, body = CaseListing<CaseRow>)),
)]
#[get("/cases")]
async fn all(door: Door, query: web::Query<CasesQuery>) -> Answer {
    door.read(move |act| Reply::ok(&list::list(act, &query)?))
        .await
}

/// Shows a whole case, without numbers and addresses.
///
/// Caseworkers and supervisors who hold a key to it; for everybody else it is 404. The `ETag` is
/// the version of the sheet, to be given with a change of it. Every look is on record in the
/// ledger.
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

/// Changes the sheet of a case: summary, tags, priority, country.
///
/// Caseworkers and supervisors who can open the case. Lowering the priority needs `priority_raised`
/// in the same request (422). 409 `case_closed` if the case is closed.
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

/// Looks for cases among those that the caller can open, most urgent first.
///
/// Caseworkers and supervisors. It looks in names, numbers, tags and pseudonyms, and answers
/// without them. It is a POST so that no name stands in an address.
#[utoipa::path(
    tag = "cases",
    operation_id = "search",
    request_body = SearchQuery,
    responses((status = 200, body = CaseListing<Found>)),
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
    removals::routes(api);
    teams::routes(api);
}
