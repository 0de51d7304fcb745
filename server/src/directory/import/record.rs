//! One row of any source, and the way values leave it.
//!
//! What must stay true: a value that was taken is gone from the row, so that what is left at the
//! end is exactly what has no field of its own and belongs into `details`.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::faults::{Effect, FaultCode, FaultList, RowFault};
use crate::directory::model::is_shown;

/// Where all rows of one reading tell what is wrong with them.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults(Rc<RefCell<FaultList>>);

impl Faults {
    /// One more.
    pub(super) fn tell(&self, fault: RowFault) {
        self.0.borrow_mut().tell(fault);
    }

    /// Those that were told so far.
    pub(super) fn take(&self) -> FaultList {
        self.0.take()
    }
}

/// One row, with its whereabouts for the faults.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// File or table name.
    pub(super) file: Rc<str>,
    /// Row number as `RowFault::row` counts.
    pub(super) row: Option<u64>,
    /// Whether it stood inside another JSON record, where repeats are usual and no fault.
    pub(super) nested: bool,
    /// The values by field name.
    pub(super) fields: Map<String, Value>,
    /// Where its faults go.
    pub(super) faults: Faults,
}

impl Record {
    /// Makes it small.
    pub(super) fn pack(self) -> Packed {
        Packed {
            file: self.file,
            row: self.row,
            nested: self.nested,
            fields: serde_json::to_vec(&self.fields).unwrap_or_default().into(),
        }
    }

    /// An empty row that stands by itself.
    pub(super) fn new(file: &Rc<str>, row: u64, faults: &Faults) -> Self {
        Self {
            file: Rc::clone(file),
            row: Some(row),
            nested: false,
            fields: Map::new(),
            faults: faults.clone(),
        }
    }

    /// The value as trimmed text; without it the row is lost.
    pub(super) fn need(&self, field: &str, code: FaultCode) -> Option<String> {
        let text = self.text(field);
        if text.is_none() {
            self.skipped(field, code);
        }
        text
    }

    /// Takes the value out; without it the row is lost.
    pub(super) fn take_needed(&mut self, field: &str, code: FaultCode) -> Option<String> {
        let text = self.need(field, code)?;
        self.fields.remove(field);
        Some(text)
    }

    /// Whether a value was not seen before; if it was, the row is lost.
    pub(super) fn is_first(&self, field: &str, value: &str, seen: &mut HashSet<String>) -> bool {
        let first = seen.insert(value.to_owned());
        if !first {
            self.skipped(field, FaultCode::DuplicateId);
        }
        first
    }

    /// The value as trimmed text; none if empty or not a plain value.
    pub(super) fn text(&self, field: &str) -> Option<String> {
        plain_text(self.fields.get(field)?)
    }

    /// Takes the value out as trimmed text. A list or object stays in the row.
    pub(super) fn take(&mut self, field: &str) -> Option<String> {
        match self.fields.get(field)? {
            Value::Array(_) | Value::Object(_) => None,
            _ => plain_text(&self.fields.remove(field)?),
        }
    }

    /// Whether the field says yes.
    pub(super) fn says_yes(&self, field: &str) -> bool {
        let text = self.text(field).unwrap_or_default().to_lowercase();
        matches!(text.as_str(), "true" | "yes" | "y" | "1" | "t")
    }

    /// Leaves out what may not be kept: a field with a NUL, which becomes a fault, and characters that
    /// are not shown.
    pub(super) fn clean(&mut self) {
        let mut unkept = Vec::new();
        self.fields.retain(|name, value| {
            let kept = is_kept(name) && clean(value);
            if !kept {
                unkept.push(name.chars().filter(|c| is_shown(*c)).collect::<String>());
            }
            kept
        });
        for name in unkept {
            self.without(&name, FaultCode::BadCharacter);
        }
    }

    /// Renames a field unless the new name is taken.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        if !self.fields.contains_key(to)
            && let Some(value) = self.fields.remove(from)
        {
            self.fields.insert(to.to_owned(), value);
        }
    }

    /// Sets a field to a text.
    pub(super) fn set(&mut self, field: &str, value: &str) {
        self.fields.insert(field.to_owned(), Value::from(value));
    }

    /// Tells a fault of this row.
    pub(super) fn fault(&self, field: Option<&str>, code: FaultCode, effect: Effect) {
        self.faults.tell(RowFault {
            file: self.file.to_string(),
            row: self.row,
            field: field.map(ToOwned::to_owned),
            code,
            effect,
        });
    }

    /// Tells that the row is lost.
    pub(super) fn skipped(&self, field: &str, code: FaultCode) {
        self.fault(Some(field), code, Effect::Skipped);
    }

    /// Tells that the row is kept and the value is lost.
    pub(super) fn without(&self, field: &str, code: FaultCode) {
        self.fault(Some(field), code, Effect::TakenWithout);
    }

    /// What is left, without empty values.
    pub(super) fn rest(self) -> Map<String, Value> {
        let filled = |value: &Value| match value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(list) => !list.is_empty(),
            _ => true,
        };
        self.fields
            .into_iter()
            .filter(|(_, value)| filled(value))
            .collect()
    }
}

/// A row that waits: a tenth of the size of one that is worked with.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    file: Rc<str>,
    row: Option<u64>,
    pub(super) nested: bool,
    fields: Box<[u8]>,
}

impl Packed {
    /// The row again; its faults go there.
    pub(super) fn unpack(&self, faults: &Faults) -> Record {
        Record {
            file: Rc::clone(&self.file),
            row: self.row,
            nested: self.nested,
            // It was packed here, so it can be read.
            fields: serde_json::from_slice(&self.fields).unwrap_or_default(),
            faults: faults.clone(),
        }
    }
}

fn is_kept(text: &str) -> bool {
    !text.contains('\0')
}

/// Takes out of a value what is not shown. False if it cannot be kept at all.
fn clean(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let kept = is_kept(text);
            text.retain(is_shown);
            kept
        }
        Value::Array(all) => all.iter_mut().all(clean),
        Value::Object(all) => all
            .iter_mut()
            .all(|(name, one)| is_kept(name) && clean(one)),
        _ => true,
    }
}

fn plain_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
