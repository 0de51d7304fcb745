//! The person's word that nothing be shared, that nobody contact her, or that either may go on, said
//! with the receipt while nobody with the case's key was there.
//!
//! What must stay true: who has the case believes what the receipt's digits signed, checked with a
//! key from inside the file; who has it not believes this instance's mac. A row that says something
//! else is ignored and told. A statement that this server has seen and that is gone still counts:
//! the marks know its number. Where a file knows no key, because its receipt is of an earlier
//! release, the mac decides.
//! Known limit: who drops the statement *and* the marks brings both back, until the person
//! says it again.

use amparo_store::{CaseId, OrganisationId, ReceiptId};
use amparo_vault::Stopped;
use serde::{Deserialize, Serialize};

use super::stop_row::{Known, STOPPED_BEFORE, Standing, StopRow};
use super::stop_state::{Stop, mark};
use super::{CaseAccess, Section, report, rows};
use crate::foundation::{Act, Refusal};

/// What a file says about the person's key: the receipts' record, read for this alone.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Said {
    link: SaidLink,
    #[serde(default)]
    said_before: u64,
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

/// How things stand with an opened file. A row that is not believed is told.
pub(super) fn standing_of(
    act: &mut Act<'_>,
    case: &CaseAccess,
    said: Option<Said>,
) -> Result<Standing, Refusal> {
    let says = case.stop.says(act, case.organisation, case.id);
    let signed = |said: &Said| {
        let receipt = said.link.receipt.to_uuid();
        let public = said.link.stop?;
        Some(says.is_signed(&public, case.organisation, receipt))
    };
    let standing = says.standing(Known {
        is_signed: said.as_ref().and_then(signed),
        in_file: said.map_or(0, |said| said.said_before),
        ..case.stop.known()
    });
    if let Some(why) = standing.doubt {
        report::stop_doubted(act, case.organisation, case.id, why)?;
    }
    Ok(standing)
}

/// Keeps a statement beside the case, at once. Needs no key: whoever opens the case checks it.
pub fn keep_statement(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    id: CaseId,
    statement: StopRow,
) -> Result<(), Refusal> {
    let row = statement.bytes(act.app(), organisation, id.to_uuid());
    rows::set_stop(act.db(), id, &row)?;
    act.saw(mark(organisation, id), statement.number)
}

/// What the person has stopped in a case that the caller may be unable to open. `NotFound` if the
/// case is gone.
pub fn what_was_stopped(act: &mut Act<'_>, id: CaseId) -> Result<Stopped, Refusal> {
    let row = rows::case(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let standing = Stop::of(act, id, &row).standing(act, row.organisation, id);
    if let Some(why) = standing.doubt {
        report::stop_doubted(act, row.organisation, id, why)?;
    }
    Ok(standing.stopped)
}

/// How things stand with a case, as this instance knows it without the file.
pub fn standing_without_file(act: &mut Act<'_>, id: CaseId) -> Result<Standing, Refusal> {
    let Some(row) = rows::case(act.db(), id)? else {
        return Ok(Standing::default());
    };
    let stop = Stop::of(act, id, &row);
    Ok(stop.standing(act, row.organisation, id))
}

/// The digits lapse: the signature goes, because a guess at them could be tried against it. This
/// instance's word that it was there stays.
pub fn forget_signature(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    match standing_without_file(act, id)?.number() {
        0 => Ok(()),
        number => write(act, id, number),
    }
}

/// Takes over some of the flags of the first release. Answers whether there was any.
pub fn take_over_stops(act: &mut Act<'_>) -> Result<bool, Refusal> {
    let some = rows::with_stop(act.db(), STOPPED_BEFORE)?;
    for id in &some {
        // One that somebody put there when more was known says no more than that.
        let number = standing_without_file(act, *id)?.number();
        write(act, *id, number)?;
    }
    Ok(!some.is_empty())
}

fn write(act: &mut Act<'_>, id: CaseId, number: u64) -> Result<(), Refusal> {
    let Some(row) = rows::case(act.db(), id)? else {
        return Ok(());
    };
    let statement = StopRow {
        number,
        signature: None,
    };
    keep_statement(act, row.organisation, id, statement)
}
