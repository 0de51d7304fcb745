//! A draft as the page writes it: kept again and again under one id while the line may drop, taken
//! up later, handed over in the end.
//!
//! What must stay true: the page brings the id along, so that an answer that is lost on the way
//! neither loses nor doubles anything; a draft that comes late never brings back what was handed
//! over. The later text wins, because both are the same writer's.

use amparo_store::{IntakeId, Moment, Revision};

use super::bodies::{NewIntake, WrittenIntake};
use super::model::{Intake, IntakeState};
use super::rows;
use super::seals::{self, Opened, Signers};
use super::write::{check, draft, handed_over, insert_draft, written};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts::Ready;
use crate::rights::{Object, Right};

/// One's own draft, to be gone on with.
pub(super) struct OwnDraft {
    /// What could be read of it.
    pub intake: Intake,
    /// The form as it stood; none if it was not written on the page.
    pub typed: Option<serde_json::Value>,
    /// When it was last written.
    pub at: Moment,
}

/// Keeps a draft under the id that its page was given.
pub(super) fn keep(
    act: &mut Act<'_>,
    id: IntakeId,
    intake: &Intake,
    typed: serde_json::Value,
) -> Result<(), Refusal> {
    act.needs(Right::Write, Object::Draft)?;
    match own_if_any(act, id)? {
        None => {
            let row = draft(act, id, Revision::FIRST, intake, Some(typed))?;
            insert_draft(act, &row)?;
        }
        Some(before) => {
            let next = before.row.revision.next();
            let row = draft(act, id, next, intake, Some(typed))?;
            rows::replace(act.db(), &row)?;
        }
    }
    ledger::note(act, What::IntakeDrafted, About::the(id.to_uuid()))
}

/// Hands over what stands on the page, whether or not it was kept as a draft before.
pub(super) fn hand_over(
    act: &mut Act<'_>,
    id: IntakeId,
    new: &NewIntake,
    ready: Option<&Ready>,
) -> Result<WrittenIntake, Refusal> {
    act.needs(Right::Write, Object::Draft)?;
    check(act, &new.intake)?;
    let before = own_if_any(act, id)?.map(|opened| opened.row.revision);
    let next = before.unwrap_or_default().next();
    let (row, receipt) = handed_over(act, id, next, &new.intake, ready, None)?;
    match before {
        None => rows::insert(act.db(), &row)?,
        Some(_) => rows::replace(act.db(), &row)?,
    }
    Ok(written(act, &row, &new.intake, receipt).0)
}

/// One's own draft.
pub(super) fn own(act: &mut Act<'_>, id: IntakeId) -> Result<OwnDraft, Refusal> {
    let content = find(act, id, Right::Read)?
        .and_then(|opened| opened.content)
        .ok_or(Refusal::NotFound)?;
    ledger::note(act, What::IntakeSeen, About::the(id.to_uuid()))?;
    Ok(OwnDraft {
        intake: content.intake,
        typed: content.typed,
        at: content.at,
    })
}

/// Deletes one's own draft.
pub(super) fn discard(act: &mut Act<'_>, id: IntakeId) -> Result<(), Refusal> {
    rows::lock(act.db(), id)?;
    find(act, id, Right::Write)?.ok_or(Refusal::NotFound)?;
    rows::delete(act.db(), id)?;
    ledger::note(act, What::IntakeErased, About::the(id.to_uuid()))
}

/// The id of a draft that is not written yet, for a page of the acting member.
pub(super) fn fresh_id(act: &mut Act<'_>) -> Result<IntakeId, Refusal> {
    let chosen = act.fresh_id().into_bytes();
    let mut id = [0; 16];
    let (first, second) = id.split_at_mut(8);
    first.copy_from_slice(chosen.first_chunk::<8>().unwrap_or(&[0; 8]));
    second.copy_from_slice(&word(act, first)?);
    Ok(IntakeId::from_bytes(id))
}

/// This instance's word that it gave the first half of an id to the acting member.
fn word(act: &Act<'_>, first: &[u8]) -> Result<[u8; 8], Refusal> {
    let account = act.member()?.account;
    let text = format!("{account}\n{}", data_encoding::HEXLOWER.encode(first));
    let tag = act.app().instance.lookup_tag("draft", &text);
    Ok(tag.first_chunk::<8>().copied().unwrap_or_default())
}

/// Whether the id was given to a page of the acting member. Of any other id it must not be told
/// whether it is free: it could be a colleague's, or another organisation's.
fn was_given(act: &Act<'_>, id: IntakeId) -> Result<bool, Refusal> {
    let bytes = id.as_bytes();
    let (first, second) = bytes.split_at(8);
    Ok(word(act, first)? == second)
}

/// One's own draft under the id; nothing if the id is still free.
fn own_if_any(act: &mut Act<'_>, id: IntakeId) -> Result<Option<Opened>, Refusal> {
    rows::lock(act.db(), id)?;
    if rows::find(act.db(), id)?.is_none() && was_given(act, id)? {
        return Ok(None);
    }
    // Whose it is, and what became of it, is the same to this page.
    find(act, id, Right::Write)?
        .map(Some)
        .ok_or(Refusal::Because(Reason::FormHandedOver))
}

fn find(act: &mut Act<'_>, id: IntakeId, right: Right) -> Result<Option<Opened>, Refusal> {
    act.needs(right, Object::Draft)?;
    match rows::find(act.db(), id)? {
        Some(row) if row.state == IntakeState::Draft => seals::open(act, &mut Signers::new(), row),
        _ => Ok(None),
    }
}
