//! Which public key is right.
//!
//! Each organisation has a root key; its public half is pinned in every member's keyring. Key
//! administrators, certified by the root, sign entries: members, groups and their epochs, partner
//! organisations. Invariants: nothing is sealed to a key that did not come out of a checked entry
//! ([`VerifiedKey`]); the register is sealed to the organisation's members, except the public keys
//! of inbox, queue and auditors, which others need and which are published with their signature.
//! Deliberately absent: ledger lines. This room lies below the ledger, so its callers note.

use amparo_store::{AccountId, GroupId, OrganisationId, Sealed};
use amparo_vault::{
    Certificate, Context, Entry, GroupPurpose, Kind, Padding, RootPublic, VerifiedEntry,
    VerifiedKey, VerifiedMember, sign_entry, verify_entry,
};
use uuid::Uuid;

use crate::foundation::{Act, Broken, Refusal};

mod model;
mod published;
mod rows;

pub use model::{NewOrganisation, Organisation, OrganisationKind, OrganisationProfile};
pub use published::{publish_as, publish_if_public, published_key, published_key_under};

/// Founds an organisation: its row, sealed under the instance key.
pub fn found(
    act: &mut Act<'_>,
    id: OrganisationId,
    kind: OrganisationKind,
    profile: &OrganisationProfile,
) -> Result<(), Refusal> {
    let plain = serde_json::to_vec(profile)?;
    let context = Context::of(Kind::Organisation, id.as_bytes(), id.as_bytes()).version(1);
    let sealed = act
        .app()
        .instance
        .seal(&context, &plain, Padding::Record, act.rng())?;
    let row = NewOrganisation {
        id,
        kind,
        sealed: Sealed::new(sealed)?,
        changes: 0,
        created_on: act.now.to_day(),
        revision: 1,
    };
    rows::insert_organisation(act.db(), &row)
}

/// One organisation that takes part, or `NotFound`.
pub fn organisation(act: &mut Act<'_>, id: OrganisationId) -> Result<Organisation, Refusal> {
    let row = rows::organisation(act.db(), id)?.ok_or(Refusal::NotFound)?;
    open_organisation(act, row)
}

/// Every organisation that takes part, by name.
pub fn organisations(act: &mut Act<'_>) -> Result<Vec<Organisation>, Refusal> {
    let rows = rows::organisations(act.db())?;
    let mut all = rows
        .into_iter()
        .map(|row| open_organisation(act, row))
        .collect::<Result<Vec<_>, _>>()?;
    all.sort_by(|a, b| a.profile.name.cmp(&b.profile.name).then(a.id.cmp(&b.id)));
    Ok(all)
}

fn open_organisation(
    act: &Act<'_>,
    row: (OrganisationId, OrganisationKind, Sealed, i64),
) -> Result<Organisation, Refusal> {
    let (id, kind, sealed, revision) = row;
    let context = Context::of(Kind::Organisation, id.as_bytes(), id.as_bytes())
        .version(u64::try_from(revision).unwrap_or_default());
    let plain = act.app().instance.open(&context, sealed.as_slice())?;
    let profile = serde_json::from_slice(plain.expose())?;
    Ok(Organisation { id, kind, profile })
}

/// The next number on the organisation's counter of changed cards. Call it last in an act: the
/// row stays locked until the act is committed.
pub fn next_change(act: &mut Act<'_>, id: OrganisationId) -> Result<i64, Refusal> {
    rows::next_change(act.db(), id)
}

/// Records that a group exists at an epoch.
pub fn put_group(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    group: GroupId,
    epoch: u32,
) -> Result<(), Refusal> {
    rows::put_group(
        act.db(),
        organisation,
        group,
        i32::try_from(epoch).unwrap_or(i32::MAX),
    )
}

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

fn signer<'a>(act: &Act<'a>, certificate: &'a Certificate) -> Result<Signer<'a>, Refusal> {
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
    pub identity: &'a amparo_vault::Identity,
    /// Whose register.
    pub organisation: OrganisationId,
    /// All members of the organisation.
    pub everyone: &'a amparo_vault::GroupKey,
}

