//! To whom something may be sent: the inbox of a partner, under the root that was compared.

use amparo_store::{Epoch, GroupId, OrganisationId};
use amparo_vault::{GroupPurpose, VerifiedKey};

use crate::foundation::{Act, Broken, Reason, Refusal, RefusalKind};
use crate::register::{self, OrganisationKind};

/// The inbox of a partner whose key was compared. An authority has none, whatever the rows say.
pub(super) fn inbox_of(act: &mut Act<'_>, id: OrganisationId) -> Result<VerifiedKey, Refusal> {
    if register::organisation(act, id)?.kind() == OrganisationKind::Authority {
        return Err(Refusal::Because(Reason::Authority));
    }
    let root = register::partner_root(act, id)?.ok_or(Refusal::Because(Reason::KeyNotCompared))?;
    register::published_key_under(act, &root, id, GroupPurpose::Inbox)
}

/// The group whose inbox a key is, and the epoch of the key.
pub(super) fn group_of(inbox: &VerifiedKey) -> Result<(GroupId, Epoch), Refusal> {
    let (group, epoch) = inbox
        .group()
        .ok_or_else(|| Broken::damage("a partner's inbox belongs to no group"))?;
    Ok((GroupId::from_bytes(group), epoch.try_into()?))
}

/// Whether nobody can be written to at this address any more.
pub(super) fn is_unreachable(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::NotFound) || refusal.kind() == Some(RefusalKind::Blocked)
}
