//! Writing entries by hand: new ones and changes, with the rule who may.
//!
//! What must stay true: a coordinator may change every entry but those of another organisation that
//! takes part; a supervisor only the services of her own organisation. Nobody can put another
//! organisation's inbox behind an entry.

use amparo_store::{DirectoryOrganisationId, OrganisationId, PlaceId, ServiceId};
use serde::Serialize;
use serde_json::Map;

use super::fields::{OrganisationEntry, PlaceEntry, ServiceEntry, readable};
use super::lists;
use super::model::{ListedOrganisation, ListedPlace, ListedService};
use super::rows::organisations::{self, OrganisationRow};
use super::rows::places::{self, PlaceRow};
use super::rows::services::{self, ServiceRow};
use super::rows::{self, Entry};
use super::write;
use crate::foundation::{Act, Fault, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::register::OrganisationKind;
use crate::rights::{Object, Right};
use crate::web::{Changes, etag};

/// Puts an organisation in the directory.
pub fn add_organisation(
    act: &mut Act<'_>,
    entry: &OrganisationEntry,
) -> Result<ListedOrganisation, Refusal> {
    let own = act.needs(Right::Write, Object::Directory)?.organisation;
    readable(&serde_json::to_value(entry)?)?;
    may_link(own, None, entry)?;
    let row = write::organisation(fresh(act), entry)?;
    row.insert(act.db())?;
    noted(act, row.id.to_uuid())?;
    ListedOrganisation::read(row)
}

/// Changes an organisation.
pub fn change_organisation(
    act: &mut Act<'_>,
    id: DirectoryOrganisationId,
    seen: i64,
    changes: &Changes<OrganisationEntry>,
) -> Result<ListedOrganisation, Refusal> {
    let own = act.needs(Right::Write, Object::Directory)?.organisation;
    let row = OrganisationRow::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let present = ListedOrganisation::read(row.clone())?;
    must_be(seen, &present, present.revision, changes)?;
    readable(&changes.sent())?;
    let entry = changes.onto(&present)?;
    may_link(own, Some(&row), &entry)?;
    if !is_free_for(&row, own) {
        return Err(not_your_own(""));
    }
    let (mut row, today) = (write::organisation(row, &entry)?, act.now.to_day());
    if !row.update(act.db(), today)? {
        return Err(stale(&present, seen, changes)?);
    }
    noted(act, id.to_uuid())?;
    ListedOrganisation::read(row)
}

/// Puts a service in the directory.
pub fn add_service(act: &mut Act<'_>, entry: &ServiceEntry) -> Result<ListedService, Refusal> {
    let owner = may_offer(act, entry.organisation, "/organisation")?;
    readable(&serde_json::to_value(entry)?)?;
    entry.check(act.now.to_day())?;
    known_places(act, &entry.places)?;
    let row = write::service(fresh(act), entry, &owner.name)?;
    row.insert(act.db())?;
    services::set_places(act.db(), row.id, &entry.places)?;
    noted(act, row.id.to_uuid())?;
    lists::service(act, row.id)
}

/// Changes a service.
pub fn change_service(
    act: &mut Act<'_>,
    id: ServiceId,
    seen: i64,
    changes: &Changes<ServiceEntry>,
) -> Result<ListedService, Refusal> {
    act.needs(Right::Write, Object::Service)?;
    let row = ServiceRow::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    may_offer(act, row.organisation_id, "").map_err(|_| Refusal::NotFound)?;
    let present = lists::service(act, id)?;
    must_be(seen, &present, present.revision, changes)?;
    readable(&changes.sent())?;
    let entry = changes.onto(&present)?;
    let owner = may_offer(act, entry.organisation, "/organisation")?;
    let today = act.now.to_day();
    entry.check(today)?;
    known_places(act, &entry.places)?;
    let mut row = write::service(row, &entry, &owner.name)?;
    if !row.update(act.db(), today)? {
        return Err(stale(&present, seen, changes)?);
    }
    services::set_places(act.db(), id, &entry.places)?;
    noted(act, id.to_uuid())?;
    lists::service(act, id)
}

/// Whether the acting member may change the services of an organisation, so that no page offers
/// what would be refused.
pub(super) fn may_change_services_of(
    act: &mut Act<'_>,
    owner: DirectoryOrganisationId,
) -> Result<bool, Refusal> {
    match may_offer(act, owner, "") {
        Ok(_) => Ok(true),
        Err(Refusal::NotFound | Refusal::Invalid(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Puts a place in the directory.
pub fn add_place(act: &mut Act<'_>, entry: &PlaceEntry) -> Result<ListedPlace, Refusal> {
    act.needs(Right::Write, Object::Directory)?;
    readable(&serde_json::to_value(entry)?)?;
    entry.check()?;
    may_have_places(act, entry.organisation, "/organisation")?;
    let fresh = fresh(act);
    let row = write::place(act, fresh, entry, Map::new())?;
    row.insert(act.db())?;
    noted(act, row.id.to_uuid())?;
    lists::view_place(act, row)
}

/// Changes a place.
pub fn change_place(
    act: &mut Act<'_>,
    id: PlaceId,
    seen: i64,
    changes: &Changes<PlaceEntry>,
) -> Result<ListedPlace, Refusal> {
    act.needs(Right::Write, Object::Directory)?;
    let before = PlaceRow::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let present = lists::view_place(act, before.clone())?;
    if let Err(refusal) = must_be(seen, &present, present.revision, changes) {
        act.shows_instead();
        lists::note_look(act, &before)?;
        return Err(refusal);
    }
    readable(&changes.sent())?;
    let entry = changes.onto(&present)?;
    entry.check()?;
    may_have_places(act, before.organisation_id, "")?;
    may_have_places(act, entry.organisation, "/organisation")?;
    let details = present.details.as_object().cloned().unwrap_or_default();
    let today = act.now.to_day();
    let mut row = write::place(act, before.clone(), &entry, details)?;
    if !row.update(act.db(), today)? {
        act.shows_instead();
        lists::note_look(act, &before)?;
        return Err(stale(&present, seen, changes)?);
    }
    noted(act, id.to_uuid())?;
    lists::view_place(act, row)
}

/// Every organisation that takes part stands in the directory: puts it there if it does not yet.
/// No right is asked for and no line is written: for founding and demo, whose callers note.
pub fn ensure_participant(
    act: &mut Act<'_>,
    participant: OrganisationId,
) -> Result<DirectoryOrganisationId, Refusal> {
    if let Some(row) = organisations::of_participant(act.db(), participant)? {
        return Ok(row.id);
    }
    let organisation = crate::register::organisation(act, participant)?;
    let entry = OrganisationEntry {
        kind: organisation.kind(),
        name: organisation.profile.name,
        alternate_name: None,
        description: None,
        country: Some(organisation.profile.country),
        url: None,
        email: None,
        phones: Vec::new(),
        participant: Some(participant),
        active: true,
    };
    let row = write::organisation(fresh(act), &entry)?;
    row.insert(act.db())?;
    rows::changed(act.db())?;
    Ok(row.id)
}

/// Puts on record, and tells what is kept in memory that it is old. Last in an act.
fn noted(act: &mut Act<'_>, subject: uuid::Uuid) -> Result<(), Refusal> {
    ledger::note(act, What::DirectoryChanged, About::the(subject))?;
    rows::changed(act.db())
}

/// A coordinator moves only her own organisation, onto a free entry or off it; and what may never
/// receive anything gets no inbox.
fn may_link(
    own: OrganisationId,
    present: Option<&OrganisationRow>,
    entry: &OrganisationEntry,
) -> Result<(), Refusal> {
    let was = present.and_then(|row| row.participant_id);
    if entry.participant.is_some() && entry.kind == OrganisationKind::Authority {
        return Err(Refusal::Because(Reason::Authority));
    }
    let own_or_none = |one: Option<OrganisationId>| one.is_none_or(|id| id == own);
    if was == entry.participant || (own_or_none(was) && own_or_none(entry.participant)) {
        return Ok(());
    }
    Err(Refusal::fault(
        "/participant",
        "not_your_own",
        "may only be your own organisation, on an entry that is free or your own",
    ))
}

/// The organisation whose services the acting member may write.
fn may_offer(
    act: &mut Act<'_>,
    owner: DirectoryOrganisationId,
    pointer: &str,
) -> Result<OrganisationRow, Refusal> {
    let member = act.needs(Right::Write, Object::Service)?;
    let row = OrganisationRow::find(act.db(), owner)?;
    let own = |row: &OrganisationRow| match member.may(Right::Write, Object::Directory) {
        true => is_free_for(row, member.organisation),
        false => row.participant_id == Some(member.organisation),
    };
    row.filter(own).ok_or_else(|| not_your_own(pointer))
}

/// Whether no other organisation takes part under the entry.
fn is_free_for(row: &OrganisationRow, own: OrganisationId) -> bool {
    row.participant_id.is_none_or(|id| id == own)
}

/// Every member can read the directory, so there is nothing to hide in saying whose it is not.
fn not_your_own(pointer: &str) -> Refusal {
    let detail = "must be of an organisation of the directory whose entries you may change";
    Refusal::Invalid(vec![Fault::at(pointer, "not_your_own", detail)])
}

/// Refuses a place of an organisation that is not there, or that only somebody else may change.
fn may_have_places(
    act: &mut Act<'_>,
    id: Option<DirectoryOrganisationId>,
    pointer: &str,
) -> Result<(), Refusal> {
    let Some(id) = id else { return Ok(()) };
    let own = act.member()?.organisation;
    match OrganisationRow::find(act.db(), id)? {
        None => Err(Refusal::fault(
            pointer,
            "unknown",
            "is not in the directory",
        )),
        Some(row) if !is_free_for(&row, own) => Err(not_your_own(pointer)),
        Some(_) => Ok(()),
    }
}

fn known_places(act: &mut Act<'_>, ids: &[PlaceId]) -> Result<(), Refusal> {
    let known = places::some(act.db(), ids)?;
    let is_unknown = |id: &PlaceId| !known.iter().any(|row| row.id == *id);
    let unknown = (0..).zip(ids).filter(|(_, id)| is_unknown(id));
    let faults: Vec<Fault> = unknown
        .map(|(at, _): (usize, _)| {
            let place = format!("/places/{at}");
            Fault::at(place, "unknown", "is not in the directory")
        })
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

/// An empty row of our own.
fn fresh<R: Entry>(act: &mut Act<'_>) -> R {
    R::fresh(act.fresh_id(), act.now.to_day())
}

/// Refuses a change to another revision than the one that its writer saw.
fn must_be<T>(
    seen: i64,
    present: &impl Serialize,
    revision: i64,
    changes: &Changes<T>,
) -> Result<(), Refusal> {
    if seen == revision {
        Ok(())
    } else {
        Err(stale(present, revision, changes)?)
    }
}

fn stale<T>(
    present: &impl Serialize,
    revision: i64,
    changes: &Changes<T>,
) -> Result<Refusal, Refusal> {
    Ok(Refusal::StaleRevision {
        current_tag: etag(revision),
        current: serde_json::to_value(present)?,
        sent: changes.sent(),
    })
}
