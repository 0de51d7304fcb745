//! The table `intakes`.

use amparo_store::schema::intakes;
use amparo_store::{
    AnyConnection, Day, Epoch, GroupId, IntakeId, OrganisationId, Revision, Sealed, one_row,
};
use diesel::prelude::*;

use super::model::IntakeState;
use crate::foundation::{Broken, Refusal};

#[derive(Queryable)]
pub(super) struct IntakeRow {
    pub id: IntakeId,
    pub organisation: OrganisationId,
    pub group: GroupId,
    pub group_epoch: Epoch,
    pub state: IntakeState,
    pub sealed: Sealed,
    pub handling: Option<Sealed>,
    pub revision: Revision,
    pub created_on: Day,
}

type Columns = (
    intakes::id,
    intakes::organisation_id,
    intakes::group_id,
    intakes::group_epoch,
    intakes::state,
    intakes::sealed,
    intakes::handling,
    intakes::revision,
    intakes::created_on,
);
const INTAKE: Columns = (
    intakes::id,
    intakes::organisation_id,
    intakes::group_id,
    intakes::group_epoch,
    intakes::state,
    intakes::sealed,
    intakes::handling,
    intakes::revision,
    intakes::created_on,
);

pub(super) fn insert(db: &mut AnyConnection, row: &IntakeRow) -> Result<(), Refusal> {
    diesel::insert_into(intakes::table)
        .values((
            intakes::id.eq(row.id),
            intakes::organisation_id.eq(row.organisation),
            intakes::group_id.eq(row.group),
            intakes::group_epoch.eq(row.group_epoch),
            intakes::state.eq(row.state),
            intakes::sealed.eq(row.sealed.clone()),
            intakes::handling.eq(row.handling.clone()),
            intakes::revision.eq(row.revision),
            intakes::created_on.eq(row.created_on),
        ))
        .execute(db)?;
    Ok(())
}

/// A row that does not exist locks nothing; whoever looks for it next will say so.
pub(super) fn lock(db: &mut AnyConnection, id: IntakeId) -> Result<(), Refusal> {
    diesel::update(intakes::table.find(id))
        .set(intakes::revision.eq(intakes::revision))
        .execute(db)?;
    Ok(())
}

pub(super) fn find(db: &mut AnyConnection, id: IntakeId) -> Result<Option<IntakeRow>, Refusal> {
    Ok(intakes::table
        .find(id)
        .select(INTAKE)
        .first(db)
        .optional()?)
}

/// Which calls there are, and at which revision.
pub(super) struct Head {
    pub id: IntakeId,
    pub revision: Revision,
}

/// The heads of what is sealed to a group and stands there.
pub(super) fn heads(
    db: &mut AnyConnection,
    group: GroupId,
    states: &[IntakeState],
) -> Result<Vec<Head>, Refusal> {
    let rows: Vec<(IntakeId, Revision)> = intakes::table
        .filter(intakes::group_id.eq(group))
        .filter(intakes::state.eq_any(states))
        .select((intakes::id, intakes::revision))
        .load(db)?;
    let head = |(id, revision)| Head { id, revision };
    Ok(rows.into_iter().map(head).collect())
}

/// Some calls, whole. Those that are gone are left out.
pub(super) fn some(db: &mut AnyConnection, ids: &[IntakeId]) -> Result<Vec<IntakeRow>, Refusal> {
    Ok(intakes::table
        .filter(intakes::id.eq_any(ids))
        .order(intakes::id)
        .select(INTAKE)
        .load(db)?)
}

/// What is closed, newest day first: at most `limit` after a place.
pub(super) fn closed(
    db: &mut AnyConnection,
    group: GroupId,
    after: Option<(Day, IntakeId)>,
    limit: i64,
) -> Result<Vec<IntakeRow>, Refusal> {
    let mut query = intakes::table
        .filter(intakes::group_id.eq(group))
        .filter(intakes::state.eq(IntakeState::Closed))
        .order((intakes::created_on.desc(), intakes::id))
        .limit(limit)
        .select(INTAKE)
        .into_boxed();
    if let Some((day, id)) = after {
        let same = intakes::created_on.eq(day).and(intakes::id.gt(id));
        query = query.filter(intakes::created_on.lt(day).or(same));
    }
    Ok(query.load(db)?)
}

/// Everything sealed to a group that stands there.
pub(super) fn of_group(
    db: &mut AnyConnection,
    group: GroupId,
    state: IntakeState,
) -> Result<Vec<IntakeRow>, Refusal> {
    Ok(intakes::table
        .filter(intakes::group_id.eq(group))
        .filter(intakes::state.eq(state))
        .order(intakes::id)
        .select(INTAKE)
        .load(db)?)
}

/// Everything that was written down on a day and is no draft.
pub(super) fn of_day(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    day: Day,
) -> Result<Vec<IntakeRow>, Refusal> {
    Ok(intakes::table
        .filter(intakes::organisation_id.eq(organisation))
        .filter(intakes::created_on.eq(day))
        .filter(intakes::state.ne(IntakeState::Draft))
        .order(intakes::id)
        .select(INTAKE)
        .load(db)?)
}

/// Replaces a row that was locked, at its next revision.
pub(super) fn replace(db: &mut AnyConnection, row: &IntakeRow) -> Result<(), Refusal> {
    let changed = diesel::update(intakes::table.find(row.id))
        .filter((intakes::revision + 1).eq(row.revision))
        .set((
            intakes::group_id.eq(row.group),
            intakes::group_epoch.eq(row.group_epoch),
            intakes::state.eq(row.state),
            intakes::sealed.eq(row.sealed.clone()),
            intakes::handling.eq(row.handling.clone()),
            intakes::revision.eq(row.revision),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a locked intake was changed by somebody else").into())
}

pub(super) fn delete(db: &mut AnyConnection, id: IntakeId) -> Result<(), Refusal> {
    diesel::delete(intakes::table.find(id)).execute(db)?;
    Ok(())
}
