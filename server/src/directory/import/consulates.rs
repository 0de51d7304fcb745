//! Embassies and consulates, from the database of embassies (an export of Wikidata).
//!
//! One organisation per sending state and country where it is represented, because that is whom
//! a person would be told to write to; one place per embassy or consulate. They are of kind
//! authority: they stand in the directory and never receive a sealed packet.
//!
//! Deliberately absent: pictures and social media of the source.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::faults::FaultCode;
use super::model::{Batch, Organisation, OrganisationKind, Place, PlaceKind};
use super::record::{Faults, Record};
use super::{table, values};
use crate::words::reference;

/// Reads `database_of_embassies.csv`, parted by semicolons.
pub fn consulates(bytes: &[u8]) -> Batch {
    let faults = Faults::default();
    let file = "database_of_embassies.csv";
    let columns = ["operator", "country", "type", "QID"];
    let rows = table::read(file, bytes, b';', &columns, &faults);
    let mut batch = Batch {
        publisher: "Database of embassies".to_owned(),
        ..Batch::default()
    };
    let mut missions = HashSet::new();
    let mut seen = HashSet::new();
    for mut record in rows {
        // The export writes the whole address of the Wikidata item.
        let id = record
            .take("QID")
            .and_then(|id| Some(id.rsplit('/').next()?.to_owned()));
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            record.skipped("QID", FaultCode::BadValue);
            continue;
        };
        if seen.contains(&id) {
            record.skipped("QID", FaultCode::DuplicateId);
            continue;
        }
        let (Some(sender), Some(host)) = (record.take("operator"), record.take("country")) else {
            record.skipped("operator", FaultCode::EmptyName);
            continue;
        };
        let sender = State::read(&record, "operator", sender);
        let host = State::read(&record, "country", host);
        let mission = format!("mission-{}-{}", sender.id, host.id);
        if missions.insert(mission.clone()) {
            batch
                .organisations
                .push(organisation(&mission, &sender, &host));
        }
        let mut place = place(record, &sender, &host);
        place.organisation_source_id = Some(mission);
        place.source_id.clone_from(&id);
        batch.places.push(place);
        seen.insert(id);
    }
    batch.faults = faults.take();
    batch
}

/// A sending or receiving state.
struct State {
    name: String,
    code: Option<&'static str>,
    /// The code, or the name for what has no code of its own.
    id: String,
}

impl State {
    fn read(record: &Record, field: &str, name: String) -> Self {
        let code = reference::country(&name);
        if code.is_none() {
            record.without(field, FaultCode::UnknownCountry);
        }
        let id = code.map_or_else(|| values::slug(&name), ToOwned::to_owned);
        Self { name, code, id }
    }

    fn code(&self) -> Option<String> {
        self.code.map(ToOwned::to_owned)
    }
}

fn organisation(source_id: &str, sender: &State, host: &State) -> Organisation {
    Organisation {
        source_id: source_id.to_owned(),
        name: format!("{} in {}: embassy and consulates", sender.name, host.name),
        alternate_name: None,
        kind: OrganisationKind::Authority,
        description: None,
        url: None,
        email: None,
        phones: Vec::new(),
        country: host.code(),
        details: json!({ "sending_state": sender.name, "sending_country": sender.code }),
    }
}

fn place(mut record: Record, sender: &State, host: &State) -> Place {
    let country = host.code();
    let city = record.take("city");
    let kind = record.take("type").unwrap_or_else(|| "mission".to_owned());
    let name = match &city {
        Some(city) => format!("{} of {}, {city}", capitalised(&kind), sender.name),
        None => format!("{} of {}", capitalised(&kind), sender.name),
    };
    let phones = values::voice(record.take("phone"), country.as_deref());
    let point = values::point(&mut record);
    let url = values::url(&mut record, "website");
    let email = values::email(&mut record, "email");
    let jurisdictions = record.take("jurisdictions").unwrap_or_default();
    let address = record.take("address");
    let mut details = record.rest();
    let jurisdictions: Vec<&str> = values::parts(&jurisdictions, &['|']).collect();
    let codes: Vec<&str> = jurisdictions
        .iter()
        .filter_map(|name| reference::country(name))
        .collect();
    for (field, value) in [
        ("mission_type", json!(kind)),
        ("sending_country", json!(sender.code)),
        ("sending_state", json!(sender.name)),
        ("jurisdictions", json!(jurisdictions)),
        ("jurisdiction_countries", json!(codes)),
        ("url", json!(url)),
        ("email", json!(email)),
    ] {
        details.insert(field.to_owned(), value);
    }
    details.retain(|_, value| !value.is_null());
    Place {
        name,
        kind: PlaceKind::Consulate,
        address,
        city,
        country,
        latitude: point.map(|(latitude, _)| latitude),
        longitude: point.map(|(_, longitude)| longitude),
        phones,
        details: Value::Object(details),
        ..Place::default()
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
