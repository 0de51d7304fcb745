//! A record of a case as a form: what is asked, how it is read, and how it is kept.
//!
//! Each kind says it once; `records.rs` makes the pages of all of them from that.

use amparo_store::{CaseId, RecordId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::ToSchema;

use super::form::Fields;
use crate::casefile::{CaseAccess, File, Section};
use crate::foundation::{Act, Refusal};
use crate::pages::{Filled, Frame, Names, saved_as};
use crate::web::Changes;

/// Pairs of id and name to choose from.
pub(super) type Choices = Vec<(String, String)>;

/// A kind of record that is written and changed by a form.
pub(super) trait RecordForm: Section + 'static {
    /// What the form asks for.
    type Form: DeserializeOwned + Serialize + ToSchema + Send + 'static;
    /// Its fields in the template.
    const FIELDS: Fields;
    /// The section of the case page that shows it.
    const PLACE: &'static str;
    /// Fields of the record that the form does not ask for and a change leaves alone.
    const LEFT_ALONE: &'static [&'static str] = &[];

    /// The record as the form shows it.
    fn typed(&self, names: Names) -> Self::Form;

    /// The record that the form means.
    fn read(form: &Self::Form) -> Result<Self, Refusal>;

    /// Keeps a new one.
    fn add(act: &mut Act<'_>, case: CaseId, body: &Self) -> Result<(), Refusal>;

    /// Keeps a change. `seen` is the version that its writer saw.
    fn change(
        act: &mut Act<'_>,
        case: CaseId,
        record: RecordId,
        seen: i64,
        changes: &Changes<Self>,
    ) -> Result<(), Refusal>;

    /// An empty form, with what is likely filled in.
    fn blank(_act: &Act<'_>, _file: &File, _names: Names) -> Result<Filled, Refusal> {
        Ok(Filled::empty::<Self::Form>())
    }

    /// Pairs of id and name that the form lets choose from.
    fn choices(_act: &mut Act<'_>) -> Result<Choices, Refusal> {
        Ok(Choices::new())
    }

    /// The people of the case, where the form asks whose something is.
    fn people(_act: &mut Act<'_>, _case: &CaseAccess, _t: &Frame) -> Result<Choices, Refusal> {
        Ok(Choices::new())
    }
}

/// The change that replaces every field that the form asks for; what was emptied becomes empty.
pub(super) fn changes<T: RecordForm>(form: &T::Form) -> Result<Changes<T>, Refusal> {
    let mut whole = serde_json::to_value(T::read(form)?)?;
    if let Value::Object(fields) = &mut whole {
        fields.retain(|name, _| !T::LEFT_ALONE.contains(&name.as_str()));
    }
    Ok(serde_json::from_value(whole)?)
}

/// What somebody else saved meanwhile, in the words of the form, so that both stand side by side.
pub(super) fn in_words_of_the_form<T: RecordForm>(refusal: Refusal, names: Names) -> Refusal {
    saved_as(refusal, |current| {
        let record = serde_json::from_value::<T>(current.clone()).ok()?;
        serde_json::to_value(record.typed(names)).ok()
    })
}

/// The names in one line, as they are typed; none if there are none.
pub(super) fn in_a_line(names: impl Iterator<Item = String>) -> Option<String> {
    let line = names.collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}
