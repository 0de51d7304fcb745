//! Who works a case.
//!
//! A case is open to the supervisors, to at most one team and to at most one person's own group:
//! whoever works it. Giving it to somebody takes it, and its key, from whoever had it.

use amparo_store::{AccountId, CaseId, GroupId};
use amparo_vault::{Entry as RegisterEntry, GroupPurpose};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::CaseRow;
use crate::casefile::{self, Admitted, Author, CaseAccess, CaseStatus, Grantee};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{About, What};
use crate::rights::{Object, Right, who_may};
use crate::words::Priority;
use crate::{register, team};

/// To whom a case is given: a colleague, a team, or a colleague and her team. One of the two must
/// be there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The member who works it from now on: an active caseworker or supervisor. If absent, nobody
    /// works it until a member of the team takes it.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub account: Option<AccountId>,
    /// The team that can open it, in place of the team that could before. If absent, the team
    /// stays.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub team: Option<GroupId>,
    /// Why, in a few words, for the ledger. At most 500 characters; write no names.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}

/// Gives a case to somebody. Who may assign gives it to anybody; others take what nobody works.
pub fn assign(act: &mut Act<'_>, case: &mut CaseAccess, given: &Assignment) -> Result<(), Refusal> {
    let member = act.member()?;
    case.must_be_open()?;
    if given.account.is_none() && given.team.is_none() {
        return Err(Refusal::fault(
            "/account",
            "missing",
            "say who or which team is to work the case",
        ));
    }
    if !member.may(Right::Assign, Object::Case) {
        may_take(case, member.account, given)?;
    }
    let worker = given.account.map(|id| worker(act, id)).transpose()?;
    let team = given.team.map(|id| team_key(act, id)).transpose()?;
    let (worker, own) = worker.unzip();
    let teams = teams(act)?;
    // Standing groups stay; a team stays unless another takes its place; nobody's own group does.
    let stays = |one: &Admitted| {
        one.account.is_none() && (given.team.is_none() || !teams.contains(&one.group))
    };
    let new = own.into_iter().chain(team).collect();
    casefile::set_access(act, case, stays, new)?;
    case.card.assigned = worker;
    let subject = given.account.map(AccountId::to_uuid);
    let about = About {
        subject: subject.or(given.team.map(GroupId::to_uuid)),
        reason: given.reason.clone(),
    };
    case.note(act, What::CaseAssigned, about)
}

fn may_take(case: &CaseAccess, own: AccountId, given: &Assignment) -> Result<(), Refusal> {
    if given.account != Some(own) || given.team.is_some() {
        return Err(Refusal::NotFound);
    }
    match &case.card.assigned {
        Some(who) if who.account != own => Err(Refusal::Because(Reason::ColleagueWorksCase)),
        _ => Ok(()),
    }
}

fn worker(act: &mut Act<'_>, id: AccountId) -> Result<(Author, Grantee), Refusal> {
    let colleague = workers(act)?
        .into_iter()
        .find(|colleague| colleague.account == id)
        .ok_or_else(|| {
            Refusal::fault(
                "/account",
                "unknown",
                "is not an active caseworker or supervisor here",
            )
        })?;
    Ok((colleague, Grantee::colleague(act, id)?))
}

/// Everybody who can be asked to work a case.
pub(super) fn workers(act: &mut Act<'_>) -> Result<Vec<Author>, Refusal> {
    let mut all = Vec::new();
    for role in who_may(Right::Take, Object::Case) {
        for colleague in team::colleagues(act, *role)? {
            let known = |one: &Author| one.account == colleague.id;
            if !all.iter().any(known) {
                all.push(Author {
                    account: colleague.id,
                    name: colleague.display_name,
                });
            }
        }
    }
    Ok(all)
}

fn team_key(act: &mut Act<'_>, id: GroupId) -> Result<Grantee, Refusal> {
    let unknown = || Refusal::fault("/team", "unknown", "is not a team here");
    let entry = match register::entry(act, id.to_uuid()) {
        Ok(entry) => entry,
        Err(Refusal::NotFound) => return Err(unknown()),
        Err(other) => return Err(other),
    };
    match entry.entry() {
        RegisterEntry::Group { purpose, .. } if *purpose == GroupPurpose::Team => {
            Grantee::new(entry.group().ok_or_else(unknown)?, None)
        }
        _ => Err(unknown()),
    }
}

