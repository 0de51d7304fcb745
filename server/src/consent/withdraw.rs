//! Taking a consent back. What is shared already is ended by the room that shared it.

use amparo_store::RecordId;

use super::model::{Consent, Withdrawn};
use crate::casefile::{CaseAccess, File, Record};
use crate::foundation::{Act, Caller, Refusal};
use crate::ledger::{About, What};

/// Withdraws a consent, also in a closed case. Withdrawing twice is withdrawing once, whatever
/// version the second one saw.
pub fn withdraw(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: RecordId,
    seen: i64,
    reason: &str,
) -> Result<Record<Consent>, Refusal> {
    let kept = File::open(act, case)?.one::<Consent>(id)?;
    if kept.body.withdrawn.is_some() {
        case.note(act, What::ConsentWithdrawn, About::the(id.to_uuid()))?;
        return Ok(kept);
    }
    let mut consent = kept.body.clone();
    consent.withdrawn = Some(Withdrawn {
        at: act.now,
        reason: reason.trim().to_owned(),
        by_person: matches!(act.caller(), Caller::Person(_)),
    });
    let kept = case.change(act, &kept, seen, consent)?;
    case.note(
        act,
        What::ConsentWithdrawn,
        About::the(id.to_uuid()).because(reason.trim()),
    )?;
    Ok(kept)
}
