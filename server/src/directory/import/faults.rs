//! What was wrong with a row, in words of a closed list.
//!
//! What must stay true: a fault names a place (file, row, field) and a reason, never the value
//! that was found there. A directory file may hold a private address in the wrong column, and
//! faults are shown, stored and mailed.

use std::collections::{BTreeMap, HashSet};
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// So many faults are kept; all of them are counted.
const KEPT: usize = 1_000;

/// What was wrong with a file: the first faults, in the order in which they were found, and counts
/// of all. However bad a file is, this stays small.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaultList {
    kept: Vec<RowFault>,
    count: usize,
    skipped: BTreeMap<String, HashSet<Option<u64>>>,
}

impl FaultList {
    /// One more.
    pub(super) fn tell(&mut self, fault: RowFault) {
        self.count += 1;
        if fault.effect == Effect::Skipped {
            match self.skipped.get_mut(&fault.file) {
                Some(rows) => drop(rows.insert(fault.row)),
                None => drop(self.skipped.insert(fault.file.clone(), [fault.row].into())),
            }
        }
        if self.kept.len() < KEPT {
            self.kept.push(fault);
        }
    }

    /// How many there were.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether every file could be read: one that could not says nothing about what is gone.
    pub fn is_whole(&self) -> bool {
        !self.skipped.values().any(|rows| rows.contains(&None))
    }

    /// How many rows of each file nothing was taken of.
    pub fn skipped(&self) -> impl Iterator<Item = (&str, usize)> {
        let rows = self.skipped.iter();
        rows.map(|(file, rows)| (file.as_str(), rows.len()))
    }
}

impl Deref for FaultList {
    type Target = [RowFault];

    fn deref(&self) -> &[RowFault] {
        &self.kept
    }
}

/// One thing in an imported file that could not be taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportFault)]
pub struct RowFault {
    /// The name of the file without folders, or of the HSDS table inside a JSON document.
    pub file: String,
    /// The row, counted from 1. In a table the header is row 1; in a JSON list the first record is
    /// 1. Null when the whole file is meant.
    pub row: Option<u64>,
    /// The column or property, as the source or HSDS 3.0 calls it. Null when the whole row is
    /// meant.
    pub field: Option<String>,
    /// What is wrong with it.
    pub code: FaultCode,
    /// What became of the row: skipped, or taken without the value.
    pub effect: Effect,
}

/// Why a row, or a part of it, was not taken. `dangling_reference`: it points to a row that is not
/// there or was not taken. `bad_value`: it does not have the form its field asks for, or is
/// required and empty. `bad_character`: it has a character that cannot be kept. `bad_encoding`: the
/// bytes are not UTF-8. `unreadable`: the file as a whole cannot be read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportFaultCode)]
pub enum FaultCode {
    /// A file that the format requires is not there.
    MissingFile,
    /// A column that the format requires is not in the header.
    MissingColumn,
    /// The bytes are not UTF-8.
    BadEncoding,
    /// An earlier row of the same table has this id.
    DuplicateId,
    /// The row has no name.
    EmptyName,
    /// The row points to a row that is not there or was not taken.
    DanglingReference,
    /// The value does not have the form its field asks for, or a required value is empty.
    BadValue,
    /// The value has a NUL, which not every database keeps.
    BadCharacter,
    /// No language of ISO 639-3 has this name or code.
    UnknownLanguage,
    /// No country of ISO 3166-1 has this name or code.
    UnknownCountry,
    /// The file or document as a whole cannot be read.
    Unreadable,
}

/// What became of a row with a fault. `taken_without`: taken, but without the faulty value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportEffect)]
pub enum Effect {
    /// Nothing of the row was taken.
    Skipped,
    /// The row was taken without the faulty value.
    TakenWithout,
}

impl RowFault {
    /// A fault of a whole file, of which nothing is taken.
    pub(super) fn of_file(file: &str, field: Option<&str>, code: FaultCode) -> Self {
        let field = field.map(ToOwned::to_owned);
        Self {
            file: file.to_owned(),
            row: None,
            field,
            code,
            effect: Effect::Skipped,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_two_faults_is_skipped_once() {
        let fault = |file: &str, row, effect| RowFault {
            file: file.to_owned(),
            row,
            field: None,
            code: FaultCode::BadValue,
            effect,
        };
        let mut all = FaultList::default();
        all.tell(fault("b", Some(2), Effect::Skipped));
        all.tell(fault("b", Some(2), Effect::Skipped));
        all.tell(fault("a", Some(2), Effect::Skipped));
        all.tell(fault("b", Some(3), Effect::TakenWithout));
        assert_eq!(all.count(), 4);
        assert_eq!(all.skipped().collect::<Vec<_>>(), [("a", 1), ("b", 1)]);
        assert!(all.is_whole());
        for row in 0..5_000 {
            all.tell(fault("c", Some(row), Effect::Skipped));
        }
        assert_eq!((all.len(), all.count()), (KEPT, 5_004));
        all.tell(fault("c", None, Effect::Skipped));
        assert!(!all.is_whole());
    }
}
