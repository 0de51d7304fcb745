//! `amparo doctor`: what is wrong with a machine, and what works and should be changed.
//!
//! What must stay true: it changes nothing, and it never says that all is well while whoever takes
//! the database's disk takes the instance key with it.
//! Known limit: it compares file systems. Two partitions of one disk, a disk behind a volume
//! manager, a copy in a backup and a TPM in the same machine it cannot see.

use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::settings::{MayMake, Settings, instance_key, refuse_pending};
use super::{marks, say};
use crate::foundation::{Broken, Config, Refusal, jobs};
use crate::{casefile, ledger};

/// Ends the program where it works and should be changed.
const WARNED: u8 = 3;

/// Where the unit of earlier releases kept the key in clear, on the system's own disk.
const FORMER_PLACE: &str = "/etc/amparo/instance.key";

const WHERE_POSTGRESQL_IS: &str = "where a PostgreSQL server keeps its files cannot be seen from \
     here: neither they nor their backups may lie where the instance key does";

/// Looks at everything a server needs. 0: sound; 1: something is wrong; 3: it works, and whoever
/// takes this machine's disk gets more than need be.
pub fn doctor(settings: &Settings) -> ExitCode {
    let mut findings = Findings::default();
    match settings.config() {
        Err(why) => findings.note("settings", Err(why)),
        Ok(config) => {
            findings.note("settings", Ok(()));
            look_at_key(&config, &mut findings);
            findings.note("marks", marks::are_apart(&config));
            match settings.store(&config) {
                Err(why) => findings.note("database", Err(why)),
                Ok(store) => {
                    findings.note("database", Ok(()));
                    findings.note("migrations", refuse_pending(&store));
                    findings.note("jobs", none_given_up(&store));
                    grants_of_before(&store);
                    say_what_is_due(&store);
                }
            }
        }
    }
    findings.code()
}

/// What was found so far.
#[derive(Default)]
struct Findings {
    faults: usize,
    warnings: usize,
}

impl Findings {
    fn note(&mut self, what: &str, outcome: Result<(), Refusal>) {
        match outcome {
            Ok(()) => say::line(&format!("ok    {what}")),
            Err(why) => {
                self.faults += 1;
                say::line(&format!("FAULT {what}"));
                say::trouble(&why);
            }
        }
    }

    fn warn(&mut self, what: &str, why: Option<&str>) {
        match why {
            None => say::line(&format!("ok    {what}")),
            Some(why) => {
                self.warnings += 1;
                say::line(&format!("WARN  {what}"));
                say::aside(why);
            }
        }
    }

    fn code(&self) -> ExitCode {
        match (self.faults, self.warnings) {
            (0, 0) => ExitCode::SUCCESS,
            (0, _) => ExitCode::from(WARNED),
            _ => ExitCode::FAILURE,
        }
    }
}

fn look_at_key(config: &Config, findings: &mut Findings) {
    let file = &config.instance_key_file;
    findings.note("instance key", instance_key(file, MayMake::No).map(drop));
    findings.note("key file is nobody else's", private(file));
    let former = file != Path::new(FORMER_PLACE);
    for key in [
        Some(file.as_path()),
        former.then_some(Path::new(FORMER_PLACE)),
    ] {
        let Some(key) = key else { continue };
        match place_of(key, &config.database_url) {
            Place::Absent => {}
            Place::Unknown => say::line(&format!("note  {WHERE_POSTGRESQL_IS}")),
            place => findings.warn(
                &format!("{} is not on the database's disk", key.display()),
                place.trouble(),
            ),
        }
    }
}

/// Where the instance key lies, as seen from the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// There is no such file, or it cannot be looked at: said elsewhere.
    Absent,
    /// On another file system.
    Apart,
    /// On the same: one seizure, one backup takes both.
    Together,
    /// The database is a server's, which does not tell where it keeps its files.
    Unknown,
}

impl Place {
    fn trouble(self) -> Option<&'static str> {
        match self {
            Self::Absent | Self::Apart | Self::Unknown => None,
            Self::Together => Some(
                "the instance key lies on the same file system as the database: whoever takes the \
                 disk, or a copy of it, reads the names of the staff and can try receipts. \
                 deploy/README.md shows a TPM, another disk and another host",
            ),
        }
    }
}

