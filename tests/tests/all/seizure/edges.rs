//! Whoever takes the machine guesses who worked on which case, in every way we can think of, and is
//! right no more often than by lot among colleagues.
//!
//! The control plays the same days with the columns of the first release beside the present ones; the
//! same guesses must be right there.

use std::collections::BTreeSet;

use amparo_tests::{Kind, open_store, sql_in};
use data_encoding::HEXLOWER;

use super::day::{Day, Pace, Schema, play};
use super::guess::{Judgement, all, judge, scratch, sizes};

/// Below this probability, being right so often was no luck.
const NO_LUCK: f64 = 0.0005;

/// Prints what the ways came to; answers those that found something.
fn found(name: &str, day: &Day) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (way, edges) in all(day) {
        let Judgement {
            guesses,
            right,
            lots,
            interval: (low, high),
            chance,
        } = judge(day, &edges);
        println!(
            "{name}, by {way}: {right} of {guesses} right, {:.0} to {:.0} of 100 with 95 %; by lot {:.0}",
            low * 100.0,
            high * 100.0,
            lots * 100.0
        );
        if guesses > 0 && chance < NO_LUCK {
            found.push(way);
        }
    }
    found
}

#[actix_web::test]
async fn nothing_at_rest_joins_members_to_cases() {
    for (name, pace) in [("quiet day", Pace::Quiet), ("busy day", Pace::Busy)] {
        let day = play(pace, Schema::Present).await;
        assert_eq!(day.truth.len(), 32);
        assert_eq!(found(name, &day), [""; 0], "{name}");
    }
}

#[actix_web::test]
async fn the_columns_of_the_first_release_are_found() {
    let quiet = play(Pace::Quiet, Schema::First).await;
    let ways = found("quiet day, first release", &quiet);
    assert!(ways.contains(&"times in rows"), "{ways:?}");
    match quiet.house.database().kind() {
        Kind::Postgres => assert!(ways.contains(&"numbers of transactions"), "{ways:?}"),
        Kind::Sqlite => assert!(ways.contains(&"times in a backup"), "{ways:?}"),
    }
    let busy = play(Pace::Busy, Schema::First).await;
    let ways = found("busy day, first release", &busy);
    assert!(ways.contains(&"times in rows, the next case"), "{ways:?}");
}

/// The other ways see what is planted for them.
#[actix_web::test]
async fn planted_orders_pages_and_logs_are_found() {
    let day = play(Pace::Quiet, Schema::Present).await;
    if day.house.database().kind() == Kind::Postgres {
        return;
    }
    plant_in_the_order_of_rows(&day);
    plant_in_the_log(&day);
    day.house.store().trim_log().unwrap();
    let edges = all(&planted(day)).into_iter();
    let right: BTreeSet<&str> = edges
        .filter(|(_, it)| !it.is_empty())
        .map(|it| it.0)
        .collect();
    for way in ["order of rows", "write-ahead log", "bytes of the database"] {
        assert!(right.contains(way), "{way} is blind: {right:?}");
    }
}

/// A table that keeps the order of insertion, with a member before each of her cases.
fn plant_in_the_order_of_rows(day: &Day) {
    day.house.sql("create table planted (it blob)");
    for (who, case) in &day.truth {
        day.house.sql(&format!(
            "insert into planted values ({{x:{who}}}); insert into planted values ({{x:{case}}})"
        ));
    }
}

/// A log with a member and a case in two commits.
fn plant_in_the_log(day: &Day) {
    let file = scratch(day, "planted.db");
    std::fs::copy(&day.base, &file).unwrap();
    let store = open_store(&format!("sqlite:{}", file.display()));
    sql_in(
        &store,
        "create table noticed (id blob primary key, named blob) strict, without rowid",
    );
    store.trim_log().unwrap();
    std::fs::copy(&file, scratch(day, "planted-base.db")).unwrap();
    let (who, case) = day.truth.first().unwrap();
    for (number, named) in [who, case].into_iter().enumerate() {
        sql_in(
            &store,
            &format!("insert into noticed values (x'{number:032x}', x'{named}')"),
        );
    }
    let log = std::fs::read(scratch(day, "planted.db-wal")).unwrap();
    std::fs::write(scratch(day, "planted-log"), log).unwrap();
}

/// The day with the planted log in the place of its own.
fn planted(mut day: Day) -> Day {
    day.log = std::fs::read(scratch(&day, "planted-log")).unwrap();
    day.base = scratch(&day, "planted-base.db");
    day
}

/// Every line of the ledger has one size in each column, whoever acted and however long the reason.
#[actix_web::test]
async fn sizes_tell_nothing() {
    let day = play(Pace::Busy, Schema::Present).await;
    let house = &day.house;
    for (table, columns) in [
        (
            "ledger_lines",
            &["sealed", "sealed_for_case", "label", "mac"][..],
        ),
        ("accounts", &["profile", "identity", "keyring"]),
        ("unlock_methods", &["wrapped", "verifier"]),
    ] {
        for column in columns {
            let sizes = sizes(house, table, column);
            assert_eq!(sizes.len(), 1, "{table}.{column}: {sizes:?}");
        }
    }
    // The control: a longer line would be seen.
    house.sql("update ledger_lines set sealed = {x:0101} where position = 2");
    assert_eq!(sizes(house, "ledger_lines", "sealed").len(), 2);
}

/// The first bytes of a copy that is none are those of a copy, and labels look alike.
#[actix_web::test]
async fn lines_without_a_case_look_like_lines_with_one() {
    let day = play(Pace::Busy, Schema::Present).await;
    let copies = day.house.rows("ledger_lines", &["sealed_for_case"]);
    let heads: BTreeSet<Vec<u8>> = copies
        .iter()
        .map(|row| {
            HEXLOWER
                .decode(row[0].as_ref().unwrap().as_bytes())
                .unwrap()[..2]
                .to_vec()
        })
        .collect();
    assert_eq!(heads.len(), 1, "{heads:?}");
    let tables = day.house.store().tables().unwrap();
    assert!(
        !tables
            .iter()
            .any(|(table, column, _)| table == "ledger_lines" && column == "case_id")
    );
}

/// No table of SQLite keeps the order in which rows were written.
#[actix_web::test]
async fn no_table_keeps_the_order_of_insertion() {
    let house = amparo_tests::House::open().await;
    if house.database().kind() == Kind::Postgres {
        return;
    }
    let query = "select name as it from sqlite_schema where type = 'table' \
                 and lower(sql) not like '%without rowid%' and name not like '%diesel%'";
    assert_eq!(house.column(query), [String::new(); 0]);
    house.sql("create table planted (it blob)");
    assert_eq!(house.column(query), ["planted"]);
}

/// A second after an act the log is empty, and at the end too.
#[actix_web::test]
async fn the_write_ahead_log_is_emptied() {
    let day = play(Pace::Quiet, Schema::Present).await;
    if day.house.database().kind() == Kind::Postgres {
        return;
    }
    let log = day.house.database().folder.join("amparo.db-wal");
    assert!(std::fs::metadata(&log).unwrap().len() > 0);
    day.house.store().trim_log().unwrap();
    assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
}
