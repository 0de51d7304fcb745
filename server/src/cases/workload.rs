//! Who works how much, and what nobody works yet.
//!
//! The numbers are about what the one who asks can see: for a supervisor that is every case.

use std::collections::BTreeMap;

use amparo_store::{AccountId, CaseId};
use serde::Serialize;
use utoipa::ToSchema;

use super::assign::{Assignment, assign, workers};
use super::list::CaseRow;
use crate::casefile::{self, Author, CardBrief, CaseStatus};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::team;
use crate::words::Priority;

/// Cases looked through on one page.
const MOST: usize = 200;

/// How much one colleague works, counted over the cases that the caller can open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Workload {
    /// The colleague's account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The name colleagues see.
    pub name: String,
    /// She works cases. If false, she left or does something else now: hand her cases over.
    pub active: bool,
    /// How many open cases she works.
    pub open: usize,
    /// How many of these are for now (`P1`).
    pub now: usize,
    /// How many of these are for today (`P2`).
    pub today: usize,
    /// How many of these have a next step that is past due.
    pub overdue: usize,
    /// Her open cases weighed by how soon they are for: 4 for each `P1`, 3 for `P2`, 2 for `P3`, 1
    /// for `P4`.
    pub weight: usize,
}

impl Workload {
    fn new(who: Author, active: bool) -> Self {
        Self {
            account: who.account,
            name: who.name,
            active,
            open: 0,
            now: 0,
            today: 0,
            overdue: 0,
            weight: 0,
        }
    }

    fn count(&mut self, priority: Priority, is_overdue: bool) {
        self.open += 1;
        self.now += usize::from(priority == Priority::P1);
        self.today += usize::from(priority == Priority::P2);
        self.overdue += usize::from(is_overdue);
        self.weight += weight(priority);
    }
}

/// What a case adds to a weight.
fn weight(priority: Priority) -> usize {
    match priority {
        Priority::P1 => 4,
        Priority::P2 => 3,
        Priority::P3 => 2,
        Priority::P4 => 1,
    }
}

/// Everybody who works cases, most loaded first.
pub fn workload(act: &mut Act<'_>) -> Result<Vec<Workload>, Refusal> {
    act.needs(Right::Assign, Object::Case)?;
    let loads = loads(act)?;
    ledger::note(act, What::CasesListed, About::default())?;
    Ok(loads)
}

/// A case that nobody works, and who could.
#[derive(Clone, Debug)]
pub struct Unassigned {
    /// The case.
    pub case: CaseRow,
    /// The least loaded, counting what stands above in this list as hers.
    pub suggested: Option<Author>,
}

/// The open cases that nobody works, most urgent first, and everybody who could.
pub fn unassigned(act: &mut Act<'_>) -> Result<(Vec<Unassigned>, Vec<Workload>), Refusal> {
    act.needs(Right::Assign, Object::Case)?;
    let cases = rows(act, |brief| brief.assigned.is_none())?;
    let loads = loads(act)?;
    let mut growing = loads.clone();
    let list = cases
        .into_iter()
        .map(|case| {
            let suggested = least_loaded(&mut growing, case.priority);
            Unassigned { case, suggested }
        })
        .collect();
    ledger::note(act, What::CasesListed, About::default())?;
    Ok((list, loads))
}

/// The open cases of a colleague, most urgent first, with her name.
pub fn of_worker(act: &mut Act<'_>, who: AccountId) -> Result<(String, Vec<CaseRow>), Refusal> {
    act.needs(Right::Assign, Object::Case)?;
    let name = team::colleague_name(act, who)?;
    let cases = rows(act, |brief| brief.assigned == Some(who))?;
    ledger::note(act, What::CasesListed, About::default())?;
    Ok((name, cases))
}

/// Gives several cases away at once: all of them, or none.
pub fn assign_all(
    act: &mut Act<'_>,
    given: &[(CaseId, AccountId)],
    reason: Option<&str>,
) -> Result<(), Refusal> {
    act.needs(Right::Assign, Object::Case)?;
    if given.is_empty() {
        return Err(Refusal::fault("/cases", "too_few", "choose at least one"));
    }
    for (case, account) in given {
        let to = Assignment {
            account: Some(*account),
            team: None,
            reason: reason.map(ToOwned::to_owned),
        };
        casefile::change(act, *case, Right::Assign, |act, case| {
            assign(act, case, &to)
        })?;
    }
    Ok(())
}

