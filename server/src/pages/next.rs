//! What follows an act: another page, or a page that is shown once.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use askama::Template;
use serde::{Deserialize, Serialize};

use super::cookie;
use super::frame::Frame;
use crate::foundation::refusal::{Broken, Refusal};

/// The rules of the browser for every page: only our own files, nothing inline, nobody's frame.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'";

/// A page, ready to be sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct Shown(String);

impl Shown {
    /// Renders a template.
    pub fn page(template: &impl Template) -> Result<Self, Refusal> {
        template
            .render()
            .map(Self)
            .map_err(|why| Broken::new("a page cannot be rendered", &why).into())
    }

    pub(super) fn into_response(self, status: StatusCode) -> HttpResponse {
        let mut response = HttpResponse::build(status);
        response
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
            // Another site is told nothing; our own forms must say where they come from.
            .insert_header((header::REFERRER_POLICY, "same-origin"))
            .insert_header(("X-Robots-Tag", "noindex, nofollow"))
            .content_type("text/html; charset=utf-8");
        response.body(self.0)
    }
}

/// What follows an act that was done.
#[derive(Debug, Serialize, Deserialize)]
pub struct Next {
    step: Step,
    sign_in: SignInChange,
    clears: bool,
}

#[derive(Debug, Serialize, Deserialize)]
enum Step {
    /// A path without its language, and the message to say there.
    See(String, Option<String>),
    /// A path that is whole.
    SeeExactly(String),
    /// A page with something that is shown once.
    Show(Shown),
    /// Nothing: a script asked.
    Nothing,
}

#[derive(Debug, Serialize, Deserialize)]
enum SignInChange {
    None,
    Begins(String),
    Ends,
}

impl Next {
    /// Goes to another page of ours: a path without the language.
    pub fn see(path: impl Into<String>) -> Self {
        Self::step(Step::See(path.into(), None))
    }

    /// Goes to a path that begins with its language, as [`super::Form::then`] gives it.
    pub fn see_exactly(path: impl Into<String>) -> Self {
        Self::step(Step::SeeExactly(path.into()))
    }

    /// Shows a page that cannot be asked for again, such as a code that is told once.
    pub fn show(shown: Shown) -> Self {
        Self::step(Step::Show(shown))
    }

    /// Stays where one is: for a script that saved a draft.
    pub fn nothing() -> Self {
        Self::step(Step::Nothing)
    }

    /// Says on the next page what was done: the message `said-<id>`.
    #[must_use]
    pub fn said(mut self, id: &str) -> Self {
        if let Step::See(_, said) = &mut self.step {
            *said = Some(id.to_owned());
        }
        self
    }

    /// Gives the browser this token.
    #[must_use]
    pub fn begins(mut self, token: impl Into<String>) -> Self {
        self.sign_in = SignInChange::Begins(token.into());
        self
    }

    /// Takes the token away, and whatever the browser kept of us.
    #[must_use]
    pub fn ends(mut self) -> Self {
        self.sign_in = SignInChange::Ends;
        self.clears = true;
        self
    }

    fn step(step: Step) -> Self {
        Self {
            step,
            sign_in: SignInChange::None,
            clears: false,
        }
    }

    pub(super) fn into_response(self, frame: &Frame) -> HttpResponse {
        let mut response = match self.step {
            Step::Show(shown) => shown.into_response(StatusCode::OK),
            Step::Nothing => HttpResponse::NoContent().finish(),
            Step::SeeExactly(path) => see_other(&path),
            Step::See(path, None) => see_other(&frame.to(&path)),
            Step::See(path, Some(said)) => {
                let (path, place) = path.split_once('#').unwrap_or((&path, ""));
                let mark = if path.contains('?') { '&' } else { '?' };
                let hash = if place.is_empty() { "" } else { "#" };
                see_other(&format!("{}{mark}said={said}{hash}{place}", frame.to(path)))
            }
        };
        let cookie = match &self.sign_in {
            SignInChange::None => None,
            SignInChange::Begins(token) => Some(cookie::of(token)),
            SignInChange::Ends => Some(cookie::gone()),
        };
        if let Some(cookie) = cookie {
            // Only a cookie with a forbidden character is refused, and ours are base64.
            drop(response.add_cookie(&cookie));
        }
        if self.clears {
            response.headers_mut().insert(
                header::HeaderName::from_static("clear-site-data"),
                header::HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
            );
        }
        response
    }
}

/// Goes to another page.
pub fn see_other(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .finish()
}
