//! Cases that are older than the chain says.
//!
//! Lines about a case say how far it had come. Whoever puts a case back, with all its rows, does not
//! put its lines back: they are in the chain. So this shows also when the marks are lost. Nothing but
//! ids and numbers is compared, because auditors open no case. What must stay true: only lines that
//! this instance wrote count; a case whose row is gone is erased, not put back. Opening every line
//! takes long, so what was read of a chain is remembered, by its head.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use amparo_store::{CaseId, OrganisationId, Position};
use amparo_vault::{EMPTY_LEDGER, chain, leaf_hash};

use super::fold::STRIDE;
use super::model::Event;
use super::open::open_for_auditor;
use super::rows;
use crate::foundation::{Act, App, CaseState, Refusal};

/// What was read of each ledger.
#[derive(Default)]
struct Read(Mutex<HashMap<OrganisationId, Arc<Newest>>>);

/// The newest state of each case that the first lines of a chain name.
#[derive(Clone)]
pub(super) struct Newest {
    pub lines: Position,
    pub head: [u8; 32],
    cases: HashMap<CaseId, CaseState>,
}

impl Default for Newest {
    fn default() -> Self {
        Self {
            lines: Position::NONE,
            head: EMPTY_LEDGER,
            cases: HashMap::new(),
        }
    }
}

impl Newest {
    fn learn(&mut self, event: &Event) {
        if let (Some(case), Some(at)) = (event.case, event.case_at) {
            let newest = self.cases.entry(case).or_insert(at);
            *newest = at.max(*newest);
        }
    }

    /// How many of these cases are older than they were.
    fn older(&self, cases: &[(CaseId, CaseState)]) -> usize {
        let is_older = |(case, at): &&(CaseId, CaseState)| {
            let newest = self.cases.get(case);
            newest.is_some_and(|newest| at < newest)
        };
        cases.iter().filter(is_older).count()
    }
}

/// What was read of a ledger before, by any auditor who could open all of it.
pub(super) fn read_before(app: &App, organisation: OrganisationId) -> Arc<Newest> {
    let read = app.memory::<Read>();
    let known = read.0.lock().unwrap_or_else(PoisonError::into_inner);
    known.get(&organisation).cloned().unwrap_or_default()
}

/// What is to be said of cases that are older than the chain says, which goes on from `before`.
pub(super) fn older_cases(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    before: &Newest,
) -> Result<Option<String>, Refusal> {
    let mut newest = before.clone();
    let mut is_whole = true;
    loop {
        let stride = rows::folded(act.db(), organisation, newest.lines, STRIDE)?;
        if stride.is_empty() {
            break;
        }
        for (position, line) in stride {
            newest.lines = position;
            newest.head = chain(newest.head, leaf_hash(line.sealed.as_slice()));
            if !line.is_ours(act.app(), organisation) {
                continue;
            }
            match open_for_auditor(act, line.id, &line.sealed) {
                Ok(event) => newest.learn(&event),
                // Older than her key: another auditor may be able to read it.
                Err(_) => is_whole = false,
            }
        }
    }
    let cases = act.app().case_states(act, organisation)?;
    let told = sentence(newest.older(&cases));
    if is_whole {
        let read = act.app().memory::<Read>();
        let mut known = read.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(organisation, Arc::new(newest));
    }
    Ok(told)
}

fn sentence(older: usize) -> Option<String> {
    match older {
        0 => None,
        1 => Some("1 case is older than the ledger says".to_owned()),
        _ => Some(format!("{older} cases are older than the ledger says")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{What, Who};

    fn at(epoch: u32, revision: u64) -> CaseState {
        CaseState { epoch, revision }
    }

    fn line(case: u8, case_at: Option<CaseState>) -> Event {
        Event {
            at: "2026-01-01T00:00:00Z".parse().unwrap(),
            actor: Who::Nobody,
            what: What::CaseSeen,
            case: Some(CaseId::from_bytes([case; 16])),
            case_at,
            subject: None,
            reason: None,
        }
    }

    #[test]
    fn a_case_is_older_than_the_newest_of_its_lines_or_not() {
        let mut newest = Newest::default();
        // Lines of one second are in no order of time.
        for (case, state) in [
            (1, Some(at(1, 9))),
            (1, Some(at(2, 4))),
            (1, Some(at(1, 8))),
            (1, None),
            (2, Some(at(1, 3))),
            (4, Some(at(1, 1))),
        ] {
            newest.learn(&line(case, state));
        }
        let case = |id, epoch, revision| (CaseId::from_bytes([id; 16]), at(epoch, revision));
        for (cases, older) in [
            (vec![case(1, 2, 4), case(2, 1, 3)], 0),
            (vec![case(1, 2, 5), case(2, 2, 3), case(3, 1, 1)], 0),
            (vec![case(1, 1, 9), case(2, 1, 3)], 1),
            (vec![case(1, 2, 3), case(2, 1, 2)], 2),
            (vec![case(1, 0, 0)], 1),
        ] {
            assert_eq!(newest.older(&cases), older, "{cases:?}");
        }
        assert_eq!(sentence(0), None);
        assert!(sentence(1).unwrap().starts_with("1 case is"));
        assert!(sentence(2).unwrap().starts_with("2 cases are"));
    }
}
