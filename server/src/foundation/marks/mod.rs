//! The newest versions and heads this server has seen.
//!
//! A row that is sealed with its version opens as long as row and version fit together, so a whole
//! row can be put back to what it was last week. What must stay true: no act believes a row that is
//! older than one this server has read before, also after a restart. The marks live in memory and,
//! at most a second late, in a file outside the database ([`MarksFile`]). Deliberately absent: a table of
//! marks, which could be put back too. Known limit: who puts database *and* file back owns the
//! machine; only who noted a head elsewhere sees that.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

mod file;

pub use file::{Kept, MarksFile};

/// What kind of row a mark is about. A code keeps its meaning for ever: it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// An account's profile.
    Account,
    /// A member's keyring.
    Keyring,
    /// The lines a checkpoint covers, and the head after them.
    Checkpoint,
    /// An organisation's profile.
    Organisation,
    /// What an organisation has published, by the number of the manifest it belongs to.
    Published,
    /// A register entry, as the first release marked them.
    Register,
    /// The register as one object: number and hash of its newest manifest.
    Manifest,
    /// A case's epoch and revision in one number.
    Case,
    /// A partner's newest manifest, as the partner's letters name it.
    PartnerManifest,
    /// A partner's ledger: size and head, as the partner's letters name them.
    PartnerLedger,
    /// Whether every grant of before there were labels was taken over.
    TakenOver,
    /// When a partner's newest letter was written, in microseconds since 1970.
    PartnerLetter,
    /// The newest statement about sharing, by its number, of a receipt or a case.
    Stop,
}

impl RowKind {
    /// All kinds, in the order of their codes, from 1.
    pub const ALL: [Self; 13] = [
        Self::Account,
        Self::Keyring,
        Self::Checkpoint,
        Self::Organisation,
        Self::Published,
        Self::Register,
        Self::Manifest,
        Self::Case,
        Self::PartnerManifest,
        Self::PartnerLedger,
        Self::TakenOver,
        Self::PartnerLetter,
        Self::Stop,
    ];

    /// What it is called where people read it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "accounts",
            Self::Keyring => "keyrings",
            Self::Checkpoint => "ledgers",
            Self::Organisation => "organisations",
            Self::Published => "published registers",
            Self::Register => "register entries",
            Self::Manifest => "registers",
            Self::Case => "cases",
            Self::PartnerManifest => "partners' registers",
            Self::PartnerLedger => "partners' ledgers",
            Self::TakenOver => "upgrades of grants",
            Self::PartnerLetter => "partners' letters",
            Self::Stop => "statements about sharing",
        }
    }
}

/// A row: its kind, and up to two ids that name it.
pub type MarkedRow = (RowKind, [u8; 16], [u8; 16]);

/// The newest that was seen of a row: its version, and where it has one its hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The version, the number, or the size.
    pub version: u64,
    /// The hash of what had that version.
    pub head: Option<[u8; 32]>,
}

impl Mark {
    /// Only a version.
    pub const fn version(version: u64) -> Self {
        Self {
            version,
            head: None,
        }
    }

    /// A version and the hash of what had it.
    pub const fn head(version: u64, head: [u8; 32]) -> Self {
        Self {
            version,
            head: Some(head),
        }
    }

    /// Whether what is seen now may follow what was seen before: newer, or the same.
    pub fn may_follow(&self, before: &Self) -> bool {
        let same = match (self.head, before.head) {
            (Some(now), Some(then)) => now == then,
            _ => true,
        };
        self.version > before.version || (self.version == before.version && same)
    }

    /// Whether it says more than what is known.
    fn adds_to(&self, known: &Self) -> bool {
        self.version > known.version
            || (self.version == known.version && self.head.is_some() && known.head.is_none())
    }
}

type Shard = HashMap<MarkedRow, Mark>;

/// The marks as they stood at one time. In parts, so that raising one mark copies a small part and
/// not the marks of a hundred thousand cases.
#[derive(Clone, Debug)]
pub(super) struct Standing(Arc<Vec<Arc<Shard>>>);

const PARTS: usize = 256;

impl Default for Standing {
    fn default() -> Self {
        Self(Arc::new(vec![Arc::default(); PARTS]))
    }
}

impl Standing {
    /// What is known of a row.
    pub(super) fn of(&self, place: &MarkedRow) -> Option<Mark> {
        self.0.get(part_of(place))?.get(place).copied()
    }

    /// All of them, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = (MarkedRow, Mark)> + '_ {
        let parts = self.0.iter();
        parts.flat_map(|part| part.iter().map(|(place, mark)| (*place, *mark)))
    }

    fn raise(&mut self, place: MarkedRow, mark: Mark) {
        let parts = Arc::make_mut(&mut self.0);
        if let Some(part) = parts.get_mut(part_of(&place)) {
            Arc::make_mut(part).insert(place, mark);
        }
    }
}

fn part_of(place: &MarkedRow) -> usize {
    let (_, one, two) = place;
    let [.., a] = one;
    let [.., b] = two;
    usize::from(a ^ b)
}

/// The marks of this process.
#[derive(Debug, Default)]
pub(super) struct Marks(RwLock<Standing>);

impl Marks {
    /// Begins with what a file held.
    pub(super) fn beginning_with(kept: impl IntoIterator<Item = (MarkedRow, Mark)>) -> Self {
        let mut standing = Standing::default();
        for (place, mark) in kept {
            standing.raise(place, mark);
        }
        Self(RwLock::new(standing))
    }

    /// The marks before a transaction began: what was committed later is not held against it.
    pub(super) fn now(&self) -> Standing {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        let mut marks = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *marks = Standing::default();
    }

    /// Raises the marks to what was seen in a transaction that ended well. Answers whether any rose.
    pub(super) fn raise(&self, seen: &[(MarkedRow, Mark)]) -> bool {
        let adds = |now: &Standing, (place, mark): &(MarkedRow, Mark)| {
            now.of(place).is_none_or(|known| mark.adds_to(&known))
        };
        let now = self.now();
        if !seen.iter().any(|one| adds(&now, one)) {
            return false;
        }
        drop(now);
        let mut marks = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for one in seen {
            if adds(&marks, one) {
                marks.raise(one.0, one.1);
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: MarkedRow = (RowKind::Account, [1; 16], [2; 16]);

    #[test]
    fn marks_rise_and_never_fall() {
        let marks = Marks::default();
        let before = marks.now();
        assert!(marks.raise(&[(PLACE, Mark::version(3))]));
        assert!(!marks.raise(&[(PLACE, Mark::version(2))]));
        assert_eq!(marks.now().of(&PLACE), Some(Mark::version(3)));
        assert_eq!(before.of(&PLACE), None, "an act keeps what it began with");
    }

    #[test]
    fn another_head_at_the_same_version_may_not_follow() {
        let seen = Mark::head(3, [1; 32]);
        for (now, may) in [
            (Mark::head(3, [1; 32]), true),
            (Mark::head(3, [2; 32]), false),
            (Mark::head(4, [2; 32]), true),
            (Mark::head(2, [1; 32]), false),
            (Mark::version(3), true),
        ] {
            assert_eq!(now.may_follow(&seen), may, "{now:?}");
        }
        let marks = Marks::beginning_with([(PLACE, Mark::version(3))]);
        assert!(marks.raise(&[(PLACE, seen)]), "a head is learnt");
        assert!(!marks.raise(&[(PLACE, Mark::head(3, [2; 32]))]));
        assert_eq!(marks.now().of(&PLACE), Some(seen));
    }
}
