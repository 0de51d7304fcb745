//! Flags and environment, read once.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use amparo_store::Store;
use amparo_vault::InstanceKey;
use clap::Args;

use super::older;
use crate::doors;
use crate::foundation::config::MailConfig;
use crate::foundation::{App, Broken, Clock, Config, Refusal, rng};

/// Settings of a server.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// The folder for database, key file and whatever else is kept.
    #[arg(long, env = "AMPARO_DATA", default_value = "var")]
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`; `amparo.db` in the data folder if not said.
    #[arg(long, env = "AMPARO_DATABASE")]
    pub database: Option<String>,
    /// Where to listen.
    #[arg(long, env = "AMPARO_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The file with the instance key; `instance.key` in the data folder if not said. Keep it off
    /// the database's disk and out of its backups.
    #[arg(long, env = "AMPARO_INSTANCE_KEY")]
    pub instance_key: Option<PathBuf>,
    /// The folder of the marks: the newest versions this server has seen, outside the database and
    /// its folder and never in its backups. If not said: systemd's state folder, or a folder beside
    /// the data folder, or `state` within it if that is there, as in a demonstration.
    #[arg(long, env = "AMPARO_STATE")]
    pub state: Option<PathBuf>,
    /// What systemd says.
    #[arg(long = "state-directory", env = "STATE_DIRECTORY", hide = true)]
    pub state_directory: Option<String>,
    /// A file with the mail server's address, as `smtp://host:port`; no mail is sent without it.
    #[arg(long, env = "AMPARO_MAIL_URL_FILE")]
    pub mail_url_file: Option<PathBuf>,
    /// The sender of mails.
    #[arg(long, env = "AMPARO_MAIL_FROM", default_value = "amparo@localhost")]
    pub mail_from: String,
    /// Seconds that the mail server may be silent before a try has failed; it is tried again later.
    #[arg(long, env = "AMPARO_MAIL_TIMEOUT", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=120))]
    pub mail_timeout: u64,
    /// For how many months a person's number works after the month of its last use.
    #[arg(long, env = "AMPARO_RECEIPT_MONTHS", default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=120))]
    pub receipt_months: u32,
    /// Count requests in the log, once a minute, without routes that are about people. Off: nothing
    /// about a request is written down.
    #[arg(long, env = "AMPARO_LOG_REQUESTS")]
    pub log_requests: bool,
    /// Whether two languages that nobody speaks are served. Only a demonstration asks for them.
    #[arg(skip)]
    pub pretended_languages: bool,
    /// For demonstrations: each answer says how many statements it took.
    #[arg(skip)]
    pub tells_statements: bool,
}

impl Settings {
    /// The settings as the server keeps them.
    pub fn config(&self) -> Result<Config, Refusal> {
        let url = self
            .database
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", self.data.join("amparo.db").display()));
        let key = self
            .instance_key
            .clone()
            .unwrap_or_else(|| self.data.join("instance.key"));
        let mut config = Config::for_database(url, key);
        config.listen = self.listen;
        config.state_folder = Some(self.state_folder());
        config.pretended_languages = self.pretended_languages;
        config.tells_statements = self.tells_statements;
        config.receipt_months = self.receipt_months;
        config.log_requests = self.log_requests;
        if let Some(file) = &self.mail_url_file {
            let url = std::fs::read_to_string(file)
                .map_err(|why| Broken::new("the file with the mail server cannot be read", &why))?;
            let from = self.mail_from.clone();
            config.mail = Some(MailConfig {
                url: url.trim().to_owned(),
                from,
                timeout: Duration::from_secs(self.mail_timeout),
            });
        }
        Ok(config)
    }

    /// Where the marks lie.
    fn state_folder(&self) -> PathBuf {
        if let Some(folder) = &self.state {
            return folder.clone();
        }
        let of_systemd = self.state_directory.as_deref().unwrap_or_default();
        let apart = |folder: &&str| !folder.is_empty() && Path::new(folder) != self.data;
        if let Some(folder) = of_systemd.split(':').rfind(apart) {
            return PathBuf::from(folder);
        }
        let within = self.data.join("state");
        if within.is_dir() {
            return within;
        }
        let mut beside = self.data.clone().into_os_string();
        beside.push("-state");
        PathBuf::from(beside)
    }

    /// Opens the database; the data folder is made if it is absent.
    pub fn store(&self, config: &Config) -> Result<Store, Refusal> {
        make_folder(&self.data)?;
        let settings = amparo_store::Settings {
            url: config.database_url.clone(),
            readers: config.readers,
            acquire_timeout: Duration::from_secs(5),
            lock_timeout: Duration::from_secs(5),
        };
        Ok(Store::open(&settings)?)
    }

    /// The whole app, from these settings.
    pub fn app(&self) -> Result<App, Refusal> {
        let config = self.config()?;
        let store = self.store(&config)?;
        refuse_pending(&store)?;
        let instance = instance_key(&config.instance_key_file, MayMake::No)?;
        let app = App::assemble(config, store, instance, Clock::System, doors::hooks())?;
        older::refuse_older_rows(&app)?;
        Ok(app)
    }
}

/// Whether an absent key file may be made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MayMake {
    /// At the founding of the first organisation.
    Yes,
    /// Ever after: a new key would lock everybody out.
    No,
}

/// Reads the instance key.
pub fn instance_key(file: &Path, may_make: MayMake) -> Result<InstanceKey, Refusal> {
    match std::fs::read_to_string(file) {
        Ok(text) => InstanceKey::parse_hex(text.trim())
            .map_err(|why| Broken::new("the instance key cannot be read", &why).into()),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound && may_make == MayMake::Yes => {
            let key = InstanceKey::generate(&mut rng::fresh()?);
            write_secret(file, key.to_hex_for_the_key_file().expose())?;
            Ok(key)
        }
        Err(why) => Err(Broken::new(
            "the file with the instance key cannot be read (`amparo init` makes it)",
            &why,
        )
        .into()),
    }
}

/// Writes a file that only its owner can read; never over one that is there.
pub fn write_secret(file: &Path, text: &str) -> Result<(), Refusal> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut open| {
            open.write_all(text.as_bytes())
                .and_then(|()| open.sync_all())
        })
        .map_err(|why| Broken::new("a secret file cannot be written", &why).into())
}

/// Makes a folder that only its owner can look into.
pub fn make_folder(folder: &Path) -> Result<(), Refusal> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|why| Broken::new("the data folder cannot be made", &why).into())
}

/// Refuses when the database is not at this version.
pub fn refuse_pending(store: &Store) -> Result<(), Refusal> {
    if store.pending_migrations()?.is_empty() {
        Ok(())
    } else {
        Err(Refusal::fault(
            "",
            "migration_pending",
            "a migration is pending: run `amparo migrate` first",
        ))
    }
}
