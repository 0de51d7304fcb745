//! Which database the URL means. The scheme alone decides; nothing is guessed or tried.
//!
//! What must stay true:
//! - A URL without a scheme is refused, so that no typing error becomes a new, empty database.
//! - A URL that asks for TLS never gets a connection without it.
//! - The URL of PostgreSQL holds a password: it is never shown.

use std::fmt;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::store::Backend;

/// The one database of this installation.
pub(crate) enum Target {
    /// A file on this machine.
    Sqlite(PathBuf),
    /// A server, as libpq understands it.
    Postgres(Zeroizing<String>),
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "Target(sqlite:..)",
            Self::Postgres(_) => "Target(postgres://..)",
        })
    }
}

impl Target {
    /// Reads the URL. `patience` is how long libpq may try to connect, if the URL does not say.
    pub(crate) fn parse(url: &str, patience: Duration) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return postgres(url, patience);
        }
        match url.strip_prefix("sqlite:") {
            Some(path) => sqlite(path),
            None => Err(StoreError::unavailable(
                "the database url must begin with postgres:// or with sqlite:",
            )),
        }
    }

    pub(crate) fn backend(&self) -> Backend {
        match self {
            Self::Sqlite(_) => Backend::Sqlite,
            Self::Postgres(_) => Backend::Postgres,
        }
    }

    /// Creates the file of a SQLite database, readable by its owner only, unless it is there.
    ///
    /// Called once, when the store opens. Later connections demand the file: a database that
    /// vanishes under a running server must not come back empty.
    pub(crate) fn prepare(&self) -> Result<(), StoreError> {
        let Self::Sqlite(path) = self else {
            return Ok(());
        };
        match create_private(path) {
            Err(why) if why.kind() != ErrorKind::AlreadyExists => Err(StoreError::unavailable(
                format!("the database file cannot be created ({})", why.kind()),
            )),
            _ => Ok(()),
        }
    }
}

/// Which file it is, whatever lies at its path later: device and number.
pub(crate) type FileId = (u64, u64);

impl Target {
    /// The file at the path now; none on a server, or if nothing is there.
    pub(crate) fn file_now(&self) -> Option<FileId> {
        match self {
            Self::Postgres(_) => None,
            Self::Sqlite(path) => {
                let found = std::fs::metadata(path).ok()?;
                Some((found.dev(), found.ino()))
            }
        }
    }
}

/// Creates an empty file that only its owner may read. An existing file is an error.
pub(crate) fn create_private(path: &Path) -> std::io::Result<()> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map(drop)
}

fn sqlite(path: &str) -> Result<Target, StoreError> {
    let path = match path.strip_prefix("//") {
        Some(absolute) if absolute.starts_with('/') => absolute,
        Some(_) => {
            return Err(StoreError::unavailable(
                "write sqlite:PATH or sqlite:///ABSOLUTE/PATH",
            ));
        }
        None => path,
    };
    if path.is_empty() || path.starts_with(':') || path.starts_with("file:") || path.contains('?') {
        return Err(StoreError::unavailable(
            "sqlite: needs the path of a file, without options and not in memory",
        ));
    }
    let path = PathBuf::from(path);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Err(StoreError::unavailable(
            "the folder of the database file does not exist",
        ));
    }
    Ok(Target::Sqlite(path))
}

fn postgres(url: &str, patience: Duration) -> Result<Target, StoreError> {
    if !cfg!(feature = "postgres-tls") && asks_for_tls(url) {
        return Err(StoreError::unavailable(
            "the url asks for TLS to PostgreSQL, and this build has none: use a unix socket, the \
             same host or a tunnel, or build with the feature postgres-tls",
        ));
    }
    let mut url = Zeroizing::new(url.to_owned());
    // Without this, libpq waits for a silent host as long as the operating system does.
    if !url.contains("connect_timeout=") {
        let separator = match url.split_once('?') {
            None => "?",
            Some((_, "")) => "",
            Some(_) => "&",
        };
        let seconds = patience.as_secs().max(2);
        *url = format!("{}{separator}connect_timeout={seconds}", *url);
    }
    Ok(Target::Postgres(url))
}

fn asks_for_tls(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .any(|(key, value)| {
            matches!(
                (key, value),
                ("sslmode", "require" | "verify-ca" | "verify-full") | ("sslrootcert", "system")
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(url: &str) -> String {
        Target::parse(url, Duration::from_secs(5))
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn a_url_without_a_scheme_is_refused() {
        for url in [
            "",
            "amparo.db",
            "/var/lib/amparo.db",
            "mysql://h/d",
            "host=localhost",
            "sqlite",
        ] {
            assert!(refused(url).contains("must begin with"), "{url}");
        }
    }

    #[test]
    fn only_files_are_sqlite_databases() {
        for url in [
            "sqlite:",
            "sqlite::memory:",
            "sqlite:file:x.db",
            "sqlite:x.db?mode=ro",
        ] {
            assert!(refused(url).contains("path of a file"), "{url}");
        }
        assert!(refused("sqlite://x.db").contains("sqlite:PATH"));
        assert!(refused("sqlite:/no/such/folder/x.db").contains("folder"));
        let Ok(Target::Sqlite(path)) = Target::parse("sqlite:///x.db", Duration::ZERO) else {
            panic!("an absolute path is fine");
        };
        assert_eq!(path, Path::new("/x.db"));
    }

    #[cfg(not(feature = "postgres-tls"))]
    #[test]
    fn tls_is_never_dropped_in_silence() {
        for wish in [
            "sslmode=require",
            "sslmode=verify-ca",
            "a=b&sslmode=verify-full",
            "sslrootcert=system",
        ] {
            assert!(
                refused(&format!("postgres://h/d?{wish}")).contains("postgres-tls"),
                "{wish}"
            );
        }
        assert!(Target::parse("postgres://h/d?sslmode=disable", Duration::ZERO).is_ok());
    }

    #[test]
    fn the_password_is_never_shown() {
        let target = Target::parse("postgres://ana:hunter2@h/d", Duration::ZERO).unwrap();
        assert_eq!(format!("{target:?}"), "Target(postgres://..)");
    }
}
