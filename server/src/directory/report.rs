//! What an import did, as it is kept and shown. Holds no value of any row.

use amparo_store::{Day, ImportId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::import::{Effect, RowFault};

/// A report keeps so many faults; the total is always there.
const KEPT_FAULTS: usize = 1_000;

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
}

impl Tally {
    /// Rows that were written.
    pub fn written(&self) -> usize {
        self.taken + self.changed + self.missing
    }
}

/// Rows of one file of which nothing was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkippedRows {
    /// The name of the file, or of the table inside a JSON document.
    pub file: String,
    /// How many of its rows nothing was taken of.
    pub rows: usize,
}

/// The faults to keep, and the rows of which nothing was taken.
pub(super) fn summary(faults: &[RowFault]) -> (Vec<RowFault>, Vec<SkippedRows>) {
    let mut skipped: Vec<(&str, Option<u64>)> = faults
        .iter()
        .filter(|fault| fault.effect == Effect::Skipped)
        .map(|fault| (fault.file.as_str(), fault.row))
        .collect();
    skipped.sort_unstable();
    skipped.dedup();
    let by_file = skipped
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|rows| {
            let (file, _) = rows.first()?;
            Some(SkippedRows {
                file: (*file).to_owned(),
                rows: rows.len(),
            })
        })
        .collect();
    let kept = faults.iter().take(KEPT_FAULTS).cloned().collect();
    (kept, by_file)
}

#[cfg(test)]
mod tests {
    use super::super::import::FaultCode;
    use super::*;

    #[test]
    fn a_row_with_two_faults_is_skipped_once() {
        let fault = |file: &str, row, effect| RowFault {
            file: file.to_owned(),
            row: Some(row),
            field: None,
            code: FaultCode::BadValue,
            effect,
        };
        let faults = [
            fault("b", 2, Effect::Skipped),
            fault("b", 2, Effect::Skipped),
            fault("a", 2, Effect::Skipped),
            fault("b", 3, Effect::TakenWithout),
        ];
        let (kept, skipped) = summary(&faults);
        assert_eq!(kept.len(), 4);
        let rows = |file: &str| SkippedRows {
            file: file.to_owned(),
            rows: 1,
        };
        assert_eq!(skipped, [rows("a"), rows("b")]);
    }
}
