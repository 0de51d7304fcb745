//! What tables and columns are called, in HSDS 1.1, in Ohana's files and in HSDS 3.0.
//!
//! What must stay true: after `modernise` a row has HSDS 3.0 names wherever 3.0 has a name for
//! it; a column nobody knows keeps its own.

use chrono::NaiveTime;
use serde_json::{Value, json};

use super::super::record::Record;
use super::super::values;
use crate::words::reference::fold;

/// A table by its 3.0 name, and the dialect it came in.
pub(super) struct Name {
    /// The HSDS 3.0 name.
    pub(super) table: &'static str,
    /// What the older name says beyond that, such as the kind of address.
    dialect: Dialect,
}

#[derive(Clone, Copy, PartialEq)]
enum Dialect {
    Same,
    Physical,
    Postal,
    Weekly,
    Holiday,
    TermLink,
}

/// The table for a file or resource name without its ending.
pub(super) fn table(stem: &str) -> Option<Name> {
    let stem = fold(stem).replace(' ', "_");
    let (table, dialect) = match stem.as_str() {
        "organization" | "organizations" => ("organizations", Dialect::Same),
        "service" | "services" => ("services", Dialect::Same),
        "location" | "locations" => ("locations", Dialect::Same),
        "service_at_location"
        | "services_at_location"
        | "service_at_locations"
        | "services_at_locations" => ("service_at_locations", Dialect::Same),
        "phone" | "phones" => ("phones", Dialect::Same),
        "contact" | "contacts" => ("contacts", Dialect::Same),
        "address" | "addresses" => ("addresses", Dialect::Same),
        "physical_address" | "physical_addresses" => ("addresses", Dialect::Physical),
        "postal_address" | "postal_addresses" | "mail_address" | "mail_addresses" => {
            ("addresses", Dialect::Postal)
        }
        "schedule" | "schedules" => ("schedules", Dialect::Same),
        "regular_schedule" | "regular_schedules" => ("schedules", Dialect::Weekly),
        "holiday_schedule" | "holiday_schedules" => ("schedules", Dialect::Holiday),
        "service_area" | "service_areas" => ("service_areas", Dialect::Same),
        "language" | "languages" => ("languages", Dialect::Same),
        "taxonomy" | "taxonomy_term" | "taxonomy_terms" => ("taxonomy_terms", Dialect::Same),
        "service_taxonomy" | "services_taxonomy" => ("attributes", Dialect::TermLink),
        "attribute" | "attributes" => ("attributes", Dialect::Same),
        "eligibility" | "eligibilities" => ("eligibility", Dialect::Same),
        "required_document" | "required_documents" => ("required_documents", Dialect::Same),
        "payment_accepted" | "payments_accepted" => ("payments_accepted", Dialect::Same),
        "cost_option" | "cost_options" => ("cost_options", Dialect::Same),
        "funding" | "fundings" => ("funding", Dialect::Same),
        "program" | "programs" => ("programs", Dialect::Same),
        "accessibility" | "accessibility_for_disabilities" => ("accessibility", Dialect::Same),
        "organization_identifier" | "organization_identifiers" => {
            ("organization_identifiers", Dialect::Same)
        }
        "service_capacity" | "service_capacities" | "capacities" => ("capacities", Dialect::Same),
        "url" | "urls" | "additional_urls" => ("additional_urls", Dialect::Same),
        _ => return None,
    };
    Some(Name { table, dialect })
}

/// The columns without which a table is of no use. Ohana's taxonomy calls its id `taxonomy_id`,
/// so that table is checked row by row instead.
pub(super) fn required(table: &str) -> &'static [&'static str] {
    match table {
        "organizations" | "services" => &["id", "name"],
        "locations" => &["id"],
        "service_at_locations" => &["service_id", "location_id"],
        "phones" => &["number"],
        _ => &[],
    }
}

/// Brings a row into 3.0 names.
pub(super) fn modernise(record: &mut Record, name: &Name) {
    for (from, to) in renames(name.table) {
        record.rename(from, to);
    }
    for (from, to, property) in lists(name.table) {
        split(record, from, to, property);
    }
    match name.dialect {
        Dialect::Physical => record.set("address_type", "physical"),
        Dialect::Postal => record.set("address_type", "postal"),
        Dialect::Weekly => weekly(record),
        Dialect::Holiday => {
            record.rename("start_date", "valid_from");
            record.rename("end_date", "valid_to");
        }
        Dialect::TermLink => {
            record.rename("taxonomy_id", "taxonomy_term_id");
            record.set("link_entity", "service");
        }
        Dialect::Same => {}
    }
    match name.table {
        "attributes" => link(record),
        "locations" if record.says_yes("virtual") => record.set("location_type", "virtual"),
        _ => {}
    }
    if name.table == "locations" {
        record.fields.remove("virtual");
    }
}

