//! What stands in the directory, as it is shown.
//!
//! What must stay true: what is confidential about a place is in the seal and nowhere else, and a
//! view without it looks the same to everybody who may not see it. Text of imported entries is as
//! the publisher wrote it and may hold markup; whoever shows it must escape it.

use amparo_store::{Day, DirectoryOrganisationId, OrganisationId, PlaceId, ServiceId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::import::{Eligibility, Phone, PlaceKind, ServiceStatus};
use crate::register::OrganisationKind;
use crate::words::NeedCategory;

/// The publisher of what was written here and not imported. No import may use the name.
pub const OWN: &str = "this directory";

/// An organisation in the directory. It may or may not take part in the network.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListedOrganisation {
    /// The id.
    #[schema(value_type = Uuid)]
    pub id: DirectoryOrganisationId,
    /// Who published the entry.
    pub publisher: String,
    /// The publisher's own id.
    pub source_id: String,
    /// The organisation that takes part under this entry: it has an inbox here.
    #[schema(value_type = Option<Uuid>)]
    pub participant: Option<OrganisationId>,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Another name in use.
    pub alternate_name: Option<String>,
    /// What it does.
    pub description: Option<String>,
    /// ISO 3166-1 alpha-2 of the country where it works.
    pub country: Option<String>,
    /// Its site.
    pub url: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Whatever else the publisher says.
    #[schema(value_type = Object)]
    pub details: Value,
    /// False when it vanished from the publisher's file or was put aside here.
    pub active: bool,
    /// The day of the last change.
    #[schema(value_type = String, format = Date)]
    pub updated_on: Day,
    /// The version, which is its tag.
    pub revision: i64,
}

/// A service in the directory.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListedService {
    /// The id.
    #[schema(value_type = Uuid)]
    pub id: ServiceId,
    /// Who published the entry.
    pub publisher: String,
    /// The publisher's own id.
    pub source_id: String,
    /// Who offers it.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// The name of who offers it.
    pub organisation_name: String,
    /// Its name.
    pub name: String,
    /// Another name in use.
    pub alternate_name: Option<String>,
    /// What is offered.
    pub description: Option<String>,
    /// Whether it can be used now.
    pub status: ServiceStatus,
    /// The needs it answers.
    pub categories: Vec<NeedCategory>,
    /// ISO 3166-1 alpha-2 of the countries it serves; empty when it does not say.
    pub countries: Vec<String>,
    /// ISO 639-3 of the languages it speaks.
    pub languages: Vec<String>,
    /// Who may use it.
    pub eligibility: Eligibility,
    /// Its page.
    pub url: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Places free now, if it says so.
    pub capacity: Option<i32>,
    /// Whether it takes anybody new.
    pub accepting: bool,
    /// How fast it answers, in hours.
    pub answers_within_hours: Option<i32>,
    /// The day somebody last checked the entry.
    #[schema(value_type = Option<String>, format = Date)]
    pub verified_on: Option<Day>,
    /// It has experience with people who are detained.
    pub takes_detained: bool,
    /// Opening hours in words.
    pub opening_hours: Option<String>,
    /// Where it is offered; left out of lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<Uuid>>)]
    pub places: Option<Vec<PlaceId>>,
    /// Whatever else the publisher says.
    #[schema(value_type = Object)]
    pub details: Value,
    /// The day of the last change.
    #[schema(value_type = String, format = Date)]
    pub updated_on: Day,
    /// The version, which is its tag.
    pub revision: i64,
}

/// A place in the directory: an office, or where somebody may be held, heard or seen.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListedPlace {
    /// The id.
    #[schema(value_type = Uuid)]
    pub id: PlaceId,
    /// Who published the entry.
    pub publisher: String,
    /// The publisher's own id.
    pub source_id: String,
    /// Whose place it is.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Its name.
    pub name: String,
    /// The address and the point are shown to caseworkers, supervisors and coordinators only.
    pub confidential: bool,
    /// Street and house, in one line.
    pub address: Option<String>,
    /// City or town.
    pub city: Option<String>,
    /// State, province or region.
    pub region: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Whatever else the publisher says.
    #[schema(value_type = Object)]
    pub details: Value,
    /// False when it vanished from the publisher's file or was put aside here.
    pub active: bool,
    /// The day of the last change.
    #[schema(value_type = String, format = Date)]
    pub updated_on: Day,
    /// The version, which is its tag.
    pub revision: i64,
}

/// What of a confidential place is sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Hidden {
    pub address: Option<String>,
    pub postal_code: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub details: Value,
}
