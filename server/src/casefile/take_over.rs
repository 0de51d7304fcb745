//! Taking over what was granted before cases had access lists and grants had labels.
//!
//! The migration keeps the former grants in a table of their own. When a member comes by, what her
//! keys open there is taken over: the grant's signature is checked against the register, the first
//! who opens a case writes its access list, and her own row goes. What is true of a case stands in
//! its chain and on its old card, never in these rows: so the list begins with her own group, the
//! supervisors, who stand in the charter, and whoever works the case, who stands on the card. A team
//! is added when one of its members comes by.
//!
//! What must stay true: only a grant that opens and is signed is taken over, and once an
//! organisation has none left its rows are never believed again, whatever somebody writes there:
//! a mark says so. Known limit: a case that gets a new key before a team's members came by must be
//! given to the team again.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use amparo_store::{CaseId, GroupId, OrganisationId, SessionId};
use amparo_vault::{CaseKey, GroupKey, GroupPurpose};

use super::entitled::Grantee;
use super::stop_state::Stop;
use super::{CaseAccess, cards, keys, put_back, rekey, rows, settle};
use crate::foundation::{Act, App, Caller, MarkedRow, Member, Refusal, RowKind};
use crate::ledger::{About, What};
use crate::register;

/// Cases taken over in one transaction.
const AT_ONCE: i64 = 64;

/// Sign-ins that took over what they could.
#[derive(Default)]
struct Done(Mutex<HashSet<SessionId>>);

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn mark(organisation: OrganisationId) -> MarkedRow {
    (RowKind::TakenOver, organisation.as_bytes(), [0; 16])
}

/// Takes over what the member can open of what was granted before, once in each sign-in.
pub fn take_over(app: &App, caller: &Caller) -> Result<(), Refusal> {
    let Caller::Member(member) = caller else {
        return Ok(());
    };
    let done = app.memory::<Done>();
    let organisation = member.organisation;
    if !lock(&done.0).insert(member.session) {
        return Ok(());
    }
    let (finished, some_left) = app.consult(caller, |act| {
        let finished = act.highest(mark(organisation)) > 0;
        Ok((finished, left(act, organisation)?))
    })?;
    if finished {
        return Ok(());
    }
    if some_left > 0 {
        for held in member.keyring().memberships() {
            let mut after = None;
            loop {
                after = app.housekeep_for(caller, |act| some(act, member, &held.key, after))?;
                if after.is_none() {
                    break;
                }
            }
        }
    }
    app.housekeep_for(caller, |act| match left(act, organisation)? {
        0 => act.saw(mark(organisation), 1),
        _ => Ok(()),
    })
}

/// How many grants of before wait for a member of their group, in all organisations.
pub fn left_to_take_over(db: &mut amparo_store::AnyConnection) -> Result<i64, Refusal> {
    rows::count_before(db, None)
}

fn left(act: &mut Act<'_>, organisation: OrganisationId) -> Result<i64, Refusal> {
    rows::count_before(act.db(), Some(organisation))
}

/// Takes over some of a group's cases, those after `after`; answers the last of them.
fn some(
    act: &mut Act<'_>,
    member: &Member,
    group: &GroupKey,
    after: Option<CaseId>,
) -> Result<Option<CaseId>, Refusal> {
    let some = rows::before(act.db(), group, after, AT_ONCE)?;
    for one in &some {
        let epoch = one.case_epoch.get();
        let key = keys::from_grant(act, one.case, &one.sealed, epoch, group)?;
        // What does not open for those it was meant for opens for nobody. A granter whom the register
        // does not know, and a case that is not believed now, are left for another time.
        let is_done = match key {
            Some(key) => take(act, member, one.case, key, group)?,
            None => is_noise(member, group, one),
        };
        if is_done {
            rows::delete_before(act.db(), one.case, GroupId::from_bytes(group.id()))?;
        }
    }
    Ok(some.last().map(|one| one.case))
}

fn is_noise(member: &Member, group: &GroupKey, one: &rows::Before) -> bool {
    let (of, case) = (member.organisation.as_bytes(), one.case.as_bytes());
    CaseKey::open_grant(&one.sealed, group, of, case, one.case_epoch.get()).is_err()
}

/// Whether the case was taken over, or had been.
fn take(
    act: &mut Act<'_>,
    member: &Member,
    id: CaseId,
    key: CaseKey,
    group: &GroupKey,
) -> Result<bool, Refusal> {
    super::lock(act, id)?;
    let Some(row) = rows::case(act.db(), id)? else {
        return Ok(false);
    };
    if row.organisation != member.organisation
        || put_back::is_old(act, row.organisation, id, (&row).into())
    {
        return Ok(false);
    }
    let Ok((card, head)) = cards::open(act, id, &row, &key) else {
        return Ok(false);
    };
    let mut case = CaseAccess {
        id,
        organisation: row.organisation,
        key,
        length: row.revision.get(),
        head,
        stop: Stop::of(act, id, &row),
        card,
    };
    let before = case.length;
    let mine = own(member, group)?;
    if case.card.access.is_empty() {
        let mut to = vec![mine];
        let supervisors = register::standing_group(act, GroupPurpose::Supervisors)?;
        to.push(Grantee::shared(act, supervisors)?);
        if let Some(who) = case.card.assigned.clone()
            && let Ok(worker) = Grantee::colleague(act, who.account)
        {
            to.push(worker);
        }
        let mut there = HashSet::new();
        to.retain(|one| there.insert(one.group()));
        rekey::admit_first(act, &mut case, &to)?;
        rows::delete_before(act.db(), id, supervisors)?;
    } else if case
        .card
        .access
        .0
        .iter()
        .all(|one| one.group != mine.group())
    {
        rekey::admit(act, &mut case, mine)?;
    } else {
        return Ok(true);
    }
    case.note(
        act,
        What::CaseChanged,
        About::default().because("access_taken_over"),
    )?;
    settle(act, &case, before)?;
    Ok(true)
}

/// The group whose grant was opened, at the epoch it was made to: if that is not the newest, the
/// case counts as behind, and whoever writes in it gives it a new key first.
fn own(member: &Member, group: &GroupKey) -> Result<Grantee, Refusal> {
    let key = group.as_recipient(member.organisation.as_bytes());
    let personal = member
        .keyring()
        .memberships()
        .iter()
        .any(|held| held.key.id() == group.id() && held.purpose == GroupPurpose::Personal);
    Grantee::new(key, personal.then_some(member.account))
}
