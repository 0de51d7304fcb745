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

/// Whether a file would remove so much of what is there that it may be the wrong file, or somebody
/// who means harm: then the number must be confirmed.
pub(super) fn is_much(gone: usize, there: usize) -> bool {
    gone * 2 > there || (gone > 20 && gone * 10 > there)
}

/// Whether a character may stand in an entry: none that changes how what stands around it is read,
/// as the override of the direction of writing does, and none that a terminal obeys.
pub(super) fn is_shown(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !turns && (!c.is_control() || matches!(c, '\n' | '\r' | '\t'))
}

/// An organisation in the directory (HSDS 3.0 `organization`). It may or may not take part in the
/// network.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListedOrganisation {
    /// The entry: its `id` in paths. It is not the id under `/organisations`.
    #[schema(value_type = Uuid)]
    pub id: DirectoryOrganisationId,
    /// Whose file or hand the entry comes from. Ids of a source are unique within it.
    pub publisher: String,
    /// The id that the publisher gives the entry.
    pub source_id: String,
    /// The organisation that takes part under this entry and has an inbox here: its `id` under
    /// `/organisations`. Null if none does.
    #[schema(value_type = Option<Uuid>)]
    pub participant: Option<OrganisationId>,
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// The name of the organisation (HSDS `name`).
    pub name: String,
    /// Another name in use (HSDS `alternate_name`).
    pub alternate_name: Option<String>,
    /// What the organisation does (HSDS `description`).
    pub description: Option<String>,
    /// The country where it works, ISO 3166-1 alpha-2. Null if it is not known.
    pub country: Option<String>,
    /// The address of its site (HSDS `website`).
    pub url: Option<String>,
    /// The public mail address of the organisation.
    pub email: Option<String>,
    /// The telephone numbers of the organisation.
    pub phones: Vec<Phone>,
    /// Anything else the publisher says, under the names of the source.
    #[schema(value_type = Object)]
    pub details: Value,
    /// False when it vanished from the publisher's file or was put aside here.
    pub active: bool,
    /// The day of the last change here (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub updated_on: Day,
    /// The version. The `ETag` is this number in quotation marks.
    pub revision: i64,
}

/// A service in the directory (HSDS 3.0 `service`).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListedService {
    /// The service: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: ServiceId,
    /// Whose file or hand the entry comes from. Ids of a source are unique within it.
    pub publisher: String,
    /// The id that the publisher gives the entry.
    pub source_id: String,
    /// The organisation that offers it: its `id` under `/directory/organisations`.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// The name of the organisation that offers it.
    pub organisation_name: String,
    /// The name of the service (HSDS `name`).
    pub name: String,
    /// Another name in use (HSDS `alternate_name`).
    pub alternate_name: Option<String>,
    /// What is offered to those who come (HSDS `description`).
    pub description: Option<String>,
    /// Whether it can be used now (HSDS `status`).
    pub status: ServiceStatus,
    /// The needs it answers, in our own categories.
    pub categories: Vec<NeedCategory>,
    /// The countries it serves, ISO 3166-1 alpha-2. Empty if it does not say.
    pub countries: Vec<String>,
    /// The languages it speaks, ISO 639-3.
    pub languages: Vec<String>,
    /// Who may use the service.
    pub eligibility: Eligibility,
    /// The address of its page (HSDS `url`).
    pub url: Option<String>,
    /// The public mail address of the service.
    pub email: Option<String>,
    /// The telephone numbers of the service.
    pub phones: Vec<Phone>,
    /// How many places are free now. Null if it does not say.
    pub capacity: Option<i32>,
    /// Whether the service takes anybody new.
    pub accepting: bool,
    /// How fast it answers, in hours. Null if it does not say.
    pub answers_within_hours: Option<i32>,
    /// The day somebody last checked the entry (ISO 8601). Null if nobody did.
    #[schema(value_type = Option<String>, format = Date)]
    pub verified_on: Option<Day>,
    /// Whether it has experience with people who are detained.
    pub takes_detained: bool,
    /// The opening hours, in words.
    pub opening_hours: Option<String>,
    /// The places where it is offered: each `id` under `/directory/places`. Null in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<Uuid>>)]
    pub places: Option<Vec<PlaceId>>,
    /// Anything else the publisher says, under the names of the source.
    #[schema(value_type = Object)]
    pub details: Value,
    /// The day of the last change here (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub updated_on: Day,
    /// The version. The `ETag` is this number in quotation marks.
    pub revision: i64,
}

/// A place in the directory (HSDS 3.0 `location`): an office, or where somebody may be held, heard
/// or seen.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListedPlace {
    /// The place: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: PlaceId,
    /// Whose file or hand the entry comes from. Ids of a source are unique within it.
    pub publisher: String,
    /// The id that the publisher gives the entry.
    pub source_id: String,
    /// The organisation it belongs to: its `id` under `/directory/organisations`. Null if to none.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The name of the place (HSDS `name`).
    pub name: String,
    /// True: address and coordinates are shown to caseworkers, supervisors and coordinators only,
    /// and null for everybody else.
    pub confidential: bool,
    /// Street and house, in one line. Null if it is not known or not for the caller.
    pub address: Option<String>,
    /// The city or town it lies in.
    pub city: Option<String>,
    /// The state, province or region it lies in.
    pub region: Option<String>,
    /// The postal code of the place.
    pub postal_code: Option<String>,
    /// The country it lies in, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Degrees north (WGS 84). Null if not known or not for the caller.
    pub latitude: Option<f64>,
    /// Degrees east (WGS 84). Null if not known or not for the caller.
    pub longitude: Option<f64>,
    /// The telephone numbers of the place.
    pub phones: Vec<Phone>,
    /// Anything else the publisher says, under the names of the source.
    #[schema(value_type = Object)]
    pub details: Value,
    /// False when it vanished from the publisher's file or was put aside here.
    pub active: bool,
    /// The day of the last change here (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub updated_on: Day,
    /// The version. The `ETag` is this number in quotation marks.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_small_list_or_a_tenth_of_a_large_one_is_much() {
        for (gone, there, much) in [
            (0, 0, false),
            (1, 2, false),
            (1, 1, true),
            (3, 5, true),
            (20, 100, false),
            (21, 200, true),
            (21, 210, false),
        ] {
            assert_eq!(is_much(gone, there), much, "{gone} of {there}");
        }
    }

    #[test]
    fn what_turns_the_direction_is_not_shown() {
        assert!("Ana\n\t\u{200f}\u{639}".chars().all(is_shown));
        for bad in ['\0', '\u{1b}', '\u{85}', '\u{202e}', '\u{2066}'] {
            assert!(!is_shown(bad));
        }
    }
}
