//! What can be written: the bodies of POST, and with nothing required those of PATCH.

use amparo_store::{Day, DirectoryOrganisationId, OrganisationId, PlaceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::import::{Eligibility, Phone, PlaceKind, ServiceStatus};
use crate::foundation::{Fault, Refusal};
use crate::register::OrganisationKind;
use crate::words::{Country, Language, NeedCategory};

/// An organisation to be put in the directory.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationEntry {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 300, pattern = r"\S")]
    pub name: String,
    /// Another name in use.
    #[schema(max_length = 300)]
    pub alternate_name: Option<String>,
    /// What it does.
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// Where it works.
    pub country: Option<Country>,
    /// Its site.
    #[schema(max_length = 2000, pattern = r"^https?://\S+$")]
    pub url: Option<String>,
    /// Its mail address.
    #[schema(
        max_length = 254,
        pattern = r"^[^\s@<>,;?&%#]+@[^\s@<>,;?&%#]+\.[^\s@<>,;?&%#]+$"
    )]
    pub email: Option<String>,
    /// Its telephone numbers.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub phones: Vec<Phone>,
    /// The organisation that takes part under this entry. A coordinator can set her own
    /// organisation on a free entry, and take it off again.
    #[schema(value_type = Option<Uuid>)]
    pub participant: Option<OrganisationId>,
    /// False puts it aside.
    #[serde(default = "yes")]
    pub active: bool,
}

/// A service to be put in the directory.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceEntry {
    /// Who offers it.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// Its name.
    #[schema(min_length = 1, max_length = 300, pattern = r"\S")]
    pub name: String,
    /// Another name in use.
    #[schema(max_length = 300)]
    pub alternate_name: Option<String>,
    /// What is offered.
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// Whether it can be used now.
    #[serde(default = "active")]
    pub status: ServiceStatus,
    /// The needs it answers.
    #[schema(max_items = 12)]
    pub categories: Vec<NeedCategory>,
    /// The countries it serves.
    #[serde(default)]
    #[schema(max_items = 250)]
    pub countries: Vec<Country>,
    /// The languages it speaks.
    #[serde(default)]
    #[schema(max_items = 300)]
    pub languages: Vec<Language>,
    /// Who may use it.
    #[serde(default)]
    pub eligibility: Eligibility,
    /// Its page.
    #[schema(max_length = 2000, pattern = r"^https?://\S+$")]
    pub url: Option<String>,
    /// Its mail address.
    #[schema(
        max_length = 254,
        pattern = r"^[^\s@<>,;?&%#]+@[^\s@<>,;?&%#]+\.[^\s@<>,;?&%#]+$"
    )]
    pub email: Option<String>,
    /// Its telephone numbers.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub phones: Vec<Phone>,
    /// Places free now.
    #[schema(minimum = 0, maximum = 100_000)]
    pub capacity: Option<i32>,
    /// Whether it takes anybody new.
    #[serde(default = "yes")]
    pub accepting: bool,
    /// How fast it answers, in hours.
    #[schema(minimum = 0, maximum = 8760)]
    pub answers_within_hours: Option<i32>,
    /// The day somebody last checked the entry.
    #[schema(value_type = Option<String>, format = Date)]
    pub verified_on: Option<Day>,
    /// It has experience with people who are detained.
    #[serde(default)]
    pub takes_detained: bool,
    /// Opening hours in words.
    #[schema(max_length = 1000)]
    pub opening_hours: Option<String>,
    /// Where it is offered.
    #[serde(default)]
    #[schema(max_items = 200, value_type = Vec<Uuid>)]
    pub places: Vec<PlaceId>,
}

/// A place to be put in the directory.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// Whose place it is.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 300, pattern = r"\S")]
    pub name: String,
    /// Whether address and point are hidden from everybody but caseworkers, supervisors and
    /// coordinators. They are sealed.
    #[serde(default)]
    pub confidential: bool,
    /// Street and house, in one line.
    #[schema(max_length = 500)]
    pub address: Option<String>,
    /// City or town.
    #[schema(max_length = 200)]
    pub city: Option<String>,
    /// State, province or region.
    #[schema(max_length = 200)]
    pub region: Option<String>,
    /// Postal code.
    #[schema(max_length = 20)]
    pub postal_code: Option<String>,
    /// The country.
    pub country: Option<Country>,
    /// Degrees north; together with `longitude` or not at all.
    #[schema(minimum = -90, maximum = 90)]
    pub latitude: Option<f64>,
    /// Degrees east; together with `latitude` or not at all.
    #[schema(minimum = -180, maximum = 180)]
    pub longitude: Option<f64>,
    /// Its telephone numbers.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub phones: Vec<Phone>,
    /// False puts it aside.
    #[serde(default = "yes")]
    pub active: bool,
}

impl PlaceEntry {
    /// Half a point is no point.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        let missing = match (self.latitude, self.longitude) {
            (Some(_), None) => "/longitude",
            (None, Some(_)) => "/latitude",
            _ => return Ok(()),
        };
        Err(Refusal::fault(
            missing,
            "missing",
            "latitude and longitude come together",
        ))
    }
}

impl ServiceEntry {
    /// What no single field can say.
    pub(super) fn check(&self, today: Day) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        if let (Some(youngest), Some(oldest)) = (self.eligibility.min_age, self.eligibility.max_age)
            && youngest > oldest
        {
            faults.push(Fault::at(
                "/eligibility/max_age",
                "out_of_range",
                "must not be below min_age",
            ));
        }
        if self.verified_on.is_some_and(|day| day > today) {
            faults.push(Fault::at(
                "/verified_on",
                "out_of_range",
                "must not be in the future",
            ));
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Invalid(faults))
        }
    }
}

fn yes() -> bool {
    true
}

fn active() -> ServiceStatus {
    ServiceStatus::Active
}
