//! Columns that rows of several tables have: telephones, languages, and whatever has no field.

use serde_json::Value;

use super::super::faults::FaultCode;
use super::super::model::Phone;
use super::super::record::Record;
use super::super::values;
use super::children::{Group, as_json};
use crate::words::e164;

/// Takes the telephones out of a group.
pub(super) fn phones(group: &mut Group, country: Option<&str>) -> Vec<Phone> {
    let mut phones = Vec::new();
    for mut record in group.remove("phones").unwrap_or_default() {
        let Some(number) = record.take_needed("number", FaultCode::BadValue) else {
            continue;
        };
        let prefix = record.take("country_prefix");
        let full = match &prefix {
            Some(prefix) => e164(&format!("{prefix} {number}"), country),
            None => e164(&number, country),
        };
        phones.push(Phone {
            number,
            e164: full,
            extension: record.take("extension"),
            kind: record.take("type"),
            languages: phone_languages(&mut record),
            description: record.take("description"),
        });
    }
    phones
}

fn phone_languages(record: &mut Record) -> Vec<String> {
    if let Some(text) = record.take("language") {
        return values::languages(record, "language", &text);
    }
    inline_languages(record)
}

/// The languages listed inside a row.
fn inline_languages(record: &Record) -> Vec<String> {
    let mut codes = Vec::new();
    let listed = record.fields.get("languages").and_then(Value::as_array);
    for language in listed.into_iter().flatten() {
        let text = |field: &str| {
            language
                .get(field)?
                .as_str()
                .filter(|text| !text.is_empty())
        };
        let Some(text) = text("code").or_else(|| text("name")) else {
            continue;
        };
        for code in values::languages(record, "languages", text) {
            values::add(&mut codes, &code);
        }
    }
    codes
}

/// The languages of a row: those in a table of their own, and those listed inside it.
pub(super) fn languages(record: &Record, group: &Group) -> Vec<String> {
    let mut codes = inline_languages(record);
    for record in group.get("languages").into_iter().flatten() {
        let named = ["code", "name"]
            .into_iter()
            .find_map(|f| Some((f, record.text(f)?)));
        let Some((field, text)) = named else { continue };
        for code in values::languages(record, field, &text) {
            values::add(&mut codes, &code);
        }
    }
    codes
}

/// Everything that has no field of its own: what is left of the row, and its rows by table.
pub(super) fn details(record: Record, group: Group) -> Value {
    let mut details = record.rest();
    for (table, rows) in group.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        match (details.get_mut(table), as_json(rows)) {
            (Some(Value::Array(list)), Value::Array(rows)) => list.extend(rows),
            (_, rows) => drop(details.insert(table.to_owned(), rows)),
        }
    }
    Value::Object(details)
}
