//! Opening the lock: grants, and the case key behind them.

use std::collections::HashSet;

use amparo_store::{CaseId, GroupId, Sealed};
use amparo_vault::{CaseKey, VerifiedKey};

use super::keys::case_key;
use super::model::Card;
use super::stopped::Stop;
use super::{CaseAccess, cards, rows};
use crate::foundation::{Act, Broken, Refusal};
use crate::rights::{Object, Right};

/// Opens a case for the acting member, or says what it says about a case that does not exist.
/// The right that it is for comes first: a key alone opens nothing to a role without it.
pub fn find(act: &mut Act<'_>, id: CaseId, right: Right) -> Result<CaseAccess, Refusal> {
    let member = act.needs(right, Object::Case)?;
    let row = rows::case(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.organisation != member.organisation {
        return Err(Refusal::NotFound);
    }
    let grants = rows::grants(act.db(), id)?;
    let keyring = member.keyring();
    let opening = grants.into_iter().find_map(|grant| {
        keyring
            .at(grant.group.as_bytes(), grant.group_epoch.get())
            .map(|group| (grant, group))
    });
    let Some((grant, group)) = opening else {
        return Err(Refusal::NotFound);
    };
    let key = case_key(act, &grant, group, id, row.epoch)?;
    let (card, head) = cards::open(act, id, member.organisation, &key, row.revision)?;
    Ok(CaseAccess {
        id,
        organisation: member.organisation,
        key,
        length: row.revision.get(),
        head,
        stop: Stop::of(act, id, &row),
        card,
    })
}

/// Takes the row of a case so that acts on it happen one after the other.
pub fn lock(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    rows::lock(act.db(), id)
}

/// A new case: its key, its card, and its grants.
pub fn open_case(act: &mut Act<'_>, card: Card, grants: &[VerifiedKey]) -> Result<CaseId, Refusal> {
    let organisation = act.member()?.organisation;
    let id = CaseId::from_uuid(act.fresh_id());
    let key = CaseKey::generate(id.as_bytes(), 1, act.rng());
    rows::insert_case(act.db(), id, organisation)?;
    let case = CaseAccess {
        id,
        organisation,
        key,
        length: 0,
        head: None,
        stop: Stop::default(),
        card,
    };
    for to in grants {
        grant_to(act, &case, to)?;
    }
    cards::insert(act, &case)?;
    Ok(id)
}

/// Lets a group open the case.
pub fn grant_to(act: &mut Act<'_>, case: &CaseAccess, to: &VerifiedKey) -> Result<(), Refusal> {
    let member = act.member()?;
    let organisation = case.organisation.as_bytes();
    let (group, group_epoch) = to
        .group()
        .ok_or_else(|| Broken::bug("a case can only be granted to a group"))?;
    let sealed = case.key.grant(
        organisation,
        to,
        member.identity(),
        member.account.as_bytes(),
        act.rng(),
    )?;
    // Who is in the group herself leaves the quick wrap at once.
    let quick = match member.keyring().at(group, group_epoch) {
        Some(held) => Some(Sealed::new(case.key.quick(
            held,
            organisation,
            act.rng(),
        )?)?),
        None => None,
    };
    let grant = rows::Grant {
        group: GroupId::from_bytes(group),
        group_epoch: group_epoch.try_into()?,
        sealed: Sealed::new(sealed)?,
        quick,
    };
    rows::put_grant(act.db(), case.id, case.key.epoch().try_into()?, &grant)
}

/// Takes a case away from a group. Whoever copied the key keeps it until the next epoch.
pub fn revoke_from(act: &mut Act<'_>, case: &CaseAccess, group: GroupId) -> Result<(), Refusal> {
    rows::delete_grant(act.db(), case.id, group)
}

/// The groups that can open the case.
pub fn groups_with_access(act: &mut Act<'_>, case: &CaseAccess) -> Result<Vec<GroupId>, Refusal> {
    Ok(rows::grants(act.db(), case.id)?
        .into_iter()
        .map(|grant| grant.group)
        .collect())
}

/// The cases that the acting member can open, without opening any.
pub fn ids_in_reach(act: &mut Act<'_>) -> Result<HashSet<CaseId>, Refusal> {
    let mut ids = HashSet::new();
    for held in act.member()?.keyring().memberships() {
        ids.extend(rows::cases_of_group(act.db(), &held.key)?);
    }
    Ok(ids)
}
