//! Other people's files, read: samples of their publishers, files of our own, and nonsense.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use amparo::directory::import::{Batch, Effect, RowFault};

use super::fixture;

mod broken;
mod hsds;
mod others;

type Files = BTreeMap<String, Vec<u8>>;

fn folder(name: &str) -> Files {
    let entries = fs::read_dir(fixture(name))
        .expect("a fixture folder")
        .map(|e| e.expect("entry"));
    entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a fixture"))
        })
        .collect()
}

fn json(name: &str) -> Vec<u8> {
    fs::read(fixture("hsds-3.0-json").join(name)).expect("a fixture")
}

fn files(list: &[(&str, &str)]) -> Files {
    list.iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

/// Table, row, field, code, effect: one line per fault.
fn lines(batch: &Batch) -> BTreeSet<String> {
    let line = |f: &RowFault| {
        let row = f.row.map_or_else(|| "-".to_owned(), |row| row.to_string());
        let field = f.field.as_deref().unwrap_or("-");
        let effect = if f.effect == Effect::Skipped {
            "skipped"
        } else {
            "without"
        };
        let code = serde_json::to_value(f.code).expect("a word");
        format!(
            "{} {row} {field} {} {effect}",
            f.file,
            code.as_str().expect("a word")
        )
    };
    batch.faults.iter().map(line).collect()
}

fn counts(batch: &Batch) -> [usize; 4] {
    [
        batch.organisations.len(),
        batch.services.len(),
        batch.places.len(),
        batch.faults.len(),
    ]
}
