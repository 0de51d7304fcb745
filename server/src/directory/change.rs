//! Writing entries by hand: new ones and changes, with the rule who may.
//!
//! What must stay true: a coordinator may change every entry; a supervisor only the services of
//! her own organisation. Nobody can put another organisation's inbox behind an entry.

use amparo_store::{DirectoryOrganisationId, OrganisationId, PlaceId, ServiceId};
use serde::Serialize;
use serde_json::{Map, Value};

use super::fields::{
    OrganisationEntry, OrganisationEntryPatch, PlaceEntry, PlaceEntryPatch, ServiceEntry,
    ServiceEntryPatch,
};
use super::lists;
use super::model::{ListedOrganisation, ListedPlace, ListedService};
use super::rows::organisations::OrganisationRow;
use super::rows::{self, organisations, places, services};
use super::write;
use crate::foundation::{Act, Fault, Reason, Refusal, Role};
use crate::ledger::{self, About, What};
use crate::register::OrganisationKind;
use crate::web::etag;

/// Puts an organisation in the directory.
pub fn add_organisation(
    act: &mut Act<'_>,
    entry: &OrganisationEntry,
) -> Result<ListedOrganisation, Refusal> {
    let own = act.member_as(&[Role::Coordinator])?.organisation;
    may_link(own, None, entry)?;
    let id = DirectoryOrganisationId::from_uuid(act.fresh_id());
    let row = write::organisation(&write::fresh_organisation(id, act.now.to_day()), entry)?;
    organisations::insert(act.db(), std::slice::from_ref(&row))?;
    noted(act, id.to_uuid())?;
    ListedOrganisation::read(row)
}

/// Changes an organisation.
pub fn change_organisation(
    act: &mut Act<'_>,
    id: DirectoryOrganisationId,
    seen: i64,
    patch: &OrganisationEntryPatch,
) -> Result<ListedOrganisation, Refusal> {
    let own = act.member_as(&[Role::Coordinator])?.organisation;
    let row = organisations::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let present = ListedOrganisation::read(row.clone())?;
    fresh(seen, present.revision, &present, patch.sent())?;
    let entry = patch.over(&present)?;
    may_link(own, Some(&row), &entry)?;
    let mut new = write::organisation(&row, &entry)?;
    (new.updated_on, new.revision) = (act.now.to_day(), seen + 1);
    if !organisations::update(act.db(), &new, seen)? {
        return Err(stale(seen, &present, patch.sent())?);
    }
    noted(act, id.to_uuid())?;
    ListedOrganisation::read(new)
}

/// Puts a service in the directory.
pub fn add_service(act: &mut Act<'_>, entry: &ServiceEntry) -> Result<ListedService, Refusal> {
    let owner = may_offer(act, entry.organisation, "/organisation")?;
    entry.check(act.now.to_day())?;
    known_places(act, &entry.places)?;
    let id = ServiceId::from_uuid(act.fresh_id());
    let row = write::service(
        &write::fresh_service(id, act.now.to_day()),
        entry,
        &owner.name,
    )?;
    services::insert(act.db(), &[row])?;
    services::set_places(act.db(), &[(id, entry.places.clone())], true)?;
    noted(act, id.to_uuid())?;
    lists::service(act, id)
}

/// Changes a service.
pub fn change_service(
    act: &mut Act<'_>,
    id: ServiceId,
    seen: i64,
    patch: &ServiceEntryPatch,
) -> Result<ListedService, Refusal> {
    act.member_as(&[Role::Coordinator, Role::Supervisor])?;
    let row = services::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    may_offer(act, row.organisation_id, "").map_err(|_| Refusal::NotFound)?;
    let present = lists::service(act, id)?;
    fresh(seen, present.revision, &present, patch.sent())?;
    let entry = patch.over(&present)?;
    let owner = may_offer(act, entry.organisation, "/organisation")?;
    entry.check(act.now.to_day())?;
    known_places(act, &entry.places)?;
    let mut new = write::service(&row, &entry, &owner.name)?;
    (new.updated_on, new.revision) = (act.now.to_day(), seen + 1);
    if !services::update(act.db(), &new, seen)? {
        return Err(stale(seen, &present, patch.sent())?);
    }
    services::set_places(act.db(), &[(id, entry.places.clone())], false)?;
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
    act.member_as(&[Role::Coordinator])?;
    entry.check()?;
    known_organisation(act, entry.organisation)?;
    let id = PlaceId::from_uuid(act.fresh_id());
    let fresh = write::fresh_place(id, act.now.to_day());
    let row = write::place(act, &fresh, entry, Map::new())?;
    places::insert(act.db(), std::slice::from_ref(&row))?;
    noted(act, id.to_uuid())?;
    lists::view_place(act, row)
}

