//! Taking services in, with the places where they are offered.

use amparo_store::{DirectoryOrganisationId, ServiceId};

use super::{Around, Said};
use crate::directory::import::Service;
use crate::directory::rows::listed;
use crate::directory::rows::services::{self, ServiceRow};
use crate::directory::text::{search_text, sort_key};
use crate::foundation::{Act, Refusal};
use crate::words::NeedCategory;

impl Said for Service {
    type Row = ServiceRow;

    const NEEDS_OWNER: bool = true;

    fn source_id(&self) -> &str {
        &self.source_id
    }

    fn owner(&self) -> Option<&str> {
        Some(&self.organisation_source_id)
    }

    fn places(&self) -> &[String] {
        &self.place_source_ids
    }

    fn fill(
        &self,
        _: &mut Act<'_>,
        row: ServiceRow,
        around: &Around,
    ) -> Result<ServiceRow, Refusal> {
        let owner = around.owners.get(&self.organisation_source_id);
        let (owner, name) = owner.ok_or(Refusal::NotFound)?;
        filled(row, self, *owner, name)
    }

    fn join(&self, act: &mut Act<'_>, id: ServiceId, around: &Around) -> Result<(), Refusal> {
        let at = self.place_source_ids.iter();
        let at: Vec<_> = at.filter_map(|id| around.places.get(id)).copied().collect();
        services::set_places(act.db(), id, &at)
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
