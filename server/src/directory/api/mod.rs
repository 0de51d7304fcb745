//! `/directory`: organisations, services, places.

use actix_web::{get, patch, post, web};
use amparo_store::{DirectoryOrganisationId, PlaceId, ServiceId};

use crate::directory::fields::{
    OrganisationEntry, OrganisationEntryPatch, PlaceEntry, PlaceEntryPatch, ServiceEntry,
    ServiceEntryPatch,
};
use crate::directory::lists::{OrganisationsQuery, PlacesQuery, ServicesQuery};
use crate::directory::model::{ListedOrganisation, ListedPlace, ListedService};
use crate::directory::{change, lists};
use crate::web::{Answer, Body, Door, Listing, Reply, Routes};

mod imports;

/// Lists organisations of the directory, by name.
///
/// Every member. They may or may not take part.
#[utoipa::path(
    tag = "directory",
    operation_id = "list_directory_organisations",
    params(OrganisationsQuery),
    responses((status = 200, body = Listing<ListedOrganisation>)),
)]
#[get("/directory/organisations")]
async fn organisations(door: Door, query: web::Query<OrganisationsQuery>) -> Answer {
    door.consult(move |act| Reply::ok(&lists::organisations(act, &query)?))
        .await
}

/// Shows one organisation of the directory.
///
/// Every member. The `ETag` is the version, to be given with a change.
#[utoipa::path(
    tag = "directory",
    operation_id = "directory_organisation",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListedOrganisation)),
)]
#[get("/directory/organisations/{id}")]
async fn organisation(door: Door, id: web::Path<DirectoryOrganisationId>) -> Answer {
    door.consult(move |act| {
        let found = lists::organisation(act, *id)?;
        Ok(Reply::ok(&found)?.tagged(found.revision))
    })
    .await
}

/// Adds an organisation to the directory.
///
/// Coordinators. An entry does not make the organisation take part.
#[utoipa::path(
    tag = "directory",
    operation_id = "add_directory_organisation",
    request_body = OrganisationEntry,
    responses((status = 201, body = ListedOrganisation)),
)]
#[post("/directory/organisations")]
async fn add_organisation(door: Door, body: Body<OrganisationEntry>) -> Answer {
    door.write(move |act| {
        let made = change::add_organisation(act, &body)?;
        let at = format!("/api/v1/directory/organisations/{}", made.id);
        Ok(Reply::created(at, &made)?.tagged(made.revision))
    })
    .await
}

/// Changes an organisation of the directory.
///
/// Coordinators. A later import of its publisher keeps what was corrected here, unless the
/// publisher changed the entry.
#[utoipa::path(
    tag = "directory",
    operation_id = "change_directory_organisation",
    params(("id" = uuid::Uuid, Path)),
    request_body = OrganisationEntryPatch,
    responses((status = 200, body = ListedOrganisation)),
)]
#[patch("/directory/organisations/{id}")]
async fn change_organisation(
    door: Door,
    id: web::Path<DirectoryOrganisationId>,
    body: Body<OrganisationEntryPatch>,
) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let changed = change::change_organisation(act, *id, seen, &body)?;
        Ok(Reply::ok(&changed)?.tagged(changed.revision))
    })
    .await
}

/// Lists services of the directory, by name.
///
/// Every member. Only those that can be used now, unless `all` is true.
#[utoipa::path(
    tag = "directory",
    operation_id = "list_directory_services",
    params(ServicesQuery),
    responses((status = 200, body = Listing<ListedService>)),
)]
#[get("/directory/services")]
async fn services(door: Door, query: web::Query<ServicesQuery>) -> Answer {
    door.consult(move |act| Reply::ok(&lists::services(act, &query)?))
        .await
}

/// Shows one service of the directory, with its places.
///
/// Every member. The `ETag` is the version, to be given with a change.
#[utoipa::path(
    tag = "directory",
    operation_id = "directory_service",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListedService)),
)]
#[get("/directory/services/{id}")]
async fn service(door: Door, id: web::Path<ServiceId>) -> Answer {
    door.consult(move |act| {
        let found = lists::service(act, *id)?;
        Ok(Reply::ok(&found)?.tagged(found.revision))
    })
    .await
}

