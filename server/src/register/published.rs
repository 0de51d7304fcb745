//! Keys that somebody outside the group must seal to: inbox, queue, auditors.
//!
//! What must stay true: a published entry names nobody. The register's own entry lists the members
//! of the group; a dump with that list beside the grants would join people to cases. So the list
//! and the label are left out before it is signed, and the rest, which still names the key
//! administrator who signed, is sealed under the instance key.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use amparo_store::{AccountId, GroupId, OrganisationId, Sealed};
use amparo_vault::{Entry, GroupPurpose, RootPublic, VerifiedEntry, VerifiedKey, verify_entry};

use super::announce::context;
use super::entries::group;
use super::opened::put_back;
use super::organisation;
use super::rows::{self, PublishedRow};
use super::takeover::must_stand;
use crate::foundation::{Act, App, Broken, Caller, Reason, Refusal, RowKind};

/// The public key of an organisation's inbox, queue or auditors, checked against its root. A member
/// of the organisation checks it against her own keyring and register too.
pub fn published_key(
    act: &mut Act<'_>,
    of: OrganisationId,
    purpose: GroupPurpose,
) -> Result<Arc<VerifiedKey>, Refusal> {
    let row = present(act, of, purpose)?;
    let memory = act.app().memory::<Checked>();
    let known = memory.find((of, purpose), &row.entry);
    if let Some((key, true)) = &known {
        return Ok(Arc::clone(key));
    }
    let key = if let Some((key, _)) = known {
        key
    } else {
        let owner = organisation(act, of)?;
        let found = group_in(act, owner.root(), of, purpose, &row)?;
        Arc::new(key_of(&found)?)
    };
    let compared = is_the_members_own(act, of, &key)?;
    memory.keep((of, purpose), (row.entry, Arc::clone(&key), compared));
    Ok(key)
}

/// The key if it was checked since the start and a member of the organisation compared it. For work
/// that is made ready outside an act; the act looks it up again.
pub(super) fn checked(
    app: &App,
    of: OrganisationId,
    purpose: GroupPurpose,
) -> Option<Arc<VerifiedKey>> {
    let memory = app.memory::<Checked>();
    let known = memory.0.read().unwrap_or_else(PoisonError::into_inner);
    let (_, key, compared) = known.get(&(of, purpose))?;
    compared.then(|| Arc::clone(key))
}

/// The same key, checked against a root that the caller pinned herself (a partner's, after the
/// fingerprints were compared) and not against what this server says the root is.
pub fn published_key_under(
    act: &mut Act<'_>,
    root: &RootPublic,
    of: OrganisationId,
    purpose: GroupPurpose,
) -> Result<VerifiedKey, Refusal> {
    let row = present(act, of, purpose)?;
    group_in(act, root, of, purpose, &row)
        .and_then(|found| key_of(&found))
        .map_err(|_| Refusal::Because(Reason::KeyReplaced))
}

/// Whether an administrator of an organisation may still sign for its register, as what it
/// published last says. For partners, who cannot open the register itself.
pub fn still_signs(
    act: &mut Act<'_>,
    root: &RootPublic,
    of: OrganisationId,
    admin: [u8; 16],
) -> Result<bool, Refusal> {
    let row = present(act, of, GroupPurpose::Inbox)?;
    let published = group_in(act, root, of, GroupPurpose::Inbox, &row)?;
    Ok(match published.entry() {
        Entry::Published { revoked, .. } => !revoked.contains(&admin),
        // The first release kept the list beside the organisation's name.
        _ => !organisation(act, of)?
            .profile
            .revoked
            .contains(&AccountId::from_bytes(admin)),
    })
}

fn present(
    act: &mut Act<'_>,
    of: OrganisationId,
    purpose: GroupPurpose,
) -> Result<PublishedRow, Refusal> {
    rows::published(act.db(), of, purpose.as_str())?.ok_or(Refusal::NotFound)
}

fn group_in(
    act: &mut Act<'_>,
    root: &RootPublic,
    of: OrganisationId,
    purpose: GroupPurpose,
    row: &PublishedRow,
) -> Result<VerifiedEntry, Refusal> {
    let context = context(of, row.group, row.epoch);
    let signed = act
        .app()
        .instance
        .open(&context, row.entry.as_slice())
        .map_err(put_back)?;
    let entry = verify_entry(root, of.as_bytes(), row.group.as_bytes(), signed.expose())?;
    let place = (RowKind::Published, of.as_bytes(), [0; 16]);
    let highest = act.highest(place);
    // Another group of the same organisation in its place would open what was not meant for it.
    match entry.entry() {
        Entry::Published {
            purpose: its,
            number,
            revoked,
            ..
        } if *its == purpose => {
            if *number < highest || revoked.contains(&entry.signer()) {
                return Err(put_back(()));
            }
            act.saw(place, *number)?;
            Ok(entry)
        }
        // As the first release published it, until a manifest is signed.
        Entry::Group { purpose: its, .. } if *its == purpose && highest == 0 => {
            must_stand(act, of, &entry)?;
            Ok(entry)
        }
        _ => Err(put_back(())),
    }
}

fn key_of(entry: &VerifiedEntry) -> Result<VerifiedKey, Refusal> {
    entry
        .group()
        .ok_or_else(|| Broken::damage("a published entry is about no group").into())
}

/// Refuses a published key that is not the one in the member's own register; answers whether there
/// was anything to compare it with. An old key still has a good signature, and somebody who left
/// may hold its private half.
fn is_the_members_own(
    act: &mut Act<'_>,
    of: OrganisationId,
    key: &VerifiedKey,
) -> Result<bool, Refusal> {
    let Caller::Member(member) = act.caller() else {
        return Ok(false);
    };
    let Some((id, _)) = key.group().filter(|_| member.organisation == of) else {
        return Ok(false);
    };
    match group(act, GroupId::from_bytes(id)) {
        Ok(found) if found == *key => Ok(true),
        Ok(_) => Err(put_back(())),
        // Not admitted yet.
        Err(Refusal::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

type Key = (OrganisationId, GroupPurpose);
type Found = (Sealed, Arc<VerifiedKey>, bool);

/// Keys that were checked, beside the exact bytes that were checked, and whether a member compared
/// them with her own register.
#[derive(Default)]
struct Checked(RwLock<HashMap<Key, Found>>);

impl Checked {
    fn find(&self, key: Key, bytes: &Sealed) -> Option<(Arc<VerifiedKey>, bool)> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (checked, found, compared) = known.get(&key)?;
        (checked == bytes).then(|| (Arc::clone(found), *compared))
    }

    fn keep(&self, key: Key, found: Found) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(key, found);
    }
}
