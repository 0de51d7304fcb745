//! The table `jobs`.

use amparo_store::schema::jobs;
use amparo_store::{AnyConnection, Day, JobId, Moment, OrganisationId};
use diesel::prelude::*;

use super::failure::Failure;
use crate::foundation::Refusal;

/// A job that is ready: id, name, payload, attempts.
pub(super) type ReadyRow = (JobId, String, String, i32);

/// A job that was given up: id, name, payload, attempts, why, when.
pub(super) type GivenUpRow = (JobId, String, String, i32, Option<Failure>, Option<Day>);

/// A job that was given up and still has its payload: id, name, payload, whose.
pub(super) type CarryingRow = (JobId, String, String, Option<OrganisationId>);

pub(super) fn insert(
    db: &mut AnyConnection,
    id: JobId,
    organisation: Option<OrganisationId>,
    name: &str,
    payload: &str,
    ready_at: Moment,
) -> Result<(), Refusal> {
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(id),
            jobs::organisation_id.eq(organisation),
            jobs::name.eq(name),
            jobs::payload.eq(payload),
            jobs::ready_at.eq(ready_at),
            jobs::attempts.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

/// The job of one of these kinds that has been ready for longest and that nobody works at.
pub(super) fn first_ready(
    db: &mut AnyConnection,
    names: &[&'static str],
    now: Moment,
) -> Result<Option<ReadyRow>, Refusal> {
    Ok(jobs::table
        .filter(jobs::ready_at.le(now))
        .filter(jobs::given_up_on.is_null())
        .filter(jobs::leased_until.is_null().or(jobs::leased_until.lt(now)))
        .filter(jobs::name.eq_any(names.to_vec()))
        .order((jobs::ready_at, jobs::id))
        .select((jobs::id, jobs::name, jobs::payload, jobs::attempts))
        .first(db)
        .optional()?)
}

/// Takes a job that had so many attempts; no row is changed if somebody was faster.
pub(super) fn lease(
    db: &mut AnyConnection,
    id: JobId,
    attempts: i32,
    now: Moment,
    until: Moment,
) -> Result<usize, Refusal> {
    Ok(diesel::update(jobs::table.find(id))
        .filter(jobs::attempts.eq(attempts))
        .filter(jobs::given_up_on.is_null())
        .filter(jobs::leased_until.is_null().or(jobs::leased_until.lt(now)))
        .set((
            jobs::leased_until.eq(until),
            jobs::attempts.eq(attempts + 1),
        ))
        .execute(db)?)
}

/// Deletes a job that is done, whoever has it now.
pub(super) fn delete(db: &mut AnyConnection, id: JobId) -> Result<usize, Refusal> {
    Ok(diesel::delete(jobs::table.find(id)).execute(db)?)
}

/// Deletes a job only if it is still in the hands of who took it: the number of attempts says so.
pub(super) fn delete_held(
    db: &mut AnyConnection,
    id: JobId,
    attempts: i32,
) -> Result<usize, Refusal> {
    Ok(diesel::delete(jobs::table.find(id))
        .filter(jobs::attempts.eq(attempts))
        .filter(jobs::given_up_on.is_null())
        .execute(db)?)
}

/// Puts a held job back, to be tried again.
pub(super) fn put_back(
    db: &mut AnyConnection,
    id: JobId,
    attempts: i32,
    failure: Failure,
    ready_at: Moment,
) -> Result<usize, Refusal> {
    Ok(diesel::update(jobs::table.find(id))
        .filter(jobs::attempts.eq(attempts))
        .filter(jobs::given_up_on.is_null())
        .set((
            jobs::leased_until.eq(None::<Moment>),
            jobs::ready_at.eq(ready_at),
            jobs::failure.eq(Some(failure)),
        ))
        .execute(db)?)
}

/// Gives a held job up.
pub(super) fn give_up(
    db: &mut AnyConnection,
    id: JobId,
    attempts: i32,
    failure: Failure,
    on: Day,
) -> Result<usize, Refusal> {
    Ok(diesel::update(jobs::table.find(id))
        .filter(jobs::attempts.eq(attempts))
        .filter(jobs::given_up_on.is_null())
        .set((
            jobs::leased_until.eq(None::<Moment>),
            jobs::failure.eq(Some(failure)),
            jobs::given_up_on.eq(Some(on)),
        ))
        .execute(db)?)
}

/// Puts a job that was given up on the list again, as if it were new.
pub(super) fn begin_again(
    db: &mut AnyConnection,
    id: JobId,
    ready_at: Moment,
) -> Result<usize, Refusal> {
    Ok(diesel::update(jobs::table.find(id))
        .filter(jobs::given_up_on.is_not_null())
        .set((
            jobs::attempts.eq(0),
            jobs::ready_at.eq(ready_at),
            jobs::failure.eq(None::<Failure>),
            jobs::given_up_on.eq(None::<Day>),
        ))
        .execute(db)?)
}

/// Takes the payload away: the row stays and says that something was given up.
pub(super) fn empty(db: &mut AnyConnection, id: JobId) -> Result<usize, Refusal> {
    Ok(diesel::update(jobs::table.find(id))
        .set(jobs::payload.eq(""))
        .execute(db)?)
}

/// What was given up of an organisation's jobs, the latest first.
pub(super) fn given_up(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<GivenUpRow>, Refusal> {
    Ok(jobs::table
        .filter(jobs::organisation_id.eq(organisation))
        .filter(jobs::given_up_on.is_not_null())
        .order((jobs::given_up_on.desc(), jobs::id))
        .select((
            jobs::id,
            jobs::name,
            jobs::payload,
            jobs::attempts,
            jobs::failure,
            jobs::given_up_on,
        ))
        .load(db)?)
}

/// What was given up before a day and still has its payload.
pub(super) fn given_up_before(
    db: &mut AnyConnection,
    day: Day,
) -> Result<Vec<CarryingRow>, Refusal> {
    Ok(jobs::table
        .filter(jobs::given_up_on.lt(day))
        .filter(jobs::payload.ne(""))
        .select((jobs::id, jobs::name, jobs::payload, jobs::organisation_id))
        .load(db)?)
}

/// How many were given up, whosever they are.
pub(super) fn count_given_up(db: &mut AnyConnection) -> Result<i64, Refusal> {
    Ok(jobs::table
        .filter(jobs::given_up_on.is_not_null())
        .count()
        .get_result(db)?)
}

pub(super) fn count_waiting(db: &mut AnyConnection) -> Result<i64, Refusal> {
    Ok(jobs::table
        .filter(jobs::given_up_on.is_null())
        .count()
        .get_result(db)?)
}
