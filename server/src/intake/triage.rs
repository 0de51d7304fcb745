//! The queue: looking, taking, closing.
//!
//! What must stay true: the queue is for members who hold its key; for everybody else an intake in
//! it does not exist. An intake whose writer the register does not know is shown as such, never
//! hidden.

use amparo_store::IntakeId;

use super::bodies::{IntakeClosing, IntakeEnding, IntakeOutcome, IntakeStep, IntakeView};
use super::model::IntakeState;
use super::rows;
use super::seals::{self, Handling, Opened, Signers};
use super::views::{item, view};
use crate::casefile::author;
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts;
use crate::rights::{Object, Right};
use crate::web::etag;

/// One intake: one's own draft, or one in the queue whose key one holds.
pub(super) fn see(act: &mut Act<'_>, id: IntakeId) -> Result<(IntakeView, i64), Refusal> {
    let opened = find(act, id, Right::Read)?;
    ledger::note(act, What::IntakeSeen, About::the(id.to_uuid()))?;
    let letters = receipts::unread_by_intake(act)?;
    let no_contact = receipts::contact_stopped_by_intake(act)?.contains(&id);
    let (mut seen, revision) = view(act, opened, letters.get(&id).copied().unwrap_or(0));
    seen.no_contact = no_contact;
    if let Some(intake) = seen.intake.as_mut().filter(|_| no_contact) {
        // In the case the numbers stand behind a reason.
        intake.contact.phone = None;
    }
    Ok((seen, revision))
}

/// Looks into it. Colleagues see who does.
pub(super) fn take(
    act: &mut Act<'_>,
    id: IntakeId,
    seen: i64,
) -> Result<(IntakeView, i64), Refusal> {
    let opened = locked(act, id)?;
    must_be_fresh(act, &opened, seen)?;
    if opened.row.state != IntakeState::Waiting {
        return Err(Refusal::Because(Reason::IntakeTaken));
    }
    if let Some(link) = opened.content.as_ref().and_then(|it| it.receipt.as_ref()) {
        receipts::set_step(act, link, receipts::PersonStep::Read)?;
    }
    let handling = Handling {
        taken: Some(step(act)?),
        ..opened.handling.clone()
    };
    let opened = write(act, opened, IntakeState::Taken, handling)?;
    ledger::note(act, What::IntakeTaken, About::the(id.to_uuid()))?;
    Ok(view(act, opened, 0))
}

/// Ends an intake that becomes no case.
pub(super) fn close(
    act: &mut Act<'_>,
    id: IntakeId,
    seen: i64,
    closing: &IntakeClosing,
) -> Result<(IntakeView, i64), Refusal> {
    if matches!(
        closing.outcome,
        IntakeOutcome::CaseOpened | IntakeOutcome::Linked
    ) {
        return Err(Refusal::fault(
            "/outcome",
            "not_here",
            "has a door of its own: open-case or link",
        ));
    }
    let opened = open_work(act, id)?;
    must_be_fresh(act, &opened, seen)?;
    if let Some(link) = opened.content.as_ref().and_then(|it| it.receipt.as_ref()) {
        receipts::set_step(act, link, receipts::PersonStep::Closed)?;
    }
    let ending = IntakeEnding {
        step: step(act)?,
        outcome: closing.outcome,
        reason: Some(closing.reason.clone()),
        case: None,
    };
    let opened = end(act, opened, ending)?;
    ledger::note(act, What::IntakeClosed, About::the(id.to_uuid()))?;
    Ok(view(act, opened, 0))
}

/// An intake in the queue that still has something to be done with, taken for a change.
pub(super) fn open_work(act: &mut Act<'_>, id: IntakeId) -> Result<Opened, Refusal> {
    let opened = locked(act, id)?;
    if opened.row.state == IntakeState::Closed {
        return Err(Refusal::Because(Reason::IntakeClosed));
    }
    Ok(opened)
}

/// Writes down how it ended.
pub(super) fn end(
    act: &mut Act<'_>,
    opened: Opened,
    ending: IntakeEnding,
) -> Result<Opened, Refusal> {
    let handling = Handling {
        ended: Some(ending),
        ..opened.handling.clone()
    };
    write(act, opened, IntakeState::Closed, handling)
}

/// The acting member and now.
pub(super) fn step(act: &Act<'_>) -> Result<IntakeStep, Refusal> {
    Ok(IntakeStep {
        by: author(act)?,
        at: act.now,
    })
}

/// One intake of the queue, opened. The caller notes.
pub(super) fn in_queue(act: &mut Act<'_>, id: IntakeId, right: Right) -> Result<Opened, Refusal> {
    act.needs(right, Object::Intake)?;
    let opened = find(act, id, right)?;
    if opened.row.state == IntakeState::Draft {
        return Err(Refusal::NotFound);
    }
    Ok(opened)
}

pub(super) fn locked(act: &mut Act<'_>, id: IntakeId) -> Result<Opened, Refusal> {
    rows::lock(act.db(), id)?;
    in_queue(act, id, Right::Write)
}

fn find(act: &mut Act<'_>, id: IntakeId, right: Right) -> Result<Opened, Refusal> {
    act.needs(right, Object::Draft)?;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.state != IntakeState::Draft {
        act.needs(right, Object::Intake)?;
    }
    seals::open(act, &mut Signers::new(), row)?.ok_or(Refusal::NotFound)
}

fn must_be_fresh(act: &mut Act<'_>, opened: &Opened, seen: i64) -> Result<(), Refusal> {
    if opened.row.revision.number() == seen {
        return Ok(());
    }
    let current = item(act, opened, 0);
    act.shows_instead();
    ledger::note(act, What::IntakeSeen, About::the(opened.row.id.to_uuid()))?;
    Err(Refusal::StaleRevision {
        current_tag: etag(opened.row.revision.number()),
        current: serde_json::to_value(current)?,
        sent: serde_json::Value::Null,
    })
}

pub(super) fn write(
    act: &mut Act<'_>,
    mut opened: Opened,
    state: IntakeState,
    handling: Handling,
) -> Result<Opened, Refusal> {
    opened.row.state = state;
    opened.row.revision = opened.row.revision.next();
    opened.row.handling = Some(seals::seal_handling(act, &mut opened.row, &handling)?);
    opened.handling = handling;
    rows::replace(act.db(), &opened.row)?;
    Ok(opened)
}
