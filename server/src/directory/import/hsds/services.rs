//! HSDS services, and what joins them to places and taxonomy terms.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::super::faults::FaultCode;
use super::super::model::{Service, ServiceStatus};
use super::super::record::{Faults, Packed, Record};
use super::super::values;
use super::Tables;
use super::children::{Children, Group, Known, Parent, as_json};
use super::columns;
use super::eligibility::{capacity, eligibility};
use super::places::{Index, Local};
use crate::words::needs;
use crate::words::reference::{self, fold};

/// A service row whose owner is known, and its places so far.
pub(super) struct Owned {
    pub(super) id: String,
    record: Packed,
    organisation: String,
    places: Vec<String>,
}

/// Those services whose organisation is known. Ohana's rows name a location instead, and the
/// location names the organisation.
pub(super) fn owned(
    services: Vec<Packed>,
    locations: &[Packed],
    known: &mut Known,
    faults: &Faults,
) -> Vec<Owned> {
    let owners: HashMap<String, String> = locations
        .iter()
        .map(|place| place.unpack(faults))
        .filter_map(|place| Some((place.text("id")?, place.text("organization_id")?)))
        .collect();
    let mut taken = Vec::new();
    for packed in services {
        let mut record = packed.unpack(faults);
        let place = record.take("location_id");
        let known_place = place.filter(|id| {
            let found = known.has(Parent::Location, id);
            if !found {
                record.without("location_id", FaultCode::DanglingReference);
            }
            found
        });
        let of_place = || known_place.as_ref().and_then(|id| owners.get(id)).cloned();
        let organisation = record.take("organization_id").or_else(of_place);
        if let Some(organisation) = organisation.filter(|id| known.has(Parent::Organization, id)) {
            let places = known_place.into_iter().collect();
            taken.push(Owned {
                id: record.text("id").unwrap_or_default(),
                record: record.pack(),
                organisation,
                places,
            });
        } else {
            record.skipped("organization_id", FaultCode::DanglingReference);
            known
                .ids
                .remove(&(Parent::Service, record.text("id").unwrap_or_default()));
        }
    }
    taken
}

/// Reads which service is offered where.
pub(super) fn join_places(
    tables: &mut Tables,
    services: &mut [Owned],
    known: &mut Known,
    faults: &Faults,
) {
    let ids = services.iter().enumerate();
    let position: HashMap<String, usize> = ids.map(|(at, s)| (s.id.clone(), at)).collect();
    let mut seen = HashSet::new();
    for packed in tables.remove("service_at_locations").unwrap_or_default() {
        let record = packed.unpack(faults);
        let id = record.text("id");
        let repeats = id.as_ref().is_some_and(|id| !seen.insert(id.clone()));
        let service = record.text("service_id").unwrap_or_default();
        let location = record.text("location_id").unwrap_or_default();
        let Some(owned) = position.get(&service).and_then(|at| services.get_mut(*at)) else {
            record.skipped("service_id", FaultCode::DanglingReference);
            continue;
        };
        if !known.has(Parent::Location, &location) {
            record.skipped("location_id", FaultCode::DanglingReference);
            continue;
        }
        if repeats && !record.nested {
            record.skipped("id", FaultCode::DuplicateId);
            continue;
        }
        values::add(&mut owned.places, &location);
        known.joined.extend(id.map(|id| (id, (service, location))));
    }
}

/// Taxonomy terms by id.
pub(super) struct Terms(HashMap<String, Map<String, Value>>);

impl Terms {
    /// Takes the table of terms.
    pub(super) fn read(tables: &mut Tables, faults: &Faults) -> Self {
        let mut terms = HashMap::new();
        for packed in tables.remove("taxonomy_terms").unwrap_or_default() {
            let mut record = packed.unpack(faults);
            // In Ohana's table, which has no `id`, this is the term's own id.
            if record.text("id").is_none() {
                record.rename("taxonomy_id", "id");
            }
            match record.text("id") {
                None => record.skipped("id", FaultCode::BadValue),
                Some(id) if terms.contains_key(&id) => {
                    record.skipped("id", FaultCode::DuplicateId);
                }
                Some(id) => {
                    terms.insert(id, record.rest());
                }
            }
        }
        Self(terms)
    }
}

