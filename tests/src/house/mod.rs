//! The whole server in this process, over a database of its own, with a clock that stands still.

mod rows;

use std::fmt;
use std::path::Path;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::OnceLock;

use actix_web::body::BoxBody;
use actix_web::dev::Service;
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, init_service};
use actix_web::web::Data;
use actix_web::{App as HttpApp, HttpResponse};
use amparo::foundation::config::MailConfig;
use amparo::foundation::{App, Clock, Config, jobs, rng};
use amparo::web::Schemas;
use amparo::{doors, ledger};
use amparo_store::Store;
use amparo_vault::{InstanceKey, StretchParams};
use chrono::{DateTime, TimeDelta, Utc};

use crate::asking::Reply;
use crate::browsing::Browser;
use crate::databases::Database;
use crate::organisation::{Network, Organisation};
use crate::people::{Account, Actor};
use crate::process::Process;

/// When every story begins: a Tuesday morning.
const BEGINNING: &str = "2026-11-24T08:00:00Z";

/// A mail server that nobody runs.
const UNREACHABLE: &str = "smtp://127.0.0.1:9";

type Answering = Pin<Box<dyn Future<Output = HttpResponse<BoxBody>>>>;

/// A server that is up. Clones are the same house.
#[derive(Clone)]
pub struct House(Rc<Parts>);

struct Parts {
    app: App,
    serve: Box<dyn Fn(TestRequest) -> Answering>,
    key: String,
    // The last field: it is dropped after the connections.
    database: Rc<Database>,
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("House(..)")
    }
}

impl House {
    /// A new house, empty, on the database that this run is about.
    pub async fn open() -> Self {
        Self::over(Database::open()).await
    }

    /// A new house that is set to send mail, with a mail server that cannot be reached: what is
    /// queued stays queued.
    pub async fn with_mail() -> Self {
        Self::with_mail_at(UNREACHABLE).await
    }

    /// A new house that sends mail by the server at `url`, and waits for it longer than any test.
    pub async fn with_mail_at(url: &str) -> Self {
        let mail = MailConfig {
            url: url.to_owned(),
            from: "amparo@localhost".to_owned(),
            timeout: std::time::Duration::from_secs(600),
        };
        let beginning = BEGINNING.parse().unwrap();
        let database = Rc::new(Database::open());
        Self::assemble_with(database, fresh_key(), beginning, Some(mail)).await
    }

    /// A new house over a database that is migrated.
    pub async fn over(database: Database) -> Self {
        let beginning = BEGINNING.parse().unwrap();
        Self::assemble(Rc::new(database), fresh_key(), beginning).await
    }

    /// A house over a copy of a database of the first release, some weeks later.
    pub async fn of_first_release() -> Self {
        Self::of_first_release_where("").await
    }

    /// The same, after a change that was made with the first release.
    pub async fn of_first_release_where(change: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/first-release");
        let database = Database::copy_of(&folder.join("amparo.db"), change);
        let key = std::fs::read_to_string(folder.join("instance.key")).unwrap();
        let now = "2027-01-11T08:00:00Z".parse().unwrap();
        Self::assemble(Rc::new(database), key.trim().to_owned(), now).await
    }

    /// A member of an organisation that was founded before.
    pub fn member(&self, account: Account) -> Actor {
        Actor::member(self, account)
    }

    /// A new house that serves the languages that nobody speaks.
    pub async fn pretending() -> Self {
        let (database, key) = (Rc::new(Database::open()), fresh_key());
        let clock = Clock::still(BEGINNING.parse().unwrap());
        let app = assemble_app(&database, &key, clock, |config| {
            config.pretended_languages = true;
        });
        Self::around(app, database, key).await
    }

    /// A new house whose answers say how many statements they took.
    pub async fn telling_statements() -> Self {
        let (database, key) = (Rc::new(Database::open()), fresh_key());
        let clock = Clock::still(BEGINNING.parse().unwrap());
        let app = assemble_app(&database, &key, clock, |config| {
            config.tells_statements = true;
        });
        Self::around(app, database, key).await
    }

    /// A house whose requests go to the real program, which runs beside the tests until it is
    /// killed. Time is the machine's.
    pub async fn served() -> (Self, Process) {
        Self::served_with_mail_at(UNREACHABLE).await
    }

    /// The same, with the mail server at `url`, for which it waits longer than any test.
    pub async fn served_with_mail_at(url: &str) -> (Self, Process) {
        let database = Rc::new(Database::open());
        let key = fresh_key();
        let file = database.folder.join("instance.key");
        std::fs::write(&file, &key).unwrap();
        // The program keeps the marks; two that write one file would undo each other's.
        let app = assemble_app(&database, &key, Clock::System, |config| {
            config.state_folder = None;
        });
        let process = Process::serve(&database.folder, &database.url, url);
        let address = process.address;
        let serve = Box::new(move |request: TestRequest| -> Answering {
            Box::pin(crate::process::send(address, request))
        });
        let parts = Parts {
            app,
            serve,
            key,
            database,
        };
        (Self(Rc::new(parts)), process)
    }

    /// The same database under a new process, after the old one was killed: what it had not written
    /// is gone.
    pub async fn over_again(other: &Self) -> Self {
        let Parts { key, database, .. } = &*other.0;
        Self::assemble(Rc::clone(database), key.clone(), other.now()).await
    }

