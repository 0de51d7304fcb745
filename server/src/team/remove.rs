//! Removing a member, and resetting one who lost everything.
//!
//! What must stay true: her passphrase opens nothing here any more; the register says that she left,
//! so that nothing is sealed to her again; an organisation always keeps an active key administrator,
//! and every standing group an active member. An administrator, who holds no key, cannot sign the
//! register: she removes anybody but a key administrator, and the register follows when a key
//! administrator next changes the key of a group that the member was in.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Certificate, Entry, GroupPurpose};

use super::accounts::{self, Account};
use super::admit::certificate;
use super::model::AccountState;
use super::{deliveries, members, rows, sessions};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// Removes a member: no sign-in, no session, no keys on the way. The keys of her groups are
/// changed by a supervisor who holds them; until then the teams show rotation debt.
pub(super) fn remove(act: &mut Act<'_>, id: AccountId, reason: &str) -> Result<(), Refusal> {
    let member = act.needs(Right::Remove, Object::Member)?;
    if id == member.account {
        return Err(Refusal::Because(Reason::NotOneself));
    }
    // Who runs accounts holds no key and signs nothing.
    let signs = if member.may(Right::Write, Object::Member) {
        None
    } else {
        Some(certificate(act, Right::Remove, Object::Member)?)
    };
    let mut account = accounts::find_for(act, id, Right::Remove)?;
    if account.profile.state == AccountState::Removed {
        return Err(Refusal::Because(Reason::RemovedBefore));
    }
    match &signs {
        Some(certificate) => take_out(act, certificate, &account)?,
        None if account.profile.certificate.is_some() => {
            return Err(Refusal::Because(Reason::SignsRegister));
        }
        None => {}
    }
    account.profile.state = AccountState::Removed;
    account.profile.certificate = None;
    account.profile.personal = None;
    account.profile.mail = None;
    accounts::save(act, &account)?;
    sessions::end_all_of(act, id);
    deliveries::withdraw_all(act, id)?;
    rows::delete_unlocks(act.db(), id)?;
    ledger::note(
        act,
        What::MemberRemoved,
        About::the(id.to_uuid()).because(reason),
    )
}

/// Resets a member who lost everything: her account is removed and she is invited anew. Her cases
/// stay with her team; nothing is lost while one member of a group remains.
pub(super) fn reset(act: &mut Act<'_>, id: AccountId, reason: &str) -> Result<(), Refusal> {
    act.needs(Right::Reset, Object::Member)?;
    remove(act, id, reason)?;
    ledger::note(act, What::MemberReset, About::the(id.to_uuid()))
}

/// The own groups of those who were removed: cases that they can open need new keys.
pub fn removed_own_groups(act: &mut Act<'_>) -> Result<Vec<(AccountId, GroupId)>, Refusal> {
    let mut groups = Vec::new();
    for account in accounts::all(act)? {
        if account.profile.state != AccountState::Removed {
            continue;
        }
        match register::author(act, account.id) {
            Ok(left) => {
                let group = left.personal().group();
                groups.extend(group.map(|(id, _)| (account.id, GroupId::from_bytes(id))));
            }
            // She was never admitted, or held no key.
            Err(Refusal::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(groups)
}

fn take_out(act: &mut Act<'_>, certificate: &Certificate, left: &Account) -> Result<(), Refusal> {
    must_leave_somebody(act, left.id)?;
    if left.profile.certificate.is_some() {
        register::revoke(act, certificate, left.id)?;
    }
    strike(act, certificate, left.id)
}

/// Says in the register that somebody left. Nothing happens if it says so, or never knew her.
pub(super) fn strike(
    act: &mut Act<'_>,
    certificate: &Certificate,
    id: AccountId,
) -> Result<(), Refusal> {
    let known = match register::entry(act, id.to_uuid()) {
        Ok(found) => found.entry().clone(),
        Err(Refusal::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    if let Entry::Member {
        member,
        identity,
        personal,
    } = known
    {
        let entry = Entry::Removed {
            member,
            identity,
            personal,
        };
        register::put(act, certificate, id.to_uuid(), &entry)?;
    }
    Ok(())
}

fn must_leave_somebody(act: &mut Act<'_>, left: AccountId) -> Result<(), Refusal> {
    for (_, entry) in register::groups(act)? {
        let Entry::Group {
            purpose, members, ..
        } = entry
        else {
            continue;
        };
        let others: Vec<AccountId> = members
            .iter()
            .map(|id| AccountId::from_bytes(*id))
            .filter(|id| *id != left)
            .collect();
        let is_concerned = purpose != GroupPurpose::Team && others.len() < members.len();
        if is_concerned
            && !members::names(act, &others)?
                .iter()
                .any(|(_, _, state)| *state == AccountState::Active)
        {
            return Err(Refusal::Because(Reason::LastMember));
        }
    }
    Ok(())
}
