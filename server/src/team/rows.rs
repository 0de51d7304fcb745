//! The tables `accounts`, `unlock_methods`, `deliveries`, `invitations`, `sessions`, `agreements`.

use amparo_store::schema::{
    accounts, agreements, deliveries, invitations, sessions, unlock_methods,
};
use amparo_store::{
    AccountId, AnyConnection, Bytes16, Day, DeliveryId, Digest, InvitationId, Moment,
    OrganisationId, Sealed, SessionId, one_row,
};
use amparo_vault::{Method, UnlockRow};
use diesel::prelude::*;

use super::model::{AccountState, Stage};
use crate::foundation::{Broken, Reason, Refusal};

#[derive(Queryable)]
pub(super) struct AccountRow {
    pub id: AccountId,
    pub organisation: OrganisationId,
    pub state: AccountState,
    pub profile: Sealed,
    pub identity: Sealed,
    pub keyring: Sealed,
    pub keyring_version: i64,
    pub revision: i64,
}

type AccountColumns = (
    accounts::id,
    accounts::organisation_id,
    accounts::state,
    accounts::profile,
    accounts::identity,
    accounts::keyring,
    accounts::keyring_version,
    accounts::revision,
);
const ACCOUNT: AccountColumns = (
    accounts::id,
    accounts::organisation_id,
    accounts::state,
    accounts::profile,
    accounts::identity,
    accounts::keyring,
    accounts::keyring_version,
    accounts::revision,
);

