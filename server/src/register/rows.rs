//! The tables `organisations`, `published_keys`, `register_entries` and `groups`.

use amparo_store::schema::{groups, organisations, published_keys, register_entries};
use amparo_store::{AnyConnection, GroupId, OrganisationId, Sealed, one_row};
use diesel::prelude::*;
use uuid::Uuid;

use super::model::{NewOrganisation, OrganisationKind};
use crate::foundation::{Broken, Refusal};

type OrganisationRow = (OrganisationId, OrganisationKind, Sealed, i64);

pub(super) fn insert_organisation(
    db: &mut AnyConnection,
    row: &NewOrganisation,
) -> Result<(), Refusal> {
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(row.id),
            organisations::kind.eq(row.kind),
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
            organisations::kind,
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
            organisations::kind,
            organisations::sealed,
            organisations::revision,
        ))
        .load(db)?)
}

pub(super) fn next_change(db: &mut AnyConnection, id: OrganisationId) -> Result<i64, Refusal> {
    let changed = diesel::update(organisations::table.find(id))
        .set(organisations::changes.eq(organisations::changes + 1))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("an organisation's counter is gone"))?;
    Ok(organisations::table
        .find(id)
        .select(organisations::changes)
        .first(db)?)
}

pub(super) fn put_group(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    group: GroupId,
    epoch: i32,
) -> Result<(), Refusal> {
    let changed = diesel::update(groups::table.find(group))
        .set(groups::epoch.eq(epoch))
        .execute(db)?;
    if changed == 0 {
        diesel::insert_into(groups::table)
            .values((
                groups::id.eq(group),
                groups::organisation_id.eq(organisation),
                groups::epoch.eq(epoch),
            ))
            .execute(db)?;
    }
    Ok(())
}

pub(super) fn groups(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<GroupId>, Refusal> {
    Ok(groups::table
        .filter(groups::organisation_id.eq(organisation))
        .select(groups::id)
        .order(groups::id)
        .load(db)?)
}

pub(super) fn published(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    purpose: &str,
) -> Result<Option<(GroupId, i32, Sealed)>, Refusal> {
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
    (group, epoch): (GroupId, i32),
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

pub(super) fn entry(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<Option<(i64, i32, Sealed)>, Refusal> {
    Ok(register_entries::table
        .find((organisation, subject.as_bytes().as_slice()))
        .select((
            register_entries::version,
            register_entries::epoch,
            register_entries::sealed,
        ))
        .first(db)
        .optional()?)
}

pub(super) fn put_entry(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    subject: Uuid,
    (version, epoch): (i64, i32),
    sealed: Sealed,
) -> Result<(), Refusal> {
    let subject = subject.as_bytes().as_slice();
    if version == 1 {
        diesel::insert_into(register_entries::table)
            .values((
                register_entries::subject_id.eq(subject),
                register_entries::organisation_id.eq(organisation),
                register_entries::version.eq(version),
                register_entries::epoch.eq(epoch),
                register_entries::sealed.eq(sealed),
            ))
            .execute(db)?;
        return Ok(());
    }
    let changed = diesel::update(register_entries::table.find((organisation, subject)))
        .filter(register_entries::version.eq(version - 1))
        .set((
            register_entries::version.eq(version),
            register_entries::epoch.eq(epoch),
            register_entries::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::WrongState("the register changed meanwhile; try again"))
}
