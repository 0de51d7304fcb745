//! The tables `directory_services` and `directory_service_places`.

use std::collections::{HashMap, HashSet};

use amparo_store::schema::directory_services::{self as t, table};
use amparo_store::schema::{directory_organisations, directory_service_places as sp};
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, PlaceId, ServiceId};
use diesel::prelude::*;

use super::organisations::Window;
use super::{Backend, Known, among, beginning};
use crate::directory::import::ServiceStatus;
use crate::directory::lists::ServicesQuery;
use crate::directory::text::derived_id;
use crate::foundation::Refusal;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(in crate::directory) struct ServiceRow {
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
}

pub(in crate::directory) fn find(
    db: &mut AnyConnection,
    id: ServiceId,
) -> Result<Option<ServiceRow>, Refusal> {
    Ok(table.find(id).first(db).optional()?)
}

pub(in crate::directory) fn list(
    db: &mut AnyConnection,
    query: &ServicesQuery,
    window: Window<ServiceId>,
) -> Result<Vec<ServiceRow>, Refusal> {
    let mut rows: t::BoxedQuery<'_, Backend> = table.into_boxed();
    if query.all != Some(true) {
        rows = rows.filter(t::status.eq(ServiceStatus::Active));
    }
    for word in &window.words {
        rows = rows.filter(t::search.like(beginning(word)));
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
    if let Some(publisher) = &query.publisher {
        rows = rows.filter(t::publisher.eq(publisher));
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
    if let Some((key, id)) = window.after {
        rows = rows.filter(t::sort_key.ge(key.clone()));
        rows = rows.filter(t::sort_key.gt(key).or(t::id.gt(id)));
    }
    Ok(rows
        .order_by((t::sort_key, t::id))
        .limit(window.rows)
        .load(db)?)
}

/// Every service that can be used now.
pub(in crate::directory) fn active(db: &mut AnyConnection) -> Result<Vec<ServiceRow>, Refusal> {
    Ok(table.filter(t::status.eq(ServiceStatus::Active)).load(db)?)
}

pub(in crate::directory) fn known(
    db: &mut AnyConnection,
    publisher: &str,
) -> Result<HashMap<String, Known<ServiceId>>, Refusal> {
    type Row = (String, ServiceId, Option<Digest>, ServiceStatus);
    let rows: Vec<Row> = table
        .filter(t::publisher.eq(publisher))
        .select((t::source_id, t::id, t::source_digest, t::status))
        .load(db)?;
    let known = |(source_id, id, digest, status): Row| {
        let active = matches!(
            status,
            ServiceStatus::Active | ServiceStatus::TemporarilyClosed
        );
        (source_id, Known { id, digest, active })
    };
    Ok(rows.into_iter().map(known).collect())
}

pub(in crate::directory) fn insert(
    db: &mut AnyConnection,
    rows: &[ServiceRow],
) -> Result<(), Refusal> {
    // One prepared statement, row by row: diesel's batches cannot be written for two databases.
    for row in rows {
        diesel::insert_into(table).values(row).execute(db)?;
    }
    Ok(())
}

/// Replaces a row whose revision is still `seen`; answers whether it was.
pub(in crate::directory) fn update(
    db: &mut AnyConnection,
    row: &ServiceRow,
    seen: i64,
) -> Result<bool, Refusal> {
    let changed = diesel::update(table.find(row.id))
        .filter(t::revision.eq(seen))
        .set(row)
        .execute(db)?;
    Ok(changed == 1)
}

/// The publisher's file no longer has it. The digest goes too: if it comes back, it is read anew.
pub(in crate::directory) fn retire(
    db: &mut AnyConnection,
    id: ServiceId,
    today: Day,
) -> Result<(), Refusal> {
    diesel::update(table.find(id))
        .set((
            t::status.eq(ServiceStatus::Inactive),
            t::source_digest.eq(None::<Digest>),
            t::updated_on.eq(today),
            t::revision.eq(t::revision + 1),
        ))
        .execute(db)?;
    Ok(())
}

/// The places of one service.
pub(in crate::directory) fn places(
    db: &mut AnyConnection,
    id: ServiceId,
) -> Result<Vec<PlaceId>, Refusal> {
    Ok(sp::table
        .filter(sp::service_id.eq(id))
        .select(sp::place_id)
        .order_by(sp::place_id)
        .load(db)?)
}

/// Every pair of a service and a place.
pub(in crate::directory) fn pairs(
    db: &mut AnyConnection,
) -> Result<Vec<(ServiceId, PlaceId)>, Refusal> {
    Ok(sp::table.select((sp::service_id, sp::place_id)).load(db)?)
}

/// The pairs' own id is made of the pair, so that it stays the same when a service is read anew.
pub(in crate::directory) fn set_places(
    db: &mut AnyConnection,
    of: &[(ServiceId, Vec<PlaceId>)],
    fresh: bool,
) -> Result<(), Refusal> {
    for (service, places) in of {
        if !fresh {
            diesel::delete(sp::table.filter(sp::service_id.eq(service))).execute(db)?;
        }
        let once: HashSet<&PlaceId> = places.iter().collect();
        for place in once {
            let id = derived_id(
                "service_at_location",
                &[service.as_bytes(), place.as_bytes()],
            );
            diesel::insert_into(sp::table)
                .values((
                    sp::id.eq(ServiceId::from_uuid(id)),
                    sp::service_id.eq(*service),
                    sp::place_id.eq(*place),
                ))
                .execute(db)?;
        }
    }
    Ok(())
}
