//! Taking a batch into the directory, in one transaction.
//!
//! What must stay true: a row is known by its publisher and the publisher's id. The same file
//! twice changes nothing. A row that the publisher did not change keeps what was corrected here; a
//! row that vanished is marked inactive and never deleted. Whether it takes anybody new, how fast
//! it answers, when it was checked and whose inbox stands behind it is said here and not in files.

use std::collections::HashMap;

use amparo_store::{Day, Digest, DirectoryOrganisationId, ImportId, PlaceId, ServiceId};
use serde::Serialize;
use serde_json::{Map, Value};

use super::import::{Batch, Organisation, Place, Service};
use super::model::{OWN, search_text, sort_key};
use super::report::{ImportReport, Tally, summary};
use super::rows::organisations::OrganisationRow;
use super::rows::places::PlaceRow;
use super::rows::services::ServiceRow;
use super::rows::{self, Known, listed};
use super::write;
use crate::foundation::words::NeedCategory;
use crate::foundation::{Act, Refusal};

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

    fn organisations(
        &mut self,
        act: &mut Act<'_>,
        from: &[Organisation],
    ) -> Result<(Tally, HashMap<String, DirectoryOrganisationId>), Refusal> {
        use rows::organisations as table;
        let mut known = table::known(act.db(), &self.publisher)?;
        let (mut tally, mut ids, mut new) = (Tally::default(), HashMap::new(), Vec::new());
        for one in from {
            let id = match step(act, known.remove(&one.source_id), one)? {
                Step::Leave(id) => {
                    tally.unchanged += 1;
                    id
                }
                Step::Insert(digest) => {
                    let id = DirectoryOrganisationId::from_uuid(act.fresh_id());
                    let fresh = write::fresh_organisation(id, self.today);
                    new.push(self.organisation(fresh, one, digest)?);
                    tally.taken += 1;
                    id
                }
                Step::Replace(id, digest) => {
                    let row = table::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
                    let seen = row.revision;
                    let mut row = self.organisation(row, one, digest)?;
                    (row.updated_on, row.revision) = (self.today, seen + 1);
                    table::update(act.db(), &row, seen)?;
                    tally.changed += 1;
                    id
                }
            };
            ids.insert(one.source_id.clone(), id);
            self.tick();
        }
        table::insert(act.db(), &new)?;
        let gone = known.into_values().filter(|gone| gone.active && self.whole);
        for gone in gone {
            table::retire(act.db(), gone.id, self.today)?;
            tally.missing += 1;
        }
        Ok((tally, ids))
    }

    fn organisation(
        &self,
        row: OrganisationRow,
        from: &Organisation,
        digest: Digest,
    ) -> Result<OrganisationRow, Refusal> {
        let details = details(&from.details, &[("alternate_name", &from.alternate_name)]);
        Ok(OrganisationRow {
            publisher: self.publisher.clone(),
            source_id: from.source_id.clone(),
            source_digest: Some(digest),
            kind: from.kind,
            name: from.name.clone(),
            description: from.description.clone(),
            country: from.country.clone(),
            url: from.url.clone(),
            email: from.email.clone(),
            phones: serde_json::to_string(&from.phones)?,
            details: serde_json::to_string(&details)?,
            active: true,
            search: search_text([
                from.name.as_str(),
                from.alternate_name.as_deref().unwrap_or_default(),
                from.description.as_deref().unwrap_or_default(),
            ]),
            sort_key: sort_key(&from.name),
            ..row
        })
    }

    fn places(
        &mut self,
        act: &mut Act<'_>,
        from: &[Place],
        owners: &HashMap<String, DirectoryOrganisationId>,
    ) -> Result<(Tally, HashMap<String, PlaceId>), Refusal> {
        use rows::places as table;
        let mut known = table::known(act.db(), &self.publisher)?;
        let (mut tally, mut ids, mut new) = (Tally::default(), HashMap::new(), Vec::new());
        for one in from {
            let id = match step(act, known.remove(&one.source_id), one)? {
                Step::Leave(id) => {
                    tally.unchanged += 1;
                    id
                }
                Step::Insert(digest) => {
                    let id = PlaceId::from_uuid(act.fresh_id());
                    let row = self.place(write::fresh_place(id, self.today), one, owners)?;
                    let row = PlaceRow {
                        source_digest: Some(digest),
                        ..row
                    };
                    new.push(write::hide(act, row)?);
                    tally.taken += 1;
                    id
                }
                Step::Replace(id, digest) => {
                    let row = table::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
                    let seen = row.revision;
                    let mut row = self.place(row, one, owners)?;
                    row.source_digest = Some(digest);
                    (row.updated_on, row.revision) = (self.today, seen + 1);
                    let row = write::hide(act, row)?;
                    table::update(act.db(), &row, seen)?;
                    tally.changed += 1;
                    id
                }
            };
            ids.insert(one.source_id.clone(), id);
            self.tick();
        }
        table::insert(act.db(), &new)?;
        let gone = known.into_values().filter(|gone| gone.active && self.whole);
        for gone in gone {
            table::retire(act.db(), gone.id, self.today)?;
            tally.missing += 1;
        }
        Ok((tally, ids))
    }

    fn place(
        &self,
        row: PlaceRow,
        from: &Place,
        owners: &HashMap<String, DirectoryOrganisationId>,
    ) -> Result<PlaceRow, Refusal> {
        let owner = from
            .organisation_source_id
            .as_ref()
            .and_then(|id| owners.get(id));
        Ok(PlaceRow {
            publisher: self.publisher.clone(),
            source_id: from.source_id.clone(),
            organisation_id: owner.copied(),
            kind: from.kind,
            name: from.name.clone(),
            address: from.address.clone(),
            city: from.city.clone(),
            region: from.region.clone(),
            postal_code: from.postal_code.clone(),
            country: from.country.clone(),
            latitude: from.latitude,
            longitude: from.longitude,
            // Once hidden here, a place stays hidden, whatever its publisher says.
            confidential: from.confidential || row.confidential,
            sealed: None,
            phones: serde_json::to_string(&from.phones)?,
            details: serde_json::to_string(&from.details)?,
            active: true,
            sort_key: sort_key(&from.name),
            ..row
        })
    }

    fn services(
        &mut self,
        act: &mut Act<'_>,
        batch: &Batch,
        owners: &HashMap<String, DirectoryOrganisationId>,
        places: &HashMap<String, PlaceId>,
    ) -> Result<Tally, Refusal> {
        use rows::services as table;
        let mut known = table::known(act.db(), &self.publisher)?;
        let names: HashMap<&str, &str> = batch
            .organisations
            .iter()
            .map(|one| (one.source_id.as_str(), one.name.as_str()))
            .collect();
        let (mut tally, mut new) = (Tally::default(), Vec::new());
        let (mut new_pairs, mut pairs) = (Vec::new(), Vec::new());
        for one in &batch.services {
            let Some(owner) = owners.get(&one.organisation_source_id) else {
                continue;
            };
            let name = names.get(one.organisation_source_id.as_str());
            let owner = (*owner, name.copied().unwrap_or_default());
            let at = one.place_source_ids.iter().filter_map(|id| places.get(id));
            let at: Vec<PlaceId> = at.copied().collect();
            match step(act, known.remove(&one.source_id), one)? {
                Step::Leave(_) => tally.unchanged += 1,
                Step::Insert(digest) => {
                    let id = ServiceId::from_uuid(act.fresh_id());
                    let fresh = write::fresh_service(id, self.today);
                    new.push(self.service(fresh, one, owner, digest)?);
                    new_pairs.push((id, at));
                    tally.taken += 1;
                }
                Step::Replace(id, digest) => {
                    let row = table::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
                    let seen = row.revision;
                    let mut row = self.service(row, one, owner, digest)?;
                    (row.updated_on, row.revision) = (self.today, seen + 1);
                    table::update(act.db(), &row, seen)?;
                    pairs.push((id, at));
                    tally.changed += 1;
                }
            }
            self.tick();
        }
        table::insert(act.db(), &new)?;
        table::set_places(act.db(), &new_pairs, true)?;
        table::set_places(act.db(), &pairs, false)?;
        let gone = known.into_values().filter(|gone| gone.active && self.whole);
        for gone in gone {
            table::retire(act.db(), gone.id, self.today)?;
            tally.missing += 1;
        }
        Ok(tally)
    }

    fn service(
        &self,
        row: ServiceRow,
        from: &Service,
        (owner, owner_name): (DirectoryOrganisationId, &str),
        digest: Digest,
    ) -> Result<ServiceRow, Refusal> {
        let mut details = details(&from.details, &[("alternate_name", &from.alternate_name)]);
        if from.schedules.as_array().is_some_and(|all| !all.is_empty()) {
            details.insert("schedules".to_owned(), from.schedules.clone());
        }
        let capacity = from
            .capacity
            .map(|free| i32::try_from(free).unwrap_or(i32::MAX));
        Ok(ServiceRow {
            publisher: self.publisher.clone(),
            source_id: from.source_id.clone(),
            source_digest: Some(digest),
            organisation_id: owner,
            name: from.name.clone(),
            description: from.description.clone(),
            status: from.status,
            categories: listed(from.categories.iter().copied().map(NeedCategory::as_str)),
            countries: listed(from.countries.iter().map(String::as_str)),
            languages: listed(from.languages.iter().map(String::as_str)),
            eligibility: serde_json::to_string(&from.eligibility)?,
            url: from.url.clone(),
            email: from.email.clone(),
            phones: serde_json::to_string(&from.phones)?,
            capacity: capacity.or(row.capacity),
            details: serde_json::to_string(&details)?,
            search: search_text([
                from.name.as_str(),
                from.alternate_name.as_deref().unwrap_or_default(),
                owner_name,
                from.description.as_deref().unwrap_or_default(),
            ]),
            sort_key: sort_key(&from.name),
            ..row
        })
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
