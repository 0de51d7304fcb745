//! Adding and changing tasks; the card always says the next one.

use amparo_store::{CaseId, Moment, RecordId};

use super::model::{Done, Task, next_of};
use super::removal::Removal;
use crate::casefile::{self, Card, CaseAccess, File, Record};
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};
use crate::rights::Right;
use crate::team;
use crate::web::Changes;

/// Adds a task to a case.
pub fn add(act: &mut Act<'_>, case: &mut CaseAccess, task: Task) -> Result<Record<Task>, Refusal> {
    case.must_be_open()?;
    check(act, &task)?;
    let kept = case.add(act, task)?;
    retell(act, case)?;
    case.note(act, What::TaskAdded, About::the(kept.id.to_uuid()))?;
    Ok(kept)
}

/// Adds a task to a case in the acting member's reach.
pub fn add_one(act: &mut Act<'_>, id: CaseId, task: &Task) -> Result<Record<Task>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        add(act, case, task.clone())
    })
}

/// Replaces the given fields of a task.
pub fn change(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
    seen: i64,
    changes: &Changes<Task>,
) -> Result<Record<Task>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        let kept = File::open(act, case)?.one::<Task>(record)?;
        case.must_be_open()?;
        let task = kept.with(changes, seen)?;
        check(act, &task)?;
        let kept = case.change(act, &kept, seen, task)?;
        retell(act, case)?;
        case.note(act, What::TaskChanged, About::the(record.to_uuid()))?;
        Ok(kept)
    })
}

/// The tasks of a case by when they are due, done ones last.
pub(super) fn of_case(act: &mut Act<'_>, id: CaseId) -> Result<Vec<Record<Task>>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let mut tasks = File::open(act, &case)?.all::<Task>()?;
    tasks.sort_by_key(|task| (task.body.done.is_some(), task.body.due));
    case.note(act, What::CaseSeen, About::default())?;
    Ok(tasks)
}

/// One of them.
pub fn one(act: &mut Act<'_>, id: CaseId, record: RecordId) -> Result<Record<Task>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let kept = File::open(act, &case)?.one::<Task>(record)?;
    case.note(act, What::CaseSeen, About::the(record.to_uuid()))?;
    Ok(kept)
}

/// The next step of a case is done. `due` is when the one who says so saw it due: if somebody was
/// quicker, or there is an earlier step now, nothing is done.
pub fn finish_next(act: &mut Act<'_>, id: CaseId, due: Moment) -> Result<(), Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        case.must_be_open()?;
        let tasks = File::open(act, case)?.all::<Task>()?;
        let open = tasks.iter().filter(|task| task.body.done.is_none());
        let next = open.min_by_key(|task| task.body.due);
        let Some(next) = next.filter(|task| task.body.due == due) else {
            return case.note(act, What::CaseSeen, About::default());
        };
        let mut task = next.body.clone();
        task.done = Some(Done {
            at: act.now,
            note: String::new(),
        });
        case.change(act, next, next.version, task)?;
        retell(act, case)?;
        case.note(act, What::TaskChanged, About::the(next.id.to_uuid()))
    })
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
    let file = File::open(act, case)?;
    tell_next(&file, &mut case.card)
}

/// Puts what comes next on the card.
pub fn tell_next(file: &File, card: &mut Card) -> Result<(), Refusal> {
    let tasks = file.all::<Task>()?;
    let removals = file.all::<Removal>()?;
    let removals: Vec<&Removal> = removals.iter().map(|kept| &kept.body).collect();
    card.next = next_of(
        tasks.iter().map(|kept| &kept.body),
        removals.iter().copied(),
    );
    card.removal_at = removals.into_iter().filter_map(Removal::at).min();
    Ok(())
}
