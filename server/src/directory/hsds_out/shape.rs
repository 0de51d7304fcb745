//! Rows as HSDS 3.0 objects.
//!
//! What must stay true: every object satisfies its published schema, so a value that its field
//! does not allow is left out; and every id is a UUID that stays the same.

use amparo_store::PlaceId;
use serde_json::{Map, Value, json};

use super::taxonomy;
use crate::directory::import::{Phone, PlaceKind};
use crate::directory::model::{ListedOrganisation, ListedPlace, ListedService};
use crate::directory::rows::public::Pair;
use crate::directory::text::derived_id;
use crate::words::reference;

/// What of a schedule HSDS has as text.
const SCHEDULE_TEXTS: [&str; 15] = [
    "valid_from",
    "valid_to",
    "dtstart",
    "until",
    "byday",
    "byweekno",
    "bymonthday",
    "byyearday",
    "description",
    "opens_at",
    "closes_at",
    "attending_type",
    "notes",
    "freq",
    "wkst",
];

/// An organisation without what is nested in it.
pub(super) fn organisation(one: &ListedOrganisation) -> Value {
    slim(json!({
        "id": one.id,
        "name": one.name,
        "alternate_name": one.alternate_name,
        "description": one.description.as_deref().unwrap_or_default(),
        "email": one.email,
        "website": one.url,
    }))
}

/// An organisation with its telephones.
pub(super) fn organisation_with_phones(one: &ListedOrganisation) -> Value {
    let mut value = organisation(one);
    put(&mut value, "phones", phones(one.id.as_bytes(), &one.phones));
    value
}

/// Just enough to know whether a service must be read again.
pub(super) fn minimal_service(one: &ListedService) -> Value {
    json!({
        "id": one.id,
        "name": one.name,
        "status": one.status,
        "last_modified": last_modified(one),
    })
}

/// A service without what is nested in it.
pub(super) fn service(one: &ListedService) -> Value {
    slim(json!({
        "id": one.id,
        "organization_id": one.organisation,
        "name": one.name,
        "alternate_name": one.alternate_name,
        "description": one.description,
        "url": one.url,
        "email": one.email,
        "status": one.status,
        "eligibility_description": one.eligibility.text,
        "minimum_age": one.eligibility.min_age,
        "maximum_age": one.eligibility.max_age,
        "assured_date": one.verified_on,
        "last_modified": last_modified(one),
    }))
}

/// A service with everything that belongs to it.
pub(super) fn full_service(
    one: &ListedService,
    owner: &ListedOrganisation,
    at: &[(Pair, ListedPlace)],
) -> Value {
    let id = one.id.as_bytes();
    let mut value = service(one);
    put(&mut value, "organization", organisation(owner));
    put(&mut value, "phones", phones(id, &one.phones));
    put(&mut value, "languages", languages(id, &one.languages));
    put(&mut value, "schedules", schedules(one));
    put(&mut value, "service_areas", areas(one));
    put(&mut value, "attributes", attributes(one));
    let places = at
        .iter()
        .map(|(pair, place)| service_at_location(*pair, place));
    put(&mut value, "service_at_locations", places.collect());
    value
}

/// A service at a place, with the place.
pub(super) fn service_at_location(pair: Pair, place: &ListedPlace) -> Value {
    json!({
        "id": pair.0,
        "service_id": pair.1,
        "location_id": pair.2,
        "location": location(place),
    })
}

/// A place that anybody may know.
pub(super) fn location(one: &ListedPlace) -> Value {
    let kind = match one.kind {
        PlaceKind::Virtual => "virtual",
        _ => "physical",
    };
    let mut value = slim(json!({
        "id": one.id,
        "location_type": kind,
        "organization_id": one.organisation,
        "name": one.name,
        "latitude": one.latitude,
        "longitude": one.longitude,
    }));
    put(&mut value, "addresses", addresses(one, kind));
    put(&mut value, "phones", phones(one.id.as_bytes(), &one.phones));
    value
}

/// HSDS wants a whole address; where the source has less, the parts are empty texts.
fn addresses(one: &ListedPlace, kind: &str) -> Value {
    let known = [&one.address, &one.city, &one.region, &one.postal_code];
    if known.iter().all(|part| part.is_none()) {
        return json!([]);
    }
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    json!([{
        "id": derived_id("address", &[one.id.as_bytes()]),
        "location_id": one.id,
        "address_1": text(&one.address),
        "city": text(&one.city),
        "state_province": text(&one.region),
        "postal_code": text(&one.postal_code),
        "country": text(&one.country),
        "address_type": kind,
    }])
}

