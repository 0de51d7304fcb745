//! What a receiver does with a referral: look, accept, decline, start, complete, give back.

use amparo_store::ReferralId;
use serde_json::Value;

use super::events::{self, Happening, Said};
use super::model::{Side, Step, next};
use super::reasons::{ReferralCompletion, ReferralDecline, ReferralRemark, ReferralReturn, word};
use super::receiver::{self, Received};
use super::view::stale;
use super::{ReferralView, note_both, rows};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts::{self, SeenPart};
use crate::rights::{Object, Right};

/// A step with what is said, and what was sent, for the answer to a stale edit.
#[derive(Debug)]
pub(super) struct Answering {
    step: Step,
    what: What,
    said: Said,
    sent: Value,
}

impl Answering {
    pub(super) fn accept(remark: &ReferralRemark) -> Result<Self, Refusal> {
        Self::plain(Step::Accept, What::ReferralAccepted, remark)
    }

    pub(super) fn start(remark: &ReferralRemark) -> Result<Self, Refusal> {
        Self::plain(Step::Start, What::ReferralStarted, remark)
    }

    pub(super) fn waitlist(remark: &ReferralRemark) -> Result<Self, Refusal> {
        Self::plain(Step::Waitlist, What::ReferralWaitlisted, remark)
    }

    fn plain(step: Step, what: What, remark: &ReferralRemark) -> Result<Self, Refusal> {
        Ok(Self {
            step,
            what,
            said: Said {
                note: remark.note.clone(),
                ..Said::default()
            },
            sent: serde_json::to_value(remark)?,
        })
    }

    pub(super) fn decline(decline: &ReferralDecline) -> Result<Self, Refusal> {
        Ok(Self {
            step: Step::Decline,
            what: What::ReferralDeclined,
            said: Said {
                reason: word(&decline.reason),
                note: decline.note.clone(),
                who_could: decline.who_could.clone(),
                ..Said::default()
            },
            sent: serde_json::to_value(decline)?,
        })
    }

    pub(super) fn give_back(back: &ReferralReturn) -> Result<Self, Refusal> {
        Ok(Self {
            step: Step::Return,
            what: What::ReferralReturned,
            said: Said {
                reason: word(&back.reason),
                note: back.note.clone(),
                ..Said::default()
            },
            sent: serde_json::to_value(back)?,
        })
    }

    fn complete(act: &Act<'_>, done: &ReferralCompletion) -> Result<Self, Refusal> {
        let today = act.now.to_day();
        if done.date.is_some_and(|day| day > today) {
            let why = "an outcome cannot lie in the future";
            return Err(Refusal::fault("/date", "in_the_future", why));
        }
        Ok(Self {
            step: Step::Complete,
            what: What::ReferralCompleted,
            said: Said {
                reason: word(&done.outcome),
                note: done.note.clone(),
                date: done.date.or(Some(today)),
                next_step: done.next_step.clone(),
                ..Said::default()
            },
            sent: serde_json::to_value(done)?,
        })
    }
}

/// Takes the step. Repeating it is answered with the present state, whatever version was seen.
pub(super) fn answer(
    act: &mut Act<'_>,
    id: ReferralId,
    seen: i64,
    answering: Answering,
) -> Result<ReferralView, Refusal> {
    let it = receiver::lock(act, id, Right::Answer)?;
    let after = next(it.row.state, Side::Receiver, answering.step)?;
    if after == it.row.state {
        ledger::note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
        return it.whole_view(act);
    }
    if it.row.revision.number() != seen {
        let refusal = stale(it.whole_view(act)?, answering.sent)?;
        act.shows_instead();
        ledger::note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
        return Err(refusal);
    }
    take(act, it, answering.step, answering.what, answering.said)
}

/// Says what became of it. Work that nobody said had begun begins with it.
pub(super) fn complete(
    act: &mut Act<'_>,
    id: ReferralId,
    mut seen: i64,
    done: &ReferralCompletion,
) -> Result<ReferralView, Refusal> {
    let done = Answering::complete(act, done)?;
    let state = receiver::lock(act, id, Right::Answer)?.row.state;
    let can = |step| next(state, Side::Receiver, step).is_ok();
    if !can(Step::Complete) && can(Step::Start) {
        let mut start = Answering::start(&ReferralRemark { note: None })?;
        // To whoever was slower it is the completion that was not taken.
        start.sent.clone_from(&done.sent);
        seen = answer(act, id, seen, start)?.revision;
    }
    answer(act, id, seen, done)
}

fn take(
    act: &mut Act<'_>,
    mut it: Received,
    step: Step,
    what: What,
    said: Said,
) -> Result<ReferralView, Refusal> {
    let after = next(it.row.state, Side::Receiver, step)?;
    let readers = it.readers(act)?;
    let about = About::the(it.row.id.to_uuid());
    let about = match &said.reason {
        Some(reason) => about.because(reason.clone()),
        None => about,
    };
    rows::set_state(act.db(), &it.row, after)?;
    it.row.state = after;
    it.row.revision = it.row.revision.next();
    events::record(act, &it.row, Happening::from(step), after, said, &readers)?;
    if let Some(part) = seen_with(step) {
        receipts::tell_of_case(act, it.row.case, it.row.receiver, part)?;
    }
    note_both(act, &it.row, what, about)?;
    it.whole_view(act)
}

/// What the receiver can read from this step on; the person is told.
fn seen_with(step: Step) -> Option<SeenPart> {
    match step {
        Step::View => Some(SeenPart::Notice),
        Step::Accept => Some(SeenPart::Packet),
        _ => None,
    }
}

/// Whether the receiver's look is the first one, which is a step.
pub(super) fn is_first_look(act: &mut Act<'_>, id: ReferralId) -> Result<bool, Refusal> {
    let organisation = act.needs(Right::Read, Object::Referral)?.organisation;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    Ok(row.receiver == organisation && row.state == super::State::Sent)
}

/// The receiver's first look. Later ones change nothing.
pub(super) fn first_look(act: &mut Act<'_>, id: ReferralId) -> Result<ReferralView, Refusal> {
    let it = receiver::lock(act, id, Right::Read)?;
    let after = next(it.row.state, Side::Receiver, Step::View)?;
    if after == it.row.state {
        ledger::note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
        return it.whole_view(act);
    }
    take(act, it, Step::View, What::ReferralSeen, Said::default())
}

/// A later look.
pub(super) fn look(act: &mut Act<'_>, id: ReferralId) -> Result<ReferralView, Refusal> {
    let it = receiver::find(act, id, Right::Read)?;
    ledger::note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
    it.whole_view(act)
}
