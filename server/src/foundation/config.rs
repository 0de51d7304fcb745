//! Settings, read once in `main` and handed down as values.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use amparo_vault::StretchParams;

/// All settings of a running server.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the REST API and the pages listen.
    pub listen: SocketAddr,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// Connections for reading.
    pub readers: u32,
    /// The file with the instance key (64 hex digits), outside the database.
    pub instance_key_file: PathBuf,
    /// The folder of the file of marks, outside the database and its folder. Nothing is kept over a
    /// restart without one: a process that only looks needs none.
    pub state_folder: Option<PathBuf>,
    /// The cost of one run of Argon2id. Below the floor the server does not start.
    pub stretch: StretchParams,
    /// Runs of Argon2id at once; each takes `stretch.memory_kib`.
    pub stretch_permits: usize,
    /// The cost of one run for a receipt.
    pub receipt_stretch: StretchParams,
    /// What receipts cost that were given out before: their digits are stretched as they were then.
    pub former_receipt_stretch: StretchParams,
    /// For how many months a receipt works after the month of its last use.
    pub receipt_months: u32,
    /// Receipts kept ready, so that a caller need not wait.
    pub receipt_reserve: usize,
    /// The largest JSON body, in bytes.
    pub body_limit: usize,
    /// The largest directory file, in bytes.
    pub import_limit: usize,
    /// Mail, if any is sent.
    pub mail: Option<MailConfig>,
    /// Whether requests are counted in the log, once a minute.
    pub log_requests: bool,
    /// Whether two languages that nobody speaks are served, for looking at pages.
    pub pretended_languages: bool,
    /// Whether each answer says how many statements it took: for developing only.
    pub tells_statements: bool,
}

/// How mail leaves.
#[derive(Clone, Debug)]
pub struct MailConfig {
    /// `smtp://host:port` or `smtps://user:password@host`, as lettre reads it.
    pub url: String,
    /// The sender.
    pub from: String,
    /// How long the mail server may be silent, at each step, before a try has failed.
    pub timeout: Duration,
}

/// A session ends after so many minutes without a request.
pub const IDLE_MINUTES: i64 = 15;
/// A session ends after so many hours in any case.
pub const ABSOLUTE_HOURS: i64 = 10;

impl Config {
    /// The defaults for a database and a key file.
    pub fn for_database(database_url: String, instance_key_file: PathBuf) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database_url,
            readers: 8,
            instance_key_file,
            state_folder: None,
            stretch: StretchParams::RECOMMENDED,
            stretch_permits: std::thread::available_parallelism().map_or(1, usize::from),
            receipt_stretch: StretchParams::RECEIPT,
            former_receipt_stretch: StretchParams::RECOMMENDED,
            receipt_months: 12,
            receipt_reserve: 16,
            body_limit: 256 * 1024,
            import_limit: 32 * 1024 * 1024,
            mail: None,
            log_requests: false,
            pretended_languages: false,
            tells_statements: false,
        }
    }
}
