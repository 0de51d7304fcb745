//! Connections for the pool: made for the one database of the URL, set up before first use.
//!
//! What must stay true: a connection with an open transaction, or one that a panic passed
//! through, is closed and never used again. Closing it is what rolls the act back.

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
            // A server may have gone since the connection was last used; a file has not.
            .test_on_check_out(is_server)
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

    /// Waits for a connection. Without one: the last failure to connect, or that all are in use.
    pub(crate) fn take(&self) -> Result<PooledConnection<Manager>, StoreError> {
        self.pool
            .get()
            .map_err(|_timeout| self.last_failure.lock().clone().unwrap_or(StoreError::Busy))
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
}

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = StoreError;

    fn connect(&self) -> Result<AnyConnection, StoreError> {
        let made = dialect::connect(&self.target, self.role, self.lock_timeout);
        *self.last_failure.lock() = made.as_ref().err().cloned();
        made
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        Ok(connection.ping()?)
    }

    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
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
