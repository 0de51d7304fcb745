//! The day's log: that somebody called, and what became of it, never what was said.
//!
//! What must stay true: whoever does not hold the queue's key is told how many, and of none of them
//! anything more.

use super::bodies::ContactsToday;
use super::model::IntakeState;
use super::rows;
use super::seals::{self, Signers};
use super::views::line;
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};

/// What was handed over or logged today.
pub(super) fn contacts(act: &mut Act<'_>) -> Result<ContactsToday, Refusal> {
    let member = act.needs(Right::Read, Object::Draft)?;
    let today = act.now.to_day();
    let rows = rows::of_day(act.db(), member.organisation, today)?;
    let count = |state| rows.iter().filter(|row| row.state == state).count();
    let mut log = ContactsToday {
        waiting: count(IntakeState::Waiting),
        taken: count(IntakeState::Taken),
        closed: count(IntakeState::Closed),
        items: Vec::new(),
    };
    if member.may(Right::Read, Object::Intake) {
        let mut signers = Signers::new();
        for row in rows {
            let opened = seals::open(act, &mut signers, row)?;
            log.items.extend(opened.map(|opened| line(act, &opened)));
        }
        log.items
            .sort_by_key(|line| (std::cmp::Reverse(line.at), line.id));
    }
    ledger::note(act, What::IntakeListed, About::default())?;
    Ok(log)
}
