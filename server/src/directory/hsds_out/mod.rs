//! `/hsds`: the Open Referral read API (HSDS 3.0) over the public part of the directory.
//!
//! What must stay true: nobody signs in here, so nothing confidential can be reached from here;
//! the queries in `rows/public.rs` see to it. Deliberately absent: writing, and `proximity`.

use actix_web::{get, web};
use amparo_store::{DirectoryOrganisationId, ServiceId};
use serde_json::{Value, json};
use uuid::Uuid;

use query::{HsdsQuery, Page};

use super::model::{ListedOrganisation, ListedPlace, ListedService};
use super::rows::organisations::OrganisationRow;
use super::rows::public::{self, Cut, Pair, Wanted};
use super::rows::services::ServiceRow;
use super::rows::{Entry, places};
use crate::foundation::{Act, Lane, Refusal};
use crate::web::{Answer, Door, Reply};
use crate::words::NeedCategory;
use crate::words::reference;

mod query;
mod shape;
mod taxonomy;

/// What this is.
#[get("/hsds")]
async fn read_about(door: Door) -> Answer {
    door.in_lane(Lane::Directory).consult(|_| {
        Reply::ok(&json!({
            "version": "3.0",
            "profile": "https://docs.openreferral.org/en/3.0.1/hsds/",
            "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
        }))
    })
    .await
}

#[get("/hsds/services")]
async fn read_services(door: Door, query: web::Query<HsdsQuery>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |act| Reply::ok(&list_services(act, &query)?))
        .await
}

#[get("/hsds/services/{id}")]
async fn read_service(door: Door, id: web::Path<ServiceId>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |act| {
            let row = public::service(act.db(), *id)?.ok_or(Refusal::NotFound)?;
            Reply::ok(&full_service(act, row)?)
        })
        .await
}

#[get("/hsds/organizations")]
async fn read_organizations(door: Door, query: web::Query<HsdsQuery>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |act| Reply::ok(&list_organizations(act, &query)?))
        .await
}

#[get("/hsds/organizations/{id}")]
async fn read_organization(
    door: Door,
    id: web::Path<DirectoryOrganisationId>,
    query: web::Query<HsdsQuery>,
) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |act| {
            let row = public::organisation(act.db(), *id)?.ok_or(Refusal::NotFound)?;
            let view = ListedOrganisation::read(row)?;
            Reply::ok(&full_organization(act, &view, query.full_service)?)
        })
        .await
}

#[get("/hsds/service_at_locations")]
async fn read_service_at_locations(door: Door, query: web::Query<HsdsQuery>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |act| Reply::ok(&list_pairs(act, &query)?))
        .await
}

#[get("/hsds/service_at_locations/{id}")]
async fn read_service_at_location(door: Door, id: web::Path<ServiceId>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |act| {
            let pair = public::pair(act.db(), *id)?.ok_or(Refusal::NotFound)?;
            let row = public::service(act.db(), pair.1)?.ok_or(Refusal::NotFound)?;
            let place = public::place(act.db(), pair.2)?.ok_or(Refusal::NotFound)?;
            let mut value = shape::service_at_location(pair, &ListedPlace::read(place, None)?);
            // The published OpenAPI document promises a service here, so what a service must have is
            // here too.
            shape::put(&mut value, "name", json!(row.name));
            shape::put(&mut value, "status", json!(row.status));
            shape::put(&mut value, "service", full_service(act, row)?);
            Reply::ok(&value)
        })
        .await
}

#[get("/hsds/taxonomies")]
async fn read_taxonomies(door: Door, query: web::Query<HsdsQuery>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |_| Reply::ok(&in_memory(&query, vec![taxonomy::taxonomy()])?))
        .await
}

#[get("/hsds/taxonomies/{id}")]
async fn read_taxonomy(door: Door, id: web::Path<Uuid>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |_| {
            if *id == taxonomy::id() {
                Reply::ok(&taxonomy::taxonomy())
            } else {
                Err(Refusal::NotFound)
            }
        })
        .await
}

#[get("/hsds/taxonomy_terms")]
async fn read_taxonomy_terms(door: Door, query: web::Query<HsdsQuery>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |_| {
            let terms = NeedCategory::ALL.into_iter().map(taxonomy::term).collect();
            let none = query.wanted()?.is_none();
            Reply::ok(&in_memory(&query, if none { Vec::new() } else { terms })?)
        })
        .await
}

#[get("/hsds/taxonomy_terms/{id}")]
async fn read_taxonomy_term(door: Door, id: web::Path<Uuid>) -> Answer {
    door.in_lane(Lane::Directory)
        .consult(move |_| {
            let need = taxonomy::need(*id).ok_or(Refusal::NotFound)?;
            Reply::ok(&taxonomy::term(need))
        })
        .await
}

