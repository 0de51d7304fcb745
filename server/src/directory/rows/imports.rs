//! The table `directory_imports`.

use amparo_store::schema::directory_imports::{self as t, table};
use amparo_store::{AnyConnection, Day, ImportId};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub fn insert(
    db: &mut AnyConnection,
    id: ImportId,
    publisher: &str,
    report: &str,
    today: Day,
) -> Result<(), Refusal> {
    diesel::insert_into(table)
        .values((
            t::id.eq(id),
            t::publisher.eq(publisher),
            t::report.eq(report),
            t::imported_on.eq(today),
        ))
        .execute(db)?;
    Ok(())
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
