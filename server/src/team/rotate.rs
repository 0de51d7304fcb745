//! A new epoch of a group's key, without those who left. The rooms above then change the keys of
//! the cases that the group can open.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Entry, GroupKey, GroupPurpose, Membership};

use super::admit::certificate;
use super::members;
use super::model::AccountState;
use super::teams::deliver_to;
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::register;

/// Takes a colleague off a group's list and changes its key in the same act.
pub fn leave(act: &mut Act<'_>, id: GroupId, account: AccountId) -> Result<u32, Refusal> {
    let epoch = rotate(act, id, Some(account))?;
    ledger::note(
        act,
        What::TeamLeft,
        About::the(account.to_uuid()).because("the key of the group was changed"),
    )?;
    Ok(epoch)
}

/// Makes a new epoch and sends its key to everybody who stays. Answers the new epoch.
pub fn rotate(act: &mut Act<'_>, id: GroupId, without: Option<AccountId>) -> Result<u32, Refusal> {
    let certificate = certificate(act)?;
    let member = act.member()?;
    if member.keyring().by_id(id.as_bytes()).is_none() {
        return Err(Refusal::NotFound);
    }
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
        return Err(Refusal::WrongState(
            "everybody belongs to this group: remove the member instead",
        ));
    }
    let staying: Vec<AccountId> = members::names(act, &ids)?
        .into_iter()
        .filter(|(account, _, state)| *state != AccountState::Removed && Some(*account) != without)
        .map(|(account, _, _)| account)
        .collect();
    if staying.is_empty() {
        return Err(Refusal::WrongState("a group cannot lose its last member"));
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
    register::put_group(act, member.organisation, id, epoch)?;
    let signed = register::put(act, &certificate, id.to_uuid(), &entry)?;
    register::publish_if_public(act, &certificate, &entry)?;
    for account in staying {
        deliver_to(act, &fresh, account, signed.clone())?;
    }
    ledger::note(act, What::TeamRotated, About::the(id.to_uuid()))?;
    Ok(epoch)
}
