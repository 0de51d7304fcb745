//! Which rows of grants are a member's, and the case key from one of them.
//!
//! A grant is found by a label that only members of its group can compute. Whoever grants a case is
//! often not in the group, so a new grant waits under a random label until a member of the group
//! comes by: she tries those that wait, and the server writes label and quick way later, those of
//! everybody together (`claims.rs`).
//!
//! What must stay true: a row without this instance's mac is tried by nobody; a grant that is not
//! what it should be is none and ends no act; a quick way is believed under the newest key of a
//! group only, because whoever left the group holds the others.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use amparo_store::{AccountId, CaseId, Digest, OrganisationId};
use amparo_vault::{CaseKey, GrantLabels, GroupKey, record_hash};
use data_encoding::HEXLOWER;
use lru::LruCache;

use super::claims;
use super::rows;
use crate::foundation::{Act, App, Refusal};
use crate::register;

/// Grants that wait and are tried to open one case. Rows without a mac do not count, so no writer
/// of rows fills this up.
const MOST_TRIED: usize = 32;

/// A key of a group that the acting member holds.
pub(super) struct Held<'a> {
    pub key: &'a GroupKey,
    /// Whether she holds no newer one of the group.
    pub is_newest: bool,
    labels: GrantLabels,
}

impl Held<'_> {
    /// Whether a label is that of the group's grant of a case.
    pub fn has(&self, case: CaseId, epoch: u32, label: Digest) -> bool {
        Digest::new(self.labels.of(case.as_bytes(), epoch)) == label
    }

    /// Under what the group is remembered between two acts. It says nothing about the group to
    /// whoever reads the memory.
    pub fn tag(&self) -> [u8; 32] {
        self.labels.of([0; 16], 0)
    }
}

/// Every key of a group that the acting member holds, the newest of each group first.
pub(super) fn held<'a>(act: &Act<'a>) -> Result<Vec<Held<'a>>, Refusal> {
    let keyring = act.member()?.keyring();
    let held = |key: &'a GroupKey| Held {
        key,
        is_newest: keyring
            .by_id(key.id())
            .is_none_or(|newest| newest.epoch() <= key.epoch()),
        labels: key.labels(),
    };
    let keys = keyring.memberships().iter().map(|one| &one.key);
    let mut all: Vec<Held<'a>> = keys.map(held).collect();
    all.sort_by_key(|one| !one.is_newest);
    Ok(all)
}

/// This instance's word that it wrote a row: over everything in it.
pub(super) fn mac(
    app: &App,
    organisation: OrganisationId,
    case: CaseId,
    grant: &rows::Grant,
) -> Digest {
    let hash = |bytes: &[u8]| HEXLOWER.encode(&record_hash(bytes));
    let (epoch, label) = (
        grant.case_epoch.get(),
        HEXLOWER.encode(grant.label.as_bytes()),
    );
    let sealed = hash(&grant.sealed);
    let quick = grant.quick.as_deref().map(hash).unwrap_or_default();
    let text = format!("{organisation}\n{case}\n{epoch}\n{label}\n{sealed}\n{quick}");
    app.instance.lookup_tag("grant", &text).into()
}

/// Whether this instance wrote the row as it stands.
pub(super) fn is_ours(
    act: &Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    grant: &rows::Grant,
) -> bool {
    mac(act.app(), organisation, case, grant) == grant.mac
}

/// A grant to try, with the key of the group to try it with.
pub(super) struct Way<'h, 'a> {
    pub grant: rows::Grant,
    pub held: &'h Held<'a>,
    /// Its label says that it is the group's; else it is only tried.
    pub is_labelled: bool,
}

/// What the rows of a case come to for the acting member.
#[derive(Default)]
pub(super) struct Ways<'h, 'a> {
    pub all: Vec<Way<'h, 'a>>,
    /// Rows that this instance did not write as they stand.
    pub foreign: usize,
    /// There is a grant of hers, but spoilt, or to another key of the case than its row says.
    pub misplaced: bool,
}

