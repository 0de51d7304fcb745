//! `amparo serve` and `migrate`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App as HttpApp, HttpServer, web};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;

use super::marks;
use super::say;
use super::settings::Settings;
use crate::foundation::{App, Broken, Clock, Lanes, Refusal, jobs};
use crate::{doors, ledger};

/// Connections that one worker holds at once. Most of them do nothing; one that says nothing ends by
/// itself.
const CONNECTIONS: usize = 4_000;

/// Serves until it is told to stop.
pub fn serve(settings: &Settings) -> Result<(), Refusal> {
    seal_the_process()?;
    log_to_stderr(tracing::Level::INFO);
    open_many_files();
    run(settings.app()?, |_| {}, |_| {})
}

/// Serves an app that is ready; `ready` is told the address once it listens. `before` registers what
/// comes before the doors: nothing in a real server, the opening page in a demonstration.
pub fn run(
    app: App,
    before: impl Fn(&mut web::ServiceConfig) + Clone + Send + 'static,
    ready: impl FnOnce(&str),
) -> Result<(), Refusal> {
    let listen = app.config.listen;
    let schemas = doors::schemas()?;
    let keeper = app.clone();
    // Dropped when the server stops, which ends the thread after the job it is at.
    let _outside = reach_outside(app.clone())?;
    let (leaving, marks) = (app.clone(), keep_marks(app.clone())?);
    // A thread for whatever a lane lets in, and some for what waits in none: readiness, upkeep.
    let threads = Lanes::THREADS + 8;
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            HttpApp::new()
                .wrap(doors::safe_headers())
                .wrap(from_fn(doors::tell_statements))
                .wrap(from_fn(doors::head_as_get))
                .wrap(from_fn(doors::log_requests))
                .configure(&before)
                .configure(|config| doors::configure(config, &app, &schemas))
        })
        .worker_max_blocking_threads(threads)
        .max_connections(CONNECTIONS)
        .client_request_timeout(Duration::from_secs(10))
        .shutdown_timeout(10)
        .bind(listen)
        .map_err(|why| Broken::new("the address cannot be listened at", &why))?;
        let at = server.addrs().first().map_or(listen, |at| *at);
        let running = server.run();
        let reserve = actix_web::rt::spawn(keep_reserve(keeper.clone()));
        let housekeeping = actix_web::rt::spawn(keep_house(keeper, running.handle()));
        tracing::info!(at = %at, "listening");
        ready(&format!("http://{at}"));
        let outcome = running.await;
        housekeeping.abort();
        reserve.abort();
        outcome.map_err(|why| Broken::new("the server stopped with an error", &why))
    })?;
    drop(marks);
    if !leaving.store.is_in_place() {
        return Err(Broken::new(GONE, &"").into());
    }
    leave(&leaving)
}

/// What is acknowledged after this would be lost.
const GONE: &str = "the database file was deleted or replaced while the server ran: it stops here; \
     put the file back, or restore a backup";

/// What is not yet at rest, and what must not stay there.
fn leave(app: &App) -> Result<(), Refusal> {
    doors::write_log(app);
    ledger::fold(app)?;
    app.keep_marks()?;
    app.store.trim_log()?;
    Ok(())
}

/// Writes the file of marks every second, in a thread of its own: nobody waits for it.
fn keep_marks(app: App) -> Result<mpsc::Sender<()>, Refusal> {
    app.keep_marks()?;
    let (running, stopped) = mpsc::channel();
    let work = move || {
        while stopped.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
            if let Err(why) = app.keep_marks() {
                note_trouble(&why, "the marks will be written later");
            }
        }
    };
    std::thread::Builder::new()
        .name("marks".to_owned())
        .spawn(work)
        .map_err(|why| Broken::new("a thread cannot be started", &why))?;
    Ok(running)
}

