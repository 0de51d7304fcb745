//! What the program can be told to do. Above every room and above the doors.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::foundation::Refusal;

mod demo;
mod doctor;
mod init;
mod ledger;
mod marks;
mod older;
mod say;
mod serve;
mod settings;

pub use demo::{Bundle, bundled};
use settings::Settings;

/// Confidential case management for the support structures of migrants.
#[derive(Parser)]
#[command(name = "amparo", version, about, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    order: Order,
}

#[derive(Subcommand)]
enum Order {
    /// Serves. Refuses to start when a migration is pending.
    Serve(Settings),
    /// Founds an organisation: its root key, its first two key holders, its administrator.
    Init(init::Init),
    /// Brings the database to this version.
    Migrate(Settings),
    /// Looks at settings, key file and database, and says what is wrong. Ends with 0 if all is well,
    /// 1 if something is wrong, 3 if it works and should be changed.
    Doctor(Settings),
    /// What an operator needs to know of the ledgers.
    #[command(subcommand)]
    Ledger(ledger::LedgerOrder),
    /// After a backup was put back: says which marks are newer than the database, and sets them back
    /// if told to. 0: nothing to do, or done; 1: could not; 3: not told to.
    Restore(marks::Restore),
    /// Prints the OpenAPI document.
    Openapi,
    /// Builds a made-up network, plays made-up cases in it, and serves.
    Demo(demo::Demo),
}

/// Runs the program. 0: done; 1: could not; 2: asked wrongly; 3: the doctor warns.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(why) => {
            let asked_wrongly = why.use_stderr();
            // Nowhere to say it if even this fails.
            drop(why.print());
            return ExitCode::from(if asked_wrongly { 2 } else { 0 });
        }
    };
    match obey(arguments.order) {
        Ok(code) => code,
        Err(why) => {
            say::trouble(&why);
            ExitCode::FAILURE
        }
    }
}

fn obey(order: Order) -> Result<ExitCode, Refusal> {
    match order {
        Order::Serve(settings) => serve::serve(&settings)?,
        Order::Init(init) => init.run()?,
        Order::Migrate(settings) => serve::migrate(&settings)?,
        Order::Doctor(settings) => return Ok(doctor::doctor(&settings)),
        Order::Ledger(order) => return order.run(),
        Order::Restore(restore) => return restore.run(),
        Order::Demo(demo) => demo.run()?,
        Order::Openapi => {
            let text = crate::doors::document_json()?;
            say::line(text.trim_end());
        }
    }
    Ok(ExitCode::SUCCESS)
}
