//! The table `cases`.

use amparo_store::schema::cases;
use amparo_store::{AnyConnection, CaseId, Epoch, OrganisationId, Revision, one_row};
use diesel::prelude::*;

use crate::foundation::{Broken, CaseState, Refusal};

/// Rows taken in one transaction.
const AT_ONCE: i64 = 200;

pub(in crate::casefile) struct CaseRow {
    pub organisation: OrganisationId,
    pub epoch: Epoch,
    pub revision: Revision,
    pub stop: Option<Vec<u8>>,
}

pub(in crate::casefile) fn case(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<Option<CaseRow>, Refusal> {
    let row: Option<(OrganisationId, Epoch, Revision, Option<Vec<u8>>)> = cases::table
        .find(id)
        .select((
            cases::organisation_id,
            cases::epoch,
            cases::revision,
            cases::stop,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(organisation, epoch, revision, stop)| CaseRow {
        organisation,
        epoch,
        revision,
        stop,
    }))
}

/// How far every case of an organisation has come. A number that cannot be one counts as none: that
/// case is older than any.
pub(in crate::casefile) fn states(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(CaseId, CaseState)>, Refusal> {
    let rows: Vec<(CaseId, i32, i64)> = cases::table
        .filter(cases::organisation_id.eq(organisation))
        .select((cases::id, cases::epoch, cases::revision))
        .load(db)?;
    let state = |(case, epoch, revision): (CaseId, i32, i64)| {
        let state = CaseState {
            epoch: epoch.try_into().unwrap_or_default(),
            revision: revision.try_into().unwrap_or_default(),
        };
        (case, state)
    };
    Ok(rows.into_iter().map(state).collect())
}

pub(in crate::casefile) fn insert_case(
    db: &mut AnyConnection,
    id: CaseId,
    organisation: OrganisationId,
) -> Result<(), Refusal> {
    diesel::insert_into(cases::table)
        .values((
            cases::id.eq(id),
            cases::organisation_id.eq(organisation),
            cases::epoch.eq(Epoch::FIRST),
            cases::revision.eq(Revision::NONE),
        ))
        .execute(db)?;
    Ok(())
}

/// A row that does not exist locks nothing; whoever looks for it next will say so.
pub(in crate::casefile) fn lock(db: &mut AnyConnection, id: CaseId) -> Result<(), Refusal> {
    diesel::update(cases::table.find(id))
        .set(cases::revision.eq(cases::revision))
        .execute(db)?;
    Ok(())
}

pub(in crate::casefile) fn advance(
    db: &mut AnyConnection,
    id: CaseId,
    from: Revision,
    to: Revision,
) -> Result<(), Refusal> {
    let changed = diesel::update(cases::table.find(id))
        .filter(cases::revision.eq(from))
        .set(cases::revision.eq(to))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a locked case was changed by somebody else").into())
}

pub(in crate::casefile) fn set_stop(
    db: &mut AnyConnection,
    id: CaseId,
    statement: &[u8],
) -> Result<(), Refusal> {
    diesel::update(cases::table.find(id))
        .set(cases::stop.eq(statement))
        .execute(db)?;
    Ok(())
}

/// Some of the cases whose row has exactly this in place of a statement.
pub(in crate::casefile) fn with_stop(
    db: &mut AnyConnection,
    stop: &[u8],
) -> Result<Vec<CaseId>, Refusal> {
    Ok(cases::table
        .filter(cases::stop.eq(stop))
        .select(cases::id)
        .limit(AT_ONCE)
        .load(db)?)
}

pub(in crate::casefile) fn set_epoch(
    db: &mut AnyConnection,
    id: CaseId,
    from: Epoch,
    to: Epoch,
) -> Result<(), Refusal> {
    let changed = diesel::update(cases::table.find(id))
        .filter(cases::epoch.eq(from))
        .set(cases::epoch.eq(to))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a locked case was changed by somebody else").into())
}
