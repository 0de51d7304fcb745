//! Taking, doing, recording.

use amparo_store::{JobId, Moment};
use rand_core::Rng;

use super::failure::{self, Failure};
use super::pace::{self, MOST_ATTEMPTS};
use super::{Deed, Outside, Runner, Runners, Step, Way, rows};
use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::refusal::{Broken, Refusal};

/// What came of the jobs that were ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Done, and deleted.
    pub done: usize,
    /// Failed: put back, or given up.
    pub failed: usize,
}

/// A job in our hands until the lease runs out.
struct Taken {
    id: JobId,
    name: &'static str,
    payload: String,
    /// With this one. Who takes it after us counts one more, so that the number says whose it is.
    attempts: i32,
}

/// Runs every job inside that is ready. One that fails keeps no other waiting.
pub fn run_inside(app: &App, runners: &Runners) -> Result<Tally, Refusal> {
    let inside = |it: &Runner| match it.way {
        Way::Inside(run) => Some((it.name, run)),
        Way::Outside(_) => None,
    };
    let runners: Vec<(&'static str, Step)> = runners.0.iter().filter_map(inside).collect();
    let mut tally = Tally::default();
    while let Some((taken, run)) = take(app, &runners)? {
        let outcome = app.housekeep(|act| {
            run(act, &taken.payload)?;
            if rows::delete_held(act.db(), taken.id, taken.attempts)? == 0 {
                return Err(Broken::bug("the lease of a job ran out before it was done").into());
            }
            Ok(())
        });
        match outcome {
            Ok(()) => tally.done += 1,
            Err(refusal) => {
                record_failure(app, &taken, failure::of(&refusal, taken.name))?;
                tally.failed += 1;
            }
        }
    }
    Ok(tally)
}

/// Does every job outside that is ready, one after the other. Blocks for as long as the other side
/// takes, and holds nothing of the database meanwhile: on a thread of its own.
pub fn run_outside(app: &App, runners: &Runners) -> Result<Tally, Refusal> {
    let outside = |it: &Runner| match it.way {
        Way::Outside(outside) => Some((it.name, outside)),
        Way::Inside(_) => None,
    };
    let runners: Vec<(&'static str, Outside)> = runners.0.iter().filter_map(outside).collect();
    let mut tally = Tally::default();
    while let Some((taken, outside)) = take(app, &runners)? {
        let load = app.consult(&Caller::Visitor, |act| (outside.load)(act, &taken.payload));
        match carry_out(app, &taken, load) {
            Ok(()) => {
                record_done(app, &taken, outside.forget)?;
                tally.done += 1;
            }
            Err(why) => {
                record_failure(app, &taken, why)?;
                tally.failed += 1;
            }
        }
    }
    Ok(tally)
}

/// Outside any act. Nothing to carry out is done too.
fn carry_out(app: &App, taken: &Taken, load: Result<Option<Deed>, Refusal>) -> Result<(), Failure> {
    match load {
        Ok(Some(deed)) => deed(&app.config),
        Ok(None) => Ok(()),
        Err(refusal) => Err(failure::of(&refusal, taken.name)),
    }
}

/// Takes the next job that one of `runners` knows.
fn take<T: Copy>(app: &App, runners: &[(&'static str, T)]) -> Result<Option<(Taken, T)>, Refusal> {
    let names: Vec<&'static str> = runners.iter().map(|(name, _)| *name).collect();
    while let Some(taken) = app.housekeep(|act| claim(act, &names))? {
        if taken.attempts > MOST_ATTEMPTS {
            // Taken so often without a word of what came of it: it brings the process down.
            record_failure(app, &taken, Failure::Interrupted)?;
            continue;
        }
        let way = runners.iter().find(|(name, _)| *name == taken.name);
        return Ok(way.map(|(_, way)| (taken, *way)));
    }
    Ok(None)
}

fn claim(act: &mut Act<'_>, names: &[&'static str]) -> Result<Option<Taken>, Refusal> {
    let now = act.now;
    let until: Moment = now.plus(pace::lease());
    while let Some((id, name, payload, attempts)) = rows::first_ready(act.db(), names, now)? {
        let known = names.iter().find(|known| **known == name);
        // Another process may have been faster: then the next one is looked at.
        if let (Some(name), 1) = (known, rows::lease(act.db(), id, attempts, now, until)?) {
            return Ok(Some(Taken {
                id,
                name,
                payload,
                attempts: attempts + 1,
            }));
        }
    }
    Ok(None)
}

/// What is done is done, even if the lease ran out and somebody else has begun.
fn record_done(app: &App, taken: &Taken, forget: Step) -> Result<(), Refusal> {
    app.housekeep(|act| {
        forget(act, &taken.payload)?;
        rows::delete(act.db(), taken.id).map(drop)
    })
}

/// Puts the job back or gives it up. If it is no longer ours, whoever has it records.
fn record_failure(app: &App, taken: &Taken, failure: Failure) -> Result<(), Refusal> {
    let gives_up = failure.is_final() || taken.attempts >= MOST_ATTEMPTS;
    tracing::warn!(
        job = taken.name,
        failure = failure.as_str(),
        attempts = taken.attempts,
        gives_up,
        "a job failed"
    );
    app.housekeep(|act| {
        let now = act.now;
        let changed = if gives_up {
            rows::give_up(act.db(), taken.id, taken.attempts, failure, now.to_day())
        } else {
            let wait = pace::wait_after(taken.attempts, act.rng().next_u32());
            rows::put_back(act.db(), taken.id, taken.attempts, failure, now.plus(wait))
        };
        changed.map(drop)
    })
}
