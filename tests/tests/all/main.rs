//! The one test binary: behaviour through the doors, and the promises that must hold everywhere.
//!
//! `cargo test -p amparo-tests` runs it on SQLite; with `AMPARO_TEST_DATABASE=postgres://…` (see
//! `tests/postgres.sh`) the same tests run there.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod access;
mod cases;
mod clear_columns;
mod costs;
mod directory;
mod documents;
mod edges;
mod hardening;
mod house_picture;
mod house_rules;
mod intake;
mod ledger;
mod migrations;
mod openapi;
mod pages;
mod reach;
mod reasons;
mod receipts;
mod referrals;
mod removal;
mod routing;
mod secrets;
mod seizure;
mod story;
mod tamper;
mod team;
mod undone;
mod upgrade;
mod web;
