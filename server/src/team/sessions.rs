//! Sessions in two halves: what a token opens only while this process lives.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use amparo_store::{AccountId, Moment, Sealed, SessionId};
use amparo_vault::{SessionKeys, SessionToken, open_session, seal_session};
use chrono::TimeDelta;

use super::accounts;
use super::admit::is_admitted;
use super::deliveries;
use super::model::{AccountState, SessionView, Stage};
use super::rows::{self, SessionRow};
use crate::foundation::config::{ABSOLUTE_HOURS, IDLE_MINUTES};
use crate::foundation::{Act, App, Caller, Member, Refusal};
use crate::ledger::{self, About, What};

/// How exactly the table says when a session was last used. The process itself knows it exactly;
/// a session does not outlive the process.
const STEP: TimeDelta = TimeDelta::minutes(15);

/// When each session of this process was last used, by the digest of its id.
#[derive(Debug, Default)]
pub(super) struct LastUsed(Mutex<HashMap<[u8; 32], Moment>>);

impl LastUsed {
    /// When it was last used; now it is used again.
    fn use_again(&self, lookup: [u8; 32], now: Moment) -> Option<Moment> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(lookup, now)
    }

    /// Forgets what was not used since `before`.
    pub(super) fn forget(&self, before: Moment) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|_, used| *used >= before);
    }
}

/// The row of a live session, or the refusal that sends to the sign-in.
pub fn find(app: &App, token: &SessionToken) -> Result<SessionRow, Refusal> {
    let lookup = token.lookup().into();
    let now = app.clock.now();
    let row = app
        .store
        .read(|db| rows::session(db, lookup))?
        .ok_or(Refusal::SignIn)?;
    let used = app
        .memory::<LastUsed>()
        .use_again(token.lookup(), now)
        .unwrap_or(row.seen_at);
    if now >= ends_at(row.created_at) || now >= used.plus(TimeDelta::minutes(IDLE_MINUTES)) {
        app.store.write(|db| rows::delete_session(db, lookup))?;
        return Err(Refusal::SignIn);
    }
    if now >= row.seen_at.plus(STEP) {
        let seen = row.seen_at.plus(STEP * steps(row.seen_at, now));
        app.store
            .write(|db| rows::touch_session(db, lookup, seen))?;
    }
    Ok(row)
}

fn steps(since: Moment, now: Moment) -> i32 {
    let minutes = (now.to_utc() - since.to_utc()).num_minutes();
    i32::try_from(minutes / STEP.num_minutes()).unwrap_or(1)
}

/// When a session that began at `created` ends in any case.
pub fn ends_at(created: Moment) -> Moment {
    created.plus(TimeDelta::hours(ABSOLUTE_HOURS))
}

/// A staff session: the member with her keys, or the one who still owes the second factor.
pub fn resume(app: &App, token: SessionToken, row: SessionRow) -> Result<Caller, Refusal> {
    let id = row.account.ok_or(Refusal::SignIn)?;
    let account = app.consult(&Caller::Visitor, |act| accounts::find(act, id))?;
    if !matches!(
        account.profile.state,
        AccountState::Active | AccountState::Waiting
    ) {
        return Err(Refusal::SignIn);
    }
    if row.stage != Stage::Full {
        return Ok(Caller::Halfway {
            account: id,
            session: row.id,
            token,
        });
    }
    // Another process made it, or this one before it was restarted: the other half is gone.
    let keys = open_session(&token, &app.boot, id.as_bytes(), row.sealed.as_slice())
        .map_err(|_| Refusal::SignIn)?;
    let keys = deliveries::merge(app, &token, &account, keys)?;
    Ok(Caller::Member(Box::new(Member {
        account: id,
        organisation: account.organisation,
        admitted: is_admitted(&account),
        certificate: account.profile.certificate()?,
        roles: account.profile.roles,
        display_name: account.profile.display_name,
        session: row.id,
        token,
        keys,
    })))
}

/// The same caller with the keys that were sent to her meanwhile: for work in several acts, the first
/// of which changed a key.
pub fn renewed(app: &App, caller: &Caller) -> Result<Caller, Refusal> {
    let token = caller.token().ok_or(Refusal::SignIn)?;
    app.authenticate(SessionToken::parse(token.to_text().expose())?)
}

/// Begins a session: seals the keys under a new token.
pub(super) fn begin(
    act: &mut Act<'_>,
    account: AccountId,
    stage: Stage,
    keys: &SessionKeys,
) -> Result<SessionToken, Refusal> {
    let token = SessionToken::generate(act.rng());
    let app = act.app();
    let sealed = seal_session(
        &token,
        &app.boot,
        account.as_bytes(),
        &keys.identity,
        &keys.keyring,
        &keys.keyring_key,
        act.rng(),
    )?;
    insert(act, &token, Some(account), stage, sealed)?;
    Ok(token)
}

/// Writes the row of a session.
pub fn insert(
    act: &mut Act<'_>,
    token: &SessionToken,
    account: Option<AccountId>,
    stage: Stage,
    sealed: Vec<u8>,
) -> Result<SessionId, Refusal> {
    let id = SessionId::from_uuid(act.fresh_id());
    let now = act.now;
    let row = SessionRow {
        id,
        account,
        stage,
        sealed: Sealed::new(sealed)?,
        created_at: now,
        seen_at: now,
    };
    rows::insert_session(act.db(), token.lookup().into(), &row)?;
    Ok(id)
}

/// One's own sessions.
pub(super) fn own(act: &mut Act<'_>) -> Result<Vec<SessionView>, Refusal> {
    let member = act.member()?;
    let rows = rows::sessions_of(act.db(), member.account)?;
    Ok(rows
        .into_iter()
        .map(|row| SessionView {
            id: row.id,
            current: row.id == member.session,
            stage: row.stage,
            created_at: row.created_at,
            seen_at: row.seen_at,
        })
        .collect())
}

/// Signs out: the row is deleted.
pub fn sign_out(act: &mut Act<'_>) -> Result<(), Refusal> {
    match act.caller() {
        Caller::Member(member) => {
            rows::delete_session(act.db(), member.token.lookup().into())?;
            ledger::note(act, What::SignedOut, About::default())
        }
        Caller::Halfway { token, account, .. } => {
            rows::delete_session(act.db(), token.lookup().into())?;
            let organisation = accounts::find(act, *account)?.organisation;
            ledger::note_in(act, organisation, What::SignedOut, About::default())
        }
        Caller::Person(_) | Caller::Visitor => Err(Refusal::SignIn),
    }
}

/// Ends another of one's own sessions.
pub(super) fn end(act: &mut Act<'_>, id: SessionId) -> Result<(), Refusal> {
    let account = act.member()?.account;
    if rows::delete_session_of(act.db(), account, id)? == 0 {
        return Err(Refusal::NotFound);
    }
    ledger::note(act, What::SessionEnded, About::default())
}

/// Ends every session of an account.
pub fn end_all_of(act: &mut Act<'_>, account: AccountId) -> Result<(), Refusal> {
    rows::delete_sessions_of(act.db(), account)
}

/// Ends the session with this token, whoever holds it. For the person's door.
pub fn end_token(act: &mut Act<'_>, token: &SessionToken) -> Result<(), Refusal> {
    rows::delete_session(act.db(), token.lookup().into())
}

/// Staff sessions; the doors ask this for any token that is not the person's.
pub fn authenticate(app: &App, token: SessionToken) -> Result<Caller, Refusal> {
    let row = find(app, &token)?;
    if row.stage == Stage::Receipt {
        return Err(Refusal::SignIn);
    }
    resume(app, token, row)
}
