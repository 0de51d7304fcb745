//! Opening the lock: grants, the case key behind them, and the access list that they must stand on.

use std::collections::HashSet;

use amparo_store::{CaseId, Revision};
use amparo_vault::{CaseKey, GroupKey};

use super::entitled::Grantee;
use super::keys::{case_key, ways};
use super::model::Card;
use super::{CaseAccess, cards, put_back, rekey, report, rows};
use crate::foundation::{Act, Refusal};
use crate::rights::{Object, Right};

/// Opens a case for the acting member, or says what it says about a case that does not exist.
/// The right that it is for comes first: a key alone opens nothing to a role without it.
///
/// Grants are tried one after the other, those to the newest key of a group first. One that does
/// not open, or whose group the case does not name, shuts nothing: it is passed over and reported.
pub fn find(act: &mut Act<'_>, id: CaseId, right: Right) -> Result<CaseAccess, Refusal> {
    let member = act.needs(right, Object::Case)?;
    let row = report::sound(rows::case(act.db(), id))?.ok_or(Refusal::NotFound)?;
    if row.organisation != member.organisation {
        return Err(Refusal::NotFound);
    }
    let (mut passed_over, mut trouble) = (false, None);
    for (grant, group) in ways(act, id)? {
        let Some(key) = case_key(act, &grant, group, id, row.epoch)? else {
            passed_over = true;
            continue;
        };
        match opened(act, id, &row, key, group) {
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
    put_back::check(act, row.organisation, id, (row.epoch, row.revision))?;
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
            sharing_stopped: row.sharing_stopped,
            card,
        }))
}

/// Takes the row of a case so that acts on it happen one after the other.
pub fn lock(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    rows::lock(act.db(), id)
}

/// A new case: its key, the groups that may open it, and its card. The rooms above then change it.
pub fn open_new(act: &mut Act<'_>, card: Card, to: &[Grantee]) -> Result<CaseId, Refusal> {
    let organisation = act.member()?.organisation;
    let id = CaseId::from_uuid(act.fresh_id());
    let key = CaseKey::generate(id.as_bytes(), 1, act.rng());
    rows::insert_case(act.db(), id, organisation)?;
    let mut case = CaseAccess {
        id,
        organisation,
        key,
        length: 0,
        head: None,
        sharing_stopped: false,
        card,
    };
    rekey::admit_first(act, &mut case, to)?;
    rows::advance(act.db(), id, Revision::NONE, case.length.try_into()?)?;
    put_back::note(act, &case)?;
    cards::insert(act, &case)?;
    Ok(id)
}

/// The person said so with the receipt: nothing of this case may be shared any more. Needs no key.
pub fn stop_sharing(act: &mut Act<'_>, id: CaseId, stopped: bool) -> Result<(), Refusal> {
    rows::set_sharing_stopped(act.db(), id, stopped)
}

/// Whether the person stopped the sharing of a case that the caller may be unable to open.
/// `NotFound` if the case is gone.
pub fn sharing_was_stopped(act: &mut Act<'_>, id: CaseId) -> Result<bool, Refusal> {
    let row = rows::case(act.db(), id)?.ok_or(Refusal::NotFound)?;
    Ok(row.sharing_stopped)
}

/// The cases that the acting member can open, without opening any.
pub fn ids_in_reach(act: &mut Act<'_>) -> Result<HashSet<CaseId>, Refusal> {
    let mut ids = HashSet::new();
    for held in act.member()?.keyring().memberships() {
        ids.extend(rows::cases_of_group(act.db(), &held.key)?);
    }
    Ok(ids)
}
