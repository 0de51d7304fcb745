//! A new master key for an account: whatever the old one sealed is sealed anew.
//!
//! What must stay true: the new key wraps nothing that the old one could open later. An old copy of
//! the rows with the old passphrase opens the keyring as it was then, and no row written since.
//! Known limit: it does open that keyring, and the keys in it stay in use until their groups get
//! new ones. Where a passphrase was seen *and* a copy may have been taken, reset the account.

use amparo_store::Sealed;
use amparo_vault::{Passphrase, SessionKeys, UnlockRow, UserMasterKey};

use super::accounts::Account;
use super::model::NewRecoveryCode;
use super::sign_in::keys_of;
use super::{deliveries, rows};
use crate::foundation::{Act, App, Caller, Refusal, rng};

/// The new key with what it seals, ready to be written.
pub(super) struct Renewed {
    /// Identity and keyring, with the key that seals the keyring from now on.
    pub keys: SessionKeys,
    umk: UserMasterKey,
    identity: Sealed,
    unlock: UnlockRow,
}

impl Renewed {
    /// Opens everything with the old master key and makes a new one that `passphrase` opens. Runs
    /// Argon2, so it holds no transaction.
    pub(super) fn of(
        app: &App,
        account: &Account,
        old: &UserMasterKey,
        passphrase: &Passphrase,
    ) -> Result<Self, Refusal> {
        let mut rng = rng::fresh()?;
        let id = account.id.as_bytes();
        let umk = UserMasterKey::generate(&mut rng);
        let mut keys = keys_of(account, old)?;
        keys.keyring_key = umk.keyring_key();
        let identity = Sealed::new(keys.identity.seal(&umk, id, &mut rng)?)?;
        let _permit = app.stretching.enter()?;
        let unlock = umk.enrol_passphrase(id, passphrase, app.config.stretch, &mut rng)?;
        Ok(Self {
            keys,
            umk,
            identity,
            unlock,
        })
    }

    /// A recovery code for the new master key, and the row it opens.
    pub(super) fn recovery_code(
        &self,
        account: &Account,
    ) -> Result<(NewRecoveryCode, UnlockRow), Refusal> {
        let (code, row) = self
            .umk
            .enrol_recovery(account.id.as_bytes(), &mut rng::fresh()?)?;
        let recovery_code = code.reveal().expose().to_owned();
        Ok((NewRecoveryCode { recovery_code }, row))
    }

    /// Writes it, with the session that acts. Keys that were put on the keyring a moment ago are not
    /// lost: then it is to be tried again.
    pub(super) fn keep(&self, act: &mut Act<'_>, account: &Account) -> Result<(), Refusal> {
        let token = match act.caller() {
            Caller::Member(member) => Some(&member.token),
            _ => None,
        };
        if !deliveries::keep(act, token, account, &self.keys)? {
            return Err(Refusal::Busy(1));
        }
        rows::update_identity(act.db(), account.id, self.identity.clone())?;
        rows::put_unlock(act.db(), account.id, &self.unlock)
    }
}
