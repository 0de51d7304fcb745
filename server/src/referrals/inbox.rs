//! To whom something may be sent: the inbox of a partner, under the root that was compared.

use amparo_store::OrganisationId;
use amparo_vault::{GroupPurpose, VerifiedKey};

use crate::foundation::{Act, Refusal};
use crate::register::{self, OrganisationKind};

/// The inbox of a partner whose key was compared. An authority has none, whatever the rows say.
pub(super) fn inbox_of(act: &mut Act<'_>, id: OrganisationId) -> Result<VerifiedKey, Refusal> {
    if register::organisation(act, id)?.kind() == OrganisationKind::Authority {
        return Err(Refusal::Blocked("nothing is ever sent to an authority"));
    }
    let root = register::partner_root(act, id)?.ok_or(Refusal::Blocked(
        "compare the partner's twelve words before you send anything",
    ))?;
    register::published_key_under(act, &root, id, GroupPurpose::Inbox)
}
