//! The legal advisers of the Legal Aid Agency (England and Wales), from its Django fixture.
//!
//! One organisation per firm, one place per office and outreach location, one service per office
//! and area of law. Ids are built from firm and account numbers, not from the fixture's row
//! numbers, because those change from one release to the next.
//!
//! Deliberately absent: criminal defence, family law and family mediation. They are most of the
//! file, and offering them to somebody who needs an immigration lawyer would waste days. The
//! firms and offices themselves are all taken.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::faults::FaultCode;
use super::model::{Batch, Organisation, OrganisationKind, Phone, Place, Service};
use super::record::Record;
use super::values;

use areas::Area;
use fixture::{Fixture, key};

mod areas;
mod fixture;

/// Reads `initial_advisers.json` and `initial_categories.json`.
pub fn laa_fixture(advisers: &[u8], categories: &[u8]) -> Batch {
    let mut fixture = Fixture::default();
    fixture.read("categories", categories);
    fixture.read("advisers", advisers);
    let publisher = "Legal Aid Agency".to_owned();
    let batch = Batch {
        publisher,
        ..Batch::default()
    };
    let mut reading = Reading {
        batch,
        offices: HashMap::new(),
        offered: HashMap::new(),
    };
    let firms = reading.organisations(&mut fixture);
    reading.offices(&mut fixture, &firms);
    reading.outreach(&mut fixture);
    reading.batch.faults = fixture.faults.take();
    reading.batch
}

/// An office that was taken.
struct Office {
    account: String,
    firm: String,
    name: String,
    phones: Vec<Phone>,
}

struct Reading {
    batch: Batch,
    /// Offices taken, by row number.
    offices: HashMap<i64, Office>,
    /// Where each service stands in the batch.
    offered: HashMap<String, usize>,
}

impl Reading {
    /// Takes the firms and returns their id and name by row number.
    fn organisations(&mut self, fixture: &mut Fixture) -> HashMap<i64, (String, String)> {
        let mut firms = HashMap::new();
        let mut seen = HashSet::new();
        for (pk, mut record) in std::mem::take(&mut fixture.organisations) {
            let Some(name) = record.take_needed("name", FaultCode::EmptyName) else {
                continue;
            };
            let Some(number) = record.take_needed("firm", FaultCode::BadValue) else {
                continue;
            };
            if !record.is_first("firm", &number, &mut seen) {
                continue;
            }
            let source_id = format!("firm-{number}");
            firms.insert(pk, (source_id.clone(), name.clone()));
            if let Some(kind) = key(&record, "type").and_then(|key| fixture.types.get(&key)) {
                record.set("legal_status", kind);
            }
            record.fields.remove("type");
            let url = values::url(&mut record, "website");
            self.batch.organisations.push(Organisation {
                source_id,
                name,
                alternate_name: None,
                kind: OrganisationKind::Legal,
                description: None,
                url,
                email: None,
                phones: Vec::new(),
                country: Some("GB".to_owned()),
                details: Value::Object(record.rest()),
            });
        }
        firms
    }

    fn offices(&mut self, fixture: &mut Fixture, firms: &HashMap<i64, (String, String)>) {
        let mut seen = HashSet::new();
        for (pk, record) in std::mem::take(&mut fixture.offices) {
            let Some((firm, name)) = pointed(&record, "organisation", firms) else {
                continue;
            };
            let account = record.need("account_number", FaultCode::BadValue);
            let Some(account) = account else { continue };
            if !record.is_first("account_number", &account, &mut seen) {
                continue;
            }
            let Some(location) = fixture.location(&record) else {
                continue;
            };
            let office = Office {
                account,
                firm: firm.clone(),
                name: name.clone(),
                phones: values::voice(record.text("telephone"), Some("GB")),
            };
            let id = format!("office-{}", office.account);
            let mut place = place(&office, location);
            place.source_id.clone_from(&id);
            place.phones.clone_from(&office.phones);
            self.batch.places.push(place);
            for area in fixture.areas(&record) {
                self.offer(&office, area, &id);
            }
            self.offices.insert(pk, office);
        }
    }

