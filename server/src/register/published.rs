//! Keys that somebody outside the group must seal to: inbox, queue, auditors.
//!
//! What must stay true: a published entry names nobody. The register's own entry lists the members
//! of the group; a dump with that list beside the grants would join people to cases. So the list
//! and the label are left out before it is signed, and the rest, which still names the key
//! administrator who signed, is sealed under the instance key.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use amparo_store::{GroupId, OrganisationId, Sealed};
use amparo_vault::{
    Certificate, Context, Entry, GroupPurpose, Kind, Padding, RootPublic, VerifiedKey, sign_entry,
    verify_entry,
};

use super::{Signer, organisation, rows, signer};
use crate::foundation::{Act, Broken, Refusal};

/// The public key of an organisation's inbox, queue or auditors, checked against its root.
pub fn published_key(
    act: &mut Act<'_>,
    of: OrganisationId,
    purpose: GroupPurpose,
) -> Result<Arc<VerifiedKey>, Refusal> {
    let (group, epoch, sealed) =
        rows::published(act.db(), of, purpose.as_str())?.ok_or(Refusal::NotFound)?;
    let memory = act.app().memory::<Checked>();
    if let Some(key) = memory.find(of, purpose, &sealed) {
        return Ok(key);
    }
    let owner = organisation(act, of)?;
    let key = group_in(act, owner.root(), (of, purpose), (group, epoch, &sealed))?;
    let key = Arc::new(key);
    memory.keep(of, purpose, sealed, &key);
    Ok(key)
}

/// The same key, checked against a root that the caller pinned herself (a partner's, after the
/// fingerprints were compared) and not against what this server says the root is.
pub fn published_key_under(
    act: &mut Act<'_>,
    root: &RootPublic,
    of: OrganisationId,
    purpose: GroupPurpose,
) -> Result<VerifiedKey, Refusal> {
    let (group, epoch, sealed) =
        rows::published(act.db(), of, purpose.as_str())?.ok_or(Refusal::NotFound)?;
    group_in(act, root, (of, purpose), (group, epoch, &sealed))
        .map_err(|_| Refusal::Blocked("the partner's key is not the one that was compared"))
}

fn group_in(
    act: &Act<'_>,
    root: &RootPublic,
    (of, purpose): (OrganisationId, GroupPurpose),
    (group, epoch, sealed): (GroupId, i32, &Sealed),
) -> Result<VerifiedKey, Refusal> {
    let context = context(of, group, epoch);
    let signed = act.app().instance.open(&context, sealed.as_slice())?;
    let entry = verify_entry(root, of.as_bytes(), group.as_bytes(), signed.expose())?;
    // Another group of the same organisation in its place would open what was not meant for it.
    match entry.entry() {
        Entry::Group { purpose: its, .. } if *its == purpose => entry.group(),
        _ => None,
    }
    .ok_or_else(|| Broken::bug("a published key is not the one of its purpose").into())
}

fn context(of: OrganisationId, group: GroupId, epoch: i32) -> Context {
    Context::of(Kind::RegisterEntry, of.as_bytes(), group.as_bytes())
        .version(u64::try_from(epoch).unwrap_or_default())
}

/// Publishes the entry of a group that others must seal to. Does nothing for other groups.
pub fn publish_if_public(
    act: &mut Act<'_>,
    certificate: &Certificate,
    entry: &Entry,
) -> Result<(), Refusal> {
    let signer = signer(act, certificate)?;
    publish_as(act, &signer, entry)
}

/// [`publish_if_public`], for the founding of an organisation, when nobody is signed in yet.
pub fn publish_as(act: &mut Act<'_>, signer: &Signer<'_>, entry: &Entry) -> Result<(), Refusal> {
    let Entry::Group { group, purpose, .. } = entry else {
        return Ok(());
    };
    if !matches!(
        purpose,
        GroupPurpose::Inbox | GroupPurpose::Queue | GroupPurpose::Auditors
    ) {
        return Ok(());
    }
    let of = signer.organisation;
    let id = GroupId::from_bytes(group.id);
    let epoch = i32::try_from(group.epoch).unwrap_or(i32::MAX);
    let version = rows::entry(act.db(), of, id.to_uuid())?.map_or(1, |row| row.0);
    let bare = Entry::Group {
        group: group.clone(),
        purpose: *purpose,
        label: String::new(),
        members: Vec::new(),
    };
    let signed = sign_entry(
        signer.certificate,
        signer.identity,
        of.as_bytes(),
        group.id,
        u64::try_from(version).unwrap_or_default(),
        &bare,
    )?;
    let app = act.app();
    let sealed = app
        .instance
        .seal(&context(of, id, epoch), &signed, Padding::Record, act.rng())?;
    let sealed = Sealed::new(sealed)?;
    rows::publish(act.db(), of, purpose.as_str(), (id, epoch), sealed)
}

type Key = (OrganisationId, GroupPurpose);

/// Keys that were checked, beside the exact bytes that were checked.
#[derive(Default)]
struct Checked(RwLock<HashMap<Key, (Sealed, Arc<VerifiedKey>)>>);

impl Checked {
    fn find(
        &self,
        of: OrganisationId,
        purpose: GroupPurpose,
        bytes: &Sealed,
    ) -> Option<Arc<VerifiedKey>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (checked, key) = known.get(&(of, purpose))?;
        (checked == bytes).then(|| Arc::clone(key))
    }

    fn keep(
        &self,
        of: OrganisationId,
        purpose: GroupPurpose,
        bytes: Sealed,
        key: &Arc<VerifiedKey>,
    ) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.insert((of, purpose), (bytes, Arc::clone(key)));
    }
}
