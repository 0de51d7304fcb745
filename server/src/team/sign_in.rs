//! Signing in: passphrase, then second factor. Known and unknown names cost the same single run of
//! Argon2 and are answered in the same words.

use amparo_store::AccountId;
use amparo_vault::{
    Identity, Keyring, Passphrase, SessionKeys, SessionToken, UserMasterKey, open_session,
    spend_as_if_unlocking, unlock_with_passphrase,
};

use super::accounts::{self, Account, lookup_of};
use super::enrol::totp;
use super::failures;
use super::limiter::Limiter;
use super::live::UsedCodes;
use super::model::{AccountState, SecondFactor, SignIn, SignedIn, Stage};
use super::{live, rows, sessions};
use crate::foundation::config::IDLE_MINUTES;
use crate::foundation::{App, Caller, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::register;

/// Wrong passphrases for one name within 15 minutes.
const PASSPHRASES: u32 = 10;
/// Wrong codes for one account within 15 minutes.
const CODES: u32 = 5;

/// First step: the passphrase.
pub fn sign_in(app: &App, given: SignIn) -> Result<SignedIn, Refusal> {
    let passphrase = Passphrase::new(given.passphrase);
    let tag = lookup_of(app, &given.login);
    let limiter = app.memory::<Limiter>();
    limiter.attempt(tag, app.clock.now(), PASSPHRASES)?;
    let known = app.consult(&Caller::Visitor, |act| {
        let Some(row) = rows::account_by_lookup(act.db(), tag.into())? else {
            return Ok(None);
        };
        let unlock = rows::unlock(act.db(), row.id, amparo_vault::Method::PassphraseArgon2idV1)?;
        let account = accounts::open_row(act, row)?;
        Ok(Some((account, unlock)))
    })?;
    let unlocked = {
        let _permit = app
            .stretching
            .enter()
            .inspect_err(|_| limiter.take_back(tag))?;
        match &known {
            Some((account, Some(unlock))) => {
                unlock_with_passphrase(unlock, account.id.as_bytes(), &passphrase).ok()
            }
            // Unknown, or removed.
            _ => {
                let salt = app.instance.dummy_salt(&given.login);
                spend_as_if_unlocking(&passphrase, salt, app.config.stretch);
                None
            }
        }
    };
    match (known, unlocked) {
        (Some((account, _)), Some(umk)) if may_sign_in(&account) => {
            limiter.succeeded(tag);
            let keys = keys_of(&account, &umk)?;
            begin(app, account.id, &keys, Stage::SecondFactor)
        }
        (known, _) => {
            let account = known.as_ref().map(|(account, _)| account);
            failures::leave_word(app, account, "passphrase")?;
            Err(Refusal::WrongCredentials)
        }
    }
}

pub(super) fn may_sign_in(account: &Account) -> bool {
    matches!(
        account.profile.state,
        AccountState::Active | AccountState::Waiting
    )
}

/// Opens what the master key opens.
pub(super) fn keys_of(account: &Account, umk: &UserMasterKey) -> Result<SessionKeys, Refusal> {
    let id = account.id.as_bytes();
    let keyring_key = umk.keyring_key();
    let version = account.keyring_version.get();
    Ok(SessionKeys {
        identity: Identity::open(umk, id, account.identity.as_slice())?,
        keyring: Keyring::open(&keyring_key, id, version, account.keyring.as_slice())?,
        keyring_key,
    })
}

/// Begins a session that still owes the second factor: nobody's act yet.
pub(super) fn begin(
    app: &App,
    account: AccountId,
    keys: &SessionKeys,
    stage: Stage,
) -> Result<SignedIn, Refusal> {
    app.consult(&Caller::Visitor, |act| {
        let token = sessions::begin(act, account, stage, keys)?;
        Ok(SignedIn {
            token: token.to_text().expose().to_owned(),
            stage,
            ends_at: live::ends_at(act.now),
            idle_minutes: IDLE_MINUTES,
            recovery_code_used: false,
        })
    })
}

/// Second step: the code. The token is changed, because the one before could do less.
pub fn second_factor(
    app: &App,
    caller: &Caller,
    given: &SecondFactor,
) -> Result<SignedIn, Refusal> {
    let Caller::Halfway {
        account: id, token, ..
    } = caller
    else {
        return match caller {
            Caller::Member(_) => Err(Refusal::Because(Reason::SignedIn)),
            _ => Err(Refusal::SignIn),
        };
    };
    let limiter = app.memory::<Limiter>();
    let tag = app.instance.lookup_tag("second factor", &id.to_string());
    limiter.attempt(tag, app.clock.now(), CODES)?;
    let account = app.consult(caller, |act| accounts::find(act, *id))?;
    let used = app.memory::<UsedCodes>();
    let secret = &account.profile.totp_secret;
    let factor = app.instance.lookup_tag("used codes", secret);
    let step = totp(&account.profile.totp_secret)?
        .check(given.code.trim(), unix_seconds(app))
        .filter(|step| *step > account.profile.totp_step.max(used.last(factor)));
    let Some(step) = step else {
        app.write(caller, |act| {
            let about = About::the(id.to_uuid());
            ledger::note_in(act, account.organisation, What::SecondFactorFailed, about)
        })?;
        return Err(Refusal::WrongCredentials);
    };
    if !used.take(factor, step) {
        // Somebody used the same code at the same moment.
        return Err(Refusal::WrongCredentials);
    }
    limiter.succeeded(tag);
    let session = sessions::find(app, token)?;
    let keys = open_session(token, &app.boot, id.as_bytes(), &session.sealed)
        .map_err(|_| Refusal::SignIn)?;
    // No row of hers changes: nothing at rest says when she signed in.
    let signed_in = app.write(caller, |act| {
        sessions::end_token(act, token);
        let token = sessions::begin(act, *id, Stage::Full, &keys)?;
        let about = About::the(id.to_uuid());
        ledger::note_in(act, account.organisation, What::SignedIn, about)?;
        Ok(SignedIn {
            token: token.to_text().expose().to_owned(),
            stage: Stage::Full,
            ends_at: live::ends_at(act.now),
            idle_minutes: IDLE_MINUTES,
            recovery_code_used: false,
        })
    })?;
    take_over(app, &signed_in)?;
    Ok(signed_in)
}

/// What a database of the first release waits for: the first manifest of its register, which the
/// first key administrator signs who comes back.
fn take_over(app: &App, signed_in: &SignedIn) -> Result<(), Refusal> {
    let caller = app.authenticate(SessionToken::parse(&signed_in.token)?)?;
    let Some(certificate) = caller.member()?.certificate.clone() else {
        return Ok(());
    };
    app.housekeep_for(&caller, |act| {
        let all: Vec<AccountId> = accounts::all(act)?.iter().map(|one| one.id).collect();
        match register::take_over(act, &certificate, &all) {
            // She has no key of everyone yet, or somebody else just did it.
            Ok(_) | Err(Refusal::NotFound | Refusal::Because(_)) => Ok(()),
            Err(other) => Err(other),
        }
    })
}

pub(super) fn unix_seconds(app: &App) -> u64 {
    u64::try_from(app.clock.now().to_utc().timestamp()).unwrap_or_default()
}

/// Checks the present passphrase again and gives back what it unlocks.
pub(super) fn unlock_again(
    app: &App,
    caller: &Caller,
    passphrase: String,
    pointer: &str,
) -> Result<(Account, UserMasterKey), Refusal> {
    let member = caller.member()?;
    let passphrase = Passphrase::new(passphrase);
    let limiter = app.memory::<Limiter>();
    let tag = app
        .instance
        .lookup_tag("passphrase again", &member.account.to_string());
    limiter.attempt(tag, app.clock.now(), PASSPHRASES)?;
    let (account, unlock) = app.consult(caller, |act| {
        let account = accounts::find(act, member.account)?;
        let method = amparo_vault::Method::PassphraseArgon2idV1;
        let unlock = rows::unlock(act.db(), member.account, method)?.ok_or(Refusal::NotFound)?;
        Ok((account, unlock))
    })?;
    let _permit = app.stretching.enter()?;
    match unlock_with_passphrase(&unlock, account.id.as_bytes(), &passphrase) {
        Ok(umk) => {
            limiter.succeeded(tag);
            Ok((account, umk))
        }
        Err(_) => Err(Refusal::fault(
            pointer,
            "wrong",
            "is not the present passphrase",
        )),
    }
}
