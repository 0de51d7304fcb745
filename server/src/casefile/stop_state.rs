//! What the row and the marks say about the sharing of a case, before its file is asked.

use amparo_store::{CaseId, OrganisationId};

use super::rows::CaseRow;
use super::stop_row::{Known, RowSays, Standing, flags_count};
use crate::foundation::{Act, MarkedRow, RowKind};

/// Kept with an opened case until its file is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Stop {
    row: Option<Vec<u8>>,
    seen: u64,
    flags_count: bool,
}

impl Stop {
    pub(super) fn of(act: &Act<'_>, id: CaseId, row: &CaseRow) -> Self {
        Self::of_row(act, row.organisation, id, row.stop.clone())
    }

    pub(super) fn of_row(
        act: &Act<'_>,
        organisation: OrganisationId,
        id: CaseId,
        row: Option<Vec<u8>>,
    ) -> Self {
        Self {
            row,
            seen: act.highest(mark(organisation, id)),
            flags_count: flags_count(act),
        }
    }

    pub(super) fn says(&self, act: &Act<'_>, organisation: OrganisationId, id: CaseId) -> RowSays {
        RowSays::read(act.app(), organisation, id.to_uuid(), self.row.as_deref())
    }

    pub(super) fn known(&self) -> Known {
        Known {
            is_signed: None,
            seen: self.seen,
            in_file: 0,
            flags_count: self.flags_count,
        }
    }

    /// What this instance's word alone says.
    pub(super) fn standing(
        &self,
        act: &Act<'_>,
        organisation: OrganisationId,
        id: CaseId,
    ) -> Standing {
        self.says(act, organisation, id).standing(self.known())
    }
}

pub(super) fn mark(organisation: OrganisationId, id: CaseId) -> MarkedRow {
    (RowKind::Stop, organisation.as_bytes(), id.as_bytes())
}
