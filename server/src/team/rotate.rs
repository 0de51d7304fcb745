//! A new epoch of a group's key, without those who left. The rooms above then change the keys of
//! the cases that the group can open.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Certificate, Entry, GroupKey, GroupPurpose, Membership};

use super::accounts;
use super::admit::certificate;
use super::members;
use super::model::AccountState;
use super::remove::strike;
use super::teams::deliver_to;
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// Takes a colleague off a group's list and changes its key in the same act. A key administrator
/// stays in every standing group, so that none is ever without somebody who can let others in.
pub fn leave(act: &mut Act<'_>, id: GroupId, account: AccountId) -> Result<u32, Refusal> {
    certificate(act, Right::Rekey, Object::Team)?;
    let group = register::entry(act, id.to_uuid())?;
    let stands =
        !matches!(group.entry(), Entry::Group { purpose, .. } if *purpose == GroupPurpose::Team);
    if stands
        && accounts::find_colleague(act, account)?
            .profile
            .certificate
            .is_some()
    {
        return Err(Refusal::Because(Reason::KeyAdministratorStays));
    }
    let epoch = rotate(act, id, Some(account))?;
    ledger::note(
        act,
        What::TeamLeft,
        About::the(account.to_uuid()).because("group_key_changed"),
    )?;
    Ok(epoch)
}

/// Makes a new epoch and sends its key to everybody who stays. Answers the new epoch. Whoever does
/// it need not hold the old key: she who founded a team and left may have been the last who did. A
/// group that nobody is left in gets the acting key administrator, so that it has a keeper.
pub fn rotate(act: &mut Act<'_>, id: GroupId, without: Option<AccountId>) -> Result<u32, Refusal> {
    let certificate = certificate(act, Right::Rekey, Object::Team)?;
    let own = act.member()?.account;
    let Entry::Group {
        group,
        purpose,
        label,
        members,
    } = register::entry(act, id.to_uuid())?.entry().clone()
    else {
        return Err(Refusal::NotFound);
    };
    let ids: Vec<AccountId> = members
        .iter()
        .map(|id| AccountId::from_bytes(*id))
        .collect();
    if without.is_some_and(|account| !ids.contains(&account)) {
        return Err(Refusal::NotFound);
    }
    if without.is_some() && purpose == GroupPurpose::Everyone {
        return Err(Refusal::Because(Reason::EverybodyBelongs));
    }
    let mut staying = stay(act, &certificate, &ids, without)?;
    if staying.is_empty() {
        if without.is_some() {
            return Err(Refusal::Because(Reason::LastMember));
        }
        staying.push(own);
    }
    let epoch = group.epoch + 1;
    let fresh = Membership {
        key: GroupKey::generate(id.as_bytes(), epoch, act.rng()),
        label: label.clone(),
        purpose,
    };
    let entry = Entry::Group {
        group: fresh.key.public(),
        purpose,
        label,
        members: staying.iter().map(AccountId::as_bytes).collect(),
    };
    let signed = register::put(act, &certificate, id.to_uuid(), &entry)?;
    for account in staying {
        deliver_to(act, &fresh, account, signed.clone())?;
    }
    if purpose == GroupPurpose::Everyone {
        register::reseal_for(act, &fresh.key)?;
    }
    ledger::note(act, What::TeamRotated, About::the(id.to_uuid()))?;
    Ok(epoch)
}

/// The groups whose key somebody who was removed may still hold, with what they are called. That of
/// everyone comes first: it seals the register.
pub fn due(act: &mut Act<'_>) -> Result<Vec<(GroupId, String)>, Refusal> {
    act.needs(Right::Rekey, Object::Team)?;
    let mut due = Vec::new();
    for (id, entry) in register::groups(act)? {
        let Entry::Group {
            purpose,
            label,
            members,
            ..
        } = entry
        else {
            continue;
        };
        let ids: Vec<AccountId> = members.into_iter().map(AccountId::from_bytes).collect();
        let here = members::names(act, &ids)?
            .into_iter()
            .filter(|(_, _, state)| *state != AccountState::Removed)
            .count();
        // Somebody whose row is gone counts as somebody who left.
        if here < ids.len() {
            due.push((purpose != GroupPurpose::Everyone, id, label));
        }
    }
    due.sort();
    ledger::note(act, What::TeamsListed, About::default())?;
    Ok(due.into_iter().map(|(_, id, label)| (id, label)).collect())
}

/// Those of a list who stay. Of those who were removed by somebody who cannot sign the register, it
/// is said here that they left.
fn stay(
    act: &mut Act<'_>,
    certificate: &Certificate,
    ids: &[AccountId],
    without: Option<AccountId>,
) -> Result<Vec<AccountId>, Refusal> {
    let mut staying = Vec::new();
    for (account, _, state) in members::names(act, ids)? {
        if state == AccountState::Removed {
            strike(act, certificate, account)?;
        } else if Some(account) != without {
            staying.push(account);
        }
    }
    Ok(staying)
}
