//! `amparo ledger head`: what to write down on paper, so that a ledger that was put back is seen.

use std::process::ExitCode;

use amparo_store::OrganisationId;
use clap::{Args, Subcommand};

use super::say;
use super::settings::{Settings, refuse_pending};
use crate::foundation::Refusal;
use crate::ledger;

/// What an operator needs to know of the ledgers.
#[derive(Debug, Subcommand)]
pub enum LedgerOrder {
    /// Prints organisation, size and head of each ledger, for paper: see `amparo ledger compare`. 0:
    /// printed; 1: could not; 3: there is no ledger yet.
    Head(Settings),
    /// Computes the head of a ledger after so many lines and compares it with one that was written
    /// down. 0: the same; 1: could not; 3: another, or fewer lines are there: the ledger was cut,
    /// rewritten or put back.
    Compare(Compare),
}

/// A head that was written down.
#[derive(Args, Debug)]
pub struct Compare {
    #[command(flatten)]
    settings: Settings,
    /// The organisation.
    #[arg(long)]
    organisation: OrganisationId,
    /// How many lines there were.
    #[arg(long)]
    lines: u64,
    /// The head, 64 hexadecimal digits; spaces do not matter.
    #[arg(long)]
    head: String,
}

impl Compare {
    fn run(&self) -> Result<ExitCode, Refusal> {
        let config = self.settings.config()?;
        let store = self.settings.store(&config)?;
        refuse_pending(&store)?;
        let head = store.read(|db| ledger::head_at(db, self.organisation, self.lines))?;
        let given: String = self.head.split_whitespace().collect();
        let (word, code) = match head {
            Some(head) if head.eq_ignore_ascii_case(&given) => ("The same.", 0),
            Some(_) => (
                "Another head: these are not the lines that were there.",
                NONE,
            ),
            None => ("So many lines are not there.", NONE),
        };
        say::line(word);
        Ok(ExitCode::from(code))
    }
}

/// There is nothing to print, or not what was written down.
const NONE: u8 = 3;

impl LedgerOrder {
    /// Does it.
    pub fn run(&self) -> Result<ExitCode, Refusal> {
        let settings = match self {
            Self::Head(settings) => settings,
            Self::Compare(compare) => return compare.run(),
        };
        let config = settings.config()?;
        let store = settings.store(&config)?;
        refuse_pending(&store)?;
        let heads = store.read(ledger::signed_heads)?;
        for (organisation, size, head) in &heads {
            say::line(&format!("Organisation   {organisation}"));
            say::line(&format!("Lines          {size}"));
            say::line(&format!("Head           {}", in_groups(head)));
            say::line("");
        }
        Ok(ExitCode::from(if heads.is_empty() { NONE } else { 0 }))
    }
}

/// Sixteen groups of four, as one copies them by hand.
fn in_groups(head: &str) -> String {
    let mut text = String::new();
    for (at, digit) in head.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_written_in_groups() {
        assert_eq!(in_groups("0123456789ab"), "0123 4567 89ab");
    }
}
