//! Where the two databases differ: the only file that looks inside [`AnyConnection`].
//!
//! What must stay true: each function here has one meaning, and `sqlite.rs` and `postgres.rs`
//! give it side by side under the same name. A test runs each on both.
//!
//! Deliberately absent: queries of the rooms. If this file grows much beyond a dozen functions,
//! one query text for two databases was the wrong choice: see docs/decisions.

mod failure;
mod postgres;
pub(crate) mod sqlite;

use std::path::Path;
use std::time::Duration;

use diesel::connection::{Connection, TransactionManager};

pub(crate) use failure::{classify, classify_migration};
pub(crate) use postgres::MIGRATIONS as POSTGRES_MIGRATIONS;
pub(crate) use sqlite::MIGRATIONS as SQLITE_MIGRATIONS;

use crate::connection::AnyConnection;
use crate::counting::Counting;
use crate::error::StoreError;
use crate::target::Target;

/// How long upkeep waits for a lock at least: another process may be in the middle of a migration.
const UPKEEP_WAIT: Duration = Duration::from_mins(1);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Reads only; SQLite refuses a write even outside a transaction.
    Reader,
    /// Runs acts.
    Writer,
    /// Migrations and housekeeping: no limit on how long a statement runs.
    Upkeep,
}

/// Inserts a row unless a unique rule has it already: `insert_if_absent!(db, table, values)`.
///
/// Gives `Result<bool, StoreError>`, true if the row is new. Any unique rule counts, not only the
/// primary key. `values` is written twice and evaluated once. Needs `diesel` in the calling crate.
#[macro_export]
macro_rules! insert_if_absent {
    ($connection:expr, $table:expr, $values:expr $(,)?) => {{
        use $crate::for_macros::diesel;
        let connection: &mut $crate::AnyConnection = $connection;
        match connection {
            $crate::AnyConnection::Postgres(inner) => diesel::RunQueryDsl::execute(
                diesel::insert_into($table)
                    .values($values)
                    .on_conflict_do_nothing(),
                inner,
            ),
            $crate::AnyConnection::Sqlite(inner) => diesel::RunQueryDsl::execute(
                diesel::insert_into($table)
                    .values($values)
                    .on_conflict_do_nothing(),
                inner,
            ),
        }
        .map(|inserted| inserted == 1)
        .map_err($crate::StoreError::from)
    }};
}

/// Connects and sets the session up. Fails if any setting that protects data does not hold.
pub(crate) fn connect(
    target: &Target,
    role: Role,
    lock_timeout: Duration,
) -> Result<AnyConnection, StoreError> {
    let patience = if role == Role::Upkeep {
        lock_timeout.max(UPKEEP_WAIT)
    } else {
        lock_timeout
    };
    let milliseconds = patience.as_millis().clamp(1, 86_400_000);
    let mut connection = match target {
        Target::Postgres(url) => {
            postgres::connect(url, role, milliseconds).map(AnyConnection::Postgres)
        }
        Target::Sqlite(path) => {
            sqlite::connect(path, role, milliseconds).map(AnyConnection::Sqlite)
        }
    }?;
    connection.set_instrumentation(Counting);
    Ok(connection)
}

/// Opens a transaction that sees one state throughout and cannot write.
pub(crate) fn begin_read(connection: &mut AnyConnection) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::begin_read(inner),
        AnyConnection::Sqlite(inner) => sqlite::begin_read(inner),
    }
}

/// Opens a transaction that can write. On SQLite it holds the write lock from here on.
pub(crate) fn begin_write(connection: &mut AnyConnection) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::begin_write(inner),
        AnyConnection::Sqlite(inner) => sqlite::begin_write(inner),
    }
}

/// Ends a transaction that wrote nothing: there is nothing to lose, so nothing is asked first.
pub(crate) fn end_read(connection: &mut AnyConnection) -> Result<(), StoreError> {
    Ok(<AnyConnection as Connection>::TransactionManager::commit_transaction(connection)?)
}

/// Commits, or fails if the transaction was already lost.
pub(crate) fn commit(connection: &mut AnyConnection) -> Result<(), StoreError> {
    let alive = match connection {
        AnyConnection::Postgres(inner) => postgres::check_alive(inner),
        AnyConnection::Sqlite(_) => Ok(()),
    };
    if let Err(lost) = alive {
        rollback(connection);
        return Err(lost);
    }
    Ok(<AnyConnection as Connection>::TransactionManager::commit_transaction(connection)?)
}

/// Rolls back. If that fails, the pool closes the connection, which does the same.
pub(crate) fn rollback(connection: &mut AnyConnection) {
    drop(<AnyConnection as Connection>::TransactionManager::rollback_transaction(connection));
}

/// Every column as (table, column, SQL type), sorted by table, in the order of the columns.
pub(crate) fn columns(
    connection: &mut AnyConnection,
) -> Result<Vec<(String, String, String)>, StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::columns(inner),
        AnyConnection::Sqlite(inner) => sqlite::columns(inner),
    }
}

/// Gives the space of deleted rows back.
pub(crate) fn compact(connection: &mut AnyConnection) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::compact(inner),
        AnyConnection::Sqlite(inner) => sqlite::compact(inner),
    }
}

/// Whether the pages are sound and can be written.
pub(crate) fn check(connection: &mut AnyConnection) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Sqlite(sqlite) => sqlite::check(sqlite),
        AnyConnection::Postgres(_) => {
            begin_write(connection)?;
            commit(connection)
        }
    }
}

/// Empties the write-ahead log, if there is one.
pub(crate) fn trim_log(connection: &mut AnyConnection) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Postgres(_) => Ok(()),
        AnyConnection::Sqlite(inner) => sqlite::trim_log(inner),
    }
}

/// Copies the database to a new private file.
pub(crate) fn backup(connection: &mut AnyConnection, path: &Path) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Postgres(_) => Err(StoreError::broken(
            "PostgreSQL is backed up with pg_dump, not by Amparo",
        )),
        AnyConnection::Sqlite(inner) => sqlite::backup(inner, path),
    }
}

/// The names of the migrations that wait.
pub(crate) fn pending(connection: &mut AnyConnection) -> Result<Vec<String>, StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::pending(inner, &POSTGRES_MIGRATIONS),
        AnyConnection::Sqlite(inner) => sqlite::pending(inner, &SQLITE_MIGRATIONS),
    }
}

/// Runs the migrations that wait and names them.
pub(crate) fn migrate(connection: &mut AnyConnection) -> Result<Vec<String>, StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::migrate(inner, &POSTGRES_MIGRATIONS),
        AnyConnection::Sqlite(inner) => sqlite::migrate(inner, &SQLITE_MIGRATIONS),
    }
}

/// Undoes the last `most` migrations and names them, the youngest first.
pub(crate) fn revert(
    connection: &mut AnyConnection,
    most: usize,
) -> Result<Vec<String>, StoreError> {
    match connection {
        AnyConnection::Postgres(inner) => postgres::revert(inner, &POSTGRES_MIGRATIONS, most),
        AnyConnection::Sqlite(inner) => sqlite::revert(inner, &SQLITE_MIGRATIONS, most),
    }
}
