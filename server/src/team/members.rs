//! Members, as their organisation sees them; changing roles.

use std::collections::HashMap;

use amparo_store::AccountId;
use serde::Serialize;
use utoipa::ToSchema;

use super::accounts::{self, Account};
use super::model::{AccountState, NewRoles, roles_fit};
use super::rows;
use crate::foundation::{Act, Reason, Refusal, Role, Roles};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};

/// A member of one's own organisation, as colleagues see her.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MemberView {
    /// The member's account: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: AccountId,
    /// The login name. Null for everybody but administrators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// The name colleagues see.
    pub display_name: String,
    /// How the account stands: `waiting` (nobody has admitted her yet), `active`, `locked` (cannot
    /// sign in until reset) or `removed`.
    #[schema(value_type = String)]
    pub state: AccountState,
    /// What she may be asked to do. A role alone opens no file: keys do.
    pub roles: Roles,
    /// She is certified to sign for the register: to admit members and to vouch for partners' keys.
    pub key_administrator: bool,
    /// The version. The `ETag` is this number in quotation marks.
    pub revision: i64,
}

fn view(account: &Account, for_administrator: bool) -> MemberView {
    MemberView {
        id: account.id,
        login: for_administrator.then(|| account.profile.login.clone()),
        display_name: account.profile.display_name.clone(),
        state: account.profile.state,
        roles: account.profile.roles.clone(),
        key_administrator: account.profile.certificate.is_some(),
        revision: account.revision.number(),
    }
}

/// The members of one's organisation.
pub(super) fn list(act: &mut Act<'_>, page: &PageQuery) -> Result<Listing<MemberView>, Refusal> {
    let member = act.needs(Right::Read, Object::Member)?;
    let limit = page.limit()?;
    let after = page.after::<AccountId>()?;
    let take = i64::try_from(limit).unwrap_or(200) + 1;
    let rows = rows::accounts_of(act.db(), member.organisation, after, take)?;
    let administrator = member.may(Right::Write, Object::Member);
    let views = rows
        .into_iter()
        .map(|row| accounts::open_row(act, row).map(|a| view(&a, administrator)))
        .collect::<Result<Vec<_>, _>>()?;
    ledger::note(act, What::MembersListed, About::default())?;
    Ok(Listing::cut(views, limit, |member| member.id.to_string()))
}

/// One member of one's organisation.
pub(super) fn one(act: &mut Act<'_>, id: AccountId) -> Result<MemberView, Refusal> {
    let account = accounts::find_for(act, id, Right::Read)?;
    let runs_accounts = act.member()?.may(Right::Write, Object::Member);
    ledger::note(act, What::MembersListed, About::the(id.to_uuid()))?;
    Ok(view(&account, runs_accounts))
}

/// Every active colleague with a role, for assigning. No ledger line: the caller notes her act.
pub fn colleagues(act: &mut Act<'_>, role: Role) -> Result<Vec<MemberView>, Refusal> {
    let works = |account: &Account| {
        account.profile.state == AccountState::Active && account.profile.roles.has(role)
    };
    Ok(accounts::all(act)?
        .iter()
        .filter(|account| works(account))
        .map(|account| view(account, false))
        .collect())
}

/// What colleagues call those who sign for the register. No ledger line: the caller notes her act.
pub fn key_administrators(act: &mut Act<'_>) -> Result<Vec<String>, Refusal> {
    let all = accounts::all(act)?.into_iter();
    let sign = all
        .filter(|it| it.profile.state == AccountState::Active && it.profile.certificate.is_some());
    Ok(sign.map(|it| it.profile.display_name).collect())
}

/// Everybody who has joined and whom nobody has admitted yet.
pub(super) fn waiting(act: &mut Act<'_>) -> Result<Vec<MemberView>, Refusal> {
    act.needs(Right::Admit, Object::Member)?;
    let waiting = accounts::all(act)?;
    let waiting = waiting
        .iter()
        .filter(|account| account.profile.state == AccountState::Waiting)
        .map(|account| view(account, false))
        .collect();
    ledger::note(act, What::MembersListed, About::default())?;
    Ok(waiting)
}

/// The names of accounts of one's own organisation; unknown ones are left out.
pub fn names(
    act: &mut Act<'_>,
    ids: &[AccountId],
) -> Result<Vec<(AccountId, String, AccountState)>, Refusal> {
    let organisation = act.member()?.organisation;
    let accounts = accounts::among(act, ids)?;
    let names = ids.iter().filter_map(|id| {
        let account = accounts.get(id)?;
        let is_colleague = account.organisation == organisation;
        let (name, state) = (account.profile.display_name.clone(), account.profile.state);
        is_colleague.then_some((*id, name, state))
    });
    Ok(names.collect())
}

/// The names of accounts of any organisation, for lines that only those read who may know who acted;
/// unknown ones are left out.
pub fn all_names(
    act: &mut Act<'_>,
    ids: &[AccountId],
) -> Result<HashMap<AccountId, String>, Refusal> {
    let accounts = accounts::among(act, ids)?.into_iter();
    let names = accounts.map(|(id, account)| (id, account.profile.display_name));
    Ok(names.collect())
}

/// Changes what a member may be asked to do. Roles open no file: groups do.
pub(super) fn change_roles(
    act: &mut Act<'_>,
    id: AccountId,
    seen: i64,
    new: &NewRoles,
) -> Result<MemberView, Refusal> {
    act.needs(Right::Write, Object::Member)?;
    let roles = roles_fit(&new.roles)?;
    let mut account = accounts::find_for(act, id, Right::Write)?;
    if account.revision.number() != seen {
        return Err(Refusal::StaleRevision {
            current_tag: crate::web::etag(account.revision.number()),
            current: serde_json::to_value(&account.profile.roles)?,
            sent: serde_json::to_value(&roles)?,
        });
    }
    let was_administrator = account.profile.roles.has(Role::Administrator);
    if was_administrator != roles.has(Role::Administrator) {
        return Err(Refusal::Because(Reason::KeysOrAccounts));
    }
    account.profile.roles = roles;
    accounts::save(act, &account)?;
    account.revision = account.revision.next();
    ledger::note(act, What::RolesChanged, About::the(id.to_uuid()))?;
    Ok(view(&account, true))
}
