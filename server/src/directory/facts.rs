//! What routing needs of the directory, read in one go and kept in memory there.
//!
//! Deliberately absent: anything confidential. A hidden place gives no point and no region.

use std::collections::HashMap;

use amparo_store::{Day, DirectoryOrganisationId, OrganisationId, ServiceId};

use super::import::{Gender, Phone};
use super::model::{ListedOrganisation, ListedService};
use super::rows::{self, organisations, places, services};
use crate::foundation::{Act, Refusal};
use crate::register::OrganisationKind;
use crate::words::NeedCategory;

/// Degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// What routing needs of an organisation.
#[derive(Clone, Debug)]
pub struct OrganisationFacts {
    /// The entry.
    pub id: DirectoryOrganisationId,
    /// Its name.
    pub name: String,
    /// Its name, folded.
    pub folded_name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Where it works.
    pub country: Option<String>,
    /// The organisation that takes part under this entry.
    pub participant: Option<OrganisationId>,
    /// The state whose authority it is, for embassies and consulates.
    pub sending_country: Option<String>,
    /// How to reach it by telephone.
    pub phones: Vec<Phone>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its site.
    pub url: Option<String>,
}

/// What routing needs of a service that can be used now.
#[derive(Clone, Debug)]
pub struct ServiceFacts {
    /// The service.
    pub id: ServiceId,
    /// Where its organisation stands in the list of organisations.
    pub organisation: usize,
    /// Its name.
    pub name: String,
    /// The needs it answers.
    pub categories: Vec<NeedCategory>,
    /// ISO 3166-1 alpha-2 of the countries it serves, or else where its organisation works.
    pub countries: Vec<String>,
    /// ISO 639-3.
    pub languages: Vec<String>,
    /// Youngest age, in years.
    pub min_age: Option<u8>,
    /// Oldest age, in years.
    pub max_age: Option<u8>,
    /// Only these genders; empty means no limit.
    pub genders: Vec<Gender>,
    /// Places free now.
    pub capacity: Option<i32>,
    /// Whether it takes anybody new.
    pub accepting: bool,
    /// How fast it answers, in hours.
    pub answers_within_hours: Option<i32>,
    /// The day somebody last checked the entry.
    pub verified_on: Option<Day>,
    /// It has experience with people who are detained.
    pub takes_detained: bool,
    /// Regions of its places, folded.
    pub regions: Vec<String>,
    /// Where it is offered.
    pub points: Vec<Point>,
    /// How to reach it by telephone.
    pub phones: Vec<Phone>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its page.
    pub url: Option<String>,
}

/// How far the directory has changed: facts that were read at another number are old.
pub fn changes(act: &mut Act<'_>) -> Result<i64, Refusal> {
    rows::changes(act.db())
}

/// Every organisation and every service that can be used now.
pub fn facts(act: &mut Act<'_>) -> Result<(Vec<OrganisationFacts>, Vec<ServiceFacts>), Refusal> {
    let owners = organisations::for_routing(act.db())?
        .into_iter()
        .map(organisation)
        .collect::<Result<Vec<_>, _>>()?;
    let by_id: HashMap<DirectoryOrganisationId, usize> = owners
        .iter()
        .enumerate()
        .map(|(at, one)| (one.id, at))
        .collect();
    let points: HashMap<_, _> = places::points(act.db())?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let mut places: HashMap<ServiceId, Vec<&places::PointRow>> = HashMap::new();
    for (service, place) in services::pairs(act.db())? {
        places
            .entry(service)
            .or_default()
            .extend(points.get(&place));
    }
    let mut all = Vec::new();
    for row in services::active(act.db())? {
        // An organisation that vanished takes its services along.
        let Some(at) = by_id.get(&row.organisation_id) else {
            continue;
        };
        let country = owners.get(*at).and_then(|owner| owner.country.clone());
        let view = ListedService::read(row, String::new())?;
        let places = places.remove(&view.id).unwrap_or_default();
        all.push(service(view, *at, country, &places));
    }
    Ok((owners, all))
}

fn organisation(row: organisations::OrganisationRow) -> Result<OrganisationFacts, Refusal> {
    let view = ListedOrganisation::read(row)?;
    let sending = view.details.get("sending_country");
    Ok(OrganisationFacts {
        id: view.id,
        folded_name: crate::words::reference::fold(&view.name),
        name: view.name,
        kind: view.kind,
        country: view.country,
        participant: view.participant,
        sending_country: sending
            .and_then(|code| code.as_str())
            .map(ToOwned::to_owned),
        phones: view.phones,
        email: view.email,
        url: view.url,
    })
}

fn service(
    view: ListedService,
    organisation: usize,
    country: Option<String>,
    places: &[&places::PointRow],
) -> ServiceFacts {
    let mut countries = view.countries;
    if countries.is_empty() {
        countries.extend(country);
    }
    let region = |row: &&places::PointRow| row.region.as_deref().map(crate::words::reference::fold);
    let point = |row: &&places::PointRow| {
        Some(Point {
            latitude: row.latitude?,
            longitude: row.longitude?,
        })
    };
    ServiceFacts {
        id: view.id,
        organisation,
        name: view.name,
        categories: view.categories,
        countries,
        languages: view.languages,
        min_age: view.eligibility.min_age,
        max_age: view.eligibility.max_age,
        genders: view.eligibility.genders,
        capacity: view.capacity,
        accepting: view.accepting,
        answers_within_hours: view.answers_within_hours,
        verified_on: view.verified_on,
        takes_detained: view.takes_detained,
        regions: places.iter().filter_map(region).collect(),
        points: places.iter().filter_map(point).collect(),
        phones: view.phones,
        email: view.email,
        url: view.url,
    }
}
