//! An intake becomes a case, or goes into one.
//!
//! What must stay true: nobody opens a file about somebody who said no to it; a report that the
//! person has erased meanwhile becomes nothing.

use amparo_store::{CaseId, IntakeId};

use super::bodies::{CaseFromIntake, IntakeCase, IntakeEnding, IntakeOutcome};
use super::seals::{Content, Opened};
use super::{opening, priority, triage};
use crate::casefile::{self, File};
use crate::cases::{self, Need};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts;
use crate::rights::Right;
use crate::words::YesNoUnknown;

/// Opens a case with everything the intake says, and moves the receipt there.
pub(super) fn open_case(
    act: &mut Act<'_>,
    id: IntakeId,
    extra: &CaseFromIntake,
) -> Result<IntakeCase, Refusal> {
    let opened = triage::open_work(act, id)?;
    let content = readable(act, &opened)?;
    if content.intake.consent.file == YesNoUnknown::No {
        return Err(Refusal::Because(Reason::NoFileWanted));
    }
    let start = opening::opening(&content.intake, content.at, act.now.to_day(), extra);
    let case = cases::open(act, start)?;
    let receipt_attached = content.receipt.is_some();
    if let Some(link) = &content.receipt {
        casefile::change(act, case, Right::Write, |act, access| {
            receipts::attach_case(act, link, access)
        })?;
    }
    finish(act, opened, IntakeOutcome::CaseOpened, case)?;
    Ok(IntakeCase {
        case,
        receipt_attached,
    })
}

/// Adds what the intake says to a case in one's own reach. The receipt moves there if the case has
/// none: whoever has the slip of another caller must not read this person's letters.
pub(super) fn link(act: &mut Act<'_>, id: IntakeId, case: CaseId) -> Result<IntakeCase, Refusal> {
    let opened = triage::open_work(act, id)?;
    let content = readable(act, &opened)?;
    let has_one = receipts::case_has_one(act, case)?;
    let attach = content.receipt.as_ref().filter(|_| !has_one);
    let (urgency, _) = priority(&content.intake, act.now.to_day());
    casefile::change(act, case, Right::Write, |act, access| {
        access.must_be_open()?;
        let known: Vec<_> = File::open(act, access)?
            .all::<Need>()?
            .into_iter()
            .filter(|need| need.body.status.is_unmet())
            .map(|need| need.body.category)
            .collect();
        for entry in opening::entries(&content.intake, content.at) {
            access.add(act, entry)?;
        }
        for need in opening::needs(&content.intake, urgency, &known) {
            access.add(act, need)?;
        }
        if let Some(link) = attach {
            receipts::attach_case(act, link, access)?;
        }
        cases::refresh(act, access)?;
        access.note(act, What::CaseChanged, About::the(id.to_uuid()))
    })?;
    if let Some(link) = content.receipt.as_ref().filter(|_| has_one) {
        receipts::set_step(act, link, receipts::PersonStep::InWork)?;
    }
    let receipt_attached = attach.is_some();
    finish(act, opened, IntakeOutcome::Linked, case)?;
    Ok(IntakeCase {
        case,
        receipt_attached,
    })
}

/// The content, if the register knows who wrote it and the person has not erased it.
fn readable(act: &mut Act<'_>, opened: &Opened) -> Result<Content, Refusal> {
    let content = opened
        .content
        .clone()
        .ok_or(Refusal::Because(Reason::IntakeNotSigned))?;
    if let Some(link) = &content.receipt
        && !receipts::still_there(act, link)?
    {
        return Err(Refusal::NotFound);
    }
    Ok(content)
}

fn finish(
    act: &mut Act<'_>,
    opened: Opened,
    outcome: IntakeOutcome,
    case: CaseId,
) -> Result<(), Refusal> {
    let about = About::the(opened.row.id.to_uuid());
    let ending = IntakeEnding {
        step: triage::step(act)?,
        outcome,
        reason: None,
        case: Some(case),
    };
    triage::end(act, opened, ending)?;
    ledger::note(act, What::IntakeLinked, about)
}
