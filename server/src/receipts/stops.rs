//! The person's word that nothing be shared, that nobody contact her, or that either may go on,
//! signed with what the digits open.
//!
//! What must stay true: it holds at once, while nobody with the case's key is signed in; nobody else
//! can say it, and nobody can unsay it by rows alone. What a case believes stands in
//! `casefile/stopped.rs`. Once the digits lapse, no signature is left that a guess at them could be
//! tried against.

use amparo_store::{CaseId, OrganisationId, ReceiptId};
use amparo_vault::{StopStatement, Stopped};

use super::model::ReceiptLink;
use super::rows::{self, ReceiptRow};
use crate::casefile::{self, Known, RowSays, STOPPED_BEFORE, Standing, StopRow, flags_count};
use crate::foundation::{Act, App, MarkedRow, Refusal, RowKind};
use crate::ledger::{self, About, What};

/// The person says it: `change` makes what is stopped from then on out of what is stopped now.
pub(super) fn say(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    change: impl FnOnce(Stopped) -> Stopped,
) -> Result<(), Refusal> {
    let key = act.person()?.mailbox.stop_key();
    let mut known = standing(act, row, None);
    if let Some(case) = row.case {
        known = known.and(&casefile::standing_without_file(act, case)?);
    }
    let number = change(known.stopped).next(known.newest);
    let signature = key.sign(&StopStatement {
        organisation: row.organisation.as_bytes(),
        receipt: row.id.as_bytes(),
        number,
    });
    let statement = StopRow {
        number,
        signature: Some(signature),
    };
    keep(act, row, statement)?;
    match row.case {
        Some(case) => casefile::keep_statement(act, row.organisation, case, statement),
        None => Ok(()),
    }
}

/// What is stopped, as the person sees it herself.
pub(super) fn stands(act: &mut Act<'_>, row: &ReceiptRow) -> Result<Stopped, Refusal> {
    let public = act.person()?.mailbox.stop_key().public();
    let standing = standing(act, row, Some(&public));
    tell_doubt(act, row, standing)?;
    Ok(standing.stopped)
}

/// Whether a receipt's row says that nobody may contact the person, for who has not the report open.
pub(super) fn contact_stopped(
    act: &Act<'_>,
    organisation: OrganisationId,
    receipt: ReceiptId,
    word: Option<&[u8]>,
) -> bool {
    let standing =
        RowSays::read(act.app(), organisation, receipt.to_uuid(), word).standing(Known {
            seen: act.highest((RowKind::Stop, organisation.as_bytes(), receipt.as_bytes())),
            flags_count: flags_count(act),
            ..Known::default()
        });
    standing.stopped.contact
}

/// A case is opened from the report: the word goes along. `link` comes from inside the report.
pub(super) fn move_to_case(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    link: &ReceiptLink,
    case: CaseId,
) -> Result<(), Refusal> {
    let standing = standing(act, row, link.stop.as_ref());
    tell_doubt(act, row, standing)?;
    let number = standing.number();
    if number == 0 {
        return Ok(());
    }
    let signature = match says(act.app(), row) {
        RowSays::Statement(kept) if kept.number == number => kept.signature,
        _ => None,
    };
    let statement = StopRow { number, signature };
    casefile::keep_statement(act, row.organisation, case, statement)
}

/// Digits are given to a case whose file remembers that much.
pub(super) fn first_word(app: &App, row: &ReceiptRow, number: u64) -> Option<Vec<u8>> {
    let statement = StopRow {
        number,
        signature: None,
    };
    (number > 0).then(|| statement.bytes(app, row.organisation, row.id.to_uuid()))
}

/// The digits lapse: of the statement stays only that this instance has seen it.
pub(super) fn lapse(act: &mut Act<'_>, row: &ReceiptRow) -> Result<(), Refusal> {
    let number = standing(act, row, None).number();
    if number > 0 {
        let signature = None;
        keep(act, row, StopRow { number, signature })?;
    }
    match row.case {
        Some(case) => casefile::forget_signature(act, case),
        None => Ok(()),
    }
}

#[derive(Default)]
struct TakenOver(std::sync::OnceLock<()>);

/// Takes over the flags of the first release, which stood in the clear. Housekeeping: nobody's act.
pub(super) fn take_over(app: &App) -> Result<(), Refusal> {
    let done = app.memory::<TakenOver>();
    while done.0.get().is_none() {
        let is_done = app.housekeep(|act| {
            if !flags_count(act) {
                return Ok(true);
            }
            let some = rows::with_stop(act.db(), STOPPED_BEFORE)?;
            for row in &some {
                let number = standing(act, row, None).number();
                let signature = None;
                keep(act, row, StopRow { number, signature })?;
            }
            if casefile::take_over_stops(act)? || !some.is_empty() {
                return Ok(false);
            }
            casefile::flags_taken_over(act)?;
            Ok(true)
        })?;
        if is_done {
            done.0.get_or_init(|| ());
        }
    }
    Ok(())
}

fn keep(act: &mut Act<'_>, row: &ReceiptRow, statement: StopRow) -> Result<(), Refusal> {
    let bytes = statement.bytes(act.app(), row.organisation, row.id.to_uuid());
    rows::set_stop(act.db(), row.id, &bytes)?;
    act.saw(mark(row), statement.number)
}

fn says(app: &App, row: &ReceiptRow) -> RowSays {
    RowSays::read(app, row.organisation, row.id.to_uuid(), row.stop.as_deref())
}

/// How things stand by the receipt's row; `public` is the key of its digits, where it is known.
fn standing(act: &Act<'_>, row: &ReceiptRow, public: Option<&[u8; 32]>) -> Standing {
    let says = says(act.app(), row);
    says.standing(Known {
        is_signed: public.map(|key| says.is_signed(key, row.organisation, row.id.to_uuid())),
        seen: act.highest(mark(row)),
        in_file: 0,
        flags_count: flags_count(act),
    })
}

fn tell_doubt(act: &mut Act<'_>, row: &ReceiptRow, standing: Standing) -> Result<(), Refusal> {
    let Some(why) = standing.doubt else {
        return Ok(());
    };
    tracing::warn!(why, "what the database says of a receipt was not believed");
    let about = About::the(row.id.to_uuid()).because(why);
    match row.case {
        Some(case) => {
            ledger::note_case_sealed(act, row.organisation, case, What::RowNotBelieved, about)
        }
        None => ledger::note_in(act, row.organisation, What::RowNotBelieved, about),
    }
}

fn mark(row: &ReceiptRow) -> MarkedRow {
    (
        RowKind::Stop,
        row.organisation.as_bytes(),
        row.id.as_bytes(),
    )
}
