//! `amparo restore`: what to do when the database is older than the marks.

use std::path::Path;
use std::process::ExitCode;

use amparo_store::Store;
use clap::Args;

use super::say;
use super::settings::{MayMake, Settings, instance_key, refuse_pending};
use crate::foundation::marks::{Kept, MarksFile};
use crate::foundation::{App, Broken, Clock, Config, Refusal, RowKind};
use crate::{doors, ledger};

/// What could be done is not done without being told to.
const NOT_TOLD_TO: u8 = 3;

/// After a backup was put back.
#[derive(Args, Debug)]
pub struct Restore {
    #[command(flatten)]
    settings: Settings,
    /// Set the marks back to what the database holds. What happened since the backup is then
    /// believed to never have happened, by everybody but those who noted a head elsewhere.
    #[arg(long)]
    accept_marks: bool,
}

impl Restore {
    /// Says which marks are newer than the database, and sets them back if told to.
    pub fn run(&self) -> Result<ExitCode, Refusal> {
        let config = self.settings.config()?;
        let file = file_of(&config)?;
        let store = self.settings.store(&config)?;
        refuse_pending(&store)?;
        let app = looking(config, store)?;
        let kept = match file.read(&app.instance) {
            Ok(kept) => kept,
            Err(why) => {
                say::trouble(&why);
                Kept {
                    missing: true,
                    ..Kept::default()
                }
            }
        };
        let gaps = ledger::gaps(&app, &kept.marks)?;
        if kept.missing {
            say::line("There are no marks to compare the database with.");
        } else if gaps.is_empty() {
            say::line("The ledgers are as long as the marks say.");
        }
        for gap in &gaps {
            say::line(&gap.to_string());
        }
        for kind in RowKind::ALL {
            let of_kind = kept.marks.iter().filter(|(place, _)| place.0 == kind);
            let count = of_kind.count();
            if count > 0 && (self.accept_marks || !gaps.is_empty()) {
                say::line(&format!(
                    "To be forgotten: {count} marks of {}",
                    kind.name()
                ));
            }
        }
        if !self.accept_marks {
            if gaps.is_empty() && !kept.missing {
                return Ok(ExitCode::SUCCESS);
            }
            say::line("Nothing was done. If you put a backup back, add --accept-marks.");
            return Ok(ExitCode::from(NOT_TOLD_TO));
        }
        set_back(&app, &file)?;
        say::line("The marks now begin with what the database holds.");
        Ok(ExitCode::SUCCESS)
    }
}

/// What an upgrade leaves to be done with the instance key: the words on the ledger's lines are
/// renewed, and the marks begin if there are none.
pub fn after_upgrade(config: Config, store: Store) -> Result<(), Refusal> {
    let file = file_of(&config)?;
    if !config.instance_key_file.exists() {
        // Nothing was founded yet.
        return Ok(());
    }
    let app = looking(config, store)?;
    ledger::take_over(&app)?;
    if file.read(&app.instance)?.missing {
        set_back(&app, &file)?;
        say::line("The marks begin with what the database holds.");
    }
    Ok(())
}

fn set_back(app: &App, file: &MarksFile) -> Result<(), Refusal> {
    file.write(&app.instance, ledger::heads(app)?)
}

/// An app that looks and keeps no marks.
fn looking(mut config: Config, store: Store) -> Result<App, Refusal> {
    config.state_folder = None;
    let instance = instance_key(&config.instance_key_file, MayMake::No)?;
    App::assemble(config, store, instance, Clock::System, doors::hooks())
}

fn file_of(config: &Config) -> Result<MarksFile, Refusal> {
    let folder = config.state_folder.as_deref();
    let folder = folder.ok_or_else(|| Broken::bug("no folder for the marks"))?;
    Ok(MarksFile::within(folder))
}

/// The marks can be read, and do not lie where the database lies: who copies or puts back the one
/// should not do the same to the other.
pub fn are_apart(config: &Config) -> Result<(), Refusal> {
    let instance = instance_key(&config.instance_key_file, MayMake::No)?;
    file_of(config)?.read(&instance)?;
    let database = config.database_url.strip_prefix("sqlite:").map(Path::new);
    let folder = database.and_then(Path::parent).map(Path::canonicalize);
    let state = config.state_folder.as_deref().map(Path::canonicalize);
    match (folder, state) {
        // A demonstration is one folder on purpose.
        (Some(Ok(folder)), _) if folder.join("demo.json").is_file() => Ok(()),
        (Some(Ok(folder)), Some(Ok(state))) if state.starts_with(&folder) => Err(Refusal::fault(
            "",
            "marks_beside_database",
            "the marks lie in the folder of the database: name another with --state",
        )),
        _ => Ok(()),
    }
}
