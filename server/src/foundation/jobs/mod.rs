//! Work that follows from an act, enqueued in the act's own transaction and safe to do twice.
//!
//! A payload holds ids only, never names. A crash lets the lease run out; the job then runs again.

use amparo_store::{JobId, Moment, one_row};
use chrono::TimeDelta;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::act::Act;
use super::app::App;
use super::refusal::{Broken, Refusal};

mod rows;

/// A kind of work.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// The name in the table.
    const NAME: &'static str;

    /// Does the work, in a transaction of its own, which also deletes the job.
    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal>;
}

/// How one kind of job is run; made by [`runner`].
#[derive(Clone, Copy, Debug)]
pub struct Runner {
    name: &'static str,
    run: fn(&mut Act<'_>, &str) -> Result<(), Refusal>,
}

/// The runner of one kind of job, for the doors to collect.
pub fn runner<J: Job>() -> Runner {
    Runner {
        name: J::NAME,
        run: |act, payload| serde_json::from_str::<J>(payload)?.run(act),
    }
}

/// Puts a job on the list, ready after `delay`.
pub fn enqueue<J: Job>(act: &mut Act<'_>, job: &J, delay: TimeDelta) -> Result<(), Refusal> {
    enqueue_named(act, J::NAME, job, delay)
}

/// The same for work that a room further up does: the room below knows its name and its payload,
/// not who runs it.
pub fn enqueue_named(
    act: &mut Act<'_>,
    name: &str,
    payload: &impl Serialize,
    delay: TimeDelta,
) -> Result<(), Refusal> {
    let id = JobId::from_uuid(act.fresh_id());
    let payload = serde_json::to_string(payload)?;
    let ready_at = act.now.plus(delay);
    rows::insert(act.db(), id, name, &payload, ready_at)
}

/// Runs every job that is ready; answers how many were done.
pub fn run_ready(app: &App, runners: &[Runner]) -> Result<usize, Refusal> {
    let mut done = 0;
    while let Some(job) = app.housekeep(claim)? {
        let runner = runners
            .iter()
            .find(|runner| runner.name == job.name)
            .ok_or_else(|| Broken::bug("a job of unknown kind is on the list"))?;
        app.housekeep(|act| {
            (runner.run)(act, &job.payload)?;
            rows::delete(act.db(), job.id)
        })?;
        done += 1;
    }
    Ok(done)
}

/// Jobs that wait, ready or not. Tests ask.
pub fn waiting(act: &mut Act<'_>) -> Result<i64, Refusal> {
    rows::count(act.db())
}

struct Claimed {
    id: JobId,
    name: String,
    payload: String,
}

fn claim(act: &mut Act<'_>) -> Result<Option<Claimed>, Refusal> {
    let now = act.now;
    let Some((id, name, payload)) = rows::first_ready(act.db(), now)? else {
        return Ok(None);
    };
    let until: Moment = now.plus(TimeDelta::minutes(5));
    // Another process may have been faster: then there is nothing to do this time.
    Ok(one_row(rows::lease(act.db(), id, now, until)?)
        .is_ok()
        .then_some(Claimed { id, name, payload }))
}
