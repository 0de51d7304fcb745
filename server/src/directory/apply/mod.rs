//! Taking a file into the directory: one act in many short transactions, so that nobody waits for
//! the writer while a large file is taken in (docs/decisions/0038-imports-in-parts.md).
//!
//! What must stay true: a row is known by its publisher and the publisher's id. The same file
//! twice changes nothing, and after an import that was cut short does the rest. The line in the
//! ledger comes before the first row. A row that the publisher did not change keeps what was
//! corrected here; a row that vanished is marked inactive and never deleted, after all others, and
//! comes back as it was. Whether it takes anybody new, how fast it answers, when it was checked and
//! whose inbox stands behind it is said here and not in files. What belongs to another organisation
//! that takes part is left alone.

use std::collections::{BTreeMap, HashMap};

use amparo_store::{Day, Digest, DirectoryOrganisationId, ImportId, OrganisationId, PlaceId};
use serde::Serialize;

use super::import::Source;
use super::model::{OWN, is_shown};
use super::report::{ImportReport, Tally};
use super::rows::organisations::{OrganisationRow, named as organisations_named};
use super::rows::places::PlaceRow;
use super::rows::services::ServiceRow;
use super::rows::{self, Entry};
use crate::foundation::{Act, App, Caller, Refusal};

mod organisations;
mod places;
mod plan;
mod services;

pub use plan::Import;
use plan::Plan;

/// Rows of one transaction.
const AT_ONCE: usize = 200;

/// Takes a file in and keeps the report. `begin` puts it on record, before the first row. No right
/// is asked for: the callers do. `progress` is told how many rows are done.
pub fn apply(
    app: &App,
    caller: &Caller,
    import: Import<'_>,
    begin: &dyn Fn(&mut Act<'_>, &ImportReport) -> Result<(), Refusal>,
    progress: &mut dyn FnMut(usize),
) -> Result<ImportReport, Refusal> {
    let publisher = publisher(import.source)?;
    let plan = app.consult(caller, |act| Plan::make(act, &import, publisher))?;
    plan.gone.confirmed(import.removes)?;
    let report = app.write(caller, |act| {
        let id = ImportId::from_uuid(act.fresh_id());
        let report = ImportReport::begun(id, publisher, act.now.to_day());
        rows::imports::insert(act.db(), &report, import.by)?;
        plan.tell_importers(act, &report, import.by)?;
        begin(act, &report)?;
        Ok(report)
    })?;
    let mut taking = Taking {
        app,
        caller,
        today: report.imported_on,
        spared: plan.spared.clone(),
        report,
        plan: &plan,
        done: 0,
        progress,
    };
    let outcome = taking.rows(import.source);
    taking.finish(import.source, outcome)
}

/// Whose file it is.
fn publisher(source: &dyn Source) -> Result<&str, Refusal> {
    let publisher = source.publisher().trim();
    if publisher.is_empty()
        || publisher == OWN
        || publisher.chars().count() > 200
        || !publisher.chars().all(is_shown)
    {
        return Err(Refusal::fault(
            "/publisher",
            "not_possible",
            "must name whose file this is, in letters that can be seen",
        ));
    }
    Ok(publisher)
}

struct Taking<'a> {
    app: &'a App,
    caller: &'a Caller,
    report: ImportReport,
    plan: &'a Plan,
    today: Day,
    /// How many entries of each organisation that takes part were left alone.
    spared: BTreeMap<OrganisationId, usize>,
    done: usize,
    progress: &'a mut dyn FnMut(usize),
}

/// What one transaction did.
#[derive(Default)]
struct Done {
    tally: Tally,
    spared: Vec<OrganisationId>,
}

