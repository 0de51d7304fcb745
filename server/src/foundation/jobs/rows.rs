//! The table `jobs`.

use amparo_store::schema::jobs;
use amparo_store::{AnyConnection, JobId, Moment};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(super) fn insert(
    db: &mut AnyConnection,
    id: JobId,
    name: &str,
    payload: &str,
    ready_at: Moment,
) -> Result<(), Refusal> {
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(id),
            jobs::name.eq(name),
            jobs::payload.eq(payload),
            jobs::ready_at.eq(ready_at),
            jobs::attempts.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn first_ready(
    db: &mut AnyConnection,
    now: Moment,
) -> Result<Option<(JobId, String, String)>, Refusal> {
    Ok(jobs::table
        .filter(jobs::ready_at.le(now))
        .filter(jobs::leased_until.is_null().or(jobs::leased_until.lt(now)))
        .order(jobs::ready_at)
        .select((jobs::id, jobs::name, jobs::payload))
        .first(db)
        .optional()?)
}

pub(super) fn lease(
    db: &mut AnyConnection,
    id: JobId,
    now: Moment,
    until: Moment,
) -> Result<usize, Refusal> {
    Ok(diesel::update(jobs::table.find(id))
        .filter(jobs::leased_until.is_null().or(jobs::leased_until.lt(now)))
        .set((
            jobs::leased_until.eq(until),
            jobs::attempts.eq(jobs::attempts + 1),
        ))
        .execute(db)?)
}

pub(super) fn delete(db: &mut AnyConnection, id: JobId) -> Result<(), Refusal> {
    diesel::delete(jobs::table.find(id)).execute(db)?;
    Ok(())
}

pub(super) fn count(db: &mut AnyConnection) -> Result<i64, Refusal> {
    Ok(jobs::table.count().get_result(db)?)
}
