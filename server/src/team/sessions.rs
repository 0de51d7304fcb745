//! Sessions in two halves: what a token opens only while this process lives.

use std::sync::Arc;

use amparo_store::{AccountId, ReceiptId, SessionId};
use amparo_vault::{SessionKeys, SessionToken, open_session, seal_session};

use super::accounts;
use super::admit::is_admitted;
use super::deliveries;
use super::live::{Holder, Live, Session};
use super::model::{AccountState, SessionView, Stage};
use crate::foundation::{Act, App, Caller, Member, Refusal};
use crate::ledger::{self, About, What};

/// A live session, or the refusal that sends to the sign-in.
pub fn find(app: &App, token: &SessionToken) -> Result<Session, Refusal> {
    app.memory::<Live>()
        .used(token.lookup(), app.clock.now())
        .ok_or(Refusal::SignIn)
}

/// A staff session: the member with her keys, or the one who still owes the second factor.
pub fn resume(app: &App, token: SessionToken, session: &Session) -> Result<Caller, Refusal> {
    let Holder::Member(id) = session.holder else {
        return Err(Refusal::SignIn);
    };
    let (account, keys_wait) = accounts::glance(app, id)?;
    if !matches!(
        account.profile.state,
        AccountState::Active | AccountState::Waiting
    ) {
        return Err(Refusal::SignIn);
    }
    if session.stage != Stage::Full {
        return Ok(Caller::Halfway {
            account: id,
            session: session.id,
            token,
        });
    }
    let keys = open_session(&token, &app.boot, id.as_bytes(), &session.sealed)
        .map_err(|_| Refusal::SignIn)?;
    let keys = match keys_wait {
        true => deliveries::merge(app, &token, &account, keys)?,
        false => keys,
    };
    Ok(Caller::Member(Box::new(Member {
        account: id,
        organisation: account.organisation,
        admitted: is_admitted(&account),
        certificate: account.profile.certificate()?,
        roles: account.profile.roles,
        display_name: account.profile.display_name,
        login: account.profile.login,
        session: session.id,
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
    insert(act, &token, Holder::Member(account), stage, sealed);
    Ok(token)
}

/// Begins a visit of the person with a receipt.
pub fn begin_visit(act: &mut Act<'_>, token: &SessionToken, receipt: ReceiptId, sealed: Vec<u8>) {
    insert(act, token, Holder::Person(receipt), Stage::Receipt, sealed);
}

/// A session is there when its act has been committed.
fn insert(act: &mut Act<'_>, token: &SessionToken, holder: Holder, stage: Stage, sealed: Vec<u8>) {
    let session = Session {
        id: SessionId::from_uuid(act.fresh_id()),
        holder,
        stage,
        sealed: Arc::from(sealed),
        created_at: act.now,
        seen_at: act.now,
    };
    let lookup = token.lookup();
    let live = act.app().memory::<Live>();
    act.once_committed(move || live.add(lookup, session));
}

/// One's own sessions.
pub(super) fn own(act: &mut Act<'_>) -> Result<Vec<SessionView>, Refusal> {
    let member = act.member()?;
    let holder = Holder::Member(member.account);
    let sessions = act.app().memory::<Live>().of(holder, act.now);
    Ok(sessions
        .into_iter()
        .map(|session| SessionView {
            id: session.id,
            current: session.id == member.session,
            stage: session.stage,
            created_at: session.created_at,
            seen_at: session.seen_at,
        })
        .collect())
}

/// Signs out.
pub fn sign_out(act: &mut Act<'_>) -> Result<(), Refusal> {
    match act.caller() {
        Caller::Member(member) => {
            end_token(act, &member.token);
            ledger::note(act, What::SignedOut, About::default())
        }
        Caller::Halfway { token, account, .. } => {
            end_token(act, token);
            let organisation = accounts::find(act, *account)?.organisation;
            ledger::note_in(act, organisation, What::SignedOut, About::default())
        }
        Caller::Person(_) | Caller::Visitor => Err(Refusal::SignIn),
    }
}

/// Ends another of one's own sessions.
pub(super) fn end(act: &mut Act<'_>, id: SessionId) -> Result<(), Refusal> {
    let holder = Holder::Member(act.member()?.account);
    let live = act.app().memory::<Live>();
    if !live.of(holder, act.now).iter().any(|one| one.id == id) {
        return Err(Refusal::NotFound);
    }
    act.once_committed(move || live.end_of(holder, |one| one.id == id));
    ledger::note(act, What::SessionEnded, About::default())
}

/// Ends every session of an account.
pub fn end_all_of(act: &mut Act<'_>, account: AccountId) {
    let live = act.app().memory::<Live>();
    act.once_committed(move || live.end_of(Holder::Member(account), |_| true));
}

/// Ends every session of an account but this one.
pub(super) fn end_others_of(act: &mut Act<'_>, account: AccountId, current: SessionId) {
    let live = act.app().memory::<Live>();
    act.once_committed(move || live.end_of(Holder::Member(account), |one| one.id != current));
}

/// Ends the session with this token, whoever holds it.
pub fn end_token(act: &mut Act<'_>, token: &SessionToken) {
    let lookup = token.lookup();
    let live = act.app().memory::<Live>();
    act.once_committed(move || live.end(lookup));
}

/// Staff sessions; the doors ask this for any token that is not the person's.
pub fn authenticate(app: &App, token: SessionToken) -> Result<Caller, Refusal> {
    let session = find(app, &token)?;
    resume(app, token, &session)
}
