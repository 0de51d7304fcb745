//! Letters of somebody whose intake is no case yet.

use amparo_store::IntakeId;

use super::triage;
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts::{self, Letter, NewLetter};
use crate::rights::Right;
use crate::web::{Listing, PageQuery};

/// The letters, both ways. Empty if there is no receipt, or if it belongs to a case now.
pub(super) fn list(
    act: &mut Act<'_>,
    id: IntakeId,
    page: &PageQuery,
) -> Result<Listing<Letter>, Refusal> {
    let opened = triage::in_queue(act, id, Right::Read)?;
    ledger::note(act, What::LetterRead, About::the(id.to_uuid()))?;
    match opened.content.and_then(|content| content.receipt) {
        Some(link) => receipts::letters_of_intake(act, &link, page),
        None => Ok(Listing {
            items: Vec::new(),
            next: None,
        }),
    }
}

/// Writes to the person.
pub(super) fn write(act: &mut Act<'_>, id: IntakeId, new: &NewLetter) -> Result<Letter, Refusal> {
    let opened = triage::in_queue(act, id, Right::Write)?;
    let link = opened
        .content
        .and_then(|content| content.receipt)
        .ok_or(Refusal::Because(Reason::NoReceipt))?;
    let letter = receipts::write_for_intake(act, &link, new)?;
    ledger::note(act, What::LetterSent, About::the(id.to_uuid()))?;
    Ok(letter)
}
