//! Closing a case and opening it again.

use amparo_store::{CaseId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{Need, NeedStatus};
use crate::casefile::{self, CaseStatus, File, Record, Section};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{About, What};
use crate::rights::Right;

/// How and why a case ended. There is one record for each time it was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Closing {
    /// What came of the case.
    pub outcome: CaseOutcome,
    /// Why it was closed, in the words of whoever closed it.
    pub reason: String,
    /// When and why it was opened again. Null while it stays closed.
    pub reopened: Option<Reopened>,
}

impl Section for Closing {
    const KIND: &'static str = "closing";
}

/// When and why a closed case was opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reopened {
    /// When it was opened again (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Why it was opened again, in the words of whoever did it.
    pub reason: String,
}

/// What came of a case. `passed_on`: others do all of it now. `withdrawn`: the person does not want
/// it any more. `lost_contact`: the person cannot be reached. `removed`: the person was taken to
/// another country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseOutcome {
    /// What was needed is there.
    Resolved,
    /// Some of it.
    PartlyResolved,
    /// None of it.
    NotResolved,
    /// Others do it all now.
    PassedOn,
    /// The person does not want it any more.
    Withdrawn,
    /// The person cannot be reached.
    LostContact,
    /// The person was removed to another country.
    Removed,
    /// The person died.
    Died,
}

/// Why a case is closed, and what came of it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// What came of the case.
    pub outcome: CaseOutcome,
    /// Why, in a few words: 1 to 500 characters. It also goes into the ledger, which auditors read:
    /// write no names.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Closes a case. A need that a partner works on keeps it open: end the referral first.
pub(super) fn close(
    act: &mut Act<'_>,
    id: CaseId,
    given: &Close,
) -> Result<Record<Closing>, Refusal> {
    casefile::change(act, id, Right::Close, |act, case| {
        case.must_be_open()?;
        let needs = File::open(act, case)?.all::<Need>()?;
        let referred = |need: &Record<Need>| need.body.status == NeedStatus::InReferral;
        if needs.iter().any(referred) {
            return Err(Refusal::Because(Reason::NeedWithPartner));
        }
        let closing = Closing {
            outcome: given.outcome,
            reason: given.reason.trim().to_owned(),
            reopened: None,
        };
        let kept = case.add(act, closing)?;
        case.card.status = CaseStatus::Closed;
        let about = About::default().because(given.reason.trim());
        case.note(act, What::CaseClosed, about)?;
        Ok(kept)
    })
}

/// Opens a case again, if it is closed, because of a call about it.
pub fn reopen_for_call(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    match reopen(act, id, "call") {
        Ok(_) | Err(Refusal::Because(Reason::CaseOpen)) => Ok(()),
        Err(refusal) => Err(refusal),
    }
}

/// Opens a closed case again.
pub(super) fn reopen(
    act: &mut Act<'_>,
    id: CaseId,
    reason: &str,
) -> Result<Record<Closing>, Refusal> {
    casefile::change(act, id, Right::Close, |act, case| {
        if case.card.status == CaseStatus::Open {
            return Err(Refusal::Because(Reason::CaseOpen));
        }
        let kept = File::open(act, case)?.only::<Closing>()?;
        let mut closing = kept.body.clone();
        closing.reopened = Some(Reopened {
            at: act.now,
            reason: reason.trim().to_owned(),
        });
        let kept = case.change(act, &kept, kept.version, closing)?;
        case.card.status = CaseStatus::Open;
        let about = About::default().because(reason.trim());
        case.note(act, What::CaseReopened, about)?;
        Ok(kept)
    })
}
