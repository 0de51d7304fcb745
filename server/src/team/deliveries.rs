//! Keys on their way to a member: posted by whoever holds them, put on the keyring at her next
//! request.
//!
//! What must stay true: a row does not say in clear whom it is for, nor, under the instance key,
//! which group it is about: that stands in a box that only the recipient opens. A key is believed
//! only if it is the one that the newest manifest of the register lists, or one before it; so it
//! does not matter who could write the row. A row that cannot be read blocks nobody.

use amparo_store::{AccountId, DeliveryId, OrganisationId, Sealed};
use amparo_vault::{
    Context, Delivery, Entry, GroupKey, GroupPurpose, Keyring, Kind, Membership, Opener, Padding,
    SessionKeys, SessionToken, VerifiedManifest, VerifiedMember, seal_session, seal_to,
    verify_entry,
};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::accounts::{Account, deliveries_tag};
use super::{live, rows};
use crate::foundation::{Act, App, Caller, Refusal};
use crate::register;

/// What proves a delivery.
pub(super) struct Papers {
    /// The register's entry about whoever sent it.
    pub signer_entry: Vec<u8>,
    /// The register's entry about the group.
    pub group_entry: Vec<u8>,
}

/// What is sealed under the instance key in a row of `deliveries`, in base 64.
#[derive(Serialize, Deserialize)]
struct Parcel {
    /// The key, sealed to the recipient and signed.
    delivery: String,
    /// The papers, sealed to the recipient: the list of a group's members must not be readable
    /// with the instance key alone.
    papers: String,
}

#[derive(Serialize, Deserialize)]
struct PapersText {
    signer_entry: String,
    group_entry: String,
}

fn parcel_context(account: AccountId, id: DeliveryId) -> Context {
    Context::of(Kind::Delivery, account.as_bytes(), id.as_bytes())
}

fn papers_context(organisation: OrganisationId, account: AccountId) -> Context {
    Context::of(Kind::Delivery, organisation.as_bytes(), account.as_bytes())
}

/// Leaves a key for a member.
pub(super) fn post(
    act: &mut Act<'_>,
    to: &VerifiedMember,
    delivery: Vec<u8>,
    papers: &Papers,
) -> Result<(), Refusal> {
    let id = DeliveryId::from_uuid(act.fresh_id());
    let account = AccountId::from_bytes(to.id());
    let context = papers_context(OrganisationId::from_bytes(to.organisation()), account);
    let plain = serde_json::to_vec(&PapersText {
        signer_entry: BASE64.encode(&papers.signer_entry),
        group_entry: BASE64.encode(&papers.group_entry),
    })?;
    let least = Padding::PowerOfTwo { least: 4 * 1024 };
    let sealed = seal_to(&to.key(), &context, &plain, least, act.rng())?;
    let parcel = Parcel {
        delivery: BASE64.encode(&delivery),
        papers: BASE64.encode(&sealed),
    };
    let plain = Zeroizing::new(serde_json::to_vec(&parcel)?);
    let app = act.app();
    let padding = Padding::PowerOfTwo { least: 16 * 1024 };
    let sealed = app
        .instance
        .seal(&parcel_context(account, id), &plain, padding, act.rng())?;
    let lookup = deliveries_tag(app, account);
    rows::insert_delivery(act.db(), id, lookup, Sealed::new(sealed)?)
}

/// Takes back what was not put on the keyring yet.
pub(super) fn withdraw_all(act: &mut Act<'_>, account: AccountId) -> Result<(), Refusal> {
    let lookup = deliveries_tag(act.app(), account);
    rows::delete_deliveries(act.db(), lookup)
}

/// Puts keys that were sent meanwhile on the keyring.
pub(super) fn merge(
    app: &App,
    token: &SessionToken,
    account: &Account,
    mut keys: SessionKeys,
) -> Result<SessionKeys, Refusal> {
    let lookup = deliveries_tag(app, account.id);
    let waiting = app.store.read(|db| rows::deliveries(db, lookup))?;
    if waiting.is_empty() {
        return Ok(keys);
    }
    let mut offered = Vec::new();
    for (id, sealed) in &waiting {
        // What does not check out is dropped: it opens nothing and must not block the sign-in.
        match open(app, account, &keys, *id, sealed) {
            Some(membership) => offered.push(membership),
            None => tracing::warn!("a delivered group key was not believed"),
        }
    }
    let believed = app.consult(&Caller::Visitor, |act| {
        believe(act, account.organisation, &mut keys.keyring, offered)
    });
    match believed {
        Ok(()) => {}
        // The register was put back, or is being changed: the keys wait.
        Err(Refusal::Because(_)) => {
            tracing::warn!("the register did not open with the keys of a member");
            return Ok(keys);
        }
        Err(other) => return Err(other),
    }
    let kept = app.housekeep(|act| keep(act, Some(token), account, &keys))?;
    if kept {
        // In a transaction of its own: PostgreSQL writes the number of a transaction into every row
        // that it touched, and that would lead from the account to the delivery and on to whatever
        // was written beside it. Should it not happen, the same keys are merged once more.
        app.housekeep(|act| {
            waiting
                .iter()
                .try_for_each(|(id, _)| rows::delete_delivery(act.db(), *id))
        })?;
    }
    Ok(keys)
}

