//! A migrated database for each house, gone afterwards.
//!
//! SQLite: a copy of one migrated file. PostgreSQL, when `AMPARO_TEST_DATABASE` names a server: a
//! copy of one migrated database. What a killed run left behind is swept at the start of the next.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use amparo_store::{Settings, Store, StoreError};
use diesel::connection::{Connection, SimpleConnection};
use diesel::{PgConnection, QueryableByName, RunQueryDsl};

/// What every name of ours begins with; the process id follows.
const PREFIX: &str = "amparo_tests_";

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Which of the two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

/// A database that is dropped with this value.
#[derive(Debug)]
pub struct Database {
    /// As [`Store::open`] takes it.
    pub url: String,
    /// A folder of the house's own: the SQLite file lies here, and whatever else is kept.
    pub folder: PathBuf,
    server: Option<(String, String)>,
}

impl Database {
    /// A migrated database, of the kind that this run is about.
    pub fn open() -> Self {
        match server() {
            None => Self::sqlite(),
            Some(server) => Self::postgres(&server),
        }
    }

    /// A migrated SQLite file.
    pub fn sqlite() -> Self {
        let folder = fresh_folder();
        let file = folder.join("amparo.db");
        std::fs::copy(sqlite_template(), &file).unwrap();
        Self {
            url: format!("sqlite:{}", file.display()),
            folder,
            server: None,
        }
    }

    /// A copy of a SQLite file, changed and then brought to this version.
    pub fn copy_of(file: &Path, change: &str) -> Self {
        let folder = fresh_folder();
        let copy = folder.join("amparo.db");
        std::fs::copy(file, &copy).unwrap();
        let database = Self {
            url: format!("sqlite:{}", copy.display()),
            folder,
            server: None,
        };
        let store = database.store();
        store
            .write::<_, StoreError>(|db| {
                db.batch_execute(change).unwrap();
                Ok(())
            })
            .unwrap();
        store.migrate().unwrap();
        database
    }

    /// A SQLite file, or a database of the server, in which nothing was migrated.
    pub fn empty() -> Self {
        let folder = fresh_folder();
        match server() {
            None => Self {
                url: format!("sqlite:{}", folder.join("amparo.db").display()),
                folder,
                server: None,
            },
            Some(server) => {
                sweep_databases(&server);
                let name = fresh_name();
                ask(&server, &format!("create database {name}"));
                Self {
                    url: named(&server, &name),
                    folder,
                    server: Some((server, name)),
                }
            }
        }
    }

    fn postgres(server: &str) -> Self {
        let name = fresh_name();
        let template = postgres_template(server);
        ask(
            server,
            &format!("create database {name} template {template}"),
        );
        Self {
            url: named(server, &name),
            folder: fresh_folder(),
            server: Some((server.to_owned(), name)),
        }
    }

    /// Which of the two it is.
    pub fn kind(&self) -> Kind {
        match self.server {
            None => Kind::Sqlite,
            Some(_) => Kind::Postgres,
        }
    }

    /// Makes a server write everything that it has in memory to its files.
    pub fn checkpoint(&self) {
        if let Some((server, _)) = &self.server {
            ask(server, "checkpoint");
        }
    }

    /// The store over it.
    pub fn store(&self) -> Store {
        open(&self.url)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // A test that fails may leave a file open; the next run sweeps.
        drop(std::fs::remove_dir_all(&self.folder));
        if let Some((server, name)) = &self.server {
            ask(
                server,
                &format!("drop database if exists {name} with (force)"),
            );
        }
    }
}

/// The server that this run is about; none means SQLite.
#[expect(
    clippy::disallowed_methods,
    reason = "the test harness, not the server, reads this"
)]
pub fn server() -> Option<String> {
    std::env::var("AMPARO_TEST_DATABASE")
        .ok()
        .filter(|url| !url.is_empty())
}

/// Opens a database by its URL, without migrating it.
pub fn open_store(url: &str) -> Store {
    open(url)
}

/// Runs statements that no room would run.
pub fn sql_in(store: &Store, statements: &str) {
    store
        .write::<_, StoreError>(|db| Ok(db.batch_execute(statements)?))
        .unwrap();
}

/// The one column, called `it`, of a query; it must be text.
pub fn column_in(store: &Store, query: &str) -> Vec<String> {
    store
        .read::<_, StoreError>(|db| {
            let rows: Vec<It> = diesel::sql_query(query).load(db)?;
            Ok(rows.into_iter().map(|row| row.it).collect())
        })
        .unwrap_or_else(|why| panic!("{query}: {why}"))
}

#[derive(QueryableByName)]
struct It {
    #[diesel(sql_type = diesel::sql_types::Text)]
    it: String,
}

fn open(url: &str) -> Store {
    Store::open(&Settings {
        url: url.to_owned(),
        readers: 3,
        acquire_timeout: Duration::from_secs(30),
        lock_timeout: Duration::from_secs(20),
    })
    .unwrap()
}

fn fresh_name() -> String {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("{PREFIX}{}_{number}", std::process::id())
}

fn fresh_folder() -> PathBuf {
    sweep_folders();
    let folder = std::env::temp_dir().join(fresh_name());
    std::fs::create_dir(&folder).unwrap();
    folder
}

fn sqlite_template() -> &'static Path {
    static TEMPLATE: OnceLock<PathBuf> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let folder = fresh_folder();
        let store = open(&format!("sqlite:{}", folder.join("first.db").display()));
        store.migrate().unwrap();
        // One file without a log beside it, so that it can be copied.
        let template = folder.join("template.db");
        store.backup_to(&template).unwrap();
        template
    })
}

fn postgres_template(server: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        sweep_databases(server);
        let name = format!("{PREFIX}{}_template", std::process::id());
        ask(server, &format!("create database {name}"));
        open(&named(server, &name)).migrate().unwrap();
        // A template with a connection cannot be copied: close what the pool leaves to its threads.
        ask(
            server,
            &format!(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
            ),
        );
        name
    })
}

/// The address of another database of the same server.
fn named(server: &str, name: &str) -> String {
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let host = address.rsplit_once('/').unwrap().0;
    format!("{host}/{name}?{query}")
        .trim_end_matches('?')
        .to_owned()
}

fn ask(server: &str, statement: &str) {
    PgConnection::establish(server)
        .unwrap()
        .batch_execute(statement)
        .unwrap();
}

/// Whether a name of ours belongs to a run that is over. Ids of processes come round again: what
/// bears our own id before we made anything is of somebody before us.
fn is_left_over(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .and_then(|rest| rest.split('_').next())
        .is_some_and(|process| {
            process == std::process::id().to_string() || !Path::new("/proc").join(process).exists()
        })
}

fn sweep_folders() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        for entry in std::fs::read_dir(std::env::temp_dir()).unwrap().flatten() {
            if is_left_over(&entry.file_name().to_string_lossy()) {
                drop(std::fs::remove_dir_all(entry.path()));
            }
        }
    });
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

fn sweep_databases(server: &str) {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let mut connection = PgConnection::establish(server).unwrap();
        let names: Vec<Name> = diesel::sql_query("select datname::text as name from pg_database")
            .load(&mut connection)
            .unwrap();
        for Name { name } in names {
            if is_left_over(&name) {
                ask(
                    server,
                    &format!("drop database if exists {name} with (force)"),
                );
            }
        }
    });
}
