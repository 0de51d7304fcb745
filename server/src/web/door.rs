//! Where a request becomes an act.
//!
//! The blocking work (database, sealing) leaves the async threads in one closure, which cannot be
//! cancelled half-way. Answers to repeated requests are kept in the act's own transaction.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::{Header as _, IfMatch};
use actix_web::http::{Method, header};
use actix_web::{FromRequest, HttpRequest, web};
use amparo_vault::SessionToken;

use super::body::digest_of;
use super::problem::Problem;
use super::repeats::RepeatKey;
use super::reply::{Answer, Reply};
use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::refusal::{Broken, Fault, Refusal};

/// The way in: who asks, and how the answer is made.
#[derive(Clone, Debug)]
pub struct Door {
    app: App,
    caller: Arc<Caller>,
    request: HttpRequest,
}

impl FromRequest for Door {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = request
                .app_data::<web::Data<App>>()
                .ok_or_else(|| Problem(Broken::bug("the app is not at hand").into()))?
                .get_ref()
                .clone();
            let caller = match bearer(&request)? {
                None => Caller::Visitor,
                Some(token) => {
                    let asked = app.clone();
                    off_thread(move || asked.authenticate(token)).await?
                }
            };
            Ok(Self {
                app,
                caller: Arc::new(caller),
                request,
            })
        })
    }
}

/// Bearers only: a cookie on an API route would let any page of the browser act.
fn bearer(request: &HttpRequest) -> Result<Option<SessionToken>, Problem> {
    let Some(value) = request.headers().get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let text = value.to_str().ok().and_then(|v| v.strip_prefix("Bearer "));
    text.and_then(|t| SessionToken::parse(t.trim()).ok())
        .map(Some)
        .ok_or(Problem(Refusal::SignIn))
}

/// Runs blocking work off the async threads.
pub async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Problem> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is app.read and app.write's way in"
    )]
    let outcome = web::block(work).await;
    match outcome {
        Ok(answer) => answer.map_err(Problem),
        Err(_) => Err(Problem(Refusal::Busy(1))),
    }
}

impl Door {
    /// Who asks.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The revision that `If-Match` names; refuses when it is missing or not one of ours.
    pub fn if_match(&self) -> Result<i64, Problem> {
        if !self.request.headers().contains_key(header::IF_MATCH) {
            return Err(Problem(Refusal::MatchMissing));
        }
        let version = match IfMatch::parse(&self.request) {
            Ok(IfMatch::Items(tags)) => match tags.as_slice() {
                [tag] if !tag.weak => tag.tag().parse().ok(),
                _ => None,
            },
            _ => None,
        };
        version.ok_or_else(|| {
            Problem(Refusal::fault(
                "#If-Match",
                "bad_tag",
                "must be the ETag of the version you read",
            ))
        })
    }

    /// A change. See [`App::write`].
    pub async fn write(
        self,
        mut act: impl FnMut(&mut Act<'_>) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        self.write_with(|_, _| Ok(()), move |it, ()| act(it)).await
    }

    /// A change that needs something slow first (a run of Argon2 must hold no transaction).
    /// `first` has no act, so it must check by itself that the caller may ask for the work.
    pub async fn write_with<P>(
        self,
        first: impl FnOnce(&App, &Caller) -> Result<P, Refusal> + Send + 'static,
        mut act: impl FnMut(&mut Act<'_>, &P) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let kept = self.repeat_key()?;
        let Self { app, caller, .. } = self;
        let reply = off_thread(move || {
            if let Some(kept) = &kept
                && let Some(reply) = kept.find::<Reply>(&app, &caller)?
            {
                return Ok(reply);
            }
            let ready = first(&app, &caller)?;
            app.write(&caller, |it| {
                let reply = act(it, &ready)?;
                if let Some(kept) = &kept {
                    kept.keep(it, &reply)?;
                }
                Ok(reply)
            })
        })
        .await?;
        Ok(reply.into_response())
    }

    /// A look that is put on record. See [`App::read`].
    pub async fn read(
        self,
        act: impl FnOnce(&mut Act<'_>) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let Self { app, caller, .. } = self;
        Ok(off_thread(move || app.read(&caller, act))
            .await?
            .into_response())
    }

    /// A look at nobody's file. See [`App::consult`].
    pub async fn consult(
        self,
        act: impl FnOnce(&mut Act<'_>) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let Self { app, caller, .. } = self;
        Ok(off_thread(move || app.consult(&caller, act))
            .await?
            .into_response())
    }

    /// Several acts with slow work between them (a run of Argon2 must hold no transaction).
    pub async fn steps(
        self,
        steps: impl FnOnce(&App, &Caller) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let Self { app, caller, .. } = self;
        Ok(off_thread(move || steps(&app, &caller))
            .await?
            .into_response())
    }

    fn repeat_key(&self) -> Result<Option<RepeatKey>, Problem> {
        let Some(key) = self.request.headers().get("Idempotency-Key") else {
            return Ok(None);
        };
        if self.request.method() != Method::POST || self.caller.token().is_none() {
            return Ok(None);
        }
        let key = key
            .to_str()
            .ok()
            .filter(|key| (8..=128).contains(&key.len()))
            .ok_or_else(|| {
                Problem(Refusal::Invalid(vec![Fault::at(
                    "#Idempotency-Key",
                    "bad_key",
                    "must be 8 to 128 printable characters, best a random UUID",
                )]))
            })?;
        Ok(Some(RepeatKey {
            place: format!(
                "{}?{}\n{key}",
                self.request.path(),
                self.request.query_string()
            ),
            request: digest_of(&self.request),
            own: None,
        }))
    }
}
