//! Why a job failed: a code, because the words of whatever failed can quote names and addresses.

use crate::foundation::refusal::{Broken, Refusal};

amparo_store::text_enum! {
    /// Why a job failed.
    pub enum Failure {
        /// The other side did not want it, now or at all.
        Refused = "refused",
        /// The other side was silent for too long.
        TimedOut = "timed_out",
        /// No connection that both sides trust.
        Tls = "tls",
        /// Nobody listens there, or the way there is broken.
        Unreachable = "unreachable",
        /// The other side does not know the address, and will not learn it by being asked again.
        RejectedAddress = "rejected_address",
        /// The settings of this server do not allow it.
        Settings = "settings",
        /// The process ended each time before anything was recorded.
        Interrupted = "interrupted",
        /// Our own work failed; the log says more.
        Broken = "broken",
    }
}

impl Failure {
    /// Whether trying again would be in vain.
    pub(super) fn is_final(self) -> bool {
        self == Self::RejectedAddress
    }
}

/// Notes the failure of our own work in the log, and gives its code.
pub(super) fn of(refusal: &Refusal, job: &str) -> Failure {
    let what = match refusal {
        Refusal::Broken(Broken { what, .. }) => what,
        other => other.code(),
    };
    tracing::warn!(job, what, "the work of a job failed");
    Failure::Broken
}
