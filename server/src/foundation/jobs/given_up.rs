//! Jobs that were given up: counted, shown, tried again, discarded.
//!
//! What must stay true: only a job that reaches outside may be discarded. What stays inside is
//! often somebody's wish, such as to stop sharing, and nobody may make that disappear.

use amparo_store::{AnyConnection, Day, JobId, OrganisationId};
use chrono::TimeDelta;

use super::failure::Failure;
use super::pace::KEPT_DAYS;
use super::{Runners, rows};
use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::reason::Reason;
use crate::foundation::refusal::Refusal;

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// The job.
    pub id: JobId,
    /// Its kind.
    pub name: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Why the last try failed.
    pub failure: Failure,
    /// The day of the last try.
    pub on: Day,
    /// What it needs is still there.
    pub may_retry: bool,
}

/// What was given up of an organisation's jobs, the latest first.
pub fn given_up(act: &mut Act<'_>, organisation: OrganisationId) -> Result<Vec<GivenUp>, Refusal> {
    let rows = rows::given_up(act.db(), organisation)?;
    Ok(rows.into_iter().map(|row| view(act, row)).collect())
}

fn view(act: &Act<'_>, row: rows::GivenUpRow) -> GivenUp {
    let (id, name, payload, attempts, failure, on) = row;
    GivenUp {
        id,
        may_retry: !payload.is_empty(),
        name,
        attempts,
        failure: failure.unwrap_or(Failure::Broken),
        on: on.unwrap_or(act.now.to_day()),
    }
}

/// How many were given up on this server, whosever they are. For whoever runs the machine.
pub fn all_given_up(db: &mut AnyConnection) -> Result<i64, Refusal> {
    rows::count_given_up(db)
}

/// Tries a job again that was given up, from the beginning.
pub fn retry(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    id: JobId,
) -> Result<GivenUp, Refusal> {
    let row = find(act, organisation, id)?;
    let job = view(act, row);
    if !job.may_retry {
        return Err(Refusal::Because(Reason::JobForgotten));
    }
    let now = act.now;
    rows::begin_again(act.db(), id, now)?;
    Ok(job)
}

/// Drops a job that was given up, and what it carried.
pub fn discard(
    act: &mut Act<'_>,
    runners: &Runners,
    organisation: OrganisationId,
    id: JobId,
) -> Result<GivenUp, Refusal> {
    let row = find(act, organisation, id)?;
    let Some(outside) = runners.outside(&row.1) else {
        return Err(Refusal::Because(Reason::JobStays));
    };
    if !row.2.is_empty() {
        (outside.forget)(act, &row.2)?;
    }
    rows::delete(act.db(), id)?;
    Ok(view(act, row))
}

/// Destroys what lay too long. The row stays and is counted, but one that no administrator would be
/// shown goes too. Work inside carries nothing, and is kept.
pub fn sweep(app: &App, runners: &Runners) -> Result<(), Refusal> {
    app.housekeep(|act| {
        let before = act.now.plus(TimeDelta::days(-KEPT_DAYS)).to_day();
        for (id, name, payload, organisation) in rows::given_up_before(act.db(), before)? {
            let Some(outside) = runners.outside(&name) else {
                continue;
            };
            (outside.forget)(act, &payload)?;
            if organisation.is_some() {
                rows::empty(act.db(), id)?;
            } else {
                rows::delete(act.db(), id)?;
            }
        }
        Ok(())
    })
}

fn find(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    id: JobId,
) -> Result<rows::GivenUpRow, Refusal> {
    let mut all = rows::given_up(act.db(), organisation)?.into_iter();
    all.find(|row| row.0 == id).ok_or(Refusal::NotFound)
}
