//! Counting: every step of every referral that an organisation sent, from clear columns.

use amparo_store::schema::{referral_events, referrals};
use amparo_store::{AnyConnection, OrganisationId, ReferralId};
use diesel::prelude::*;

use crate::foundation::Refusal;
use crate::referrals::model::State;

/// Referral, receiver and state of each step of what was sent. Drafts were seen by nobody.
pub(in crate::referrals) fn steps_of_sender(
    db: &mut AnyConnection,
    sender: OrganisationId,
) -> Result<Vec<(ReferralId, OrganisationId, State)>, Refusal> {
    Ok(referrals::table
        .inner_join(referral_events::table.on(referral_events::referral_id.eq(referrals::id)))
        .filter(referrals::sender_id.eq(sender))
        .filter(referrals::answer_by.is_not_null())
        .select((
            referrals::id,
            referrals::receiver_id,
            referral_events::state,
        ))
        .load(db)?)
}
