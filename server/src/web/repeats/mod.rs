//! Answers that are kept, so that a request which is sent twice does its work once.
//!
//! What must stay true: an answer is sealed under the token of the sign-in that got it, or under
//! the key that only the sender's form holds, so a dump of the rows repeats nothing. The same key
//! with another request is refused.

use amparo_store::{Digest, Sealed};
use amparo_vault::SessionToken;
use chrono::TimeDelta;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::refusal::Refusal;

mod rows;

/// The place of an answer that may be asked for again.
#[derive(Debug)]
pub struct RepeatKey {
    /// The path with its query, and the key that the sender chose.
    pub place: String,
    /// The digest of what was sent.
    pub request: [u8; 32],
    /// Seals the answer for somebody who has not signed in.
    pub own: Option<SessionToken>,
}

impl RepeatKey {
    /// The answer that was given before, if there is one.
    pub fn find<T: DeserializeOwned>(
        &self,
        app: &App,
        caller: &Caller,
    ) -> Result<Option<T>, Refusal> {
        let tag = self.tag(app, caller);
        let Some((request, sealed)) = app.store.read(|db| rows::find(db, tag))? else {
            return Ok(None);
        };
        if request != self.digest(app, tag) {
            return Err(Refusal::KeyReused);
        }
        let token = self.token(caller)?;
        let opened = amparo_vault::open_reply(token, &app.boot, self.request, sealed.as_slice())
            .map_err(|_| Refusal::AnswerGone)?;
        Ok(Some(serde_json::from_slice(opened.expose())?))
    }

    /// Keeps the answer in the act's own transaction.
    pub fn keep(&self, act: &mut Act<'_>, answer: &impl Serialize) -> Result<(), Refusal> {
        let (app, caller) = (act.app(), act.caller());
        let token = self.token(caller)?;
        let tag = self.tag(app, caller);
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(answer)?);
        let sealed = amparo_vault::seal_reply(token, &app.boot, self.request, &plain, act.rng())?;
        let today = act.now.to_day();
        rows::insert(
            act.db(),
            tag,
            self.digest(app, tag),
            Sealed::new(sealed)?,
            today,
        )
    }

    fn tag(&self, app: &App, caller: &Caller) -> Digest {
        let who = match caller {
            Caller::Member(member) => member.account.to_string(),
            Caller::Person(person) => person.receipt.to_string(),
            Caller::Halfway { .. } | Caller::Visitor => String::new(),
        };
        let text = format!("{who}\n{}", self.place);
        Digest::from(app.instance.lookup_tag("idempotency", &text))
    }

    /// What the row says of the request. Not its plain digest: whoever guesses a short body, such as
    /// a name, could check the guess against a dump.
    fn digest(&self, app: &App, tag: Digest) -> Digest {
        let hex = |bytes: &[u8; 32]| data_encoding::HEXLOWER.encode(bytes);
        let text = format!("{}\n{}", hex(&tag.into_bytes()), hex(&self.request));
        app.instance.lookup_tag("request", &text).into()
    }

    fn token<'a>(&'a self, caller: &'a Caller) -> Result<&'a SessionToken, Refusal> {
        caller.token().or(self.own.as_ref()).ok_or(Refusal::SignIn)
    }
}

/// Answers are kept for two days; a request is not repeated after that.
pub fn sweep_answers(app: &App) -> Result<(), Refusal> {
    let day = app.clock.now().plus(-TimeDelta::days(2)).to_day();
    app.store.write(|db| rows::delete_before(db, day))
}
