//! The table `grants`.

use amparo_store::schema::grants;
use amparo_store::{AnyConnection, CaseId, Epoch, GroupId, Sealed};
use amparo_vault::GroupKey;
use diesel::prelude::*;

use crate::foundation::Refusal;

#[derive(Clone)]
pub(in crate::casefile) struct Grant {
    pub group: GroupId,
    pub group_epoch: Epoch,
    pub sealed: Sealed,
    pub quick: Option<Sealed>,
}

pub(in crate::casefile) fn delete_grants(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<(), Refusal> {
    diesel::delete(grants::table.filter(grants::case_id.eq(id))).execute(db)?;
    Ok(())
}

pub(in crate::casefile) fn grants(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<Vec<Grant>, Refusal> {
    let rows: Vec<(GroupId, Epoch, Sealed, Option<Sealed>)> = grants::table
        .filter(grants::case_id.eq(id))
        .order(grants::group_id)
        .select((
            grants::group_id,
            grants::group_epoch,
            grants::sealed,
            grants::quick,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(group, group_epoch, sealed, quick)| Grant {
            group,
            group_epoch,
            sealed,
            quick,
        })
        .collect())
}

pub(in crate::casefile) fn put_grant(
    db: &mut AnyConnection,
    id: CaseId,
    case_epoch: Epoch,
    grant: &Grant,
) -> Result<(), Refusal> {
    delete_grant(db, id, grant.group)?;
    diesel::insert_into(grants::table)
        .values((
            grants::case_id.eq(id),
            grants::group_id.eq(grant.group),
            grants::group_epoch.eq(grant.group_epoch),
            grants::case_epoch.eq(case_epoch),
            grants::sealed.eq(grant.sealed.clone()),
            grants::quick.eq(grant.quick.clone()),
        ))
        .execute(db)?;
    Ok(())
}

/// Only where there is none yet: the grant may have been replaced meanwhile.
pub(in crate::casefile) fn set_quick(
    db: &mut AnyConnection,
    id: CaseId,
    group: GroupId,
    case_epoch: Epoch,
    quick: Sealed,
) -> Result<(), Refusal> {
    diesel::update(grants::table.find((id, group)))
        .filter(grants::case_epoch.eq(case_epoch))
        .filter(grants::quick.is_null())
        .set(grants::quick.eq(quick))
        .execute(db)?;
    Ok(())
}

pub(in crate::casefile) fn delete_grant(
    db: &mut AnyConnection,
    id: CaseId,
    group: GroupId,
) -> Result<(), Refusal> {
    diesel::delete(grants::table.find((id, group))).execute(db)?;
    Ok(())
}

pub(super) fn key_of(group: &GroupKey) -> Result<(GroupId, Epoch), Refusal> {
    Ok((GroupId::from_bytes(group.id()), group.epoch().try_into()?))
}

/// The cases that rows say a group (at one epoch) was granted.
pub(in crate::casefile) fn cases_of_group(
    db: &mut AnyConnection,
    group: &GroupKey,
) -> Result<Vec<CaseId>, Refusal> {
    let (id, epoch) = key_of(group)?;
    Ok(grants::table
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .select(grants::case_id)
        .load(db)?)
}

/// How many cards a group (at one epoch) can open: a grant taken away shows here.
pub(in crate::casefile) fn count_of_group(
    db: &mut AnyConnection,
    group: &GroupKey,
) -> Result<i64, Refusal> {
    let (id, epoch) = key_of(group)?;
    Ok(grants::table
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .count()
        .get_result(db)?)
}
