//! `amparo demo`: a made-up network on real directory data, played through the real doors.
//!
//! Everything that happens here happens through the same HTTP handlers as in a real server, only
//! without a socket in between; founding an organisation, which has no door, goes through the same
//! function as `amparo init`. The clock of the play starts some time ago and is moved by hand, so
//! that the cases have a past. People and cases are invented.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use actix_web::web;
use chrono::TimeDelta;
use clap::Args;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::say;
use super::serve::{self, log_warnings_to_stderr, seal_the_process};
use super::settings::{MayMake, Settings, instance_key};
use crate::doors;
use crate::foundation::{App, Broken, Clock, Refusal};

mod actor;
mod book;
mod bundles;
mod casework;
mod cast;
mod client;
mod network;
mod opening;
mod partner;
mod scenes;
mod stage;
mod story;

pub use bundles::{Bundle, bundled};

use book::Book;
use client::{Client, Doors};

/// How long ago the play begins.
const BEGAN: TimeDelta = TimeDelta::hours(5);

/// Builds a made-up network in an empty folder, plays made-up cases in it, and serves.
#[derive(Args, Clone, Debug)]
pub struct Demo {
    /// The folder. If it holds a demonstration already, that one is served again.
    #[arg(long, default_value = "amparo-demo")]
    data: PathBuf,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// `sqlite:PATH` or `postgres://…`; SQLite in the folder if not said.
    #[arg(long)]
    database: Option<String>,
    /// How many cases to play.
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=5000))]
    cases: u32,
    /// Who calls, with what need, and what becomes of it. Keys and passphrases are always new.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Serve two languages that nobody speaks as well (/en-XA/ and /ar-XB/), for looking at pages.
    #[arg(long, hide = true, env = "AMPARO_PRETENDED_LANGUAGES")]
    pretended_languages: bool,
    /// Build everything and stop, without serving.
    #[arg(long)]
    build_only: bool,
}

impl Demo {
    /// Builds, if need be, and serves.
    pub fn run(&self) -> Result<(), Refusal> {
        seal_the_process()?;
        log_warnings_to_stderr();
        let settings = self.settings();
        let book_file = self.data.join("demo.json");
        let book = if book_file.is_file() {
            Book::read(&book_file)?
        } else {
            refuse_strangers(&self.data)?;
            let book = self.build(&settings)?;
            book.write(&book_file)?;
            book
        };
        book.print();
        if self.build_only {
            return Ok(());
        }
        let book = web::Data::new(book);
        let opening = move |config: &mut web::ServiceConfig| opening::pages(config, &book);
        serve::run(settings.app()?, opening, |at| {
            say::line(&format!(
                "Open {at} in a browser: it says who to sign in as and what to try."
            ));
            say::line(&format!(
                "Stop with Ctrl-C. The accounts also stand in {}.",
                book_file.display()
            ));
        })
    }

    fn settings(&self) -> Settings {
        Settings {
            data: self.data.clone(),
            database: self.database.clone(),
            state: Some(self.data.join("state")),
            state_directory: None,
            listen: self.listen,
            instance_key: None,
            mail_url_file: None,
            mail_from: "amparo@localhost".to_owned(),
            mail_timeout: 10,
            receipt_months: 12,
            log_requests: false,
            pretended_languages: self.pretended_languages,
            tells_statements: true,
        }
    }

    fn build(&self, settings: &Settings) -> Result<Book, Refusal> {
        let config = settings.config()?;
        let store = settings.store(&config)?;
        store.migrate()?;
        let instance = instance_key(&config.instance_key_file, MayMake::Yes)?;
        let now = Clock::System.now().to_utc();
        let clock = Clock::still(now - BEGAN);
        let app = App::assemble(config, store, instance, clock, doors::hooks())?;
        let rng = ChaCha20Rng::seed_from_u64(self.seed);
        let base_url = format!("http://{}", self.listen);
        actix_web::rt::System::new().block_on(async {
            let client = Client::new(&app).await?;
            let doors = Doors {
                app: &app,
                client: &client,
            };
            let network = network::build(doors).await?;
            network::fill_directory(doors, &network).await?;
            let until = now - TimeDelta::minutes(1);
            let receipts = story::play(doors, &network, self.cases, rng, until).await?;
            app.keep_marks()?;
            Ok(Book::of(base_url, &network, receipts))
        })
    }
}

/// A folder with something else in it is not ours to fill.
fn refuse_strangers(folder: &Path) -> Result<(), Refusal> {
    let strangers = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => false,
        Err(why) => return Err(Broken::new("the folder cannot be read", &why).into()),
    };
    if strangers {
        return Err(Refusal::fault(
            "",
            "not_empty",
            "the folder is not empty and holds no finished demonstration: name another with --data",
        ));
    }
    Ok(())
}
