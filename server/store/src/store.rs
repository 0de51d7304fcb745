//! The only doors to the rows: [`Store::read`] and [`Store::write`].
//!
//! What must stay true:
//! - An act is one transaction. It is committed if its closure ends well, and rolled back if the
//!   closure refuses, fails or panics.
//! - SQLite has exactly one writing connection, and it takes the write lock when an act begins.
//!   Two that take turns are faster than two that fight, and no act can fail half-way for a lock.
//! - A closure given to `write` may run up to three times: no mail, no files, nothing outside.
//!
//! Deliberately absent: waiting between retries, and any way to keep a connection.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use diesel::connection::{Connection, TransactionManager};
use diesel::r2d2::R2D2Connection;

use crate::connection::AnyConnection;
use crate::dialect::{self, Role};
use crate::error::{Retry, StoreError};
use crate::manager::{Connections, Manager};
use crate::target::{FileId, Target};

/// How often an act that lost a race is run again.
const MOST_RETRIES: u32 = 2;

/// Which database the store speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file on this machine.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// What the store must know to open.
pub struct Settings {
    /// `postgres://…`, `sqlite:PATH` or `sqlite:///ABSOLUTE/PATH`. May hold a password.
    pub url: String,
    /// The most connections: for reading on SQLite, for everything on PostgreSQL. At least 1.
    pub readers: u32,
    /// How long an act waits for a connection before it is told [`StoreError::Busy`].
    pub acquire_timeout: Duration,
    /// How long a statement waits for a lock before it is told [`StoreError::Busy`].
    pub lock_timeout: Duration,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("url", &"..")
            .field("readers", &self.readers)
            .field("acquire_timeout", &self.acquire_timeout)
            .field("lock_timeout", &self.lock_timeout)
            .finish()
    }
}

/// The open database. Clones share the same connections.
#[derive(Clone)]
pub struct Store {
    target: Arc<Target>,
    readers: Connections,
    writers: Connections,
    lock_timeout: Duration,
    /// The file that was opened.
    file: Option<FileId>,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Store({:?})", self.target)
    }
}

impl Store {
    /// Opens the database and checks at once that it can be reached and set up.
    ///
    /// Creates a SQLite file if it is absent, never its folder. Runs no migration.
    pub fn open(settings: &Settings) -> Result<Self, StoreError> {
        let patience = settings.acquire_timeout;
        let lock_timeout = settings.lock_timeout;
        let target = Arc::new(Target::parse(&settings.url, patience)?);
        target.prepare()?;
        let size = settings.readers.max(1);
        let pool = |role, size| Connections::new(&target, role, lock_timeout, size, patience);
        let (writers, readers) = match target.backend() {
            // The writer comes first: it is the one that may switch the file to WAL.
            Backend::Sqlite => (pool(Role::Writer, 1)?, pool(Role::Reader, size)?),
            Backend::Postgres => {
                let all = pool(Role::Writer, size)?;
                (all.clone(), all)
            }
        };
        Ok(Self {
            file: target.file_now(),
            target,
            readers,
            writers,
            lock_timeout,
        })
    }

    /// Which database this is.
    pub fn backend(&self) -> Backend {
        self.target.backend()
    }

    /// Whether the path still leads to the file that was opened. If not, what is written is lost:
    /// stop. Always so on PostgreSQL.
    pub fn is_in_place(&self) -> bool {
        self.file == self.target.file_now()
    }

    /// Looks at every page of a SQLite file, and whether anything can be written at all.
    pub fn check(&self) -> Result<(), StoreError> {
        let mut connection = self.fresh()?;
        dialect::check(&mut connection)
    }

