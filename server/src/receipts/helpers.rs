//! The helpers' side: letters and status of the receipt of a case, letters of an intake.

use std::collections::{HashMap, HashSet};

use amparo_store::{CaseId, IntakeId};

use super::bodies::{Letter, NewLetter, NewPersonStatus, PersonStatusView};
use super::issue::issue_for_case;
use super::model::{PersonStatus, PersonStep, ReceiptLink, ReceiptRecord};
use super::reserve::{Ready, ready};
use super::rows::ReceiptRow;
use super::seals::{self, Side};
use super::{letters, rows, stops};
use crate::casefile::{self, CaseAccess, File, Record};
use crate::foundation::{Act, App, Caller, Reason, Refusal};
use crate::ledger::{About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};

/// The letters of a case's receipt, both ways. Empty if the case has none.
pub(super) fn of_case(
    act: &mut Act<'_>,
    id: CaseId,
    page: &PageQuery,
) -> Result<Listing<Letter>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let letters = match held(act, &case)? {
        None => Listing {
            items: Vec::new(),
            next: None,
        },
        Some((_, row)) => letters::for_helpers(act, &row, Side::Case(case.id(), case.key()), page)?,
    };
    case.note(act, What::LetterRead, About::default())?;
    Ok(letters)
}

/// Writes to the person of a case.
pub(super) fn write(act: &mut Act<'_>, id: CaseId, new: &NewLetter) -> Result<Letter, Refusal> {
    act.needs(Right::Write, Object::Case)?;
    casefile::lock(act, id)?;
    let case = casefile::find(act, id, Right::Write)?;
    let (kept, _) = reached(act, &case)?;
    let side = Side::Case(case.id(), case.key());
    let letter = letters::to_person(act, &kept.body.link, side, new)?;
    let about = About::the(kept.body.link.receipt.to_uuid());
    case.note(act, What::LetterSent, about)?;
    Ok(letter)
}

/// What the person of a case was told last, and its version.
pub(super) fn status(act: &mut Act<'_>, id: CaseId) -> Result<(PersonStatusView, i64), Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let (kept, row) = reached(act, &case)?;
    case.note(act, What::CaseSeen, About::the(row.id.to_uuid()))?;
    let version = kept.version;
    let stopped = File::open(act, &case)?.sharing_stopped();
    Ok((view(kept.body.status, stopped), version))
}

/// Tells the person what happens next. `seen` is the version that its writer read.
pub(super) fn tell(
    act: &mut Act<'_>,
    id: CaseId,
    seen: i64,
    new: &NewPersonStatus,
) -> Result<(PersonStatusView, i64), Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        let (kept, row) = reached(act, case)?;
        let status = PersonStatus {
            step: new.step.unwrap_or(PersonStep::InWork),
            text: Some(new.text.clone()),
            language: new.language.clone(),
            changed_on: act.now.to_day(),
        };
        let body = ReceiptRecord {
            link: kept.body.link.clone(),
            status: status.clone(),
            said_before: kept.body.said_before,
        };
        let changed = case.change(act, &kept, seen, body)?;
        let sealed = seals::seal_status(act, row.organisation, &kept.body.link, &status)?;
        rows::set_status(act.db(), row.id, sealed)?;
        case.note(act, What::StatusChanged, About::the(row.id.to_uuid()))?;
        let stopped = File::open(act, case)?.sharing_stopped();
        Ok((view(status, stopped), changed.version))
    })
}

/// The receipt that [`give`] will need, made ready before the act: for who may give one.
pub(super) fn prepare(app: &App, caller: &Caller) -> Result<Ready, Refusal> {
    caller.needs(Right::Write, Object::Case)?;
    ready(app)
}

/// Gives a receipt to somebody whose case began without an intake.
pub(super) fn give(act: &mut Act<'_>, id: CaseId, ready: &Ready) -> Result<(), Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        issue_for_case(act, ready, case)
    })
}

