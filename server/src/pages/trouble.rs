//! Refusals as pages. What one may not know and what is not there is the same calm page.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use askama::Template;

use super::filled::Filled;
use super::frame::{Frame, Viewer};
use super::next::{Shown, see_other};
use crate::foundation::reason::{Reason, RefusalKind};
use crate::foundation::refusal::{BrokenKind, Refusal};
use crate::web::{reference, status_of};

/// A refusal on its way to a page.
#[derive(Debug)]
pub struct Trouble {
    refusal: Refusal,
    inside: Box<Inside>,
}

#[derive(Debug)]
struct Inside {
    frame: Frame,
    looked: bool,
    again: Option<Filled>,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.refusal.fmt(f)
    }
}

impl Trouble {
    /// Trouble of which nothing is known but the request.
    pub fn bare(request: &HttpRequest, refusal: Refusal) -> Self {
        Self::new(refusal, Frame::bare(request), request.method().is_safe())
    }

    /// Trouble on the way to `frame`; `looked` if nothing was to be changed.
    pub(super) fn new(refusal: Refusal, frame: Frame, looked: bool) -> Self {
        Self {
            refusal,
            inside: Box::new(Inside {
                frame: frame.said_nothing(),
                looked,
                again: None,
            }),
        }
    }

    /// With what was typed, so that it is not lost.
    pub(super) fn keeping(mut self, filled: Filled) -> Self {
        self.inside.again = Some(filled);
        self
    }
}

impl ResponseError for Trouble {
    fn status_code(&self) -> StatusCode {
        status_of(&self.refusal)
    }

    fn error_response(&self) -> HttpResponse {
        let frame = &self.inside.frame;
        match &self.refusal {
            // Somebody who only looked is shown the way in; there is nothing to lose.
            Refusal::SignIn if self.inside.looked && !frame.has_lapsed() => {
                see_other(&with_then(frame, frame.way_in()))
            }
            Refusal::SecondFactor => see_other(&with_then(frame, "/second-factor")),
            refusal => page(refusal, frame, self.inside.again.clone()),
        }
    }
}

/// The address of a sign-in page that leads back here.
fn with_then(frame: &Frame, path: &str) -> String {
    let here = frame.self_address();
    if Frame::is_own_path(&here) && frame.here().len() > 1 {
        format!("{}?then={here}", frame.to(path))
    } else {
        frame.to(path)
    }
}

/// A page about what did not work.
#[derive(Template)]
#[template(path = "doors/trouble.html")]
struct TroublePage {
    t: Frame,
    word: &'static str,
    reason: Option<Reason>,
    wait: Option<u32>,
    reference: Option<String>,
    sign_in: Option<String>,
    form: Option<Filled>,
}

fn page(refusal: &Refusal, frame: &Frame, form: Option<Filled>) -> HttpResponse {
    let frame = &frame.clone().in_chosen_language();
    let mut page = TroublePage {
        t: frame.clone(),
        word: word_of(refusal),
        reason: None,
        wait: None,
        reference: None,
        sign_in: None,
        form: None,
    };
    match refusal {
        Refusal::Because(reason) => page.reason = Some(*reason),
        Refusal::TooMany(wait) | Refusal::Busy(wait) => page.wait = Some(wait.div_ceil(60)),
        Refusal::SignIn => {
            page.sign_in = Some(with_then(frame, frame.way_in()));
            page.form = form.filter(|form| !form.fields().is_empty());
            // Whoever sees this page is not signed in, whatever the frame was made for.
            page.t = frame.clone();
        }
        Refusal::Broken(broken) => {
            let reference = reference();
            tracing::error!(
                reference,
                what = broken.what,
                chain = broken.chain,
                "broken"
            );
            page.reference = Some(reference);
        }
        _ => {}
    }
    let mut response = Shown::page(&page).map_or_else(
        |_| HttpResponse::InternalServerError().finish(),
        |shown| shown.into_response(status_of(refusal)),
    );
    if let Refusal::TooMany(wait) | Refusal::Busy(wait) = refusal {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, header::HeaderValue::from(*wait));
    }
    response
}

/// The messages `trouble-<word>-title` and `trouble-<word>-text`.
fn word_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::SignIn => "lapsed",
        Refusal::Invalid(_) | Refusal::WrongCredentials | Refusal::KeyReused => "invalid",
        Refusal::TooMany(_) => "too-many",
        Refusal::Busy(_) => "busy",
        Refusal::TooLarge => "too-large",
        Refusal::TooSlow => "too-slow",
        Refusal::Broken(broken) => match broken.kind {
            BrokenKind::Bug => "broken",
            BrokenKind::Damage => "damaged",
            BrokenKind::Outage | BrokenKind::Race => "unavailable",
        },
        Refusal::Because(reason) if reason.kind() == RefusalKind::NoConsent => "no-consent",
        Refusal::Because(_) | Refusal::CaseClosed | Refusal::AnswerGone => "not-now",
        Refusal::StaleRevision { .. } | Refusal::MatchMissing => "stale",
        Refusal::NotFound | Refusal::OtherMethod | Refusal::SecondFactor => "not-found",
    }
}

impl TroublePage {
    fn trouble_id(&self, part: &str) -> String {
        format!("trouble-{}-{part}", self.word)
    }

    /// Whether it is the person with a number who comes in again.
    fn is_persons(&self) -> bool {
        self.t.way_in() != "/sign-in"
    }

    fn home(&self) -> String {
        match self.t.viewer() {
            Viewer::Member { .. } => self.t.to("/home"),
            _ => self.t.to("/"),
        }
    }
}
