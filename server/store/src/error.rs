//! What can go wrong between an act and its rows, in words that are safe to log.
//!
//! What must stay true: no text here holds a value from a row or a password from a URL.
//! PostgreSQL puts whole rows into `details`, so details are dropped; of its main message only the
//! part before the colon is kept, because values follow the colon.
//!
//! Deliberately absent: HTTP. The doors decide what a person sees.

use diesel::result::Error as DieselError;

use crate::dialect;

/// Why the store could not do what an act asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The database cannot be reached, has gone, or its disk is full. Holds the reason for the log.
    /// A 503: somebody has to look after the machine.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// Every connection is in use, or a lock was held for too long. A 503 with `Retry-After`.
    #[error("the database is busy")]
    Busy,
    /// A unique rule refused the row.
    #[error("such a row exists already")]
    Duplicate {
        /// Which rule, as far as the database says: on PostgreSQL the name of the constraint, on
        /// SQLite `table.column`, several joined by `, `.
        constraint: Option<String>,
    },
    /// The one row that was asked for does not exist.
    #[error("no such row")]
    Missing,
    /// Another act was in the way, and this one can be run again.
    #[error("another act was in the way")]
    Serialization,
    /// A column holds what no act of ours puts there.
    #[error("the database is damaged: {what}")]
    Unreadable {
        /// Which column, without its value. For the log.
        what: String,
    },
    /// A bug or a damaged database: a wrong query, a broken rule.
    #[error("the store is broken: {what}")]
    Broken {
        /// What broke, with the names of tables and columns and without values. For the log.
        what: String,
    },
}

impl StoreError {
    /// A bug or damage, told in words that hold no value.
    pub fn broken(what: impl Into<String>) -> Self {
        Self::Broken { what: what.into() }
    }

    /// An outage, told in words that hold no value.
    pub(crate) fn unavailable(reason: impl Into<String>) -> Self {
        Self::Unavailable(reason.into())
    }
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        dialect::classify(&error)
    }
}

/// An error of an act that may mean: run the act again.
pub trait Retry {
    /// True if the act lost a race against another act and can be run again as it is.
    fn is_serialization_failure(&self) -> bool;
}

impl Retry for StoreError {
    fn is_serialization_failure(&self) -> bool {
        matches!(self, Self::Serialization)
    }
}

/// The row is no longer as it was when the act looked at it: somebody else was faster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the row has changed since it was read")]
pub struct StaleRow;

/// Demands that an `update … where id = ? and revision = ?` met exactly one row.
///
/// `changed` is the number of rows that diesel reports. Anything but one is [`StaleRow`]: none
/// means that somebody was faster, several that the condition was too wide, and neither is kept.
pub fn one_row(changed: usize) -> Result<(), StaleRow> {
    if changed == 1 { Ok(()) } else { Err(StaleRow) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_row_will_do() {
        assert_eq!(one_row(1), Ok(()));
        assert_eq!(one_row(0), Err(StaleRow));
        assert_eq!(one_row(2), Err(StaleRow));
    }

    #[test]
    fn an_absent_row_is_missing() {
        assert_eq!(StoreError::from(DieselError::NotFound), StoreError::Missing);
    }
}
