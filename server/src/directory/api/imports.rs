//! `/directory/imports`: other people's files.

use actix_web::{HttpRequest, get, post, web};
use amparo_store::ImportId;

use crate::directory::imports;
use crate::directory::report::ImportReport;
use crate::directory::upload::{self, ImportQuery};
use crate::foundation::{App, Lane};
use crate::rights::{Object, Right};
use crate::web::{Answer, Door, Listing, PageQuery, Reply, Routes, read_body};

/// Takes in a file of another publisher: a form with files, a zip archive, or the file itself.
///
/// Coordinators. The same file again changes nothing. What is not in the file any more is marked
/// inactive, not deleted; if that is much of what is there, the first answer is 422 and names the
/// number, and the file is taken if `removes` says it too. Entries of an organisation that takes part
/// are left alone, except in its own imports. Rows with faults are skipped or taken in part, and named
/// in the report; characters that steer a terminal or the direction of writing are left out. 413 if
/// the file is too large. An import that is cut short shows in its report as not finished: the same
/// file again does the rest.
#[utoipa::path(
    tag = "directory",
    operation_id = "import_directory",
    params(ImportQuery),
    request_body(
        content(
            (Vec<u8> = "application/zip"),
            (Vec<u8> = "application/octet-stream"),
            (Vec<u8> = "multipart/form-data"),
        ),
        description = "One file, an archive, or a form with several files.",
    ),
    responses((status = 201, body = ImportReport)),
)]
#[post("/directory/imports")]
async fn import(
    door: Door,
    app: web::Data<App>,
    query: web::Query<ImportQuery>,
    request: HttpRequest,
    payload: web::Payload,
) -> Answer {
    // Before a byte of the file is read.
    door.caller().needs(Right::Write, Object::Directory)?;
    query.check()?;
    let limit = app.config.import_limit;
    let body = read_body(&request, payload, limit).await?;
    let sent = upload::sent(&request, body).await?;
    door.in_lane(Lane::Imports)
        .steps_once(move |app, caller| {
            let source = upload::parse(&query, upload::unpacked(sent, limit)?);
            let report = imports::import(app, caller, source.as_ref(), query.removes)?;
            Reply::created(format!("/api/v1/directory/imports/{}", report.id), &report)
        })
        .await
}

/// Lists the reports of imports, newest day first.
///
/// Every member. Each says what was new, changed, missing and skipped.
#[utoipa::path(
    tag = "directory",
    operation_id = "list_directory_imports",
    params(PageQuery),
    responses((status = 200, body = Listing<ImportReport>)),
)]
#[get("/directory/imports")]
async fn list(door: Door, page: web::Query<PageQuery>) -> Answer {
    door.consult(move |act| Reply::ok(&imports::reports(act, &page)?))
        .await
}

/// Shows the report of one import.
///
/// Every member. It names at most the first thousand faults.
#[utoipa::path(
    tag = "directory",
    operation_id = "directory_import",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ImportReport)),
)]
#[get("/directory/imports/{id}")]
async fn one(door: Door, id: web::Path<ImportId>) -> Answer {
    door.consult(move |act| Reply::ok(&imports::report(act, *id)?))
        .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(import).service(list).service(one);
}
