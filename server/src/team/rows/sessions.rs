//! The table `sessions`.

use amparo_store::schema::sessions;
use amparo_store::{AccountId, AnyConnection, Digest, Moment, Sealed, SessionId};
use diesel::prelude::*;

use super::super::model::Stage;
use crate::foundation::Refusal;

/// The row of a session.
#[derive(Debug)]
pub struct SessionRow {
    /// The id shown in lists.
    pub id: SessionId,
    /// Whose; none for the person's.
    pub account: Option<AccountId>,
    /// How far it has come.
    pub stage: Stage,
    /// The keys, under token and boot secret.
    pub sealed: Sealed,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, in steps of 15 minutes.
    pub seen_at: Moment,
}

type SessionTuple = (SessionId, Option<AccountId>, Stage, Sealed, Moment, Moment);
type SessionColumns = (
    sessions::id,
    sessions::account_id,
    sessions::stage,
    sessions::sealed,
    sessions::created_at,
    sessions::seen_at,
);
const SESSION: SessionColumns = (
    sessions::id,
    sessions::account_id,
    sessions::stage,
    sessions::sealed,
    sessions::created_at,
    sessions::seen_at,
);

fn session_row(row: SessionTuple) -> SessionRow {
    let (id, account, stage, sealed, created_at, seen_at) = row;
    SessionRow {
        id,
        account,
        stage,
        sealed,
        created_at,
        seen_at,
    }
}

pub(in crate::team) fn insert_session(
    db: &mut AnyConnection,
    lookup: Digest,
    row: &SessionRow,
) -> Result<(), Refusal> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::lookup.eq(lookup),
            sessions::id.eq(row.id),
            sessions::account_id.eq(row.account),
            sessions::stage.eq(row.stage),
            sessions::sealed.eq(row.sealed.clone()),
            sessions::created_at.eq(row.created_at),
            sessions::seen_at.eq(row.seen_at),
        ))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn session(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<Option<SessionRow>, Refusal> {
    let row: Option<SessionTuple> = sessions::table
        .find(lookup)
        .select(SESSION)
        .first(db)
        .optional()?;
    Ok(row.map(session_row))
}

pub(in crate::team) fn sessions_of(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<Vec<SessionRow>, Refusal> {
    let rows: Vec<SessionTuple> = sessions::table
        .filter(sessions::account_id.eq(account))
        .order(sessions::created_at.desc())
        .select(SESSION)
        .load(db)?;
    Ok(rows.into_iter().map(session_row).collect())
}

pub(in crate::team) fn touch_session(
    db: &mut AnyConnection,
    lookup: Digest,
    seen: Moment,
) -> Result<(), Refusal> {
    diesel::update(sessions::table.find(lookup))
        .set(sessions::seen_at.eq(seen))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn update_session(
    db: &mut AnyConnection,
    lookup: Digest,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::update(sessions::table.find(lookup))
        .set(sessions::sealed.eq(sealed))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn delete_session(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<(), Refusal> {
    diesel::delete(sessions::table.find(lookup)).execute(db)?;
    Ok(())
}

pub(in crate::team) fn delete_session_of(
    db: &mut AnyConnection,
    account: AccountId,
    id: SessionId,
) -> Result<usize, Refusal> {
    Ok(diesel::delete(sessions::table)
        .filter(sessions::account_id.eq(account))
        .filter(sessions::id.eq(id))
        .execute(db)?)
}

pub(in crate::team) fn delete_sessions_of(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<(), Refusal> {
    diesel::delete(sessions::table)
        .filter(sessions::account_id.eq(account))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn delete_sessions_before(
    db: &mut AnyConnection,
    created: Moment,
) -> Result<(), Refusal> {
    diesel::delete(sessions::table.filter(sessions::created_at.lt(created))).execute(db)?;
    Ok(())
}

pub(in crate::team) fn delete_other_sessions(
    db: &mut AnyConnection,
    account: AccountId,
    current: SessionId,
) -> Result<(), Refusal> {
    diesel::delete(sessions::table)
        .filter(sessions::account_id.eq(account))
        .filter(sessions::id.ne(current))
        .execute(db)?;
    Ok(())
}
