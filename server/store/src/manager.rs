//! Connections for the pool: made for the one database of the URL, set up before first use.
//!
//! What must stay true: a connection with an open transaction, or one that a panic passed
//! through, is closed and never used again. Closing it is what rolls the act back.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diesel::r2d2::{ManageConnection, NopErrorHandler, Pool, PooledConnection, R2D2Connection};

use crate::connection::AnyConnection;
use crate::dialect::{self, Role};
use crate::error::StoreError;
use crate::store::Backend;
use crate::target::Target;

/// How long an unused connection to a server is kept.
const IDLE: Duration = Duration::from_mins(10);

/// How old a connection to a server may become.
const LIFETIME: Duration = Duration::from_mins(30);

/// A pool, and why it last could not connect. Clones share both.
#[derive(Clone)]
pub(crate) struct Connections {
    pool: Pool<Manager>,
    last_failure: LastFailure,
}

impl Connections {
    /// Connects once, so that a wrong setting shows at the start, and then starts the pool.
    pub(crate) fn new(
        target: &Arc<Target>,
        role: Role,
        lock_timeout: Duration,
        size: u32,
        patience: Duration,
    ) -> Result<Self, StoreError> {
        let manager = Manager::new(Arc::clone(target), role, lock_timeout);
        let first = manager.connect()?;
        let last_failure = manager.last_failure.clone();
        let is_server = target.backend() == Backend::Postgres;
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            // Whether the server has gone since is found out when a transaction begins.
            .test_on_check_out(false)
            .idle_timeout(is_server.then_some(IDLE))
            .max_lifetime(is_server.then_some(LIFETIME))
            .connection_timeout(patience)
            // The default writes the text of the error to a log that is not ours.
            .error_handler(Box::new(NopErrorHandler))
            .build(manager)
            .map_err(|_timeout| last_failure.lock().clone().unwrap_or(StoreError::Busy))?;
        // Kept until now: the last connection to leave a SQLite file tidies it under a lock, and
        // the pool's first connection would run into that.
        drop(first);
        Ok(Self { pool, last_failure })
    }

    /// Opens a transaction, on another connection if the one at hand was cut meanwhile. Nothing was
    /// done on it yet, so nothing is done twice.
    pub(crate) fn begin(
        &self,
        begin: fn(&mut AnyConnection) -> Result<(), StoreError>,
    ) -> Result<PooledConnection<Manager>, StoreError> {
        for _ in 0..self.pool.max_size() {
            let mut pooled = self.take()?;
            match begin(&mut pooled) {
                Err(_) if pooled.ping().is_err() => pooled.is_lost = true,
                outcome => return outcome.map(|()| pooled),
            }
        }
        // Every one of the pool was lost: this one is new.
        let mut pooled = self.take()?;
        begin(&mut pooled)?;
        Ok(pooled)
    }

    /// Waits for a connection. Without one: the last failure to connect, or that all are in use.
    pub(crate) fn take(&self) -> Result<PooledConnection<Manager>, StoreError> {
        self.pool
            .get()
            .map_err(|_timeout| self.last_failure.lock().clone().unwrap_or(StoreError::Busy))
    }
}

/// A connection of the pool.
pub(crate) struct Pooled {
    connection: AnyConnection,
    /// It leads nowhere any more: the pool closes it.
    is_lost: bool,
}

impl Deref for Pooled {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Pooled {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}

/// Makes and checks the connections of one pool.
pub(crate) struct Manager {
    target: Arc<Target>,
    role: Role,
    lock_timeout: Duration,
    last_failure: LastFailure,
}

impl Manager {
    pub(crate) fn new(target: Arc<Target>, role: Role, lock_timeout: Duration) -> Self {
        Self {
            target,
            role,
            lock_timeout,
            last_failure: LastFailure::default(),
        }
    }

    /// One outside the pool.
    pub(crate) fn connection(&self) -> Result<AnyConnection, StoreError> {
        dialect::connect(&self.target, self.role, self.lock_timeout)
    }
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = StoreError;

    fn connect(&self) -> Result<Pooled, StoreError> {
        let made = self.connection();
        *self.last_failure.lock() = made.as_ref().err().cloned();
        Ok(Pooled {
            connection: made?,
            is_lost: false,
        })
    }

    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), StoreError> {
        Ok(pooled.ping()?)
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        std::thread::panicking() || pooled.is_lost || pooled.is_broken()
    }
}

/// The pool reports a timeout either way; this tells an outage from a queue.
#[derive(Clone, Default)]
struct LastFailure(Arc<Mutex<Option<StoreError>>>);

impl LastFailure {
    fn lock(&self) -> MutexGuard<'_, Option<StoreError>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
