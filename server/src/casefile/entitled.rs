//! Whether a group that a case names may be given the case's key now.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Entry, GroupPurpose, VerifiedKey};

use super::access_list::Admitted;
use super::named::NamedGroup;
use crate::foundation::{Act, Broken, Refusal};
use crate::register;
use crate::team::{self, AccountState};

/// A group that is to open a case: its checked key, and whose own group it is.
#[derive(Debug)]
pub struct Grantee {
    key: VerifiedKey,
    account: Option<AccountId>,
    named: NamedGroup,
}

impl Grantee {
    /// From a key that the register vouched for. `account` is whose own group it is.
    pub fn new(key: VerifiedKey, account: Option<AccountId>) -> Result<Self, Refusal> {
        let (group, epoch) = key
            .group()
            .ok_or_else(|| Broken::damage("a case can only be granted to a group"))?;
        let group = GroupId::from_bytes(group);
        Ok(Self {
            key,
            account,
            named: NamedGroup { group, epoch },
        })
    }

    /// A colleague alone. Somebody who left is `NotFound`.
    pub fn colleague(act: &mut Act<'_>, account: AccountId) -> Result<Self, Refusal> {
        let key = register::colleague(act, account)?.personal();
        Self::new(key, Some(account))
    }

    /// The acting member alone.
    pub fn oneself(act: &Act<'_>) -> Result<Self, Refusal> {
        let member = act.member()?;
        let own = member
            .keyring()
            .current(GroupPurpose::Personal)
            .ok_or_else(|| Broken::damage("a member has no group of her own"))?;
        let key = own.as_recipient(member.organisation.as_bytes());
        Self::new(key, Some(member.account))
    }

    /// A group of several.
    pub fn shared(act: &mut Act<'_>, id: GroupId) -> Result<Self, Refusal> {
        Self::new(register::group(act, id)?, None)
    }

    /// Which group.
    pub fn group(&self) -> GroupId {
        self.named.group
    }

    /// Which group at which epoch.
    pub(super) fn named(&self) -> NamedGroup {
        self.named
    }

    pub(super) fn key(&self) -> &VerifiedKey {
        &self.key
    }

    pub(super) fn account(&self) -> Option<AccountId> {
        self.account
    }
}

/// How a group that a case names stands now.
#[derive(Debug)]
pub(super) enum Standing {
    /// It may be given a new key.
    Current(Grantee),
    /// Somebody on its list was removed: its own key is to be changed first.
    Due(Grantee),
    /// The register has no such group, or it was somebody's who left.
    Gone,
}

/// How a group stands, by the register.
pub(super) fn standing(act: &mut Act<'_>, one: &Admitted) -> Result<Standing, Refusal> {
    let found = match one.account {
        Some(account) => own(act, account),
        None => shared(act, one.group),
    };
    match found {
        Ok(Standing::Current(to)) if to.group() != one.group => Ok(Standing::Gone),
        Err(Refusal::NotFound) => Ok(Standing::Gone),
        other => other,
    }
}

fn own(act: &mut Act<'_>, account: AccountId) -> Result<Standing, Refusal> {
    if any_left(act, &[account])? {
        return Ok(Standing::Gone);
    }
    Grantee::colleague(act, account).map(Standing::Current)
}

fn shared(act: &mut Act<'_>, id: GroupId) -> Result<Standing, Refusal> {
    let entry = register::entry(act, id.to_uuid())?;
    let Entry::Group { members, .. } = entry.entry() else {
        return Err(Refusal::NotFound);
    };
    let ids: Vec<AccountId> = members
        .iter()
        .map(|id| AccountId::from_bytes(*id))
        .collect();
    let key = entry.group().ok_or(Refusal::NotFound)?;
    let to = Grantee::new(key, None)?;
    if any_left(act, &ids)? {
        Ok(Standing::Due(to))
    } else {
        Ok(Standing::Current(to))
    }
}

/// Whether one of these was removed. The accounts say so before the register does.
fn any_left(act: &mut Act<'_>, ids: &[AccountId]) -> Result<bool, Refusal> {
    let names = team::names(act, ids)?;
    Ok(names
        .iter()
        .any(|(_, _, state)| *state == AccountState::Removed))
}
