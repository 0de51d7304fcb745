//! Nested HSDS JSON, taken apart into tables.
//!
//! What must stay true: a record that stands inside another one is marked as nested, because the
//! same place or telephone legitimately appears in many records of one document.

use std::fmt;
use std::rc::Rc;

use serde::Deserializer as _;
use serde::de::{SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::super::faults::{Effect, FaultCode, RowFault};
use super::super::record::{Faults, Record};
use super::{Tables, names};

/// The tables of a document; none if it is nothing of HSDS. A list is read one record after another:
/// as a tree it would be many times as large as its text.
pub(super) fn read(document: &[u8], faults: &Faults) -> Option<Tables> {
    if document.trim_ascii_start().starts_with(b"[") {
        return list(document, faults);
    }
    let mut tables = Tables::new();
    let Value::Object(mut object) = serde_json::from_slice(document).ok()? else {
        return None;
    };
    if let Some(Value::Array(list)) = object.remove("contents") {
        for (row, value) in (1..).zip(list) {
            put(row, value, &mut tables, faults);
        }
    } else if object.keys().any(|key| tabular_name(key).is_some()) {
        tabular(object, &mut tables, faults);
    } else {
        kind_of(&object)?;
        put(1, Value::Object(object), &mut tables, faults);
    }
    Some(tables)
}

fn list(document: &[u8], faults: &Faults) -> Option<Tables> {
    let (mut tables, mut row) = (Tables::new(), 0);
    let mut reader = serde_json::Deserializer::from_slice(document);
    let each = Each(|value| {
        row += 1;
        put(row, value, &mut tables, faults);
    });
    if reader
        .deserialize_seq(each)
        .and_then(|()| reader.end())
        .is_err()
    {
        // Of a document that breaks off nothing is taken, and nothing is said of its rows.
        faults.take();
        return None;
    }
    Some(tables)
}

/// Takes the values of a list, each as it comes.
struct Each<F>(F);

impl<'de, F: FnMut(Value)> Visitor<'de> for Each<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element()? {
            (self.0)(value);
        }
        Ok(())
    }
}

fn put(row: u64, value: Value, tables: &mut Tables, faults: &Faults) {
    match value {
        Value::Object(object) => {
            let table = kind_of(&object).unwrap_or("organizations");
            let mut record = Record::new(&Rc::from(table), row, faults);
            record.fields = object;
            push(record, table, tables);
        }
        _ => faults.tell(unreadable("document", row)),
    }
}

fn tabular(object: Map<String, Value>, tables: &mut Tables, faults: &Faults) {
    for (file, rows) in object {
        let name = tabular_name(&file);
        let (Some(name), Value::Array(rows)) = (name, rows) else {
            continue;
        };
        for (row, value) in (1..).zip(rows) {
            let Value::Object(fields) = value else {
                faults.tell(unreadable(&file, row));
                continue;
            };
            let mut record = Record::new(&Rc::from(file.as_str()), row, faults);
            record.fields = fields;
            record.clean();
            names::modernise(&mut record, &name);
            tables.entry(name.table).or_default().push(record.pack());
        }
    }
}

fn tabular_name(file: &str) -> Option<names::Name> {
    names::table(file.strip_suffix(".csv")?)
}

fn unreadable(file: &str, row: u64) -> RowFault {
    let mut fault = RowFault::of_file(file, None, FaultCode::Unreadable);
    (fault.row, fault.effect) = (Some(row), Effect::Skipped);
    fault
}

/// Only taxonomies and their terms have these; `version` is that of a taxonomy.
const TERM_MARKS: [&str; 4] = ["taxonomy", "taxonomy_detail", "taxonomy_id", "version"];

/// What a record is. The documents do not say, so the properties that only one kind has decide.
fn kind_of(object: &Map<String, Value>) -> Option<&'static str> {
    let has = |key: &str| object.contains_key(key);
    if has("location") && (has("service") || !has("name")) {
        Some("service_at_locations")
    } else if has("location_type") || (has("latitude") && has("longitude")) {
        Some("locations")
    } else if has("status") || has("organization") || has("service_at_locations") {
        Some("services")
    } else if TERM_MARKS.iter().any(|mark| has(mark)) {
        Some("taxonomy_terms")
    } else if has("organization_id") && has("name") {
        Some("services")
    } else if has("id") || has("name") {
        Some("organizations")
    } else {
        None
    }
}

/// The table of a property that holds a list of records.
fn child_table(key: &str) -> Option<&'static str> {
    match key {
        // These two stay where they are: nobody asks for them by themselves.
        "metadata" | "eligibility" => None,
        _ => names::table(key).map(|name| name.table),
    }
}

fn parent_key(table: &str) -> Option<&'static str> {
    match table {
        "organizations" => Some("organization_id"),
        "services" => Some("service_id"),
        "locations" => Some("location_id"),
        "service_at_locations" => Some("service_at_location_id"),
        "contacts" => Some("contact_id"),
        "phones" => Some("phone_id"),
        _ => None,
    }
}

/// A record that stands in another one: `key` is the field that names that one, and `id` its id.
fn nested(
    inside: &Record,
    fields: Map<String, Value>,
    table: &'static str,
    key: &str,
    id: &str,
) -> Record {
    let mut record = Record {
        file: Rc::from(table),
        row: inside.row,
        nested: true,
        fields,
        faults: inside.faults.clone(),
    };
    record.set(key, id);
    record
}

/// Puts one record and all that is nested in it into their tables.
fn push(mut record: Record, table: &'static str, tables: &mut Tables) {
    let own_key = parent_key(table);
    if let (Some(own_key), Some(id)) = (own_key, record.text("id")) {
        let keys: Vec<String> = record.fields.keys().cloned().collect();
        for key in keys {
            push_children(&mut record, &key, own_key, &id, tables);
        }
    } else if table == "service_at_locations" {
        push_partners(&mut record, tables);
    }
    record.clean();
    tables.entry(table).or_default().push(record.pack());
}

fn push_children(record: &mut Record, key: &str, own_key: &str, id: &str, tables: &mut Tables) {
    if matches!(key, "organization" | "service" | "location") {
        push_partner(record, key, tables);
        return;
    }
    let Some(table) = child_table(key) else {
        return;
    };
    if !record.fields.get(key).is_some_and(Value::is_array) {
        return;
    }
    let Some(Value::Array(list)) = record.fields.remove(key) else {
        return;
    };
    for child in list {
        if let Value::Object(fields) = child {
            push(nested(record, fields, table, own_key, id), table, tables);
        }
    }
}

fn push_partners(record: &mut Record, tables: &mut Tables) {
    for key in ["service", "location"] {
        push_partner(record, key, tables);
    }
}

/// A record that this one points to, given in full: taken out, and its id left in its place.
fn push_partner(record: &mut Record, key: &str, tables: &mut Tables) {
    let (table, id_field) = match key {
        "organization" => ("organizations", "organization_id"),
        "service" => ("services", "service_id"),
        _ => ("locations", "location_id"),
    };
    let Some(Value::Object(fields)) = record.fields.remove(key) else {
        return;
    };
    let Some(id) = plain_id(&fields) else { return };
    record.set(id_field, &id);
    push(nested(record, fields, table, "id", &id), table, tables);
}

fn plain_id(fields: &Map<String, Value>) -> Option<String> {
    match fields.get("id")? {
        Value::String(id) => Some(id.trim().to_owned()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}
