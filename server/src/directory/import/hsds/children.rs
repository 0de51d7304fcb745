//! The rows that belong to other rows: telephones, schedules, languages and the like.
//!
//! What must stay true: every such row ends with each parent it names, or as a fault.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::super::faults::{Effect, FaultCode};
use super::super::record::{Faults, Packed, Record};
use super::Tables;

/// What a row can belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Parent {
    Organization,
    Service,
    Location,
    Contact,
    Phone,
}

const REFERENCES: [(&str, Parent); 5] = [
    ("organization_id", Parent::Organization),
    ("service_id", Parent::Service),
    ("location_id", Parent::Location),
    ("contact_id", Parent::Contact),
    ("phone_id", Parent::Phone),
];

/// The tables whose rows belong to others.
const TABLES: [&str; 17] = [
    "phones",
    "contacts",
    "languages",
    "addresses",
    "schedules",
    "service_areas",
    "attributes",
    "eligibility",
    "required_documents",
    "payments_accepted",
    "cost_options",
    "funding",
    "programs",
    "accessibility",
    "organization_identifiers",
    "capacities",
    "additional_urls",
];

/// Rows by table.
pub(super) type Group = BTreeMap<&'static str, Vec<Record>>;

/// Every child row by what it belongs to.
#[derive(Default)]
pub(super) struct Children {
    groups: HashMap<(Parent, String), BTreeMap<&'static str, Vec<Packed>>>,
}

/// The ids that may be pointed to.
#[derive(Default)]
pub(super) struct Known {
    /// Ids of rows that were taken, with where they stand.
    pub(super) ids: HashMap<(Parent, String), usize>,
    /// Service and location by the id of the row that joins them.
    pub(super) joined: HashMap<String, (String, String)>,
}

impl Known {
    /// Whether the row was taken.
    pub(super) fn has(&self, parent: Parent, id: &str) -> bool {
        self.ids.contains_key(&(parent, id.to_owned()))
    }
}

impl Children {
    /// Takes all child tables out of `tables`.
    pub(super) fn gather(tables: &mut Tables, known: &mut Known, faults: &Faults) -> Self {
        for (table, parent) in [("contacts", Parent::Contact), ("phones", Parent::Phone)] {
            let ids = tables
                .get(table)
                .into_iter()
                .flatten()
                .filter_map(|r| r.unpack(faults).text("id"));
            known.ids.extend(ids.map(|id| ((parent, id), 0)));
        }
        let mut children = Self::default();
        for table in TABLES {
            // 1.1 has two files for one table, each with its own count of ids.
            let mut seen = HashSet::new();
            for packed in tables.remove(table).unwrap_or_default() {
                let mut record = packed.unpack(faults);
                let id = record.text("id");
                if let Some(id) = &id
                    && !record.nested
                    && !seen.insert((record.file.clone(), id.clone()))
                {
                    record.skipped("id", FaultCode::DuplicateId);
                    continue;
                }
                for parent in parents(&mut record, known) {
                    children.add(parent.0, parent.1, table, &record, id.as_deref());
                }
            }
        }
        children
    }

    /// The rows that belong to a row; may be empty.
    pub(super) fn of(&self, parent: Parent, id: &str, faults: &Faults) -> Group {
        let unpacked = |rows: &Vec<Packed>| rows.iter().map(|row| row.unpack(faults)).collect();
        let packed = self.groups.get(&(parent, id.to_owned()));
        let mut group: Group = packed
            .into_iter()
            .flatten()
            .map(|(table, rows)| (*table, unpacked(rows)))
            .collect();
        for (table, nested, of) in [
            ("contacts", "phones", Parent::Contact),
            ("phones", "languages", Parent::Phone),
        ] {
            for record in group.get_mut(table).into_iter().flatten() {
                let Some(id) = record.text("id") else {
                    continue;
                };
                let rows = self.of(of, &id, faults).remove(nested).unwrap_or_default();
                if !rows.is_empty() {
                    record.fields.insert(nested.to_owned(), as_json(rows));
                }
            }
        }
        group
    }

    fn add(
        &mut self,
        parent: Parent,
        parent_id: String,
        table: &'static str,
        record: &Record,
        id: Option<&str>,
    ) {
        let rows = self
            .groups
            .entry((parent, parent_id))
            .or_default()
            .entry(table)
            .or_default();
        // JSON documents repeat a record wherever it is mentioned.
        let is_it = |row: &Packed| row.unpack(&record.faults).text("id").as_deref() == id;
        let repeats = record.nested && id.is_some() && rows.iter().any(is_it);
        if !repeats {
            rows.push(record.clone().pack());
        }
    }
}

/// Rows as a JSON array of their fields.
pub(super) fn as_json(rows: Vec<Record>) -> Value {
    Value::Array(
        rows.into_iter()
            .map(|record| Value::Object(record.rest()))
            .collect(),
    )
}

/// The parents a row names and that exist. Faults say what is missing.
fn parents(record: &mut Record, known: &Known) -> Vec<(Parent, String)> {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    if let Some(id) = record.text("service_at_location_id") {
        match known.joined.get(&id) {
            Some((service, location)) => {
                found.push((Parent::Service, service.clone()));
                if record.text("location_id").is_none() {
                    // Only says where; the row belongs to the service.
                    record.set("at_location_id", location);
                }
            }
            None => missing.push("service_at_location_id"),
        }
    }
    for (field, parent) in REFERENCES {
        let Some(id) = record.text(field) else {
            continue;
        };
        if !known.has(parent, &id) {
            missing.push(field);
        } else if !found.contains(&(parent, id.clone())) {
            found.push((parent, id));
        }
    }
    let effect = if found.is_empty() {
        Effect::Skipped
    } else {
        Effect::TakenWithout
    };
    if found.is_empty() && missing.is_empty() {
        record.fault(None, FaultCode::DanglingReference, effect);
    }
    for field in missing {
        record.fault(Some(field), FaultCode::DanglingReference, effect);
    }
    found
}
