//! Whether a case is older than one that was seen before.
//!
//! Row, records, grants and card fit together also when all of them are put back to what they were
//! last week. What must stay true: whoever opens or changes a case compares it with the newest
//! (epoch, revision) that this server has seen of it, and leaves a mark when it is newer. Lines of
//! the ledger name it too, for when the marks are lost.

use amparo_store::{CaseId, OrganisationId};

use super::rows::CaseRow;
use super::{CaseAccess, rows};
use crate::foundation::{Act, CaseState, MarkedRow, Reason, Refusal, RowKind};

impl From<&CaseRow> for CaseState {
    fn from(row: &CaseRow) -> Self {
        Self {
            epoch: row.epoch.get(),
            revision: row.revision.get(),
        }
    }
}

impl CaseAccess {
    /// How far the case has come, with what this act did.
    pub(super) fn state(&self) -> CaseState {
        CaseState {
            epoch: self.key.epoch(),
            revision: self.length,
        }
    }
}

fn place(organisation: OrganisationId, case: CaseId) -> MarkedRow {
    (RowKind::Case, organisation.as_bytes(), case.as_bytes())
}

/// Refuses a case that is older than one that was seen before.
pub(super) fn check(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    at: CaseState,
) -> Result<(), Refusal> {
    if is_old(act, organisation, case, at) {
        return Err(Refusal::Because(Reason::CasePutBack));
    }
    act.saw(place(organisation, case), at.number())
}

/// Whether a newer state of the case was seen before.
pub(super) fn is_old(
    act: &Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    at: CaseState,
) -> bool {
    at.number() < act.highest(place(organisation, case))
}

/// Leaves the mark of a change.
pub(super) fn note(act: &mut Act<'_>, case: &CaseAccess) -> Result<(), Refusal> {
    act.saw(place(case.organisation, case.id), case.state().number())
}

/// How far every case of an organisation has come, as its rows say.
pub fn states(
    act: &mut Act<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(CaseId, CaseState)>, Refusal> {
    rows::states(act.db(), organisation)
}
