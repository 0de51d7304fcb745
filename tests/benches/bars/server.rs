//! The server as it is assembled for people, in this process, over a database of its own, with the
//! recommended cost of Argon2id. Beside the doors stands the plain handler that is compared with.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App as HttpApp, HttpServer};
use amparo::foundation::{App, Clock, Config, Lanes, jobs, rng};
use amparo::{doors, ledger};
use amparo_store::{Settings, Store};
use amparo_tests::{Database, Kind};
use amparo_vault::InstanceKey;

use crate::plain;

/// A running server.
pub struct Server {
    /// The state that all acts share: for filling the database without HTTP.
    pub app: App,
    /// Where it listens.
    pub address: SocketAddr,
    handle: ServerHandle,
    stopping: Arc<AtomicBool>,
    // The last field: it is dropped after the connections.
    database: Database,
}

/// The databases of this run: SQLite, and PostgreSQL when `AMPARO_TEST_DATABASE` names a server.
pub fn databases() -> Vec<Database> {
    let mut all = vec![Database::sqlite()];
    let other = Database::open();
    if other.kind() == Kind::Postgres {
        all.push(other);
    }
    all
}

impl Server {
    /// Starts over a migrated database. No receipts are made in reserve, so that nothing but what
    /// is asked for runs Argon2id.
    pub fn start(database: Database, clock: Clock) -> Self {
        let file = database.folder.join("instance.key");
        let mut config = Config::for_database(database.url.clone(), file);
        config.receipt_reserve = 0;
        let store = Store::open(&Settings {
            url: config.database_url.clone(),
            readers: config.readers,
            acquire_timeout: Duration::from_secs(5),
            lock_timeout: Duration::from_secs(5),
        })
        .unwrap();
        let instance = InstanceKey::generate(&mut rng::fresh().unwrap());
        let app = App::assemble(config, store, instance, clock, doors::hooks()).unwrap();
        let (address, handle) = serve(app.clone());
        let stopping = Arc::new(AtomicBool::new(false));
        keep_house(app.clone(), Arc::clone(&stopping));
        Self {
            app,
            address,
            handle,
            stopping,
            database,
        }
    }

    /// "SQLite" or "PostgreSQL".
    pub fn name(&self) -> &'static str {
        match self.database.kind() {
            Kind::Sqlite => "SQLite",
            Kind::Postgres => "PostgreSQL",
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        // The thread that serves ends with it.
        drop(self.handle.stop(false));
    }
}

/// As `amparo serve` does it, and the plain handler beside the doors.
fn serve(app: App) -> (SocketAddr, ServerHandle) {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let schemas = doors::schemas().unwrap();
        let threads = Lanes::THREADS + 8;
        actix_web::rt::System::new().block_on(async move {
            let server = HttpServer::new(move || {
                HttpApp::new()
                    .wrap(doors::safe_headers())
                    .wrap(from_fn(doors::tell_statements))
                    .wrap(from_fn(doors::head_as_get))
                    .wrap(from_fn(doors::log_requests))
                    .service(plain::take)
                    .configure(|config| doors::configure(config, &app, &schemas))
            })
            .worker_max_blocking_threads(threads)
            .disable_signals()
            .bind(("127.0.0.1", 0))
            .unwrap();
            let address = server.addrs()[0];
            let running = server.run();
            tell.send((address, running.handle())).unwrap();
            running.await.unwrap();
        });
    });
    told.recv().unwrap()
}

/// Jobs and the ledger's checkpoint, about once a second, as in a server for people.
#[expect(clippy::disallowed_methods, reason = "a bench may wait")]
fn keep_house(app: App, stopping: Arc<AtomicBool>) {
    std::thread::spawn(move || {
        while !stopping.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_secs(1));
            let work = jobs::run_inside(&app, &doors::runners())
                .and_then(|_| ledger::fold(&app))
                .and_then(|_| doors::prepare(&app));
            if let Err(why) = work {
                eprintln!("housekeeping: {why}");
            }
        }
    });
}