impl Taking<'_> {
    fn rows(&mut self, source: &dyn Source) -> Result<(), Refusal> {
        self.take(source.organisations(), |report| &mut report.organisations)?;
        self.take(source.places(), |report| &mut report.places)?;
        self.take(source.services(), |report| &mut report.services)?;
        // Last: a file that was cut short says nothing about what is gone.
        let gone = &self.plan.gone;
        let services = self.retire::<ServiceRow>(&gone.services)?;
        self.report.services.add(services);
        let places = self.retire::<PlaceRow>(&gone.places)?;
        self.report.places.add(places);
        let organisations = self.retire::<OrganisationRow>(&gone.organisations)?;
        self.report.organisations.add(organisations);
        Ok(())
    }

    fn take<F: Said>(
        &mut self,
        mut from: impl Iterator<Item = F>,
        tally: fn(&mut ImportReport) -> &mut Tally,
    ) -> Result<(), Refusal> {
        loop {
            let some: Vec<F> = from.by_ref().take(AT_ONCE).collect();
            if some.is_empty() {
                return Ok(());
            }
            let done = self.part(|act, publisher| self.some(act, publisher, &some))?;
            tally(&mut self.report).add(done.tally);
            for owner in done.spared {
                *self.spared.entry(owner).or_default() += 1;
            }
            self.done += some.len();
            (self.progress)(self.done);
        }
    }

    fn retire<R: Entry>(&self, gone: &[R::Id]) -> Result<Tally, Refusal> {
        let mut missing = 0;
        for some in gone.chunks(AT_ONCE) {
            missing += self.part(|act, _| R::retire(act.db(), some, self.today))?;
        }
        Ok(Tally {
            missing,
            ..Tally::default()
        })
    }

    /// One of the many transactions.
    fn part<T>(
        &self,
        mut work: impl FnMut(&mut Act<'_>, &str) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let done = self
            .app
            .housekeep_for(self.caller, |act| work(act, &self.report.publisher))?;
        self.app.let_others_write();
        Ok(done)
    }

    /// Takes in some rows of one table.
    fn some<F: Said>(
        &self,
        act: &mut Act<'_>,
        publisher: &str,
        some: &[F],
    ) -> Result<Done, Refusal> {
        let around = Around::of(act, publisher, some)?;
        let ids: Vec<&str> = some.iter().map(Said::source_id).collect();
        let known = F::Row::known(act.db(), publisher, &ids)?;
        let mut done = Done::default();
        for one in some {
            let owner = one.owner().and_then(|id| around.owners.get(id));
            if F::NEEDS_OWNER && owner.is_none() {
                continue;
            }
            let digest = digest(act, one)?;
            let before = known.get(one.source_id());
            let same = before.filter(|it| it.digest == Some(digest));
            if same.is_some_and(|it| !it.vanished) {
                done.tally.unchanged += 1;
                continue;
            }
            let owners = [before.and_then(|it| it.owner), owner.map(|it| it.0)];
            let mut guarded = owners.iter().flatten();
            if let Some(whose) = guarded.find_map(|id| self.plan.guarded.get(id)) {
                done.tally.left_alone += 1;
                done.spared.push(*whose);
                continue;
            }
            if let Some(same) = same {
                F::Row::bring_back(act.db(), same.id, self.today)?;
                done.tally.changed += 1;
                continue;
            }
            let mut row = match before {
                Some(it) => F::Row::find(act.db(), it.id)?.ok_or(Refusal::NotFound)?,
                None => F::Row::fresh(act.fresh_id(), self.today),
            };
            row.said_by(publisher, one.source_id(), digest);
            let mut row = one.fill(act, row, &around)?;
            if before.is_some() {
                if !row.update(act.db(), self.today)? {
                    // Somebody corrects it this very moment.
                    return Err(Refusal::Busy(1));
                }
                done.tally.changed += 1;
            } else {
                row.insert(act.db())?;
                done.tally.taken += 1;
            }
            one.join(act, row.id(), &around)?;
        }
        Ok(done)
    }

    /// Says what became of it. What was taken is there, also if the rest was not.
    fn finish(
        mut self,
        source: &dyn Source,
        outcome: Result<(), Refusal>,
    ) -> Result<ImportReport, Refusal> {
        self.report.told(&source.faults());
        self.report.finished = outcome.is_ok();
        let kept = self.app.housekeep_for(self.caller, |act| {
            rows::imports::update(act.db(), &self.report)?;
            plan::tell_owners(act, &self.report, &self.spared)?;
            if self.report.written() > 0 || outcome.is_err() {
                rows::changed(act.db())?;
            }
            Ok(())
        });
        outcome.and(kept).map(|()| self.report)
    }
}

/// What rows of a file point to.
#[derive(Default)]
struct Around {
    owners: HashMap<String, (DirectoryOrganisationId, String)>,
    places: HashMap<String, PlaceId>,
}

impl Around {
    fn of<F: Said>(act: &mut Act<'_>, publisher: &str, some: &[F]) -> Result<Self, Refusal> {
        let owners: Vec<&str> = some.iter().filter_map(Said::owner).collect();
        let places: Vec<&str> = some
            .iter()
            .flat_map(Said::places)
            .map(String::as_str)
            .collect();
        let places = PlaceRow::known(act.db(), publisher, &places)?;
        Ok(Self {
            owners: organisations_named(act.db(), publisher, &owners)?,
            places: places.into_iter().map(|(said, it)| (said, it.id)).collect(),
        })
    }
}

/// A row of a file.
trait Said: Serialize {
    /// What it becomes.
    type Row: Entry;

    /// Nobody would answer for one whose owner is not there.
    const NEEDS_OWNER: bool = false;

    /// The publisher's own id.
    fn source_id(&self) -> &str;

    /// The publisher's id of the organisation it belongs to.
    fn owner(&self) -> Option<&str> {
        None
    }

    /// The publisher's ids of the places where it is offered.
    fn places(&self) -> &[String] {
        &[]
    }

    /// The row with what the file says.
    fn fill(
        &self,
        act: &mut Act<'_>,
        row: Self::Row,
        around: &Around,
    ) -> Result<Self::Row, Refusal>;

    /// What is written after the row.
    fn join(
        &self,
        _act: &mut Act<'_>,
        _id: <Self::Row as Entry>::Id,
        _around: &Around,
    ) -> Result<(), Refusal> {
        Ok(())
    }
}

/// What is compared with what the publisher said last time. It is keyed: it must not let anybody
/// try addresses against the row of a confidential place.
fn digest(act: &Act<'_>, from: &impl Serialize) -> Result<Digest, Refusal> {
    let text = serde_json::to_string(from)?;
    Ok(act.app().instance.lookup_tag("directory row", &text).into())
}
