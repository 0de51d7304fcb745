//! Taking cases out of reach of somebody who left: a new key of the group, then of each case.
//!
//! The group's key is changed in one act, each case in an act of its own, so that a large group
//! holds no lock for long. What is not done yet is counted, can be asked for, and is finished by
//! asking again. Until then a case stays under the old key, which those who stay hold too, and
//! whoever writes in it brings it to the new one first.
//!
//! Which cases are behind is read from their cards. Deliberately absent: a look at rows of grants.

use amparo_store::{AccountId, CaseId, GroupId};
use amparo_vault::{Entry as RegisterEntry, GroupPurpose};
use serde::Serialize;
use utoipa::ToSchema;

use crate::casefile::{self, Before};
use crate::foundation::{Act, App, Caller, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
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
        match app.write(caller, |act| casefile::rekey(act, *case)) {
            Ok(()) => rekeyed += 1,
            // Not now: another group of the case is due first, or what is there is not believed.
            Err(Refusal::NotFound | Refusal::Busy(_) | Refusal::Because(_)) => {}
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
    let entry = register::entry(act, id.to_uuid())?;
    let RegisterEntry::Group { group, purpose, .. } = entry.entry() else {
        return Err(Refusal::NotFound);
    };
    let mut before = vec![Before {
        group: id,
        epoch: Some(group.epoch),
    }];
    if *purpose == GroupPurpose::Supervisors {
        before.extend(of_who_was_removed(act)?);
    }
    Ok((group.epoch, casefile::cases_behind(act, &before)?))
}

/// Every case that still opens under a former key of a group, or of somebody who was removed.
pub fn all_behind(act: &mut Act<'_>) -> Result<Vec<CaseId>, Refusal> {
    act.needs(Right::Rekey, Object::Team)?;
    let mut before = of_who_was_removed(act)?;
    for (group, entry) in register::groups(act)? {
        if let RegisterEntry::Group { group: at, .. } = entry {
            let epoch = Some(at.epoch);
            before.push(Before { group, epoch });
        }
    }
    casefile::cases_behind(act, &before)
}

/// The own groups of those who were removed. Nobody is left in one who could rotate it, so their
/// cases fall to the supervisors.
fn of_who_was_removed(act: &mut Act<'_>) -> Result<Vec<Before>, Refusal> {
    let own = team::removed_own_groups(act)?.into_iter();
    Ok(own
        .map(|(_, group)| Before { group, epoch: None })
        .collect())
}
