//! Open Referral HSDS of any publisher: 1.1 and 3.0 tables, Ohana's tables, 3.0 and 3.1 JSON.
//!
//! All of them are first brought into one form, tables with HSDS 3.0 names, and then joined by
//! one piece of code. So a rule about, say, dangling references holds for every source.
//!
//! Deliberately absent: `metadata` and `meta_table_descriptions`. They say who edited the
//! publisher's own database, which is nobody's business here.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::faults::{FaultCode, RowFault};
use super::model::Batch;
use super::record::{Faults, Record};
use super::table;

mod children;
mod columns;
mod eligibility;
mod flatten;
mod join;
mod names;
mod places;
mod services;

/// Rows by HSDS 3.0 table name.
type Tables = HashMap<&'static str, Vec<Record>>;

/// Reads the tables of an HSDS 1.1 data package, or Ohana's variant of it.
///
/// `files` holds the bytes by file name; folders in names are ignored, and so are files that are
/// no HSDS table. A `datapackage.json` is used, when there is one, to learn which file is which.
pub fn hsds_1_1_csv(publisher: &str, files: &BTreeMap<String, Vec<u8>>) -> Batch {
    csv_tables(publisher, files)
}

/// Reads the tables of an HSDS 3.0 or 3.1 data package. Every table is recognised by its own
/// name and columns, so this is the same reading as for 1.1.
pub fn hsds_3_0_csv(publisher: &str, files: &BTreeMap<String, Vec<u8>>) -> Batch {
    csv_tables(publisher, files)
}

/// Reads HSDS 3.0 or 3.1 JSON: one organisation, service, place or service at location, with
/// whatever is nested in it; a list of them; a page of the API with `contents`; or the tabular
/// form with one property per file.
pub fn hsds_3_0_json(publisher: &str, document: &[u8]) -> Batch {
    let faults = Faults::default();
    let document = document.strip_prefix(b"\xef\xbb\xbf").unwrap_or(document);
    let tables = match serde_json::from_slice::<Value>(document) {
        Ok(document) => flatten::document(document, &faults),
        Err(_) => None,
    };
    if tables.is_none() {
        faults.tell(RowFault::of_file("document", None, FaultCode::Unreadable));
    }
    join::batch(publisher, tables.unwrap_or_default(), &faults)
}

fn csv_tables(publisher: &str, files: &BTreeMap<String, Vec<u8>>) -> Batch {
    let faults = Faults::default();
    let mut tables = Tables::new();
    let described = described_names(files);
    for (path, bytes) in files {
        let file = base_name(path);
        let stem = file
            .strip_suffix(".csv")
            .or_else(|| file.strip_suffix(".CSV"));
        let known = stem
            .and_then(names::table)
            .or_else(|| names::table(described.get(file)?));
        let Some(name) = known else { continue };
        let required = names::required(name.table);
        let mut read = Vec::new();
        for mut record in table::read(file, bytes, b',', required, &faults) {
            names::modernise(&mut record, &name);
            read.push(record);
        }
        tables.entry(name.table).or_default().append(&mut read);
    }
    for (table, file) in [
        ("organizations", "organizations.csv"),
        ("services", "services.csv"),
    ] {
        if !tables.contains_key(table) {
            faults.tell(RowFault::of_file(file, None, FaultCode::MissingFile));
        }
    }
    join::batch(publisher, tables, &faults)
}

fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// File name to table name, as the data package describes itself.
fn described_names(files: &BTreeMap<String, Vec<u8>>) -> HashMap<String, String> {
    let package = files
        .iter()
        .find(|(path, _)| base_name(path) == "datapackage.json");
    let package: Option<Value> = package.and_then(|(_, bytes)| serde_json::from_slice(bytes).ok());
    let resources = package
        .as_ref()
        .and_then(|package| package.get("resources")?.as_array());
    let pair = |resource: &Value| {
        let path = resource.get("path")?.as_str()?;
        let name = resource.get("name")?.as_str()?;
        Some((base_name(path).to_owned(), name.to_owned()))
    };
    resources.into_iter().flatten().filter_map(pair).collect()
}
