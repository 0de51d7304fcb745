//! One's own account: who one is, passphrase, second factor, recovery code.

use amparo_vault::{
    GroupPurpose, Method, NewcomerWords, Passphrase, RecoveryCode, unlock_with_recovery,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::accounts::{self, lookup_of};
use super::enrol::new_totp;
use super::failures;
use super::limiter::Limiter;
use super::model::{
    Confirmation, HeldGroup, Me, NewPassphrase, NewRecoveryCode, NewSecondFactor, SignedIn, Stage,
};
use super::renew::Renewed;
use super::sign_in::{begin, may_sign_in, unlock_again};
use super::strong::{must_be_strong, own_words};
use super::{rows, sessions};
use crate::foundation::{Act, App, Caller, Member, Refusal, rng};
use crate::ledger::{self, About, What};
use crate::register;

/// Who the acting member is.
pub(super) fn me(act: &mut Act<'_>) -> Result<Me, Refusal> {
    let member = act.member()?;
    let organisation = register::organisation(act, member.organisation)?;
    let mut groups: Vec<HeldGroup> = Vec::new();
    for held in member.keyring().memberships() {
        let group = HeldGroup {
            id: amparo_store::GroupId::from_bytes(held.key.id()),
            epoch: held.key.epoch(),
            purpose: held.purpose.as_str().to_owned(),
            label: held.label.clone(),
        };
        match groups.iter_mut().find(|known| known.id == group.id) {
            Some(known) if known.epoch < group.epoch => *known = group,
            Some(_) => {}
            None => groups.push(group),
        }
    }
    Ok(Me {
        account: member.account,
        login: member.login.clone(),
        display_name: member.display_name.clone(),
        organisation: member.organisation,
        organisation_name: organisation.profile.name.clone(),
        organisation_kind: organisation.kind(),
        fingerprint: organisation
            .root()
            .fingerprint()
            .map(ToOwned::to_owned)
            .to_vec(),
        roles: member.roles.clone(),
        admitted: member.admitted,
        own_words: own_words_of(member),
        key_administrator: member.certificate.is_some(),
        groups,
    })
}

/// The words of the keys that the member herself holds, whatever stands in her row.
fn own_words_of(member: &Member) -> Option<Vec<String>> {
    let personal = member.keyring().current(GroupPurpose::Personal)?;
    let identity = member.identity().public();
    let words = NewcomerWords::of(member.account.as_bytes(), &identity, &personal.public());
    (!member.admitted).then(|| words.list().map(ToOwned::to_owned).to_vec())
}

/// Changes the passphrase: a new master key seals identity and keyring anew, so that an old copy
/// with the old passphrase opens only what it held. The recovery code on paper cannot be wrapped
/// again, so another takes its place. Every other session ends.
pub(super) fn change_passphrase(
    app: &App,
    caller: &Caller,
    given: NewPassphrase,
) -> Result<NewRecoveryCode, Refusal> {
    let (account, old) = unlock_again(app, caller, given.current, "/current")?;
    let known = app.consult(caller, |act| own_words(act, account.organisation))?;
    let new = Passphrase::new(given.new);
    must_be_strong(&new, &known, "/new")?;
    let renewed = Renewed::of(app, &account, &old, &new)?;
    let (code, recovery) = renewed.recovery_code(&account)?;
    let current = caller.member()?.session;
    app.write(caller, |act| {
        renewed.keep(act, &account)?;
        rows::put_unlock(act.db(), account.id, &recovery)?;
        sessions::end_others_of(act, account.id, current);
        ledger::note(act, What::PassphraseChanged, About::default())
    })?;
    Ok(code)
}

/// A new second factor; the old one is gone at once. Every other session ends: somebody else may
/// have begun it with the old one.
pub(super) fn change_second_factor(
    app: &App,
    caller: &Caller,
    given: Confirmation,
) -> Result<NewSecondFactor, Refusal> {
    let (mut account, _) = unlock_again(app, caller, given.passphrase, "/passphrase")?;
    let (secret, url) = new_totp(&mut rng::fresh()?, &account.profile.login);
    account.profile.totp_secret.clone_from(&secret);
    account.profile.totp_step = 0;
    let current = caller.member()?.session;
    app.write(caller, |act| {
        accounts::save(act, &account)?;
        sessions::end_others_of(act, account.id, current);
        ledger::note(act, What::SecondFactorChanged, About::default())
    })?;
    Ok(NewSecondFactor {
        totp_secret: secret,
        otpauth_url: url,
    })
}

/// A new recovery code; the old one is gone at once. It comes with a new master key, as a change of
/// the passphrase does: whoever saw the old paper and has an old copy opens nothing newer.
pub(super) fn new_recovery_code(
    app: &App,
    caller: &Caller,
    given: Confirmation,
) -> Result<NewRecoveryCode, Refusal> {
    let passphrase = Passphrase::new(given.passphrase.clone());
    let (account, old) = unlock_again(app, caller, given.passphrase, "/passphrase")?;
    let renewed = Renewed::of(app, &account, &old, &passphrase)?;
    let (code, recovery) = renewed.recovery_code(&account)?;
    app.write(caller, |act| {
        renewed.keep(act, &account)?;
        rows::put_unlock(act.db(), account.id, &recovery)?;
        ledger::note(act, What::RecoveryCodeMade, About::default())
    })?;
    Ok(code)
}

/// A forgotten passphrase: the recovery code takes its place.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Recovery {
    /// The login name of the member.
    #[schema(min_length = 1, max_length = 64)]
    pub login: String,
    /// The recovery code from the paper. It is used up by this.
    #[serde(rename = "recovery_code")]
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub code: String,
    /// The new passphrase: 12 to 1024 characters. Six random words are good.
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    pub new_passphrase: String,
}

