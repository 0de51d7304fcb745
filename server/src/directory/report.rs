//! What an import did, as it is kept and shown. Holds no value of any row.

use amparo_store::{Day, ImportId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::import::{FaultList, RowFault};

/// What one import of a file changed in the directory.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ImportReport {
    /// The import: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: ImportId,
    /// Whose file it was.
    pub publisher: String,
    /// The day of the import (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub imported_on: Day,
    /// False while it is being taken in, and for good if that was cut short: what was taken stays,
    /// nothing was marked as missing, and the same file again does the rest.
    #[serde(default = "yes")]
    pub finished: bool,
    /// What became of the organisations in the file.
    pub organisations: Tally,
    /// What became of the services in the file.
    pub services: Tally,
    /// What became of the places in the file.
    pub places: Tally,
    /// How many rows of each file nothing was taken of.
    pub skipped: Vec<SkippedRows>,
    /// How many faults there were in all.
    pub fault_count: usize,
    /// The first thousand faults, in the order of the file.
    pub faults: Vec<RowFault>,
}

/// What became of the entries of one sort in an imported file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportTally)]
pub struct Tally {
    /// How many were new here.
    pub taken: usize,
    /// How many the publisher changed since the last import.
    pub changed: usize,
    /// How many are the same as at the last import. What was corrected here in the meantime stays.
    pub unchanged: usize,
    /// How many are no longer in the file: they are marked inactive, not deleted.
    pub missing: usize,
    /// How many were left as they are, because they belong to an organisation that takes part: only
    /// itself changes or removes them.
    #[serde(default)]
    pub left_alone: usize,
}

impl Tally {
    /// Adds another to it.
    pub(super) fn add(&mut self, other: Self) {
        self.taken += other.taken;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.missing += other.missing;
        self.left_alone += other.left_alone;
    }

    /// Rows that were written.
    pub fn written(&self) -> usize {
        self.taken + self.changed + self.missing
    }
}

fn yes() -> bool {
    true
}

/// Rows of one file of which nothing was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkippedRows {
    /// The name of the file, or of the table inside a JSON document.
    pub file: String,
    /// How many of its rows nothing was taken of.
    pub rows: usize,
}

impl ImportReport {
    /// An import that begins.
    pub(super) fn begun(id: ImportId, publisher: &str, today: Day) -> Self {
        Self {
            id,
            publisher: publisher.to_owned(),
            imported_on: today,
            finished: false,
            organisations: Tally::default(),
            services: Tally::default(),
            places: Tally::default(),
            skipped: Vec::new(),
            fault_count: 0,
            faults: Vec::new(),
        }
    }

    /// With what was wrong in the file.
    pub(super) fn told(&mut self, faults: &FaultList) {
        let rows = |(file, rows): (&str, usize)| SkippedRows {
            file: file.to_owned(),
            rows,
        };
        self.skipped = faults.skipped().map(rows).collect();
        self.fault_count = faults.count();
        self.faults = faults.to_vec();
    }

    /// Entries that were written.
    pub(super) fn written(&self) -> usize {
        self.organisations.written() + self.services.written() + self.places.written()
    }
}
