//! People of a case, and how it is safe to reach them: the rule first, then the numbers, and the
//! look is on record.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Day, RecordId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::form::Fields;
use super::record_form::RecordForm;
use super::records;
use crate::cases::people;
use crate::foundation::{Act, Refusal};
use crate::pages::{self, At, Form, Names, Page, PageDoor};
use crate::people::{Gender, Identifier, Part, Person, SafeContact};
use crate::web::Changes;
use crate::words::YesNoUnknown;

/// A person, as she is typed: all but how to reach her, which has a form of its own.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonForm {
    /// What part she has in this case.
    #[serde(default)]
    pub part: Part,
    /// Names as she says them, one on a line; the first is the one to use.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub names: Option<String>,
    /// As HTCDS writes it.
    #[serde(default)]
    pub gender: Gender,
    /// The day of birth, if it is known.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub birth_date: Option<Day>,
    /// Otherwise how old she may be, in years.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 120)]
    pub age_estimate: Option<u8>,
    /// Whether she is under 18, where neither is known.
    #[serde(default)]
    pub under_18: YesNoUnknown,
    /// Whether she is pregnant or has children along.
    #[serde(default)]
    pub pregnant_or_with_children: YesNoUnknown,
    /// Languages she speaks, best first.
    #[serde(default)]
    #[schema(max_length = 400)]
    pub languages: Option<String>,
    /// Whether an interpreter must be there.
    #[serde(default)]
    pub interpreter_needed: YesNoUnknown,
    /// Never asked for to give help.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub nationality: Option<String>,
    /// Numbers by which others know her.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub identifiers: Vec<Identifier>,
    /// States whose authorities must not learn of her.
    #[serde(default)]
    #[schema(max_length = 400)]
    pub feared: Option<String>,
    /// What else colleagues must know.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub note: String,
}

impl RecordForm for Person {
    type Form = PersonForm;
    const FIELDS: Fields = Fields::Person;
    const PLACE: &'static str = "people";
    const LEFT_ALONE: &'static [&'static str] = &["person", "safe_contact"];

    fn typed(&self, names: Names) -> PersonForm {
        PersonForm {
            part: self.part,
            names: some(self.names.join("\n")),
            gender: self.gender,
            birth_date: self.birth_date,
            age_estimate: self.age_estimate,
            under_18: self.under_18,
            pregnant_or_with_children: self.pregnant_or_with_children,
            languages: names.languages_as_typed(&self.languages),
            interpreter_needed: self.interpreter_needed,
            nationality: self
                .nationality
                .as_ref()
                .map(|it| names.country_as_typed(it)),
            identifiers: self.identifiers.clone(),
            feared: names.countries_as_typed(&self.feared),
            note: self.note.clone(),
        }
    }

    fn read(form: &PersonForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let languages = typed.languages(form.languages.as_deref(), "/languages");
        let nationality = typed.country(form.nationality.as_deref(), "/nationality");
        let feared = typed.countries(form.feared.as_deref(), "/feared");
        let names = pages::lines_of(form.names.as_deref());
        if names.len() > 12 || names.iter().any(|name| name.chars().count() > 200) {
            typed.fault("/names", "too_many_names");
        }
        typed.done(Self {
            person: Uuid::nil(),
            part: form.part,
            names,
            gender: form.gender,
            birth_date: form.birth_date,
            age_estimate: form.age_estimate,
            under_18: form.under_18,
            pregnant_or_with_children: form.pregnant_or_with_children,
            languages,
            interpreter_needed: form.interpreter_needed,
            nationality,
            identifiers: form.identifiers.clone(),
            safe_contact: SafeContact::default(),
            feared,
            note: form.note.clone(),
        })
    }

    fn add(act: &mut Act<'_>, case: CaseId, body: &Self) -> Result<(), Refusal> {
        people::add(act, case, body).map(|_| ())
    }

    fn change(
        act: &mut Act<'_>,
        case: CaseId,
        record: RecordId,
        seen: i64,
        changes: &Changes<Self>,
    ) -> Result<(), Refusal> {
        people::change(act, case, record, seen, changes)
            .map(|_| ())
            .map_err(told_without_numbers)
    }
}

/// The room tells what somebody else saved as colleagues see it; the form has other fields.
fn told_without_numbers(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::StaleRevision {
            current_tag,
            mut current,
            sent,
        } => {
            if let Value::Object(fields) = &mut current {
                for only_shown in ["age_band", "safe_contact"] {
                    fields.remove(only_shown);
                }
            }
            Refusal::StaleRevision {
                current_tag,
                current,
                sent,
            }
        }
        other => other,
    }
}

#[get("/cases/{id}/people/new")]
async fn blank(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Person>(door, *id).await
}

#[post("/cases/{id}/people/new")]
async fn add(door: PageDoor, id: At<CaseId>, form: Form<PersonForm>) -> Page {
    records::add::<Person>(door, *id, form).await
}

#[get("/cases/{id}/people/{record}")]
async fn kept_person(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Person>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/people/{record}")]
async fn change_person(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<PersonForm>) -> Page {
    let (case, record) = *at;
    records::change::<Person>(door, case, record, form).await
}

pub(super) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank)
        .service(add)
        .service(kept_person)
        .service(change_person);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::record_form::changes;
    use super::*;

    #[test]
    fn a_person_comes_back_from_her_form_with_her_numbers_untouched() {
        let person: Person = serde_json::from_value(json!({
            "part": "main", "names": ["Ana", "Anita"], "languages": ["tir"], "feared": ["ER"],
            "nationality": "ER", "safe_contact": { "code_word": "library" },
        }))
        .unwrap();
        let form = person.typed(Names::ENGLISH);
        assert_eq!(form.names.as_deref(), Some("Ana\nAnita"));
        assert_eq!(form.feared.as_deref(), Some("Eritrea"));
        let changes = changes::<Person>(&form).unwrap();
        assert!(!changes.touches("safe_contact") && !changes.touches("person"));
        assert!(changes.touches("birth_date"));
    }
}
