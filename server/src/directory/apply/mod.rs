//! Taking a batch into the directory, in one transaction.
//!
//! What must stay true: a row is known by its publisher and the publisher's id. The same file
//! twice changes nothing. A row that the publisher did not change keeps what was corrected here; a
//! row that vanished is marked inactive and never deleted. Whether it takes anybody new, how fast
//! it answers, when it was checked and whose inbox stands behind it is said here and not in files.

use amparo_store::{Day, Digest, ImportId};
use serde::Serialize;
use serde_json::{Map, Value};

use super::import::Batch;
use super::model::OWN;
use super::report::{ImportReport, summary};
use super::rows::{self, Known};
use crate::foundation::{Act, Refusal};

mod organisations;
mod places;
mod services;

/// Progress is told every so many rows.
const A_FEW: usize = 100;

/// Takes a batch in and keeps the report. `progress` is told how many rows are done. No right is
/// asked for and no line is written: the callers do both.
pub fn apply(
    act: &mut Act<'_>,
    batch: &Batch,
    progress: &mut dyn FnMut(usize),
) -> Result<ImportReport, Refusal> {
    let publisher = batch.publisher.trim();
    if publisher.is_empty() || publisher == OWN || publisher.chars().count() > 200 {
        return Err(Refusal::fault(
            "/publisher",
            "not_possible",
            "must name whose file this is",
        ));
    }
    let mut taking = Taking {
        publisher: publisher.to_owned(),
        today: act.now.to_day(),
        // A file that could not be read says nothing about what is gone.
        whole: batch.faults.iter().all(|fault| fault.row.is_some()),
        done: 0,
        progress,
    };
    let (organisations, ids) = taking.organisations(act, &batch.organisations)?;
    let (places, place_ids) = taking.places(act, &batch.places, &ids)?;
    let services = taking.services(act, batch, &ids, &place_ids)?;
    let (faults, skipped) = summary(&batch.faults);
    let report = ImportReport {
        id: ImportId::from_uuid(act.fresh_id()),
        publisher: taking.publisher,
        imported_on: taking.today,
        organisations,
        services,
        places,
        skipped,
        fault_count: batch.faults.len(),
        faults,
    };
    let text = serde_json::to_string(&report)?;
    let today = report.imported_on;
    rows::imports::insert(act.db(), report.id, &report.publisher, &text, today)?;
    if organisations.written() + services.written() + places.written() > 0 {
        rows::changed(act.db())?;
    }
    Ok(report)
}

struct Taking<'a> {
    publisher: String,
    today: Day,
    /// Every file of the batch could be read.
    whole: bool,
    done: usize,
    progress: &'a mut dyn FnMut(usize),
}

/// What to do with a row of the file.
enum Step<Id> {
    Leave(Id),
    Insert(Digest),
    Replace(Id, Digest),
}

impl Taking<'_> {
    fn tick(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(A_FEW) {
            (self.progress)(self.done);
        }
    }
}

/// Compares with what the publisher said last time. The digest is keyed: it must not let anybody
/// try addresses against the row of a confidential place.
fn step<Id>(
    act: &Act<'_>,
    known: Option<Known<Id>>,
    from: &impl Serialize,
) -> Result<Step<Id>, Refusal> {
    let text = serde_json::to_string(from)?;
    let digest = Digest::from(act.app().instance.lookup_tag("directory row", &text));
    Ok(match known {
        None => Step::Insert(digest),
        Some(known) if known.digest == Some(digest) => Step::Leave(known.id),
        Some(known) => Step::Replace(known.id, digest),
    })
}

fn details(from: &Value, texts: &[(&str, &Option<String>)]) -> Map<String, Value> {
    let mut details = from.as_object().cloned().unwrap_or_default();
    for (field, text) in texts {
        if let Some(text) = text {
            details.insert((*field).to_owned(), Value::from(text.as_str()));
        }
    }
    details
}
