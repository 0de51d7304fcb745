//! What the crate promises as a whole. Each test runs on SQLite, and on PostgreSQL too if
//! `AMPARO_TEST_DATABASE` names a server (`tests/postgres.sh start` makes one).

mod acts;
mod columns;
mod databases;
mod rivals;
mod settings;
mod upkeep;