/// The letters of an intake that is no case yet, both ways. Only for members who hold the queue's
/// key; `link` must come from inside the opened intake. The caller notes.
pub fn letters_of_intake(
    act: &mut Act<'_>,
    link: &ReceiptLink,
    page: &PageQuery,
) -> Result<Listing<Letter>, Refusal> {
    match waiting(act, link)? {
        Some(row) => letters::for_helpers(act, &row, Side::Queue, page),
        None => Ok(Listing {
            items: Vec::new(),
            next: None,
        }),
    }
}

/// Writes to the person of an intake that is no case yet. As [`letters_of_intake`].
pub fn write_for_intake(
    act: &mut Act<'_>,
    link: &ReceiptLink,
    new: &NewLetter,
) -> Result<Letter, Refusal> {
    // Taken first: the receipt may be on its way into a case, with the letters so far.
    rows::lock(act.db(), link.receipt)?;
    waiting(act, link)?.ok_or(NO_RECEIPT)?;
    letters::to_person(act, link, Side::Queue, new)
}

/// How many letters nobody has read, by intake that is no case yet.
pub fn unread_by_intake(act: &mut Act<'_>) -> Result<HashMap<IntakeId, i64>, Refusal> {
    let organisation = act.member()?.organisation;
    let mut unread = HashMap::new();
    for intake in rows::unseen_of_intakes(act.db(), organisation)?
        .into_iter()
        .flatten()
    {
        *unread.entry(intake).or_insert(0) += 1;
    }
    Ok(unread)
}

/// The intakes that are no case yet and whose person said that nobody may contact her.
pub fn contact_stopped_by_intake(act: &mut Act<'_>) -> Result<HashSet<IntakeId>, Refusal> {
    let organisation = act.member()?.organisation;
    let words = rows::words_of_intakes(act.db(), organisation)?.into_iter();
    let stopped = words
        .filter(|row| stops::contact_stopped(act, organisation, row.receipt, row.word.as_deref()));
    Ok(stopped.filter_map(|row| row.intake).collect())
}

const NO_RECEIPT: Refusal = Refusal::Because(Reason::NoReceipt);

fn view(status: PersonStatus, sharing_stopped: bool) -> PersonStatusView {
    PersonStatusView {
        step: status.step,
        text: status.text,
        language: status.language,
        changed_on: status.changed_on,
        sharing_stopped,
    }
}

/// The receipt that the case's own records name. A row alone proves nothing.
fn held(
    act: &mut Act<'_>,
    case: &CaseAccess,
) -> Result<Option<(Record<ReceiptRecord>, ReceiptRow)>, Refusal> {
    let Some(kept) = File::open(act, case)?.all::<ReceiptRecord>()?.pop() else {
        return Ok(None);
    };
    let row = rows::find(act.db(), kept.body.link.receipt)?;
    Ok(row
        .filter(|row| row.case == Some(case.id()))
        .map(|row| (kept, row)))
}

/// The receipt through which the person can still be reached: what is sealed to digits that lapsed
/// would only serve who guesses at them.
fn reached(
    act: &mut Act<'_>,
    case: &CaseAccess,
) -> Result<(Record<ReceiptRecord>, ReceiptRow), Refusal> {
    let today = act.now.to_day();
    held(act, case)?
        .filter(|(_, row)| !row.has_lapsed(today))
        .ok_or(NO_RECEIPT)
}

/// The row behind a link, while no case is open.
fn waiting(act: &mut Act<'_>, link: &ReceiptLink) -> Result<Option<ReceiptRow>, Refusal> {
    let organisation = act.member()?.organisation;
    let row = rows::find(act.db(), link.receipt)?;
    let today = act.now.to_day();
    let still = |row: &ReceiptRow| row.case.is_none() && !row.has_lapsed(today);
    Ok(row.filter(|row| row.organisation == organisation && still(row)))
}
