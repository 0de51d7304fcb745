//! What is told of rows that are not believed: the auditors get a line, the log a warning, the
//! member a reason. Each case is told of once in the life of the process and for each reason, so
//! that whoever writes rows cannot fill the ledger.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use amparo_store::{CaseId, OrganisationId};

use crate::foundation::refusal::BrokenKind;
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};

#[derive(Default)]
struct Told(Mutex<HashSet<(CaseId, &'static str)>>);

/// Grants that do not open, or to groups that the case does not name, were passed over.
pub(super) fn passed_over(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
) -> Result<(), Refusal> {
    tell(act, organisation, case, "grant_passed_over")
}

/// A list leaves a case out.
pub(super) fn withheld(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    is_old: bool,
) -> Result<(), Refusal> {
    let why = if is_old {
        Reason::CasePutBack
    } else {
        Reason::CaseDamaged
    };
    tell(act, organisation, case, why.code())
}

/// What the row says about the sharing is not what the person said.
pub(super) fn stop_doubted(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    why: &'static str,
) -> Result<(), Refusal> {
    tell(act, organisation, case, why)
}

/// A case was refused. The line about it stays although the act is refused.
pub(super) fn refused(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    reason: Reason,
) -> Result<Refusal, Refusal> {
    act.shows_instead();
    tell(act, organisation, case, reason.code())?;
    Ok(Refusal::Because(reason))
}

fn tell(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    why: &'static str,
) -> Result<(), Refusal> {
    let told = act.app().memory::<Told>();
    let is_new = told
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert((case, why));
    if !is_new {
        return Ok(());
    }
    tracing::warn!(why, "what the database says of a case was not believed");
    let about = About::default().because(why);
    ledger::note_case_sealed(act, organisation, case, What::RowNotBelieved, about)
}

/// A row of a case that cannot be read at all, such as one with a number below zero, is a damaged
/// case and no fault of ours.
pub(super) fn sound<T>(read: Result<T, Refusal>) -> Result<T, Refusal> {
    match read {
        Err(Refusal::Broken(broken))
            if matches!(broken.kind, BrokenKind::Bug | BrokenKind::Damage) =>
        {
            tracing::warn!(what = broken.what, "a row of a case cannot be read");
            Err(Refusal::Because(Reason::CaseDamaged))
        }
        other => other,
    }
}
