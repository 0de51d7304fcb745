//! The sender's side: the case's own record of a referral, kept in step with what the receiver did.
//!
//! The server has no case key, so a receiver's answer changes only the row and its events. When a
//! member with the case looks next, [`sync`] folds the events into the record and moves the need:
//! back to routing if it came to nothing, to *met* if it was served.

use amparo_store::{Day, Moment, OrganisationId, Position, RecordId, ReferralId};
use amparo_vault::{GroupPurpose, Mailbox, MailboxKey, VerifiedKey};
use serde::{Deserialize, Serialize};

use super::events::{self, EventView, Happening, Read, Readers};
use super::model::State;
use super::notice::NoticeFacts;
use super::reasons::ReferralOutcome;
use super::rows::{self, Row};
use super::witness::{self, Doubt};
use super::{PartyView, ReferralBox, ReferralView, inbox};
use crate::casefile::{CaseAccess, File, Record, Section};
use crate::cases::{self, Need, NeedStatus};
use crate::consent::SharedSection;
use crate::foundation::{Act, Refusal};
use crate::register;
use crate::rights::{Object, Right};

/// The sender's own copy of the facts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sent {
    pub referral: ReferralId,
    pub need: RecordId,
    pub receiver: OrganisationId,
    pub sections: Vec<SharedSection>,
    /// The consent or override it rests on; none in a draft.
    pub basis: Option<RecordId>,
    /// The consents of others whose data went along, each her own.
    #[serde(default)]
    pub also: Vec<RecordId>,
    /// The last day on which the receiver may open the packet.
    pub until: Option<Day>,
    pub went_out_at: Option<Moment>,
    pub about: NoticeFacts,
    pub alternates: Vec<OrganisationId>,
    /// Where it stood when a member last looked.
    pub state: State,
    /// The last event that was folded in.
    pub folded: Position,
    pub history: Vec<EventView>,
    /// What did not agree when a member looked.
    #[serde(default)]
    pub doubts: Vec<Doubt>,
}

impl Sent {
    /// Whether it may not go on without a record.
    pub(super) fn rests_on(&self, record: RecordId) -> bool {
        self.basis == Some(record) || self.also.contains(&record)
    }
}

impl Section for Sent {
    const KIND: &'static str = "referral";
}

/// The row of a referral of the acting member's organisation. Whether she may see it is decided by
/// opening its case.
pub(super) fn locate(act: &mut Act<'_>, id: ReferralId, right: Right) -> Result<Row, Refusal> {
    let organisation = act.needs(right, Object::Referral)?.organisation;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.sender == organisation {
        Ok(row)
    } else {
        Err(Refusal::NotFound)
    }
}

/// The same, locked until the act is over. Lock the case first: everybody takes them in this order.
pub(super) fn lock(act: &mut Act<'_>, id: ReferralId, right: Right) -> Result<Row, Refusal> {
    rows::lock(act.db(), id)?;
    locate(act, id, right)
}

/// To whom the sender's acts are sealed. A receiver whose key is no longer the one we compared
/// gets no copy: taking something back must always work.
pub(super) fn readers(act: &mut Act<'_>, case: &CaseAccess, row: &Row) -> Result<Readers, Refusal> {
    let receiver = if row.went_out() {
        match inbox::inbox_of(act, row.receiver) {
            Ok(key) => Some(key),
            Err(refusal) if inbox::is_unreachable(&refusal) => None,
            Err(other) => return Err(other),
        }
    } else {
        None
    };
    Ok(Readers {
        sender: Some(mailbox_of(case)),
        receiver,
    })
}

/// The readers when nobody who could open the case is there.
pub(super) fn readers_without_case(act: &mut Act<'_>, row: &Row) -> Result<Readers, Refusal> {
    if !row.went_out() {
        return Ok(Readers {
            sender: None,
            receiver: None,
        });
    }
    let receiver = match register::published_key(act, row.receiver, GroupPurpose::Inbox) {
        Ok(key) => Some(VerifiedKey::clone(&key)),
        Err(Refusal::NotFound) => None,
        Err(other) => return Err(other),
    };
    Ok(Readers {
        sender: None,
        receiver,
    })
}

pub(super) fn mailbox_of(case: &CaseAccess) -> VerifiedKey {
    MailboxKey::from_sealed_file(case.key().mailbox().public())
}

/// The sender's copies of the events after a place, opened.
pub(super) fn events_after(
    act: &mut Act<'_>,
    case: &CaseAccess,
    row: &Row,
    after: Position,
) -> Result<Vec<Read>, Refusal> {
    let mailbox: Mailbox = case.key().mailbox();
    rows::events(act.db(), row.id, after)?
        .iter()
        .map(|event| events::read(act, row, event, event.for_sender.as_ref(), &[&mailbox]))
        .collect()
}

/// What a referral is about, as its first events told the sender.
pub(super) fn about_in_events(
    act: &mut Act<'_>,
    case: &CaseAccess,
    row: &Row,
) -> Result<Option<NoticeFacts>, Refusal> {
    let mailbox: Mailbox = case.key().mailbox();
    // A draft was written before it was sent: what was sent counts.
    for event in rows::first_events(act.db(), row.id, Position::FIRST.next())?
        .iter()
        .rev()
    {
        let read = events::read(act, row, event, event.for_sender.as_ref(), &[&mailbox])?;
        if let Some(about) = read.body.and_then(|(body, _)| body.said.about) {
            return Ok(Some(about));
        }
    }
    Ok(None)
}

