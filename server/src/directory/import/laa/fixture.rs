//! The two files of the fixture, sorted by model.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::super::faults::{FaultCode, RowFault};
use super::super::record::{Faults, Record};
use super::areas::{AREAS, Area};

#[derive(Deserialize)]
struct Entry {
    model: String,
    pk: i64,
    fields: Map<String, Value>,
}

/// The fixture, sorted by model.
#[derive(Default)]
pub(super) struct Fixture {
    codes: HashMap<i64, String>,
    /// Names of organisation types by row number.
    pub(super) types: HashMap<i64, String>,
    /// Firms by row number.
    pub(super) organisations: Vec<(i64, Record)>,
    locations: HashMap<i64, Record>,
    /// Offices by row number.
    pub(super) offices: Vec<(i64, Record)>,
    /// Outreach services by row number.
    pub(super) outreach: Vec<(i64, Record)>,
    /// What could not be read.
    pub(super) faults: Faults,
}

impl Fixture {
    /// Adds one of the two files.
    pub(super) fn read(&mut self, file: &str, bytes: &[u8]) {
        let Ok(list) = serde_json::from_slice::<Vec<Value>>(bytes) else {
            self.faults
                .tell(RowFault::of_file(file, None, FaultCode::Unreadable));
            return;
        };
        let file: Rc<str> = Rc::from(file);
        let mut seen = HashSet::new();
        for (row, value) in (1..).zip(list) {
            let mut record = Record::new(&file, row, &self.faults);
            let Ok(Entry { model, pk, fields }) = serde_json::from_value(value) else {
                record.skipped("fields", FaultCode::Unreadable);
                continue;
            };
            record.fields = fields;
            record.clean();
            if seen.insert((model.clone(), pk)) {
                self.sort(&model, pk, record);
            } else {
                record.skipped("pk", FaultCode::DuplicateId);
            }
        }
    }

    fn sort(&mut self, model: &str, pk: i64, record: Record) {
        match model {
            "advisers.category" => self
                .codes
                .extend(record.text("code").map(|code| (pk, code))),
            "advisers.organisationtype" => {
                self.types
                    .extend(record.text("name").map(|name| (pk, name)));
            }
            "advisers.organisation" => self.organisations.push((pk, record)),
            "advisers.location" => drop(self.locations.insert(pk, record)),
            "advisers.office" => self.offices.push((pk, record)),
            "advisers.outreachservice" => self.outreach.push((pk, record)),
            // Kinds of outreach say nothing that helps anybody.
            _ => {}
        }
    }

    /// The areas of law of a row, and a fault for each number without a code.
    pub(super) fn areas(&mut self, record: &Record) -> Vec<&'static Area> {
        let listed = record.fields.get("categories").and_then(Value::as_array);
        let mut areas = Vec::new();
        for key in listed.into_iter().flatten() {
            match key.as_i64().and_then(|key| self.codes.get(&key)) {
                Some(code) => areas.extend(AREAS.iter().find(|(known, ..)| known == code)),
                None => record.without("categories", FaultCode::DanglingReference),
            }
        }
        areas
    }

    /// The location a row points to.
    pub(super) fn location(&mut self, record: &Record) -> Option<Record> {
        let location = key(record, "location")
            .and_then(|key| self.locations.get(&key))
            .cloned();
        if location.is_none() {
            record.skipped("location", FaultCode::DanglingReference);
        }
        location
    }
}

/// The row number another row is pointed to by.
pub(super) fn key(record: &Record, field: &str) -> Option<i64> {
    record.fields.get(field)?.as_i64()
}
