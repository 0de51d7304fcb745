//! How far a case has come: what tells one that was put back from one that was not.

use serde::{Deserialize, Serialize};

/// The epoch of a case's key, and how many records it has. Both only grow, the epoch with each new
/// key; so of two states of a case the greater is the newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CaseState {
    /// The epoch of its key.
    pub epoch: u32,
    /// The number of records ever written.
    pub revision: u64,
}

impl CaseState {
    /// The same as one number, for marks.
    pub fn number(self) -> u64 {
        u64::from(self.epoch) << 32 | self.revision.min(u64::from(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newer_is_the_greater_also_as_a_number() {
        let states = [(1, 0), (1, 7), (1, u64::from(u32::MAX)), (2, 3), (2, 4)];
        let states = states.map(|(epoch, revision)| CaseState { epoch, revision });
        for two in states.windows(2) {
            assert!(two[0] < two[1] && two[0].number() < two[1].number());
        }
    }
}
