//! Opening the auditors' lines.

use amparo_store::{LedgerLineId, Sealed};
use amparo_vault::{GroupPurpose, Opener};

use super::context_of;
use super::model::Event;
use crate::foundation::{Act, Refusal};

/// A line, opened with whichever of the acting auditor's keys it was sealed to.
pub(super) fn open_for_auditor(
    act: &Act<'_>,
    id: LedgerLineId,
    sealed: &Sealed,
) -> Result<Event, Refusal> {
    let member = act.member()?;
    let context = context_of(member.organisation, id.to_uuid());
    // A line may be older than the auditors' present epoch: try each key the auditor holds.
    for held in member.keyring().memberships() {
        if held.purpose == GroupPurpose::Auditors
            && let Ok(plain) = held.key.open_sealed(&context, sealed.as_slice())
        {
            return Ok(serde_json::from_slice(plain.expose())?);
        }
    }
    Err(Refusal::NotFound)
}
