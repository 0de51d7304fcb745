//! Taking cases out of reach of somebody who left: a new key of the group, then of each case.
//!
//! The group's key is changed in one act, each case in an act of its own, so that a large group
//! holds no lock for long. What is not done yet is counted, can be asked for, and is finished by
//! asking again. Until then a case stays under the old key, which those who stay hold too.

use std::collections::HashMap;

use amparo_store::{AccountId, CaseId, Epoch, GroupId};
use amparo_vault::{Entry as RegisterEntry, GroupPurpose, VerifiedKey};
use serde::Serialize;
use utoipa::ToSchema;

use super::groups::own_groups;
use crate::casefile;
use crate::foundation::{Act, App, Caller, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::team::AccountState;
use crate::{register, team};

/// How far the change of a group's key has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Rotation {
    /// The number of the group's present key. It grows by one with each change.
    pub epoch: u32,
    /// How many cases got a new key in this request.
    pub rekeyed: usize,
    /// How many cases still open under a former key of the group. Repeat the request until it is 0.
    pub left: usize,
}

/// A new key for the group and for every case it can open.
pub(super) fn rotate(app: &App, caller: &Caller, id: GroupId) -> Result<Rotation, Refusal> {
    app.write(caller, |act| team::rotate(act, id, None))?;
    finish(app, &team::renewed(app, caller)?, id)
}

/// The same, because somebody leaves the group.
pub(super) fn leave(
    app: &App,
    caller: &Caller,
    id: GroupId,
    account: AccountId,
) -> Result<Rotation, Refusal> {
    app.write(caller, |act| team::leave(act, id, account))?;
    finish(app, &team::renewed(app, caller)?, id)
}

/// Changes the keys of the cases that are behind. A case that cannot be changed now does not stop
/// the others.
pub(super) fn finish(app: &App, caller: &Caller, id: GroupId) -> Result<Rotation, Refusal> {
    let (epoch, behind) = app.consult(caller, |act| behind(act, id))?;
    let mut rekeyed = 0;
    for case in &behind {
        match app.write(caller, |act| rekey(act, *case)) {
            Ok(()) => rekeyed += 1,
            Err(Refusal::NotFound | Refusal::Busy(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(Rotation {
        epoch,
        rekeyed,
        left: behind.len() - rekeyed,
    })
}

/// How many cases still open under a former key of the group.
pub(super) fn debt(act: &mut Act<'_>, id: GroupId) -> Result<Rotation, Refusal> {
    let (epoch, behind) = behind(act, id)?;
    ledger::note(act, What::TeamsListed, About::the(id.to_uuid()))?;
    Ok(Rotation {
        epoch,
        rekeyed: 0,
        left: behind.len(),
    })
}

fn behind(act: &mut Act<'_>, id: GroupId) -> Result<(u32, Vec<CaseId>), Refusal> {
    act.needs(Right::Rekey, Object::Team)?;
    let RegisterEntry::Group { group, purpose, .. } =
        register::entry(act, id.to_uuid())?.entry().clone()
    else {
        return Err(Refusal::NotFound);
    };
    let mut cases = casefile::cases_behind(act, id, group.epoch.try_into()?)?;
    if purpose == GroupPurpose::Supervisors {
        cases.extend(of_who_was_removed(act)?);
        cases.sort_unstable();
        cases.dedup();
    }
    Ok((group.epoch, cases))
}

/// Cases that open under the own key of somebody who was removed. Her own group has nobody left who
/// could rotate it, so they fall to the supervisors.
fn of_who_was_removed(act: &mut Act<'_>) -> Result<Vec<CaseId>, Refusal> {
    let mut cases = Vec::new();
    for (_, own) in team::removed_own_groups(act)? {
        cases.extend(casefile::cases_behind(act, own, Epoch::LAST)?);
    }
    Ok(cases)
}

/// Every case that still opens under a former key of a group, or of somebody who was removed.
pub fn all_behind(act: &mut Act<'_>) -> Result<Vec<CaseId>, Refusal> {
    let mut all = Vec::new();
    for (id, _) in register::groups(act)? {
        all.extend(behind(act, id)?.1);
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// A new key for one case, granted to the groups that could open it, each at its present epoch.
/// Somebody who was removed from the organisation is granted nothing.
pub fn rekey(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    casefile::lock(act, id)?;
    let case = casefile::find(act, id, Right::Rekey)?;
    let keys = keys_now(act)?;
    let granted = casefile::groups_with_access(act, &case)?;
    let groups: Vec<VerifiedKey> = granted
        .iter()
        .filter_map(|group| keys.get(group).cloned())
        .collect();
    casefile::rekey(act, id, &groups)
}

/// The present key of every group that may be granted something.
fn keys_now(act: &mut Act<'_>) -> Result<HashMap<GroupId, VerifiedKey>, Refusal> {
    let shared = register::groups(act)?;
    let mut keys = HashMap::new();
    for own in own_groups(act, &shared)? {
        let here = team::names(act, &[own.account])?
            .iter()
            .any(|(_, _, state)| *state != AccountState::Removed);
        if here {
            keys.insert(own.group, own.key);
        }
    }
    for (id, _) in &shared {
        keys.insert(*id, register::group(act, *id)?);
    }
    Ok(keys)
}