/// Jobs that reach outside have a thread of their own: the other side may be silent for as long as
/// it likes, and no request and no other job waits for it.
fn reach_outside(app: App) -> Result<mpsc::Sender<()>, Refusal> {
    let (running, stopped) = mpsc::channel();
    let runners = doors::runners();
    let work = move || {
        loop {
            // A bug in the talk with the other side must not end all talking.
            let outcome = catch_unwind(AssertUnwindSafe(|| jobs::run_outside(&app, &runners)));
            match outcome {
                Ok(Ok(_)) => {}
                Ok(Err(why)) => note_trouble(&why, "what goes outside will be tried again"),
                Err(_) => tracing::error!("a job that reaches outside panicked"),
            }
            if stopped.recv_timeout(Duration::from_secs(1)) != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    };
    std::thread::Builder::new()
        .name("outside".to_owned())
        .spawn(work)
        .map_err(|why| Broken::new("a thread cannot be started", &why))?;
    Ok(running)
}

fn note_trouble(refusal: &Refusal, then: &str) {
    let what = match refusal {
        Refusal::Broken(broken) => broken.what,
        other => other.code(),
    };
    tracing::warn!(what, "{then}");
}

/// Jobs inside and the ledger's checkpoint, about once a second.
async fn keep_house(app: App, server: ServerHandle) {
    let mut every = actix_web::rt::time::interval(Duration::from_secs(1));
    let mut second = 0_u32;
    loop {
        every.tick().await;
        if !app.store.is_in_place() {
            tracing::error!(GONE);
            server.stop(false).await;
            return;
        }
        let pulse = app.memory::<doors::Pulse>();
        let app = app.clone();
        let sweep = second.is_multiple_of(60);
        second = second.wrapping_add(1);
        let work = move || {
            jobs::run_inside(&app, &doors::runners())?;
            ledger::fold(&app)?;
            app.store.trim_log()?;
            if sweep {
                doors::sweep(&app)?;
            }
            Ok(())
        };
        let done = tokio::task::spawn_blocking(work).await;
        let done = done.unwrap_or_else(|why| Err(Broken::new("housekeeping ended", &why).into()));
        // Busy is no outage: an import may hold the writer for a while.
        pulse.beat(!matches!(done, Err(Refusal::Broken(_))));
        if let Err(refusal) = done {
            note_trouble(&refusal, "housekeeping will be tried again");
        }
    }
}

/// What is made ready for the next call. It waits behind whoever tries receipts at the door, and
/// housekeeping must not wait with it.
async fn keep_reserve(app: App) {
    let mut every = actix_web::rt::time::interval(Duration::from_secs(1));
    loop {
        every.tick().await;
        let app = app.clone();
        let done = tokio::task::spawn_blocking(move || doors::prepare(&app)).await;
        if let Ok(Err(refusal)) = done {
            note_trouble(&refusal, "what is made ready will be tried again");
        }
    }
}

/// Nobody may read this process's memory through a core file or a debugger of the same user.
pub fn seal_the_process() -> Result<(), Refusal> {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none)
        .and_then(|()| set_dumpable_behavior(DumpableBehavior::NotDumpable))
        .map_err(|why| Broken::new("the process cannot be closed to debuggers", &why).into())
}

/// A connection is a file to the system: as many as it allows, so that a few hundred connections that
/// say nothing do not shut the door.
pub fn open_many_files() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    if setrlimit(Resource::Nofile, limit).is_err() {
        tracing::warn!("the number of open files stays as it is");
    }
}

/// Only what should not happen, for a terminal with somebody in front of it.
pub fn log_warnings_to_stderr() {
    log_to_stderr(tracing::Level::WARN);
}

fn log_to_stderr(level: tracing::Level) {
    let made = tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .with_max_level(level)
        .with_target(false)
        .with_timer(Minutes)
        .try_init();
    // Already there: somebody else in this process logs.
    drop(made);
}

/// Times in the log, to the minute: a finer one beside the database would say who did what.
struct Minutes;

impl FormatTime for Minutes {
    fn format_time(&self, to: &mut Writer<'_>) -> std::fmt::Result {
        let now = Clock::System.now().to_utc();
        write!(to, "{}", now.format("%Y-%m-%dT%H:%MZ"))
    }
}

/// Brings the database to this version.
pub fn migrate(settings: &Settings) -> Result<(), Refusal> {
    let config = settings.config()?;
    let store = settings.store(&config)?;
    let done = store.migrate()?;
    if done.is_empty() {
        say::line("Nothing to do: the database is at this version.");
    }
    for name in &done {
        say::line(&format!("done: {name}"));
    }
    if !done.is_empty() {
        // What was dropped must not stay in the file.
        store.compact()?;
        marks::after_upgrade(config, store)?;
    }
    Ok(())
}
