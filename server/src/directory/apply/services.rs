//! Taking services in, with the places where they are offered.

use std::collections::HashMap;

use amparo_store::{DirectoryOrganisationId, PlaceId, ServiceId};

use super::{Ids, Said, Taking};
use crate::directory::import::{Batch, Service};
use crate::directory::report::Tally;
use crate::directory::rows::listed;
use crate::directory::rows::services::{self, ServiceRow};
use crate::directory::text::{search_text, sort_key};
use crate::foundation::{Act, Refusal};
use crate::words::NeedCategory;

impl Said for Service {
    fn source_id(&self) -> &str {
        &self.source_id
    }
}

impl Taking<'_> {
    pub(super) fn services(
        &mut self,
        act: &mut Act<'_>,
        batch: &Batch,
        owners: &Ids<DirectoryOrganisationId>,
        places: &Ids<PlaceId>,
    ) -> Result<Tally, Refusal> {
        let names: HashMap<&str, &str> = batch
            .organisations
            .iter()
            .map(|one| (one.source_id.as_str(), one.name.as_str()))
            .collect();
        let owner_of = |from: &Service| owners.get(&from.organisation_source_id).copied();
        let fill = |_: &mut Act<'_>, row, from: &Service| {
            let owner = owner_of(from).ok_or(Refusal::NotFound)?;
            let name = names.get(from.organisation_source_id.as_str());
            filled(row, from, owner, name.copied().unwrap_or_default())
        };
        let join = |act: &mut Act<'_>, id: ServiceId, from: &Service| {
            let at = from.place_source_ids.iter().filter_map(|id| places.get(id));
            services::set_places(act.db(), id, &at.copied().collect::<Vec<_>>())
        };
        let owned = batch.services.iter().filter(|one| owner_of(one).is_some());
        Ok(self.take(act, owned, fill, join)?.0)
    }
}

fn filled(
    row: ServiceRow,
    from: &Service,
    owner: DirectoryOrganisationId,
    owner_name: &str,
) -> Result<ServiceRow, Refusal> {
    let mut details = from.details.as_object().cloned().unwrap_or_default();
    if let Some(name) = &from.alternate_name {
        details.insert("alternate_name".to_owned(), name.as_str().into());
    }
    if from.schedules.as_array().is_some_and(|all| !all.is_empty()) {
        details.insert("schedules".to_owned(), from.schedules.clone());
    }
    let capacity = from
        .capacity
        .map(|free| i32::try_from(free).unwrap_or(i32::MAX));
    Ok(ServiceRow {
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
