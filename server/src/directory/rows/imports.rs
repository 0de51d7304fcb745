//! The table `directory_imports`.

use amparo_store::schema::directory_imports::{self as t, table};
use amparo_store::{AnyConnection, Day, ImportId, OrganisationId, one_row};
use diesel::prelude::*;

use crate::directory::report::ImportReport;
use crate::foundation::{Broken, Refusal};

/// An import that begins.
pub fn insert(
    db: &mut AnyConnection,
    report: &ImportReport,
    by: Option<OrganisationId>,
) -> Result<(), Refusal> {
    diesel::insert_into(table)
        .values((
            t::id.eq(report.id),
            t::publisher.eq(&report.publisher),
            t::report.eq(serde_json::to_string(report)?),
            t::imported_on.eq(report.imported_on),
            t::organisation_id.eq(by),
        ))
        .execute(db)?;
    Ok(())
}

/// What has become of it.
pub fn update(db: &mut AnyConnection, report: &ImportReport) -> Result<(), Refusal> {
    let changed = diesel::update(table.find(report.id))
        .set(t::report.eq(serde_json::to_string(report)?))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::damage("the report of an import is gone").into())
}

/// The other organisations that imported files of a publisher.
pub fn importers_but(
    db: &mut AnyConnection,
    publisher: &str,
    own: Option<OrganisationId>,
) -> Result<Vec<OrganisationId>, Refusal> {
    let all: Vec<Option<OrganisationId>> = table
        .filter(t::publisher.eq(publisher))
        .filter(t::organisation_id.is_not_null())
        .select(t::organisation_id)
        .distinct()
        .load(db)?;
    Ok(all
        .into_iter()
        .flatten()
        .filter(|id| Some(*id) != own)
        .collect())
}

/// The report of one import.
pub fn find(db: &mut AnyConnection, id: ImportId) -> Result<Option<String>, Refusal> {
    Ok(table.find(id).select(t::report).first(db).optional()?)
}

/// The reports, newest day first.
pub fn list(
    db: &mut AnyConnection,
    after: Option<(Day, ImportId)>,
    rows: i64,
) -> Result<Vec<String>, Refusal> {
    let mut query: t::BoxedQuery<'_, super::Backend> = table.into_boxed();
    if let Some((day, id)) = after {
        query = query.filter(t::imported_on.le(day));
        query = query.filter(t::imported_on.lt(day).or(t::id.gt(id)));
    }
    Ok(query
        .order_by((t::imported_on.desc(), t::id))
        .limit(rows)
        .select(t::report)
        .load(db)?)
}

/// The day of one import, to begin a page after it.
pub fn day(db: &mut AnyConnection, id: ImportId) -> Result<Option<Day>, Refusal> {
    Ok(table.find(id).select(t::imported_on).first(db).optional()?)
}