    /// The same database under a new process: what lived in memory only is gone.
    pub async fn restarted(&self) -> Self {
        let Parts {
            app, key, database, ..
        } = &*self.0;
        app.keep_marks().unwrap();
        Self::assemble(Rc::clone(database), key.clone(), self.now()).await
    }

    async fn assemble(database: Rc<Database>, key: String, now: DateTime<Utc>) -> Self {
        Self::assemble_with(database, key, now, None).await
    }

    async fn assemble_with(
        database: Rc<Database>,
        key: String,
        now: DateTime<Utc>,
        mail: Option<MailConfig>,
    ) -> Self {
        let app = assemble_app(&database, &key, Clock::still(now), |config| {
            config.mail = mail;
        });
        Self::around(app, database, key).await
    }

    async fn around(app: App, database: Rc<Database>, key: String) -> Self {
        let (inner, schemas) = (app.clone(), schemas());
        let service = init_service(
            HttpApp::new()
                .wrap(doors::safe_headers())
                .wrap(from_fn(doors::tell_statements))
                .wrap(from_fn(doors::head_as_get))
                .wrap(from_fn(doors::log_requests))
                .configure(|config| doors::configure(config, &inner, &schemas)),
        )
        .await;
        let service = Rc::new(service);
        let serve = Box::new(move |request: TestRequest| -> Answering {
            let service = Rc::clone(&service);
            Box::pin(async move {
                match service.call(request.to_request()).await {
                    Ok(answer) => answer.into_parts().1.map_into_boxed_body(),
                    Err(error) => error.error_response(),
                }
            })
        });
        Self(Rc::new(Parts {
            app,
            serve,
            key,
            database,
        }))
    }

    /// Somebody nobody knows.
    pub fn visitor(&self) -> Actor {
        Actor::visitor(self)
    }

    /// Whoever holds this token.
    pub fn bearer(&self, token: &str) -> Actor {
        Actor::bearer_of(self, token)
    }

    /// A browser, with nothing in it yet.
    pub fn browser(&self) -> Browser {
        Browser::of(self)
    }

    /// Founds an organisation: two supervisors who hold its keys, and an administrator.
    pub async fn organisation(&self, kind: &str, country: &str) -> Organisation {
        Organisation::found(self, kind, country).await
    }

    /// A hotline in Spain and a legal-aid office in Morocco that compared each other's words and
    /// agreed to refer.
    pub async fn network(&self) -> Network {
        Network::of(
            self.organisation("hotline", "ES").await,
            self.organisation("legal", "MA").await,
        )
        .await
    }

    /// The present.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.app.clock.now().to_utc()
    }

    /// Moves the clock on.
    pub fn later(&self, by: TimeDelta) {
        self.0.app.clock.later(by);
    }

    /// Runs every job that is ready, those that reach outside last; answers how many were done. Only
    /// what lies outside may fail.
    pub fn run_jobs(&self) -> usize {
        let inside = jobs::run_inside(&self.0.app, &doors::runners()).unwrap();
        assert_eq!(inside.failed, 0, "a job inside failed");
        let outside = jobs::run_outside(&self.0.app, &doors::runners());
        inside.done + outside.unwrap().done
    }

    /// Jobs that wait, ready or not.
    pub fn waiting_jobs(&self) -> i64 {
        self.0
            .app
            .consult(&amparo::foundation::Caller::Visitor, jobs::waiting)
            .unwrap()
    }

    /// Folds the new lines of the ledger into the chain; answers how many.
    pub fn fold_ledger(&self) -> usize {
        ledger::fold(&self.0.app).unwrap()
    }

    /// The app behind the doors, for tests of what has no door.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The store behind the app.
    pub fn store(&self) -> &Store {
        &self.0.app.store
    }

    /// The database behind the store.
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// The instance key, as its file holds it.
    pub fn instance_key(&self) -> &str {
        &self.0.key
    }

    pub(crate) async fn answer(&self, request: TestRequest) -> Reply {
        let response = (self.0.serve)(request).await;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let bytes = actix_web::body::to_bytes(response.into_body())
            .await
            .unwrap()
            .to_vec();
        Reply {
            status,
            headers,
            body: serde_json::from_slice(&bytes).unwrap_or_default(),
            bytes,
        }
    }
}

fn fresh_key() -> String {
    let key = InstanceKey::generate(&mut rng::fresh().unwrap());
    key.to_hex_for_the_key_file().expose().to_owned()
}

fn assemble_app(
    database: &Database,
    key: &str,
    clock: Clock,
    change: impl FnOnce(&mut Config),
) -> App {
    let file = database.folder.join("instance.key");
    let mut config = Config::for_database(database.url.clone(), file);
    config.stretch = StretchParams::FLOOR;
    config.receipt_stretch = StretchParams::FLOOR;
    // Another cost than today's, so that a receipt of before is told apart.
    config.former_receipt_stretch = StretchParams {
        memory_kib: StretchParams::FLOOR.memory_kib + 1024,
        ..StretchParams::FLOOR
    };
    config.receipt_reserve = 0;
    config.state_folder = Some(database.folder.join("state"));
    change(&mut config);
    let instance = InstanceKey::parse_hex(key).unwrap();
    App::assemble(config, database.store(), instance, clock, doors::hooks()).unwrap()
}

/// The checks behind every body; made once for all houses.
fn schemas() -> Data<Schemas> {
    static SCHEMAS: OnceLock<Data<Schemas>> = OnceLock::new();
    SCHEMAS.get_or_init(|| doors::schemas().unwrap()).clone()
}