/// Changes a place.
pub fn change_place(
    act: &mut Act<'_>,
    id: PlaceId,
    seen: i64,
    patch: &PlaceEntryPatch,
) -> Result<ListedPlace, Refusal> {
    act.member_as(&[Role::Coordinator])?;
    let row = places::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    let present = lists::view_place(act, row.clone())?;
    if seen != present.revision {
        let refusal = stale(present.revision, &present, patch.sent())?;
        act.shows_instead();
        lists::note_look(act, &row)?;
        return Err(refusal);
    }
    let entry = patch.over(&present)?;
    entry.check()?;
    known_organisation(act, entry.organisation)?;
    let details = present.details.as_object().cloned().unwrap_or_default();
    let mut new = write::place(act, &row, &entry, details)?;
    (new.updated_on, new.revision) = (act.now.to_day(), seen + 1);
    if !places::update(act.db(), &new, seen)? {
        let refusal = stale(seen, &present, patch.sent())?;
        act.shows_instead();
        lists::note_look(act, &row)?;
        return Err(refusal);
    }
    noted(act, id.to_uuid())?;
    lists::view_place(act, new)
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
    let id = DirectoryOrganisationId::from_uuid(act.fresh_id());
    let row = write::organisation(&write::fresh_organisation(id, act.now.to_day()), &entry)?;
    organisations::insert(act.db(), &[row])?;
    rows::changed(act.db())?;
    Ok(id)
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
    let member = act.member_as(&[Role::Coordinator, Role::Supervisor])?;
    let row = organisations::find(act.db(), owner)?;
    let own = |row: &OrganisationRow| {
        member.roles.has(Role::Coordinator) || row.participant_id == Some(member.organisation)
    };
    // Every member can read the directory, so there is nothing to hide in saying whose it is not.
    row.filter(own).ok_or_else(|| {
        Refusal::Invalid(vec![Fault::at(
            pointer,
            "not_your_own",
            "must be an organisation of the directory whose services you may change",
        )])
    })
}

fn known_organisation(
    act: &mut Act<'_>,
    id: Option<DirectoryOrganisationId>,
) -> Result<(), Refusal> {
    match id {
        Some(id) if organisations::find(act.db(), id)?.is_none() => Err(Refusal::fault(
            "/organisation",
            "unknown",
            "is not in the directory",
        )),
        _ => Ok(()),
    }
}

fn known_places(act: &mut Act<'_>, ids: &[PlaceId]) -> Result<(), Refusal> {
    let known = places::some(act.db(), ids)?;
    let faults: Vec<Fault> = ids
        .iter()
        .enumerate()
        .filter(|(_, id)| !known.iter().any(|row| row.id == **id))
        .map(|(at, _)| {
            Fault::at(
                format!("/places/{at}"),
                "unknown",
                "is not in the directory",
            )
        })
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

fn fresh(seen: i64, revision: i64, present: &impl Serialize, sent: Value) -> Result<(), Refusal> {
    if seen == revision {
        Ok(())
    } else {
        Err(stale(revision, present, sent)?)
    }
}

fn stale(revision: i64, present: &impl Serialize, sent: Value) -> Result<Refusal, Refusal> {
    Ok(Refusal::StaleRevision {
        current_tag: etag(revision),
        current: serde_json::to_value(present)?,
        sent,
    })
}
