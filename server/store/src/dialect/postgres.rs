//! PostgreSQL's side of the dialect.
//!
//! What must stay true: every session is in UTC, every statement and every wait for a lock ends,
//! and a transaction that the server has given up is never reported as committed.

use diesel::connection::{AnsiTransactionManager, Connection, SimpleConnection};
use diesel::dsl::sql;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use diesel::sql_types::Text;
use diesel::{PgConnection, QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Role;
use super::failure::{classify_migration, refuse_connection};
use crate::error::StoreError;
use crate::migrations::{Plan, name};

/// The migrations of this build.
pub(crate) const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// How long one statement of an act may run. An act is a few small statements.
const STATEMENT_MILLISECONDS: u32 = 30_000;

/// The advisory lock of whoever migrates: the bytes of "amparo" as a number.
const MIGRATION_LOCK: i64 = 0x616d_7061_726f;

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

/// One table, quoted by the server for use in a statement.
#[derive(QueryableByName)]
struct TableRow {
    #[diesel(sql_type = Text)]
    quoted: String,
}

pub(super) fn connect(
    url: &str,
    role: Role,
    lock_milliseconds: u128,
) -> Result<PgConnection, StoreError> {
    let mut connection = PgConnection::establish(url).map_err(refuse_connection)?;
    let statement = if role == Role::Upkeep {
        0
    } else {
        STATEMENT_MILLISECONDS
    };
    connection.batch_execute(&format!(
        "SET timezone = 'UTC'; SET statement_timeout = {statement}; \
         SET lock_timeout = {lock_milliseconds}"
    ))?;
    speak_english(&mut connection)?;
    Ok(connection)
}

/// Asks the server for English messages, because diesel does not hand out error codes and some
/// kinds of error are told apart by their text. A server that refuses is used all the same: then
/// a lock that was waited for too long is a 500 and not a 503.
fn speak_english(connection: &mut PgConnection) -> Result<(), StoreError> {
    let language: String =
        sql::<Text>("SELECT current_setting('lc_messages')").get_result(connection)?;
    let is_english = language.starts_with("en") || language.starts_with('C') || language == "POSIX";
    if !is_english {
        drop(connection.batch_execute("SET lc_messages = 'C'"));
    }
    Ok(())
}

pub(super) fn begin_read(connection: &mut PgConnection) -> Result<(), StoreError> {
    let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    Ok(AnsiTransactionManager::begin_transaction_sql(
        connection, begin,
    )?)
}

pub(super) fn begin_write(connection: &mut PgConnection) -> Result<(), StoreError> {
    let begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
    Ok(AnsiTransactionManager::begin_transaction_sql(
        connection, begin,
    )?)
}

/// Fails if the server has given the transaction up. It would answer `COMMIT` with a silent
/// rollback, and diesel would report success.
pub(super) fn check_alive(connection: &mut PgConnection) -> Result<(), StoreError> {
    Ok(connection.batch_execute("SELECT 1")?)
}

pub(super) fn columns(
    connection: &mut PgConnection,
) -> Result<Vec<(String, String, String)>, StoreError> {
    let rows: Vec<ColumnRow> = sql_query(
        "SELECT c.table_name::text, c.column_name::text, c.data_type::text AS sql_type \
         FROM information_schema.columns AS c JOIN information_schema.tables AS t \
         USING (table_schema, table_name) \
         WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
         AND c.table_name <> '__diesel_schema_migrations' \
         ORDER BY c.table_name::text COLLATE \"C\", c.ordinal_position",
    )
    .load(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| (row.table_name, row.column_name, row.sql_type))
        .collect())
}

pub(super) fn compact(connection: &mut PgConnection) -> Result<(), StoreError> {
    let tables: Vec<TableRow> = sql_query(
        "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS quoted \
         FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
    )
    .load(connection)?;
    for table in tables {
        connection.batch_execute(&format!("VACUUM {}", table.quoted))?;
    }
    Ok(())
}

pub(super) fn pending(
    connection: &mut PgConnection,
    source: &impl MigrationSource<Pg>,
) -> Result<Vec<String>, StoreError> {
    alone(connection, |connection| {
        Ok(Plan::read(connection, source)?
            .pending()
            .map(name)
            .collect())
    })
}

pub(super) fn migrate(
    connection: &mut PgConnection,
    source: &impl MigrationSource<Pg>,
) -> Result<Vec<String>, StoreError> {
    alone(connection, |connection| {
        let plan = Plan::read(connection, source)?;
        let mut names = Vec::new();
        for migration in plan.pending() {
            connection
                .run_migration(migration)
                .map_err(classify_migration)?;
            names.push(name(migration));
        }
        Ok(names)
    })
}

pub(super) fn revert(
    connection: &mut PgConnection,
    source: &impl MigrationSource<Pg>,
    most: usize,
) -> Result<Vec<String>, StoreError> {
    alone(connection, |connection| {
        let plan = Plan::read(connection, source)?;
        let mut names = Vec::new();
        for migration in plan.done().take(most) {
            connection
                .revert_migration(migration)
                .map_err(classify_migration)?;
            names.push(name(migration));
        }
        Ok(names)
    })
}

/// Runs `work` while no other process migrates. The lock belongs to the session, so a process
/// that dies gives it back.
fn alone<T>(
    connection: &mut PgConnection,
    work: impl FnOnce(&mut PgConnection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    connection.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
    let outcome = work(connection);
    connection.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
    outcome
}
