//! How a referral ends without the receiver: taken back, ended by the person, or out of time.

use amparo_store::{CaseId, RecordId, ReferralId};
use serde::{Deserialize, Serialize};

use super::events::{self, Happening, Readers, Said};
use super::model::{Side, State, Step, next};
use super::reasons::{OverrideObjection, ReferralRecall};
use super::rows::{self, Row};
use super::sender::{self, Sent};
use super::view::stale;
use super::{ReferralView, note_as_sender, note_both};
use crate::casefile::{self, CaseAccess, File, Record};
use crate::consent::{self, Consent, Override};
use crate::foundation::jobs::Job;
use crate::foundation::{Act, Refusal, RefusalKind};
use crate::ledger::{About, What};
use crate::receipts::SHARING_STOPPED;
use crate::rights::Right;

/// The sender takes it back. What was read stays read; the packet is gone from here.
pub(super) fn recall(
    act: &mut Act<'_>,
    id: ReferralId,
    seen: i64,
    body: &ReferralRecall,
) -> Result<ReferralView, Refusal> {
    let row = sender::locate(act, id, Right::Refer)?;
    casefile::change(act, row.case, Right::Refer, |act, case| {
        let row = sender::lock(act, id, Right::Refer)?;
        let after = next(row.state, Side::Sender, Step::Recall)?;
        let file = File::open(act, case)?;
        if after == row.state {
            case.note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
            return sender::view(act, case, &file, &row);
        }
        if row.revision.number() != seen {
            let current = sender::view(act, case, &file, &row)?;
            return Err(stale(current, serde_json::to_value(body)?)?);
        }
        let said = Said {
            reason: Some(body.reason.clone()),
            ..Said::default()
        };
        let readers = sender::readers(act, case, &row)?;
        let row = end(act, row, Step::Recall, after, said, &readers)?;
        note_as_sender(act, case, &row, What::ReferralRecalled, Some(&body.reason))?;
        sender::sync(act, case)?;
        let file = File::open(act, case)?;
        sender::view(act, case, &file, &row)
    })
}

/// Takes a consent back and ends every live referral that rests on it. The receivers learn that it
/// ended, not why.
pub(super) fn withdraw_consent(
    act: &mut Act<'_>,
    case: CaseId,
    record: RecordId,
    seen: i64,
    reason: &str,
) -> Result<Record<Consent>, Refusal> {
    casefile::change(act, case, Right::Write, |act, case| {
        let kept = consent::withdraw(act, case, record, seen, reason)?;
        let (side, step) = (Side::Person, Step::EndByPerson);
        end_what_rests_on(act, case, record, side, step, What::ReferralEndedByPerson)?;
        Ok(kept)
    })
}

/// A supervisor objects to an override: what rests on it is taken back at once. The receiver learns
/// that it was taken back, not why: the reason is written for colleagues and may name somebody.
pub(super) fn object_to_override(
    act: &mut Act<'_>,
    case: CaseId,
    record: RecordId,
    objection: &OverrideObjection,
) -> Result<Record<Override>, Refusal> {
    casefile::change(act, case, Right::SignOff, |act, case| {
        let kept = consent::object(act, case, record, &objection.reason)?;
        let (side, step) = (Side::Sender, Step::Recall);
        end_what_rests_on(act, case, record, side, step, What::ReferralRecalled)?;
        Ok(kept)
    })
}

/// Ends every live referral that may not go on without a record. What has ended already stays as it
/// ended.
fn end_what_rests_on(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    record: RecordId,
    side: Side,
    step: Step,
    what: What,
) -> Result<(), Refusal> {
    let all = File::open(act, case)?.all::<Sent>()?;
    for one in all.iter().filter(|one| one.body.rests_on(record)) {
        let row = sender::lock(act, one.body.referral, Right::Refer)?;
        let Ok(after) = next(row.state, side, step) else {
            continue;
        };
        if after != row.state {
            let readers = sender::readers(act, case, &row)?;
            let row = end(act, row, step, after, Said::default(), &readers)?;
            note_as_sender(act, case, &row, what, None)?;
        }
    }
    sender::sync(act, case).map(|_| ())
}

/// Ends the answer time of a referral that nobody answered.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ExpireReferral {
    pub referral: ReferralId,
}

impl Job for ExpireReferral {
    const NAME: &'static str = "expire_referral";

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        rows::lock(act.db(), self.referral)?;
        // The case may have been erased meanwhile, and its referrals with it.
        let Some(row) = rows::find(act.db(), self.referral)? else {
            return Ok(());
        };
        if row.answer_by.is_some_and(|due| act.now < due) {
            return Ok(());
        }
        without_case(act, row, Side::Clock, Step::Expire, What::ReferralExpired)
    }
}

/// Ends every live referral of a case whose person stopped sharing.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct EndSharing(crate::receipts::SharingStopped);

impl Job for EndSharing {
    const NAME: &'static str = SHARING_STOPPED;

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        // Who writes rows can write a job: it ends nothing unless the person said so. The case may
        // have been erased meanwhile.
        match casefile::what_was_stopped(act, self.0.case) {
            Ok(stopped) if stopped.sharing => {}
            Ok(_) | Err(Refusal::NotFound) => return Ok(()),
            Err(other) => return Err(other),
        }
        for row in rows::of_case(act.db(), self.0.case)? {
            rows::lock(act.db(), row.id)?;
            let Some(row) = rows::find(act.db(), row.id)? else {
                continue;
            };
            let (side, step) = (Side::Person, Step::EndByPerson);
            without_case(act, row, side, step, What::ReferralEndedByPerson)?;
        }
        Ok(())
    }
}

/// A step when nobody who can open the case is there. One that is not possible any more, or was
/// taken before, is passed over: jobs run twice.
fn without_case(
    act: &mut Act<'_>,
    row: Row,
    side: Side,
    step: Step,
    what: What,
) -> Result<(), Refusal> {
    let after = match next(row.state, side, step) {
        Ok(after) if after != row.state => after,
        Ok(_) => return Ok(()),
        Err(refusal) if refusal.kind() == Some(RefusalKind::WrongState) => return Ok(()),
        Err(other) => return Err(other),
    };
    let readers = sender::readers_without_case(act, &row)?;
    let row = end(act, row, step, after, Said::default(), &readers)?;
    let about = About::the(row.id.to_uuid());
    note_both(act, &row, what, about)
}

fn end(
    act: &mut Act<'_>,
    mut row: Row,
    step: Step,
    after: State,
    said: Said,
    readers: &Readers,
) -> Result<Row, Refusal> {
    rows::set_state(act.db(), &row, after)?;
    row.state = after;
    row.revision = row.revision.next();
    events::record(act, &row, Happening::from(step), after, said, readers)?;
    Ok(row)
}
