//! Two folders in step, both ways up and down, and the schema that diesel sees.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use amparo_tests::{Database, Kind};

const SCHEMA: &str = include_str!("../../../server/store/src/schema.rs");

fn names(folder: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../migrations")
        .join(folder);
    std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn both_databases_have_the_same_migrations() {
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty());
}

#[test]
fn every_migration_goes_up_down_and_up_again() {
    let database = Database::empty();
    let store = database.store();
    let done = store.migrate().unwrap();
    assert_eq!(done.len(), names("sqlite").len());
    let first = store.tables().unwrap();
    assert!(!first.is_empty());
    assert!(store.pending_migrations().unwrap().is_empty());
    assert_eq!(store.revert_all().unwrap().len(), done.len());
    assert_eq!(store.tables().unwrap(), [], "something was left behind");
    store.migrate().unwrap();
    assert_eq!(store.tables().unwrap(), first);
}

type Tables = BTreeMap<String, BTreeMap<String, String>>;

/// The tables of a diesel schema: name to columns to types.
fn schema(text: &str) -> Tables {
    let mut tables = Tables::new();
    for part in text.split("diesel::table! {").skip(1) {
        let (head, rest) = part.split_once('{').unwrap();
        let table = head.split('(').next().unwrap().trim().to_owned();
        let (body, _) = rest.split_once('}').unwrap();
        let columns = body
            .lines()
            .filter_map(|line| line.trim().trim_end_matches(',').split_once(" -> "))
            .map(|(name, kind)| (name.trim().to_owned(), kind.trim().to_owned()))
            .collect();
        tables.insert(table, columns);
    }
    tables
}

/// How each type of ours is called by the database.
fn in_words_of(kind: Kind, diesel: &str) -> &'static str {
    let bare = diesel.trim_start_matches("Nullable<").trim_end_matches('>');
    match (kind, bare) {
        (Kind::Sqlite, "Binary") => "BLOB",
        (Kind::Sqlite, "Text" | "Date" | "Timestamp") => "TEXT",
        (Kind::Sqlite, "Integer" | "BigInt" | "Bool") => "INTEGER",
        (Kind::Sqlite, "Double") => "REAL",
        (Kind::Postgres, "Binary") => "bytea",
        (Kind::Postgres, "Text") => "text",
        (Kind::Postgres, "Date") => "date",
        (Kind::Postgres, "Timestamp") => "timestamp without time zone",
        (Kind::Postgres, "Integer") => "integer",
        (Kind::Postgres, "BigInt") => "bigint",
        (Kind::Postgres, "Bool") => "boolean",
        (Kind::Postgres, "Double") => "double precision",
        (_, other) => panic!("teach the test what {other} is"),
    }
}

/// Where a schema and a live database differ.
fn differences(schema: &Tables, live: &[(String, String, String)], kind: Kind) -> Vec<String> {
    let flat = |table: &str, column: &str, it: &str| format!("{table}.{column} {it}");
    let here: BTreeSet<String> = schema
        .iter()
        .flat_map(|(table, columns)| {
            columns
                .iter()
                .map(|(column, it)| flat(table, column, in_words_of(kind, it)))
        })
        .collect();
    let there: BTreeSet<String> = live.iter().map(|(t, c, it)| flat(t, c, it)).collect();
    here.symmetric_difference(&there).cloned().collect()
}

#[test]
fn diesel_sees_the_tables_that_are_there() {
    let database = Database::open();
    let live = database.store().tables().unwrap();
    assert_eq!(
        differences(&schema(SCHEMA), &live, database.kind()),
        [String::new(); 0]
    );
}

#[test]
fn a_schema_that_is_off_is_caught() {
    let database = Database::open();
    let live = database.store().tables().unwrap();
    for (right, wrong) in [
        ("state -> Text", "state -> BigInt"),
        ("epoch -> Integer", "epok -> Integer"),
    ] {
        let planted = SCHEMA.replacen(right, wrong, 1);
        assert_ne!(planted, SCHEMA);
        assert_eq!(
            differences(&schema(&planted), &live, database.kind()).len(),
            2
        );
    }
}