fn renames(table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        "organizations" => &[
            ("url", "website"),
            ("date_incorporated", "year_incorporated"),
        ],
        "services" => &[
            ("website", "url"),
            ("eligibility", "eligibility_description"),
            ("fees", "fees_description"),
        ],
        "locations" => &[("website", "url")],
        "phones" => &[("number_type", "type"), ("department", "description")],
        "languages" => &[("language", "name")],
        "service_areas" => &[("service_area", "name")],
        "taxonomy_terms" => &[("vocabulary", "taxonomy")],
        "accessibility" => &[("accessibility", "description")],
        _ => &[],
    }
}

/// Ohana's columns that hold several values, where 3.0 has a list of records.
fn lists(table: &str) -> &'static [(&'static str, &'static str, &'static str)] {
    match table {
        "organizations" => &[("funding_sources", "funding", "source")],
        "services" => &[
            ("languages", "languages", "name"),
            ("required_documents", "required_documents", "document"),
            ("service_areas", "service_areas", "name"),
            ("funding_sources", "funding", "source"),
        ],
        "locations" => &[
            ("languages", "languages", "name"),
            ("accessibility", "accessibility", "description"),
        ],
        _ => &[],
    }
}

fn split(record: &mut Record, from: &str, to: &str, property: &str) {
    if let Some(text) = record.take(from) {
        let values = values::parts(&text, &[',', ';']);
        let list: Vec<Value> = values.map(|value| json!({ property: value })).collect();
        record.fields.insert(to.to_owned(), Value::Array(list));
    }
}

/// Says what an attribute belongs to in the way every other row does.
fn link(record: &mut Record) {
    let entity = record.text("link_entity").unwrap_or_default();
    let own = match fold(&entity).as_str() {
        "organization" => "organization_id",
        "location" => "location_id",
        "service at location" => "service_at_location_id",
        _ => "service_id",
    };
    record.rename("service_id", "link_id");
    record.rename("link_id", own);
}

fn weekly(record: &mut Record) {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let weekday = record.text("weekday").unwrap_or_default().to_uppercase();
    let number = weekday.parse().ok();
    let by_number = number.and_then(|day: usize| DAYS.get(day.checked_sub(1)?));
    let by_name = || DAYS.iter().find(|day| weekday.starts_with(**day));
    if let Some(day) = by_number.or_else(by_name) {
        record.fields.remove("weekday");
        record.set("freq", "WEEKLY");
        record.set("byday", day);
    }
    for field in ["opens_at", "closes_at"] {
        if let Some(time) = record.text(field).as_deref().and_then(time_of_day) {
            record.set(field, &time.format("%H:%M").to_string());
        }
    }
}

fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.to_uppercase().replace(' ', "");
    // Chrono wants minutes beside AM and PM.
    let text = match text.strip_suffix("AM").or_else(|| text.strip_suffix("PM")) {
        Some(hour) if !hour.contains(':') => text.replacen(hour, &format!("{hour}:00"), 1),
        _ => text,
    };
    let formats = ["%H:%M:%S", "%H:%M", "%I:%M%p", "%I:%M:%S%p"];
    formats
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(&text, format).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_people_write_them() {
        for (text, read) in [
            ("09:00:00", "09:00"),
            ("3pm", "15:00"),
            ("4:00 PM", "16:00"),
            ("9am", "09:00"),
        ] {
            let time = time_of_day(text).map(|time| time.format("%H:%M").to_string());
            assert_eq!(time.as_deref(), Some(read), "{text}");
        }
        for text in ["", "AM", "PM", "noon", "25:00", "99pm", "ß"] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }

    #[test]
    fn both_spellings_name_the_same_table() {
        for stem in [
            "services_at_location",
            "service_at_location",
            "Service_At_Locations",
        ] {
            assert_eq!(
                table(stem).map(|name| name.table),
                Some("service_at_locations")
            );
        }
        assert!(table("metadata").is_none());
        assert!(table("").is_none());
    }
}
