//! Places of the United States' detention system: facilities of ICE and courts of EOIR.
//!
//! What must stay true: the id is the publisher's own (a DETLOC code, or the court's name), and
//! all columns the publisher may add later end in `details`. A point is only ever the middle of
//! a ZIP area, and `details` says so: it is good enough to say how far somebody is held from a
//! lawyer, and no use for finding the door.
//!
//! Deliberately absent: organisations. Nobody refers a case to a detention facility.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::faults::FaultCode;
use super::model::{Batch, Place, PlaceKind};
use super::record::{Faults, Record};
use super::{table, values};

/// Reads `facilities.csv`; `zips` is a table of `zip,latitude,longitude`.
pub fn ice_facilities(facilities: &[u8], zips: &[u8]) -> Batch {
    read("facilities.csv", facilities, zips, PlaceKind::Detention)
}

/// Reads `immigration_courts.csv`; `zips` is a table of `zip,latitude,longitude`.
pub fn eoir_courts(courts: &[u8], zips: &[u8]) -> Batch {
    read("immigration_courts.csv", courts, zips, PlaceKind::Court)
}

fn read(file: &str, bytes: &[u8], zips: &[u8], kind: PlaceKind) -> Batch {
    let faults = Faults::default();
    let middles = middles(zips, &faults);
    let rows = table::read(
        file,
        bytes,
        b',',
        &["id", "primary_name", "address"],
        &faults,
    );
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    for mut record in rows {
        let Some(id) = record.take_needed("id", FaultCode::BadValue) else {
            continue;
        };
        if !record.is_first("id", &id, &mut seen) {
            continue;
        }
        let named = record.take_needed("primary_name", FaultCode::EmptyName);
        let Some(name) = named else { continue };
        let mut place = place(record, kind, &middles);
        (place.source_id, place.name) = (id, name);
        places.push(place);
    }
    // Two files, two publishers: else each would say that the other's rows are gone.
    let publisher = match kind {
        PlaceKind::Court => "Detention System Data: courts",
        _ => "Detention System Data: facilities",
    };
    Batch {
        publisher: publisher.to_owned(),
        places,
        faults: faults.take(),
        ..Batch::default()
    }
}

/// The middles of ZIP areas that come with the program.
pub fn bundled_zips() -> &'static [u8] {
    include_bytes!("../../../data/detention/us_zip_centroids.csv")
}

type Middles = HashMap<String, (f64, f64)>;

fn middles(zips: &[u8], faults: &Faults) -> Middles {
    let columns = ["zip", "latitude", "longitude"];
    let mut middles = Middles::new();
    for mut record in table::read("us_zip_centroids.csv", zips, b',', &columns, faults) {
        let point = values::point(&mut record);
        let Some(zip) = record.take("zip") else {
            continue;
        };
        middles.extend(point.map(|point| (zip, point)));
    }
    middles
}

fn place(mut record: Record, kind: PlaceKind, middles: &Middles) -> Place {
    let address = Address::read(&record.take("address").unwrap_or_default());
    let phones = values::voice(record.take("phone"), Some("US"));
    let point = address
        .zip
        .as_ref()
        .and_then(|zip| middles.get(zip))
        .copied();
    if point.is_some() {
        record.set("point_is", "middle of the ZIP area");
    }
    for field in ["capacity", "adpTotal"] {
        number(&mut record, field);
    }
    // How many sources agree on each value is a matter of the publisher's own page.
    let own = |field: &String| !field.ends_with("_agreement") && !field.ends_with("_n_sources");
    let details = record
        .rest()
        .into_iter()
        .filter(|(field, _)| own(field))
        .collect();
    Place {
        kind,
        address: address.street,
        city: address.city,
        region: address.state,
        postal_code: address.postal_code,
        country: Some("US".to_owned()),
        latitude: point.map(|(latitude, _)| latitude),
        longitude: point.map(|(_, longitude)| longitude),
        phones,
        details: Value::Object(details),
        ..Place::default()
    }
}

fn number(record: &mut Record, field: &str) {
    let Some(text) = record.take(field) else {
        return;
    };
    let number = text.replace(',', "").parse().ok();
    match number.and_then(serde_json::Number::from_f64) {
        Some(number) => drop(record.fields.insert(field.to_owned(), number.into())),
        None => record.without(field, FaultCode::BadValue),
    }
}

/// `STREET, CITY, ST 12345-6789` in its parts. What does not have this form is all street.
#[derive(Debug, Default, PartialEq)]
struct Address {
    street: Option<String>,
    city: Option<String>,
    state: Option<String>,
    postal_code: Option<String>,
    /// The first five digits, by which middles are known.
    zip: Option<String>,
}

impl Address {
    fn read(text: &str) -> Self {
        Self::in_parts(text).unwrap_or_else(|| {
            let street = Some(text.to_owned()).filter(|text| !text.is_empty());
            Self {
                street,
                ..Self::default()
            }
        })
    }

    fn in_parts(text: &str) -> Option<Self> {
        let (rest, end) = text.rsplit_once(',')?;
        let (state, code) = end.trim().split_once(' ')?;
        let code = code.trim();
        let digits = code.split('-').next().unwrap_or_default();
        let is_state = state.len() == 2 && state.chars().all(|c| c.is_ascii_uppercase());
        if !is_state || digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let (street, city) = match rest.rsplit_once(',') {
            Some((street, city)) => (Some(street.trim().to_owned()), city),
            None => (None, rest),
        };
        Some(Self {
            street,
            city: Some(city.trim().to_owned()),
            state: Some(state.to_owned()),
            postal_code: Some(code.to_owned()),
            // Spreadsheets drop the zeros that ZIPs of the north-east begin with.
            zip: (digits.len() <= 5).then(|| format!("{digits:0>5}")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_fall_into_parts() {
        let address = Address::read("Mall, 1 Ted Turner Drive, SW, Atlanta, GA 30303-1234");
        assert_eq!(
            address.street.as_deref(),
            Some("Mall, 1 Ted Turner Drive, SW")
        );
        assert_eq!(address.city.as_deref(), Some("Atlanta"));
        assert_eq!(address.state.as_deref(), Some("GA"));
        assert_eq!(address.postal_code.as_deref(), Some("30303-1234"));
        assert_eq!(address.zip.as_deref(), Some("30303"));
        assert_eq!(
            Address::read("Mount Laurel, NJ 8054").zip.as_deref(),
            Some("08054")
        );
    }

    #[test]
    fn other_addresses_stay_whole() {
        for text in [
            "Somewhere",
            "a, b",
            "a, GA",
            "a, Ga 1",
            "a, GA x1",
            ",,,",
            "a, ÄÖ 12345",
        ] {
            assert_eq!(Address::read(text).street.as_deref(), Some(text));
            assert_eq!(Address::read(text).zip, None);
        }
        assert_eq!(Address::read(""), Address::default());
    }
}
