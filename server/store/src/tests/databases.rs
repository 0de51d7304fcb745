//! A database of its own for each test, gone afterwards.
//!
//! What must stay true: tests share no rows and may run at once.

use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use diesel::connection::{Connection, SimpleConnection};
use diesel::{ExpressionMethods, Insertable, PgConnection, QueryDsl, Queryable, RunQueryDsl};

use crate::{
    AnyConnection, Backend, Bytes16, CaseId, Day, Digest, Moment, Sealed, Settings, Store,
    StoreError, text_enum,
};

diesel::table! {
    things (id) {
        id -> Binary,
        kind -> Text,
        sealed -> Binary,
        digest -> Binary,
        salt -> Binary,
        at -> Timestamp,
        until -> Nullable<Timestamp>,
        day -> Date,
        revision -> BigInt,
    }
}

text_enum! {
    /// A closed list for the tests.
    pub(super) enum Kind {
        /// One.
        Legal = "legal",
        /// Two.
        Health = "health",
    }
}

/// One row with every portable type in it.
#[derive(Debug, Clone, PartialEq, Queryable, Insertable)]
#[diesel(table_name = things)]
pub(super) struct Thing {
    pub(super) id: CaseId,
    pub(super) kind: Kind,
    pub(super) sealed: Sealed,
    pub(super) digest: Digest,
    pub(super) salt: Bytes16,
    pub(super) at: Moment,
    pub(super) until: Option<Moment>,
    pub(super) day: Day,
    pub(super) revision: i64,
}

impl Thing {
    /// A valid row; `number` makes its id.
    pub(super) fn number(number: u8) -> Self {
        Self {
            id: CaseId::from_bytes([number; 16]),
            kind: Kind::Health,
            sealed: Sealed::new(vec![1; 60]).unwrap(),
            digest: Digest::new([number; 32]),
            salt: Bytes16::new([7; 16]),
            at: "2026-11-24T06:30:00.123456Z".parse().unwrap(),
            until: None,
            day: "2026-11-24".parse().unwrap(),
            revision: 1,
        }
    }

    pub(super) fn insert(&self, db: &mut AnyConnection) -> Result<(), StoreError> {
        diesel::insert_into(things::table)
            .values(self.clone())
            .execute(db)?;
        Ok(())
    }
}

pub(super) fn count(db: &mut AnyConnection) -> Result<i64, StoreError> {
    Ok(things::table.count().get_result(db)?)
}

/// Adds one to the revision of row 1.
pub(super) fn bump(db: &mut AnyConnection) -> Result<(), StoreError> {
    diesel::update(things::table.find(CaseId::from_bytes([1; 16])))
        .set(things::revision.eq(things::revision + 1))
        .execute(db)?;
    Ok(())
}

const SQLITE: &str = "create table things (id blob primary key, kind text not null, \
    sealed blob not null, digest blob not null unique, salt blob not null, at text not null, \
    until text, day text not null, revision integer not null) strict";

const POSTGRES: &str = "create table things (id bytea primary key, kind text not null, \
    sealed bytea not null, digest bytea not null unique, salt bytea not null, \
    at timestamp not null, until timestamp, day date not null, revision bigint not null)";

/// One database, in one of the two kinds.
pub(super) struct House {
    pub(super) store: Store,
    pub(super) url: String,
    pub(super) folder: PathBuf,
    server: Option<(String, String)>,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Runs the test on every database there is.
pub(super) fn on_both(test: impl Fn(&House)) {
    on_sqlite(&test);
    on_postgres(&test);
}

pub(super) fn on_sqlite(test: impl Fn(&House)) {
    test(&House::with_things(None));
}

pub(super) fn on_postgres(test: impl Fn(&House)) {
    if let Some(server) = server() {
        test(&House::with_things(Some(server)));
    }
}

/// Runs the test on empty databases.
pub(super) fn on_both_empty(test: impl Fn(&House)) {
    test(&House::empty(None));
    if let Some(server) = server() {
        test(&House::empty(Some(server)));
    }
}

impl House {
    fn empty(server: Option<String>) -> Self {
        let name = format!(
            "amparo_store_{}_{}",
            process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir(&folder).unwrap();
        let url = match &server {
            None => format!("sqlite:{}", folder.join("amparo.db").display()),
            Some(server) => {
                ask(server, &format!("create database {name}"));
                // Any database of the server will do to start from; only the name changes.
                let (address, query) = server.split_once('?').unwrap_or((server, ""));
                format!("{}/{name}?{query}", address.rsplit_once('/').unwrap().0)
            }
        };
        let store = Store::open(&settings(&url)).unwrap();
        Self {
            store,
            url,
            folder,
            server: server.map(|server| (server, name)),
        }
    }

    fn with_things(server: Option<String>) -> Self {
        let house = Self::empty(server);
        let table = match house.store.backend() {
            Backend::Sqlite => SQLITE,
            Backend::Postgres => POSTGRES,
        };
        house
            .store
            .write::<_, StoreError>(|db| Ok(db.batch_execute(table)?))
            .unwrap();
        house
    }

    /// The same database, opened once more, as a second process would.
    pub(super) fn again(&self) -> Store {
        Store::open(&settings(&self.url)).unwrap()
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder.join("amparo.db")
    }
}

impl Drop for House {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap();
        if let Some((server, name)) = &self.server {
            ask(server, &format!("drop database {name} with (force)"));
        }
    }
}

/// Short waits for locks, so that a test of a wait is short; long waits for a loaded machine.
pub(super) fn settings(url: &str) -> Settings {
    Settings {
        url: url.to_owned(),
        readers: 4,
        acquire_timeout: Duration::from_secs(20),
        lock_timeout: Duration::from_millis(500),
    }
}

/// The server of the tests, if there is one.
#[expect(
    clippy::disallowed_methods,
    reason = "the test harness, not the server, reads this"
)]
pub(super) fn server() -> Option<String> {
    std::env::var("AMPARO_TEST_DATABASE").ok()
}

fn ask(server: &str, statement: &str) {
    PgConnection::establish(server)
        .unwrap()
        .batch_execute(statement)
        .unwrap();
}
