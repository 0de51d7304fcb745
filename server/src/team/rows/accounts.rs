//! The table `accounts`.

use amparo_store::schema::{accounts, deliveries};
use amparo_store::{AccountId, AnyConnection, Digest, OrganisationId, Revision, Sealed, one_row};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::super::model::AccountState;
use crate::foundation::{Reason, Refusal};

#[derive(Queryable)]
pub(in crate::team) struct AccountRow {
    pub id: AccountId,
    pub organisation: OrganisationId,
    pub state: AccountState,
    pub profile: Sealed,
    pub identity: Sealed,
    pub keyring: Sealed,
    pub keyring_version: Revision,
    pub revision: Revision,
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

pub(in crate::team) fn insert_account(
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

pub(in crate::team) fn account(
    db: &mut AnyConnection,
    id: AccountId,
) -> Result<Option<AccountRow>, Refusal> {
    Ok(accounts::table
        .find(id)
        .select(ACCOUNT)
        .first(db)
        .optional()?)
}

/// An account, and whether keys wait under a tag, in one statement.
pub(in crate::team) fn account_and_deliveries(
    db: &mut AnyConnection,
    id: AccountId,
    lookup: Digest,
) -> Result<Option<(AccountRow, bool)>, Refusal> {
    let waiting = deliveries::table.filter(deliveries::lookup.eq(lookup));
    Ok(accounts::table
        .find(id)
        .select((ACCOUNT, exists(waiting)))
        .first(db)
        .optional()?)
}

/// Any one, if there is one.
pub(in crate::team) fn any_account(db: &mut AnyConnection) -> Result<Option<AccountRow>, Refusal> {
    Ok(accounts::table.select(ACCOUNT).first(db).optional()?)
}

pub(in crate::team) fn account_by_lookup(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<Option<AccountRow>, Refusal> {
    Ok(accounts::table
        .filter(accounts::lookup.eq(lookup))
        .select(ACCOUNT)
        .first(db)
        .optional()?)
}

pub(in crate::team) fn accounts_of(
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

/// Those of some accounts that are there.
pub(in crate::team) fn accounts_among(
    db: &mut AnyConnection,
    some: &[AccountId],
) -> Result<Vec<AccountRow>, Refusal> {
    if some.is_empty() {
        return Ok(Vec::new());
    }
    Ok(accounts::table
        .filter(accounts::id.eq_any(some.to_vec()))
        .select(ACCOUNT)
        .load(db)?)
}

pub(in crate::team) fn update_profile(
    db: &mut AnyConnection,
    id: AccountId,
    seen: Revision,
    next: Revision,
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
/// Private keys under another master key.
pub(in crate::team) fn update_identity(
    db: &mut AnyConnection,
    id: AccountId,
    identity: Sealed,
) -> Result<(), Refusal> {
    diesel::update(accounts::table.find(id))
        .set(accounts::identity.eq(identity))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn update_keyring(
    db: &mut AnyConnection,
    id: AccountId,
    seen: Revision,
    next: Revision,
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
