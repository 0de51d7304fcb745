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
use super::record::{Faults, Packed};
use super::source::Source;
use super::table::Table;

mod children;
mod columns;
mod eligibility;
mod flatten;
mod join;
mod names;
mod places;
mod services;

/// Rows by HSDS 3.0 table name.
type Tables = HashMap<&'static str, Vec<Packed>>;

/// Reads the tables of an HSDS data package, 1.1, 3.0 or 3.1, or Ohana's variant of it. Every table is
/// recognised by its own name and columns.
///
/// `files` holds the bytes by file name; folders in names are ignored, and so are files that are
/// no HSDS table. A `datapackage.json` is used, when there is one, to learn which file is which.
pub fn hsds_tables(publisher: &str, mut files: BTreeMap<String, Vec<u8>>) -> impl Source + use<> {
    let faults = Faults::default();
    let mut tables = Tables::new();
    let described = described_names(&files);
    // Each file is let go when it was read: all of them together may be large.
    while let Some((path, bytes)) = files.pop_first() {
        let file = base_name(&path);
        let stem = file
            .strip_suffix(".csv")
            .or_else(|| file.strip_suffix(".CSV"));
        let known = stem
            .and_then(names::table)
            .or_else(|| names::table(described.get(file)?));
        let Some(name) = known else { continue };
        let rows = tables.entry(name.table).or_default();
        let table = Table {
            file,
            bytes: &bytes,
            delimiter: b',',
            required: names::required(name.table),
        };
        table.each(&faults, |mut record| {
            names::modernise(&mut record, &name);
            rows.push(record.pack());
        });
    }
    for (table, file) in [
        ("organizations", "organizations.csv"),
        ("services", "services.csv"),
    ] {
        if !tables.contains_key(table) {
            faults.tell(RowFault::of_file(file, None, FaultCode::MissingFile));
        }
    }
    join::join(publisher, tables, &faults)
}

/// Reads HSDS 3.0 or 3.1 JSON: one organisation, service, place or service at location, with
/// whatever is nested in it; a list of them; a page of the API with `contents`; or the tabular
/// form with one property per file.
pub fn hsds_document(publisher: &str, document: &[u8]) -> impl Source + use<> {
    let faults = Faults::default();
    let document = document.strip_prefix(b"\xef\xbb\xbf").unwrap_or(document);
    let tables = flatten::read(document, &faults);
    if tables.is_none() {
        faults.tell(RowFault::of_file("document", None, FaultCode::Unreadable));
    }
    join::join(publisher, tables.unwrap_or_default(), &faults)
}

/// The whole batch of [`hsds_tables`], for files that are small.
pub fn hsds_1_1_csv(publisher: &str, files: &BTreeMap<String, Vec<u8>>) -> Batch {
    Batch::of(&hsds_tables(publisher, files.clone()))
}

/// The same, by the name of the other version.
pub fn hsds_3_0_csv(publisher: &str, files: &BTreeMap<String, Vec<u8>>) -> Batch {
    hsds_1_1_csv(publisher, files)
}

/// The whole batch of [`hsds_document`], for documents that are small.
pub fn hsds_3_0_json(publisher: &str, document: &[u8]) -> Batch {
    Batch::of(&hsds_document(publisher, document))
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
