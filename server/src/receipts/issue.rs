//! A receipt's life on the helpers' side: issued with an intake, moved to a case, re-sealed when
//! the case's key changes.

use amparo_store::{CaseId, IntakeId, Position, ReceiptId, Revision};
use amparo_vault::CaseKey;

use super::looks;
use super::model::{
    Cost, Deposit, DepositTo, Direction, PersonStatus, PersonStep, ReceiptLink, ReceiptRecord,
    SeenPart, good_until,
};
use super::reserve::Ready;
use super::rows::{self, ReceiptRow};
use super::seals::{self, Side, helpers_side, place};
use super::stops;
use crate::casefile::{CaseAccess, File};
use crate::foundation::{Act, Broken, Reason, Refusal};
use crate::ledger::{About, What};

/// Letters re-sealed in one go; more than anybody writes before a case is open.
const ALL: i64 = 100_000;

/// Issues a receipt for an intake. Keep the link inside the sealed intake: whoever writes to the
/// person needs the mailbox from there.
pub fn issue(act: &mut Act<'_>, ready: &Ready, intake: IntakeId) -> Result<ReceiptLink, Refusal> {
    let organisation = act.member()?.organisation;
    let receipt = ReceiptId::from_uuid(act.fresh_id());
    let link = ReceiptLink::new(receipt, &ready.keys.mailbox);
    let deposit = Deposit {
        mailbox: link.mailbox,
        to: DepositTo::Queue,
    };
    let status = plain_status(act, PersonStep::Waiting);
    let row = ReceiptRow {
        id: link.receipt,
        organisation,
        intake: Some(intake),
        case: None,
        deposit: seals::seal_deposit(act, organisation, link.receipt, Revision::FIRST, &deposit)?,
        status: Some(seals::seal_status(act, organisation, &link, &status)?),
        letters: Position::NONE,
        stop: None,
        revision: Revision::FIRST,
        cost: Cost::Present,
        good_until: good_until(act.app(), act.now.to_day()),
    };
    rows::insert(act.db(), &row, ready.keys.tag.into())?;
    Ok(link)
}

/// Tells the person how far things are, while no case is open. Does nothing when the person has
/// erased the report meanwhile.
pub fn set_step(act: &mut Act<'_>, link: &ReceiptLink, step: PersonStep) -> Result<(), Refusal> {
    let Some(row) = rows::find(act.db(), link.receipt)? else {
        return Ok(());
    };
    if row.has_lapsed(act.now.to_day()) {
        return Ok(());
    }
    let status = plain_status(act, step);
    let sealed = seals::seal_status(act, row.organisation, link, &status)?;
    rows::set_status(act.db(), row.id, sealed)?;
    match step {
        PersonStep::Read | PersonStep::InWork => {
            looks::tell(act, &row, link.mailbox, row.organisation, SeenPart::Report)
        }
        PersonStep::Waiting | PersonStep::Closed => Ok(()),
    }
}

/// Whether the receipt is still there: the person may have erased the report with it.
pub fn still_there(act: &mut Act<'_>, link: &ReceiptLink) -> Result<bool, Refusal> {
    rows::lock(act.db(), link.receipt)?;
    Ok(rows::find(act.db(), link.receipt)?.is_some())
}

/// The same for who changes nothing.
pub fn is_there(act: &mut Act<'_>, link: &ReceiptLink) -> Result<bool, Refusal> {
    Ok(rows::find(act.db(), link.receipt)?.is_some())
}

/// Whether a case has a receipt.
pub fn case_has_one(act: &mut Act<'_>, case: CaseId) -> Result<bool, Refusal> {
    Ok(rows::of_case(act.db(), case)?.is_some())
}

/// Moves a receipt from the queue to a case: letters written so far are sealed to the case, new
/// ones go there, and a wish to stop sharing goes along. `NotFound` when the person has erased the
/// report. Only a member who holds the queue's key can do it.
pub fn attach_case(
    act: &mut Act<'_>,
    link: &ReceiptLink,
    case: &mut CaseAccess,
) -> Result<(), Refusal> {
    rows::lock(act.db(), link.receipt)?;
    let row = rows::find(act.db(), link.receipt)?.ok_or(Refusal::NotFound)?;
    if row.organisation != case.organisation() {
        return Err(Refusal::NotFound);
    }
    if row.case.is_some() {
        return Err(Refusal::Because(Reason::ReceiptInCase));
    }
    if seals::open_deposit(act, &row)?.mailbox != link.mailbox {
        return Err(Broken::damage("a receipt and its intake do not fit together").into());
    }
    let status = plain_status(act, PersonStep::InWork);
    let sealed = seals::seal_status(act, row.organisation, link, &status)?;
    let record = ReceiptRecord {
        link: link.clone(),
        status,
        said_before: 0,
    };
    case.add(act, record)?;
    move_letters(act, &row, Side::Queue, Side::Case(case.id(), case.key()))?;
    move_deposit(act, &row, link.mailbox, case.id(), case.key())?;
    rows::set_status(act.db(), row.id, sealed)?;
    looks::tell(act, &row, link.mailbox, row.organisation, SeenPart::Report)?;
    stops::move_to_case(act, &row, link, case.id())?;
    Ok(())
}

