//! Entries: signed by a key administrator, sealed to the organisation's members, found by a tag
//! that only the server can compute.

use amparo_store::{AccountId, GroupId, OrganisationId, Revision, Sealed};
use amparo_vault::{
    Certificate, Entry, GroupPurpose, RootPublic, SecretBytes, VerifiedEntry, VerifiedKey,
    VerifiedMember, sign_entry,
};
use uuid::Uuid;

use super::opened::{lookup_of, opened, put_back};
use super::signing::{Signer, signer};
use super::{manifest, rows, takeover};
use crate::foundation::{Act, Broken, Refusal};

/// Signs an entry with the acting key administrator's certificate and keeps it, sealed to the
/// organisation's members. Answers the signed bytes.
pub fn put(
    act: &mut Act<'_>,
    certificate: &Certificate,
    subject: Uuid,
    entry: &Entry,
) -> Result<Vec<u8>, Refusal> {
    let signer = signer(act, certificate)?;
    put_as(act, &signer, subject, entry)
}

/// [`put`], for the founding of an organisation, when nobody is signed in yet.
pub fn put_as(
    act: &mut Act<'_>,
    signer: &Signer<'_>,
    subject: Uuid,
    entry: &Entry,
) -> Result<Vec<u8>, Refusal> {
    let (of, everyone) = (signer.organisation, signer.everyone);
    let root = manifest::root_of(act, of)?;
    let standing = manifest::before(act, signer, &root)?;
    let lookup = lookup_of(act, of, subject);
    let row = rows::entry(act.db(), of, lookup)?;
    let before = row.as_ref().map(|row| row.version);
    // The row leads to the version; the manifest says which one it is.
    let listed = standing
        .as_ref()
        .and_then(|it| it.listed(subject.into_bytes()))
        .map(|it| it.version);
    if standing.is_some() && listed != before.map(Revision::get) {
        return Err(put_back(()));
    }
    let number = before.unwrap_or_default().next().get();
    let about = (of.as_bytes(), subject.into_bytes());
    let statement = sign_entry(
        signer.certificate,
        signer.identity,
        about.0,
        about.1,
        number,
        entry,
    )?;
    let sealed = everyone.seal_register_entry(about.0, about.1, number, &statement, act.rng())?;
    let sealed = Sealed::new(sealed)?;
    let epoch = everyone.epoch().try_into()?;
    rows::put_entry(act.db(), of, lookup, before, epoch, sealed)?;
    manifest::commit(act, signer, |next| {
        next.list(about.1, number, entry, &statement);
    })?;
    Ok(statement)
}

/// The checked entry about `subject` in the acting member's own register.
pub fn entry(act: &mut Act<'_>, subject: Uuid) -> Result<VerifiedEntry, Refusal> {
    checked(act, subject).map(|(entry, _)| entry)
}

/// The signed bytes of an entry, for a newcomer who cannot open the register yet.
pub fn signed_entry(act: &mut Act<'_>, subject: Uuid) -> Result<Vec<u8>, Refusal> {
    checked(act, subject).map(|(_, signed)| signed.expose().to_vec())
}

fn checked(act: &mut Act<'_>, subject: Uuid) -> Result<(VerifiedEntry, SecretBytes), Refusal> {
    let Some(standing) = manifest::standing(act)? else {
        return takeover::checked_before(act, subject);
    };
    let listed = standing
        .listed(subject.into_bytes())
        .ok_or(Refusal::NotFound)?;
    let signed = opened(act, subject, listed.version)?;
    let entry = standing
        .entry(subject.into_bytes(), signed.expose())
        .map_err(put_back)?;
    Ok((entry, signed))
}

/// A colleague, as the register knows her. Somebody who left is none.
pub fn colleague(act: &mut Act<'_>, account: AccountId) -> Result<VerifiedMember, Refusal> {
    entry(act, account.to_uuid())?
        .member()
        .ok_or(Refusal::NotFound)
}

/// A colleague, or somebody who was one, to check what she signed in her time. Never seal to her.
pub fn author(act: &mut Act<'_>, account: AccountId) -> Result<VerifiedMember, Refusal> {
    entry(act, account.to_uuid())?
        .author()
        .ok_or(Refusal::NotFound)
}

/// The public key of a group of one's own organisation.
pub fn group(act: &mut Act<'_>, id: GroupId) -> Result<VerifiedKey, Refusal> {
    match manifest::standing(act)? {
        Some(standing) => standing.group(id.as_bytes()).ok_or(Refusal::NotFound),
        None => entry(act, id.to_uuid())?.group().ok_or(Refusal::NotFound),
    }
}

/// The standing group of one's own organisation for a purpose, by its charter.
pub fn standing_group(act: &mut Act<'_>, purpose: GroupPurpose) -> Result<GroupId, Refusal> {
    let organisation = act.member()?.organisation;
    match entry(act, organisation.to_uuid())?.entry() {
        Entry::Charter { groups } => groups
            .iter()
            .find(|(one, _)| *one == purpose)
            .map(|(_, id)| GroupId::from_bytes(*id))
            .ok_or(Refusal::NotFound),
        _ => Err(Broken::damage("the organisation's entry is not a charter").into()),
    }
}

/// The root of a partner whose fingerprint a key administrator of ours compared; `None` if nobody
/// has yet. Sending to such a partner is blocked.
pub fn partner_root(
    act: &mut Act<'_>,
    partner: OrganisationId,
) -> Result<Option<RootPublic>, Refusal> {
    let member = act.member()?;
    if partner == member.organisation {
        return Ok(member.keyring().root_of(partner.as_bytes()).cloned());
    }
    match entry(act, partner.to_uuid()) {
        Ok(entry) => Ok(entry.partner()),
        Err(Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Every shared group of one's own organisation that the register knows: id, label, purpose,
/// members. A member's own group stands in her entry.
pub fn groups(act: &mut Act<'_>) -> Result<Vec<(GroupId, Entry)>, Refusal> {
    let ids: Vec<GroupId> = match manifest::standing(act)? {
        Some(standing) => {
            let listed = standing.manifest().entries.iter();
            let groups = listed.filter(|it| it.group.is_some());
            groups.map(|it| GroupId::from_bytes(it.subject)).collect()
        }
        None => takeover::groups_before(act)?,
    };
    let mut groups = Vec::new();
    for id in ids {
        match entry(act, id.to_uuid()) {
            Ok(found) if matches!(found.entry(), Entry::Group { .. }) => {
                groups.push((id, found.entry().clone()));
            }
            Ok(_) | Err(Refusal::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    groups.sort_unstable_by_key(|(id, _)| *id);
    Ok(groups)
}
