//! What is sealed about an account under the instance key.

use amparo_store::{AccountId, OrganisationId, Sealed};
use amparo_vault::{Certificate, Context, GroupPublic, Kind, Padding, PublicIdentity};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::model::AccountState;
use super::rows;
use crate::foundation::{Act, App, Refusal, Roles};

/// A member's account, as the server must know it before she signs in.
#[derive(Serialize, Deserialize)]
pub struct Profile {
    /// The login name.
    pub login: String,
    /// The name colleagues see.
    pub display_name: String,
    /// What she may be asked to do.
    pub roles: Roles,
    /// The second factor's secret, base32.
    pub totp_secret: String,
    /// The last step whose code was used: each code counts once.
    pub totp_step: u64,
    /// Her public keys.
    pub identity: PublicIdentity,
    /// The group that is her alone.
    pub personal: GroupPublic,
    /// Her certificate as key administrator.
    pub certificate: Option<Vec<u8>>,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(..)")
    }
}

impl Profile {
    /// The certificate, read.
    pub fn certificate(&self) -> Result<Option<Certificate>, Refusal> {
        Ok(self
            .certificate
            .as_deref()
            .map(Certificate::from_bytes)
            .transpose()?)
    }
}

/// A row of the table, opened.
pub(super) struct Account {
    pub id: AccountId,
    pub organisation: OrganisationId,
    pub state: AccountState,
    pub profile: Profile,
    pub identity: Sealed,
    pub keyring: Sealed,
    pub keyring_version: i64,
    pub revision: i64,
}

/// Under which tag a login name is found.
pub(super) fn lookup_of(app: &App, login: &str) -> [u8; 32] {
    app.instance
        .lookup_tag("login", &login.trim().to_lowercase())
}

pub(super) fn context(organisation: OrganisationId, id: AccountId, revision: i64) -> Context {
    Context::of(Kind::Account, organisation.as_bytes(), id.as_bytes())
        .version(u64::try_from(revision).unwrap_or_default())
}

pub(super) fn seal_profile(
    act: &mut Act<'_>,
    (organisation, id, revision): (OrganisationId, AccountId, i64),
    profile: &Profile,
) -> Result<Sealed, Refusal> {
    let plain = Zeroizing::new(serde_json::to_vec(profile)?);
    let context = context(organisation, id, revision);
    let app = act.app();
    let sealed = app
        .instance
        .seal(&context, &plain, Padding::Record, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

pub(super) fn open_row(app: &App, row: rows::AccountRow) -> Result<Account, Refusal> {
    let context = context(row.organisation, row.id, row.revision);
    let plain = app.instance.open(&context, row.profile.as_slice())?;
    Ok(Account {
        id: row.id,
        organisation: row.organisation,
        state: row.state,
        profile: serde_json::from_slice(plain.expose())?,
        identity: row.identity,
        keyring: row.keyring,
        keyring_version: row.keyring_version,
        revision: row.revision,
    })
}

/// One account, or `NotFound`.
pub(super) fn find(act: &mut Act<'_>, id: AccountId) -> Result<Account, Refusal> {
    let row = rows::account(act.db(), id)?.ok_or(Refusal::NotFound)?;
    open_row(act.app(), row)
}

/// One account of the acting member's organisation, or `NotFound`.
pub(super) fn find_colleague(act: &mut Act<'_>, id: AccountId) -> Result<Account, Refusal> {
    let organisation = act.member()?.organisation;
    let account = find(act, id)?;
    if account.organisation == organisation {
        Ok(account)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Writes a changed profile; a change that somebody else made meanwhile is not lost.
pub(super) fn save(act: &mut Act<'_>, account: &Account) -> Result<(), Refusal> {
    let next = account.revision + 1;
    let sealed = seal_profile(
        act,
        (account.organisation, account.id, next),
        &account.profile,
    )?;
    rows::update_profile(
        act.db(),
        account.id,
        (account.revision, next),
        account.state,
        sealed,
    )
}

/// A colleague's name, for what is shown beside an id.
pub fn colleague_name(act: &mut Act<'_>, id: AccountId) -> Result<String, Refusal> {
    find_colleague(act, id).map(|account| account.profile.display_name)
}
