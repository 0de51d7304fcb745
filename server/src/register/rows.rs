//! The tables `organisations`, `published_keys`, `register_entries` and `register_manifests`.

use amparo_store::schema::{
    groups_before, organisations, published_keys, register_entries, register_manifests,
};
use amparo_store::{
    AnyConnection, Digest, Epoch, GroupId, OrganisationId, Position, Revision, Sealed, one_row,
};
use diesel::prelude::*;

use super::model::NewOrganisation;
use crate::foundation::{Broken, Reason, Refusal};

#[derive(Queryable)]
pub(super) struct OrganisationRow {
    pub id: OrganisationId,
    pub sealed: Sealed,
    pub revision: Revision,
}

pub(super) fn insert_organisation(
    db: &mut AnyConnection,
    row: &NewOrganisation,
) -> Result<(), Refusal> {
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(row.id),
            organisations::sealed.eq(row.sealed.clone()),
            organisations::changes.eq(row.changes),
            organisations::created_on.eq(row.created_on),
            organisations::revision.eq(row.revision),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn organisation(
    db: &mut AnyConnection,
    id: OrganisationId,
) -> Result<Option<OrganisationRow>, Refusal> {
    Ok(organisations::table
        .find(id)
        .select((
            organisations::id,
            organisations::sealed,
            organisations::revision,
        ))
        .first(db)
        .optional()?)
}

pub(super) fn organisations(db: &mut AnyConnection) -> Result<Vec<OrganisationRow>, Refusal> {
    Ok(organisations::table
        .select((
            organisations::id,
            organisations::sealed,
            organisations::revision,
        ))
        .load(db)?)
}

pub(super) fn update_organisation(
    db: &mut AnyConnection,
    id: OrganisationId,
    seen: Revision,
    next: Revision,
    sealed: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(organisations::table.find(id))
        .filter(organisations::revision.eq(seen))
        .set((
            organisations::revision.eq(next),
            organisations::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::Because(Reason::ChangedMeanwhile))
}

pub(super) fn next_change(db: &mut AnyConnection, id: OrganisationId) -> Result<Position, Refusal> {
    let changed = diesel::update(organisations::table.find(id))
        .set(organisations::changes.eq(organisations::changes + 1))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::damage("an organisation's counter is gone"))?;
    newest_change(db, id)
}

pub(super) fn newest_change(
    db: &mut AnyConnection,
    id: OrganisationId,
) -> Result<Position, Refusal> {
    Ok(organisations::table
        .find(id)
        .select(organisations::changes)
        .first(db)?)
}

/// The shared groups of a register of the first release that was not taken over yet.
pub(super) fn groups_before(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<GroupId>, Refusal> {
    Ok(groups_before::table
        .filter(groups_before::organisation_id.eq(organisation))
        .select(groups_before::id)
        .order(groups_before::id)
        .load(db)?)
}

pub(super) fn forget_groups_before(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<(), Refusal> {
    let own = groups_before::table.filter(groups_before::organisation_id.eq(organisation));
    diesel::delete(own).execute(db)?;
    Ok(())
}

/// The newest manifest, as it lies in the table.
#[derive(Queryable)]
pub(super) struct ManifestRow {
    pub number: Revision,
    pub epoch: Epoch,
    pub sealed: Sealed,
}

pub(super) fn manifest(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Option<ManifestRow>, Refusal> {
    Ok(register_manifests::table
        .find(organisation)
        .select((
            register_manifests::number,
            register_manifests::epoch,
            register_manifests::sealed,
        ))
        .first(db)
        .optional()?)
}

/// `seen` is the number that was read; none for the first manifest.
pub(super) fn put_manifest(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    seen: Option<Revision>,
    row: &ManifestRow,
) -> Result<(), Refusal> {
    let values = (
        register_manifests::number.eq(row.number),
        register_manifests::epoch.eq(row.epoch),
        register_manifests::sealed.eq(row.sealed.clone()),
    );
    let Some(seen) = seen else {
        diesel::insert_into(register_manifests::table)
            .values((register_manifests::organisation_id.eq(organisation), values))
            .execute(db)?;
        return Ok(());
    };
    let changed = diesel::update(register_manifests::table.find(organisation))
        .filter(register_manifests::number.eq(seen))
        .set(values)
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::Because(Reason::ChangedMeanwhile))
}

/// A published key, as it lies in the table.
#[derive(Queryable)]
pub(super) struct PublishedRow {
    pub group: GroupId,
    pub epoch: Epoch,
    pub entry: Sealed,
}

pub(super) fn published(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    purpose: &str,
) -> Result<Option<PublishedRow>, Refusal> {
    Ok(published_keys::table
        .find((organisation, purpose))
        .select((
            published_keys::group_id,
            published_keys::epoch,
            published_keys::entry,
        ))
        .first(db)
        .optional()?)
}

pub(super) fn publish(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    purpose: &str,
    group: GroupId,
    epoch: Epoch,
    entry: Sealed,
) -> Result<(), Refusal> {
    diesel::delete(published_keys::table.find((organisation, purpose))).execute(db)?;
    diesel::insert_into(published_keys::table)
        .values((
            published_keys::organisation_id.eq(organisation),
            published_keys::purpose.eq(purpose),
            published_keys::group_id.eq(group),
            published_keys::epoch.eq(epoch),
            published_keys::entry.eq(entry),
        ))
        .execute(db)?;
    Ok(())
}

/// A register entry, as it lies in the table.
#[derive(Queryable)]
pub(super) struct EntryRow {
    pub version: Revision,
    pub sealed: Sealed,
}

pub(super) fn entry(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    lookup: Digest,
) -> Result<Option<EntryRow>, Refusal> {
    Ok(register_entries::table
        .find((organisation, lookup))
        .select((register_entries::version, register_entries::sealed))
        .first(db)
        .optional()?)
}

/// `before` is the version that was read; none of a subject that is new.
pub(super) fn put_entry(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    lookup: Digest,
    before: Option<Revision>,
    epoch: Epoch,
    sealed: Sealed,
) -> Result<(), Refusal> {
    let version = before.unwrap_or_default().next();
    let Some(before) = before else {
        diesel::insert_into(register_entries::table)
            .values((
                register_entries::lookup.eq(lookup),
                register_entries::organisation_id.eq(organisation),
                register_entries::version.eq(version),
                register_entries::epoch.eq(epoch),
                register_entries::sealed.eq(sealed),
            ))
            .execute(db)?;
        return Ok(());
    };
    let changed = diesel::update(register_entries::table.find((organisation, lookup)))
        .filter(register_entries::version.eq(before))
        .set((
            register_entries::version.eq(version),
            register_entries::epoch.eq(epoch),
            register_entries::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::Because(Reason::ChangedMeanwhile))
}

/// The same entry under another epoch of everyone's key.
pub(super) fn reseal_entry(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    lookup: Digest,
    epoch: Epoch,
    sealed: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(register_entries::table.find((organisation, lookup)))
        .set((
            register_entries::epoch.eq(epoch),
            register_entries::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::Because(Reason::ChangedMeanwhile))
}
