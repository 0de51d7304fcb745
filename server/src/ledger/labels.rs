//! How the members with a case find its lines: by labels under the case's key.
//!
//! What must stay true: no counter stands anywhere in clear. Who writes a line looks for the first
//! label that no line has, from where it was lately; two acts at once cannot take the same one,
//! because the table lets each label stand once. So the labels in use are 0, 1, 2 and so on without
//! a gap, and a reader goes on until there are none. Known limit: an intruder who deletes lines hides
//! those behind them from the members; the auditors' chain shows it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use amparo_store::{AnyConnection, Digest};
use amparo_vault::{CaseKey, LedgerLabels};

use super::rows::{self, CaseLine};
use crate::foundation::{App, Broken, Label, LabelsOfCase, Line, Reason, Refusal};

/// Lines of a case that are asked for at a time.
const STRIDE: u64 = 128;
/// Acts that may take a label before us, one after the other.
const RIVALS: u32 = 64;
/// Cases whose count is remembered.
const REMEMBERED: usize = 50_000;

/// Where the first unused label of each case and epoch was lately.
#[derive(Default)]
struct Expected(Mutex<HashMap<CaseAtEpoch, Arc<AtomicU64>>>);

/// A case, and the epoch of its key.
type CaseAtEpoch = ([u8; 16], u32);

/// The labels of a case under this key.
pub(super) fn of_case(app: &App, key: &CaseKey) -> Arc<LabelsOfCase> {
    let expected = app.memory::<Expected>();
    let mut known = expected.0.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= REMEMBERED {
        known.clear();
    }
    let expected = known.entry((key.case(), key.epoch())).or_default();
    Arc::new(LabelsOfCase {
        labels: key.ledger_labels(),
        expected: Arc::clone(expected),
    })
}

/// Keeps lines, each under its label.
pub(crate) fn keep_lines(db: &mut AnyConnection, lines: &[Line]) -> Result<(), Refusal> {
    for line in lines {
        match &line.label {
            Label::Random(label) => {
                if !rows::insert(db, line, *label)? {
                    return Err(Refusal::Because(Reason::Exists));
                }
            }
            Label::NextOf(case) => {
                with_next(db, case, |db, label| rows::insert(db, line, label))?;
            }
        }
    }
    Ok(())
}

/// Does something with the first label that no line has; once more if it says that somebody else took
/// it.
pub(super) fn with_next(
    db: &mut AnyConnection,
    case: &LabelsOfCase,
    mut take: impl FnMut(&mut AnyConnection, Digest) -> Result<bool, Refusal>,
) -> Result<(), Refusal> {
    for _ in 0..RIVALS {
        let number = first_unused(db, case)?;
        let label = Digest::from(case.labels.at(number));
        if take(db, label)? {
            case.expected.store(number + 1, Ordering::Relaxed);
            return Ok(());
        }
    }
    Err(Broken::bug("no label for a line of the ledger").into())
}

fn first_unused(db: &mut AnyConnection, case: &LabelsOfCase) -> Result<u64, Refusal> {
    let label = |number| Digest::from(case.labels.at(number));
    let expected = case.expected.load(Ordering::Relaxed);
    let mut used = 0;
    if let Some(before) = expected.checked_sub(1) {
        let both = rows::used(db, &[label(before), label(expected)])?;
        // What was expected holds if the label before is in use: another act may have been undone.
        match (
            both.contains(&label(before)),
            both.contains(&label(expected)),
        ) {
            (true, false) => return Ok(expected),
            (true, true) => used = expected,
            (false, _) => {}
        }
    }
    let mut is_used = |number| rows::used(db, &[label(number)]).map(|used| !used.is_empty());
    if used == 0 && !is_used(0)? {
        return Ok(0);
    }
    let mut step = 1;
    let mut unused = used + step;
    while is_used(unused)? {
        used = unused;
        step *= 2;
        unused = used + step;
    }
    while unused - used > 1 {
        let middle = used + (unused - used) / 2;
        if is_used(middle)? {
            used = middle;
        } else {
            unused = middle;
        }
    }
    Ok(unused)
}

/// Lines of a case before one with this number, or the newest, and the number of the first of them.
pub(super) fn lines_before(
    db: &mut AnyConnection,
    case: &LabelsOfCase,
    before: Option<u64>,
    most: usize,
) -> Result<(Vec<CaseLine>, u64), Refusal> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let unused = first_unused(db, case)?;
    let end = before.unwrap_or(unused).min(unused);
    let start = end.saturating_sub(most);
    let some = (start..end).map(|number| Digest::from(case.labels.at(number)));
    Ok((rows::under(db, some.collect())?, start))
}

/// Every line under a case's labels.
pub(super) fn lines_of(
    db: &mut AnyConnection,
    labels: &LedgerLabels,
) -> Result<Vec<CaseLine>, Refusal> {
    let mut lines = Vec::new();
    let mut from = 0;
    loop {
        let some = (from..from + STRIDE).map(|number| Digest::from(labels.at(number)));
        let found = rows::under(db, some.collect())?;
        if found.is_empty() {
            return Ok(lines);
        }
        lines.extend(found);
        from += STRIDE;
    }
}
