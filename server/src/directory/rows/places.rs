//! The table `directory_places`.

use std::collections::HashMap;

use amparo_store::schema::directory_places::{self as t, table};
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, PlaceId, Sealed};
use diesel::prelude::*;
use uuid::Uuid;

use super::{Backend, Entry, Known, There, Window, beginning, entry};
use crate::directory::import::PlaceKind;
use crate::directory::model::OWN;
use crate::directory::queries::PlacesQuery;
use crate::foundation::Refusal;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct PlaceRow {
    pub id: PlaceId,
    pub publisher: String,
    pub source_id: String,
    pub source_digest: Option<Digest>,
    pub organisation_id: Option<DirectoryOrganisationId>,
    pub kind: PlaceKind,
    pub name: String,
    pub address: Option<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub confidential: bool,
    pub sealed: Option<Sealed>,
    pub phones: String,
    pub details: String,
    pub active: bool,
    pub search: String,
    pub sort_key: String,
    pub updated_on: Day,
    pub revision: i64,
    pub active_before: Option<bool>,
}

entry!(
    PlaceRow, PlaceId,
    gone: active = false, there: [true], before: active_before: bool, owner: organisation_id,
    empty: {
        organisation_id: None, kind: PlaceKind::Office, address: None, city: None, region: None,
        postal_code: None, country: None, latitude: None, longitude: None, confidential: false,
        sealed: None, active: true,
    }
);

/// Some places by id.
pub fn some(db: &mut AnyConnection, ids: &[PlaceId]) -> Result<Vec<PlaceRow>, Refusal> {
    let mut rows = Vec::new();
    for some in ids.chunks(500) {
        rows.extend(table.filter(t::id.eq_any(some)).load::<PlaceRow>(db)?);
    }
    Ok(rows)
}

pub fn list(
    db: &mut AnyConnection,
    query: &PlacesQuery,
    window: Window<PlaceId>,
) -> Result<Vec<PlaceRow>, Refusal> {
    let mut rows: t::BoxedQuery<'_, Backend> = table.into_boxed();
    if query.all != Some(true) {
        rows = rows.filter(t::active.eq(true));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(t::kind.eq(kind));
    }
    if let Some(country) = &query.country {
        rows = rows.filter(t::country.eq(country.as_str()));
    }
    if let Some(organisation) = query.organisation {
        rows = rows.filter(t::organisation_id.eq(organisation));
    }
    self::window(db, rows, window)
}

/// Region and point of every place that is nobody's secret.
#[derive(Clone, Debug, Queryable)]
pub struct PointRow {
    pub id: PlaceId,
    pub region: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

pub fn points(db: &mut AnyConnection) -> Result<Vec<PointRow>, Refusal> {
    Ok(table
        .filter(t::active.eq(true))
        .filter(t::confidential.eq(false))
        .select((t::id, t::region, t::latitude, t::longitude))
        .load(db)?)
}
