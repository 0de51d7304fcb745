//! The people of a case: written here, because the card follows from them.

use amparo_store::{CaseId, RecordId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::summary;
use crate::casefile::{self, Record};
use crate::foundation::{Act, Refusal};
use crate::people::{self, ContactView, Person};
use crate::rights::Right;
use crate::web::Changes;

/// Writes somebody into a case.
pub(super) fn add(
    act: &mut Act<'_>,
    id: CaseId,
    person: &Person,
) -> Result<Record<Person>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        let kept = people::add(act, case, person.clone())?;
        summary::refresh(act, case)?;
        Ok(kept)
    })
}

/// Replaces the given fields of a person.
pub(super) fn change(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
    seen: i64,
    changes: &Changes<Person>,
) -> Result<Record<Person>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        let kept = people::change(act, case, record, seen, changes)?;
        summary::refresh(act, case)?;
        Ok(kept)
    })
}

/// How to reach somebody: the rule, then the numbers.
pub(super) fn contact(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
    because: Option<&str>,
) -> Result<ContactView, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    people::contact(act, &case, record, because)
}

/// Why the numbers of somebody whom nobody may contact are looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactAnyway {
    /// Why, in a few words: 1 to 500 characters. It goes into the ledger, which auditors read: write
    /// no names.
    #[schema(min_length = 1, max_length = 500)]
    pub because: String,
}