/// The grants of a case to try, those to the newest key of a group first.
pub(super) fn ways<'h, 'a>(
    act: &mut Act<'_>,
    id: CaseId,
    row: &rows::CaseRow,
    held: &'h [Held<'a>],
) -> Result<Ways<'h, 'a>, Refusal> {
    let (grants, unread) = rows::grants(act.db(), id)?;
    let mut ways = Ways {
        all: Vec::new(),
        foreign: unread,
        misplaced: false,
    };
    let mut waiting = Vec::new();
    for grant in grants {
        let at = grant.case_epoch.get();
        let labelled = held.iter().find(|one| one.has(id, at, grant.label));
        if !is_ours(act, row.organisation, id, &grant) {
            ways.foreign += 1;
            ways.misplaced |= labelled.is_some();
            continue;
        }
        match labelled {
            _ if grant.case_epoch != row.epoch => ways.misplaced |= labelled.is_some(),
            Some(held) => ways.all.push(Way {
                grant,
                held,
                is_labelled: true,
            }),
            None if grant.quick.is_none() => waiting.push(grant),
            None => {}
        }
    }
    ways.all.sort_by_key(|way| !way.held.is_newest);
    for grant in waiting.into_iter().take(MOST_TRIED) {
        ways.all.extend(held.iter().map(|held| Way {
            grant: grant.clone(),
            held,
            is_labelled: false,
        }));
    }
    Ok(ways)
}

/// The case key from one grant: by the quick wrap that a member of the group left, or by the grant
/// itself, whose granter must be in the register. None if neither is what it should be. The mac was
/// compared before.
pub(super) fn case_key(
    act: &mut Act<'_>,
    case: CaseId,
    grant: &rows::Grant,
    held: &Held<'_>,
) -> Result<Option<CaseKey>, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let (id, epoch) = (case.as_bytes(), grant.case_epoch.get());
    let waits = grant.quick.is_none();
    if waits && tried(act).was_in_vain(held, grant.label) {
        return Ok(None);
    }
    if let Some(quick) = grant.quick.as_ref().filter(|_| held.is_newest)
        && let Ok(key) = CaseKey::open_quick(quick, held.key, organisation, id, epoch)
    {
        return Ok(Some(key));
    }
    let key = from_grant(act, case, grant.sealed.as_slice(), epoch, held.key)?;
    if waits {
        tried(act).note(held, grant.label, key.is_some());
    }
    if let Some(key) = key.as_ref().filter(|_| waits) {
        let mut claimed = rows::Grant {
            label: held.labels.of(id, epoch).into(),
            quick: Some(key.quick(held.key, organisation, act.rng())?),
            ..grant.clone()
        };
        let of = act.member()?.organisation;
        claimed.mac = mac(act.app(), of, case, &claimed);
        claims::leave(act.app(), case, grant.label, claimed);
    }
    Ok(key)
}

/// The key from the signed grant itself.
pub(super) fn from_grant(
    act: &mut Act<'_>,
    case: CaseId,
    sealed: &[u8],
    epoch: u32,
    group: &GroupKey,
) -> Result<Option<CaseKey>, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let Ok(offered) = CaseKey::open_grant(sealed, group, organisation, case.as_bytes(), epoch)
    else {
        return Ok(None);
    };
    // She may have left since; what she granted in her time stands.
    match register::author(act, AccountId::from_bytes(offered.granter())) {
        Ok(granter) => Ok(offered.verify(&granter).ok()),
        Err(Refusal::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Which grants that wait were tried with which group's key, so that none is tried twice in vain.
struct Tried(Mutex<LruCache<([u8; 32], Digest), bool>>);

/// Grants that are remembered at most, each with a group: some 10 MB. What is forgotten is tried again.
const MOST_REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(99_999);

impl Default for Tried {
    fn default() -> Self {
        let mut tried = LruCache::unbounded();
        tried.resize(MOST_REMEMBERED);
        Self(Mutex::new(tried))
    }
}

fn tried(act: &Act<'_>) -> Arc<Tried> {
    act.app().memory::<Tried>()
}

impl Tried {
    fn lock(&self) -> MutexGuard<'_, LruCache<([u8; 32], Digest), bool>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, held: &Held<'_>, label: Digest) -> Option<bool> {
        self.lock().get(&(held.tag(), label)).copied()
    }

    fn was_in_vain(&self, held: &Held<'_>, label: Digest) -> bool {
        self.known(held, label) == Some(false)
    }

    fn note(&self, held: &Held<'_>, label: Digest, is_of: bool) {
        self.lock().put((held.tag(), label), is_of);
    }
}

/// Whether a grant that a list came by is the group's.
pub(super) fn is_of(
    act: &mut Act<'_>,
    one: &rows::Label,
    held: &Held<'_>,
) -> Result<bool, Refusal> {
    if held.has(one.case, one.case_epoch.get(), one.label) {
        return Ok(true);
    }
    if !one.waits {
        return Ok(false);
    }
    if let Some(known) = tried(act).known(held, one.label) {
        return Ok(known);
    }
    let organisation = act.member()?.organisation;
    let grant = rows::grant(act.db(), one.case, one.label)?;
    match grant.filter(|grant| is_ours(act, organisation, one.case, grant)) {
        Some(grant) => Ok(case_key(act, one.case, &grant, held)?.is_some()),
        None => Ok(false),
    }
}
