//! Needs, as the rooms above move them.

use amparo_store::RecordId;

use super::model::{Need, NeedStatus};
use super::summary;
use crate::casefile::{CaseAccess, File, Record};
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};

/// Sets how a need stands, because of what became of a referral. Also in a closed case: a partner
/// may report late. No version is asked for, since no human text is replaced.
pub fn set_need(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: RecordId,
    status: NeedStatus,
    outcome: Option<&str>,
) -> Result<Record<Need>, Refusal> {
    let kept = File::open(act, case)?.one::<Need>(id)?;
    let outcome = outcome.map(ToOwned::to_owned);
    if kept.body.status == status && (outcome.is_none() || kept.body.outcome == outcome) {
        return Ok(kept);
    }
    let mut need = kept.body.clone();
    need.status = status;
    if outcome.is_some() {
        need.outcome = outcome;
    }
    let kept = case.change(act, &kept, kept.version, need)?;
    summary::refresh(act, case)?;
    case.note(act, What::NeedChanged, About::the(id.to_uuid()))?;
    Ok(kept)
}
