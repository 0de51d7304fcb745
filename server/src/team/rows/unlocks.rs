//! The table `unlock_methods`.

use amparo_store::schema::unlock_methods;
use amparo_store::{AccountId, AnyConnection, Bytes16, Digest, Sealed};
use amparo_vault::{Method, UnlockRow};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(in crate::team) fn put_unlock(
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
pub(in crate::team) fn delete_unlocks(
    db: &mut AnyConnection,
    account: AccountId,
) -> Result<(), Refusal> {
    diesel::delete(unlock_methods::table.filter(unlock_methods::account_id.eq(account)))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn delete_unlock(
    db: &mut AnyConnection,
    account: AccountId,
    method: Method,
) -> Result<(), Refusal> {
    diesel::delete(unlock_methods::table.find((account, method.as_str()))).execute(db)?;
    Ok(())
}

pub(in crate::team) fn unlock(
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
