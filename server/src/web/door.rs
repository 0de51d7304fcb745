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
use actix_web::{FromRequest, HttpRequest};

use super::body::digest_of;
use super::problem::Problem;
use super::repeats::RepeatKey;
use super::reply::{Answer, Reply};
use super::who::{app_of, bearer_of, check_address};
use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::lanes::Lane;
use crate::foundation::refusal::{Fault, Refusal};

/// The way in: who asks, and how the answer is made.
#[derive(Clone, Debug)]
pub struct Door {
    app: App,
    caller: Arc<Caller>,
    lane: Lane,
    request: HttpRequest,
}

impl FromRequest for Door {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            check_address(&request)?;
            let app = app_of(&request)?;
            let caller = bearer_of(&request).await?;
            let lane = caller.lane();
            Ok(Self {
                app,
                caller,
                lane,
                request,
            })
        })
    }
}

/// What was asked for, as a digest: the body, and the query if there is one.
fn request_of(request: &HttpRequest) -> [u8; 32] {
    let body = digest_of(request);
    match request.query_string() {
        "" => body,
        query => amparo_vault::leaf_hash(&[query.as_bytes(), &[0], &body].concat()),
    }
}

impl Door {
    /// Who asks.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// For work that must not stand in the way of others: strangers', or slow work.
    #[must_use]
    pub fn in_lane(mut self, lane: Lane) -> Self {
        self.lane = lane;
        self
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
        let Self {
            app, caller, lane, ..
        } = self;
        let lanes = app.clone();
        let work = move || {
            let before = || {
                let kept = kept.as_ref();
                kept.map_or(Ok(None), |kept| kept.find::<Reply>(&app, &caller))
            };
            if let Some(reply) = before()? {
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
            // The same request may have come twice at once, and the other was quicker.
            .or_else(|refusal| before().ok().flatten().ok_or(refusal))
        };
        Ok(lanes.lanes.run(lane, work).await?.into_response())
    }

    /// A look that is put on record. See [`App::read`].
    pub async fn read(
        self,
        act: impl FnOnce(&mut Act<'_>) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        self.work(move |app, caller| app.read(caller, act)).await
    }

    /// A look at nobody's file. See [`App::consult`].
    pub async fn consult(
        self,
        act: impl FnOnce(&mut Act<'_>) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        self.work(move |app, caller| app.consult(caller, act)).await
    }

    /// Several acts with slow work between them (a run of Argon2 must hold no transaction).
    pub async fn steps(
        self,
        steps: impl FnOnce(&App, &Caller) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        self.work(move |app, caller| steps(app, caller)).await
    }

    /// The same, for a request that may be sent again under its key: its answer is kept after the last
    /// step, so the steps must be safe to do twice.
    pub async fn steps_once(
        self,
        steps: impl FnOnce(&App, &Caller) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let kept = self.repeat_key()?;
        self.work(move |app, caller| {
            let Some(kept) = kept else {
                return steps(app, caller);
            };
            if let Some(reply) = kept.find::<Reply>(app, caller)? {
                return Ok(reply);
            }
            let reply = steps(app, caller)?;
            app.housekeep_for(caller, |it| kept.keep(it, &reply))?;
            Ok(reply)
        })
        .await
    }

    async fn work(
        self,
        work: impl FnOnce(&App, &Caller) -> Result<Reply, Refusal> + Send + 'static,
    ) -> Answer {
        let (app, caller) = (self.app.clone(), self.caller);
        let work = move || work(&app, &caller);
        Ok(self.app.lanes.run(self.lane, work).await?.into_response())
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
            // Ids count the same in capitals. Another query is another request under the same key.
            place: format!("{}\n{key}", self.request.path().to_ascii_lowercase()),
            request: request_of(&self.request),
            own: None,
        }))
    }
}
