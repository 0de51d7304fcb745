//! What an act leaves behind: lines of the ledger, small changes after a look, versions that were seen.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use amparo_store::{AnyConnection, Digest, LedgerLineId, OrganisationId, Sealed};
use amparo_vault::LedgerLabels;

use super::marks::{Mark, MarkedRow};
use super::refusal::Refusal;

/// A sealed line for the ledger, ready to be kept.
#[derive(Clone, Debug)]
pub struct Line {
    /// Random, so that it says nothing about when.
    pub id: LedgerLineId,
    /// Whose auditors can open it.
    pub organisation: OrganisationId,
    /// How the members with its case find it.
    pub label: Label,
    /// For the auditors.
    pub sealed: Sealed,
    /// For the members with the case; random bytes where there are none.
    pub sealed_for_case: Sealed,
    /// This instance's word that it wrote the line for the auditors.
    pub mac: Digest,
}

/// Under which label a line is kept.
#[derive(Clone, Debug)]
pub enum Label {
    /// A random one: nobody looks for it.
    Random(Digest),
    /// The first of a case's labels that no line has yet, which is known when the line is kept.
    NextOf(Arc<LabelsOfCase>),
}

/// The labels of a case.
#[derive(Debug)]
pub struct LabelsOfCase {
    /// The labels.
    pub labels: LedgerLabels,
    /// Where the first unused one was expected lately. Never believed without a look.
    pub expected: Arc<AtomicU64>,
}

/// A small change that follows from a look: it is made in the transaction that keeps the lines.
pub type Afterwards = Box<dyn Fn(&mut AnyConnection) -> Result<(), Refusal> + Send + Sync>;

/// A change of what this process remembers.
pub(super) type OnceCommitted = Box<dyn FnOnce() + Send + Sync>;

/// What an act leaves behind when it ends well.
#[derive(Default)]
pub(super) struct Traces {
    pub lines: Vec<Line>,
    pub afterwards: Vec<Afterwards>,
    pub once_committed: Vec<OnceCommitted>,
    pub seen: Vec<(MarkedRow, Mark)>,
    /// The lines are about what a refusal shows, and are kept although nothing was done.
    pub shown: bool,
}
