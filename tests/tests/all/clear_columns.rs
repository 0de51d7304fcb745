//! docs/clear-columns.md is the list of every column that an intruder can read, with the reason.

use std::collections::BTreeSet;

use amparo_tests::Database;

const LIST: &str = include_str!("../../../docs/clear-columns.md");

/// The names in the first column of the table under a heading; a reason is demanded for each.
fn listed(document: &str, heading: &str) -> BTreeSet<String> {
    let (_, rest) = document.split_once(heading).unwrap();
    let section = rest.split("\n## ").next().unwrap();
    section
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .filter(|line| !line.starts_with("table.column") && !line.starts_with("---"))
        .map(|line| {
            let mut cells = line.split('|').map(str::trim);
            let name = cells.next().unwrap();
            let reason = cells.next().unwrap_or_default();
            assert!(!reason.is_empty(), "{name} stands there without a reason");
            name.to_owned()
        })
        .collect()
}

/// Whether a column stands on the first list with a reason of its own.
pub(crate) fn is_clear(table: &str, column: &str) -> bool {
    listed(LIST, "## In the clear").contains(&format!("{table}.{column}"))
}

/// What is wrong between the lists and the columns of a live database.
fn faults(document: &str, live: &[(String, String)]) -> Vec<String> {
    let clear = listed(document, "## In the clear");
    let sealed = listed(document, "## Sealed");
    let whole: BTreeSet<String> = clear
        .iter()
        .filter_map(|name| name.strip_suffix(".*").map(ToOwned::to_owned))
        .collect();
    let names: BTreeSet<String> = live.iter().map(|(t, c)| format!("{t}.{c}")).collect();
    let mut faults = Vec::new();
    for (table, column) in live {
        let name = format!("{table}.{column}");
        let covered = clear.contains(&name) || whole.contains(table) || sealed.contains(&name);
        if !covered {
            faults.push(format!("{name} is on neither list"));
        }
    }
    for name in clear
        .iter()
        .filter(|name| !name.ends_with(".*"))
        .chain(&sealed)
    {
        if !names.contains(name) {
            faults.push(format!("{name} is listed and does not exist"));
        }
        if clear.contains(name) && sealed.contains(name) {
            faults.push(format!("{name} is on both lists"));
        }
    }
    faults
}

fn live() -> Vec<(String, String)> {
    let columns = Database::open().store().tables().unwrap();
    columns
        .into_iter()
        .map(|(table, column, _)| (table, column))
        .collect()
}

#[test]
fn every_clear_column_is_listed_with_its_reason() {
    assert_eq!(faults(LIST, &live()), [String::new(); 0]);
}

#[test]
fn a_column_that_nobody_listed_is_caught() {
    let mut planted = live();
    planted.push(("cases".to_owned(), "surname".to_owned()));
    assert_eq!(faults(LIST, &planted), ["cases.surname is on neither list"]);
}

#[test]
fn a_column_that_is_gone_is_caught() {
    let mut planted = live();
    planted.retain(|(_, column)| column != "verifier");
    assert_eq!(
        faults(LIST, &planted),
        ["unlock_methods.verifier is listed and does not exist"]
    );
}
