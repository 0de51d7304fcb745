//! The tables `referrals` and `referral_events`.

use amparo_store::schema::referrals;
use amparo_store::{
    AnyConnection, CaseId, Epoch, GroupId, Moment, OrganisationId, ReferralId, Revision, Sealed,
    one_row,
};
use diesel::prelude::*;
use uuid::Uuid;

use super::model::State;
use crate::foundation::{Broken, Refusal};

mod events;
mod flow;

pub(super) use events::{
    EventRow, events, first_events, insert_event, next_seq, set_for_receiver, set_for_sender,
};
pub(super) use flow::steps_of_sender;

/// A referral as it lies in the table, without its packet.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub id: ReferralId,
    pub case: CaseId,
    pub sender: OrganisationId,
    pub receiver: OrganisationId,
    pub inbox: GroupId,
    pub inbox_epoch: Epoch,
    pub state: State,
    pub answer_by: Option<Moment>,
    pub notice: Sealed,
    pub revision: Revision,
}

impl Row {
    /// Whether it was ever sent: what stayed a draft does not exist for the receiver, also after
    /// it was thrown away.
    pub(super) fn went_out(&self) -> bool {
        self.answer_by.is_some()
    }
}

type Columns = (
    ReferralId,
    CaseId,
    OrganisationId,
    OrganisationId,
    GroupId,
    Epoch,
    State,
    Option<Moment>,
    Sealed,
    Revision,
);

fn row(columns: Columns) -> Row {
    let (id, case, sender, receiver, inbox, inbox_epoch, state, answer_by, notice, revision) =
        columns;
    Row {
        id,
        case,
        sender,
        receiver,
        inbox,
        inbox_epoch,
        state,
        answer_by,
        notice,
        revision,
    }
}

macro_rules! columns {
    () => {
        (
            referrals::id,
            referrals::case_id,
            referrals::sender_id,
            referrals::receiver_id,
            referrals::inbox_id,
            referrals::inbox_epoch,
            referrals::state,
            referrals::answer_by,
            referrals::notice,
            referrals::revision,
        )
    };
}

