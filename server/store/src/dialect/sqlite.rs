//! SQLite's side of the dialect.
//!
//! What must stay true: no connection is handed out before the settings that protect data have
//! been read back: foreign keys, the write-ahead log, full syncs, overwriting what is deleted.

use std::fs::File;
use std::path::Path;

use diesel::connection::{
    AnsiTransactionManager, Connection, SimpleConnection, TransactionManager,
};
use diesel::dsl::sql;
use diesel::migration::{Migration, MigrationSource};
use diesel::sql_types::{Integer, Text};
use diesel::sqlite::Sqlite;
use diesel::{QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Role;
use super::failure::{classify_migration, refuse_connection};
use crate::error::StoreError;
use crate::migrations::{Plan, name};
use crate::target::create_private;

/// How long emptying the log waits for somebody who reads.
const TRIM_MILLISECONDS: u32 = 20;

/// The migrations of this build.
pub(crate) const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");

/// One column of one table.
#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    sql_type: String,
}

/// A row whose reference leads nowhere.
#[derive(QueryableByName)]
struct Orphan {
    #[diesel(sql_type = Text)]
    #[diesel(column_name = "table")]
    table_name: String,
}

pub(super) fn connect(
    path: &Path,
    role: Role,
    lock_milliseconds: u128,
) -> Result<SqliteConnection, StoreError> {
    if !path.exists() {
        return Err(StoreError::unavailable("the database file is gone"));
    }
    // The prefix keeps a relative path from being read as a URI or a special name.
    let path = if path.is_absolute() {
        path.to_owned()
    } else {
        Path::new(".").join(path)
    };
    let Some(path) = path.to_str() else {
        return Err(StoreError::unavailable(
            "the path of the database file is not UTF-8",
        ));
    };
    let mut connection = SqliteConnection::establish(path).map_err(refuse_connection)?;
    set_up(&mut connection, role, lock_milliseconds)?;
    Ok(connection)
}

/// One statement each and in this order: the timeout first, so that the others can wait.
fn set_up(
    connection: &mut SqliteConnection,
    role: Role,
    lock_milliseconds: u128,
) -> Result<(), StoreError> {
    connection.batch_execute(&format!("PRAGMA busy_timeout = {lock_milliseconds}"))?;
    for setting in [
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA secure_delete = ON",
        "PRAGMA temp_store = MEMORY",
    ] {
        connection.batch_execute(setting)?;
    }
    let journal: String = sql::<Text>("PRAGMA journal_mode").get_result(connection)?;
    if journal != "wal" {
        return Err(StoreError::unavailable(
            "SQLite cannot keep a write-ahead log here; is the file on a network share?",
        ));
    }
    for (setting, wanted) in [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
    ] {
        let found: i32 = sql::<Integer>(&format!("PRAGMA {setting}")).get_result(connection)?;
        if found != wanted {
            return Err(StoreError::unavailable(format!(
                "SQLite did not accept {setting}"
            )));
        }
    }
    if role == Role::Reader {
        connection.batch_execute("PRAGMA query_only = ON")?;
    }
    Ok(())
}

pub(super) fn begin_read(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    Ok(AnsiTransactionManager::begin_transaction_sql(
        connection,
        "BEGIN DEFERRED",
    )?)
}

pub(super) fn begin_write(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    Ok(AnsiTransactionManager::begin_transaction_sql(
        connection,
        "BEGIN IMMEDIATE",
    )?)
}

pub(super) fn columns(
    connection: &mut SqliteConnection,
) -> Result<Vec<(String, String, String)>, StoreError> {
    let rows: Vec<ColumnRow> = sql_query(
        "SELECT t.name AS table_name, c.name AS column_name, c.type AS sql_type \
         FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c \
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
         AND t.name <> '__diesel_schema_migrations' ORDER BY t.name, c.cid",
    )
    .load(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| (row.table_name, row.column_name, row.sql_type))
        .collect())
}

/// Rewrites the file, then empties the log that now holds a copy of every page.
pub(super) fn compact(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    connection.batch_execute("VACUUM")?;
    // The first column of the answer tells whether a reader kept the log from being emptied.
    let blocked: i32 = sql::<Integer>("PRAGMA wal_checkpoint(TRUNCATE)").get_result(connection)?;
    if blocked == 0 {
        Ok(())
    } else {
        Err(StoreError::Busy)
    }
}

/// Empties the write-ahead log. Acts wait meanwhile, so it waits for readers only a moment: if one
/// is in the way, the log is emptied the next time.
pub(super) fn trim_log(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let patience: i32 = sql::<Integer>("PRAGMA busy_timeout").get_result(connection)?;
    connection.batch_execute(&format!("PRAGMA busy_timeout = {TRIM_MILLISECONDS}"))?;
    let outcome = connection.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)");
    connection.batch_execute(&format!("PRAGMA busy_timeout = {patience}"))?;
    Ok(outcome?)
}