pub(super) fn insert_account(
    db: &mut AnyConnection,
    row: &AccountRow,
    lookup: Digest,
) -> Result<(), Refusal> {
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(row.id),
            accounts::organisation_id.eq(row.organisation),
            accounts::lookup.eq(lookup),
            accounts::state.eq(row.state),
            accounts::profile.eq(row.profile.clone()),
            accounts::identity.eq(row.identity.clone()),
            accounts::keyring.eq(row.keyring.clone()),
            accounts::keyring_version.eq(row.keyring_version),
            accounts::revision.eq(row.revision),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn account(
    db: &mut AnyConnection,
    id: AccountId,
) -> Result<Option<AccountRow>, Refusal> {
    Ok(accounts::table
        .find(id)
        .select(ACCOUNT)
        .first(db)
        .optional()?)
}

pub(super) fn account_by_lookup(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<Option<AccountRow>, Refusal> {
    Ok(accounts::table
        .filter(accounts::lookup.eq(lookup))
        .select(ACCOUNT)
        .first(db)
        .optional()?)
}

pub(super) fn accounts_of(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    after: Option<AccountId>,
    limit: i64,
) -> Result<Vec<AccountRow>, Refusal> {
    let after = after.unwrap_or(AccountId::from_bytes([0; 16]));
    Ok(accounts::table
        .filter(accounts::organisation_id.eq(organisation))
        .filter(accounts::id.gt(after))
        .order(accounts::id)
        .limit(limit)
        .select(ACCOUNT)
        .load(db)?)
}

pub(super) fn update_profile(
    db: &mut AnyConnection,
    id: AccountId,
    (seen, next): (i64, i64),
    state: AccountState,
    profile: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(accounts::table.find(id))
        .filter(accounts::revision.eq(seen))
        .set((
            accounts::revision.eq(next),
            accounts::state.eq(state),
            accounts::profile.eq(profile),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::Because(Reason::ChangedMeanwhile))
}

/// Whether the keyring was still the one that was read.
pub(super) fn update_keyring(
    db: &mut AnyConnection,
    id: AccountId,
    (seen, next): (i64, i64),
    keyring: Sealed,
) -> Result<bool, Refusal> {
    let changed = diesel::update(accounts::table.find(id))
        .filter(accounts::keyring_version.eq(seen))
        .set((
            accounts::keyring_version.eq(next),
            accounts::keyring.eq(keyring),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

pub(super) fn put_unlock(
    db: &mut AnyConnection,
    account: AccountId,
    row: &UnlockRow,
) -> Result<(), Refusal> {
    let method = row.method.as_str();
    diesel::delete(unlock_methods::table.find((account, method))).execute(db)?;
    diesel::insert_into(unlock_methods::table)
        .values((
            unlock_methods::account_id.eq(account),
            unlock_methods::method.eq(method),
            unlock_methods::params.eq(&row.params),
            unlock_methods::salt.eq(Bytes16::new(row.salt)),
            unlock_methods::verifier.eq(Digest::new(row.verifier)),
            unlock_methods::wrapped.eq(Sealed::new(row.wrapped.clone())?),
        ))
        .execute(db)?;
    Ok(())
}

/// Whatever wraps the account's master key: without a row its passphrase opens nothing here.
pub(super) fn delete_unlocks(db: &mut AnyConnection, account: AccountId) -> Result<(), Refusal> {
    diesel::delete(unlock_methods::table.filter(unlock_methods::account_id.eq(account)))
        .execute(db)?;
    Ok(())
}

pub(super) fn delete_unlock(
    db: &mut AnyConnection,
    account: AccountId,
    method: Method,
) -> Result<(), Refusal> {
    diesel::delete(unlock_methods::table.find((account, method.as_str()))).execute(db)?;
    Ok(())
}

pub(super) fn unlock(
    db: &mut AnyConnection,
    account: AccountId,
    method: Method,
) -> Result<Option<UnlockRow>, Refusal> {
    let row: Option<(Vec<u8>, Bytes16, Digest, Sealed)> = unlock_methods::table
        .find((account, method.as_str()))
        .select((
            unlock_methods::params,
            unlock_methods::salt,
            unlock_methods::verifier,
            unlock_methods::wrapped,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(params, salt, verifier, wrapped)| UnlockRow {
        method,
        params,
        salt: salt.into_bytes(),
        verifier: verifier.into_bytes(),
        wrapped: wrapped.into_vec(),
    }))
}

pub(super) fn insert_delivery(
    db: &mut AnyConnection,
    id: DeliveryId,
    lookup: Digest,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::id.eq(id),
            deliveries::lookup.eq(lookup),
            deliveries::sealed.eq(sealed),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn deliveries(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<Vec<(DeliveryId, Sealed)>, Refusal> {
    Ok(deliveries::table
        .filter(deliveries::lookup.eq(lookup))
        .select((deliveries::id, deliveries::sealed))
        .load(db)?)
}

pub(super) fn delete_delivery(db: &mut AnyConnection, id: DeliveryId) -> Result<(), Refusal> {
    diesel::delete(deliveries::table.find(id)).execute(db)?;
    Ok(())
}

pub(super) fn delete_deliveries(db: &mut AnyConnection, lookup: Digest) -> Result<(), Refusal> {
    diesel::delete(deliveries::table.filter(deliveries::lookup.eq(lookup))).execute(db)?;
    Ok(())
}

pub(super) fn insert_invitation(
    db: &mut AnyConnection,
    (id, organisation): (InvitationId, OrganisationId),
    lookup: Digest,
    sealed: Sealed,
    expires_on: Day,
) -> Result<(), Refusal> {
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(id),
            invitations::organisation_id.eq(organisation),
            invitations::lookup.eq(lookup),
            invitations::sealed.eq(sealed),
            invitations::expires_on.eq(expires_on),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn invitations(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    today: Day,
) -> Result<Vec<(InvitationId, Sealed, Day)>, Refusal> {
    Ok(invitations::table
        .filter(invitations::organisation_id.eq(organisation))
        .filter(invitations::expires_on.ge(today))
        .order((invitations::expires_on, invitations::id))
        .select((
            invitations::id,
            invitations::sealed,
            invitations::expires_on,
        ))
        .load(db)?)
}

pub(super) fn invitation(
    db: &mut AnyConnection,
    lookup: Digest,
    today: Day,
) -> Result<Option<(InvitationId, OrganisationId, Sealed)>, Refusal> {
    Ok(invitations::table
        .filter(invitations::lookup.eq(lookup))
        .filter(invitations::expires_on.ge(today))
        .select((
            invitations::id,
            invitations::organisation_id,
            invitations::sealed,
        ))
        .first(db)
        .optional()?)
}

pub(super) fn delete_invitation(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    id: InvitationId,
) -> Result<usize, Refusal> {
    Ok(diesel::delete(invitations::table.find(id))
        .filter(invitations::organisation_id.eq(organisation))
        .execute(db)?)
}

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

pub(super) fn insert_session(
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

pub(super) fn session(
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

pub(super) fn sessions_of(
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

pub(super) fn touch_session(
    db: &mut AnyConnection,
    lookup: Digest,
    seen: Moment,
) -> Result<(), Refusal> {
    diesel::update(sessions::table.find(lookup))
        .set(sessions::seen_at.eq(seen))
        .execute(db)?;
    Ok(())
}

pub(super) fn update_session(
    db: &mut AnyConnection,
    lookup: Digest,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::update(sessions::table.find(lookup))
        .set(sessions::sealed.eq(sealed))
        .execute(db)?;
    Ok(())
}

pub(super) fn delete_session(db: &mut AnyConnection, lookup: Digest) -> Result<(), Refusal> {
    diesel::delete(sessions::table.find(lookup)).execute(db)?;
    Ok(())
}

pub(super) fn delete_session_of(
    db: &mut AnyConnection,
    account: AccountId,
    id: SessionId,
) -> Result<usize, Refusal> {
    Ok(diesel::delete(sessions::table)
        .filter(sessions::account_id.eq(account))
        .filter(sessions::id.eq(id))
        .execute(db)?)
}

pub(super) fn delete_sessions_of(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<(), Refusal> {
    diesel::delete(sessions::table)
        .filter(sessions::account_id.eq(account))
        .execute(db)?;
    Ok(())
}

pub(super) fn delete_sessions_before(
    db: &mut AnyConnection,
    created: Moment,
) -> Result<(), Refusal> {
    diesel::delete(sessions::table.filter(sessions::created_at.lt(created))).execute(db)?;
    Ok(())
}

pub(super) fn delete_invitations_before(
    db: &mut AnyConnection,
    expired: Day,
) -> Result<(), Refusal> {
    diesel::delete(invitations::table.filter(invitations::expires_on.lt(expired))).execute(db)?;
    Ok(())
}

pub(super) fn delete_other_sessions(
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

/// `None`: no agreement. `Some(None)`: one without an end.
pub(super) fn agreement(
    db: &mut AnyConnection,
    sender: OrganisationId,
    receiver: OrganisationId,
) -> Result<Option<Option<Day>>, Refusal> {
    Ok(agreements::table
        .find((sender, receiver))
        .select(agreements::valid_until)
        .first(db)
        .optional()?)
}

pub(super) fn put_agreement(
    db: &mut AnyConnection,
    (sender, receiver): (OrganisationId, OrganisationId),
    agreement: Option<Option<Day>>,
) -> Result<(), Refusal> {
    diesel::delete(agreements::table.find((sender, receiver))).execute(db)?;
    if let Some(until) = agreement {
        let changed = diesel::insert_into(agreements::table)
            .values((
                agreements::sender_id.eq(sender),
                agreements::receiver_id.eq(receiver),
                agreements::valid_until.eq(until),
            ))
            .execute(db)?;
        one_row(changed).map_err(|_| Broken::bug("an agreement was not kept"))?;
    }
    Ok(())
}