    /// Runs `look` in one read transaction that sees one state of the database throughout.
    ///
    /// The database refuses any write in it.
    pub fn read<T, E>(&self, look: impl FnOnce(&mut AnyConnection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        let mut connection = self.readers.begin(dialect::begin_read)?;
        let outcome = look(&mut connection);
        finish(&mut connection, outcome, dialect::end_read)
    }

    /// Runs `look`, which must be one statement: that sees one state of the database by itself, and
    /// needs no transaction around it. It may be run again if the connection was cut.
    pub fn glance<T, E>(&self, look: impl FnMut(&mut AnyConnection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        self.readers.glance(look)
    }

    /// Runs `act` in one write transaction and commits it if it ends well.
    ///
    /// An act that lost a race ([`Retry`]) is run again, at most twice, in a new transaction.
    /// On PostgreSQL each statement sees what was committed before it (read committed), so an act
    /// that first takes the row it works on then reads what its rivals left. A rule that spans
    /// several rows needs a row, or a unique rule, that both rivals touch.
    pub fn write<T, E>(
        &self,
        mut act: impl FnMut(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E>
    where
        E: From<StoreError> + Retry,
    {
        let mut retries = 0;
        loop {
            match self.attempt(&mut act) {
                Err(lost) if lost.is_serialization_failure() && retries < MOST_RETRIES => {
                    retries += 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn attempt<T, E: From<StoreError>>(
        &self,
        act: &mut impl FnMut(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.writers.begin(dialect::begin_write)?;
        let outcome = act(&mut connection);
        finish(&mut connection, outcome, dialect::commit)
    }

    /// The names of the migrations that have not been run, in order.
    pub fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        dialect::pending(&mut self.fresh()?)
    }

    /// Runs every pending migration and returns their names, in order.
    ///
    /// Each is one transaction. On PostgreSQL an advisory lock keeps a second migrating process
    /// out; on SQLite the write lock does, and a broken reference rolls the migration back.
    pub fn migrate(&self) -> Result<Vec<String>, StoreError> {
        dialect::migrate(&mut self.fresh()?)
    }

    /// Undoes the last migration and returns its name. **Destroys data**: for tests.
    pub fn revert_last(&self) -> Result<Option<String>, StoreError> {
        dialect::revert(&mut self.fresh()?, 1).map(|names| names.into_iter().next())
    }

    /// Undoes every migration and returns their names. **Destroys data**: for tests.
    pub fn revert_all(&self) -> Result<Vec<String>, StoreError> {
        dialect::revert(&mut self.fresh()?, usize::MAX)
    }

    /// Gives the space of deleted rows back, so that erased bytes do not linger.
    ///
    /// SQLite rewrites the file and empties the write-ahead log. PostgreSQL vacuums our tables;
    /// it frees the space, and overwrites it when it is used again. [`StoreError::Busy`] if a
    /// reader holds the log for too long.
    pub fn compact(&self) -> Result<(), StoreError> {
        let mut connection = match self.backend() {
            Backend::Sqlite => None,
            Backend::Postgres => Some(self.fresh()?),
        };
        match &mut connection {
            Some(fresh) => dialect::compact(fresh),
            // The one writer, so that no act is in between.
            None => dialect::compact(&mut *self.writers.take()?),
        }
    }

    /// Empties SQLite's write-ahead log, whose frames stand in the order of the acts. To be called
    /// about once a second. Does nothing on PostgreSQL, and not now if somebody reads for long.
    pub fn trim_log(&self) -> Result<(), StoreError> {
        match self.backend() {
            Backend::Postgres => Ok(()),
            Backend::Sqlite => dialect::trim_log(&mut *self.writers.take()?),
        }
    }

    /// Every column of the live database as (table, column, SQL type), sorted. For tests.
    ///
    /// Leaves out the table in which diesel counts the migrations.
    pub fn tables(&self) -> Result<Vec<(String, String, String)>, StoreError> {
        dialect::columns(&mut self.fresh()?)
    }

    /// Writes a consistent copy of a SQLite database to a new file, readable by its owner only.
    ///
    /// Acts go on meanwhile. An existing file is refused. On PostgreSQL this is
    /// [`StoreError::Broken`]: `pg_dump` does it.
    pub fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        dialect::backup(&mut self.fresh()?, path)
    }

    /// A connection outside the pools, for work that changes the settings of its session.
    pub(crate) fn fresh(&self) -> Result<AnyConnection, StoreError> {
        Manager::new(Arc::clone(&self.target), Role::Upkeep, self.lock_timeout).connection()
    }
}

/// Runs `step` inside the open transaction so that its failure undoes the step and not the act.
///
/// On PostgreSQL any failed statement ruins the whole transaction; wrap in this an insert whose
/// [`StoreError::Duplicate`] is an answer.
pub fn savepoint<T, E>(
    connection: &mut AnyConnection,
    step: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<StoreError>,
{
    type Manager = <AnyConnection as Connection>::TransactionManager;
    Manager::begin_transaction(connection).map_err(StoreError::from)?;
    match step(connection) {
        Ok(done) => {
            Manager::commit_transaction(connection).map_err(StoreError::from)?;
            Ok(done)
        }
        Err(refused) => {
            Manager::rollback_transaction(connection).map_err(StoreError::from)?;
            Err(refused)
        }
    }
}

/// Commits or rolls back. What stays open after that is closed by the pool.
fn finish<T, E: From<StoreError>>(
    connection: &mut AnyConnection,
    outcome: Result<T, E>,
    end: fn(&mut AnyConnection) -> Result<(), StoreError>,
) -> Result<T, E> {
    match outcome {
        Ok(done) => {
            end(connection)?;
            // A savepoint that nobody closed turns the commit into a release of that savepoint.
            if connection.is_broken() {
                return Err(StoreError::broken("an act left a savepoint open").into());
            }
            Ok(done)
        }
        Err(refused) => {
            dialect::rollback(connection);
            Err(refused)
        }
    }
}
