//! The case key from one grant.
//!
//! What must stay true: a grant that is not what it should be is none; it ends no act. A quick
//! grant is believed under the newest key of a group only: whoever left the group holds the others.

use amparo_store::{AccountId, CaseId, Epoch, Sealed};
use amparo_vault::{CaseKey, GroupKey};

use super::rows;
use crate::foundation::{Act, Refusal};
use crate::register;

/// The grants of a case that the acting member holds a key for, those to the newest key of a group
/// first.
pub(super) fn ways<'a>(
    act: &mut Act<'a>,
    id: CaseId,
) -> Result<Vec<(rows::Grant, &'a GroupKey)>, Refusal> {
    let keyring = act.member()?.keyring();
    let mut ways: Vec<_> = rows::grants(act.db(), id)?
        .into_iter()
        .filter_map(|grant| {
            let group = keyring.at(grant.group.as_bytes(), grant.group_epoch.get())?;
            Some((grant, group))
        })
        .collect();
    ways.sort_by_key(|(_, group)| !is_newest(act, group));
    Ok(ways)
}

/// Whether the acting member holds no newer key of the group.
pub(super) fn is_newest(act: &Act<'_>, group: &GroupKey) -> bool {
    let newest = |member: &crate::foundation::Member| {
        let newest = member.keyring().by_id(group.id());
        newest.is_some_and(|newest| newest.epoch() <= group.epoch())
    };
    act.member().is_ok_and(newest)
}

/// The case key from one grant: by the quick wrap that a member of the group left, or by the grant
/// itself, whose granter must be in the register. None if neither is what it should be.
pub(super) fn case_key(
    act: &mut Act<'_>,
    grant: &rows::Grant,
    group: &GroupKey,
    case: CaseId,
    at: Epoch,
) -> Result<Option<CaseKey>, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let (case, epoch) = (case.as_bytes(), at.get());
    let newest = is_newest(act, group);
    if let Some(quick) = grant.quick.as_ref().filter(|_| newest)
        && let Ok(key) = CaseKey::open_quick(quick.as_slice(), group, organisation, case, epoch)
    {
        return Ok(Some(key));
    }
    let sealed = grant.sealed.as_slice();
    let Ok(offered) = CaseKey::open_grant(sealed, group, organisation, case, epoch) else {
        return Ok(None);
    };
    // She may have left since; what she granted in her time stands.
    let granter = match register::author(act, AccountId::from_bytes(offered.granter())) {
        Ok(granter) => granter,
        Err(Refusal::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let Ok(key) = offered.verify(&granter) else {
        return Ok(None);
    };
    if newest {
        // The next member of the group need not open the public-key seal again.
        let quick = Sealed::new(key.quick(group, organisation, act.rng())?)?;
        let (id, to) = (CaseId::from_bytes(case), grant.group);
        act.afterwards(Box::new(move |db| {
            rows::set_quick(db, id, to, at, quick.clone())
        }));
    }
    Ok(Some(key))
}
