//! Looking: lists with their filters, and one entry.
//!
//! What must stay true: every member may read the directory; the address of a confidential place
//! leaves its seal only for who needs it to help.

use amparo_store::{DirectoryOrganisationId, PlaceId, ServiceId};
use amparo_vault::{Context, Kind};
use serde_json::json;

use super::model::{Hidden, ListedOrganisation, ListedPlace, ListedService};
use super::queries::{Asked, OrganisationsQuery, PlacesQuery, ServicesQuery};
use super::rows::organisations::{self, OrganisationRow};
use super::rows::places::{self, PlaceRow};
use super::rows::services::{self, ServiceRow};
use super::rows::{Entry, Window};
use super::text;
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, bad_cursor};

/// A page of organisations.
pub fn organisations(
    act: &mut Act<'_>,
    query: &OrganisationsQuery,
) -> Result<Listing<ListedOrganisation>, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let window = window::<OrganisationRow>(act, query.asked())?;
    let limit = window.limit;
    let rows = organisations::list(act.db(), query, window)?;
    page(rows, limit, ListedOrganisation::read)
}

/// A page of services.
pub fn services(
    act: &mut Act<'_>,
    query: &ServicesQuery,
) -> Result<Listing<ListedService>, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let window = window::<ServiceRow>(act, query.asked())?;
    let limit = window.limit;
    let rows = services::list(act.db(), query, window)?;
    let ids: Vec<_> = rows.iter().map(|row| row.organisation_id).collect();
    let names = organisations::names(act.db(), &ids)?;
    page(rows, limit, |row| {
        let name = names.get(&row.organisation_id).cloned().unwrap_or_default();
        ListedService::read(row, name)
    })
}

/// A page of places.
pub fn places(act: &mut Act<'_>, query: &PlacesQuery) -> Result<Listing<ListedPlace>, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let window = window::<PlaceRow>(act, query.asked())?;
    let limit = window.limit;
    let rows = places::list(act.db(), query, window)?;
    page(rows, limit, without_what_is_hidden)
}

/// One organisation.
pub fn organisation(
    act: &mut Act<'_>,
    id: DirectoryOrganisationId,
) -> Result<ListedOrganisation, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let row = OrganisationRow::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    ListedOrganisation::read(row)
}

/// One service, with its places.
pub fn service(act: &mut Act<'_>, id: ServiceId) -> Result<ListedService, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let row = ServiceRow::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let owner = OrganisationRow::find(act.db(), row.organisation_id)?.ok_or(Refusal::NotFound)?;
    let mut view = ListedService::read(row, owner.name)?;
    view.places = Some(services::places(act.db(), id)?);
    Ok(view)
}

/// One place. Who is shown a hidden address is on record.
pub fn place(act: &mut Act<'_>, id: PlaceId) -> Result<ListedPlace, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let row = PlaceRow::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
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

fn window<R: Entry>(act: &mut Act<'_>, asked: Asked<'_>) -> Result<Window<R::Id>, Refusal> {
    let after = match asked.page.after::<R::Id>()? {
        Some(id) => {
            let row = R::find(act.db(), id)?.ok_or_else(bad_cursor)?;
            Some((row.sort_key(), id))
        }
        None => None,
    };
    Ok(Window {
        words: text::words_of(asked.words)?,
        publisher: asked.publisher.map(ToOwned::to_owned),
        after,
        limit: asked.page.limit()?,
    })
}

fn page<R: Entry, V>(
    rows: Vec<R>,
    limit: usize,
    view: impl FnMut(R) -> Result<V, Refusal>,
) -> Result<Listing<V>, Refusal> {
    let cut = Listing::cut(rows, limit, |row| row.id().to_string());
    Ok(Listing {
        items: cut.items.into_iter().map(view).collect::<Result<_, _>>()?,
        next: cut.next,
    })
}
