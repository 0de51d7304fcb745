//! What an act leaves behind: lines of the ledger, small changes after a look, versions that were seen.

use amparo_store::{AnyConnection, CaseId, Digest, LedgerLineId, OrganisationId, Sealed};

use super::marks::MarkedRow;
use super::refusal::Refusal;

/// A sealed line for the ledger, ready to be kept.
#[derive(Clone, Debug)]
pub struct Line {
    /// Random, so that it says nothing about when.
    pub id: LedgerLineId,
    /// Whose auditors can open it.
    pub organisation: OrganisationId,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// For the auditors.
    pub sealed: Sealed,
    /// For the members with the case.
    pub sealed_for_case: Option<Sealed>,
    /// This instance's word that it wrote the line for the auditors.
    pub mac: Digest,
}

/// A small change that follows from a look: it is made in the transaction that keeps the lines.
pub type Afterwards = Box<dyn Fn(&mut AnyConnection) -> Result<(), Refusal> + Send + Sync>;

/// What an act leaves behind when it ends well.
#[derive(Default)]
pub(super) struct Traces {
    pub lines: Vec<Line>,
    pub afterwards: Vec<Afterwards>,
    pub seen: Vec<(MarkedRow, u64)>,
    /// The lines are about what a refusal shows, and are kept although nothing was done.
    pub shown: bool,
}