/// A page of a list: `read` gives how many rows there are and those of the page, `view` shows one.
fn list<R>(
    act: &mut Act<'_>,
    query: &HsdsQuery,
    read: impl FnOnce(&mut Act<'_>, &Wanted, Cut) -> Result<(i64, Vec<R>), Refusal>,
    mut view: impl FnMut(&mut Act<'_>, R) -> Result<Value, Refusal>,
) -> Result<Page, Refusal> {
    let cut = query.cut()?;
    let Some(wanted) = query.wanted()? else {
        return Page::new(query, 0, Vec::new());
    };
    let (total, rows) = read(act, &wanted, cut)?;
    let contents = rows.into_iter().map(|row| view(act, row));
    Page::new(query, total, contents.collect::<Result<_, _>>()?)
}

fn list_services(act: &mut Act<'_>, query: &HsdsQuery) -> Result<Page, Refusal> {
    let read = |act: &mut Act<'_>, wanted: &_, cut| public::services(act.db(), wanted, cut);
    list(act, query, read, |act, row| {
        if query.full == Some(true) {
            return full_service(act, row);
        }
        let owner = row.organisation_id;
        let view = ListedService::read(row, String::new())?;
        if query.minimal == Some(true) {
            return Ok(shape::minimal_service(&view));
        }
        let mut value = shape::service(&view);
        if let Some(owner) = public::organisation(act.db(), owner)? {
            let owner = shape::organisation(&ListedOrganisation::read(owner)?);
            shape::put(&mut value, "organization", owner);
        }
        Ok(value)
    })
}

fn full_service(act: &mut Act<'_>, row: ServiceRow) -> Result<Value, Refusal> {
    let owner = OrganisationRow::find(act.db(), row.organisation_id)?.ok_or(Refusal::NotFound)?;
    let pairs = public::pairs_of(act.db(), row.id)?;
    let at = shape::join(&pairs, places_of(act, &pairs)?);
    let owner = ListedOrganisation::read(owner)?;
    let view = ListedService::read(row, String::new())?;
    Ok(shape::full_service(&view, &owner, &at))
}

/// The pairs come from a public query, so their places are nobody's secret.
fn places_of(act: &mut Act<'_>, pairs: &[Pair]) -> Result<Vec<ListedPlace>, Refusal> {
    let ids: Vec<_> = pairs.iter().map(|pair| pair.2).collect();
    places::some(act.db(), &ids)?
        .into_iter()
        .filter(|row| !row.confidential)
        .map(|row| ListedPlace::read(row, None))
        .collect()
}

fn list_organizations(act: &mut Act<'_>, query: &HsdsQuery) -> Result<Page, Refusal> {
    let read = |act: &mut Act<'_>, wanted: &_, cut| public::organisations(act.db(), wanted, cut);
    list(act, query, read, |act, row| {
        let view = ListedOrganisation::read(row)?;
        if query.full == Some(true) || query.full_service == Some(true) {
            full_organization(act, &view, query.full_service)
        } else {
            Ok(shape::organisation(&view))
        }
    })
}

fn full_organization(
    act: &mut Act<'_>,
    view: &ListedOrganisation,
    full_service_too: Option<bool>,
) -> Result<Value, Refusal> {
    let mut value = shape::organisation_with_phones(view);
    let wanted = Wanted {
        organisation: Some(view.id),
        ..Wanted::default()
    };
    let all = Cut {
        offset: 0,
        limit: 200,
    };
    let (_, rows) = public::services(act.db(), &wanted, all)?;
    let services = rows
        .into_iter()
        .map(|row| match full_service_too {
            Some(true) => full_service(act, row),
            _ => Ok(shape::service(&ListedService::read(row, String::new())?)),
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let locations = public::places_of_organisation(act.db(), view.id)?
        .into_iter()
        .map(|row| Ok(shape::location(&ListedPlace::read(row, None)?)))
        .collect::<Result<Vec<_>, Refusal>>()?;
    shape::put(&mut value, "services", Value::Array(services));
    shape::put(&mut value, "locations", Value::Array(locations));
    Ok(value)
}

fn list_pairs(act: &mut Act<'_>, query: &HsdsQuery) -> Result<Page, Refusal> {
    let read = |act: &mut Act<'_>, wanted: &_, cut| {
        let (total, pairs) = public::pairs(act.db(), wanted, cut)?;
        Ok((total, shape::join(&pairs, places_of(act, &pairs)?)))
    };
    list(act, query, read, |act, (pair, place)| {
        let mut value = shape::service_at_location(pair, &place);
        if let Some(row) = public::service(act.db(), pair.1)? {
            let service = match query.full {
                Some(true) => full_service(act, row)?,
                _ => shape::service(&ListedService::read(row, String::new())?),
            };
            shape::put(&mut value, "service", service);
        }
        Ok(value)
    })
}

/// A page of a list that is not in the database.
fn in_memory(query: &HsdsQuery, all: Vec<Value>) -> Result<Page, Refusal> {
    let cut = query.cut()?;
    let words = query.words()?;
    let found: Vec<Value> = all
        .into_iter()
        .filter(|one| {
            let text = |field| one.get(field).and_then(Value::as_str).unwrap_or_default();
            let text = format!(
                " {}",
                reference::fold(&format!("{} {}", text("name"), text("description")))
            );
            words.iter().all(|word| text.contains(&format!(" {word}")))
        })
        .collect();
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(cut.offset).unwrap_or(usize::MAX);
    let take = usize::try_from(cut.limit).unwrap_or(usize::MAX);
    Page::new(
        query,
        total,
        found.into_iter().skip(skip).take(take).collect(),
    )
}

/// Outside `/api/v1`: what is served here is described by Open Referral's own document.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(read_about)
        .service(read_services)
        .service(read_service)
        .service(read_organizations)
        .service(read_organization)
        .service(read_service_at_locations)
        .service(read_service_at_location)
        .service(read_taxonomies)
        .service(read_taxonomy)
        .service(read_taxonomy_terms)
        .service(read_taxonomy_term);
}
