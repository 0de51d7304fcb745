//! Looking: lists with their filters, and one entry.
//!
//! What must stay true: every member may read the directory; the address of a confidential place
//! leaves its seal only for who needs it to help.

use amparo_store::{DirectoryOrganisationId, PlaceId, ServiceId};
use amparo_vault::{Context, Kind};
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

use super::import::PlaceKind;
use super::model::{Hidden, ListedOrganisation, ListedPlace, ListedService};
use super::rows::organisations::{self, Window};
use super::rows::places::{self, PlaceRow};
use super::rows::services;
use crate::foundation::{Act, Refusal, Role};
use crate::ledger::{self, About, What};
use crate::register::OrganisationKind;
use crate::web::{Listing, PageQuery};
use crate::words::reference;
use crate::words::{Country, Language, NeedCategory};

/// Who may see where a confidential place is.
const SEE_CONFIDENTIAL: [Role; 3] = [Role::Caseworker, Role::Supervisor, Role::Coordinator];

/// Which organisations.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationsQuery {
    /// Beginnings of words of the name, parted by spaces: each must occur.
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// Only organisations of this sort.
    #[param(inline)]
    pub kind: Option<OrganisationKind>,
    /// Only those that work in this country, ISO 3166-1 alpha-2.
    #[param(inline)]
    pub country: Option<Country>,
    /// Only those with a service that answers this need. With `language` and `accepting`, it is the
    /// same service that must do all of it, and it must be usable now.
    #[param(inline)]
    pub category: Option<NeedCategory>,
    /// Only those with a service that speaks this language, ISO 639-3.
    #[param(inline)]
    pub language: Option<Language>,
    /// True: only those with a service that takes anybody new. False: only those with one that does
    /// not.
    pub accepting: Option<bool>,
    /// Only what this publisher published; the name as in `publisher`.
    #[param(max_length = 200)]
    pub publisher: Option<String>,
    /// True: only those that take part. False: only those that do not.
    pub taking_part: Option<bool>,
    /// True: also what vanished from its file or was put aside.
    pub all: Option<bool>,
    /// How many organisations to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// Which services.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ServicesQuery {
    /// Beginnings of words of the name, parted by spaces: each must occur.
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// Only services of organisations of this sort.
    #[param(inline)]
    pub kind: Option<OrganisationKind>,
    /// Only services that serve this country, ISO 3166-1 alpha-2.
    #[param(inline)]
    pub country: Option<Country>,
    /// Only services that answer this need.
    #[param(inline)]
    pub category: Option<NeedCategory>,
    /// Only services that speak this language, ISO 639-3.
    #[param(inline)]
    pub language: Option<Language>,
    /// True: only services that take anybody new. False: only those that do not.
    pub accepting: Option<bool>,
    /// Only what this publisher published; the name as in `publisher`.
    #[param(max_length = 200)]
    pub publisher: Option<String>,
    /// Only services of this organisation: its `id` under `/directory/organisations`.
    #[param(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// True: also services that cannot be used now.
    pub all: Option<bool>,
    /// How many services to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// Which places.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlacesQuery {
    /// Beginnings of words of the name, parted by spaces: each must occur.
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// Only places of this sort.
    #[param(inline)]
    pub kind: Option<PlaceKind>,
    /// Only places in this country, ISO 3166-1 alpha-2.
    #[param(inline)]
    pub country: Option<Country>,
    /// Only what this publisher published; the name as in `publisher`.
    #[param(max_length = 200)]
    pub publisher: Option<String>,
    /// Only places of this organisation: its `id` under `/directory/organisations`.
    #[param(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// True: also what vanished from its file or was put aside.
    pub all: Option<bool>,
    /// How many places to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// A page of organisations.
pub fn organisations(
    act: &mut Act<'_>,
    query: &OrganisationsQuery,
) -> Result<Listing<ListedOrganisation>, Refusal> {
    act.member_as(&Role::ALL)?;
    let page = page(query.limit, query.after.as_deref());
    let after = match page.after::<DirectoryOrganisationId>()? {
        Some(id) => {
            let row = organisations::find(act.db(), id)?.ok_or_else(bad_cursor)?;
            Some((row.sort_key, id))
        }
        None => None,
    };
    let window = window(&page, query.q.as_deref(), after)?;
    let items = organisations::list(act.db(), query, window)?
        .into_iter()
        .map(ListedOrganisation::read)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Listing::cut(items, page.limit()?, |item| {
        item.id.to_string()
    }))
}

