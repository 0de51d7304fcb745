//! Custody and needs.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Day, RecordId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::form::Fields;
use super::record_form::RecordForm;
use super::records;
use crate::cases;
use crate::cases::{Custody, Need, NeedStatus, Side};
use crate::foundation::{Act, Refusal};
use crate::pages::{self, At, Form, Names, Page, PageDoor};
use crate::web::Changes;
use crate::words::{NeedCategory, Priority, YesNoUnknown};

/// A stay in custody, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StayForm {
    /// The place, as it is called.
    #[schema(min_length = 1, max_length = 200)]
    pub facility: String,
    /// In which country: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub country: Option<String>,
    /// Who holds her.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub authority: Option<String>,
    /// On what ground, as the authority says.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub legal_basis: Option<String>,
    /// The first day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub arrived: Option<Day>,
    /// The last day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub left: Option<Day>,
    /// Who said so.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub source: Option<String>,
    /// How to call the place.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub phone: Option<String>,
    /// Who may visit, and when.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub visiting_rules: Option<String>,
    /// Whether the line is recorded.
    #[serde(default)]
    pub recorded_line: YesNoUnknown,
}

impl RecordForm for Custody {
    type Form = StayForm;
    const FIELDS: Fields = Fields::Stay;
    const PLACE: &'static str = "custody";
    const LEFT_ALONE: &'static [&'static str] = &["place"];

    fn typed(&self, names: Names) -> StayForm {
        let it = self.clone();
        StayForm {
            facility: it.facility,
            country: it.country.as_ref().map(|it| names.country_as_typed(it)),
            authority: it.authority,
            legal_basis: it.legal_basis,
            arrived: it.arrived,
            left: it.left,
            source: it.source,
            phone: it.phone,
            visiting_rules: it.visiting_rules,
            recorded_line: it.recorded_line,
        }
    }

    fn read(form: &StayForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let country = typed.country(form.country.as_deref(), "/country");
        typed.done(Self {
            facility: form.facility.clone(),
            place: None,
            country,
            authority: form.authority.clone(),
            legal_basis: form.legal_basis.clone(),
            arrived: form.arrived,
            left: form.left,
            source: form.source.clone(),
            phone: form.phone.clone(),
            visiting_rules: form.visiting_rules.clone(),
            recorded_line: form.recorded_line,
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
}

/// A need, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedForm {
    /// What.
    pub category: NeedCategory,
    /// Where it must be met.
    #[serde(rename = "where", default)]
    pub side: Side,
    /// In which country: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub country: Option<String>,
    /// How soon.
    pub urgency: Priority,
    /// More about it.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub detail: String,
    /// How it stands.
    #[serde(default)]
    pub status: NeedStatus,
    /// What came of it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub outcome: Option<String>,
}

impl RecordForm for Need {
    type Form = NeedForm;
    const FIELDS: Fields = Fields::Need;
    const PLACE: &'static str = "needs";

    fn typed(&self, names: Names) -> NeedForm {
        let it = self.clone();
        NeedForm {
            category: it.category,
            side: it.side,
            country: it.country.as_ref().map(|it| names.country_as_typed(it)),
            urgency: it.urgency,
            detail: it.detail,
            status: it.status,
            outcome: it.outcome,
        }
    }

    fn read(form: &NeedForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let country = typed.country(form.country.as_deref(), "/country");
        typed.done(Self {
            category: form.category,
            side: form.side,
            country,
            urgency: form.urgency,
            detail: form.detail.clone(),
            status: form.status,
            outcome: form.outcome.clone(),
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
}

#[get("/cases/{id}/custody/new")]
async fn blank_stay(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Custody>(door, *id).await
}

#[post("/cases/{id}/custody/new")]
async fn add_stay(door: PageDoor, id: At<CaseId>, form: Form<StayForm>) -> Page {
    records::add::<Custody>(door, *id, form).await
}

#[get("/cases/{id}/custody/{record}")]
async fn kept_stay(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Custody>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/custody/{record}")]
async fn change_stay(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<StayForm>) -> Page {
    let (case, record) = *at;
    records::change::<Custody>(door, case, record, form).await
}

#[get("/cases/{id}/needs/new")]
async fn blank_need(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Need>(door, *id).await
}

#[post("/cases/{id}/needs/new")]
async fn add_need(door: PageDoor, id: At<CaseId>, form: Form<NeedForm>) -> Page {
    records::add::<Need>(door, *id, form).await
}

#[get("/cases/{id}/needs/{record}")]
async fn kept_need(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Need>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/needs/{record}")]
async fn change_need(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<NeedForm>) -> Page {
    let (case, record) = *at;
    records::change::<Need>(door, case, record, form).await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank_stay)
        .service(add_stay)
        .service(kept_stay)
        .service(change_stay)
        .service(blank_need)
        .service(add_need)
        .service(kept_need)
        .service(change_need);
}
