//! Rows as what is shown.

use serde_json::{Map, Value};

use super::model::{Hidden, ListedOrganisation, ListedPlace, ListedService};
use super::rows::organisations::OrganisationRow;
use super::rows::places::PlaceRow;
use super::rows::services::ServiceRow;
use super::rows::words;
use crate::foundation::Refusal;
use crate::words::NeedCategory;

impl ListedOrganisation {
    pub(super) fn read(row: OrganisationRow) -> Result<Self, Refusal> {
        let mut details = object(&row.details)?;
        Ok(Self {
            id: row.id,
            publisher: row.publisher,
            source_id: row.source_id,
            participant: row.participant_id,
            kind: row.kind,
            name: row.name,
            alternate_name: take_text(&mut details, "alternate_name"),
            description: row.description,
            country: row.country,
            url: row.url,
            email: row.email,
            phones: serde_json::from_str(&row.phones)?,
            details: Value::Object(details),
            active: row.active,
            updated_on: row.updated_on,
            revision: row.revision,
        })
    }
}

impl ListedService {
    pub(super) fn read(row: ServiceRow, organisation_name: String) -> Result<Self, Refusal> {
        let mut details = object(&row.details)?;
        let own = |column: &str| words(column).map(ToOwned::to_owned).collect();
        Ok(Self {
            id: row.id,
            publisher: row.publisher,
            source_id: row.source_id,
            organisation: row.organisation_id,
            organisation_name,
            name: row.name,
            alternate_name: take_text(&mut details, "alternate_name"),
            description: row.description,
            status: row.status,
            categories: words(&row.categories)
                .filter_map(NeedCategory::parse)
                .collect(),
            countries: own(&row.countries),
            languages: own(&row.languages),
            eligibility: serde_json::from_str(&row.eligibility)?,
            url: row.url,
            email: row.email,
            phones: serde_json::from_str(&row.phones)?,
            capacity: row.capacity,
            accepting: row.accepting,
            answers_within_hours: row.answers_within_hours,
            verified_on: row.verified_on,
            takes_detained: details.remove("takes_detained") == Some(Value::Bool(true)),
            opening_hours: take_text(&mut details, "opening_hours"),
            places: None,
            details: Value::Object(details),
            updated_on: row.updated_on,
            revision: row.revision,
        })
    }
}

impl ListedPlace {
    /// The view; `hidden` is what the seal held, for who may see it.
    pub(super) fn read(row: PlaceRow, hidden: Option<Hidden>) -> Result<Self, Refusal> {
        let open = Hidden {
            address: row.address,
            postal_code: row.postal_code,
            latitude: row.latitude,
            longitude: row.longitude,
            details: Value::Object(object(&row.details)?),
        };
        let known = hidden.unwrap_or(open);
        Ok(Self {
            id: row.id,
            publisher: row.publisher,
            source_id: row.source_id,
            organisation: row.organisation_id,
            kind: row.kind,
            name: row.name,
            confidential: row.confidential,
            address: known.address,
            city: row.city,
            region: row.region,
            postal_code: known.postal_code,
            country: row.country,
            latitude: known.latitude,
            longitude: known.longitude,
            phones: serde_json::from_str(&row.phones)?,
            details: known.details,
            active: row.active,
            updated_on: row.updated_on,
            revision: row.revision,
        })
    }
}

fn object(text: &str) -> Result<Map<String, Value>, Refusal> {
    Ok(serde_json::from_str(text)?)
}

fn take_text(details: &mut Map<String, Value>, field: &str) -> Option<String> {
    match details.remove(field)? {
        Value::String(text) => Some(text),
        other => {
            details.insert(field.to_owned(), other);
            None
        }
    }
}