/// A page of services.
pub fn services(
    act: &mut Act<'_>,
    query: &ServicesQuery,
) -> Result<Listing<ListedService>, Refusal> {
    act.member_as(&Role::ALL)?;
    let page = page(query.limit, query.after.as_deref());
    let after = match page.after::<ServiceId>()? {
        Some(id) => {
            let row = services::find(act.db(), id)?.ok_or_else(bad_cursor)?;
            Some((row.sort_key, id))
        }
        None => None,
    };
    let window = window(&page, query.q.as_deref(), after)?;
    let rows = services::list(act.db(), query, window)?;
    let ids: Vec<_> = rows.iter().map(|row| row.organisation_id).collect();
    let names = organisations::names(act.db(), &ids)?;
    let items = rows
        .into_iter()
        .map(|row| {
            let name = names.get(&row.organisation_id).cloned().unwrap_or_default();
            ListedService::read(row, name)
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Listing::cut(items, page.limit()?, |item| {
        item.id.to_string()
    }))
}

/// A page of places.
pub fn places(act: &mut Act<'_>, query: &PlacesQuery) -> Result<Listing<ListedPlace>, Refusal> {
    act.member_as(&Role::ALL)?;
    let page = page(query.limit, query.after.as_deref());
    let after = match page.after::<PlaceId>()? {
        Some(id) => {
            let row = places::find(act.db(), id)?.ok_or_else(bad_cursor)?;
            Some((row.sort_key, id))
        }
        None => None,
    };
    let window = window(&page, query.q.as_deref(), after)?;
    let items = places::list(act.db(), query, window)?
        .into_iter()
        .map(without_what_is_hidden)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Listing::cut(items, page.limit()?, |item| {
        item.id.to_string()
    }))
}

/// One organisation.
pub fn organisation(
    act: &mut Act<'_>,
    id: DirectoryOrganisationId,
) -> Result<ListedOrganisation, Refusal> {
    act.member_as(&Role::ALL)?;
    let row = organisations::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    ListedOrganisation::read(row)
}

/// One service, with its places.
pub fn service(act: &mut Act<'_>, id: ServiceId) -> Result<ListedService, Refusal> {
    act.member_as(&Role::ALL)?;
    let row = services::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let owner = organisations::find(act.db(), row.organisation_id)?.ok_or(Refusal::NotFound)?;
    let mut view = ListedService::read(row, owner.name)?;
    view.places = Some(services::places(act.db(), id)?);
    Ok(view)
}

/// One place. Who is shown a hidden address is on record.
pub fn place(act: &mut Act<'_>, id: PlaceId) -> Result<ListedPlace, Refusal> {
    act.member_as(&Role::ALL)?;
    let row = places::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    note_look(act, &row)?;
    view_place(act, row)
}

/// Puts on record that the acting member is shown a hidden address, if she is.
pub(super) fn note_look(act: &mut Act<'_>, row: &PlaceRow) -> Result<(), Refusal> {
    if !row.confidential || !may_see_confidential(act)? {
        return Ok(());
    }
    ledger::note(act, What::PlaceSeen, About::the(row.id.to_uuid()))
}

/// Whether the acting member is told where a confidential place is.
pub(super) fn may_see_confidential(act: &Act<'_>) -> Result<bool, Refusal> {
    Ok(act.member()?.roles.has_any(&SEE_CONFIDENTIAL))
}

/// Opens what is sealed of a confidential place, for who may see it. The caller puts it on record.
pub(super) fn view_place(act: &Act<'_>, row: PlaceRow) -> Result<ListedPlace, Refusal> {
    match &row.sealed {
        Some(sealed) if row.confidential && may_see_confidential(act)? => {
            let plain = act
                .app()
                .instance
                .open(&seal_of(row.id), sealed.as_slice())?;
            let hidden = serde_json::from_slice(plain.expose())?;
            ListedPlace::read(row, Some(hidden))
        }
        _ => without_what_is_hidden(row),
    }
}

/// A list is read on a shared screen, and is no look at any one place: it opens no seal.
fn without_what_is_hidden(row: PlaceRow) -> Result<ListedPlace, Refusal> {
    let nothing = Hidden {
        details: json!({}),
        ..Hidden::default()
    };
    let hidden = row.confidential.then_some(nothing);
    ListedPlace::read(row, hidden)
}

/// What the seal of a confidential place is bound to.
pub(super) fn seal_of(id: PlaceId) -> Context {
    Context::of(Kind::Directory, [0; 16], id.as_bytes())
}

fn page(limit: Option<u32>, after: Option<&str>) -> PageQuery {
    PageQuery {
        limit,
        after: after.map(ToOwned::to_owned),
    }
}

fn window<Id>(
    page: &PageQuery,
    q: Option<&str>,
    after: Option<(String, Id)>,
) -> Result<Window<Id>, Refusal> {
    let words = reference::fold(q.unwrap_or_default());
    Ok(Window {
        words: words
            .split_whitespace()
            .take(10)
            .map(ToOwned::to_owned)
            .collect(),
        after,
        rows: i64::try_from(page.limit()?).unwrap_or(200) + 1,
    })
}

fn bad_cursor() -> Refusal {
    Refusal::fault(
        "/after",
        "bad_cursor",
        "is not the `next` of a page of this list",
    )
}
