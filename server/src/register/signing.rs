//! Who signs for the register, and for whom it is sealed.

use amparo_store::OrganisationId;
use amparo_vault::{Certificate, GroupKey, GroupPurpose, Identity};

use crate::foundation::{Act, Refusal};

pub(super) fn signer<'a>(
    act: &Act<'a>,
    certificate: &'a Certificate,
) -> Result<Signer<'a>, Refusal> {
    let member = act.member()?;
    Ok(Signer {
        certificate,
        identity: member.identity(),
        organisation: member.organisation,
        everyone: member
            .keyring()
            .current(GroupPurpose::Everyone)
            .ok_or(Refusal::NotFound)?,
    })
}

/// Who signs an entry, and the group it is sealed to.
#[expect(missing_debug_implementations, reason = "holds private keys")]
pub struct Signer<'a> {
    /// Certified by the root.
    pub certificate: &'a Certificate,
    /// The key administrator's keys.
    pub identity: &'a Identity,
    /// Whose register.
    pub organisation: OrganisationId,
    /// All members of the organisation.
    pub everyone: &'a GroupKey,
}
