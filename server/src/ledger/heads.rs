//! The head of a ledger, for partners, who remember it and say what they saw.

use amparo_store::{OrganisationId, Position};

use super::fold::{continues, is_signed};
use super::rows;
use crate::foundation::{Act, Mark, Refusal};
use crate::register::Head;

/// The newest head of an organisation's ledger that this instance signed.
pub fn newest_head(
    act: &mut Act<'_>,
    organisation: OrganisationId,
) -> Result<Option<Head>, Refusal> {
    let last = rows::last_checkpoint(act.db(), organisation)?;
    // Whoever writes a false one into the table must not have it told to partners.
    let last = last.filter(|last| is_signed(act, organisation, last));
    Ok(last.map(|last| Head {
        number: last.size.get(),
        hash: last.head.into_bytes(),
    }))
}

/// Whether the ledger of the acting member's organisation goes on from a head that somebody saw of it.
pub fn goes_on_from(act: &mut Act<'_>, seen: &Head) -> Result<bool, Refusal> {
    let organisation = act.member()?.organisation;
    let last = rows::last_checkpoint(act.db(), organisation)?;
    let size = last.map_or(Position::NONE, |last| last.size);
    continues(act, organisation, Mark::head(seen.number, seen.hash), size)
}