pub(super) fn insert(
    db: &mut AnyConnection,
    row: &Row,
    packet: Option<Sealed>,
) -> Result<(), Refusal> {
    diesel::insert_into(referrals::table)
        .values((
            referrals::id.eq(row.id),
            referrals::case_id.eq(row.case),
            referrals::sender_id.eq(row.sender),
            referrals::receiver_id.eq(row.receiver),
            referrals::inbox_id.eq(row.inbox),
            referrals::inbox_epoch.eq(row.inbox_epoch),
            referrals::state.eq(row.state),
            referrals::answer_by.eq(row.answer_by),
            referrals::notice.eq(row.notice.clone()),
            referrals::packet.eq(packet),
            referrals::revision.eq(row.revision),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn find(db: &mut AnyConnection, id: ReferralId) -> Result<Option<Row>, Refusal> {
    let found: Option<Columns> = referrals::table
        .find(id)
        .select(columns!())
        .first(db)
        .optional()?;
    Ok(found.map(row))
}

/// A row that does not exist locks nothing; whoever looks for it next will say so.
pub(super) fn lock(db: &mut AnyConnection, id: ReferralId) -> Result<(), Refusal> {
    diesel::update(referrals::table.find(id))
        .set(referrals::revision.eq(referrals::revision))
        .execute(db)?;
    Ok(())
}

pub(super) fn packet(db: &mut AnyConnection, id: ReferralId) -> Result<Option<Sealed>, Refusal> {
    Ok(referrals::table
        .find(id)
        .select(referrals::packet)
        .first::<Option<Sealed>>(db)
        .optional()?
        .flatten())
}

/// The new state of a locked row. A packet that will never be handed out again goes with it.
pub(super) fn set_state(db: &mut AnyConnection, row: &Row, after: State) -> Result<(), Refusal> {
    let changed = diesel::update(referrals::table.find(row.id))
        .filter(referrals::revision.eq(row.revision))
        .set((
            referrals::state.eq(after),
            referrals::revision.eq(row.revision.next()),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a locked referral was changed by somebody else"))?;
    if !after.keeps_packet() {
        diesel::update(referrals::table.find(row.id))
            .set(referrals::packet.eq(None::<Sealed>))
            .execute(db)?;
    }
    Ok(())
}

/// What a draft gets when it goes out.
pub(super) fn set_sealed(
    db: &mut AnyConnection,
    row: &Row,
    packet: Option<Sealed>,
) -> Result<(), Refusal> {
    diesel::update(referrals::table.find(row.id))
        .set((
            referrals::inbox_id.eq(row.inbox),
            referrals::inbox_epoch.eq(row.inbox_epoch),
            referrals::answer_by.eq(row.answer_by),
            referrals::notice.eq(row.notice.clone()),
            referrals::packet.eq(packet),
        ))
        .execute(db)?;
    Ok(())
}

/// A notice sealed anew.
pub(super) fn set_notice(
    db: &mut AnyConnection,
    id: ReferralId,
    notice: Sealed,
) -> Result<(), Refusal> {
    diesel::update(referrals::table.find(id))
        .set(referrals::notice.eq(notice))
        .execute(db)?;
    Ok(())
}

/// Every referral of a case, in the order of ids.
pub(super) fn of_case(db: &mut AnyConnection, case: CaseId) -> Result<Vec<Row>, Refusal> {
    let found: Vec<Columns> = referrals::table
        .filter(referrals::case_id.eq(case))
        .order(referrals::id)
        .select(columns!())
        .load(db)?;
    Ok(found.into_iter().map(row).collect())
}

/// Referrals that were sent to an inbox under an epoch before one.
pub(super) fn in_inbox_before(
    db: &mut AnyConnection,
    receiver: OrganisationId,
    inbox: GroupId,
    epoch: Epoch,
) -> Result<Vec<Row>, Refusal> {
    let found: Vec<Columns> = referrals::table
        .filter(referrals::receiver_id.eq(receiver))
        .filter(referrals::inbox_id.eq(inbox))
        .filter(referrals::inbox_epoch.lt(epoch))
        .filter(referrals::answer_by.is_not_null())
        .order(referrals::id)
        .select(columns!())
        .load(db)?;
    Ok(found.into_iter().map(row).collect())
}

/// Which list of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Box {
    In,
    Out,
}

/// Whether something lies in an organisation's inbox that nobody has looked at.
pub(super) fn has_unseen(
    db: &mut AnyConnection,
    receiver: OrganisationId,
) -> Result<bool, Refusal> {
    let unseen: i64 = referrals::table
        .filter(referrals::receiver_id.eq(receiver))
        .filter(referrals::state.eq(State::Sent))
        .count()
        .get_result(db)?;
    Ok(unseen > 0)
}

/// Referrals that wait for an answer, by the time it is due. Drafts never stand in a list of
/// the receiver's.
pub(super) fn waiting(
    db: &mut AnyConnection,
    which: Box,
    of: OrganisationId,
    states: &[State],
    after: Option<(Moment, ReferralId)>,
    take: i64,
) -> Result<Vec<Row>, Refusal> {
    let mut query = referrals::table.into_boxed();
    query = match which {
        Box::In => query
            .filter(referrals::receiver_id.eq(of))
            .filter(referrals::answer_by.is_not_null()),
        Box::Out => query.filter(referrals::sender_id.eq(of)),
    };
    if let Some((due, id)) = after {
        query = query.filter(
            referrals::answer_by
                .gt(due)
                .or(referrals::answer_by.eq(due).and(referrals::id.gt(id))),
        );
    }
    let found: Vec<Columns> = query
        .filter(referrals::state.eq_any(states.to_vec()))
        .order((referrals::answer_by, referrals::id))
        .select(columns!())
        .limit(take)
        .load(db)?;
    Ok(found.into_iter().map(row).collect())
}

/// The other referrals, in the order of ids.
pub(super) fn settled(
    db: &mut AnyConnection,
    which: Box,
    of: OrganisationId,
    states: &[State],
    after: Option<ReferralId>,
    take: i64,
) -> Result<Vec<Row>, Refusal> {
    let mut query = referrals::table.into_boxed();
    query = match which {
        Box::In => query
            .filter(referrals::receiver_id.eq(of))
            .filter(referrals::answer_by.is_not_null()),
        Box::Out => query.filter(referrals::sender_id.eq(of)),
    };
    let after = after.unwrap_or(ReferralId::from_uuid(Uuid::nil()));
    let found: Vec<Columns> = query
        .filter(referrals::state.eq_any(states.to_vec()))
        .filter(referrals::id.gt(after))
        .order(referrals::id)
        .select(columns!())
        .limit(take)
        .load(db)?;
    Ok(found.into_iter().map(row).collect())
}
