//! The birth of an account: keys, passphrase, second factor, recovery code.
//!
//! Runs of Argon2 happen in [`prepare`], which holds no transaction; [`keep`] writes the rows.

use amparo_store::{AccountId, OrganisationId, Revision, Sealed};
use amparo_vault::{
    GroupKey, GroupPublic, GroupPurpose, Identity, Keyring, KeyringKey, Membership, Passphrase,
    RootPublic, UnlockRow, UserMasterKey,
};
use rand_core::Rng;
use serde::Serialize;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use super::accounts::{Profile, lookup_of, seal_profile};
use super::model::AccountState;
use super::rows;
use crate::foundation::{Act, App, Broken, Refusal, Roles, rng};

/// Somebody who gets an account.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// The login name.
    pub login: String,
    /// The name colleagues see.
    pub display_name: String,
    /// What she may be asked to do.
    pub roles: Roles,
}

/// What she takes home, once.
#[derive(Serialize)]
pub struct Handout {
    /// The account.
    pub account: AccountId,
    /// The login name.
    pub login: String,
    /// The secret of the second factor, base32.
    pub totp_secret: String,
    /// The same for an authenticator.
    pub otpauth_url: String,
    /// Replaces a forgotten passphrase.
    pub recovery_code: String,
}

impl std::fmt::Debug for Handout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handout(..)")
    }
}

/// An account that is ready to be written.
pub(super) struct Enrolment {
    pub id: AccountId,
    pub organisation: OrganisationId,
    pub profile: Profile,
    /// The group that is her alone.
    pub personal: GroupPublic,
    pub identity: Identity,
    pub keyring: Keyring,
    pub keyring_key: KeyringKey,
    sealed_identity: Vec<u8>,
    unlock: [UnlockRow; 2],
}

/// Makes keys and runs Argon2 once. The account is active; whoever waits for admission is marked so
/// before it is kept.
pub(super) fn prepare(
    app: &App,
    organisation: OrganisationId,
    root: RootPublic,
    member: &NewMember,
    passphrase: &Passphrase,
) -> Result<(Enrolment, Handout), Refusal> {
    let mut rng = rng::fresh()?;
    let id = AccountId::from_bytes(random_id(&mut rng));
    let umk = UserMasterKey::generate(&mut rng);
    let identity = Identity::generate(&mut rng);
    let personal = GroupKey::generate(random_id(&mut rng), 1, &mut rng);
    let unlock = {
        let _permit = app.stretching.enter()?;
        umk.enrol_passphrase(id.as_bytes(), passphrase, app.config.stretch, &mut rng)?
    };
    let (recovery, recovery_row) = umk.enrol_recovery(id.as_bytes(), &mut rng)?;
    let (secret, url) = new_totp(&mut rng, &member.login);
    let profile = Profile {
        login: member.login.clone(),
        state: AccountState::Active,
        display_name: member.display_name.clone(),
        roles: member.roles.clone(),
        totp_secret: secret.clone(),
        totp_step: 0,
        identity: identity.public(),
        personal: None,
        certificate: None,
        mail: None,
    };
    let (mut keyring, own) = (Keyring::new(), personal.public());
    keyring.pin_root(organisation.as_bytes(), root);
    keyring.add(Membership {
        key: personal,
        label: member.display_name.clone(),
        purpose: GroupPurpose::Personal,
    });
    let handout = Handout {
        account: id,
        login: member.login.clone(),
        totp_secret: secret,
        otpauth_url: url,
        recovery_code: recovery.reveal().expose().to_owned(),
    };
    let sealed_identity = identity.seal(&umk, id.as_bytes(), &mut rng)?;
    let enrolment = Enrolment {
        id,
        organisation,
        profile,
        personal: own,
        keyring_key: umk.keyring_key(),
        identity,
        keyring,
        sealed_identity,
        unlock: [unlock, recovery_row],
    };
    Ok((enrolment, handout))
}

/// Writes the account.
pub(super) fn keep(act: &mut Act<'_>, new: &Enrolment) -> Result<(), Refusal> {
    let profile = seal_profile(act, new.organisation, new.id, Revision::FIRST, &new.profile)?;
    let keyring = new
        .keyring
        .seal(&new.keyring_key, new.id.as_bytes(), 1, act.rng())?;
    let row = rows::AccountRow {
        id: new.id,
        organisation: new.organisation,
        state: new.profile.state,
        profile,
        identity: Sealed::new(new.sealed_identity.clone())?,
        keyring: Sealed::new(keyring)?,
        keyring_version: Revision::FIRST,
        revision: Revision::FIRST,
    };
    let lookup = lookup_of(act.app(), &new.profile.login);
    rows::insert_account(act.db(), &row, lookup.into())?;
    for unlock in &new.unlock {
        rows::put_unlock(act.db(), new.id, unlock)?;
    }
    Ok(())
}

/// A random id: `UUIDv4`, which says nothing about when.
pub(super) fn random_id(rng: &mut impl Rng) -> [u8; 16] {
    uuid::Builder::from_random_bytes(random(rng))
        .into_uuid()
        .into_bytes()
}

pub(super) fn random<const N: usize>(rng: &mut impl Rng) -> [u8; N] {
    let mut bytes = [0_u8; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// A new second factor: its secret in base32 and the URL an authenticator reads.
pub(super) fn new_totp(rng: &mut impl Rng, login: &str) -> (String, String) {
    let bytes: Zeroizing<[u8; 20]> = Zeroizing::new(random(rng));
    let secret = Secret::from(bytes.to_vec()).to_base32();
    let url = format!(
        "otpauth://totp/Amparo:{login}?secret={secret}&issuer=Amparo&algorithm=SHA1&digits=6&period=30"
    );
    (secret, url)
}

/// The authenticator of a secret: RFC 6238 with SHA-1, six digits, 30 seconds, one step of skew.
pub(super) fn totp(secret: &str) -> Result<Totp, Refusal> {
    let secret = Secret::try_from_base32(secret)
        .map_err(|_| Broken::damage("the secret of a second factor cannot be read"))?;
    Builder::new()
        .with_secret(secret)
        .build()
        .map_err(|_| Broken::bug("a second factor cannot be built").into())
}
