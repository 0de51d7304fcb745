//! The page side of the door: a sign-in by cookie, forms that are ours and count once, answers in
//! HTML or `303 See Other`.
//!
//! What must stay true: nothing is changed by a request that our own page did not send; a bearer is
//! no good here, as a cookie is none at the API; a form that is refused comes back with what was
//! typed. The way to change something leads through [`PageDoor::form`], so no handler can forget.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use amparo_vault::SessionToken;

use super::cookie;
use super::frame::{Frame, is_ours};
use super::next::{Next, Shown};
use super::trouble::Trouble;
use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::lanes::Lane;
use crate::foundation::refusal::Refusal;
use crate::web::{app_of, caller_of, check_address};

/// What a page handler gives back.
pub type Page = Result<HttpResponse, Trouble>;

/// The way in for a browser.
#[derive(Clone, Debug)]
pub struct PageDoor {
    pub(super) app: App,
    pub(super) caller: Arc<Caller>,
    pub(super) lane: Lane,
    pub(super) frame: Frame,
    pub(super) request: HttpRequest,
}

impl FromRequest for PageDoor {
    type Error = Trouble;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Trouble>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let bare = |refusal: Refusal| Trouble::bare(&request, refusal);
            check_address(&request).map_err(bare)?;
            let app = app_of(&request).map_err(bare)?;
            if !is_ours(&request) || has_bearer(&request) {
                return Err(bare(Refusal::fault(
                    "",
                    "foreign",
                    "was not sent by our page",
                )));
            }
            let (caller, lapsed) = whoever_holds(&request).await.map_err(bare)?;
            let frame = Frame::new(&request, &app, &caller, lapsed).map_err(bare)?;
            Ok(Self {
                app,
                lane: caller.lane(),
                caller,
                frame,
                request: request.clone(),
            })
        })
    }
}

/// A token for programs does not open pages: otherwise a page could be made to act with it.
fn has_bearer(request: &HttpRequest) -> bool {
    request
        .headers()
        .get(header::AUTHORIZATION)
        .is_some_and(|value| value.as_bytes().starts_with(b"Bearer "))
}

/// Who holds the cookie, and whether it is one that has lapsed.
async fn whoever_holds(request: &HttpRequest) -> Result<(Arc<Caller>, bool), Refusal> {
    let token = cookie::token_of(request);
    let lapsed = token.is_none() && cookie::is_there(request);
    match caller_of(request, || Ok(token)).await {
        Ok(caller) => Ok((caller, lapsed)),
        Err(Refusal::SignIn) => Ok((Arc::new(Caller::Visitor), true)),
        Err(other) => Err(other),
    }
}

impl PageDoor {
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

    /// What every page knows.
    pub fn frame(&self) -> Frame {
        self.frame.clone()
    }

    /// Whether a token that came by another way than [`Form`](crate::pages::Form) is the one of
    /// this sign-in: for files, which are not sent as fields.
    pub fn has_token(&self, csrf: &str) -> bool {
        super::frame::token_of(&self.caller)
            .is_some_and(|token| same(&token.csrf(&self.app.boot), csrf))
    }

    /// A page about something that somebody will be told was looked at. See [`App::read`].
    pub async fn read(
        self,
        look: impl FnOnce(&mut Act<'_>, Frame) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Page {
        self.look(move |app, caller, inner| app.read(caller, |act| look(act, inner)))
            .await
    }

    /// A page about nobody's file. See [`App::consult`].
    pub async fn consult(
        self,
        look: impl FnOnce(&mut Act<'_>, Frame) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Page {
        self.look(move |app, caller, inner| app.consult(caller, |act| look(act, inner)))
            .await
    }

    /// A page whose look may have to write, such as a first look that is a step, or several acts.
    /// Whoever does it puts it on record.
    pub async fn steps(
        self,
        steps: impl FnOnce(&App, &Caller, Frame) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Page {
        self.look(move |app, caller, inner| steps(app, caller, inner))
            .await
    }

    async fn look(
        self,
        look: impl FnOnce(&App, &Caller, Frame) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Page {
        let Self {
            app,
            caller,
            lane,
            frame,
            ..
        } = self;
        let (lanes, inner) = (app.clone(), frame.clone());
        let work = move || look(&app, &caller, inner);
        match lanes.lanes.run(lane, work).await {
            Ok(shown) => Ok(shown.into_response(StatusCode::OK)),
            Err(refusal) => Err(Trouble::new(refusal, frame, true)),
        }
    }

    /// A page that needs no look at anything.
    pub fn show(self, page: impl FnOnce(Frame) -> Result<Shown, Refusal>) -> Page {
        let frame = self.frame.clone();
        page(self.frame)
            .map(|shown| shown.into_response(StatusCode::OK))
            .map_err(|refusal| Trouble::new(refusal, frame, true))
    }

    /// Goes to another page without doing anything.
    pub fn see(self, path: &str) -> Page {
        Ok(Next::see(path).into_response(&self.frame))
    }

    /// Ends whatever sign-in there is and leaves for a page that says nothing about us, whether or
    /// not the end could be noted: somebody may be coming in.
    pub async fn leave_now(
        self,
        end: impl FnOnce(&App, &Caller) -> Result<(), Refusal> + Send + 'static,
    ) -> Page {
        let Self {
            app,
            caller,
            lane,
            frame,
            ..
        } = self;
        let lanes = app.clone();
        let work = move || end(&app, &caller);
        if let Err(refusal) = lanes.lanes.run(lane, work).await {
            tracing::warn!(what = refusal.code(), "a sign-in was left but not ended");
        }
        Ok(Next::see("/page").ends().into_response(&frame))
    }

    /// Whether the form carries the token of this sign-in. A visitor has none, and nothing that
    /// another site could use.
    pub(super) fn trusts(&self, csrf: &str) -> bool {
        super::frame::token_of(&self.caller).is_none() || self.has_token(csrf)
    }

    /// The key of a form as the token that seals its answer for a visitor.
    pub(super) fn own_token(key: &str) -> Option<SessionToken> {
        SessionToken::parse(key).ok()
    }
}

/// Compares without telling by its time where two texts part.
fn same(a: &str, b: &str) -> bool {
    amparo_vault::leaf_hash(a.as_bytes()) == amparo_vault::leaf_hash(b.as_bytes())
}