/// Sets a new passphrase with the recovery code, which is used up by it. The second factor is still
/// asked for.
pub(super) fn recover(app: &App, given: Recovery) -> Result<SignedIn, Refusal> {
    let new = Passphrase::new(given.new_passphrase);
    // Before the try is counted: it says nothing about the code, and must lock nobody out.
    must_be_strong(&new, std::slice::from_ref(&given.login), "/new_passphrase")?;
    let tag = lookup_of(app, &given.login);
    let limiter = app.memory::<Limiter>();
    limiter.attempt(tag, app.clock.now(), 10)?;
    let known = app.consult(&Caller::Visitor, |act| {
        let Some(row) = rows::account_by_lookup(act.db(), tag.into())? else {
            return Ok(None);
        };
        let unlock = rows::unlock(act.db(), row.id, Method::RecoveryCodeV1)?;
        let account = accounts::open_row(act, row)?;
        Ok(Some((account, unlock)))
    })?;
    let unlocked = known.as_ref().and_then(|(account, row)| {
        let code = RecoveryCode::parse(&given.code).ok()?;
        let umk = unlock_with_recovery(row.as_ref()?, account.id.as_bytes(), &code).ok()?;
        may_sign_in(account).then_some((account, umk))
    });
    let Some((account, old)) = unlocked else {
        // The same run of Argon2 whether the code was right or not.
        let _permit = app
            .stretching
            .enter()
            .inspect_err(|_| limiter.take_back(tag))?;
        amparo_vault::spend_as_if_unlocking(
            &new,
            app.instance.dummy_salt(&given.login),
            app.config.stretch,
        );
        let account = known.as_ref().map(|(account, _)| account);
        failures::leave_word(app, account, "recovery_code")?;
        return Err(Refusal::WrongCredentials);
    };
    limiter.succeeded(tag);
    // Only whoever held the code learns that a colleague's name is no good.
    let known = app.consult(&Caller::Visitor, |act| own_words(act, account.organisation))?;
    must_be_strong(&new, &known, "/new_passphrase")?;
    let renewed = Renewed::of(app, account, &old, &new)?;
    app.write(&Caller::Visitor, |act| {
        renewed.keep(act, account)?;
        // It was typed on some device: whoever saw it must not use it again.
        rows::delete_unlock(act.db(), account.id, Method::RecoveryCodeV1)?;
        sessions::end_all_of(act, account.id);
        let about = About::the(account.id.to_uuid()).because("recovery_code");
        ledger::note_in(act, account.organisation, What::PassphraseChanged, about)
    })?;
    let mut signed_in = begin(app, account.id, &renewed.keys, Stage::SecondFactor)?;
    signed_in.recovery_code_used = true;
    Ok(signed_in)
}
