//! Our list of needs, offered as a taxonomy.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::directory::text::derived_id;
use crate::words::NeedCategory;

/// Name and description of a need, in English.
const fn words(need: NeedCategory) -> (&'static str, &'static str) {
    match need {
        NeedCategory::Legal => ("Legal help", "Advice and representation."),
        NeedCategory::Health => ("Health", "Care for the body."),
        NeedCategory::MentalHealth => ("Mental health", "Care for the mind."),
        NeedCategory::Shelter => ("Shelter", "A bed or a home."),
        NeedCategory::FoodCash => ("Food and cash", "Food, clothing and money."),
        NeedCategory::Documents => ("Documents", "Papers, permits and certificates."),
        NeedCategory::WagesLabour => (
            "Wages and labour",
            "Wages that were not paid, and rights at work.",
        ),
        NeedCategory::FamilyTracing => ("Family tracing", "Finding and reaching relatives."),
        NeedCategory::ReturnReintegration => (
            "Return and reintegration",
            "Going back, and starting again there.",
        ),
        NeedCategory::Education => ("Education", "School, language and skills."),
        NeedCategory::Interpretation => ("Interpretation", "Interpreting and translation."),
        NeedCategory::Safety => ("Safety", "Protection from violence and exploitation."),
    }
}

/// The id of the taxonomy.
pub(super) fn id() -> Uuid {
    derived_id("taxonomy/needs", &[])
}

/// The id of a term.
pub(super) fn term_id(need: NeedCategory) -> Uuid {
    derived_id(&format!("taxonomy_term/{}", need.as_str()), &[])
}

/// The need behind a term.
pub(super) fn need(term: Uuid) -> Option<NeedCategory> {
    NeedCategory::ALL
        .into_iter()
        .find(|need| term_id(*need) == term)
}

/// The taxonomy.
pub(super) fn taxonomy() -> Value {
    json!({
        "id": id(),
        "name": "Needs of migrants",
        "description": "What somebody who is detained, trafficked or undocumented may be missing.",
        "version": "1",
    })
}

/// A term.
pub(super) fn term(need: NeedCategory) -> Value {
    let (name, description) = words(need);
    json!({
        "id": term_id(need),
        "code": need.as_str(),
        "name": name,
        "description": description,
        "taxonomy": "Needs of migrants",
        "taxonomy_id": id(),
        "taxonomy_detail": taxonomy(),
        "language": "eng",
    })
}
