//! Taking services in, with the places where they are offered.

use std::collections::HashMap;

use amparo_store::{Digest, DirectoryOrganisationId, PlaceId, ServiceId};

use super::{Step, Taking, details, step};
use crate::directory::import::{Batch, Service};
use crate::directory::report::Tally;
use crate::directory::rows::listed;
use crate::directory::rows::services::{self as table, ServiceRow};
use crate::directory::text::{search_text, sort_key};
use crate::directory::write;
use crate::foundation::{Act, Refusal};
use crate::words::NeedCategory;

impl Taking<'_> {
    pub(super) fn services(
        &mut self,
        act: &mut Act<'_>,
        batch: &Batch,
        owners: &HashMap<String, DirectoryOrganisationId>,
        places: &HashMap<String, PlaceId>,
    ) -> Result<Tally, Refusal> {
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
