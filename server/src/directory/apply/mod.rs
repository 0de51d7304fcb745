//! Taking a batch into the directory, in one transaction.
//!
//! What must stay true: a row is known by its publisher and the publisher's id. The same file
//! twice changes nothing. A row that the publisher did not change keeps what was corrected here; a
//! row that vanished is marked inactive and never deleted. Whether it takes anybody new, how fast
//! it answers, when it was checked and whose inbox stands behind it is said here and not in files.

use std::collections::HashMap;

use amparo_store::{Day, Digest, ImportId};
use serde::Serialize;

use super::import::Batch;
use super::model::OWN;
use super::report::{ImportReport, Tally, summary};
use super::rows::{self, Entry};
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
    let (organisations, owners) = taking.organisations(act, batch)?;
    let (places, sites) = taking.places(act, batch, &owners)?;
    let services = taking.services(act, batch, &owners, &sites)?;
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

/// Our ids by those of the publisher.
type Ids<Id> = HashMap<String, Id>;

impl Taking<'_> {
    /// Takes in the rows of one table. `fill` gives a row what the file says; `then` is told of
    /// every row that was written.
    fn take<'f, R: Entry, F: Said + 'f>(
        &mut self,
        act: &mut Act<'_>,
        from: impl IntoIterator<Item = &'f F>,
        mut fill: impl FnMut(&mut Act<'_>, R, &F) -> Result<R, Refusal>,
        mut then: impl FnMut(&mut Act<'_>, R::Id, &F) -> Result<(), Refusal>,
    ) -> Result<(Tally, Ids<R::Id>), Refusal> {
        let mut known = R::known(act.db(), &self.publisher)?;
        let (mut tally, mut ids) = (Tally::default(), Ids::new());
        for one in from {
            let source_id = one.source_id();
            let digest = digest(act, one)?;
            let before = known.remove(source_id);
            let id = match &before {
                Some(before) if before.digest == Some(digest) => {
                    tally.unchanged += 1;
                    before.id
                }
                _ => {
                    let mut row = match &before {
                        Some(it) => R::find(act.db(), it.id)?.ok_or(Refusal::NotFound)?,
                        None => R::fresh(act.fresh_id(), self.today),
                    };
                    row.said_by(&self.publisher, source_id, digest);
                    let mut row = fill(act, row, one)?;
                    if before.is_some() {
                        row.update(act.db(), self.today)?;
                        tally.changed += 1;
                    } else {
                        row.insert(act.db())?;
                        tally.taken += 1;
                    }
                    then(act, row.id(), one)?;
                    row.id()
                }
            };
            ids.insert(source_id.to_owned(), id);
            self.done += 1;
            if self.done.is_multiple_of(A_FEW) {
                (self.progress)(self.done);
            }
        }
        for gone in known.into_values().filter(|gone| gone.active && self.whole) {
            R::retire(act.db(), gone.id, self.today)?;
            tally.missing += 1;
        }
        Ok((tally, ids))
    }
}

/// A row of a file.
trait Said: Serialize {
    /// The publisher's own id.
    fn source_id(&self) -> &str;
}

/// What is compared with what the publisher said last time. It is keyed: it must not let anybody
/// try addresses against the row of a confidential place.
fn digest(act: &Act<'_>, from: &impl Serialize) -> Result<Digest, Refusal> {
    let text = serde_json::to_string(from)?;
    Ok(act.app().instance.lookup_tag("directory row", &text).into())
}
