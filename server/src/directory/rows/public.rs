//! The part of the directory that anybody may read. Every query here leaves out what is
//! confidential or gone: no caller has to remember it.

use amparo_store::schema::{
    directory_organisations as o, directory_places as p, directory_service_places as sp,
    directory_services as s,
};
use amparo_store::{AnyConnection, Day, DirectoryOrganisationId, PlaceId, ServiceId};
use diesel::prelude::*;

use super::organisations::OrganisationRow;
use super::places::PlaceRow;
use super::services::ServiceRow;
use super::{Backend, among, beginning};
use crate::directory::import::ServiceStatus;
use crate::foundation::Refusal;

/// A service at a location: its own id, the service, the place.
pub type Pair = (ServiceId, ServiceId, PlaceId);

/// Which entries.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Folded.
    pub words: Vec<String>,
    pub organisation: Option<DirectoryOrganisationId>,
    /// A word of our own list of needs.
    pub category: Option<&'static str>,
    pub since: Option<Day>,
}

/// Rows to pass over and rows to read.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub offset: i64,
    pub limit: i64,
}

/// Narrows services, alone or joined with their places, to those that are offered and wanted. A
/// macro, because a boxed query cannot stand inside another on two databases.
macro_rules! wanted_services {
    ($query:expr, $wanted:expr) => {{
        let wanted: &Wanted = $wanted;
        let mut query = $query.filter(
            s::status
                .eq(ServiceStatus::Active)
                .or(s::status.eq(ServiceStatus::TemporarilyClosed)),
        );
        for word in &wanted.words {
            query = query.filter(s::search.like(beginning(word)));
        }
        if let Some(organisation) = wanted.organisation {
            query = query.filter(s::organisation_id.eq(organisation));
        }
        if let Some(category) = wanted.category {
            query = query.filter(s::categories.like(among(category)));
        }
        if let Some(since) = wanted.since {
            query = query.filter(s::updated_on.ge(since));
        }
        query
    }};
}

/// How many rows there are, and those of one page.
macro_rules! page {
    ($db:expr, $cut:expr, $rows:expr) => {{
        let (db, cut): (&mut AnyConnection, Cut) = ($db, $cut);
        let total = $rows.count().get_result(db)?;
        let rows = $rows.offset(cut.offset).limit(cut.limit);
        (total, rows)
    }};
}

fn of_organisations(wanted: &Wanted) -> o::BoxedQuery<'static, Backend> {
    let mut query = o::table.into_boxed().filter(o::active.eq(true));
    for word in &wanted.words {
        query = query.filter(o::search.like(beginning(word)));
    }
    query
}

fn of_services(wanted: &Wanted) -> s::BoxedQuery<'static, Backend> {
    wanted_services!(s::table.into_boxed(), wanted)
}

fn of_places() -> p::BoxedQuery<'static, Backend> {
    p::table
        .into_boxed()
        .filter(p::active.eq(true))
        .filter(p::confidential.eq(false))
}

/// Services at places that anybody may know.
fn of_pairs() -> sp::BoxedQuery<'static, Backend> {
    let open = p::table
        .filter(p::active.eq(true))
        .filter(p::confidential.eq(false))
        .select(p::id);
    sp::table.into_boxed().filter(sp::place_id.eq_any(open))
}

pub fn organisations(
    db: &mut AnyConnection,
    wanted: &Wanted,
    cut: Cut,
) -> Result<(i64, Vec<OrganisationRow>), Refusal> {
    let (total, rows) = page!(db, cut, of_organisations(wanted));
    Ok((total, rows.order_by((o::sort_key, o::id)).load(db)?))
}

pub fn services(
    db: &mut AnyConnection,
    wanted: &Wanted,
    cut: Cut,
) -> Result<(i64, Vec<ServiceRow>), Refusal> {
    let (total, rows) = page!(db, cut, of_services(wanted));
    Ok((total, rows.order_by((s::sort_key, s::id)).load(db)?))
}

pub fn organisation(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
) -> Result<Option<OrganisationRow>, Refusal> {
    let found = of_organisations(&Wanted::default()).filter(o::id.eq(id));
    Ok(found.first(db).optional()?)
}

pub fn service(db: &mut AnyConnection, id: ServiceId) -> Result<Option<ServiceRow>, Refusal> {
    let found = of_services(&Wanted::default()).filter(s::id.eq(id));
    Ok(found.first(db).optional()?)
}

pub fn place(db: &mut AnyConnection, id: PlaceId) -> Result<Option<PlaceRow>, Refusal> {
    Ok(of_places().filter(p::id.eq(id)).first(db).optional()?)
}

pub fn places_of_organisation(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
) -> Result<Vec<PlaceRow>, Refusal> {
    Ok(of_places()
        .filter(p::organisation_id.eq(id))
        .order_by((p::sort_key, p::id))
        .limit(200)
        .load(db)?)
}

/// A page of services at places.
pub fn pairs(
    db: &mut AnyConnection,
    wanted: &Wanted,
    cut: Cut,
) -> Result<(i64, Vec<Pair>), Refusal> {
    let found = || {
        let joined = sp::table
            .inner_join(s::table.on(s::id.eq(sp::service_id)))
            .inner_join(p::table.on(p::id.eq(sp::place_id)))
            .into_boxed::<Backend>()
            .filter(p::active.eq(true))
            .filter(p::confidential.eq(false));
        wanted_services!(joined, wanted)
    };
    let (total, rows) = page!(db, cut, found());
    let rows = rows.select((sp::id, sp::service_id, sp::place_id));
    Ok((total, rows.order_by(sp::id).load(db)?))
}

/// The places of one service that anybody may know.
pub fn pairs_of(db: &mut AnyConnection, service: ServiceId) -> Result<Vec<Pair>, Refusal> {
    let found = of_pairs().filter(sp::service_id.eq(service));
    Ok(found.order_by(sp::id).load(db)?)
}

/// One service at a place, by its own id.
pub fn pair(db: &mut AnyConnection, id: ServiceId) -> Result<Option<Pair>, Refusal> {
    Ok(of_pairs().filter(sp::id.eq(id)).first(db).optional()?)
}
