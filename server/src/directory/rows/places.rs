//! The table `directory_places`.

use std::collections::HashMap;

use amparo_store::schema::directory_places::{self as t, table};
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, PlaceId, Sealed};
use diesel::prelude::*;

use super::organisations::Window;
use super::{Backend, Known, beginning};
use crate::directory::import::PlaceKind;
use crate::directory::lists::PlacesQuery;
use crate::foundation::Refusal;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(in crate::directory) struct PlaceRow {
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
}

pub(in crate::directory) fn find(
    db: &mut AnyConnection,
    id: PlaceId,
) -> Result<Option<PlaceRow>, Refusal> {
    Ok(table.find(id).first(db).optional()?)
}

/// Some places by id.
pub(in crate::directory) fn some(
    db: &mut AnyConnection,
    ids: &[PlaceId],
) -> Result<Vec<PlaceRow>, Refusal> {
    let mut rows = Vec::new();
    for some in ids.chunks(500) {
        rows.extend(table.filter(t::id.eq_any(some)).load::<PlaceRow>(db)?);
    }
    Ok(rows)
}

pub(in crate::directory) fn list(
    db: &mut AnyConnection,
    query: &PlacesQuery,
    window: Window<PlaceId>,
) -> Result<Vec<PlaceRow>, Refusal> {
    let mut rows: t::BoxedQuery<'_, Backend> = table.into_boxed();
    if query.all != Some(true) {
        rows = rows.filter(t::active.eq(true));
    }
    for word in &window.words {
        rows = rows.filter(t::search.like(beginning(word)));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(t::kind.eq(kind));
    }
    if let Some(country) = &query.country {
        rows = rows.filter(t::country.eq(country.as_str()));
    }
    if let Some(publisher) = &query.publisher {
        rows = rows.filter(t::publisher.eq(publisher));
    }
    if let Some(organisation) = query.organisation {
        rows = rows.filter(t::organisation_id.eq(organisation));
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

/// Region and point of every place that is nobody's secret.
#[derive(Clone, Debug, Queryable)]
pub(in crate::directory) struct PointRow {
    pub id: PlaceId,
    pub region: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

pub(in crate::directory) fn points(db: &mut AnyConnection) -> Result<Vec<PointRow>, Refusal> {
    Ok(table
        .filter(t::active.eq(true))
        .filter(t::confidential.eq(false))
        .select((t::id, t::region, t::latitude, t::longitude))
        .load(db)?)
}

pub(in crate::directory) fn known(
    db: &mut AnyConnection,
    publisher: &str,
) -> Result<HashMap<String, Known<PlaceId>>, Refusal> {
    type Row = (String, PlaceId, Option<Digest>, bool);
    let rows: Vec<Row> = table
        .filter(t::publisher.eq(publisher))
        .select((t::source_id, t::id, t::source_digest, t::active))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(source_id, id, digest, active)| (source_id, Known { id, digest, active }))
        .collect())
}

pub(in crate::directory) fn insert(
    db: &mut AnyConnection,
    rows: &[PlaceRow],
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
    row: &PlaceRow,
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
    id: PlaceId,
    today: Day,
) -> Result<(), Refusal> {
    diesel::update(table.find(id))
        .set((
            t::active.eq(false),
            t::source_digest.eq(None::<Digest>),
            t::updated_on.eq(today),
            t::revision.eq(t::revision + 1),
        ))
        .execute(db)?;
    Ok(())
}
