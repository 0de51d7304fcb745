//! What is sealed about an account under the instance key.

use std::collections::HashMap;

use amparo_store::{AccountId, Digest, OrganisationId, Revision, Sealed};
use amparo_vault::{Certificate, Context, GroupPublic, Kind, Padding, PublicIdentity};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::model::AccountState;
use super::rows;
use crate::foundation::{Act, App, Caller, Reason, Refusal, Roles, RowKind};
use crate::rights::{Object, Right};

/// A member's account, as the server must know it before she signs in.
#[derive(Serialize, Deserialize)]
pub struct Profile {
    /// The login name.
    pub login: String,
    /// Where the account stands. The column beside it says the same, for whoever counts rows; this
    /// one is believed.
    pub state: AccountState,
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
    /// The group that is her alone, until she is admitted. From then on only the register and her
    /// keyring know it: beside a name it would lead from her to her cases.
    pub personal: Option<GroupPublic>,
    /// Her certificate as key administrator.
    pub certificate: Option<Vec<u8>>,
    /// Where she wants to be told that something waits, if she does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
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
    pub profile: Profile,
    pub identity: Sealed,
    pub keyring: Sealed,
    pub keyring_version: Revision,
    pub revision: Revision,
}

/// Under which tag a login name is found.
pub(super) fn lookup_of(app: &App, login: &str) -> [u8; 32] {
    app.instance
        .lookup_tag("login", &login.trim().to_lowercase())
}

/// Under which tag a member's deliveries wait.
pub(super) fn deliveries_tag(app: &App, account: AccountId) -> Digest {
    let tag = app.instance.lookup_tag("deliveries", &account.to_string());
    tag.into()
}

pub(super) fn context(organisation: OrganisationId, id: AccountId, revision: Revision) -> Context {
    Context::of(Kind::Account, organisation.as_bytes(), id.as_bytes()).version(revision.get())
}

pub(super) fn seal_profile(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    id: AccountId,
    revision: Revision,
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

pub(super) fn open_row(act: &mut Act<'_>, row: rows::AccountRow) -> Result<Account, Refusal> {
    let here = (row.organisation.as_bytes(), row.id.as_bytes());
    for (kept, version) in [
        (RowKind::Account, row.revision),
        (RowKind::Keyring, row.keyring_version),
    ] {
        act.saw((kept, here.0, here.1), version.get())?;
    }
    let context = context(row.organisation, row.id, row.revision);
    let plain = act.app().instance.open(&context, row.profile.as_slice())?;
    let profile: Profile = serde_json::from_slice(plain.expose())?;
    if profile.state != row.state {
        tracing::warn!("the state of an account was changed by somebody else");
        return Err(Refusal::Because(Reason::RegisterPutBack));
    }
    Ok(Account {
        id: row.id,
        organisation: row.organisation,
        profile,
        identity: row.identity,
        keyring: row.keyring,
        keyring_version: row.keyring_version,
        revision: row.revision,
    })
}

/// Every account that the acting member's organisation has or had.
pub(super) fn all(act: &mut Act<'_>) -> Result<Vec<Account>, Refusal> {
    let organisation = act.member()?.organisation;
    rows::accounts_of(act.db(), organisation, None, i64::MAX)?
        .into_iter()
        .map(|row| open_row(act, row))
        .collect()
}

/// One account, or `NotFound`.
pub(super) fn find(act: &mut Act<'_>, id: AccountId) -> Result<Account, Refusal> {
    let row = rows::account(act.db(), id)?.ok_or(Refusal::NotFound)?;
    open_row(act, row)
}

/// The account, and whether keys wait for it, in one statement: this comes before every request.
pub(super) fn glance(app: &App, id: AccountId) -> Result<(Account, bool), Refusal> {
    let lookup = deliveries_tag(app, id);
    app.glance(|act| {
        let row = rows::account_and_deliveries(act.db(), id, lookup)?;
        let (row, waits) = row.ok_or(Refusal::NotFound)?;
        Ok((open_row(act, row)?, waits))
    })
}

/// Those of some accounts that are there, of any organisation, by id.
pub(super) fn among(
    act: &mut Act<'_>,
    some: &[AccountId],
) -> Result<HashMap<AccountId, Account>, Refusal> {
    let mut accounts = HashMap::new();
    for row in rows::accounts_among(act.db(), some)? {
        accounts.insert(row.id, open_row(act, row)?);
    }
    Ok(accounts)
}

/// Whether this instance's key opens what accounts are sealed with. So it does where there is none.
pub fn opens_with_this_key(app: &App) -> Result<(), Refusal> {
    app.consult(&Caller::Visitor, |act| match rows::any_account(act.db())? {
        Some(row) => open_row(act, row).map(drop),
        None => Ok(()),
    })
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

/// The same, for who has a right to a colleague's account.
pub(super) fn find_for(act: &mut Act<'_>, id: AccountId, right: Right) -> Result<Account, Refusal> {
    act.needs(right, Object::Member)?;
    find_colleague(act, id)
}

/// Writes a changed profile; a change that somebody else made meanwhile is not lost.
pub(super) fn save(act: &mut Act<'_>, account: &Account) -> Result<(), Refusal> {
    let next = account.revision.next();
    let sealed = seal_profile(
        act,
        account.organisation,
        account.id,
        next,
        &account.profile,
    )?;
    rows::update_profile(
        act.db(),
        account.id,
        account.revision,
        next,
        account.profile.state,
        sealed,
    )
}

/// A colleague's name, for what is shown beside an id.
pub fn colleague_name(act: &mut Act<'_>, id: AccountId) -> Result<String, Refusal> {
    find_colleague(act, id).map(|account| account.profile.display_name)
}