/// Whether the receiver, the clock or the person did something that the case does not know yet.
pub(super) fn is_behind(act: &mut Act<'_>, file: &File, rows: &[Row]) -> Result<bool, Refusal> {
    for kept in file.all::<Sent>()? {
        let Some(row) = rows.iter().find(|row| row.id == kept.body.referral) else {
            continue;
        };
        let unfolded = rows::next_seq(act.db(), row.id)? > kept.body.folded.next();
        if unfolded || row.state != kept.body.state {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Folds what happened into the case and moves the needs. Answers whether anything was written.
pub(super) fn sync(act: &mut Act<'_>, case: &mut CaseAccess) -> Result<bool, Refusal> {
    let file = File::open(act, case)?;
    let mut changed = false;
    for kept in file.all::<Sent>()? {
        let Some(row) = rows::find(act.db(), kept.body.referral)? else {
            continue;
        };
        changed |= fold(act, case, kept, &row)?;
    }
    Ok(changed)
}

fn fold(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    kept: Record<Sent>,
    row: &Row,
) -> Result<bool, Refusal> {
    let fresh = events_after(act, case, row, kept.body.folded)?;
    let moved = row.state != kept.body.state;
    if fresh.is_empty() && !moved {
        return Ok(false);
    }
    let mut sent = kept.body.clone();
    let was = sent.state;
    sent.state = row.state;
    let heard = fresh.iter().filter_map(|it| it.witnessed_by(row.receiver));
    let doubts = witness::hear(act, row.receiver, row.id, heard.collect())?;
    sent.doubts.extend(doubts);
    sent.doubts.sort_unstable();
    sent.doubts.dedup();
    for read in fresh {
        sent.folded = read.seq;
        if read.is_step() {
            sent.history.push(read.into_view());
        }
    }
    let need = sent.need;
    let after = need_after(was, row.state, &sent.history);
    case.change(act, &kept, kept.version, sent)?;
    if let Some((status, outcome)) = after {
        cases::set_need(act, case, need, status, outcome.as_deref())?;
    }
    Ok(true)
}

/// How a need stands after its referral moved on. Pure; `None` leaves it as it is.
fn need_after(
    was: State,
    is: State,
    history: &[EventView],
) -> Option<(NeedStatus, Option<String>)> {
    // A draft that was thrown away never held its need.
    if was == is || (was == State::Draft && !is.is_live()) {
        return None;
    }
    match is {
        State::Draft => None,
        State::Sent | State::Viewed | State::Accepted | State::Waitlisted | State::Started => {
            Some((NeedStatus::InReferral, None))
        }
        State::Declined
        | State::Returned
        | State::Expired
        | State::Recalled
        | State::EndedByPerson => Some((NeedStatus::Open, None)),
        State::Completed => {
            let word = history
                .iter()
                .rev()
                .find(|event| event.what == Some(Happening::Completed))
                .and_then(|event| event.reason.clone());
            let outcome = word
                .clone()
                .and_then(|word| serde_json::from_value(word.into()).ok());
            Some((status_after(outcome), word))
        }
    }
}

/// Only a need that was served is met; what was not, goes back to routing.
fn status_after(outcome: Option<ReferralOutcome>) -> NeedStatus {
    match outcome {
        Some(ReferralOutcome::Served) => NeedStatus::Met,
        Some(ReferralOutcome::PersonDeclined) => NeedStatus::Dropped,
        _ => NeedStatus::Open,
    }
}

/// The case's record of a referral.
pub(super) fn record_of(file: &File, id: ReferralId) -> Result<Record<Sent>, Refusal> {
    file.all::<Sent>()?
        .into_iter()
        .find(|kept| kept.body.referral == id)
        .ok_or(Refusal::NotFound)
}

/// As the sender sees it, from the case.
pub(super) fn view(
    act: &mut Act<'_>,
    case: &CaseAccess,
    file: &File,
    row: &Row,
) -> Result<ReferralView, Refusal> {
    let all = file.all::<Sent>()?;
    let sent = &record_of(file, row.id)?.body;
    let mut view = ReferralView::of(row);
    view.direction = ReferralBox::Out;
    view.sender = PartyView::of(act, row.sender)?;
    view.receiver = PartyView::of(act, row.receiver)?;
    view.about = Some(sent.about.clone());
    view.case = Some(case.id());
    view.pseudonym = Some(case.card.pseudonym.clone());
    view.need = Some(sent.need);
    view.sections = Some(sent.sections.clone());
    view.doubts.clone_from(&sent.doubts);
    let need = file.one::<Need>(sent.need)?;
    let came_to_nothing = came_to_nothing(row.state);
    view.escalated = came_to_nothing && need.body.status == NeedStatus::Open;
    if view.escalated {
        let asked = |id: &&OrganisationId| {
            !all.iter()
                .any(|it| it.body.receiver == **id && it.body.need == sent.need)
        };
        if let Some(next) = sent.alternates.iter().find(asked) {
            view.next_choice = Some(PartyView::of(act, *next)?);
        }
    }
    let mut history = sent.history.clone();
    let later = events_after(act, case, row, sent.folded)?;
    history.extend(later.into_iter().filter(Read::is_step).map(Read::into_view));
    view.events = Some(history);
    Ok(view)
}

/// Ended without help: the need must go to somebody else.
pub(super) fn came_to_nothing(state: State) -> bool {
    matches!(state, State::Declined | State::Expired | State::Returned)
}
