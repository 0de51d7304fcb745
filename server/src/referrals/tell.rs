//! A bare mail to those who answer referrals, when one has arrived.

use amparo_store::OrganisationId;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::rows;
use crate::foundation::jobs::{self, Job};
use crate::foundation::{Act, Refusal};
use crate::{mail, team};

/// Tells an organisation's workers that something waits.
///
/// The payload names the organisation and not the referral: the mails are written in the
/// transaction that deletes this row, and would otherwise lead from it to a case.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TellInbox {
    organisation: OrganisationId,
}

/// Puts the telling on the list, if this server sends mail.
pub(super) fn tell_inbox(act: &mut Act<'_>, organisation: OrganisationId) -> Result<(), Refusal> {
    if mail::is_on(act) {
        jobs::enqueue(act, &TellInbox { organisation }, TimeDelta::zero())?;
    }
    Ok(())
}

impl Job for TellInbox {
    const NAME: &'static str = "tell_inbox";

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        // Mail may have been turned off meanwhile, or somebody was quicker than the mail.
        if mail::is_on(act) && rows::has_unseen(act.db(), self.organisation)? {
            team::tell_workers(act, self.organisation)?;
        }
        Ok(())
    }
}
