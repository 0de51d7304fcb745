//! Making the register anew: when everyone's key is changed, and when a key administrator leaves.

use amparo_store::{AccountId, Sealed};
use amparo_vault::{Certificate, Entry, GroupKey};
use uuid::Uuid;

use super::entries::{entry, put};
use super::manifest::{self, commit, standing};
use super::opened::{lookup_of, opened};
use super::signing::signer;
use super::{organisation, rows, save};
use crate::foundation::{Act, Reason, Refusal};

/// Seals the acting member's register under a new key of everyone, so that whoever left cannot
/// open it any more. Call it last in an act: the acting member is sent the new key, and cannot use
/// it before her next request.
pub fn reseal_for(act: &mut Act<'_>, fresh: &GroupKey) -> Result<(), Refusal> {
    let of = act.member()?.organisation;
    let epoch = fresh.epoch().try_into()?;
    for (subject, version) in listed(act)? {
        let signed = opened(act, subject, version)?;
        let sealed = fresh.seal_register_entry(
            of.as_bytes(),
            subject.into_bytes(),
            version,
            signed.expose(),
            act.rng(),
        )?;
        let lookup = lookup_of(act, of, subject);
        rows::reseal_entry(act.db(), of, lookup, epoch, Sealed::new(sealed)?)?;
    }
    manifest::reseal(act, fresh)
}

/// Takes a key administrator's signature out of the register: what she signed is signed anew by the
/// acting one, and nothing with her certificate is believed from then on.
pub fn revoke(
    act: &mut Act<'_>,
    certificate: &Certificate,
    left: AccountId,
) -> Result<(), Refusal> {
    let of = act.member()?.organisation;
    for (subject, _) in listed(act)? {
        let found = entry(act, subject)?;
        if found.signer() == left.as_bytes() {
            let again: Entry = found.entry().clone();
            put(act, certificate, subject, &again)?;
        }
    }
    let signer = signer(act, certificate)?;
    commit(act, &signer, |next| next.revoked.push(left.as_bytes()))?;
    let mut own = organisation(act, of)?;
    own.profile.revoked.push(left);
    save(act, &own)
}

/// Every subject that stands, and the version of its entry.
fn listed(act: &mut Act<'_>) -> Result<Vec<(Uuid, u64)>, Refusal> {
    // A register without a manifest is taken over first, at the sign-in of a key administrator.
    let standing = standing(act)?.ok_or(Refusal::Because(Reason::ChangedMeanwhile))?;
    let entries = standing.manifest().entries.iter();
    Ok(entries
        .map(|it| (Uuid::from_bytes(it.subject), it.version))
        .collect())
}