/// Seals the keyring anew, and the session with it if there is one. Another request of the same
/// member may have done so a moment ago: then ours is not needed, and the next request sees hers.
pub(super) fn keep(
    act: &mut Act<'_>,
    token: Option<&SessionToken>,
    account: &Account,
    keys: &SessionKeys,
) -> Result<bool, Refusal> {
    let version = account.keyring_version.next();
    let number = version.get();
    let id = account.id.as_bytes();
    let keyring = keys
        .keyring
        .seal(&keys.keyring_key, id, number, act.rng())?;
    let seen = account.keyring_version;
    let keyring = Sealed::new(keyring)?;
    let kept = rows::update_keyring(act.db(), account.id, seen, version, keyring)?;
    if let (true, Some(token)) = (kept, token) {
        let sealed = seal_session(
            token,
            &act.app().boot,
            id,
            &keys.identity,
            &keys.keyring,
            &keys.keyring_key,
            act.rng(),
        )?;
        live::reseal(act, token, sealed);
    }
    Ok(kept)
}

/// Puts the keys that the register knows on the keyring. Those of everyone come first: they open the
/// register. Of those, one that opens the newest manifest and is listed in it proves itself.
fn believe(
    act: &mut Act<'_>,
    of: OrganisationId,
    keyring: &mut Keyring,
    mut offered: Vec<Membership>,
) -> Result<(), Refusal> {
    let Some(root) = keyring.root_of(of.as_bytes()).cloned() else {
        return Ok(());
    };
    offered.sort_by_key(|it| {
        let is_other = it.purpose != GroupPurpose::Everyone;
        (is_other, std::cmp::Reverse(it.key.epoch()))
    });
    let mut newest = keyring.current(GroupPurpose::Everyone).map(GroupKey::epoch);
    let mut others = Vec::new();
    for membership in offered {
        if membership.purpose != GroupPurpose::Everyone {
            others.push(membership);
            continue;
        }
        let epoch = membership.key.epoch();
        // Former keys are believed behind one that proved itself.
        let is_former = newest.is_some_and(|newest| newest > epoch);
        if is_former || register::opens(act, of, &root, &membership.key).is_ok() {
            newest = newest.max(Some(epoch));
            keyring.add(membership);
        } else {
            tracing::warn!("a key of everyone was offered that is not the present one");
        }
    }
    let standing = register::pin(act, of, keyring)?;
    for membership in others {
        if standing.as_ref().is_none_or(|it| fits(it, &membership)) {
            keyring.add(membership);
        } else {
            tracing::warn!("a group key was offered that the register does not know");
        }
    }
    Ok(())
}

/// Whether a key is the one that the register lists for its group, or one before it.
fn fits(standing: &VerifiedManifest, membership: &Membership) -> bool {
    let listed = standing
        .listed(membership.key.id())
        .and_then(|it| it.group.as_ref());
    listed.is_some_and(|group| {
        let is_present = group.key == membership.key.public();
        group.purpose == membership.purpose
            && (is_present || group.key.epoch > membership.key.epoch())
    })
}

fn open(
    app: &App,
    account: &Account,
    keys: &SessionKeys,
    id: DeliveryId,
    sealed: &Sealed,
) -> Option<Membership> {
    let context = parcel_context(account.id, id);
    let plain = app.instance.open(&context, sealed.as_slice()).ok()?;
    let parcel: Parcel = serde_json::from_slice(plain.expose()).ok()?;
    let papers = BASE64.decode(parcel.papers.as_bytes()).ok()?;
    let context = papers_context(account.organisation, account.id);
    let papers = keys.identity.open_sealed(&context, &papers).ok()?;
    let papers: PapersText = serde_json::from_slice(papers.expose()).ok()?;
    let delivery = BASE64.decode(parcel.delivery.as_bytes()).ok()?;
    let signer_entry = BASE64.decode(papers.signer_entry.as_bytes()).ok()?;
    let group_entry = BASE64.decode(papers.group_entry.as_bytes()).ok()?;
    let organisation = account.organisation.as_bytes();
    let me = account.id.as_bytes();
    let root = keys.keyring.root_of(organisation)?;
    let membership = Delivery::open(&delivery, organisation, me, &keys.identity)
        .ok()?
        .verify_with_root(root, &signer_entry)
        .ok()?;
    let entry = verify_entry(root, organisation, membership.key.id(), &group_entry).ok()?;
    let Entry::Group {
        group,
        purpose,
        members,
        ..
    } = entry.entry()
    else {
        return None;
    };
    let same_key = *group == membership.key.public() || group.epoch > membership.key.epoch();
    if !same_key || *purpose != membership.purpose || !members.contains(&me) {
        return None;
    }
    Some(membership)
}
