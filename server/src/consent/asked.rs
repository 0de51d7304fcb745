//! Consents and overrides of a case that is named by its id, as both doors ask for them.

use amparo_store::{CaseId, RecordId};

use super::give;
use super::model::{Consent, Override};
use crate::casefile::{self, CaseAccess, File, Record, Section};
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};
use crate::rights::Right;

/// Every consent of a case, oldest first, ended ones too.
pub(super) fn list(act: &mut Act<'_>, id: CaseId) -> Result<Vec<Record<Consent>>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    all(act, &case)
}

/// What was shared without consent, oldest first.
pub(super) fn overrides(act: &mut Act<'_>, id: CaseId) -> Result<Vec<Record<Override>>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    all(act, &case)
}

/// One consent.
pub(super) fn one(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
) -> Result<Record<Consent>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let kept = File::open(act, &case)?.one::<Consent>(record)?;
    case.note(act, What::CaseSeen, About::the(record.to_uuid()))?;
    Ok(kept)
}

/// Writes down what the person of a case agreed to.
pub fn give_one(
    act: &mut Act<'_>,
    id: CaseId,
    consent: &Consent,
) -> Result<Record<Consent>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        give(act, case, consent.clone())
    })
}

fn all<T: Section>(act: &mut Act<'_>, case: &CaseAccess) -> Result<Vec<Record<T>>, Refusal> {
    let kept = File::open(act, case)?.all::<T>()?;
    case.note(act, What::CaseSeen, About::default())?;
    Ok(kept)
}
