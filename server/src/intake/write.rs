//! Writing an intake down: as a draft, or into the queue at once.
//!
//! What must stay true: after hand-over its writer cannot open it again, unless she holds the
//! queue's key; a contact that needs nothing more is logged and closed at once, and gets no receipt.

use amparo_store::{IntakeId, Revision};
use amparo_vault::BegunSeal;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::bodies::{ChangedDraft, NewIntake, ReceiptWish, WrittenIntake};
use super::model::{Intake, IntakeState};
use super::rows::{self, IntakeRow};
use super::seals::{self, Content, Signers};
use super::{about, opening, priority};
use crate::casefile::author;
use crate::consent;
use crate::foundation::jobs::{self, Job};
use crate::foundation::{Act, App, Caller, Fault, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts::{self, Ready};
use crate::rights::{Object, Right};
use crate::web::etag;

/// How long a draft is kept.
pub(super) const DRAFT_HOURS: i64 = 12;

/// The receipt that a hand-over will need, made ready before the act.
pub(super) fn prepare(
    app: &App,
    caller: &Caller,
    intake: &Intake,
    hand_over: bool,
    wish: ReceiptWish,
) -> Result<Option<Ready>, Refusal> {
    let member = caller.needs(Right::Write, Object::Draft)?;
    if hand_over {
        seals::begin(app, member.organisation)?;
    }
    let wanted = hand_over && wish.makes_one(intake);
    wanted.then(|| receipts::ready(app)).transpose()
}

/// Writes a contact down.
pub(super) fn create(
    act: &mut Act<'_>,
    new: &NewIntake,
    ready: Option<&Ready>,
) -> Result<(WrittenIntake, i64), Refusal> {
    act.needs(Right::Write, Object::Draft)?;
    check(act, &new.intake)?;
    if new.hand_over {
        let begun = seals::begun_for_queue(act)?;
        let id = begun
            .as_ref()
            .map_or_else(|| act.fresh_id(), |begun| begun.id);
        let id = IntakeId::from_uuid(id);
        let begun = begun.map(|begun| begun.seal);
        let (row, receipt) = handed_over(act, id, Revision::FIRST, &new.intake, ready, begun)?;
        rows::insert(act.db(), &row)?;
        let (mut view, revision) = written(act, &row, &new.intake, receipt);
        view.receipt_withheld = new.receipt.is_withheld(&new.intake);
        return Ok((view, revision));
    }
    let id = IntakeId::from_uuid(act.fresh_id());
    let row = draft(act, id, Revision::FIRST, &new.intake, None)?;
    insert_draft(act, &row)?;
    ledger::note(act, What::IntakeDrafted, About::the(id.to_uuid()))?;
    Ok(written(act, &row, &new.intake, None))
}

/// Changes one's own draft, or hands it over.
pub(super) fn change(
    act: &mut Act<'_>,
    id: IntakeId,
    seen: i64,
    change: &ChangedDraft,
    ready: Option<&Ready>,
) -> Result<(WrittenIntake, i64), Refusal> {
    act.needs(Right::Write, Object::Draft)?;
    check(act, &change.intake)?;
    rows::lock(act.db(), id)?;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.state != IntakeState::Draft {
        return Err(Refusal::NotFound);
    }
    let opened = seals::open(act, &mut Signers::new(), row)?.ok_or(Refusal::NotFound)?;
    if opened.row.revision.number() != seen {
        act.shows_instead();
        ledger::note(act, What::IntakeSeen, About::the(id.to_uuid()))?;
        return Err(Refusal::StaleRevision {
            current_tag: etag(opened.row.revision.number()),
            current: serde_json::to_value(opened.content.map(|content| content.intake))?,
            sent: serde_json::to_value(&change.intake)?,
        });
    }
    let next = opened.row.revision.next();
    let (row, receipt) = if change.hand_over {
        handed_over(act, id, next, &change.intake, ready, None)?
    } else {
        ledger::note(act, What::IntakeDrafted, About::the(id.to_uuid()))?;
        (draft(act, id, next, &change.intake, None)?, None)
    };
    rows::replace(act.db(), &row)?;
    let (mut view, revision) = written(act, &row, &change.intake, receipt);
    view.receipt_withheld = change.hand_over && change.receipt.is_withheld(&change.intake);
    Ok((view, revision))
}

/// Keeps a new draft, for so long and no longer.
pub(super) fn insert_draft(act: &mut Act<'_>, row: &IntakeRow) -> Result<(), Refusal> {
    rows::insert(act.db(), row)?;
    jobs::enqueue(
        act,
        &ExpireDraft { intake: row.id },
        TimeDelta::hours(DRAFT_HOURS),
    )
}

/// The row of a draft; `typed` is the form as it stood, if there is one.
pub(super) fn draft(
    act: &mut Act<'_>,
    id: IntakeId,
    revision: Revision,
    intake: &Intake,
    typed: Option<serde_json::Value>,
) -> Result<IntakeRow, Refusal> {
    let mut content = content(act, intake)?;
    content.typed = typed;
    let (sealed, group, group_epoch) = seals::seal_draft(act, id, revision, &content)?;
    Ok(IntakeRow {
        id,
        organisation: act.member()?.organisation,
        group,
        group_epoch,
        state: IntakeState::Draft,
        sealed,
        handling: None,
        revision,
        created_on: act.now.to_day(),
    })
}

/// The row for the queue, and the digits of the receipt.
pub(super) fn handed_over(
    act: &mut Act<'_>,
    id: IntakeId,
    revision: Revision,
    intake: &Intake,
    ready: Option<&Ready>,
    begun: Option<BegunSeal>,
) -> Result<(IntakeRow, Option<String>), Refusal> {
    let mut content = content(act, intake)?;
    content.receipt = ready
        .map(|ready| receipts::issue(act, ready, id))
        .transpose()?;
    let (sealed, group, group_epoch) = seals::seal_for_queue(act, id, &content, begun)?;
    let (state, what) = if intake.outcome.needs_nothing_more() {
        (IntakeState::Closed, What::IntakeClosed)
    } else {
        (IntakeState::Waiting, What::IntakeHandedOver)
    };
    ledger::note(act, what, About::the(id.to_uuid()))?;
    let row = IntakeRow {
        id,
        organisation: act.member()?.organisation,
        group,
        group_epoch,
        state,
        sealed,
        handling: None,
        revision,
        created_on: act.now.to_day(),
    };
    Ok((row, ready.map(|ready| ready.digits().expose().to_owned())))
}

fn content(act: &Act<'_>, intake: &Intake) -> Result<Content, Refusal> {
    Ok(Content {
        intake: intake.clone(),
        by: author(act)?,
        at: act.now,
        receipt: None,
        typed: None,
    })
}

pub(super) fn written(
    act: &Act<'_>,
    row: &IntakeRow,
    intake: &Intake,
    receipt: Option<String>,
) -> (WrittenIntake, i64) {
    let (priority, reasons) = priority(intake, act.now.to_day());
    let view = WrittenIntake {
        id: row.id,
        state: row.state,
        priority,
        reasons,
        receipt_withheld: false,
        receipt,
    };
    (view, row.revision.number())
}

/// What the schema cannot say.
pub(super) fn check(act: &mut Act<'_>, intake: &Intake) -> Result<(), Refusal> {
    let today = act.now.to_day();
    let mut faults = Vec::new();
    if let Some(raised) = &intake.priority_raised
        && raised.to > priority::by_rules(intake, today)
    {
        faults.push(Fault::at(
            "/intake/priority_raised/to",
            "lowered",
            "may only be raised above what the rules say",
        ));
    }
    if let Some(removal) = about::removal(intake) {
        match removal.check("/intake/triage/removal", today) {
            Err(Refusal::Invalid(more)) => faults.extend(more.into_iter().map(|mut fault| {
                fault.pointer = fault.pointer.replacen("/day", "/date", 1);
                fault
            })),
            other => other?,
        }
    }
    if let Some(agreed) = opening::consent_of(intake, today) {
        match consent::check(act, &agreed, "/intake/consent") {
            Err(Refusal::Invalid(more)) => faults.extend(more.into_iter().map(|mut fault| {
                // The consent of an intake calls its recipients by another name.
                fault.pointer = fault.pointer.replacen("/recipients", "/share", 1);
                fault
            })),
            other => other?,
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

/// Deletes a draft that was not handed over.
#[derive(Debug, Serialize, Deserialize)]
pub struct ExpireDraft {
    intake: IntakeId,
}

impl Job for ExpireDraft {
    const NAME: &'static str = "expire_draft";

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        rows::lock(act.db(), self.intake)?;
        match rows::find(act.db(), self.intake)? {
            Some(row) if row.state == IntakeState::Draft => {
                rows::delete(act.db(), self.intake)?;
                let about = About::the(self.intake.to_uuid());
                ledger::note_in(act, row.organisation, What::IntakeExpired, about)
            }
            _ => Ok(()),
        }
    }
}

/// Deletes a report that the person erased with the receipt.
#[derive(Debug, Serialize, Deserialize)]
pub struct EraseReport {
    intake: IntakeId,
}

impl Job for EraseReport {
    const NAME: &'static str = receipts::REPORT_ERASED;

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        rows::lock(act.db(), self.intake)?;
        let Some(row) = rows::find(act.db(), self.intake)? else {
            return Ok(());
        };
        rows::delete(act.db(), self.intake)?;
        let about = About::the(self.intake.to_uuid());
        ledger::note_in(act, row.organisation, What::IntakeErased, about)
    }
}
