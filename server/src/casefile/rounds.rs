//! By which row of grants a list comes to each case.
//!
//! What must stay true: a row that is not believed hides no other, whatever label it lies under.

use std::collections::{HashMap, HashSet};

use amparo_store::{CaseId, Digest};

use super::cards::{Shown, open_row};
use super::keys::{self, Held};
use super::rows;
use crate::foundation::{Act, Refusal};

/// The cases that came by a row that is not believed are looked at again by
/// their next row, until there is none.
#[derive(Default)]
pub(super) struct Rounds {
    begun: bool,
    passed_over: HashSet<(CaseId, Digest)>,
    again: HashSet<CaseId>,
}

impl Rounds {
    pub fn pass_over(&mut self, id: CaseId, label: Digest) {
        self.passed_over.insert((id, label));
        self.again.insert(id);
    }

    /// The rows to look at now: one of each case, those with a label of the group's first.
    pub fn next(
        &mut self,
        act: &mut Act<'_>,
        held: &Held<'_>,
        labels: &[rows::Label],
    ) -> Result<Option<Vec<(CaseId, Digest)>>, Refusal> {
        let again = std::mem::take(&mut self.again);
        if self.begun && again.is_empty() {
            return Ok(None);
        }
        let is_due = |one: &&rows::Label| {
            let is_asked = !self.begun || again.contains(&one.case);
            is_asked && !self.passed_over.contains(&(one.case, one.label))
        };
        let due: Vec<rows::Label> = labels.iter().filter(is_due).copied().collect();
        self.begun = true;
        own(act, held, &due).map(|own| (!own.is_empty()).then_some(own))
    }
}

/// Those of some grants that are the group's.
fn own(
    act: &mut Act<'_>,
    held: &Held<'_>,
    labels: &[rows::Label],
) -> Result<Vec<(CaseId, Digest)>, Refusal> {
    let mut own = Vec::new();
    let mut there = HashSet::new();
    for waits in [false, true] {
        for one in labels.iter().filter(|one| one.waits == waits) {
            if !there.contains(&one.case) && keys::is_of(act, one, held)? {
                there.insert(one.case);
                own.push((one.case, one.label));
            }
        }
    }
    Ok(own)
}

/// The card of each case, if its row can be read at all.
pub(super) fn cards(
    act: &mut Act<'_>,
    own: &[(CaseId, Digest)],
) -> Result<Vec<(CaseId, Digest, Option<rows::CardRow>)>, Refusal> {
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let (some, under) = own.iter().copied().unzip();
    let rows = rows::cards_of(act.db(), some, under)?;
    // One query asks for all these labels of all these cases: a copied label may be beside another.
    let mut rows: HashMap<(CaseId, Digest), rows::CardRow> = rows
        .into_iter()
        .map(|row| ((row.case, row.grant.label), row))
        .collect();
    let own = own.iter();
    Ok(own
        .map(|(id, label)| (*id, *label, rows.remove(&(*id, *label))))
        .collect())
}

pub(super) fn shown(
    act: &mut Act<'_>,
    row: Option<rows::CardRow>,
    held: &Held<'_>,
) -> Result<Shown, Refusal> {
    match row {
        Some(row) => open_row(act, &row, held),
        None => Ok(Shown::Withheld),
    }
}
