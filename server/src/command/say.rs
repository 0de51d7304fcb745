//! The only place that prints. Everything else that a running server says goes to the log.

use std::io::Write as _;

use crate::foundation::Refusal;

/// One line on standard output.
pub fn line(text: &str) {
    // A closed pipe is the reader's choice.
    drop(writeln!(std::io::stdout(), "{text}"));
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
                aside(&format!(
                    "{}: {}",
                    fault.pointer.trim_start_matches('/'),
                    fault.detail
                ));
            }
        }
        Refusal::Broken(broken) if broken.chain.is_empty() => aside(broken.what),
        Refusal::Broken(broken) => aside(&format!("{}: {}", broken.what, broken.chain)),
        Refusal::WrongState(text) | Refusal::Blocked(text) | Refusal::AlreadyExists(text) => {
            aside(text);
        }
        other => aside(other.code()),
    }
}