fn place_of(key: &Path, database_url: &str) -> Place {
    // A link is as good as the place that it leads to: metadata follows it.
    let Ok(key) = std::fs::metadata(key) else {
        return Place::Absent;
    };
    let Some(database) = database_url.strip_prefix("sqlite:") else {
        return Place::Unknown;
    };
    match device_of(Path::new(database)) {
        Ok(device) if device == key.dev() => Place::Together,
        Ok(_) => Place::Apart,
        Err(_) => Place::Absent,
    }
}

/// The file system of a file, or of the nearest folder that is there already.
fn device_of(file: &Path) -> io::Result<u64> {
    let whole = std::path::absolute(file)?;
    let mut place: PathBuf = whole;
    loop {
        match std::fs::metadata(&place) {
            Ok(found) => return Ok(found.dev()),
            Err(why) if why.kind() == io::ErrorKind::NotFound && place.pop() => {}
            Err(why) => return Err(why),
        }
    }
}

/// Says how far the upgrade of grants has come. It goes on by itself as members sign in.
fn grants_of_before(store: &amparo_store::Store) {
    match store.read(casefile::left_to_take_over) {
        Ok(0) => {}
        Ok(left) => say::line(&format!(
            "note  {left} grants of an older version wait until members of their groups sign in"
        )),
        Err(why) => say::trouble(&why),
    }
}

/// Nothing that the server should have done was given up.
fn none_given_up(store: &amparo_store::Store) -> Result<(), Refusal> {
    match store.read(jobs::all_given_up)? {
        0 => Ok(()),
        _ => Err(Broken::bug(
            "jobs were given up: administrators see which, and what to do, on the page of members",
        )
        .into()),
    }
}

/// What the last upgrade left to those who hold the keys.
fn say_what_is_due(store: &amparo_store::Store) {
    if let Ok(due) = store.read(ledger::copies_due)
        && due > 0
    {
        say::line(&format!(
            "      {due} lines of the ledger still name their case in clear: they are taken over when \
             somebody looks at who saw the case, or when it gets a new key"
        ));
    }
}

fn private(file: &Path) -> Result<(), Refusal> {
    let mode = std::fs::metadata(file)
        .map_err(|why| Broken::new("the key file cannot be looked at", &why))?
        .permissions()
        .mode();
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        Err(Refusal::fault(
            "",
            "not_private",
            "others can read the key file: run chmod 600 on it",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file on another file system than any folder of ours.
    const ELSEWHERE: &str = "/proc/self/status";

    fn folder() -> PathBuf {
        let name = format!("amparo-doctor-{}", uuid::Uuid::from_u128(rand()));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        folder
    }

    fn rand() -> u128 {
        use rand_core::Rng as _;
        let mut bytes = [0; 16];
        crate::foundation::rng::fresh()
            .unwrap()
            .fill_bytes(&mut bytes);
        u128::from_be_bytes(bytes)
    }

    #[test]
    fn a_key_beside_the_database_is_seen_through_links_and_before_there_is_a_database() {
        let folder = folder();
        let url = format!("sqlite:{}", folder.join("to/come/amparo.db").display());
        let key = folder.join("instance.key");
        assert_eq!(place_of(&key, &url), Place::Absent);
        std::fs::write(&key, "00").unwrap();
        assert_eq!(place_of(&key, &url), Place::Together);
        let link = folder.join("link");
        std::os::unix::fs::symlink(&key, &link).unwrap();
        assert_eq!(place_of(&link, &url), Place::Together);
        // The link lies beside the database; what it leads to does not.
        let away = folder.join("away");
        std::os::unix::fs::symlink(ELSEWHERE, &away).unwrap();
        assert_eq!(place_of(&away, &url), Place::Apart);
        assert_eq!(place_of(Path::new(ELSEWHERE), &url), Place::Apart);
        assert_eq!(place_of(&key, "postgres://amparo@/amparo"), Place::Unknown);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_warning_is_neither_a_fault_nor_nothing() {
        let code = |faults, warnings| format!("{:?}", Findings { faults, warnings }.code());
        assert_eq!(code(0, 0), format!("{:?}", ExitCode::SUCCESS));
        assert_eq!(code(0, 1), format!("{:?}", ExitCode::from(3)));
        assert_eq!(code(1, 1), format!("{:?}", ExitCode::FAILURE));
        assert!(Place::Together.trouble().is_some());
        assert!(Place::Apart.trouble().is_none());
    }
}
