//! Telling members by mail that something waits. The mail says no more than that, and goes only to
//! who gave an address for it.
//!
//! What must stay true: nothing is read from a keyring or the register. Who works is told, by her
//! role, because the server does not know who holds the key of an inbox.

use amparo_store::OrganisationId;

use super::accounts::{self, open_row};
use super::model::{AccountState, OwnMail};
use super::rows;
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::mail;
use crate::rights::{Object, Right};

/// The address that the acting member gave.
pub(super) fn own_mail(act: &mut Act<'_>) -> Result<OwnMail, Refusal> {
    let account = act.member()?.account;
    let mail = accounts::find(act, account)?.profile.mail;
    Ok(OwnMail { mail })
}

/// Sets the acting member's address, or takes it away.
pub(super) fn set_own_mail(act: &mut Act<'_>, new: &OwnMail) -> Result<(), Refusal> {
    let id = act.member()?.account;
    if new.mail.as_ref().is_some_and(|to| !mail::is_address(to)) {
        return Err(mail::not_an_address());
    }
    let mut account = accounts::find(act, id)?;
    account.profile.mail.clone_from(&new.mail);
    accounts::save(act, &account)?;
    ledger::note(act, What::MailAddressChanged, About::default())
}

/// Queues a bare mail to everybody at an organisation who answers referrals and wants to be told.
pub fn tell_workers(act: &mut Act<'_>, organisation: OrganisationId) -> Result<(), Refusal> {
    for row in rows::accounts_of(act.db(), organisation, None, i64::MAX)? {
        let profile = open_row(act, row)?.profile;
        let answers = profile.state == AccountState::Active
            && profile.roles.may(Right::Answer, Object::Referral);
        if let Some(to) = profile.mail.filter(|_| answers) {
            mail::queue_something_waits(act, organisation, &to)?;
        }
    }
    Ok(())
}
