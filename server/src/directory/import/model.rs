//! The neutral shape every importer fills: organisations, services, places, and what went wrong.
//!
//! What must stay true: nothing here decides what is stored. A batch is a reading of somebody
//! else's file, and reading the same file twice gives the same `source_id`s. Whatever has no
//! field of its own is kept in `details` under its HSDS 3.0 name.
//!
//! Deliberately absent: ids of ours, times, and trust. Text is as the source wrote it and may
//! hold markup; whoever shows it must escape it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

pub use crate::register::OrganisationKind;
pub use crate::words::NeedCategory;

use super::faults::FaultList;
use crate::words::enum_schema;

/// One publisher's file or files, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Who published the data; `source_id`s are unique within a publisher.
    pub publisher: String,
    /// The organisations, in the order of the source.
    pub organisations: Vec<Organisation>,
    /// The services; each names an organisation of this batch.
    pub services: Vec<Service>,
    /// The places; those that name an organisation name one of this batch.
    pub places: Vec<Place>,
    /// What could not be taken, and why.
    pub faults: FaultList,
}

/// One organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// The publisher's id, stable between imports.
    pub source_id: String,
    /// The name; never empty.
    pub name: String,
    /// Another name in use.
    pub alternate_name: Option<String>,
    /// What kind of organisation it is. HSDS has no such field: the needs of its services tell.
    pub kind: OrganisationKind,
    /// What it does.
    pub description: Option<String>,
    /// Its site, `http` or `https` only.
    pub url: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// ISO 3166-1 alpha-2 of the country where it works, when that is one country.
    pub country: Option<String>,
    /// Everything else the source says, a JSON object.
    pub details: Value,
}

/// One service of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// The publisher's id, stable between imports.
    pub source_id: String,
    /// The organisation that offers it.
    pub organisation_source_id: String,
    /// The name; never empty.
    pub name: String,
    /// Another name in use.
    pub alternate_name: Option<String>,
    /// What is offered.
    pub description: Option<String>,
    /// Whether it can be used now. A status we do not understand is read as inactive.
    pub status: ServiceStatus,
    /// The needs it answers; empty when the source does not say in words we know.
    pub categories: Vec<NeedCategory>,
    /// ISO 639-3. When the service says nothing, the languages of its places.
    pub languages: Vec<String>,
    /// ISO 3166-1 alpha-2: the countries it says it serves, else those of its places.
    pub countries: Vec<String>,
    /// Who may use it.
    pub eligibility: Eligibility,
    /// Its mail address.
    pub email: Option<String>,
    /// Its page, `http` or `https` only.
    pub url: Option<String>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Opening hours, a JSON array of HSDS 3.0 schedules.
    pub schedules: Value,
    /// Places free now (HSDS 3.1 `service_capacity.available`, summed).
    pub capacity: Option<u32>,
    /// The places where it is offered.
    pub place_source_ids: Vec<String>,
    /// Everything else the source says, a JSON object.
    pub details: Value,
}

/// One place: an office, or a place where somebody may be held, heard or seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The publisher's id, stable between imports.
    pub source_id: String,
    /// The organisation it belongs to.
    pub organisation_source_id: Option<String>,
    /// The name; never empty.
    pub name: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
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
    /// Degrees north, -90 to 90; present only together with `longitude`.
    pub latitude: Option<f64>,
    /// Degrees east, -180 to 180; present only together with `latitude`.
    pub longitude: Option<f64>,
    /// Its telephone numbers.
    pub phones: Vec<Phone>,
    /// Whether the address must not be shown. True when the source says so, and for every place
    /// that shelters people from violence.
    pub confidential: bool,
    /// Everything else the source says, a JSON object.
    pub details: Value,
}

/// One telephone number in the directory. It follows HSDS 3.0 `phone`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DirectoryPhone)]
pub struct Phone {
    /// The number as the source wrote it: 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    pub number: String,
    /// The same in E.164, if it is valid in the country it belongs to. Absent otherwise.
    #[schema(max_length = 20, format = "phone")]
    pub e164: Option<String>,
    /// The extension to ask for, at most 40 characters.
    #[schema(max_length = 40)]
    pub extension: Option<String>,
    /// The HSDS phone type: `voice`, `fax`, `text`, `cell`, `textphone` and so on.
    #[schema(max_length = 40)]
    pub kind: Option<String>,
    /// The languages of those who answer, ISO 639-3.
    #[serde(default)]
    #[schema(max_items = 100, max_length = 20)]
    pub languages: Vec<String>,
    /// What the number is for, at most 1000 characters.
    #[schema(max_length = 1000)]
    pub description: Option<String>,
}

/// Who may use a service. Empty means that no limit is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// The youngest age that may use it, in years. Absent: no limit.
    #[schema(minimum = 0, maximum = 130)]
    pub min_age: Option<u8>,
    /// The oldest age that may use it, in years. Absent: no limit.
    #[schema(minimum = 0, maximum = 130)]
    pub max_age: Option<u8>,
    /// Only these genders may use it. Empty: no limit is stated.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub genders: Vec<Gender>,
    /// The rule in the source's own words. Ages inside it are not guessed from it.
    #[schema(max_length = 5000)]
    pub text: Option<String>,
}

// Other rooms have words of the same name; the document would keep one of the two.
enum_schema!(
    ServiceStatus,
    "DirectoryServiceStatus",
    "Whether a service can be used, in the words of HSDS 3.0. `inactive`: not open, perhaps later. \
     `defunct`: gone for good. `temporarily closed`: closed for a while."
);
enum_schema!(
    PlaceKind,
    "DirectoryPlaceKind",
    "What sort of place it is. `office`: open to people who seek help. `detention`: people are held \
     there. `virtual`: not a place one can go to."
);
enum_schema!(
    Gender,
    "DirectoryGender",
    "A gender that a rule of eligibility names, from the list of HSDS 1.1."
);

amparo_store::text_enum! {
    /// Whether a service can be used, in HSDS words.
    #[derive(Default)]
    pub enum ServiceStatus {
        /// Open.
        #[default]
        Active = "active",
        /// Not open, perhaps later.
        Inactive = "inactive",
        /// Gone for good.
        Defunct = "defunct",
        /// Closed for a while.
        TemporarilyClosed = "temporarily closed",
    }
}

amparo_store::text_enum! {
    /// What kind of place it is.
    #[derive(Default)]
    pub enum PlaceKind {
        /// Open to people who seek help.
        #[default]
        Office = "office",
        /// People are held there.
        Detention = "detention",
        /// A court.
        Court = "court",
        /// An embassy or consulate.
        Consulate = "consulate",
        /// Not a place one can go to.
        Virtual = "virtual",
    }
}

amparo_store::text_enum! {
    /// A gender named by an eligibility rule (HSDS 1.1 list).
    pub enum Gender {
        /// Women and girls.
        Female = "female",
        /// Men and boys.
        Male = "male",
        /// Transgender people.
        Transgender = "transgender",
    }
}
