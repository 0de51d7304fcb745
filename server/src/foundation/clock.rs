//! Time is handed in. Rooms ask the act; the act asks this.

use std::sync::Mutex;

use amparo_store::Moment;
use chrono::{DateTime, TimeDelta, Utc};

/// Where the present comes from: the system, or a test that holds it still.
#[derive(Debug)]
pub enum Clock {
    /// The clock of the machine.
    System,
    /// A clock that stands still until it is moved.
    Still(Mutex<DateTime<Utc>>),
}

impl Clock {
    /// A clock that stands still at `at`.
    pub fn still(at: DateTime<Utc>) -> Self {
        Self::Still(Mutex::new(at))
    }

    /// The present, in UTC, cut to microseconds as both databases keep it.
    pub fn now(&self) -> Moment {
        Moment::from(match self {
            #[expect(clippy::disallowed_methods, reason = "this is the clock")]
            Self::System => Utc::now(),
            Self::Still(at) => *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        })
    }

    /// Moves a still clock on; the system's clock cannot be moved.
    pub fn later(&self, by: TimeDelta) {
        if let Self::Still(at) = self {
            *at.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += by;
        }
    }
}
