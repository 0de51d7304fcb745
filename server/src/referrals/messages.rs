//! Questions without accepting, and their answers: sealed to both sides.

use amparo_store::{Moment, OrganisationId, Position, ReferralId};
use serde::Serialize;
use utoipa::ToSchema;

use super::events::{self, Happening, Read, Said};
use super::model::State;
use super::reasons::NewReferralMessage;
use super::rows::{self, Row};
use super::seal::Signature;
use super::{inbox, note_both, receiver, sender};
use crate::casefile::{self, CaseAccess};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};

/// A question or an answer about a referral, sealed to both sides.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReferralMessageView {
    /// Its place among all that happened to the referral, from 1.
    pub seq: i64,
    /// When it was written (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// The name of the member who wrote it.
    pub by: Option<String>,
    /// The organisation for which it was written.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<OrganisationId>,
    /// The text of the message.
    pub text: String,
    /// How the signature of whoever wrote it was checked.
    pub signature: Signature,
}

/// Writes a message for the other side.
pub(super) fn write(
    act: &mut Act<'_>,
    id: ReferralId,
    new: &NewReferralMessage,
) -> Result<ReferralMessageView, Refusal> {
    if is_sender(act, id, Right::Write)? {
        write_as_sender(act, id, new)
    } else {
        write_as_receiver(act, id, new)
    }
}

fn is_sender(act: &mut Act<'_>, id: ReferralId, right: Right) -> Result<bool, Refusal> {
    let organisation = act.needs(right, Object::Referral)?.organisation;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    Ok(row.sender == organisation)
}

fn write_as_sender(
    act: &mut Act<'_>,
    id: ReferralId,
    new: &NewReferralMessage,
) -> Result<ReferralMessageView, Refusal> {
    let row = sender::lock(act, id, Right::Write)?;
    let case = casefile::find(act, row.case, Right::Refer)?;
    may_talk(&row)?;
    let mut readers = sender::readers(act, &case, &row)?;
    // A message that the receiver cannot read is none.
    readers.receiver = Some(inbox::inbox_of(act, row.receiver)?);
    let seq = rows::next_seq(act.db(), id)?;
    events::record(
        act,
        &row,
        Happening::Message,
        row.state,
        said(new),
        &readers,
    )?;
    let about = About::the(id.to_uuid());
    case.note(act, What::ReferralMessage, about.clone())?;
    ledger::note_in(act, row.receiver, What::ReferralMessage, about)?;
    written(act, seq, new)
}

fn write_as_receiver(
    act: &mut Act<'_>,
    id: ReferralId,
    new: &NewReferralMessage,
) -> Result<ReferralMessageView, Refusal> {
    let it = receiver::lock(act, id, Right::Write)?;
    may_talk(&it.row)?;
    let readers = it.readers(act)?;
    let seq = rows::next_seq(act.db(), id)?;
    let (what, state) = (Happening::Message, it.row.state);
    events::record(act, &it.row, what, state, said(new), &readers)?;
    note_both(
        act,
        &it.row,
        What::ReferralMessage,
        About::the(id.to_uuid()),
    )?;
    written(act, seq, new)
}

fn may_talk(row: &Row) -> Result<(), Refusal> {
    match row.state {
        State::Draft => Err(Refusal::Because(Reason::ReferralDraft)),
        State::Recalled => Err(Refusal::Because(Reason::ReferralRecalled)),
        State::EndedByPerson => Err(Refusal::Because(Reason::ReferralEndedByPerson)),
        _ => Ok(()),
    }
}

fn said(new: &NewReferralMessage) -> Said {
    Said {
        text: Some(new.text.clone()),
        ..Said::default()
    }
}

fn written(
    act: &Act<'_>,
    seq: Position,
    new: &NewReferralMessage,
) -> Result<ReferralMessageView, Refusal> {
    let member = act.member()?;
    Ok(ReferralMessageView {
        seq: seq.number(),
        at: act.now,
        by: Some(member.display_name.clone()),
        organisation: Some(member.organisation),
        text: new.text.clone(),
        signature: Signature::Verified,
    })
}

/// The messages of a referral, oldest first. The cursor is the place.
pub(super) fn list(
    act: &mut Act<'_>,
    id: ReferralId,
    page: &PageQuery,
) -> Result<Listing<ReferralMessageView>, Refusal> {
    let limit = page.limit()?;
    let after = page.after::<i64>()?.unwrap_or_default().max(0).try_into()?;
    let (items, case) = after_place(act, id, after)?;
    let about = About::the(id.to_uuid());
    match case {
        Some(case) => case.note(act, What::ReferralSeen, about)?,
        None => ledger::note(act, What::ReferralSeen, about)?,
    }
    Ok(Listing::cut(items, limit, |item: &ReferralMessageView| {
        item.seq.to_string()
    }))
}

/// Every message, for a page whose look was put on record already.
pub(super) fn all(act: &mut Act<'_>, id: ReferralId) -> Result<Vec<ReferralMessageView>, Refusal> {
    after_place(act, id, Position::NONE).map(|(items, _)| items)
}

/// Whether somebody owes a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Talk {
    /// Nobody has written.
    Silent,
    /// The other side wrote last.
    Ours,
    /// We wrote last.
    Theirs,
}

/// Whose turn it is to write, for a list whose look was put on record already.
pub(super) fn talk(act: &mut Act<'_>, id: ReferralId) -> Result<Talk, Refusal> {
    let own = act.member()?.organisation;
    let all = all(act, id)?;
    Ok(match all.last() {
        None => Talk::Silent,
        Some(last) if last.organisation == Some(own) => Talk::Theirs,
        Some(_) => Talk::Ours,
    })
}

/// The messages after a place; to the sender also the case they are about.
fn after_place(
    act: &mut Act<'_>,
    id: ReferralId,
    after: Position,
) -> Result<(Vec<ReferralMessageView>, Option<CaseAccess>), Refusal> {
    let (reads, case) = if is_sender(act, id, Right::Read)? {
        let row = sender::locate(act, id, Right::Read)?;
        let case = casefile::find(act, row.case, Right::Read)?;
        (sender::events_after(act, &case, &row, after)?, Some(case))
    } else {
        let mut reads = receiver::find(act, id, Right::Read)?.events(act)?;
        reads.retain(|read| read.seq > after);
        (reads, None)
    };
    Ok((reads.into_iter().filter_map(view).collect(), case))
}

fn view(read: Read) -> Option<ReferralMessageView> {
    let (body, signature) = read.body?;
    let text = body.said.text?;
    (body.what == Happening::Message).then_some(ReferralMessageView {
        seq: read.seq.number(),
        at: body.at,
        by: body.by,
        organisation: body.organisation,
        text,
        signature,
    })
}
