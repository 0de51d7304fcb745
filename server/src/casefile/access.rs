//! Opening the lock: grants, the case key behind them, and the access list that they must stand on.

use std::collections::HashSet;

use amparo_store::CaseId;
use amparo_vault::{CaseKey, GroupKey};

use super::keys::{case_key, held, ways};
use super::segments::{self, View};
use super::stop_state::Stop;
use super::{CaseAccess, cards, put_back, report, rows};
use crate::foundation::{Act, Reason, Refusal};
use crate::rights::{Object, Right};

/// Opens a case for the acting member, or says what it says about a case that does not exist.
/// The right that it is for comes first: a key alone opens nothing to a role without it.
///
/// Grants are tried one after the other, those to the newest key of a group first. One that this
/// instance did not write, that does not open, or whose group the case does not name, shuts nothing:
/// it is passed over and reported.
pub fn find(act: &mut Act<'_>, id: CaseId, right: Right) -> Result<CaseAccess, Refusal> {
    let member = act.needs(right, Object::Case)?;
    let row = report::sound(rows::case(act.db(), id))?.ok_or(Refusal::NotFound)?;
    if row.organisation != member.organisation {
        return Err(Refusal::NotFound);
    }
    let held = held(act)?;
    let ways = ways(act, id, &row, &held)?;
    let mut passed_over = ways.foreign > 0;
    let mut trouble = ways.misplaced.then_some(Reason::CaseDamaged);
    for way in ways.all {
        let Some(key) = case_key(act, id, &way.grant, way.held)? else {
            // One that waits may be any group's.
            passed_over |= way.is_labelled;
            if way.is_labelled {
                trouble = trouble.or(Some(Reason::CaseDamaged));
            }
            continue;
        };
        match opened(act, id, &row, key, way.held.key) {
            Ok(Some(case)) => {
                if passed_over {
                    report::passed_over(act, member.organisation, id)?;
                }
                return Ok(case);
            }
            Ok(None) => passed_over = true,
            Err(Refusal::Because(reason)) => trouble = Some(reason),
            Err(other) => return Err(other),
        }
    }
    match trouble {
        Some(reason) => Err(report::refused(act, member.organisation, id, reason)?),
        None => Err(Refusal::NotFound),
    }
}

/// The case behind a key, if its access list names the group that the key came by.
fn opened(
    act: &mut Act<'_>,
    id: CaseId,
    row: &rows::CaseRow,
    key: CaseKey,
    group: &GroupKey,
) -> Result<Option<CaseAccess>, Refusal> {
    put_back::check(act, row.organisation, id, row.into())?;
    let (card, head) = cards::open(act, id, row, &key)?;
    Ok(card
        .access
        .names(group.id(), group.epoch())
        .then_some(CaseAccess {
            id,
            organisation: row.organisation,
            key,
            length: row.revision.get(),
            head,
            stop: Stop::of(act, id, row),
            card,
        }))
}

/// Takes the row of a case so that acts on it happen one after the other.
pub fn lock(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    rows::lock(act.db(), id)
}

/// The cases that the acting member can open.
pub fn ids_in_reach(act: &mut Act<'_>) -> Result<HashSet<CaseId>, Refusal> {
    act.needs(Right::Read, Object::Case)?;
    let views = segments::views(act)?;
    Ok(views.iter().flat_map(View::shown).collect())
}
