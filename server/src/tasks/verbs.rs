//! Adding and changing tasks; the card always says the next one.

use amparo_store::{CaseId, RecordId};

use super::model::{Task, next_of};
use crate::casefile::{self, CaseAccess, Changes, File, Kept};
use crate::foundation::{Act, Refusal, Role};
use crate::ledger::{About, What};
use crate::team;

pub(super) const WORKERS: &[Role] = &[Role::Caseworker, Role::Supervisor];

/// Adds a task to a case.
pub fn add(act: &mut Act<'_>, case: &mut CaseAccess, task: Task) -> Result<Kept<Task>, Refusal> {
    case.must_be_open()?;
    check(act, &task)?;
    let kept = case.add(act, task)?;
    retell(act, case)?;
    case.note(act, What::TaskAdded, About::the(kept.id.to_uuid()))?;
    Ok(kept)
}

pub(super) fn add_one(act: &mut Act<'_>, id: CaseId, task: &Task) -> Result<Kept<Task>, Refusal> {
    act.member_as(WORKERS)?;
    casefile::work(act, id, |act, case| add(act, case, task.clone()))
}

/// Replaces the given fields of a task.
pub(super) fn change(
    act: &mut Act<'_>,
    (id, record): (CaseId, RecordId),
    seen: i64,
    changes: &Changes<Task>,
) -> Result<Kept<Task>, Refusal> {
    act.member_as(WORKERS)?;
    casefile::work(act, id, |act, case| {
        let kept = File::open(act, case)?.one::<Task>(record)?;
        case.must_be_open()?;
        let task = changes.onto(&kept, seen)?;
        check(act, &task)?;
        let kept = case.change(act, &kept, seen, task)?;
        retell(act, case)?;
        case.note(act, What::TaskChanged, About::the(record.to_uuid()))?;
        Ok(kept)
    })
}

/// The tasks of a case by when they are due, done ones last.
pub(super) fn of_case(act: &mut Act<'_>, id: CaseId) -> Result<Vec<Kept<Task>>, Refusal> {
    act.member_as(WORKERS)?;
    let case = casefile::find(act, id)?;
    let mut tasks = File::open(act, &case)?.all::<Task>()?;
    tasks.sort_by_key(|task| (task.body.done.is_some(), task.body.due));
    case.note(act, What::CaseSeen, About::default())?;
    Ok(tasks)
}

/// One of them.
pub(super) fn one(act: &mut Act<'_>, id: CaseId, record: RecordId) -> Result<Kept<Task>, Refusal> {
    act.member_as(WORKERS)?;
    let case = casefile::find(act, id)?;
    let kept = File::open(act, &case)?.one::<Task>(record)?;
    case.note(act, What::CaseSeen, About::the(record.to_uuid()))?;
    Ok(kept)
}

fn check(act: &mut Act<'_>, task: &Task) -> Result<(), Refusal> {
    task.check()?;
    let Some(owner) = task.owner else {
        return Ok(());
    };
    if team::names(act, &[owner])?.is_empty() {
        return Err(Refusal::fault("/owner", "unknown", "is not a colleague"));
    }
    Ok(())
}

fn retell(act: &mut Act<'_>, case: &mut CaseAccess) -> Result<(), Refusal> {
    let tasks = File::open(act, case)?.all::<Task>()?;
    case.card.next = next_of(tasks.iter().map(|kept| &kept.body));
    Ok(())
}
