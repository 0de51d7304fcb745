//! Rows of the register: where they lie, and what opens them. Nothing here is believed yet.

use amparo_store::{Digest, OrganisationId};
use amparo_vault::{GroupPurpose, SecretBytes};
use uuid::Uuid;

use super::rows;
use crate::foundation::{Act, Reason, Refusal};

/// The answer when rows of the register are not those that were written last.
pub(super) fn put_back<E>(_: E) -> Refusal {
    Refusal::Because(Reason::RegisterPutBack)
}

/// Under which tag the row about a subject is found. The subject itself would say which rows are
/// about a member and which about a group, and PostgreSQL remembers which were written together.
pub(super) fn lookup_of(act: &Act<'_>, of: OrganisationId, subject: Uuid) -> Digest {
    let text = format!("{of}\n{subject}");
    act.app().instance.lookup_tag("register", &text).into()
}

/// Opens the row about a subject with the acting member's newest key of everyone.
pub(super) fn opened(
    act: &mut Act<'_>,
    subject: Uuid,
    version: u64,
) -> Result<SecretBytes, Refusal> {
    let member = act.member()?;
    let of = member.organisation;
    let lookup = lookup_of(act, of, subject);
    let row = rows::entry(act.db(), of, lookup)?.ok_or_else(|| put_back(()))?;
    let everyone = member
        .keyring()
        .current(GroupPurpose::Everyone)
        .ok_or(Refusal::NotFound)?;
    everyone
        .open_register_entry(
            of.as_bytes(),
            subject.into_bytes(),
            version,
            row.sealed.as_slice(),
        )
        .map_err(put_back)
}
