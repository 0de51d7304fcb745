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
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::register::OrganisationKind;
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};
use crate::words::reference;
use crate::words::{Country, Language, NeedCategory};

/// Which organisations.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationsQuery {
    /// Beginnings of words, each of which must occur.
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// What they are.
    #[param(inline)]
    pub kind: Option<OrganisationKind>,
    /// Where they work.
    #[param(inline)]
    pub country: Option<Country>,
    /// A need that one of their services answers. With `language` and `accepting`, it is the same
    /// service that must do all of it, and it must be usable now.
    #[param(inline)]
    pub category: Option<NeedCategory>,
    /// A language that one of their services speaks.
    #[param(inline)]
    pub language: Option<Language>,
    /// Whether one of their services takes anybody new.
    pub accepting: Option<bool>,
    /// Who published the entry.
    #[param(max_length = 200)]
    pub publisher: Option<String>,
    /// Only those that take part, or only those that do not.
    pub taking_part: Option<bool>,
    /// Also what vanished or was put aside.
    pub all: Option<bool>,
    /// At most so many items, 1 to 200; 50 if not said.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// Which services.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ServicesQuery {
    /// Beginnings of words, each of which must occur.
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// What their organisation is.
    #[param(inline)]
    pub kind: Option<OrganisationKind>,
    /// A country they serve.
    #[param(inline)]
    pub country: Option<Country>,
    /// A need they answer.
    #[param(inline)]
    pub category: Option<NeedCategory>,
    /// A language they speak.
    #[param(inline)]
    pub language: Option<Language>,
    /// Whether they take anybody new.
    pub accepting: Option<bool>,
    /// Who published the entry.
    #[param(max_length = 200)]
    pub publisher: Option<String>,
    /// Who offers them.
    #[param(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// Also what cannot be used now.
    pub all: Option<bool>,
    /// At most so many items, 1 to 200; 50 if not said.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// Which places.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlacesQuery {
    /// Beginnings of words, each of which must occur.
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// What kind of place.
    #[param(inline)]
    pub kind: Option<PlaceKind>,
    /// Where they are.
    #[param(inline)]
    pub country: Option<Country>,
    /// Who published the entry.
    #[param(max_length = 200)]
    pub publisher: Option<String>,
    /// Whose they are.
    #[param(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// Also what vanished or was put aside.
    pub all: Option<bool>,
    /// At most so many items, 1 to 200; 50 if not said.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// A page of organisations.
pub fn organisations(
    act: &mut Act<'_>,
    query: &OrganisationsQuery,
) -> Result<Listing<ListedOrganisation>, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
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
    act.needs(Right::Read, Object::Directory)?;
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
    act.needs(Right::Read, Object::Directory)?;
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
    act.needs(Right::Read, Object::Directory)?;
    let row = organisations::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    ListedOrganisation::read(row)
}

/// One service, with its places.
pub fn service(act: &mut Act<'_>, id: ServiceId) -> Result<ListedService, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let row = services::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let owner = organisations::find(act.db(), row.organisation_id)?.ok_or(Refusal::NotFound)?;
    let mut view = ListedService::read(row, owner.name)?;
    view.places = Some(services::places(act.db(), id)?);
    Ok(view)
}

/// One place. Who is shown a hidden address is on record.
pub fn place(act: &mut Act<'_>, id: PlaceId) -> Result<ListedPlace, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
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
    Ok(act.member()?.may(Right::Read, Object::HiddenAddress))
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
