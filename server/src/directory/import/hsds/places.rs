//! HSDS locations and their addresses.

use std::collections::HashMap;

use super::super::faults::FaultCode;
use super::super::model::{NeedCategory, Place, PlaceKind, Service};
use super::super::record::Record;
use super::super::values;
use super::children::{Children, Group, Known, Parent};
use super::columns;

/// A place, and the languages spoken there.
pub(super) struct Spoken {
    /// The place.
    pub(super) place: Place,
    /// ISO 639-3.
    pub(super) languages: Vec<String>,
}

/// What a service may take over from a place.
#[derive(Default)]
pub(super) struct Local {
    /// ISO 3166-1 alpha-2.
    pub(super) country: Option<String>,
    /// ISO 639-3.
    pub(super) languages: Vec<String>,
}

/// Places by id.
pub(super) type Index = HashMap<String, Local>;

/// One place; none if it can be called nothing at all.
pub(super) fn place(
    mut record: Record,
    children: &Children,
    owners: &HashMap<String, String>,
    known: &Known,
) -> Option<Spoken> {
    let source_id = record.take("id")?;
    let organisation = organisation(&mut record, known);
    let mut group = children.of(Parent::Location, &source_id, &record.faults);
    let address = address(&mut group);
    let owner = || organisation.as_ref().and_then(|id| owners.get(id)).cloned();
    let own_name = record.take("name");
    if own_name.is_none() {
        record.without("name", FaultCode::EmptyName);
    }
    let name = own_name
        .or_else(|| record.text("alternate_name"))
        .or(address.street.clone());
    let Some(name) = name.or_else(owner) else {
        record.skipped("name", FaultCode::EmptyName);
        return None;
    };
    let point = values::point(&mut record);
    let confidential = ["confidential", "is_confidential", "address_confidential"]
        .iter()
        .any(|f| record.says_yes(f));
    let languages = columns::languages(&record, &group);
    let place = Place {
        organisation_source_id: organisation,
        name,
        kind: kind(&mut record),
        phones: columns::phones(&mut group, address.country.as_deref()),
        address: address.street,
        city: address.city,
        region: address.region,
        postal_code: address.postal_code,
        country: address.country,
        latitude: point.map(|(latitude, _)| latitude),
        longitude: point.map(|(_, longitude)| longitude),
        confidential,
        details: columns::details(record, group),
        source_id,
    };
    Some(Spoken { place, languages })
}

/// Whether people are sheltered from violence where the service is offered. Such a shelter is worth
/// nothing once its address is known, and HSDS has no word for that. So such places are hidden until
/// a coordinator says otherwise.
pub(super) fn is_shelter(service: &Service) -> bool {
    let has = |need| service.categories.contains(&need);
    has(NeedCategory::Safety) && has(NeedCategory::Shelter)
}

fn organisation(record: &mut Record, known: &Known) -> Option<String> {
    let id = record.take("organization_id")?;
    if known.has(Parent::Organization, &id) {
        return Some(id);
    }
    record.without("organization_id", FaultCode::DanglingReference);
    None
}

fn kind(record: &mut Record) -> PlaceKind {
    match record.take("location_type").as_deref() {
        Some("virtual") => PlaceKind::Virtual,
        None | Some("physical" | "postal") => PlaceKind::Office,
        Some(_) => {
            record.without("location_type", FaultCode::BadValue);
            PlaceKind::Office
        }
    }
}

#[derive(Default)]
struct Address {
    street: Option<String>,
    city: Option<String>,
    region: Option<String>,
    postal_code: Option<String>,
    country: Option<String>,
}

/// The address one can go to, else the one to write to. The others stay in the group.
fn address(group: &mut Group) -> Address {
    let Some(rows) = group.get_mut("addresses") else {
        return Address::default();
    };
    let is_postal = |r: &Record| r.text("address_type").as_deref() == Some("postal");
    let chosen = rows
        .iter()
        .position(|record| !is_postal(record))
        .unwrap_or(0);
    let Some(row) = rows.get(chosen) else {
        return Address::default();
    };
    // The row also stays in `details`, because 3.0 wants it back with its type and attention.
    let mut record = row.clone();
    let lines = ["address_1", "address_2", "address_3", "address_4"];
    let lines: Vec<String> = lines.iter().filter_map(|line| record.take(line)).collect();
    let state = record.take("state_province");
    Address {
        street: (!lines.is_empty()).then(|| lines.join(", ")),
        city: record.take("city"),
        region: state.or_else(|| record.take("region")),
        postal_code: record.take("postal_code"),
        country: values::country(&mut record, "country"),
    }
}
