//! Work that follows from an act, enqueued in the act's own transaction and safe to do twice.
//!
//! There are two kinds. A [`Job`] stays inside: one act does the work and deletes the job. An
//! [`OutsideJob`] reaches outside (sends, stores elsewhere, calls) and has two acts around what it
//! does there: it is *taken* with a lease, *done* with nothing of the database in hand, and what
//! came of it is *recorded*. A crash between the two last lets the lease run out, and the work is
//! done once more: what goes outside must bear that.
//!
//! What must stay true: a payload holds ids only, never names; why a job failed is a code; a job
//! that fails waits longer each time and is given up in the end, and its row then waits for the
//! administrators of its organisation. The two kinds never wait for each other.

use amparo_store::{JobId, OrganisationId};
use chrono::TimeDelta;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::act::Act;
use super::caller::Caller;
use super::config::Config;
use super::refusal::Refusal;

mod failure;
mod given_up;
mod pace;
mod rows;
mod run;

pub use failure::Failure;
pub use given_up::{GivenUp, all_given_up, discard, given_up, retry, sweep};
pub use pace::{KEPT_DAYS, MOST_ATTEMPTS};
pub use run::{Tally, run_inside, run_outside};

/// Work inside: in one transaction, which also deletes the job.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// The name in the table.
    const NAME: &'static str;

    /// Does the work.
    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal>;
}

/// Work outside: two acts, and between them something that may take long and may fail.
pub trait OutsideJob: Serialize + DeserializeOwned + Send + 'static {
    /// The name in the table.
    const NAME: &'static str;

    /// All that the work needs, so that nothing of the database is held meanwhile.
    type Load: Send + 'static;

    /// Reads what is to be carried out; nothing if the work is no longer wanted.
    fn load(&self, act: &mut Act<'_>) -> Result<Option<Self::Load>, Refusal>;

    /// Does the work. It is given the settings and no app, so it cannot begin an act. It may be
    /// asked to do the same once more, after a crash.
    fn carry_out(load: &Self::Load, config: &Config) -> Result<(), Failure>;

    /// Destroys what the job carried: it is done, or was discarded, or lay too long.
    fn forget(&self, act: &mut Act<'_>) -> Result<(), Refusal>;
}

/// How one kind of job is run; made by [`runner`] and [`outside_runner`].
#[derive(Clone, Copy, Debug)]
pub struct Runner {
    name: &'static str,
    way: Way,
}

#[derive(Clone, Copy, Debug)]
enum Way {
    Inside(Step),
    Outside(Outside),
}

type Step = fn(&mut Act<'_>, &str) -> Result<(), Refusal>;
type Deed = Box<dyn FnOnce(&Config) -> Result<(), Failure> + Send>;

#[derive(Clone, Copy, Debug)]
struct Outside {
    load: fn(&mut Act<'_>, &str) -> Result<Option<Deed>, Refusal>,
    forget: Step,
}

/// Every kind of job that there is; the doors collect them.
#[derive(Clone, Debug)]
pub struct Runners(pub Vec<Runner>);

impl Runners {
    /// Whether a kind of job reaches outside.
    pub fn is_outside(&self, name: &str) -> bool {
        self.outside(name).is_some()
    }

    fn outside(&self, name: &str) -> Option<Outside> {
        let runner = self.0.iter().find(|runner| runner.name == name)?;
        match runner.way {
            Way::Outside(outside) => Some(outside),
            Way::Inside(_) => None,
        }
    }
}

/// The runner of one kind of job, for the doors to collect.
pub fn runner<J: Job>() -> Runner {
    Runner {
        name: J::NAME,
        way: Way::Inside(|act, payload| serde_json::from_str::<J>(payload)?.run(act)),
    }
}

/// The runner of one kind of job that reaches outside.
pub fn outside_runner<J: OutsideJob>() -> Runner {
    Runner {
        name: J::NAME,
        way: Way::Outside(Outside {
            load: |act, payload| {
                let load = serde_json::from_str::<J>(payload)?.load(act)?;
                Ok(
                    load.map(|load| -> Deed {
                        Box::new(move |config| J::carry_out(&load, config))
                    }),
                )
            },
            forget: |act, payload| serde_json::from_str::<J>(payload)?.forget(act),
        }),
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
    let organisation = match act.caller() {
        Caller::Member(member) => Some(member.organisation),
        Caller::Person(person) => Some(person.organisation),
        Caller::Visitor | Caller::Halfway { .. } => None,
    };
    insert(act, name, payload, delay, organisation)
}

/// Puts a job that reaches outside on the list. If it is given up, the administrators of
/// `organisation` are shown it.
pub fn enqueue_outside<J: OutsideJob>(
    act: &mut Act<'_>,
    job: &J,
    organisation: OrganisationId,
) -> Result<(), Refusal> {
    insert(act, J::NAME, job, TimeDelta::zero(), Some(organisation))
}

fn insert(
    act: &mut Act<'_>,
    name: &str,
    payload: &impl Serialize,
    delay: TimeDelta,
    organisation: Option<OrganisationId>,
) -> Result<(), Refusal> {
    let id = JobId::from_uuid(act.fresh_id());
    let payload = serde_json::to_string(payload)?;
    let ready_at = act.now.plus(delay);
    rows::insert(act.db(), id, organisation, name, &payload, ready_at)
}

/// Jobs that wait, ready or not; those that were given up are not among them. Tests ask.
pub fn waiting(act: &mut Act<'_>) -> Result<i64, Refusal> {
    rows::count_waiting(act.db())
}
