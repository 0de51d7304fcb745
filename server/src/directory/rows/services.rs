//! The tables `directory_services` and `directory_service_places`.

use std::collections::{HashMap, HashSet};

use amparo_store::schema::directory_services::{self as t, table};
use amparo_store::schema::{directory_organisations, directory_service_places as sp};
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, PlaceId, ServiceId};
use diesel::prelude::*;
use uuid::Uuid;

use super::{Backend, Entry, Known, There, Window, among, beginning, entry, listed};
use crate::directory::import::ServiceStatus;
use crate::directory::model::OWN;
use crate::directory::queries::ServicesQuery;
use crate::directory::text::derived_id;
use crate::foundation::Refusal;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct ServiceRow {
    pub id: ServiceId,
    pub publisher: String,
    pub source_id: String,
    pub source_digest: Option<Digest>,
    pub organisation_id: DirectoryOrganisationId,
    pub name: String,
    pub description: Option<String>,
    pub status: ServiceStatus,
    pub categories: String,
    pub countries: String,
    pub languages: String,
    pub eligibility: String,
    pub url: Option<String>,
    pub email: Option<String>,
    pub phones: String,
    pub capacity: Option<i32>,
    pub accepting: bool,
    pub answers_within_hours: Option<i32>,
    pub verified_on: Option<Day>,
    pub details: String,
    pub search: String,
    pub sort_key: String,
    pub updated_on: Day,
    pub revision: i64,
    pub status_before: Option<ServiceStatus>,
}

entry!(
    ServiceRow, ServiceId,
    gone: status = ServiceStatus::Inactive, there: THERE, before: status_before: ServiceStatus, owner: organisation_id,
    empty: {
        organisation_id: DirectoryOrganisationId::from_bytes([0; 16]), description: None,
        status: ServiceStatus::Active, categories: listed([]), countries: listed([]),
        languages: listed([]), eligibility: "{}".to_owned(), url: None, email: None,
        capacity: None, accepting: true, answers_within_hours: None, verified_on: None,
    }
);

/// What may be said of a service that is there.
pub const THERE: [ServiceStatus; 2] = [ServiceStatus::Active, ServiceStatus::TemporarilyClosed];

pub fn list(
    db: &mut AnyConnection,
    query: &ServicesQuery,
    window: Window<ServiceId>,
) -> Result<Vec<ServiceRow>, Refusal> {
    let mut rows: t::BoxedQuery<'_, Backend> = table.into_boxed();
    if query.all != Some(true) {
        rows = rows.filter(t::status.eq(ServiceStatus::Active));
    }
    if let Some(category) = query.category {
        rows = rows.filter(t::categories.like(among(category.as_str())));
    }
    if let Some(country) = &query.country {
        rows = rows.filter(t::countries.like(among(country.as_str())));
    }
    if let Some(language) = &query.language {
        rows = rows.filter(t::languages.like(among(language.as_str())));
    }
    if let Some(accepting) = query.accepting {
        rows = rows.filter(t::accepting.eq(accepting));
    }
    if let Some(organisation) = query.organisation {
        rows = rows.filter(t::organisation_id.eq(organisation));
    }
    if let Some(kind) = query.kind {
        let of_kind = directory_organisations::table
            .filter(directory_organisations::kind.eq(kind))
            .select(directory_organisations::id);
        rows = rows.filter(t::organisation_id.eq_any(of_kind));
    }
    self::window(db, rows, window)
}

/// Every service that can be used now.
pub fn active(db: &mut AnyConnection) -> Result<Vec<ServiceRow>, Refusal> {
    Ok(table.filter(t::status.eq(ServiceStatus::Active)).load(db)?)
}

/// The places of one service.
pub fn places(db: &mut AnyConnection, id: ServiceId) -> Result<Vec<PlaceId>, Refusal> {
    Ok(sp::table
        .filter(sp::service_id.eq(id))
        .select(sp::place_id)
        .order_by(sp::place_id)
        .load(db)?)
}

/// Every pair of a service and a place.
pub fn pairs(db: &mut AnyConnection) -> Result<Vec<(ServiceId, PlaceId)>, Refusal> {
    Ok(sp::table.select((sp::service_id, sp::place_id)).load(db)?)
}

/// The pairs' own id is made of the pair, so that it stays the same when a service is read anew.
pub fn set_places(
    db: &mut AnyConnection,
    service: ServiceId,
    places: &[PlaceId],
) -> Result<(), Refusal> {
    diesel::delete(sp::table.filter(sp::service_id.eq(service))).execute(db)?;
    let once: HashSet<&PlaceId> = places.iter().collect();
    for place in once {
        let pair = [service.as_bytes(), place.as_bytes()];
        let id = ServiceId::from_uuid(derived_id("service_at_location", &pair));
        diesel::insert_into(sp::table)
            .values((
                sp::id.eq(id),
                sp::service_id.eq(service),
                sp::place_id.eq(*place),
            ))
            .execute(db)?;
    }
    Ok(())
}
