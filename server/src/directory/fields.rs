//! What can be written: the bodies of POST, and with nothing required those of PATCH.

use amparo_store::{Day, DirectoryOrganisationId, OrganisationId, PlaceId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::import::{Eligibility, Phone, PlaceKind, ServiceStatus};
use super::model::is_shown;
use crate::foundation::{Fault, Refusal};
use crate::register::OrganisationKind;
use crate::words::{Country, Language, NeedCategory};

/// An organisation as a coordinator writes it into the directory. It follows HSDS 3.0
/// `organization`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationEntry {
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// The name of the organisation: 1 to 300 characters (HSDS `name`).
    #[schema(min_length = 1, max_length = 300, pattern = r"\S")]
    pub name: String,
    /// Another name in use, at most 300 characters (HSDS `alternate_name`).
    #[schema(max_length = 300)]
    pub alternate_name: Option<String>,
    /// What the organisation does, at most 5000 characters (HSDS `description`).
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// The country where it works, ISO 3166-1 alpha-2. Absent if it is not known.
    pub country: Option<Country>,
    /// The address of its site, `http` or `https` (HSDS `website`).
    #[schema(max_length = 2000, pattern = r"^https?://\S+$")]
    pub url: Option<String>,
    /// The mail address of the organisation. It is public: no person's own.
    #[schema(
        max_length = 254,
        pattern = r"^[^\s@<>,;?&%#]+@[^\s@<>,;?&%#]+\.[^\s@<>,;?&%#]+$"
    )]
    pub email: Option<String>,
    /// Its telephone numbers, at most 50.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub phones: Vec<Phone>,
    /// The organisation that takes part under this entry. A coordinator can set her own
    /// organisation on a free entry, and take it off again.
    #[schema(value_type = Option<Uuid>)]
    pub participant: Option<OrganisationId>,
    /// False puts the entry aside: lists no longer show it. True if absent.
    #[serde(default = "yes")]
    pub active: bool,
}

/// A service as a coordinator writes it into the directory. It follows HSDS 3.0 `service`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceEntry {
    /// The organisation that offers it: its `id` under `/directory/organisations`.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// The name of the service: 1 to 300 characters (HSDS `name`).
    #[schema(min_length = 1, max_length = 300, pattern = r"\S")]
    pub name: String,
    /// Another name in use, at most 300 characters (HSDS `alternate_name`).
    #[schema(max_length = 300)]
    pub alternate_name: Option<String>,
    /// What is offered, at most 5000 characters (HSDS `description`).
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// Whether it can be used now (HSDS `status`). `active` if absent.
    #[serde(default = "active")]
    pub status: ServiceStatus,
    /// The needs it answers. Routing suggests it for no others.
    #[schema(max_items = 12)]
    pub categories: Vec<NeedCategory>,
    /// The countries it serves, ISO 3166-1 alpha-2. Empty if it does not say.
    #[serde(default)]
    #[schema(max_items = 250)]
    pub countries: Vec<Country>,
    /// The languages it speaks, ISO 639-3.
    #[serde(default)]
    #[schema(max_items = 300)]
    pub languages: Vec<Language>,
    /// Who may use it. Routing leaves it out for everybody else.
    #[serde(default)]
    pub eligibility: Eligibility,
    /// The address of its page, `http` or `https` (HSDS `url`).
    #[schema(max_length = 2000, pattern = r"^https?://\S+$")]
    pub url: Option<String>,
    /// The mail address of the service. It is public: no person's own.
    #[schema(
        max_length = 254,
        pattern = r"^[^\s@<>,;?&%#]+@[^\s@<>,;?&%#]+\.[^\s@<>,;?&%#]+$"
    )]
    pub email: Option<String>,
    /// Its telephone numbers, at most 50. If there are none, those of the organisation are shown.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub phones: Vec<Phone>,
    /// How many places are free now. Absent if it does not say.
    #[schema(minimum = 0, maximum = 100_000)]
    pub capacity: Option<i32>,
    /// Whether it takes anybody new. True if absent.
    #[serde(default = "yes")]
    pub accepting: bool,
    /// How fast it answers, in hours, at most 8760. Absent if it does not say.
    #[schema(minimum = 0, maximum = 8760)]
    pub answers_within_hours: Option<i32>,
    /// The day somebody last checked the entry (ISO 8601).
    #[schema(value_type = Option<String>, format = Date)]
    pub verified_on: Option<Day>,
    /// Whether it has experience with people who are detained. False if absent.
    #[serde(default)]
    pub takes_detained: bool,
    /// The opening hours in words, at most 1000 characters.
    #[schema(max_length = 1000)]
    pub opening_hours: Option<String>,
    /// The places where it is offered, at most 200: each `id` under `/directory/places`.
    #[serde(default)]
    #[schema(max_items = 200, value_type = Vec<Uuid>)]
    pub places: Vec<PlaceId>,
}

/// A place as a coordinator writes it into the directory. It follows HSDS 3.0 `location`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// The organisation it belongs to: its `id` under `/directory/organisations`. Absent if to
    /// none.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The name of the place: 1 to 300 characters (HSDS `name`).
    #[schema(min_length = 1, max_length = 300, pattern = r"\S")]
    pub name: String,
    /// Whether address and coordinates are shown to caseworkers, supervisors and coordinators only,
    /// as for a shelter. They are then stored sealed. False if absent.
    #[serde(default)]
    pub confidential: bool,
    /// Street and house, in one line of at most 500 characters.
    #[schema(max_length = 500)]
    pub address: Option<String>,
    /// The city or town, at most 200 characters.
    #[schema(max_length = 200)]
    pub city: Option<String>,
    /// The state, province or region, at most 200 characters.
    #[schema(max_length = 200)]
    pub region: Option<String>,
    /// The postal code, at most 20 characters.
    #[schema(max_length = 20)]
    pub postal_code: Option<String>,
    /// The country it lies in, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Degrees north (WGS 84), -90 to 90; together with `longitude` or not at all.
    #[schema(minimum = -90, maximum = 90)]
    pub latitude: Option<f64>,
    /// Degrees east (WGS 84), -180 to 180; together with `latitude` or not at all.
    #[schema(minimum = -180, maximum = 180)]
    pub longitude: Option<f64>,
    /// Its telephone numbers, at most 50.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub phones: Vec<Phone>,
    /// False puts the entry aside: lists no longer show it. True if absent.
    #[serde(default = "yes")]
    pub active: bool,
}

/// Refuses texts with characters that are not shown: what steers a terminal or turns the direction
/// of writing makes an entry read as another one.
pub(super) fn readable(sent: &Value) -> Result<(), Refusal> {
    fn look(value: &Value, at: &str, faults: &mut Vec<Fault>) {
        match value {
            Value::String(text) if !text.chars().all(is_shown) => {
                let detail = "has a character that cannot be shown";
                faults.push(Fault::at(at, "bad_character", detail));
            }
            Value::Array(all) => {
                for (place, one) in all.iter().enumerate() {
                    look(one, &format!("{at}/{place}"), faults);
                }
            }
            Value::Object(all) => {
                for (name, one) in all {
                    look(one, &format!("{at}/{name}"), faults);
                }
            }
            _ => {}
        }
    }
    let mut faults = Vec::new();
    look(sent, "", &mut faults);
    match faults.is_empty() {
        true => Ok(()),
        false => Err(Refusal::Invalid(faults)),
    }
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
        if self.verified_on.is_some_and(Day::is_too_early) {
            let detail = "must not be before 1900";
            faults.push(Fault::at("/verified_on", "too_early", detail));
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
