//! From what was said to rows. Seals what is confidential about a place.

use amparo_store::Sealed;
use amparo_vault::{Padding, Zeroizing};
use serde_json::{Map, Value};

use super::fields::{OrganisationEntry, PlaceEntry, ServiceEntry};
use super::lists::seal_of;
use super::model::Hidden;
use super::rows::listed;
use super::rows::organisations::OrganisationRow;
use super::rows::places::PlaceRow;
use super::rows::services::ServiceRow;
use super::text::{search_text, sort_key};
use crate::foundation::{Act, Refusal};
use crate::words::{Country, Language, NeedCategory};

/// The row as the entry says; what the entry does not speak of stays.
pub(super) fn organisation(
    row: OrganisationRow,
    entry: &OrganisationEntry,
) -> Result<OrganisationRow, Refusal> {
    let mut details: Map<String, Value> = serde_json::from_str(&row.details)?;
    put(&mut details, "alternate_name", entry.alternate_name.clone());
    let name = entry.name.trim().to_owned();
    Ok(OrganisationRow {
        participant_id: entry.participant,
        kind: entry.kind,
        search: search_text([
            name.as_str(),
            entry.alternate_name.as_deref().unwrap_or_default(),
            entry.description.as_deref().unwrap_or_default(),
        ]),
        sort_key: sort_key(&name),
        name,
        description: entry.description.clone(),
        country: entry.country.as_ref().map(ToString::to_string),
        url: entry.url.clone(),
        email: entry.email.clone(),
        phones: serde_json::to_string(&entry.phones)?,
        details: serde_json::to_string(&details)?,
        active: entry.active,
        active_before: row.active_before.filter(|_| entry.active == row.active),
        ..row
    })
}

/// The row as the entry says; what the entry does not speak of stays.
pub(super) fn service(
    row: ServiceRow,
    entry: &ServiceEntry,
    owner: &str,
) -> Result<ServiceRow, Refusal> {
    let mut details: Map<String, Value> = serde_json::from_str(&row.details)?;
    put(&mut details, "alternate_name", entry.alternate_name.clone());
    put(&mut details, "opening_hours", entry.opening_hours.clone());
    put(
        &mut details,
        "takes_detained",
        entry.takes_detained.then_some(true),
    );
    let name = entry.name.trim().to_owned();
    Ok(ServiceRow {
        organisation_id: entry.organisation,
        search: search_text([
            name.as_str(),
            entry.alternate_name.as_deref().unwrap_or_default(),
            owner,
            entry.description.as_deref().unwrap_or_default(),
        ]),
        sort_key: sort_key(&name),
        name,
        description: entry.description.clone(),
        status: entry.status,
        // A word said here about whether it is there counts more than what the file once said.
        status_before: row.status_before.filter(|_| entry.status == row.status),
        categories: listed(entry.categories.iter().copied().map(NeedCategory::as_str)),
        countries: listed(entry.countries.iter().map(Country::as_str)),
        languages: listed(entry.languages.iter().map(Language::as_str)),
        eligibility: serde_json::to_string(&entry.eligibility)?,
        url: entry.url.clone(),
        email: entry.email.clone(),
        phones: serde_json::to_string(&entry.phones)?,
        capacity: entry.capacity,
        accepting: entry.accepting,
        answers_within_hours: entry.answers_within_hours,
        verified_on: entry.verified_on,
        details: serde_json::to_string(&details)?,
        ..row
    })
}

/// The row as the entry says. `details` are those of the place as they stand, out of their seal.
pub(super) fn place(
    act: &mut Act<'_>,
    row: PlaceRow,
    entry: &PlaceEntry,
    details: Map<String, Value>,
) -> Result<PlaceRow, Refusal> {
    let name = entry.name.trim().to_owned();
    let open = PlaceRow {
        organisation_id: entry.organisation,
        kind: entry.kind,
        sort_key: sort_key(&name),
        name,
        address: entry.address.clone(),
        city: entry.city.clone(),
        region: entry.region.clone(),
        postal_code: entry.postal_code.clone(),
        country: entry.country.as_ref().map(ToString::to_string),
        latitude: entry.latitude,
        longitude: entry.longitude,
        confidential: entry.confidential,
        sealed: None,
        phones: serde_json::to_string(&entry.phones)?,
        details: serde_json::to_string(&details)?,
        active: entry.active,
        active_before: row.active_before.filter(|_| entry.active == row.active),
        ..row
    };
    hide(act, open)
}

/// Moves what is confidential about a confidential place out of the clear columns into its seal,
/// and makes the words by which the place is found.
fn hide(act: &mut Act<'_>, mut row: PlaceRow) -> Result<PlaceRow, Refusal> {
    if row.confidential {
        let hidden = Hidden {
            address: row.address.take(),
            postal_code: row.postal_code.take(),
            latitude: row.latitude.take(),
            longitude: row.longitude.take(),
            details: serde_json::from_str(&row.details)?,
        };
        "{}".clone_into(&mut row.details);
        let plain = Zeroizing::new(serde_json::to_vec(&hidden)?);
        let instance = &act.app().instance;
        let sealed = instance.seal(&seal_of(row.id), &plain, Padding::Record, act.rng())?;
        row.sealed = Some(Sealed::new(sealed)?);
    }
    let known = [&row.city, &row.region, &row.postal_code, &row.address];
    let texts = known.into_iter().filter_map(Option::as_deref);
    row.search = search_text([row.name.as_str()].into_iter().chain(texts));
    Ok(row)
}

fn put(details: &mut Map<String, Value>, field: &str, value: Option<impl Into<Value>>) {
    match value {
        Some(value) => drop(details.insert(field.to_owned(), value.into())),
        None => drop(details.remove(field)),
    }
}
