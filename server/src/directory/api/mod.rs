//! `/directory`: organisations, services, places.

use actix_web::{get, patch, post, web};
use amparo_store::{DirectoryOrganisationId, PlaceId, ServiceId};

use crate::directory::fields::{OrganisationEntry, PlaceEntry, ServiceEntry};
use crate::directory::model::{ListedOrganisation, ListedPlace, ListedService};
use crate::directory::queries::{OrganisationsQuery, PlacesQuery, ServicesQuery};
use crate::directory::{change, lists};
use crate::web::{Answer, Body, Changes, Door, Listing, Reply, Routes};

mod imports;

/// The list of a kind of entry, one of them, a new one, a change: the same for all kinds.
macro_rules! operations {
    (
        $at:tt, $at_one:tt, $Query:ident, $Id:ident, $Listed:ident, $Entry:ident, $Changes:ident;
        $(#[$list_says:meta])* $list:ident $list_id:tt;
        $(#[$one_says:meta])* $one:ident $one_id:tt;
        $(#[$add_says:meta])* $add:ident $add_id:tt;
        $(#[$change_says:meta])* $change:ident $change_id:tt;
    ) => {
        type $Changes = Changes<$Entry>;

        $(#[$list_says])*
        #[utoipa::path(
            tag = "directory",
            operation_id = $list_id,
            params($Query),
            responses((status = 200, body = Listing<$Listed>)),
        )]
        #[get($at)]
        async fn $list(door: Door, query: web::Query<$Query>) -> Answer {
            door.consult(move |act| Reply::ok(&lists::$list(act, &query)?))
                .await
        }

        $(#[$one_says])*
        #[utoipa::path(
            tag = "directory",
            operation_id = $one_id,
            params(("id" = uuid::Uuid, Path)),
            responses((status = 200, body = $Listed)),
        )]
        #[get($at_one)]
        async fn $one(door: Door, id: web::Path<$Id>) -> Answer {
            door.consult(move |act| {
                let found = lists::$one(act, *id)?;
                Ok(Reply::ok(&found)?.tagged(found.revision))
            })
            .await
        }

        $(#[$add_says])*
        #[utoipa::path(
            tag = "directory",
            operation_id = $add_id,
            request_body = $Entry,
            responses((status = 201, body = $Listed)),
        )]
        #[post($at)]
        async fn $add(door: Door, body: Body<$Entry>) -> Answer {
            door.write(move |act| {
                let made = change::$add(act, &body)?;
                let at = format!("/api/v1{}/{}", $at, made.id);
                Ok(Reply::created(at, &made)?.tagged(made.revision))
            })
            .await
        }

        $(#[$change_says])*
        #[utoipa::path(
            tag = "directory",
            operation_id = $change_id,
            params(("id" = uuid::Uuid, Path)),
            request_body = $Changes,
            responses((status = 200, body = $Listed)),
        )]
        #[patch($at_one)]
        async fn $change(door: Door, id: web::Path<$Id>, body: Body<$Changes>) -> Answer {
            let seen = door.if_match()?;
            door.write(move |act| {
                let changed = change::$change(act, *id, seen, &body)?;
                Ok(Reply::ok(&changed)?.tagged(changed.revision))
            })
            .await
        }
    };
}

operations! {
    "/directory/organisations", "/directory/organisations/{id}", OrganisationsQuery,
    DirectoryOrganisationId, ListedOrganisation, OrganisationEntry, OrganisationChanges;
    /// Lists organisations of the directory, by name.
    ///
    /// Every member. They may or may not take part.
    organisations "list_directory_organisations";
    /// Shows one organisation of the directory.
    ///
    /// Every member. The `ETag` is the version, to be given with a change.
    organisation "directory_organisation";
    /// Adds an organisation to the directory.
    ///
    /// Coordinators. An entry does not make the organisation take part.
    add_organisation "add_directory_organisation";
    /// Changes an organisation of the directory.
    ///
    /// Coordinators. A later import of its publisher keeps what was corrected here, unless the
    /// publisher changed the entry.
    change_organisation "change_directory_organisation";
}

operations! {
    "/directory/services", "/directory/services/{id}", ServicesQuery,
    ServiceId, ListedService, ServiceEntry, ServiceChanges;
    /// Lists services of the directory, by name.
    ///
    /// Every member. Only those that can be used now, unless `all` is true.
    services "list_directory_services";
    /// Shows one service of the directory, with its places.
    ///
    /// Every member. The `ETag` is the version, to be given with a change.
    service "directory_service";
    /// Adds a service to the directory.
    ///
    /// Coordinators; supervisors for the entry of their own organisation.
    add_service "add_directory_service";
    /// Changes a service of the directory.
    ///
    /// Coordinators; supervisors for the entry of their own organisation. Keep `accepting` and
    /// `capacity` fresh: routing goes by them.
    change_service "change_directory_service";
}

operations! {
    "/directory/places", "/directory/places/{id}", PlacesQuery,
    PlaceId, ListedPlace, PlaceEntry, PlaceChanges;
    /// Lists places of the directory, by name.
    ///
    /// Every member. Addresses of confidential places are shown to caseworkers, supervisors and
    /// coordinators only, and that look is on record.
    places "list_directory_places";
    /// Shows one place of the directory.
    ///
    /// Every member. The address of a confidential place is shown to caseworkers, supervisors and
    /// coordinators only, and that look is on record. The `ETag` is the version, to be given with a
    /// change.
    place "directory_place";
    /// Adds a place to the directory.
    ///
    /// Coordinators. Mark a shelter as confidential.
    add_place "add_directory_place";
    /// Changes a place of the directory.
    ///
    /// Coordinators. If it is made confidential, its address is sealed from then on.
    change_place "change_directory_place";
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
