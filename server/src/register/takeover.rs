//! Registers of the first release, which had no manifest: read as they are until a key
//! administrator signs in, who then signs the first manifest over what stands.
//!
//! Danger: until then a whole register can be put back, as the first release allowed. Once there is
//! a manifest its number is in the marks and on keyrings, and nothing here is reached any more.

use amparo_store::{AccountId, GroupId, OrganisationId};
use amparo_vault::{Certificate, SecretBytes, VerifiedEntry, verify_entry};
use uuid::Uuid;

use super::manifest::{commit, root_of, standing};
use super::opened::{lookup_of, opened, put_back};
use super::signing::signer;
use super::{organisation, organisations, rows};
use crate::foundation::{Act, Refusal};

/// The entry about a subject, by its row alone.
pub(super) fn checked_before(
    act: &mut Act<'_>,
    subject: Uuid,
) -> Result<(VerifiedEntry, SecretBytes), Refusal> {
    let of = act.member()?.organisation;
    let lookup = lookup_of(act, of, subject);
    let row = rows::entry(act.db(), of, lookup)?.ok_or(Refusal::NotFound)?;
    let signed = opened(act, subject, row.version.get())?;
    let root = root_of(act, of)?;
    let entry = verify_entry(&root, of.as_bytes(), subject.into_bytes(), signed.expose())
        .map_err(put_back)?;
    must_stand(act, of, &entry)?;
    if entry.version() == row.version.get() {
        Ok((entry, signed))
    } else {
        Err(put_back(()))
    }
}

/// Refuses what was signed by a key administrator who left, as the organisation's profile says.
pub(super) fn must_stand(
    act: &mut Act<'_>,
    of: OrganisationId,
    entry: &VerifiedEntry,
) -> Result<(), Refusal> {
    let signer = AccountId::from_bytes(entry.signer());
    if organisation(act, of)?.profile.revoked.contains(&signer) {
        return Err(put_back(()));
    }
    Ok(())
}

/// The shared groups, as the first release listed them.
pub(super) fn groups_before(act: &mut Act<'_>) -> Result<Vec<GroupId>, Refusal> {
    let of = act.member()?.organisation;
    rows::groups_before(act.db(), of)
}

/// Signs the first manifest over every entry that stands, if there is none yet. `accounts` are all
/// that the organisation has or had. Answers whether it did.
pub fn take_over(
    act: &mut Act<'_>,
    certificate: &Certificate,
    accounts: &[AccountId],
) -> Result<bool, Refusal> {
    if standing(act)?.is_some() {
        return Ok(false);
    }
    let of = act.member()?.organisation;
    let mut subjects: Vec<Uuid> = accounts.iter().map(|id| id.to_uuid()).collect();
    subjects.extend(groups_before(act)?.into_iter().map(GroupId::to_uuid));
    subjects.extend(organisations(act)?.into_iter().map(|one| one.id.to_uuid()));
    let mut entries = Vec::new();
    for subject in subjects {
        match checked_before(act, subject) {
            Ok((entry, signed)) => entries.push((subject, entry, signed)),
            Err(Refusal::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    let revoked = organisation(act, of)?.profile.revoked;
    let signer = signer(act, certificate)?;
    commit(act, &signer, |first| {
        for (subject, entry, signed) in &entries {
            let subject = subject.into_bytes();
            first.list(subject, entry.version(), entry.entry(), signed.expose());
        }
        first.revoked = revoked.iter().map(AccountId::as_bytes).collect();
    })?;
    rows::forget_groups_before(act.db(), of)?;
    Ok(true)
}
