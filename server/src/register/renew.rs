//! Making the register anew: when everyone's key is changed, and when a key administrator leaves.

use amparo_store::{AccountId, Digest, GroupId, OrganisationId, Sealed};
use amparo_vault::{Certificate, GroupKey, verify_entry};
use uuid::Uuid;

use super::entries::{lookup_of, opened, put};
use super::published::publish_if_public;
use super::{organisation, organisations, rows, save};
use crate::foundation::{Act, Broken, Refusal};

/// Seals every row of the acting member's register under a new key of everyone, so that whoever
/// left cannot open it any more. `accounts` are all that the organisation has or had. Call it last
/// in an act: the acting member is sent the new key, and cannot use it before her next request.
pub fn reseal_for(
    act: &mut Act<'_>,
    fresh: &GroupKey,
    accounts: &[AccountId],
) -> Result<(), Refusal> {
    let of = act.member()?.organisation;
    let epoch = fresh.epoch().try_into()?;
    for (subject, lookup) in known(act, of, accounts)? {
        let (version, signed) = opened(act, subject)?;
        let sealed = fresh.seal_register_entry(
            of.as_bytes(),
            subject.into_bytes(),
            version,
            signed.expose(),
            act.rng(),
        )?;
        rows::reseal_entry(act.db(), of, lookup, epoch, Sealed::new(sealed)?)?;
    }
    Ok(())
}

/// Takes a key administrator's signature out of the register: what she signed is signed anew by the
/// acting one, and nothing with her certificate is believed from then on.
pub fn revoke(
    act: &mut Act<'_>,
    certificate: &Certificate,
    left: AccountId,
    accounts: &[AccountId],
) -> Result<(), Refusal> {
    let member = act.member()?;
    let of = member.organisation;
    let root = member
        .keyring()
        .root_of(of.as_bytes())
        .ok_or_else(|| Broken::bug("the organisation's root is not pinned"))?;
    for (subject, _) in known(act, of, accounts)? {
        let (_, signed) = opened(act, subject)?;
        let entry = verify_entry(root, of.as_bytes(), subject.into_bytes(), signed.expose())?;
        if entry.signer() == left.as_bytes() {
            put(act, certificate, subject, entry.entry())?;
        }
        // Published with a signature of its own, which may be older than the entry's.
        publish_if_public(act, certificate, entry.entry())?;
    }
    let mut own = organisation(act, of)?;
    own.profile.revoked.push(left);
    save(act, &own)
}

/// Everything that a row of the register is about. A row about something else is nobody's: it is
/// never found, and so it is left.
fn known(
    act: &mut Act<'_>,
    of: OrganisationId,
    accounts: &[AccountId],
) -> Result<Vec<(Uuid, Digest)>, Refusal> {
    let mut subjects: Vec<Uuid> = accounts.iter().map(|id| id.to_uuid()).collect();
    let groups = rows::groups(act.db(), of)?;
    subjects.extend(groups.into_iter().map(GroupId::to_uuid));
    subjects.extend(organisations(act)?.into_iter().map(|one| one.id.to_uuid()));
    let rows = rows::lookups(act.db(), of)?;
    let found: Vec<(Uuid, Digest)> = subjects
        .into_iter()
        .map(|subject| (subject, lookup_of(act, of, subject)))
        .filter(|(_, lookup)| rows.contains(lookup))
        .collect();
    if found.len() < rows.len() {
        tracing::warn!("the register has a row about nothing that is known");
    }
    Ok(found)
}