/// [`put`], for the founding of an organisation, when nobody is signed in yet.
pub fn put_as(
    act: &mut Act<'_>,
    signer: &Signer<'_>,
    subject: Uuid,
    entry: &Entry,
) -> Result<Vec<u8>, Refusal> {
    let organisation = signer.organisation;
    let version = rows::entry(act.db(), organisation, subject)?.map_or(1, |row| row.0 + 1);
    let number = u64::try_from(version).unwrap_or_default();
    let signed = sign_entry(
        signer.certificate,
        signer.identity,
        organisation.as_bytes(),
        subject.into_bytes(),
        number,
        entry,
    )?;
    let sealed = signer.everyone.seal_register_entry(
        organisation.as_bytes(),
        subject.into_bytes(),
        number,
        &signed,
        act.rng(),
    )?;
    let epoch = i32::try_from(signer.everyone.epoch()).unwrap_or(i32::MAX);
    rows::put_entry(
        act.db(),
        organisation,
        subject,
        (version, epoch),
        Sealed::new(sealed)?,
    )?;
    Ok(signed)
}

/// The checked entry about `subject` in the acting member's own register.
pub fn entry(act: &mut Act<'_>, subject: Uuid) -> Result<VerifiedEntry, Refusal> {
    open_entry(act, subject).map(|(entry, _)| entry)
}

/// The signed bytes of an entry, for a newcomer who cannot open the register yet.
pub fn signed_entry(act: &mut Act<'_>, subject: Uuid) -> Result<Vec<u8>, Refusal> {
    open_entry(act, subject).map(|(_, signed)| signed)
}

fn open_entry(act: &mut Act<'_>, subject: Uuid) -> Result<(VerifiedEntry, Vec<u8>), Refusal> {
    let member = act.member()?;
    let organisation = member.organisation;
    let (version, epoch, sealed) =
        rows::entry(act.db(), organisation, subject)?.ok_or(Refusal::NotFound)?;
    let keyring = member.keyring();
    let everyone = keyring
        .current(GroupPurpose::Everyone)
        .ok_or(Refusal::NotFound)?;
    let everyone = keyring
        .at(everyone.id(), u32::try_from(epoch).unwrap_or_default())
        .ok_or(Refusal::NotFound)?;
    let number = u64::try_from(version).unwrap_or_default();
    let signed = everyone.open_register_entry(
        organisation.as_bytes(),
        subject.into_bytes(),
        number,
        sealed.as_slice(),
    )?;
    let root = keyring
        .root_of(organisation.as_bytes())
        .ok_or_else(|| Broken::bug("the organisation's root is not pinned"))?;
    let entry = verify_entry(
        root,
        organisation.as_bytes(),
        subject.into_bytes(),
        signed.expose(),
    )?;
    if entry.version() == number {
        Ok((entry, signed.expose().to_vec()))
    } else {
        // An older entry, signed in its time, was put in the place of the present one.
        Err(Broken::bug("a register entry was rolled back").into())
    }
}

/// A colleague, as the register knows her.
pub fn colleague(act: &mut Act<'_>, account: AccountId) -> Result<VerifiedMember, Refusal> {
    entry(act, account.to_uuid())?
        .member()
        .ok_or(Refusal::NotFound)
}

/// The public key of a group of one's own organisation.
pub fn group(act: &mut Act<'_>, id: GroupId) -> Result<VerifiedKey, Refusal> {
    entry(act, id.to_uuid())?.group().ok_or(Refusal::NotFound)
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
        _ => Err(Broken::bug("the organisation's entry is not a charter").into()),
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

/// Every group of one's own organisation that the register knows: id, label, purpose, members.
pub fn groups(act: &mut Act<'_>) -> Result<Vec<(GroupId, Entry)>, Refusal> {
    let organisation = act.member()?.organisation;
    let ids = rows::groups(act.db(), organisation)?;
    let mut groups = Vec::new();
    for id in ids {
        match entry(act, id.to_uuid()) {
            Ok(found) if matches!(found.entry(), Entry::Group { .. }) => {
                groups.push((id, found.entry().clone()));
            }
            // Personal groups stand in their member's entry.
            Ok(_) | Err(Refusal::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(groups)
}