/// Who gets which of a colleague's cases: one person all of them, or everybody by load.
pub fn spread(
    act: &mut Act<'_>,
    cases: &[CaseId],
    from: AccountId,
    to: Option<AccountId>,
) -> Result<Vec<(CaseId, AccountId)>, Refusal> {
    act.needs(Right::Assign, Object::Case)?;
    if let Some(to) = to {
        return Ok(cases.iter().map(|case| (*case, to)).collect());
    }
    let mut loads = loads(act)?;
    loads.retain(|load| load.account != from);
    let mut spread = Vec::new();
    for case in cases {
        let priority = casefile::find(act, *case, Right::Assign)?.card.priority;
        let to = least_loaded(&mut loads, priority).ok_or(Refusal::Because(Reason::NobodyElse))?;
        spread.push((*case, to.account));
    }
    Ok(spread)
}

fn rows(act: &mut Act<'_>, wanted: impl Fn(&CardBrief) -> bool) -> Result<Vec<CaseRow>, Refusal> {
    let found = casefile::page(act, MOST, CaseStatus::Open, None, wanted)?;
    let now = act.now;
    Ok(found
        .shown
        .iter()
        .map(|entry| CaseRow::new(entry.id, &entry.card, now))
        .collect())
}

fn loads(act: &mut Act<'_>) -> Result<Vec<Workload>, Refusal> {
    let mut loads: BTreeMap<AccountId, Workload> = workers(act)?
        .into_iter()
        .map(|who| (who.account, Workload::new(who, true)))
        .collect();
    let now = act.now;
    casefile::briefs(act, |brief| {
        let Some(account) = brief.assigned.filter(|_| brief.status == CaseStatus::Open) else {
            return;
        };
        let nameless = || Workload::new(nobody(account), false);
        let load = loads.entry(account).or_insert_with(nameless);
        load.count(brief.priority, brief.due.is_some_and(|due| due < now));
    })?;
    let mut loads: Vec<Workload> = loads.into_values().collect();
    for load in loads.iter_mut().filter(|load| !load.active) {
        // One who cannot be found any more must not hide the load of all the others.
        load.name = match team::colleague_name(act, load.account) {
            Err(Refusal::NotFound) => String::new(),
            outcome => outcome?,
        };
    }
    loads.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.name.cmp(&b.name)));
    Ok(loads)
}

/// Somebody whose name is looked up later.
fn nobody(account: AccountId) -> Author {
    Author {
        account,
        name: String::new(),
    }
}

/// The least loaded, who is then counted with the case.
fn least_loaded(loads: &mut [Workload], priority: Priority) -> Option<Author> {
    let least = loads
        .iter_mut()
        .filter(|load| load.active)
        .min_by(|a, b| a.weight.cmp(&b.weight).then_with(|| a.name.cmp(&b.name)))?;
    least.count(priority, false);
    Some(Author {
        account: least.account,
        name: least.name.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(number: u8, name: &str, of: &[Priority]) -> Workload {
        let who = Author {
            account: AccountId::from_bytes([number; 16]),
            name: name.to_owned(),
        };
        let mut load = Workload::new(who, true);
        for priority in of {
            load.count(*priority, false);
        }
        load
    }

    #[test]
    fn what_is_pressing_weighs_more_and_suggestions_are_spread() {
        let mut loads = [
            load(1, "Ana", &[Priority::P1]),
            load(2, "Ben", &[Priority::P4, Priority::P4]),
        ];
        assert_eq!((loads[0].weight, loads[1].weight), (4, 2));
        let mut next = |priority| least_loaded(&mut loads, priority).unwrap().name;
        assert_eq!(next(Priority::P1), "Ben");
        assert_eq!(next(Priority::P3), "Ana");
        assert_eq!(next(Priority::P4), "Ana");
        assert_eq!(least_loaded(&mut [], Priority::P1), None);
    }
}
