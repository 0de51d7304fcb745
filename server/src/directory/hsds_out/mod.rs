//! `/hsds`: the Open Referral read API (HSDS 3.0) over the public part of the directory.
//!
//! What must stay true: nobody signs in here, so nothing confidential can be reached from here;
//! the queries in `rows/public.rs` see to it. Deliberately absent: writing, and `proximity`.

use std::collections::HashMap;

use actix_web::{get, web};
use amparo_store::{DirectoryOrganisationId, ServiceId};
use serde_json::{Value, json};
use uuid::Uuid;

use index::{Cut, Index, Wanted};
use query::{HsdsQuery, Page};

use super::model::{ListedOrganisation, ListedPlace, ListedService};
use super::rows::organisations;
use super::rows::public::{self, Pair};
use super::rows::services::ServiceRow;
use crate::foundation::{Act, Lane, Refusal};
use crate::web::{Answer, Door, Reply};
use crate::words::NeedCategory;
use crate::words::reference;

mod index;
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
            let place = public::places(act.db(), &[pair.2])?;
            let place = place.into_iter().next().ok_or(Refusal::NotFound)?;
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

/// A page of a list: `find` gives how many there are and those of the page, `show` shows them.
fn list<T>(
    act: &mut Act<'_>,
    query: &HsdsQuery,
    find: impl FnOnce(&Index, &Wanted, Cut) -> (usize, Vec<T>),
    show: impl FnOnce(&mut Act<'_>, &[T]) -> Result<Vec<Value>, Refusal>,
) -> Result<Page, Refusal> {
    let cut = query.cut()?;
    let Some(wanted) = query.wanted()? else {
        return Page::new(query, 0, Vec::new());
    };
    let (total, page) = find(&*index::current(act)?, &wanted, cut);
    let contents = show(act, &page)?;
    Page::new(query, total, contents)
}

fn list_services(act: &mut Act<'_>, query: &HsdsQuery) -> Result<Page, Refusal> {
    list(act, query, Index::services, |act, ids| {
        let mut rows = public::services(act.db(), ids)?;
        let rows: Vec<ServiceRow> = ids.iter().filter_map(|id| rows.remove(id)).collect();
        if query.full == Some(true) {
            return full_services(act, rows);
        }
        let minimal = query.minimal == Some(true);
        let owners: Vec<_> = rows.iter().map(|row| row.organisation_id).collect();
        let owners = match minimal {
            true => HashMap::new(),
            false => public::organisations(act.db(), &owners)?,
        };
        let shown = |row: ServiceRow| {
            let owner = owners.get(&row.organisation_id);
            let view = ListedService::read(row, String::new())?;
            if minimal {
                return Ok(shape::minimal_service(&view));
            }
            let mut value = shape::service(&view);
            if let Some(owner) = owner {
                let owner = shape::organisation(&ListedOrganisation::read(owner.clone())?);
                shape::put(&mut value, "organization", owner);
            }
            Ok(value)
        };
        rows.into_iter().map(shown).collect()
    })
}

fn full_service(act: &mut Act<'_>, row: ServiceRow) -> Result<Value, Refusal> {
    full_services(act, vec![row])?
        .pop()
        .ok_or(Refusal::NotFound)
}

/// Services with their owners and their places, read together.
fn full_services(act: &mut Act<'_>, rows: Vec<ServiceRow>) -> Result<Vec<Value>, Refusal> {
    let owners: Vec<_> = rows.iter().map(|row| row.organisation_id).collect();
    let owners = organisations::some(act.db(), &owners)?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let pairs = public::pairs_of(act.db(), &ids)?;
    let mut at: HashMap<ServiceId, Vec<(Pair, ListedPlace)>> = HashMap::new();
    for one in shape::join(&pairs, places_of(act, &pairs)?) {
        at.entry(one.0.1).or_default().push(one);
    }
    let shown = |row: ServiceRow| {
        let owner = owners.get(&row.organisation_id).ok_or(Refusal::NotFound)?;
        let owner = ListedOrganisation::read(owner.clone())?;
        let at = at.remove(&row.id).unwrap_or_default();
        let view = ListedService::read(row, String::new())?;
        Ok(shape::full_service(&view, &owner, &at))
    };
    rows.into_iter().map(shown).collect()
}

fn places_of(act: &mut Act<'_>, pairs: &[Pair]) -> Result<Vec<ListedPlace>, Refusal> {
    let ids: Vec<_> = pairs.iter().map(|pair| pair.2).collect();
    let rows = public::places(act.db(), &ids)?.into_iter();
    rows.map(|row| ListedPlace::read(row, None)).collect()
}

fn list_organizations(act: &mut Act<'_>, query: &HsdsQuery) -> Result<Page, Refusal> {
    list(act, query, Index::organisations, |act, ids| {
        let mut rows = public::organisations(act.db(), ids)?;
        let rows = ids.iter().filter_map(|id| rows.remove(id));
        rows.map(|row| {
            let view = ListedOrganisation::read(row)?;
            if query.full == Some(true) || query.full_service == Some(true) {
                full_organization(act, &view, query.full_service)
            } else {
                Ok(shape::organisation(&view))
            }
        })
        .collect()
    })
}

fn full_organization(
    act: &mut Act<'_>,
    view: &ListedOrganisation,
    full_service_too: Option<bool>,
) -> Result<Value, Refusal> {
    let mut value = shape::organisation_with_phones(view);
    let rows = public::services_of(act.db(), view.id)?;
    let services = match full_service_too {
        Some(true) => full_services(act, rows)?,
        _ => rows
            .into_iter()
            .map(plain_service)
            .collect::<Result<_, _>>()?,
    };
    let locations = public::places_of(act.db(), view.id)?
        .into_iter()
        .map(|row| Ok(shape::location(&ListedPlace::read(row, None)?)))
        .collect::<Result<Vec<_>, Refusal>>()?;
    shape::put(&mut value, "services", Value::Array(services));
    shape::put(&mut value, "locations", Value::Array(locations));
    Ok(value)
}

fn plain_service(row: ServiceRow) -> Result<Value, Refusal> {
    Ok(shape::service(&ListedService::read(row, String::new())?))
}

fn list_pairs(act: &mut Act<'_>, query: &HsdsQuery) -> Result<Page, Refusal> {
    list(act, query, Index::pairs, |act, pairs| {
        let joined = shape::join(pairs, places_of(act, pairs)?);
        let ids: Vec<_> = pairs.iter().map(|pair| pair.1).collect();
        let rows = public::services(act.db(), &ids)?;
        let ids: Vec<_> = rows.keys().copied().collect();
        let values = match query.full {
            Some(true) => full_services(act, rows.into_values().collect())?,
            _ => rows
                .into_values()
                .map(plain_service)
                .collect::<Result<_, _>>()?,
        };
        let services: HashMap<ServiceId, Value> = ids.into_iter().zip(values).collect();
        let shown = |(pair, place): (Pair, ListedPlace)| {
            let mut value = shape::service_at_location(pair, &place);
            if let Some(service) = services.get(&pair.1) {
                shape::put(&mut value, "service", service.clone());
            }
            value
        };
        Ok(joined.into_iter().map(shown).collect())
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
    let total = found.len();
    Page::new(
        query,
        total,
        found.into_iter().skip(cut.offset).take(cut.limit).collect(),
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
