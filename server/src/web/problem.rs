//! Refusals on the wire: RFC 9457 problem details. No problem carries content.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::foundation::reason::{Reason, RefusalKind};
use crate::foundation::refusal::{BrokenKind, Fault, Refusal};
use crate::languages::english_text;

/// The media type of RFC 9457.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A refusal on its way out.
#[derive(Debug)]
pub struct Problem(pub Refusal);

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a request was refused or failed: problem details as RFC 9457 has them, with our own fields
/// `code`, `errors`, `current`, `sent` and `reference`.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemBody {
    /// The sort of problem as a URN: `urn:amparo:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The problem in a few English words.
    pub title: &'static str,
    /// The HTTP status of this answer.
    #[schema(minimum = 100, maximum = 599)]
    pub status: u16,
    /// What is wrong and what to do now, in an English sentence for people.
    pub detail: String,
    /// The sort of problem as a code that stays, such as `not_found` or `no_consent`. Programs
    /// decide by it.
    pub code: &'static str,
    /// Which rule of the casework says no, as a code that stays. Left out unless the code is
    /// `no_consent`, `blocked`, `wrong_state` or `already_exists`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Every fault in what was sent. Left out unless the code is `invalid`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
    /// The version that is current. Left out unless the code is `stale_revision`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<Value>,
    /// What was sent. Left out unless the code is `stale_revision`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<Value>,
    /// Quote this to the administrator: the log has the cause under it. Left out unless the code is
    /// `broken`, `data_damaged` or `unavailable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        status_of(&self.0)
    }

    fn error_response(&self) -> HttpResponse {
        problem_response(&self.0)
    }
}

/// The HTTP status of a refusal.
pub(crate) fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::SignIn | Refusal::SecondFactor | Refusal::WrongCredentials => {
            StatusCode::UNAUTHORIZED
        }
        Refusal::Invalid(_) | Refusal::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Because(_) | Refusal::CaseClosed | Refusal::AnswerGone => StatusCode::CONFLICT,
        Refusal::StaleRevision { .. } => StatusCode::PRECONDITION_FAILED,
        Refusal::MatchMissing => StatusCode::PRECONDITION_REQUIRED,
        Refusal::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Refusal::OtherMethod => StatusCode::METHOD_NOT_ALLOWED,
        Refusal::Broken(broken) => match broken.kind {
            BrokenKind::Bug => StatusCode::INTERNAL_SERVER_ERROR,
            BrokenKind::Damage => StatusCode::CONFLICT,
            BrokenKind::Outage | BrokenKind::Race => StatusCode::SERVICE_UNAVAILABLE,
        },
    }
}

/// Title and detail, in words that give nothing away.
fn words(refusal: &Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::NotFound => (
            "Not found",
            "There is nothing here that you may know about.",
        ),
        Refusal::SignIn => ("Sign in first", "Nobody is signed in here, or no longer."),
        Refusal::SecondFactor => (
            "Second factor missing",
            "Give the code of your second factor first.",
        ),
        Refusal::WrongCredentials => (
            "Not accepted",
            "What was given does not fit together. Check it and try again.",
        ),
        Refusal::Invalid(_) => (
            "Some of this cannot be used",
            "Every fault is listed under `errors`; nothing was saved.",
        ),
        // The detail is the message of the reason.
        Refusal::Because(reason) => (title_of(reason.kind()), ""),
        Refusal::StaleRevision { .. } => (
            "Changed meanwhile",
            "Somebody changed this since you read it. Both versions are here; nothing was lost.",
        ),
        Refusal::MatchMissing => (
            "Say which version",
            "A change needs `If-Match` with the ETag of the version you read.",
        ),
        Refusal::CaseClosed => ("The case is closed", "Reopen it before you change it."),
        Refusal::KeyReused => (
            "Key used before",
            "This Idempotency-Key came with another request. Use a new key for a new request.",
        ),
        Refusal::AnswerGone => (
            "Done before",
            "This was done under this key in another sign-in; its answer cannot be repeated.",
        ),
        Refusal::TooMany(_) => ("Too often", "Wait as long as Retry-After says."),
        Refusal::Busy(_) => ("Busy", "Wait as long as Retry-After says and try again."),
        Refusal::TooLarge => ("Too large", "This is more than may be sent in one go."),
        Refusal::OtherMethod => ("Method not allowed", "Allow says what can be asked here."),
        Refusal::TooSlow => ("Too slow", "It did not arrive in time. Send it again."),
        Refusal::Broken(broken) => match broken.kind {
            BrokenKind::Bug => (
                "Something broke",
                "This is our fault. Nothing was saved. Quote the reference to the administrator.",
            ),
            BrokenKind::Damage => (
                "Not believed",
                "What the database holds of this does not fit together: a disk is faulty, or \
                 somebody changed it. Nothing was shown or saved. Quote the reference to the \
                 administrator.",
            ),
            BrokenKind::Outage | BrokenKind::Race => (
                "Not available now",
                "Something this service needs cannot be reached. Nothing was saved; try again.",
            ),
        },
    }
}

fn title_of(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::NoConsent => "Nobody agreed to this",
        RefusalKind::Blocked => "This is ruled out",
        RefusalKind::WrongState => "Not from here",
        RefusalKind::AlreadyExists => "There is one already",
    }
}

/// The response for a refusal. A `Broken` is logged here, once, under the reference it shows.
pub fn problem_response(refusal: &Refusal) -> HttpResponse {
    let status = status_of(refusal);
    let (title, detail) = words(refusal);
    let mut body = ProblemBody {
        kind: format!("urn:amparo:problem:{}", refusal.code()),
        title,
        status: status.as_u16(),
        detail: detail.to_owned(),
        code: refusal.code(),
        reason: None,
        errors: Vec::new(),
        current: None,
        sent: None,
        reference: None,
    };
    let mut response = HttpResponse::build(status);
    match refusal {
        Refusal::Because(reason) => {
            body.reason = Some(*reason);
            body.detail = english_text(&reason.message());
        }
        Refusal::Invalid(faults) => body.errors.clone_from(faults),
        Refusal::StaleRevision {
            current_tag,
            current,
            sent,
        } => {
            body.current = Some(current.clone());
            body.sent = Some(sent.clone());
            response.insert_header((header::ETAG, current_tag.as_str()));
        }
        Refusal::TooMany(wait) | Refusal::Busy(wait) => {
            response.insert_header((header::RETRY_AFTER, wait.to_string()));
        }
        Refusal::Broken(broken) => {
            let reference = reference();
            tracing::error!(
                reference,
                what = broken.what,
                chain = broken.chain,
                "broken"
            );
            if status == StatusCode::SERVICE_UNAVAILABLE {
                response.insert_header((header::RETRY_AFTER, "2"));
            }
            body.reference = Some(reference);
        }
        Refusal::SignIn | Refusal::SecondFactor => {
            response.insert_header((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
        }
        _ => {}
    }
    response.content_type(PROBLEM_JSON).json(body)
}

/// Eight random hex digits that mean nothing.
pub(crate) fn reference() -> String {
    let mut bytes = [0_u8; 4];
    match getrandom::fill(&mut bytes) {
        Ok(()) => format!("{:08x}", u32::from_be_bytes(bytes)),
        Err(_) => "00000000".to_owned(),
    }
}
