//! The register as one object: only what its newest manifest names exists.
//!
//! What must stay true: the manifest is opened with the newest key of everyone and no other, so
//! who left cannot have written it, nor put an old one in its place; its number is never below the
//! highest that this server or the acting member's keyring knows. Rows of entries only lead there.

use std::sync::Arc;

use amparo_store::{AccountId, Epoch, OrganisationId, Revision, Sealed};
use amparo_vault::{
    GroupKey, GroupPurpose, Keyring, Manifest, Pin, PinKind, RootPublic, VerifiedManifest,
    sign_manifest, verify_manifest,
};

use super::opened::put_back;
use super::signing::Signer;
use super::{announce, organisation, rows};
use crate::foundation::{Act, Broken, Caller, Reason, Refusal, RowKind};

/// The root that the caller believes in: a member the one on her keyring.
pub(super) fn root_of(act: &mut Act<'_>, of: OrganisationId) -> Result<RootPublic, Refusal> {
    match act.caller() {
        Caller::Member(member) => member
            .keyring()
            .root_of(of.as_bytes())
            .cloned()
            .ok_or_else(|| Broken::bug("the organisation's root is not pinned").into()),
        _ => Ok(organisation(act, of)?.root().clone()),
    }
}

/// The acting member's register as it stands. None: this organisation was founded under the first
/// release, and no key administrator has signed in since.
pub(super) fn standing(act: &mut Act<'_>) -> Result<Option<Arc<VerifiedManifest>>, Refusal> {
    if let Some(known) = act.kept::<VerifiedManifest>() {
        return Ok(Some(known));
    }
    let member = act.member()?;
    let everyone = member
        .keyring()
        .current(GroupPurpose::Everyone)
        .ok_or(Refusal::NotFound)?;
    let root = root_of(act, member.organisation)?;
    let found = newest(act, member.organisation, &root, everyone)?;
    let pinned = pin_of(member.keyring(), member.organisation);
    let Some(found) = found else {
        return pinned.map_or(Ok(None), |pin| Err(put_back(pin)));
    };
    follows(&found, pinned)?;
    let found = Arc::new(found);
    act.keep(Arc::clone(&found));
    Ok(Some(found))
}

/// Opens the newest manifest with a key of everyone.
pub(super) fn newest(
    act: &mut Act<'_>,
    of: OrganisationId,
    root: &RootPublic,
    everyone: &GroupKey,
) -> Result<Option<VerifiedManifest>, Refusal> {
    let place = (RowKind::Manifest, of.as_bytes(), [0; 16]);
    let highest = act.highest(place);
    let Some(row) = rows::manifest(act.db(), of)? else {
        return if highest > 0 {
            Err(put_back(()))
        } else {
            Ok(None)
        };
    };
    if row.epoch.get() > everyone.epoch() {
        // A newer key of everyone is on its way to the caller.
        return Err(Refusal::Because(Reason::ChangedMeanwhile));
    }
    let number = row.number.get();
    let signed = everyone
        .open_manifest(of.as_bytes(), number, row.sealed.as_slice())
        .map_err(put_back)?;
    let found = verify_manifest(root, of.as_bytes(), signed.expose()).map_err(put_back)?;
    let own = found.listed(everyone.id()).and_then(|it| it.group.as_ref());
    let is_present = own.is_some_and(|group| group.key == everyone.public());
    if found.number() != number || number < highest || !is_present {
        return Err(put_back(()));
    }
    // Until everyone's key is changed, who was removed can still seal: a manifest of hers that does
    // not name her among those who left must not stand either.
    let signer = AccountId::from_bytes(found.signer());
    if organisation(act, of)?.profile.revoked.contains(&signer) {
        return Err(put_back(()));
    }
    act.saw_head(place, number, found.hash())
        .map_err(put_back)?;
    Ok(Some(found))
}

fn pin_of(keyring: &Keyring, of: OrganisationId) -> Option<Pin> {
    keyring.pinned(of.as_bytes(), PinKind::Register)
}

/// Refuses a manifest that is older than a pinned one, or another one at its number, or one that
/// follows it by one and names another before it.
fn follows(found: &VerifiedManifest, pinned: Option<Pin>) -> Result<(), Refusal> {
    let Some(pin) = pinned else {
        return Ok(());
    };
    let number = found.number();
    let good = match number.checked_sub(pin.number) {
        None => false,
        Some(0) => found.hash() == pin.hash,
        Some(1) => found.manifest().previous == pin.hash,
        Some(_) => true,
    };
    if good { Ok(()) } else { Err(put_back(())) }
}

