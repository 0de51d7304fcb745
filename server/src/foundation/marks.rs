//! The highest versions this process has seen.
//!
//! A row that is sealed with its version opens as long as row and version fit together, so a whole
//! row can be put back to what it was last week. What must stay true: no act believes a row that is
//! older than one this process has read before. Known limit: the marks live in memory, so whoever
//! puts a row back and waits for a restart is not noticed here; a member's own keyring still knows
//! the epochs of her groups. Deliberately absent: a table of marks, which could be put back too.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// What kind of row a mark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// An account's profile.
    Account,
    /// A member's keyring.
    Keyring,
    /// The lines a checkpoint covers.
    Checkpoint,
    /// An organisation's profile.
    Organisation,
    /// A published key, by its epoch.
    Published,
    /// A register entry.
    Register,
    /// The person's word that nothing be shared, by its number, of a receipt or a case.
    Stop,
}

/// A row: its kind, and up to two ids that name it.
pub type MarkedRow = (RowKind, [u8; 16], [u8; 16]);

/// The marks as they stood at one time.
pub(super) type Standing = Arc<HashMap<MarkedRow, u64>>;

/// The marks of this process.
#[derive(Debug, Default)]
pub(super) struct Marks(RwLock<Standing>);

impl Marks {
    /// The marks before a transaction began: what was committed later is not held against it.
    pub(super) fn now(&self) -> Standing {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        let mut marks = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *marks = Standing::default();
    }

    /// Raises the marks to what was seen in a transaction that ended well.
    pub(super) fn raise(&self, seen: &[(MarkedRow, u64)]) {
        let now = self.now();
        let higher = |(place, version): &&(MarkedRow, u64)| {
            now.get(place).is_none_or(|highest| highest < version)
        };
        if !seen.iter().any(|one| higher(&one)) {
            return;
        }
        let mut marks = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let marks = Arc::make_mut(&mut marks);
        for (place, version) in seen {
            let mark = marks.entry(*place).or_default();
            *mark = (*mark).max(*version);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_rise_and_never_fall() {
        let marks = Marks::default();
        let place = (RowKind::Account, [1; 16], [2; 16]);
        let before = marks.now();
        marks.raise(&[(place, 3)]);
        marks.raise(&[(place, 2)]);
        assert_eq!(marks.now().get(&place), Some(&3));
        assert_eq!(before.get(&place), None, "an act keeps what it began with");
    }
}
