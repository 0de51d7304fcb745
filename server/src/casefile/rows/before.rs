//! The table `grants_before`: what was granted before grants had labels, until it is taken over.

use amparo_store::schema::{cases, grants_before};
use amparo_store::{AnyConnection, CaseId, Epoch, GroupId, OrganisationId};
use amparo_vault::GroupKey;
use diesel::prelude::*;

use crate::foundation::Refusal;

/// A case that a row says was granted to a group, with the grant.
pub(in crate::casefile) struct Before {
    pub case: CaseId,
    pub case_epoch: Epoch,
    pub sealed: Vec<u8>,
}

/// Cases that rows say a group (at one epoch) was granted: the first `most` that come after one.
pub(in crate::casefile) fn before(
    db: &mut AnyConnection,
    group: &GroupKey,
    after: Option<CaseId>,
    most: i64,
) -> Result<Vec<Before>, Refusal> {
    let epoch: Epoch = group.epoch().try_into()?;
    let rows: Vec<(CaseId, i32, Vec<u8>)> = grants_before::table
        .inner_join(cases::table.on(cases::id.eq(grants_before::case_id)))
        .filter(grants_before::group_id.eq(GroupId::from_bytes(group.id())))
        .filter(grants_before::group_epoch.eq(epoch))
        .filter(grants_before::case_epoch.eq(cases::epoch))
        .filter(grants_before::case_id.gt(after.unwrap_or(CaseId::from_bytes([0; 16]))))
        .select((
            grants_before::case_id,
            grants_before::case_epoch,
            grants_before::sealed,
        ))
        .order(grants_before::case_id)
        .limit(most)
        .load(db)?;
    let before = |(case, case_epoch, sealed): (CaseId, i32, Vec<u8>)| {
        Some(Before {
            case,
            case_epoch: case_epoch.try_into().ok()?,
            sealed,
        })
    };
    Ok(rows.into_iter().filter_map(before).collect())
}

/// Removes what was taken over, or is of no use to anybody.
pub(in crate::casefile) fn delete_before(
    db: &mut AnyConnection,
    case: CaseId,
    group: GroupId,
) -> Result<(), Refusal> {
    diesel::delete(grants_before::table.find((case, group))).execute(db)?;
    Ok(())
}

/// How many are left, of one organisation or of all. A grant to a former key of its case opens
/// nothing and does not count.
pub(in crate::casefile) fn count_before(
    db: &mut AnyConnection,
    organisation: Option<OrganisationId>,
) -> Result<i64, Refusal> {
    let mut rows = grants_before::table
        .inner_join(cases::table.on(cases::id.eq(grants_before::case_id)))
        .filter(grants_before::case_epoch.eq(cases::epoch))
        .into_boxed();
    if let Some(organisation) = organisation {
        rows = rows.filter(cases::organisation_id.eq(organisation));
    }
    Ok(rows.count().get_result(db)?)
}
