//! Lines of the first release, which named their case in clear.
//!
//! The upgrade moves the case's id and copy to a table of what is due. `amparo migrate` renews this
//! instance's word on the lines, which covered the case; whoever opens the case next, or changes its
//! key, puts the copies under labels. When all is taken over the table is empty for ever.

use amparo_store::{AnyConnection, CaseId, LedgerLineId, Position, Sealed, savepoint};
use amparo_vault::CaseKey;

use super::model::Event;
use super::{labels, mac, rows};
use crate::foundation::{Act, App, Reason, Refusal};

/// How many copies nobody has taken over yet.
pub fn copies_due(db: &mut AnyConnection) -> Result<i64, Refusal> {
    rows::count_due(db)
}

/// Renews this instance's word on the lines of the first release, at the upgrade. A line without a
/// good word is left as it is, and is reported as before.
pub fn take_over(app: &App) -> Result<(), Refusal> {
    app.housekeep(|act| {
        for (line, case, copy) in rows::all_due(act.db())? {
            if let Some((organisation, sealed, old)) = rows::with_word(act.db(), line)? {
                let app = act.app();
                if old == mac(app, organisation, line, Some(case), &sealed) {
                    let fresh = mac(app, organisation, line, None, &sealed);
                    rows::renew_word(act.db(), line, fresh)?;
                }
            }
            if copy.is_none() {
                rows::delete_due(act.db(), line)?;
            }
        }
        Ok(())
    })
}

/// A copy that was opened: where it stands in the chain, its line, and what it says.
pub(super) type Opened = (Option<Position>, LedgerLineId, Event);

/// The copies of a case that are due, opened.
pub(super) fn opened(act: &mut Act<'_>, key: &CaseKey) -> Result<Vec<Opened>, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let mut all = Vec::new();
    for (line, copy) in rows::due_of(act.db(), CaseId::from_bytes(key.case()))? {
        let Some(copy) = copy else { continue };
        let Ok(plain) = key.open_ledger_line(organisation, line.as_bytes(), copy.as_slice()) else {
            continue;
        };
        let position = rows::position_of(act.db(), line)?;
        all.push((position, line, serde_json::from_slice(plain.expose())?));
    }
    Ok(all)
}

/// Puts copies that were opened in a look under the case's labels, after the look.
pub(super) fn take_over_after(
    act: &mut Act<'_>,
    key: &CaseKey,
    opened: &[Opened],
) -> Result<(), Refusal> {
    let case = labels::of_case(act.app(), key);
    for (_, line, event) in opened {
        let (line, case) = (*line, case.clone());
        let copy = copy_of(act, key, line, event)?;
        act.afterwards(Box::new(move |db| {
            if rows::delete_due(db, line)? == 0 {
                // Somebody else did at the same moment.
                return Ok(());
            }
            labels::with_next(db, &case, |db, label| {
                match savepoint(db, |db| rows::replace_copy(db, line, label, &copy)) {
                    Err(Refusal::Because(Reason::Exists)) => Ok(false),
                    outcome => outcome.map(|()| true),
                }
            })
        }));
    }
    Ok(())
}

/// The case's copy of a line of the first release, as lines are now.
pub(super) fn copy_of(
    act: &mut Act<'_>,
    key: &CaseKey,
    line: LedgerLineId,
    event: &Event,
) -> Result<Sealed, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let plain = event.content()?;
    let copy = key.seal_ledger_line(organisation, line.as_bytes(), &plain, act.rng())?;
    Ok(Sealed::new(copy)?)
}
