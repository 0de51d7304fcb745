//! The only place that prints. Everything else that a running server says goes to the log.

use std::io::Write as _;

use crate::foundation::{Broken, Refusal};
use crate::languages::english_text;

/// One line on standard output.
pub fn line(text: &str) {
    // A closed pipe is the reader's choice.
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// One line on standard output that must have arrived: a key that is shown once.
pub fn aloud(text: &str) -> Result<(), Refusal> {
    let mut out = std::io::stdout();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|why| Broken::new("it cannot be printed, and is kept nowhere", &why).into())
}

/// One line on standard error.
pub fn aside(text: &str) {
    drop(writeln!(std::io::stderr(), "{text}"));
}

/// Why it could not be done, on standard error.
pub fn trouble(why: &Refusal) {
    match why {
        Refusal::Invalid(faults) => {
            for fault in faults {
                let place = fault.pointer.trim_start_matches('/');
                let colon = if place.is_empty() { "" } else { ": " };
                aside(&format!("{place}{colon}{}", fault.detail));
            }
        }
        Refusal::Broken(broken) if broken.chain.is_empty() => aside(broken.what),
        Refusal::Broken(broken) => aside(&format!("{}: {}", broken.what, broken.chain)),
        Refusal::Because(reason) => aside(&english_text(&reason.message())),
        other => aside(other.code()),
    }
}

/// A progress bar on standard error; silent where nobody watches.
#[derive(Debug)]
pub struct Progress(indicatif::ProgressBar);

impl Progress {
    /// A bar for so many steps.
    pub fn new(what: &'static str, steps: usize) -> Self {
        let bar = indicatif::ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
        if let Ok(style) =
            indicatif::ProgressStyle::with_template("{msg:<44} {wide_bar} {pos}/{len} {elapsed}")
        {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self(bar)
    }

    /// One step further.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// So many steps are done.
    pub fn at(&self, steps: usize) {
        self.0
            .set_position(u64::try_from(steps).unwrap_or(u64::MAX));
    }

    /// Done.
    pub fn done(&self) {
        self.0.finish();
    }
}
