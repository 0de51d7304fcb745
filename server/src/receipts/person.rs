//! The person's own door: what happens next, stop sharing or share again, erase.

use amparo_store::{IntakeId, Position};
use amparo_vault::Stopped;
use chrono::TimeDelta;

use super::bodies::{ErasureAnswer, ErasureWish, ReceiptView};
use super::model::{
    Direction, LetterText, PersonStatus, PersonStep, REPORT_ERASED, ReportErased, SHARING_STOPPED,
    SharingStopped,
};
use super::rows::{LetterRow, ReceiptRow};
use super::seals::place;
use super::{rows, seals, sessions, stops};
use crate::foundation::{Act, Refusal, jobs};
use crate::ledger::What;
use crate::team;

/// What the person sees first.
pub(super) fn current(act: &mut Act<'_>) -> Result<ReceiptView, Refusal> {
    let row = own(act)?;
    let person = act.person()?;
    let status = match &row.status {
        Some(sealed) => seals::open_status(&person.mailbox, row.organisation, row.id, sealed)?,
        None => PersonStatus {
            step: PersonStep::Waiting,
            text: None,
            language: None,
            changed_on: act.now.to_day(),
        },
    };
    let letters_waiting = rows::unseen(act.db(), row.id, Direction::ToPerson)?;
    sessions::note(act, &row, What::ReceiptUsed)?;
    let stopped = stops::stands(act, &row)?;
    Ok(ReceiptView {
        step: status.step,
        says: status.step.says().to_owned(),
        text: status.text,
        language: status.language,
        changed_on: status.changed_on,
        letters_waiting,
        sharing_stopped: stopped.sharing,
        contact_stopped: stopped.contact,
        good_until: row.good_until,
    })
}

/// Nothing may be shared any more. Needs nobody's consent and holds at once; live referrals end in
/// the job that follows.
pub(super) fn stop_sharing(act: &mut Act<'_>) -> Result<(), Refusal> {
    let row = locked(act)?;
    stop(act, &row)
}

/// Sharing may go on again, as far as consents on record reach. What has ended stays ended.
pub(super) fn share_again(act: &mut Act<'_>) -> Result<(), Refusal> {
    let row = locked(act)?;
    stops::say(act, &row, |now| Stopped {
        sharing: false,
        ..now
    })?;
    sessions::note(act, &row, What::SharingResumed)
}

/// Nobody may call or write to her outside this page, until she says otherwise. Holds at once for
/// everybody who has anything of hers, and needs nobody to read a letter.
pub(super) fn stop_contact(act: &mut Act<'_>) -> Result<(), Refusal> {
    let row = locked(act)?;
    stops::say(act, &row, |now| Stopped {
        contact: true,
        ..now
    })?;
    sessions::note(act, &row, What::ContactStopped)
}

/// She may be contacted again, as the rule in the file says.
pub(super) fn contact_again(act: &mut Act<'_>) -> Result<(), Refusal> {
    let row = locked(act)?;
    stops::say(act, &row, |now| Stopped {
        contact: false,
        ..now
    })?;
    sessions::note(act, &row, What::ContactResumed)
}

fn stop(act: &mut Act<'_>, row: &ReceiptRow) -> Result<(), Refusal> {
    stops::say(act, row, |now| Stopped {
        sharing: true,
        ..now
    })?;
    if let Some(case) = row.case {
        let payload = SharingStopped { case };
        jobs::enqueue_named(act, SHARING_STOPPED, &payload, TimeDelta::zero())?;
    }
    sessions::note(act, row, What::SharingStopped)
}

/// The person wants everything gone. Before a case is open it goes at once. A case holds the work
/// and the duties of others: the wish is a letter there, and sharing stops.
pub(super) fn erase(act: &mut Act<'_>, wish: &ErasureWish) -> Result<ErasureAnswer, Refusal> {
    if !wish.confirm {
        return Err(Refusal::fault(
            "/confirm",
            "not_confirmed",
            "must be true: this cannot be undone",
        ));
    }
    let row = locked(act)?;
    match (row.case, row.intake) {
        (None, intake) => erase_now(act, &row, intake),
        (Some(_), _) => ask(act, &row),
    }
}

fn erase_now(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    intake: Option<IntakeId>,
) -> Result<ErasureAnswer, Refusal> {
    let person = act.person()?;
    sessions::note(act, row, What::ErasureAsked)?;
    rows::delete(act.db(), row.id)?;
    team::end_token(act, &person.token);
    if let Some(intake) = intake {
        let payload = ReportErased { intake };
        jobs::enqueue_named(act, REPORT_ERASED, &payload, TimeDelta::zero())?;
    }
    Ok(ErasureAnswer {
        erased: true,
        says: "Your report and your letters are deleted. This number opens nothing any more."
            .to_owned(),
    })
}

fn ask(act: &mut Act<'_>, row: &ReceiptRow) -> Result<ErasureAnswer, Refusal> {
    let letter = LetterText {
        from_person: true,
        at: act.now,
        // Said in the language of who reads it.
        text: "please_delete".to_owned(),
        language: None,
        by: None,
        asks_erasure: true,
    };
    from_person(act, row, &letter)?;
    stop(act, row)?;
    sessions::note(act, row, What::ErasureAsked)?;
    Ok(ErasureAnswer {
        erased: false,
        says: "Nothing is shared with others any more. A caseworker must confirm before the rest \
               is deleted, and will write to you here."
            .to_owned(),
    })
}

/// Keeps a letter from the person.
pub(super) fn from_person(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    letter: &LetterText,
) -> Result<Position, Refusal> {
    let own_mailbox = act.person()?.mailbox.public();
    let seq = rows::next_letter(act.db(), row.id)?;
    let deposit = seals::open_deposit(act, row)?;
    let place = place(row.organisation, row.id, seq);
    let kept = LetterRow {
        seq,
        direction: Direction::FromPerson,
        sealed: seals::seal_for_helpers(act, row, &deposit, seq, letter)?,
        copy: Some(seals::seal_for_person(act, own_mailbox, place, letter)?),
        seen: false,
    };
    rows::insert_letter(act.db(), row.id, &kept)?;
    Ok(seq)
}

/// The row of the receipt the person came with.
pub(super) fn own(act: &mut Act<'_>) -> Result<ReceiptRow, Refusal> {
    let receipt = act.person()?.receipt;
    rows::find(act.db(), receipt)?.ok_or(Refusal::SignIn)
}

/// The same, taken for a change.
pub(super) fn locked(act: &mut Act<'_>) -> Result<ReceiptRow, Refusal> {
    let receipt = act.person()?.receipt;
    rows::lock(act.db(), receipt)?;
    own(act)
}
