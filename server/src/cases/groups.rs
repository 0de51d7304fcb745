//! Whose group is which: the shared ones and each person's own.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Entry as RegisterEntry, GroupPurpose, VerifiedKey};

use crate::foundation::{Act, Refusal};
use crate::register;

/// A person's own group.
pub(super) struct Own {
    pub group: GroupId,
    pub account: AccountId,
    pub key: VerifiedKey,
}

/// Every person's own group. Everybody stands on the list of everybody.
pub(super) fn own_groups(
    act: &mut Act<'_>,
    shared: &[(GroupId, RegisterEntry)],
) -> Result<Vec<Own>, Refusal> {
    let everybody = shared.iter().find_map(|(_, entry)| match entry {
        RegisterEntry::Group {
            purpose, members, ..
        } if *purpose == GroupPurpose::Everyone => Some(members),
        _ => None,
    });
    let mut own = Vec::new();
    for id in everybody.into_iter().flatten() {
        let account = AccountId::from_bytes(*id);
        let key = match register::colleague(act, account) {
            Ok(colleague) => colleague.personal(),
            Err(Refusal::NotFound) => continue,
            Err(other) => return Err(other),
        };
        if let Some((group, _)) = key.group() {
            own.push(Own {
                group: GroupId::from_bytes(group),
                account,
                key,
            });
        }
    }
    Ok(own)
}
