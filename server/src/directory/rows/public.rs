//! The part of the directory that anybody may read. Every query here leaves out what is
//! confidential or gone: no caller has to remember it.

use std::collections::HashMap;

use amparo_store::schema::{
    directory_organisations as o, directory_places as p, directory_service_places as sp,
    directory_services as s,
};
use amparo_store::{AnyConnection, Day, DirectoryOrganisationId, PlaceId, ServiceId};
use diesel::prelude::*;

use super::Backend;
use super::organisations::OrganisationRow;
use super::places::PlaceRow;
use super::services::{ServiceRow, THERE};
use crate::foundation::Refusal;

/// Rows that are read at once when all are read.
const PAGE: i64 = 5_000;
/// Ids in one query.
const IDS: usize = 500;

/// A service at a location: its own id, the service, the place.
pub type Pair = (ServiceId, ServiceId, PlaceId);

/// What a search needs of an entry.
#[derive(Queryable)]
pub struct Entry<Id> {
    pub id: Id,
    pub sort_key: String,
    pub search: String,
    pub updated_on: Day,
    pub categories: String,
    pub owner: Option<DirectoryOrganisationId>,
}

fn open_organisations() -> o::BoxedQuery<'static, Backend> {
    o::table.into_boxed().filter(o::active.eq(true))
}

fn open_services() -> s::BoxedQuery<'static, Backend> {
    s::table.into_boxed().filter(s::status.eq_any(THERE))
}

fn open_places() -> p::BoxedQuery<'static, Backend> {
    p::table
        .into_boxed()
        .filter(p::active.eq(true))
        .filter(p::confidential.eq(false))
}

/// Services at places that anybody may know.
fn open_pairs() -> sp::BoxedQuery<'static, Backend> {
    let open = p::table
        .filter(p::active.eq(true))
        .filter(p::confidential.eq(false))
        .select(p::id);
    sp::table.into_boxed().filter(sp::place_id.eq_any(open))
}

/// A page of all services, in the order of lists.
pub fn service_page(
    db: &mut AnyConnection,
    after: Option<(String, ServiceId)>,
) -> Result<Vec<Entry<ServiceId>>, Refusal> {
    let mut rows = open_services();
    if let Some((key, id)) = after {
        rows = rows.filter(s::sort_key.ge(key.clone()));
        rows = rows.filter(s::sort_key.gt(key).or(s::id.gt(id)));
    }
    let rows = rows.select((
        s::id,
        s::sort_key,
        s::search,
        s::updated_on,
        s::categories,
        s::organisation_id.nullable(),
    ));
    Ok(rows.order_by((s::sort_key, s::id)).limit(PAGE).load(db)?)
}

/// A page of all organisations, in the order of lists.
pub fn organisation_page(
    db: &mut AnyConnection,
    after: Option<(String, DirectoryOrganisationId)>,
) -> Result<Vec<Entry<DirectoryOrganisationId>>, Refusal> {
    let mut rows = open_organisations();
    if let Some((key, id)) = after {
        rows = rows.filter(o::sort_key.ge(key.clone()));
        rows = rows.filter(o::sort_key.gt(key).or(o::id.gt(id)));
    }
    let rows = rows.select((o::id, o::sort_key, o::search, o::updated_on));
    let rows: Vec<(_, _, _, _)> = rows.order_by((o::sort_key, o::id)).limit(PAGE).load(db)?;
    let entry = |(id, sort_key, search, updated_on)| Entry {
        id,
        sort_key,
        search,
        updated_on,
        categories: String::new(),
        owner: None,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// A page of all services at places, by their own ids.
pub fn pair_page(db: &mut AnyConnection, after: Option<ServiceId>) -> Result<Vec<Pair>, Refusal> {
    let mut rows = open_pairs();
    if let Some(id) = after {
        rows = rows.filter(sp::id.gt(id));
    }
    Ok(rows.order_by(sp::id).limit(PAGE).load(db)?)
}

/// Some services, by id.
pub fn services(
    db: &mut AnyConnection,
    ids: &[ServiceId],
) -> Result<HashMap<ServiceId, ServiceRow>, Refusal> {
    let mut all = HashMap::new();
    for some in ids.chunks(IDS) {
        let rows: Vec<ServiceRow> = open_services().filter(s::id.eq_any(some)).load(db)?;
        all.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(all)
}

/// Some organisations, by id.
pub fn organisations(
    db: &mut AnyConnection,
    ids: &[DirectoryOrganisationId],
) -> Result<HashMap<DirectoryOrganisationId, OrganisationRow>, Refusal> {
    let mut all = HashMap::new();
    for some in ids.chunks(IDS) {
        let rows: Vec<OrganisationRow> =
            open_organisations().filter(o::id.eq_any(some)).load(db)?;
        all.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(all)
}

/// One organisation.
pub fn organisation(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
) -> Result<Option<OrganisationRow>, Refusal> {
    Ok(open_organisations()
        .filter(o::id.eq(id))
        .first(db)
        .optional()?)
}

/// One service.
pub fn service(db: &mut AnyConnection, id: ServiceId) -> Result<Option<ServiceRow>, Refusal> {
    Ok(open_services().filter(s::id.eq(id)).first(db).optional()?)
}

/// The services of an organisation.
pub fn services_of(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
) -> Result<Vec<ServiceRow>, Refusal> {
    let rows = open_services().filter(s::organisation_id.eq(id));
    Ok(rows.order_by((s::sort_key, s::id)).limit(200).load(db)?)
}

/// The places of an organisation.
pub fn places_of(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
) -> Result<Vec<PlaceRow>, Refusal> {
    let rows = open_places().filter(p::organisation_id.eq(id));
    Ok(rows.order_by((p::sort_key, p::id)).limit(200).load(db)?)
}

/// Some places, by id.
pub fn places(db: &mut AnyConnection, ids: &[PlaceId]) -> Result<Vec<PlaceRow>, Refusal> {
    let mut all = Vec::new();
    for some in ids.chunks(IDS) {
        all.extend(
            open_places()
                .filter(p::id.eq_any(some))
                .load::<PlaceRow>(db)?,
        );
    }
    Ok(all)
}

/// The places of some services that anybody may know.
pub fn pairs_of(db: &mut AnyConnection, ids: &[ServiceId]) -> Result<Vec<Pair>, Refusal> {
    let mut all = Vec::new();
    for some in ids.chunks(IDS) {
        let rows = open_pairs().filter(sp::service_id.eq_any(some));
        all.extend(rows.order_by(sp::id).load::<Pair>(db)?);
    }
    Ok(all)
}

/// One service at a place, by its own id.
pub fn pair(db: &mut AnyConnection, id: ServiceId) -> Result<Option<Pair>, Refusal> {
    Ok(open_pairs().filter(sp::id.eq(id)).first(db).optional()?)
}
