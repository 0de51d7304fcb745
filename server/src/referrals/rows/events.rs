//! The table `referral_events`.

use amparo_store::schema::referral_events;
use amparo_store::{AnyConnection, Position, ReferralId, Sealed};
use diesel::prelude::*;

use crate::foundation::Refusal;
use crate::referrals::model::State;

/// An event as it lies in the table.
#[derive(Clone, Debug)]
pub(in crate::referrals) struct EventRow {
    pub seq: Position,
    pub state: State,
    pub for_sender: Option<Sealed>,
    pub for_receiver: Option<Sealed>,
}

pub(in crate::referrals) fn insert_event(
    db: &mut AnyConnection,
    id: ReferralId,
    event: &EventRow,
) -> Result<(), Refusal> {
    diesel::insert_into(referral_events::table)
        .values((
            referral_events::referral_id.eq(id),
            referral_events::seq.eq(event.seq),
            referral_events::state.eq(event.state),
            referral_events::for_sender.eq(event.for_sender.clone()),
            referral_events::for_receiver.eq(event.for_receiver.clone()),
        ))
        .execute(db)?;
    Ok(())
}

/// The place of the next event of a locked referral, from 1.
pub(in crate::referrals) fn next_seq(
    db: &mut AnyConnection,
    id: ReferralId,
) -> Result<Position, Refusal> {
    let last: Option<Position> = referral_events::table
        .filter(referral_events::referral_id.eq(id))
        .order(referral_events::seq.desc())
        .select(referral_events::seq)
        .first(db)
        .optional()?;
    Ok(last.unwrap_or_default().next())
}

/// The events of a referral after a place, oldest first.
pub(in crate::referrals) fn events(
    db: &mut AnyConnection,
    id: ReferralId,
    after: Position,
) -> Result<Vec<EventRow>, Refusal> {
    events_between(db, id, after, Position::LAST)
}

/// The first events of a referral, oldest first.
pub(in crate::referrals) fn first_events(
    db: &mut AnyConnection,
    id: ReferralId,
    count: Position,
) -> Result<Vec<EventRow>, Refusal> {
    events_between(db, id, Position::NONE, count)
}

fn events_between(
    db: &mut AnyConnection,
    id: ReferralId,
    after: Position,
    last: Position,
) -> Result<Vec<EventRow>, Refusal> {
    type Columns = (Position, State, Option<Sealed>, Option<Sealed>);
    let found: Vec<Columns> = referral_events::table
        .filter(referral_events::referral_id.eq(id))
        .filter(referral_events::seq.gt(after))
        .filter(referral_events::seq.le(last))
        .order(referral_events::seq)
        .select((
            referral_events::seq,
            referral_events::state,
            referral_events::for_sender,
            referral_events::for_receiver,
        ))
        .load(db)?;
    Ok(found
        .into_iter()
        .map(|(seq, state, for_sender, for_receiver)| EventRow {
            seq,
            state,
            for_sender,
            for_receiver,
        })
        .collect())
}

/// The sender's copy of an event, sealed anew.
pub(in crate::referrals) fn set_for_sender(
    db: &mut AnyConnection,
    id: ReferralId,
    seq: Position,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::update(referral_events::table.find((id, seq)))
        .set(referral_events::for_sender.eq(sealed))
        .execute(db)?;
    Ok(())
}

/// The receiver's copy of an event, sealed anew.
pub(in crate::referrals) fn set_for_receiver(
    db: &mut AnyConnection,
    id: ReferralId,
    seq: Position,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::update(referral_events::table.find((id, seq)))
        .set(referral_events::for_receiver.eq(sealed))
        .execute(db)?;
    Ok(())
}
