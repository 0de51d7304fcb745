//! One connection type for two databases, so that each query is written and reviewed once.
//!
//! What must stay true: nobody calls `AnyConnection::establish`. The derived one tries each
//! database in turn and hides the errors, so that an unreachable PostgreSQL would become a new
//! SQLite file with a strange name. Connections come from [`crate::Store`].

#![expect(
    missing_docs,
    reason = "diesel's derive makes public items without a word"
)]

use diesel::{PgConnection, SqliteConnection};

/// A connection to the one database this installation uses.
///
/// Rooms pass it to diesel and do not look inside; only `dialect.rs` may.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// A PostgreSQL server, reached through libpq.
    Postgres(PgConnection),
    /// A file on this machine.
    Sqlite(SqliteConnection),
}
