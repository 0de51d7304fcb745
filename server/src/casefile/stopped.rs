//! The person's word that nothing be shared any more, said with the receipt while nobody with the
//! case's key was there.
//!
//! What must stay true: only a statement that the receipt's digits signed stops the sharing, checked
//! with a key from inside the file; a flag in a row does not, and is told. A statement that this
//! server has seen and that is gone still counts: the marks know its number. Where a file knows no
//! key, because its receipt is of an earlier release, any sign of a stop counts.
//! Known limit: who drops the statement *and* the marks brings the sharing back, until the person
//! says it again.

use amparo_store::{CaseId, OrganisationId, ReceiptId};
use amparo_vault::StopStatement;
use serde::{Deserialize, Serialize};

use super::rows::CaseRow;
use super::{CaseAccess, File, Section, rows};
use crate::foundation::{Act, MarkedRow, Refusal, RowKind};

/// What the rows and the marks say of a case, before the file was asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Stop {
    flag: bool,
    statement: Option<Vec<u8>>,
    /// The highest number that this server has seen for the case.
    seen: u64,
}

/// What a file says about the person's key: the receipts' record, read for this alone.
#[derive(Clone, Serialize, Deserialize)]
struct Said {
    link: SaidLink,
    /// She said it with digits that have lapsed since.
    #[serde(default)]
    stopped_before: bool,
}

#[derive(Clone, Serialize, Deserialize)]
struct SaidLink {
    receipt: ReceiptId,
    #[serde(default)]
    stop: Option<[u8; 32]>,
}

impl Section for Said {
    const KIND: &'static str = "receipt";
}

impl Stop {
    pub(super) fn of(act: &Act<'_>, id: CaseId, row: &CaseRow) -> Self {
        Self {
            flag: row.sharing_stopped,
            statement: row.stop.clone(),
            seen: act.highest(mark(row.organisation, id)),
        }
    }

    fn any_sign(&self) -> bool {
        self.flag || self.statement.is_some() || self.seen > 0
    }
}

impl CaseAccess {
    /// The person said, with the receipt, that nothing may be shared any more.
    pub fn sharing_stopped(&self, file: &File) -> Result<bool, Refusal> {
        let Some(said) = file.bodies::<Said>()?.pop() else {
            return Ok(self.stop.any_sign());
        };
        if said.stopped_before {
            return Ok(true);
        }
        let Some(public) = said.link.stop else {
            return Ok(self.stop.any_sign());
        };
        let organisation = self.organisation.as_bytes();
        let receipt = said.link.receipt.as_bytes();
        let statement = self.stop.statement.as_deref().and_then(|row| {
            StopStatement::verify(&public, organisation, receipt, row).ok()
        });
        match statement {
            Some(said) if said.number >= self.stop.seen => Ok(said.stops),
            _ if self.stop.seen > 0 => {
                tracing::warn!("the person's word to stop sharing was taken out of its row");
                Ok(true)
            }
            _ => {
                if self.stop.any_sign() {
                    tracing::warn!("a stop of sharing that the person did not say was ignored");
                }
                Ok(false)
            }
        }
    }
}

impl CaseAccess {
    /// A file that knows no key to check with: its flag is marked, so that rows alone cannot take it
    /// away again.
    pub(super) fn remember_stop(&self, act: &mut Act<'_>, file: &File) -> Result<(), Refusal> {
        if !self.stop.flag {
            return Ok(());
        }
        let said = file.bodies::<Said>()?.pop();
        if said.is_some_and(|said| said.link.stop.is_none()) {
            return act.saw(mark(self.organisation, self.id), self.stop.seen.max(1));
        }
        Ok(())
    }
}

/// Keeps the person's word beside the case, at once. Needs no key: whoever opens the case checks it.
/// `number` is that of the statement; a receipt of an earlier release may have only a flag.
pub fn stop_sharing(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    id: CaseId,
    statement: Option<&[u8]>,
    number: u64,
) -> Result<(), Refusal> {
    rows::set_stop(act.db(), id, statement)?;
    act.saw(mark(organisation, id), number)
}

/// Whether there is any sign that the person stopped the sharing of a case that the caller may be
/// unable to open. `NotFound` if the case is gone.
pub fn sharing_was_stopped(act: &mut Act<'_>, id: CaseId) -> Result<bool, Refusal> {
    let row = rows::case(act.db(), id)?.ok_or(Refusal::NotFound)?;
    Ok(Stop::of(act, id, &row).any_sign())
}

fn mark(organisation: OrganisationId, id: CaseId) -> MarkedRow {
    (RowKind::Stop, organisation.as_bytes(), id.as_bytes())
}
