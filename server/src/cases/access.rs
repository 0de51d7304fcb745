//! Who can open a case: by groups, and who is in them.

use amparo_store::{AccountId, CaseId, GroupId, Moment};
use amparo_vault::{Entry as RegisterEntry, GroupPurpose};
use serde::Serialize;
use utoipa::ToSchema;

use crate::casefile::{self, Author};
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};
use crate::rights::Right;
use crate::team::AccountState;
use crate::{register, team};

/// A group whose members can open a case, because they hold a key to it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AccessView {
    /// The group: its `id` under `/teams`, or one member's own group.
    #[schema(value_type = Uuid)]
    pub group: GroupId,
    /// What kind of group: `personal` (one member alone), `team`, or the purpose of a standing
    /// group, such as `supervisors`.
    pub purpose: String,
    /// What the group is called; a person's own group by her name.
    pub label: String,
    /// The members of the group: everybody who can open the case by it.
    pub members: Vec<Author>,
    /// Since when the group can open the case (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub since: Moment,
    /// Who let the group open it.
    pub by: Author,
}

/// Everybody who can open a case, as the case itself says.
pub(super) fn access(act: &mut Act<'_>, id: CaseId) -> Result<Vec<AccessView>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let shared = register::groups(act)?;
    let mut views = Vec::new();
    for admitted in casefile::access_list(act, &case)?.groups {
        let known = shared.iter().find(|(id, _)| *id == admitted.group);
        let (purpose, label, ids) = match (known, admitted.account) {
            (Some((_, entry)), None) => of_several(entry),
            (_, Some(alone)) => (GroupPurpose::Personal, String::new(), vec![alone]),
            // A group that the register does not know can still hold the key: say so.
            _ => (GroupPurpose::Personal, String::new(), Vec::new()),
        };
        let members = present(act, &ids)?;
        let label = match members.first() {
            Some(alone) if label.is_empty() => alone.name.clone(),
            _ => label,
        };
        views.push(AccessView {
            group: admitted.group,
            purpose: purpose.as_str().to_owned(),
            label,
            members,
            since: admitted.since,
            by: admitted.by,
        });
    }
    case.note(act, What::AccessListed, About::default())?;
    Ok(views)
}

fn of_several(entry: &RegisterEntry) -> (GroupPurpose, String, Vec<AccountId>) {
    match entry {
        RegisterEntry::Group {
            purpose,
            label,
            members,
            ..
        } => {
            let ids = members.iter().map(|id| AccountId::from_bytes(*id));
            (*purpose, label.clone(), ids.collect())
        }
        _ => (GroupPurpose::Personal, String::new(), Vec::new()),
    }
}

fn present(act: &mut Act<'_>, ids: &[AccountId]) -> Result<Vec<Author>, Refusal> {
    Ok(team::names(act, ids)?
        .into_iter()
        .filter(|(_, _, state)| *state != AccountState::Removed)
        .map(|(account, name, _)| Author { account, name })
        .collect())
}
