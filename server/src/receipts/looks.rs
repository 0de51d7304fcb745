//! Who has seen the file, as the person is told it.
//!
//! Only the auditors and the members with the case can open the ledger, so what the person may know
//! is sealed to her mailbox when it happens: which kind of organisation, what of the file, which
//! day. Deliberately absent: names of members and of organisations; and every later look of the
//! organisation that works on the case, which stands in the ledger.

use amparo_store::{CaseId, OrganisationId};

use super::bodies::{PersonLook, PersonLooks};
use super::model::{Direction, LookText, SeenPart};
use super::rows::{self, LetterRow, ReceiptRow};
use super::seals::place;
use super::{person, seals, sessions};
use crate::foundation::{Act, Refusal};
use crate::ledger::What;
use crate::register;

/// More than ever happens to one file.
const MOST: i64 = 500;

/// The person of a case is told that `reader` saw something. Does nothing when nobody holds a
/// receipt of the case.
pub fn tell_of_case(
    act: &mut Act<'_>,
    case: CaseId,
    reader: OrganisationId,
    part: SeenPart,
) -> Result<(), Refusal> {
    let Some(row) = rows::of_case(act.db(), case)? else {
        return Ok(());
    };
    let mailbox = seals::open_deposit(act, &row)?.mailbox;
    tell(act, &row, mailbox, reader, part)
}

/// The same for a receipt. `mailbox` must come from inside a sealed file.
pub(super) fn tell(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    mailbox: [u8; 32],
    reader: OrganisationId,
    part: SeenPart,
) -> Result<(), Refusal> {
    if row.has_lapsed(act.now.to_day()) {
        return Ok(());
    }
    let look = LookText {
        kind: register::organisation(act, reader)?.kind(),
        part,
        on: act.now.to_day(),
    };
    let seq = rows::next_letter(act.db(), row.id)?;
    let place = place(row.organisation, row.id, seq);
    let kept = LetterRow {
        seq,
        direction: Direction::Look,
        sealed: seals::seal_look(act, mailbox, place, look)?,
        copy: None,
        seen: true,
    };
    rows::insert_letter(act.db(), row.id, &kept)
}

/// Who has seen the person's own file.
pub(super) fn own(act: &mut Act<'_>) -> Result<PersonLooks, Refusal> {
    let row = person::own(act)?;
    let mailbox = &act.person()?.mailbox;
    let mut items: Vec<PersonLook> = Vec::new();
    for (seq, sealed) in rows::looks(act.db(), row.id, MOST)? {
        let place = place(row.organisation, row.id, seq);
        let LookText { kind, part, on } = seals::open_look(mailbox, place, &sealed)?;
        let look = PersonLook { kind, part, on };
        if !items.contains(&look) {
            items.push(look);
        }
    }
    sessions::note(act, &row, What::ReceiptUsed)?;
    Ok(PersonLooks { items })
}
