//! Referrals that lie in the inbox under a former key of it, because somebody left it since.
//!
//! Those that are still open are sealed anew: notice, packet and what happened since, each with the
//! signature of whoever sealed it first. What is over stays as it lies.

use amparo_store::{Position, ReferralId};
use amparo_vault::{GroupPurpose, Kind, VerifiedKey};

use super::model::State;
use super::rows::{self, Row};
use super::{events, inbox, notice, packet, receiver, seal};
use crate::foundation::{Act, Broken, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// Open referrals in one's own inbox under a former key of it.
pub fn behind(act: &mut Act<'_>) -> Result<Vec<ReferralId>, Refusal> {
    let of = act.needs(Right::Rekey, Object::Team)?.organisation;
    let (group, epoch) = inbox::group_of(&newest(act)?)?;
    let rows = rows::in_inbox_before(act.db(), of, group, epoch)?;
    let open = rows.into_iter().filter(|row| row.state.is_live());
    Ok(open.map(|row| row.id).collect())
}

/// Seals one of them to the newest key.
pub fn renew(act: &mut Act<'_>, id: ReferralId) -> Result<(), Refusal> {
    let of = act.needs(Right::Rekey, Object::Team)?.organisation;
    rows::lock(act.db(), id)?;
    let row = rows::find(act.db(), id)?.filter(|row| row.receiver == of && row.went_out());
    let mut row = row.ok_or(Refusal::NotFound)?;
    let to = newest(act)?;
    (row.inbox, row.inbox_epoch) = inbox::group_of(&to)?;
    row.notice = carry(act, &row, &to, Kind::Notice, Position::NONE, &row.notice)?;
    let packet = match rows::packet(act.db(), id)? {
        Some(sealed) => Some(carry(
            act,
            &row,
            &to,
            Kind::Packet,
            Position::NONE,
            &sealed,
        )?),
        None => None,
    };
    rows::set_sealed(act.db(), &row, packet)?;
    for event in rows::events(act.db(), id, Position::NONE)? {
        let sealed = event.for_receiver.filter(|_| event.state != State::Draft);
        if let Some(sealed) = sealed {
            let sealed = carry(act, &row, &to, Kind::ReferralEvent, event.seq, &sealed)?;
            rows::set_for_receiver(act.db(), id, event.seq, sealed)?;
        }
    }
    ledger::note(act, What::SealedAnew, About::the(id.to_uuid()))
}

fn carry(
    act: &mut Act<'_>,
    row: &Row,
    to: &VerifiedKey,
    kind: Kind,
    place: Position,
    sealed: &amparo_store::Sealed,
) -> Result<amparo_store::Sealed, Refusal> {
    let padding = match kind {
        Kind::Notice => notice::PADDING,
        Kind::Packet => packet::PADDING,
        _ => events::PADDING,
    };
    let keys = receiver::keys_of(act, row)?;
    let context = seal::context(kind, row.sender, row.id, place);
    seal::carry(act, &keys, &context, sealed, to, padding)?
        .ok_or_else(|| Broken::damage("a referral does not open with its inbox's key").into())
}

/// The newest key of one's own inbox.
fn newest(act: &mut Act<'_>) -> Result<VerifiedKey, Refusal> {
    let group = register::standing_group(act, GroupPurpose::Inbox)?;
    register::group(act, group)
}
