//! What the server should have done and gave up, for the administrators of the organisation: mail
//! that could not be sent, above all. They have it tried again, or discard it.
//!
//! Invariants: shown are kind, code of the failure, number of tries and day; never an address, a
//! name or a text. What follows from what a person did is never discarded.

use amparo_store::{Day, JobId, OrganisationId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::foundation::jobs::{self, GivenUp, Runners};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};

mod api;
mod pages;

pub use api::routes;
pub use pages::{notice, pages};

/// Something that the server should have done and gave up, such as a mail that could not be sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct UndoneJob {
    /// The job: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: JobId,
    /// What sort of job it is; `send_mail` is a mail.
    #[schema(examples("send_mail"))]
    pub kind: String,
    /// Why the last try failed.
    pub failure: UndoneFailure,
    /// How often the server tried.
    pub attempts: i32,
    /// The day of the last try (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub last_tried_on: Day,
    /// Whether it can be tried again. What a mail needs is destroyed seven days after it was given up.
    pub can_be_tried_again: bool,
    /// Whether it can be discarded. What follows from what a person did cannot.
    pub can_be_discarded: bool,
}

/// Why a job failed. `refused`: the other side did not want it. `timed_out`: it was silent for too
/// long. `tls`: there is no connection that both sides trust. `settings`: the settings of this
/// server do not allow it. `interrupted`: the server ended before it could note what came of it.
/// `broken`: an error of this server, whose log says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UndoneFailure {
    /// The other side did not want it, now or at all.
    Refused,
    /// The other side was silent for too long.
    TimedOut,
    /// There is no connection that both sides trust.
    Tls,
    /// Nobody listens there, or the way there is broken.
    Unreachable,
    /// The mail server does not know the address.
    RejectedAddress,
    /// The settings of this server do not allow it.
    Settings,
    /// The server ended each time before it could note what came of it.
    Interrupted,
    /// An error of this server; its log says more.
    Broken,
}

impl From<jobs::Failure> for UndoneFailure {
    fn from(failure: jobs::Failure) -> Self {
        match failure {
            jobs::Failure::Refused => Self::Refused,
            jobs::Failure::TimedOut => Self::TimedOut,
            jobs::Failure::Tls => Self::Tls,
            jobs::Failure::Unreachable => Self::Unreachable,
            jobs::Failure::RejectedAddress => Self::RejectedAddress,
            jobs::Failure::Settings => Self::Settings,
            jobs::Failure::Interrupted => Self::Interrupted,
            jobs::Failure::Broken => Self::Broken,
        }
    }
}

impl UndoneJob {
    fn of(job: GivenUp, runners: &Runners) -> Self {
        Self {
            can_be_discarded: runners.is_outside(&job.name),
            id: job.id,
            kind: job.name,
            failure: job.failure.into(),
            attempts: job.attempts,
            last_tried_on: job.on,
            can_be_tried_again: job.may_retry,
        }
    }
}

fn whose(act: &Act<'_>, right: Right) -> Result<OrganisationId, Refusal> {
    Ok(act.needs(right, Object::Undone)?.organisation)
}

/// Everything that was given up in the organisation, the latest first.
fn list(act: &mut Act<'_>, runners: &Runners) -> Result<Vec<UndoneJob>, Refusal> {
    let organisation = whose(act, Right::Read)?;
    let found = jobs::given_up(act, organisation)?.into_iter();
    Ok(found.map(|job| UndoneJob::of(job, runners)).collect())
}

/// How many there are, and the day of the last try.
fn summary(act: &mut Act<'_>) -> Result<Option<(usize, Day)>, Refusal> {
    let organisation = whose(act, Right::Read)?;
    let found = jobs::given_up(act, organisation)?;
    Ok(found.first().map(|latest| (found.len(), latest.on)))
}

/// Tries one of them again, from the beginning.
fn try_again(act: &mut Act<'_>, id: JobId) -> Result<(), Refusal> {
    let organisation = whose(act, Right::Write)?;
    jobs::retry(act, organisation, id)?;
    ledger::note(act, What::JobTriedAgain, About::the(id.to_uuid()))
}

/// Discards one of them, with what it carried.
fn discard(act: &mut Act<'_>, runners: &Runners, id: JobId) -> Result<(), Refusal> {
    let organisation = whose(act, Right::Write)?;
    jobs::discard(act, runners, organisation, id)?;
    ledger::note(act, What::JobDiscarded, About::the(id.to_uuid()))
}