/// The copy is synced here, because `VACUUM INTO` leaves that to the operating system.
pub(super) fn backup(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let unwritable = |why: std::io::Error| {
        StoreError::unavailable(format!("the backup cannot be written ({})", why.kind()))
    };
    let Some(text) = path.to_str() else {
        return Err(StoreError::unavailable(
            "the path of the backup is not UTF-8",
        ));
    };
    // SQLite fills an empty file; creating it here gives it its mode and refuses to overwrite.
    create_private(path).map_err(unwritable)?;
    sql_query("VACUUM INTO ?")
        .bind::<Text, _>(text)
        .execute(connection)?;
    File::open(path)
        .and_then(|copy| copy.sync_all())
        .map_err(unwritable)?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))
        .and_then(|folder| folder.sync_all())
        .map_err(unwritable)
}

pub(crate) fn pending(
    connection: &mut SqliteConnection,
    source: &impl MigrationSource<Sqlite>,
) -> Result<Vec<String>, StoreError> {
    Ok(Plan::read(connection, source)?
        .pending()
        .map(name)
        .collect())
}

/// Runs what waits, each in a transaction of its own that holds the write lock.
///
/// Foreign keys are off outside the transaction, because a table is rebuilt by dropping it. The
/// check at the end takes their place.
pub(crate) fn migrate(
    connection: &mut SqliteConnection,
    source: &impl MigrationSource<Sqlite>,
) -> Result<Vec<String>, StoreError> {
    without_foreign_keys(connection, |connection| {
        let mut names = Vec::new();
        let plan = Plan::read(connection, source)?;
        for migration in plan.pending() {
            let is_new = locked(connection, migration, |connection| {
                // Another process may have run it while this one waited for the lock.
                let still = Plan::read(connection, source)?;
                if !still
                    .pending()
                    .any(|waiting| name(waiting) == name(migration))
                {
                    return Ok(false);
                }
                connection
                    .run_migration(migration)
                    .map_err(classify_migration)?;
                Ok(true)
            })?;
            if is_new {
                names.push(name(migration));
            }
        }
        Ok(names)
    })
}

pub(super) fn revert(
    connection: &mut SqliteConnection,
    source: &impl MigrationSource<Sqlite>,
    most: usize,
) -> Result<Vec<String>, StoreError> {
    without_foreign_keys(connection, |connection| {
        let plan = Plan::read(connection, source)?;
        let mut names = Vec::new();
        for migration in plan.done().take(most) {
            locked(connection, migration, |connection| {
                connection
                    .revert_migration(migration)
                    .map_err(classify_migration)
            })?;
            names.push(name(migration));
        }
        Ok(names)
    })
}

fn without_foreign_keys<T>(
    connection: &mut SqliteConnection,
    work: impl FnOnce(&mut SqliteConnection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    connection.batch_execute("PRAGMA foreign_keys = OFF")?;
    let outcome = work(connection);
    connection.batch_execute("PRAGMA foreign_keys = ON")?;
    outcome
}

/// Runs one step of a migration under the write lock and keeps it only if all references hold.
fn locked<T>(
    connection: &mut SqliteConnection,
    migration: &dyn Migration<Sqlite>,
    step: impl FnOnce(&mut SqliteConnection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    if !migration.metadata().run_in_transaction() {
        return step(connection);
    }
    begin_write(connection)?;
    let outcome = step(connection).and_then(|done| {
        let orphans: Vec<Orphan> = sql_query("PRAGMA foreign_key_check").load(connection)?;
        match orphans.first() {
            Some(orphan) => Err(StoreError::broken(format!(
                "migration {} leaves a broken reference in table {}",
                name(migration),
                orphan.table_name
            ))),
            None => Ok(done),
        }
    });
    match outcome {
        Ok(done) => {
            AnsiTransactionManager::commit_transaction(connection)?;
            Ok(done)
        }
        Err(why) => {
            AnsiTransactionManager::rollback_transaction(connection)?;
            Err(why)
        }
    }
}

/// Looks at every page, and writes the first one as it is: that alone finds a file that may only be
/// read and a disk that is full.
pub(super) fn check(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let found: String = sql::<Text>("PRAGMA quick_check(1)").get_result(connection)?;
    if found != "ok" {
        // What it says can quote keys of rows.
        return Err(StoreError::broken("a page of the database is damaged"));
    }
    let version: i32 = sql::<Integer>("PRAGMA user_version").get_result(connection)?;
    connection.batch_execute(&format!("PRAGMA user_version = {version}"))?;
    Ok(())
}
