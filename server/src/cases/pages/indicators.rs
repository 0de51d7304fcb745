//! Indicators of forced labour: what was seen, indicator by indicator, without a score.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::form::Fields;
use super::record_form::RecordForm;
use super::records;
use crate::casefile::File;
use crate::cases;
use crate::cases::{
    Assessment, Exploitation, Indication, Indicator, Strength, TraffickingAct, TraffickingMeans,
    TraffickingStatus,
};
use crate::foundation::{Act, Fault, Refusal};
use crate::pages::{At, Filled, Form, Names, Page, PageDoor, word_of};
use crate::web::Changes;

/// An assessment, as it is typed: all eleven indicators stand on the form.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentForm {
    /// The indicators, in the order of the ILO.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub indicators: Vec<IndicatorRow>,
    /// As HTCDS writes it.
    #[serde(default)]
    pub trafficking_status: Option<TraffickingStatus>,
    /// What was done.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub acts: Vec<TraffickingAct>,
    /// By what means.
    #[serde(default)]
    #[schema(max_items = 16)]
    pub means: Vec<TraffickingMeans>,
    /// For what purpose.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub purposes: Vec<Exploitation>,
    /// What else belongs to it.
    #[serde(default)]
    #[schema(max_length = 8000)]
    pub note: String,
}

/// One indicator on the form; it counts once somebody says how clearly it was seen.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRow {
    /// Which.
    pub indicator: Indicator,
    /// How clearly it was seen.
    #[serde(default)]
    pub strength: Option<Strength>,
    /// What was seen or said.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub evidence: String,
}

impl RecordForm for Assessment {
    type Form = AssessmentForm;
    const FIELDS: Fields = Fields::Assessment;
    const PLACE: &'static str = "assessments";

    fn typed(&self, _: Names) -> AssessmentForm {
        let row = |word: &str| {
            let indicator = serde_json::from_value(word.into()).ok()?;
            let said = self
                .indicators
                .iter()
                .find(|one| one.indicator == indicator);
            Some(IndicatorRow {
                indicator,
                strength: said.map(|one| one.strength),
                evidence: said.map_or_else(String::new, |one| one.evidence.clone()),
            })
        };
        AssessmentForm {
            indicators: super::words::INDICATORS
                .iter()
                .filter_map(|word| row(word))
                .collect(),
            trafficking_status: self.trafficking_status,
            acts: self.acts.clone(),
            means: self.means.clone(),
            purposes: self.purposes.clone(),
            note: self.note.clone(),
        }
    }

    fn read(form: &AssessmentForm) -> Result<Self, Refusal> {
        let mut faults = Vec::new();
        let mut indicators = Vec::new();
        for (place, row) in form.indicators.iter().enumerate() {
            let silent = row.evidence.trim().is_empty();
            match row.strength {
                None if silent => {}
                None => faults.push(missing(place, "strength")),
                Some(strength) => {
                    if silent && strength != Strength::NoneSeen {
                        faults.push(missing(place, "evidence"));
                    }
                    indicators.push(Indication {
                        indicator: row.indicator,
                        strength,
                        evidence: row.evidence.clone(),
                    });
                }
            }
        }
        let nothing = indicators.is_empty()
            && form.trafficking_status.is_none()
            && form.acts.is_empty()
            && form.means.is_empty()
            && form.purposes.is_empty()
            && form.note.trim().is_empty();
        if nothing && faults.is_empty() {
            faults.push(Fault::at("", "nothing_looked_for", ""));
        }
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        Ok(Self {
            indicators,
            trafficking_status: form.trafficking_status,
            acts: form.acts.clone(),
            means: form.means.clone(),
            purposes: form.purposes.clone(),
            note: form.note.clone(),
        })
    }

    fn add(act: &mut Act<'_>, case: CaseId, body: &Self) -> Result<(), Refusal> {
        cases::records::add(act, case, body).map(|_| ())
    }

    fn change(
        act: &mut Act<'_>,
        case: CaseId,
        record: RecordId,
        seen: i64,
        changes: &Changes<Self>,
    ) -> Result<(), Refusal> {
        cases::records::change(act, case, record, seen, changes).map(|_| ())
    }

    fn blank(_: &Act<'_>, _: &File, _: Names) -> Result<Filled, Refusal> {
        let mut form = Filled::empty::<AssessmentForm>();
        for (place, word) in super::words::INDICATORS.iter().enumerate() {
            form = form.with(&format!("indicators[{place}].indicator"), word_of(word));
        }
        Ok(form)
    }
}

/// The check of the room counts only what was said; the form counts all eleven.
fn missing(place: usize, field: &str) -> Fault {
    Fault::at(format!("/indicators/{place}/{field}"), "missing", "")
}

#[get("/cases/{id}/assessments/new")]
async fn blank(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Assessment>(door, *id).await
}

#[post("/cases/{id}/assessments/new")]
async fn add(door: PageDoor, id: At<CaseId>, form: Form<AssessmentForm>) -> Page {
    records::add::<Assessment>(door, *id, form).await
}

#[get("/cases/{id}/assessments/{record}")]
async fn kept(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Assessment>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/assessments/{record}")]
async fn change(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<AssessmentForm>) -> Page {
    let (case, record) = *at;
    records::change::<Assessment>(door, case, record, form).await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank)
        .service(add)
        .service(kept)
        .service(change);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_looked_for_is_kept_and_evidence_stands_with_it() {
        let form: AssessmentForm = serde_json::from_value(serde_json::json!({
            "indicators": [
                { "indicator": "deception" },
                { "indicator": "isolation", "strength": "strong", "evidence": "locked gate" },
                { "indicator": "debt_bondage", "strength": "none_seen" },
            ],
        }))
        .unwrap();
        let read = Assessment::read(&form).unwrap();
        assert_eq!(read.indicators.len(), 2);
        assert_eq!(read.typed(Names::ENGLISH).indicators.len(), 11);
        let silent: AssessmentForm = serde_json::from_value(serde_json::json!({
            "indicators": [{ "indicator": "deception" }],
        }))
        .unwrap();
        assert!(Assessment::read(&silent).is_err());
        let bare: AssessmentForm = serde_json::from_value(serde_json::json!({
            "indicators": [
                { "indicator": "deception", "evidence": "promised a school" },
                { "indicator": "isolation", "strength": "medium" },
            ],
        }))
        .unwrap();
        let Err(Refusal::Invalid(faults)) = Assessment::read(&bare) else {
            panic!("it was taken");
        };
        let at: Vec<&str> = faults.iter().map(|one| one.pointer.as_str()).collect();
        assert_eq!(at, ["/indicators/0/strength", "/indicators/1/evidence"]);
    }
}