/// Issues a receipt for a case that came without an intake.
pub(super) fn issue_for_case(
    act: &mut Act<'_>,
    ready: &Ready,
    case: &mut CaseAccess,
) -> Result<(), Refusal> {
    case.must_be_open()?;
    let before = rows::of_case(act.db(), case.id())?;
    let today = act.now.to_day();
    if before.as_ref().is_some_and(|row| !row.has_lapsed(today)) {
        return Err(Refusal::Because(Reason::CaseHasReceipt));
    }
    let receipt = match &before {
        Some(row) => row.id,
        None => ReceiptId::from_uuid(act.fresh_id()),
    };
    let link = ReceiptLink::new(receipt, &ready.keys.mailbox);
    let said_before = File::open(act, case)?.stop_number();
    let deposit = Deposit {
        mailbox: link.mailbox,
        to: DepositTo::Case {
            epoch: case.key().epoch(),
            mailbox: case.key().mailbox().public(),
        },
    };
    let status = plain_status(act, PersonStep::InWork);
    let organisation = case.organisation();
    let revision = before
        .as_ref()
        .map_or(Revision::FIRST, |row| row.revision.next());
    let mut row = ReceiptRow {
        id: link.receipt,
        organisation,
        intake: None,
        case: Some(case.id()),
        deposit: seals::seal_deposit(act, organisation, link.receipt, revision, &deposit)?,
        status: Some(seals::seal_status(act, organisation, &link, &status)?),
        letters: before.as_ref().map_or(Position::NONE, |row| row.letters),
        stop: None,
        revision,
        cost: Cost::Present,
        good_until: good_until(act.app(), act.now.to_day()),
    };
    row.stop = stops::first_word(act.app(), &row, said_before);
    match before {
        // Digits that opened nothing any more are replaced; what was written so far stays with the
        // helpers.
        Some(before) => rows::renew(act.db(), &before, &row, ready.keys.tag.into())?,
        None => rows::insert(act.db(), &row, ready.keys.tag.into())?,
    }
    let about = About::the(link.receipt.to_uuid()).because("receipt_issued");
    let record = ReceiptRecord {
        link,
        status,
        said_before,
    };
    case.add(act, record)?;
    case.note(act, What::StatusChanged, about)
}

/// Seals the letters of a case to its new key. Part of changing the key.
pub fn reseal_for_case(
    act: &mut Act<'_>,
    case: CaseId,
    old: &CaseKey,
    new: &CaseKey,
) -> Result<(), Refusal> {
    let Some(known) = rows::of_case(act.db(), case)? else {
        return Ok(());
    };
    rows::lock(act.db(), known.id)?;
    let row = rows::find(act.db(), known.id)?.ok_or(Refusal::NotFound)?;
    let mailbox = seals::open_deposit(act, &row)?.mailbox;
    move_letters(act, &row, Side::Case(case, old), Side::Case(case, new))?;
    move_deposit(act, &row, mailbox, case, new)
}

fn plain_status(act: &Act<'_>, step: PersonStep) -> PersonStatus {
    PersonStatus {
        step,
        text: None,
        language: None,
        changed_on: act.now.to_day(),
    }
}

fn move_deposit(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    mailbox: [u8; 32],
    case: CaseId,
    key: &CaseKey,
) -> Result<(), Refusal> {
    let deposit = Deposit {
        mailbox,
        to: DepositTo::Case {
            epoch: key.epoch(),
            mailbox: key.mailbox().public(),
        },
    };
    let after = row.revision.next();
    let sealed = seals::seal_deposit(act, row.organisation, row.id, after, &deposit)?;
    rows::set_deposit(act.db(), row, None, Some(case), sealed)
}

fn move_letters(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    from: Side<'_>,
    to: Side<'_>,
) -> Result<(), Refusal> {
    for mut letter in rows::letters_after(act.db(), row.id, Position::NONE, ALL)? {
        let place = place(row.organisation, row.id, letter.seq);
        let Some(sealed) = helpers_side(&letter) else {
            continue;
        };
        let text = from.open(act, place, sealed)?;
        let moved = to.seal(act, place, &text)?;
        match letter.direction {
            Direction::FromPerson => letter.sealed = moved,
            Direction::ToPerson | Direction::Look => letter.copy = Some(moved),
        }
        rows::replace_side(act.db(), row.id, &letter)?;
    }
    Ok(())
}