fn phones(of: [u8; 16], phones: &[Phone]) -> Value {
    let phone = |(at, one): (usize, &Phone)| {
        let id = derived_id(&format!("phone/{at}"), &[of]);
        let mut value = slim(json!({
            "id": id,
            "number": one.e164.as_deref().unwrap_or(&one.number),
            "extension": one.extension.as_deref().and_then(|text| text.trim().parse::<u32>().ok()),
            "type": one.kind,
            "description": one.description,
        }));
        if !one.languages.is_empty() {
            let spoken = languages(id.into_bytes(), &one.languages);
            put(&mut value, "languages", spoken);
        }
        value
    };
    phones.iter().enumerate().map(phone).collect()
}

fn languages(of: [u8; 16], codes: &[String]) -> Value {
    codes
        .iter()
        .map(|code| {
            json!({
                "id": derived_id(&format!("language/{code}"), &[of]),
                "code": code,
                "name": reference::language_name(code).unwrap_or(code),
            })
        })
        .collect()
}

fn areas(one: &ListedService) -> Value {
    one.countries
        .iter()
        .map(|code| {
            json!({
                "id": derived_id(&format!("service_area/{code}"), &[one.id.as_bytes()]),
                "service_id": one.id,
                "name": reference::country_name(code).unwrap_or(code),
                "extent": code,
                "extent_type": "ISO 3166-1 alpha-2",
            })
        })
        .collect()
}

fn attributes(one: &ListedService) -> Value {
    one.categories
        .iter()
        .map(|need| {
            let label = format!("attribute/{}", need.as_str());
            json!({
                "id": derived_id(&label, &[one.id.as_bytes()]),
                "link_id": one.id,
                "link_entity": "service",
                "link_type": "need",
                "taxonomy_term_id": taxonomy::term_id(*need),
                "taxonomy_term": taxonomy::term(*need),
            })
        })
        .collect()
}

fn schedules(one: &ListedService) -> Value {
    let mut all: Vec<Value> = Vec::new();
    let own = one.details.get("schedules").and_then(Value::as_array);
    for (at, from) in own.into_iter().flatten().enumerate() {
        let mut schedule = Map::new();
        for field in SCHEDULE_TEXTS {
            if let Some(Value::String(text)) = from.get(field) {
                schedule.insert(field.to_owned(), Value::from(text.as_str()));
            }
        }
        let id = derived_id(&format!("schedule/{at}"), &[one.id.as_bytes()]);
        schedule.insert("id".to_owned(), json!(id));
        if !matches!(
            text_of(&schedule, "freq"),
            None | Some("WEEKLY" | "MONTHLY")
        ) {
            schedule.remove("freq");
        }
        let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        if !text_of(&schedule, "wkst").is_none_or(|day| days.contains(&day)) {
            schedule.remove("wkst");
        }
        all.push(Value::Object(schedule));
    }
    if let Some(words) = &one.opening_hours {
        let id = derived_id("schedule/words", &[one.id.as_bytes()]);
        all.push(json!({ "id": id, "description": words }));
    }
    Value::Array(all)
}

fn text_of<'a>(fields: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    fields.get(field).and_then(Value::as_str)
}

/// We keep days, so that a dump does not show who worked when; HSDS wants a time.
fn last_modified(one: &ListedService) -> String {
    format!("{}T00:00:00Z", one.updated_on.to_date())
}

/// Without the fields that are null: HSDS leaves out what is not there.
fn slim(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.retain(|_, one| !one.is_null());
    }
    value
}

pub(super) fn put(value: &mut Value, field: &str, nested: Value) {
    if let Value::Object(fields) = value {
        fields.insert(field.to_owned(), nested);
    }
}

/// The places of some pairs, in the order of the pairs; a pair without a place is left out.
pub(super) fn join(pairs: &[Pair], places: Vec<ListedPlace>) -> Vec<(Pair, ListedPlace)> {
    let by_id: std::collections::HashMap<PlaceId, ListedPlace> =
        places.into_iter().map(|place| (place.id, place)).collect();
    pairs
        .iter()
        .filter_map(|pair| Some((*pair, by_id.get(&pair.2)?.clone())))
        .collect()
}
