//! Whether a case is older than one that was seen before.
//!
//! Row, records, grants and card fit together also when all of them are put back to what they were
//! last week. What must stay true: whoever opens or changes a case compares it with the newest
//! (epoch, revision) that this server has seen of it, and leaves a mark when it is newer.

use amparo_store::{CaseId, Epoch, OrganisationId, Revision};

use super::CaseAccess;
use super::rows::CaseRow;
use crate::foundation::{Act, MarkedRow, Reason, Refusal, RowKind};

/// How far a case has come.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub epoch: Epoch,
    pub revision: Revision,
}

impl From<&CaseRow> for State {
    fn from(row: &CaseRow) -> Self {
        Self {
            epoch: row.epoch,
            revision: row.revision,
        }
    }
}

/// One number that grows with every change of a case and of its key.
pub(super) fn number(epoch: u64, revision: u64) -> u64 {
    epoch << 32 | revision.min(u64::from(u32::MAX))
}

fn place(organisation: OrganisationId, case: CaseId) -> MarkedRow {
    (RowKind::Case, organisation.as_bytes(), case.as_bytes())
}

/// Refuses a case that is older than one that was seen before.
pub(super) fn check(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    at: State,
) -> Result<(), Refusal> {
    if is_old(act, organisation, case, at) {
        return Err(Refusal::Because(Reason::CasePutBack));
    }
    let number = number(at.epoch.get().into(), at.revision.get());
    act.saw(place(organisation, case), number)
}

/// Whether a newer state of the case was seen before.
pub(super) fn is_old(act: &Act<'_>, organisation: OrganisationId, case: CaseId, at: State) -> bool {
    number(at.epoch.get().into(), at.revision.get()) < act.highest(place(organisation, case))
}

/// Leaves the mark of a change.
pub(super) fn note(act: &mut Act<'_>, case: &CaseAccess) -> Result<(), Refusal> {
    let number = number(case.key.epoch().into(), case.length);
    act.saw(place(case.organisation, case.id), number)
}
