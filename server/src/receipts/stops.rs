//! The person's word that nothing be shared any more, signed with what the digits open.
//!
//! What must stay true: it holds at once, while nobody with the case's key is signed in; nobody else
//! can say it, and nobody can unsay it by rows alone. What a case believes stands in
//! `casefile/stopped.rs`.

use amparo_store::CaseId;
use amparo_vault::{Mailbox, StopStatement};

use super::model::ReceiptLink;
use super::rows::{self, ReceiptRow};
use crate::casefile;
use crate::foundation::{Act, MarkedRow, Refusal, RowKind};

/// The person says it.
pub(super) fn say(act: &mut Act<'_>, row: &ReceiptRow) -> Result<(), Refusal> {
    let mailbox = &act.person()?.mailbox;
    let known = said(&mailbox.stop_key().public(), row).map_or(0, |known| known.number);
    let number = known.max(act.highest(mark(row))) + 1;
    let statement = mailbox.stop_key().sign(StopStatement {
        organisation: row.organisation.as_bytes(),
        receipt: row.id.as_bytes(),
        number,
        stops: true,
    });
    rows::set_stop(act.db(), row.id, &statement)?;
    act.saw(mark(row), number)?;
    if let Some(case) = row.case {
        casefile::stop_sharing(act, row.organisation, case, Some(&statement), number)?;
    }
    Ok(())
}

/// Whether the person said it, as she sees it herself.
pub(super) fn stands(act: &Act<'_>, row: &ReceiptRow, mailbox: &Mailbox) -> bool {
    match said(&mailbox.stop_key().public(), row) {
        Some(said) => said.stops,
        // Said with an earlier release, or taken out of the row.
        None => row.sharing_stopped || act.highest(mark(row)) > 0,
    }
}

/// A case is opened from the report: the word goes along. `link` comes from inside the report.
pub(super) fn move_to_case(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    link: &ReceiptLink,
    case: CaseId,
) -> Result<(), Refusal> {
    let seen = act.highest(mark(row));
    let stop = match &link.stop {
        Some(public) => said(public, row).map(|said| said.number).or((seen > 0).then_some(seen)),
        None => (row.sharing_stopped || seen > 0).then_some(seen.max(1)),
    };
    match stop {
        Some(number) => {
            let statement = row.stop.as_deref();
            casefile::stop_sharing(act, row.organisation, case, statement, number.max(seen))
        }
        None => {
            if row.sharing_stopped {
                tracing::warn!("a stop of sharing that the person did not say was ignored");
            }
            Ok(())
        }
    }
}

fn said(public: &[u8; 32], row: &ReceiptRow) -> Option<StopStatement> {
    let statement = row.stop.as_deref()?;
    StopStatement::verify(
        public,
        row.organisation.as_bytes(),
        row.id.as_bytes(),
        statement,
    )
    .ok()
}

fn mark(row: &ReceiptRow) -> MarkedRow {
    (
        RowKind::Stop,
        row.organisation.as_bytes(),
        row.id.as_bytes(),
    )
}