/// One service, complete.
pub(super) fn service(
    owned: &Owned,
    index: &Index,
    children: &Children,
    terms: &Terms,
    faults: &Faults,
) -> Service {
    let mut record = owned.record.unpack(faults);
    let places: Vec<&Local> = owned.places.iter().filter_map(|id| index.get(id)).collect();
    let source_id = record.take("id").unwrap_or_default();
    let mut group = children.of(Parent::Service, &source_id, faults);
    let names = term_names(&mut record, &mut group, terms);
    let countries = countries(&group, &places);
    let phone_country = countries.first().map(String::as_str);
    let phones = columns::phones(&mut group, phone_country);
    let url = values::url(&mut record, "url");
    let email = values::email(&mut record, "email");
    Service {
        organisation_source_id: owned.organisation.clone(),
        name: record.take("name").unwrap_or_default(),
        alternate_name: record.take("alternate_name"),
        description: record.take("description"),
        status: status(&mut record),
        categories: needs::of_terms(names.iter().map(String::as_str)),
        languages: languages(&record, &group, &places),
        countries,
        eligibility: eligibility(&mut record, &mut group),
        email,
        url,
        phones,
        schedules: as_json(group.remove("schedules").unwrap_or_default()),
        capacity: capacity(&group),
        place_source_ids: owned.places.clone(),
        details: columns::details(record, group),
        source_id,
    }
}

/// The names of all terms and keywords. Terms given by id are written out into the attributes.
fn term_names(record: &mut Record, group: &mut Group, terms: &Terms) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in group.get_mut("attributes").into_iter().flatten() {
        if let Some(id) = attribute.text("taxonomy_term_id") {
            if let Some(term) = terms.0.get(&id) {
                attribute
                    .fields
                    .insert("taxonomy_term".to_owned(), term.clone().into());
            } else {
                attribute.without("taxonomy_term_id", FaultCode::DanglingReference);
            }
        }
        let name = attribute
            .fields
            .get("taxonomy_term")
            .and_then(|term| term.get("name"));
        names.extend(name.and_then(Value::as_str).map(ToOwned::to_owned));
    }
    let listed = record.take("taxonomy_ids").unwrap_or_default();
    let mut written_out = Vec::new();
    for id in values::parts(&listed, &[',', ';']) {
        let Some(term) = terms.0.get(id) else {
            record.without("taxonomy_ids", FaultCode::DanglingReference);
            continue;
        };
        names.extend(
            term.get("name")
                .and_then(Value::as_str)
                .map(ToOwned::to_owned),
        );
        written_out.push(json!({ "taxonomy_term": term }));
    }
    if !written_out.is_empty() {
        record
            .fields
            .insert("attributes".to_owned(), Value::Array(written_out));
    }
    let keywords = record.text("keywords").unwrap_or_default();
    names.extend(values::parts(&keywords, &[',', ';']).map(ToOwned::to_owned));
    names
}

/// A status we do not understand must not send anybody to a closed door.
fn status(record: &mut Record) -> ServiceStatus {
    let Some(text) = record.take("status") else {
        return ServiceStatus::Active;
    };
    let text = text.to_lowercase().replace('_', " ");
    ServiceStatus::parse(&text).unwrap_or_else(|_| {
        record.without("status", FaultCode::BadValue);
        ServiceStatus::Inactive
    })
}

fn languages(record: &Record, group: &Group, places: &[&Local]) -> Vec<String> {
    let mut codes = columns::languages(record, group);
    if codes.is_empty() {
        let spoken = places.iter().flat_map(|place| &place.languages);
        spoken.for_each(|code| values::add(&mut codes, code));
    }
    codes
}

/// Only an area that says it is a country counts: "Georgia" and "CA" are states as well.
fn countries(group: &Group, places: &[&Local]) -> Vec<String> {
    let mut codes = Vec::new();
    for area in group.get("service_areas").into_iter().flatten() {
        let is_country = area
            .text("extent_type")
            .is_some_and(|kind| fold(&kind) == "country");
        let named = || area.text("extent").or_else(|| area.text("name"));
        if is_country && let Some(code) = named().as_deref().and_then(reference::country) {
            values::add(&mut codes, code);
        }
    }
    if codes.is_empty() {
        let of_places = places.iter().filter_map(|place| place.country.as_deref());
        of_places.for_each(|code| values::add(&mut codes, code));
    }
    codes
}