/// Whether a key is the newest one of everyone: it opens the newest manifest, and is listed there.
/// None: the organisation has no manifest yet.
pub fn opens(
    act: &mut Act<'_>,
    of: OrganisationId,
    root: &RootPublic,
    everyone: &GroupKey,
) -> Result<Option<()>, Refusal> {
    Ok(newest(act, of, root, everyone)?.map(|_| ()))
}

/// The newest manifest that a keyring opens; the keyring remembers its number and hash.
pub fn pin(
    act: &mut Act<'_>,
    of: OrganisationId,
    keyring: &mut Keyring,
) -> Result<Option<VerifiedManifest>, Refusal> {
    let root = keyring.root_of(of.as_bytes()).cloned();
    let (Some(root), Some(everyone)) = (root, keyring.current(GroupPurpose::Everyone)) else {
        return Ok(None);
    };
    let Some(found) = newest(act, of, &root, everyone)? else {
        return Ok(None);
    };
    follows(&found, pin_of(keyring, of))?;
    keyring.pin(
        of.as_bytes(),
        PinKind::Register,
        found.number(),
        found.hash(),
    );
    Ok(Some(found))
}

/// Signs the next manifest, with one change, in place of the present one, and publishes anew what
/// others must seal to.
pub(super) fn commit(
    act: &mut Act<'_>,
    signer: &Signer<'_>,
    change: impl FnOnce(&mut Manifest),
) -> Result<(), Refusal> {
    let (of, root) = (signer.organisation, root_of(act, signer.organisation)?);
    let before = before(act, signer, &root)?;
    let mut next = match &before {
        Some(before) => Manifest {
            number: before.number().saturating_add(1),
            previous: before.hash(),
            ..before.manifest().clone()
        },
        None => Manifest {
            number: 1,
            ..Manifest::default()
        },
    };
    change(&mut next);
    let signed = sign_manifest(signer.certificate, signer.identity, of.as_bytes(), &next)
        .map_err(|_| Refusal::NotFound)?;
    let seen = before
        .as_ref()
        .map(|it| revision(it.number()))
        .transpose()?;
    put(act, of, signer.everyone, seen, next.number, &signed)?;
    let found = Arc::new(verify_manifest(&root, of.as_bytes(), &signed)?);
    let place = (RowKind::Manifest, of.as_bytes(), [0; 16]);
    act.saw_head(place, next.number, found.hash())?;
    act.keep(Arc::clone(&found));
    announce::publish(act, signer, &found)
}

/// The manifest that the next one follows.
pub(super) fn before(
    act: &mut Act<'_>,
    signer: &Signer<'_>,
    root: &RootPublic,
) -> Result<Option<Arc<VerifiedManifest>>, Refusal> {
    match act.kept::<VerifiedManifest>() {
        Some(known) => Ok(Some(known)),
        None if act.member().is_ok() => standing(act),
        None => Ok(newest(act, signer.organisation, root, signer.everyone)?.map(Arc::new)),
    }
}

/// The same manifest under a new key of everyone.
pub(super) fn reseal(act: &mut Act<'_>, fresh: &GroupKey) -> Result<(), Refusal> {
    let member = act.member()?;
    let of = member.organisation;
    let Some(row) = rows::manifest(act.db(), of)? else {
        return Ok(());
    };
    let held = member
        .keyring()
        .current(GroupPurpose::Everyone)
        .ok_or(Refusal::NotFound)?;
    let number = row.number.get();
    let signed = held
        .open_manifest(of.as_bytes(), number, row.sealed.as_slice())
        .map_err(put_back)?;
    put(act, of, fresh, Some(row.number), number, signed.expose())
}

fn put(
    act: &mut Act<'_>,
    of: OrganisationId,
    everyone: &GroupKey,
    seen: Option<Revision>,
    number: u64,
    signed: &[u8],
) -> Result<(), Refusal> {
    let sealed = everyone.seal_manifest(of.as_bytes(), number, signed, act.rng())?;
    let row = rows::ManifestRow {
        number: revision(number)?,
        epoch: Epoch::try_from(everyone.epoch())?,
        sealed: Sealed::new(sealed)?,
    };
    rows::put_manifest(act.db(), of, seen, &row)
}

fn revision(number: u64) -> Result<Revision, Refusal> {
    Ok(number.try_into()?)
}