/// Adds a service to the directory.
///
/// Coordinators; supervisors for the entry of their own organisation.
#[utoipa::path(
    tag = "directory",
    operation_id = "add_directory_service",
    request_body = ServiceEntry,
    responses((status = 201, body = ListedService)),
)]
#[post("/directory/services")]
async fn add_service(door: Door, body: Body<ServiceEntry>) -> Answer {
    door.write(move |act| {
        let made = change::add_service(act, &body)?;
        let at = format!("/api/v1/directory/services/{}", made.id);
        Ok(Reply::created(at, &made)?.tagged(made.revision))
    })
    .await
}

/// Changes a service of the directory.
///
/// Coordinators; supervisors for the entry of their own organisation. Keep `accepting` and
/// `capacity` fresh: routing goes by them.
#[utoipa::path(
    tag = "directory",
    operation_id = "change_directory_service",
    params(("id" = uuid::Uuid, Path)),
    request_body = ServiceEntryPatch,
    responses((status = 200, body = ListedService)),
)]
#[patch("/directory/services/{id}")]
async fn change_service(
    door: Door,
    id: web::Path<ServiceId>,
    body: Body<ServiceEntryPatch>,
) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let changed = change::change_service(act, *id, seen, &body)?;
        Ok(Reply::ok(&changed)?.tagged(changed.revision))
    })
    .await
}

/// Lists places of the directory, by name.
///
/// Every member. Addresses of confidential places are shown to caseworkers, supervisors and
/// coordinators only, and that look is on record.
#[utoipa::path(
    tag = "directory",
    operation_id = "list_directory_places",
    params(PlacesQuery),
    responses((status = 200, body = Listing<ListedPlace>)),
)]
#[get("/directory/places")]
async fn places(door: Door, query: web::Query<PlacesQuery>) -> Answer {
    door.consult(move |act| Reply::ok(&lists::places(act, &query)?))
        .await
}

/// Shows one place of the directory.
///
/// Every member. The address of a confidential place is shown to caseworkers, supervisors and
/// coordinators only, and that look is on record. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "directory",
    operation_id = "directory_place",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ListedPlace)),
)]
#[get("/directory/places/{id}")]
async fn place(door: Door, id: web::Path<PlaceId>) -> Answer {
    door.consult(move |act| {
        let found = lists::place(act, *id)?;
        Ok(Reply::ok(&found)?.tagged(found.revision))
    })
    .await
}

/// Adds a place to the directory.
///
/// Coordinators. Mark a shelter as confidential.
#[utoipa::path(
    tag = "directory",
    operation_id = "add_directory_place",
    request_body = PlaceEntry,
    responses((status = 201, body = ListedPlace)),
)]
#[post("/directory/places")]
async fn add_place(door: Door, body: Body<PlaceEntry>) -> Answer {
    door.write(move |act| {
        let made = change::add_place(act, &body)?;
        let at = format!("/api/v1/directory/places/{}", made.id);
        Ok(Reply::created(at, &made)?.tagged(made.revision))
    })
    .await
}

/// Changes a place of the directory.
///
/// Coordinators. If it is made confidential, its address is sealed from then on.
#[utoipa::path(
    tag = "directory",
    operation_id = "change_directory_place",
    params(("id" = uuid::Uuid, Path)),
    request_body = PlaceEntryPatch,
    responses((status = 200, body = ListedPlace)),
)]
#[patch("/directory/places/{id}")]
async fn change_place(door: Door, id: web::Path<PlaceId>, body: Body<PlaceEntryPatch>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let changed = change::change_place(act, *id, seen, &body)?;
        Ok(Reply::ok(&changed)?.tagged(changed.revision))
    })
    .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    imports::routes(api);
    api.service(organisations)
        .service(organisation)
        .service(add_organisation)
        .service(change_organisation)
        .service(services)
        .service(service)
        .service(add_service)
        .service(change_service)
        .service(places)
        .service(place)
        .service(add_place)
        .service(change_place);
}