/// The teams that the register knows.
fn teams(act: &mut Act<'_>) -> Result<Vec<GroupId>, Refusal> {
    let shared = register::groups(act)?.into_iter();
    let teams = shared.filter(|(_, entry)| is_team(entry));
    Ok(teams.map(|(id, _)| id).collect())
}

fn is_team(entry: &RegisterEntry) -> bool {
    matches!(entry, RegisterEntry::Group { purpose, .. } if *purpose == GroupPurpose::Team)
}

/// A case after it was given to somebody.
pub(super) fn assign_one(
    act: &mut Act<'_>,
    id: CaseId,
    given: &Assignment,
) -> Result<CaseRow, Refusal> {
    casefile::change(act, id, Right::Take, |act, case| {
        assign(act, case, given)?;
        Ok(CaseRow::new(case.id(), &case.card, act.now))
    })
}

/// A colleague who could work a case, with what speaks for and against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Assignee {
    /// The colleague's account; give it as `account` to assign the case.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The name colleagues see.
    pub name: String,
    /// How many open cases she works now, among those that the caller can open.
    pub load: usize,
    /// Why she stands at this place of the list, in sentences for people.
    pub reasons: Vec<String>,
}

/// Who could work a case, least loaded first.
pub(super) fn assignees(act: &mut Act<'_>, id: CaseId) -> Result<Vec<Assignee>, Refusal> {
    let case = casefile::find(act, id, Right::Assign)?;
    let mut open: Vec<(AccountId, Priority)> = Vec::new();
    casefile::briefs(act, |brief| {
        let counts = brief.status == CaseStatus::Open && brief.id != id;
        open.extend(
            brief
                .assigned
                .filter(|_| counts)
                .map(|who| (who, brief.priority)),
        );
    })?;
    let workers = workers(act)?;
    case.note(act, What::AssigneesListed, About::default())?;
    Ok(by_load(workers, &open, case.card.assigned.as_ref()))
}

fn by_load(
    workers: Vec<Author>,
    open: &[(AccountId, Priority)],
    now: Option<&Author>,
) -> Vec<Assignee> {
    let mut all: Vec<Assignee> = workers
        .into_iter()
        .map(|who| {
            let hers = open.iter().filter(|(account, _)| *account == who.account);
            let load = hers.clone().count();
            let pressing = hers
                .filter(|(_, priority)| *priority == Priority::P1)
                .count();
            let mut reasons = vec![match load {
                0 => "works no other open case".to_owned(),
                1 => "works 1 other open case".to_owned(),
                _ => format!("works {load} other open cases"),
            }];
            if pressing > 0 {
                reasons.push(format!("of these {pressing} must be answered now (P1)"));
            }
            if now.is_some_and(|now| now.account == who.account) {
                reasons.push("works this case now".to_owned());
            }
            Assignee {
                account: who.account,
                name: who.name,
                load,
                reasons,
            }
        })
        .collect();
    all.sort_by(|a, b| a.load.cmp(&b.load).then_with(|| a.name.cmp(&b.name)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(number: u8, name: &str) -> Author {
        Author {
            account: AccountId::from_bytes([number; 16]),
            name: name.to_owned(),
        }
    }

    #[test]
    fn the_least_loaded_stands_first_and_says_why() {
        let (ana, ben) = (who(1, "Ana"), who(2, "Ben"));
        let open = [(ana.account, Priority::P1), (ana.account, Priority::P3)];
        let all = by_load(vec![ana.clone(), ben], &open, Some(&ana));
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Ben", "Ana"]);
        assert_eq!(all[0].reasons, ["works no other open case"]);
        assert_eq!(
            all[1].reasons,
            [
                "works 2 other open cases",
                "of these 1 must be answered now (P1)",
                "works this case now"
            ]
        );
    }
}
