//! An opened intake, as it is shown. What nobody whom the register knows has signed is not shown.

use amparo_store::Moment;

use super::bodies::{ContactLine, IntakeItem, IntakeView};
use super::model::IntakeState;
use super::priority::{PriorityReason, priority, waits_too_long};
use super::seals::Opened;
use crate::foundation::Act;
use crate::words::Priority;

/// A line of the list.
pub(super) fn item(act: &Act<'_>, opened: &Opened, letters_unread: i64) -> IntakeItem {
    let (priority, reasons, since) = urgency(act, opened);
    let content = opened.content.as_ref();
    let intake = content.map(|content| &content.intake);
    let mut line = IntakeItem {
        id: opened.row.id,
        state: opened.row.state,
        revision: opened.row.revision.number(),
        verified: content.is_some(),
        priority,
        reasons,
        outcome: intake.map(|intake| intake.outcome),
        language: intake.and_then(|intake| intake.language.clone()),
        now_in: intake.and_then(|intake| intake.now_in.clone()),
        needs: intake
            .map(|intake| intake.needs.clone())
            .unwrap_or_default(),
        since,
        late: false,
        by: content.map(|content| content.by.clone()),
        taken: opened.handling.taken.clone(),
        letters_unread,
        no_contact: false,
    };
    line.late = is_late(&line, act.now);
    line
}

/// Whether nobody has looked into it for longer than it may wait.
pub(super) fn is_late(line: &IntakeItem, now: Moment) -> bool {
    line.state == IntakeState::Waiting && waits_too_long(line.priority, line.since, now)
}

/// A line of the day's log.
pub(super) fn line(act: &Act<'_>, opened: &Opened) -> ContactLine {
    let (priority, _, at) = urgency(act, opened);
    let content = opened.content.as_ref();
    ContactLine {
        id: opened.row.id,
        state: opened.row.state,
        at,
        outcome: content.map(|content| content.intake.outcome),
        priority,
        language: content.and_then(|content| content.intake.language.clone()),
        by: content.map(|content| content.by.clone()),
    }
}

/// The whole intake, and its revision.
pub(super) fn view(act: &Act<'_>, opened: Opened, letters_unread: i64) -> (IntakeView, i64) {
    let (priority, reasons, since) = urgency(act, &opened);
    let revision = opened.row.revision.number();
    let (intake, by, receipt) = match opened.content {
        Some(content) => (
            Some(content.intake),
            Some(content.by),
            content.receipt.is_some(),
        ),
        None => (None, None, false),
    };
    let view = IntakeView {
        id: opened.row.id,
        state: opened.row.state,
        verified: intake.is_some(),
        priority,
        reasons,
        intake,
        by,
        since,
        receipt,
        letters_unread,
        no_contact: false,
        taken: opened.handling.taken,
        ended: opened.handling.ended,
    };
    (view, revision)
}

fn urgency(act: &Act<'_>, opened: &Opened) -> (Priority, Vec<PriorityReason>, Moment) {
    match &opened.content {
        Some(content) => {
            let (how, why) = priority(&content.intake, act.now.to_day());
            (how, why, content.at)
        }
        None => (Priority::P4, Vec::new(), opened.row.created_on.start()),
    }
}