    fn outreach(&mut self, fixture: &mut Fixture) {
        let offices = std::mem::take(&mut self.offices);
        let mut taken: HashSet<String> = HashSet::new();
        for (_, record) in std::mem::take(&mut fixture.outreach) {
            let Some(office) = pointed(&record, "office", &offices) else {
                continue;
            };
            let Some(location) = fixture.location(&record) else {
                continue;
            };
            let areas = fixture.areas(&record);
            if areas.is_empty() {
                continue;
            }
            // One location may stand in several rows, one for each area of law.
            let place = [location.text("postcode"), location.text("address")];
            let place: Vec<String> = place.into_iter().flatten().collect();
            let slug = values::slug(&place.join(" "));
            let id = format!("outreach-{}-{slug}", office.account);
            if taken.insert(id.clone()) {
                let mut place = self::place(office, location);
                place.source_id.clone_from(&id);
                self.batch.places.push(place);
            }
            for area in areas {
                self.offer(office, area, &id);
            }
        }
    }

    /// Adds the service, or one more place to it.
    fn offer(&mut self, office: &Office, area: &Area, place: &str) {
        let (code, name, needs) = area;
        let source_id = format!("{}-{code}", office.account);
        let at = self.offered.get(&source_id).copied();
        if let Some(service) = at.and_then(|at| self.batch.services.get_mut(at)) {
            values::add(&mut service.place_source_ids, place);
            return;
        }
        self.offered
            .insert(source_id.clone(), self.batch.services.len());
        let term = json!({ "code": code, "name": name, "taxonomy": "Legal Aid Agency" });
        self.batch.services.push(Service {
            source_id,
            organisation_source_id: office.firm.clone(),
            name: (*name).to_owned(),
            categories: needs.to_vec(),
            countries: vec!["GB".to_owned()],
            phones: office.phones.clone(),
            schedules: json!([]),
            place_source_ids: vec![place.to_owned()],
            details: json!({ "attributes": [{ "taxonomy_term": term }] }),
            ..Service::default()
        });
    }
}

/// An office, or where it goes to meet people.
fn place(office: &Office, mut location: Record) -> Place {
    let point = well_known_text(&mut location);
    let city = location.take("city");
    let name = match &city {
        Some(city) => format!("{}, {city}", office.name),
        None => office.name.clone(),
    };
    let address = location.take("address");
    Place {
        organisation_source_id: Some(office.firm.clone()),
        name,
        address: address.map(|lines| lines.replace('\n', ", ")),
        city,
        postal_code: location.take("postcode"),
        country: Some("GB".to_owned()),
        latitude: point.map(|(latitude, _)| latitude),
        longitude: point.map(|(_, longitude)| longitude),
        details: Value::Object(location.rest()),
        ..Place::default()
    }
}

/// What a row points to; without it the row is lost.
fn pointed<'a, T>(record: &Record, field: &str, taken: &'a HashMap<i64, T>) -> Option<&'a T> {
    let found = key(record, field).and_then(|key| taken.get(&key));
    if found.is_none() {
        record.skipped(field, FaultCode::DanglingReference);
    }
    found
}

/// `POINT (longitude latitude)`, north and east in degrees.
fn well_known_text(location: &mut Record) -> Option<(f64, f64)> {
    let text = location.take("point")?;
    let inside = || {
        let (_, rest) = text.split_once("POINT")?;
        let (longitude, latitude) = rest
            .trim()
            .strip_prefix('(')?
            .strip_suffix(')')?
            .trim()
            .split_once(' ')?;
        let latitude = values::degrees(Some(latitude), 90.0)?;
        Some((latitude, values::degrees(Some(longitude), 180.0)?))
    };
    let point = inside();
    if point.is_none() {
        location.without("point", FaultCode::BadValue);
    }
    point
}
