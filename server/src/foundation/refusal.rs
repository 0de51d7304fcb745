//! The two ways of not doing something.
//!
//! [`Refusal`] is for people: expected answers, a closed list, without a word of HTTP.
//! [`Broken`] is for us: bugs, outages and damaged rows. The two never mix, and nothing of a `Broken` ever
//! reaches a body: the person gets a random reference, the log gets the chain under it.

use std::error::Error;
use std::fmt;

use amparo_store::{OutOfCount, Retry, StoreError, TooPlain};
use amparo_vault::VaultError;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::reason::{Reason, RefusalKind};

/// One thing that is wrong with what was sent. It never repeats what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// Where it is, as a JSON Pointer (RFC 6901) into the body. `/name` is also used for a
    /// parameter of the query and `#Name` for a header; empty means all of it.
    pub pointer: String,
    /// What sort of fault it is, as a code that stays, such as `missing` or `too_long`.
    pub code: String,
    /// What is wrong, in an English sentence for people.
    pub detail: String,
}

impl Fault {
    /// A fault at `pointer`.
    pub fn at(pointer: impl Into<String>, code: &str, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.to_owned(),
            detail: detail.into(),
        }
    }
}

/// An expected answer that is not the one hoped for.
#[derive(Debug)]
pub enum Refusal {
    /// It does not exist, or the caller may not know that it does: the same words for both.
    NotFound,
    /// Nobody is signed in, or no longer.
    SignIn,
    /// The passphrase was right; the second factor is still missing.
    SecondFactor,
    /// Name, passphrase, code or receipt do not fit together.
    WrongCredentials,
    /// What was sent cannot be used; every fault is listed.
    Invalid(Vec<Fault>),
    /// A rule says no, for this reason.
    Because(Reason),
    /// Somebody changed it meanwhile; both versions are shown.
    StaleRevision {
        /// The tag of the version that is current.
        current_tag: String,
        /// The version that is current.
        current: Value,
        /// The version that was sent.
        sent: Value,
    },
    /// A change needs `If-Match`.
    MatchMissing,
    /// The case is closed: reopen it first.
    CaseClosed,
    /// The same `Idempotency-Key` came with another request.
    KeyReused,
    /// The act was done under this key, but its answer can no longer be repeated.
    AnswerGone,
    /// Too often; seconds to wait.
    TooMany(u32),
    /// Busy; seconds to wait.
    Busy(u32),
    /// More than may be sent.
    TooLarge,
    /// What was sent did not arrive in time.
    TooSlow,
    /// The path is there, and cannot be asked in this way.
    OtherMethod,
    /// A bug, an outage, or rows that do not hold together.
    Broken(Broken),
}

impl Refusal {
    /// One fault.
    pub fn fault(pointer: &str, code: &str, detail: &str) -> Self {
        Self::Invalid(vec![Fault::at(pointer, code, detail)])
    }

    /// Which problem a rule made of it, if one did.
    pub fn kind(&self) -> Option<RefusalKind> {
        match self {
            Self::Because(reason) => Some(reason.kind()),
            _ => None,
        }
    }

    /// Whether it shows what is there, so that it is a look and must be on record as one.
    pub fn shows_content(&self) -> bool {
        matches!(self, Self::StaleRevision { .. })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(broken) => write!(f, "{broken}"),
            other => write!(f, "{}", other.code()),
        }
    }
}

impl Error for Refusal {}

impl Refusal {
    /// The word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::SignIn => "sign_in",
            Self::SecondFactor => "second_factor",
            Self::WrongCredentials => "wrong_credentials",
            Self::Invalid(_) => "invalid",
            Self::Because(reason) => reason.kind().code(),
            Self::StaleRevision { .. } => "stale_revision",
            Self::MatchMissing => "match_missing",
            Self::CaseClosed => "case_closed",
            Self::KeyReused => "key_reused",
            Self::AnswerGone => "answer_gone",
            Self::TooMany(_) => "too_many",
            Self::Busy(_) => "busy",
            Self::TooLarge => "too_large",
            Self::TooSlow => "too_slow",
            Self::OtherMethod => "method_not_allowed",
            Self::Broken(broken) => broken.kind.code(),
        }
    }
}

/// What sort of thing went wrong that nobody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenKind {
    /// Our fault: 500.
    Bug,
    /// What the database says cannot be read, or contradicts what is sealed. Somebody changed rows,
    /// or a disk did: 409, because nothing else is stopped by it.
    Damage,
    /// It may pass by itself: 503.
    Outage,
    /// Two acts could not be ordered, however often they were tried: 503.
    Race,
}

impl BrokenKind {
    /// The word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bug => "broken",
            Self::Damage => "data_damaged",
            Self::Outage | Self::Race => "unavailable",
        }
    }
}

/// A bug, an outage or damage. `what` is ours, from a fixed text; `chain` is for the log only.
#[derive(Debug)]
pub struct Broken {
    /// Our own words.
    pub what: &'static str,
    /// What lay below, for the log. Must not contain content: sources are vetted.
    pub chain: String,
    /// What sort it is.
    pub kind: BrokenKind,
}

impl Broken {
    /// A bug, with the error that showed it.
    pub fn new(what: &'static str, why: &dyn fmt::Display) -> Self {
        Self {
            what,
            chain: why.to_string(),
            kind: BrokenKind::Bug,
        }
    }

    /// A bug without an error below it.
    pub fn bug(what: &'static str) -> Self {
        Self {
            what,
            chain: String::new(),
            kind: BrokenKind::Bug,
        }
    }

    /// Rows that contradict what is sealed, or each other.
    pub fn damage(what: &'static str) -> Self {
        Self {
            kind: BrokenKind::Damage,
            ..Self::bug(what)
        }
    }

    fn of_kind(kind: BrokenKind, what: &'static str, why: &dyn fmt::Display) -> Self {
        Self {
            kind,
            ..Self::new(what, why)
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self::Because(reason)
    }
}

impl From<Broken> for Refusal {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::Busy(1),
            StoreError::Missing => Self::NotFound,
            StoreError::Duplicate { .. } => Self::Because(Reason::Exists),
            StoreError::Unavailable(_) => Self::Broken(Broken::of_kind(
                BrokenKind::Outage,
                "the database cannot be reached or is full",
                &error,
            )),
            StoreError::Serialization => Self::Broken(Broken::of_kind(
                BrokenKind::Race,
                "the database could not order two acts",
                &"",
            )),
            StoreError::Unreadable { .. } => Self::Broken(Broken::of_kind(
                BrokenKind::Damage,
                "a column cannot be read",
                &error,
            )),
            StoreError::Broken { .. } => {
                Self::Broken(Broken::new("the database answered with an error", &error))
            }
        }
    }
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<TooPlain> for Refusal {
    fn from(error: TooPlain) -> Self {
        Self::Broken(Broken::new(
            "something unsealed was about to be stored",
            &error,
        ))
    }
}

impl From<OutOfCount> for Refusal {
    fn from(error: OutOfCount) -> Self {
        Self::Broken(Broken::new("a number has no place in its column", &error))
    }
}

impl From<VaultError> for Refusal {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::TooLong => Self::TooLarge,
            other => Self::Broken(Broken::of_kind(
                BrokenKind::Damage,
                "a sealed object was refused",
                &other,
            )),
        }
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        // The text of serde's errors can quote content; only the category is safe to log.
        let category = match error.classify() {
            serde_json::error::Category::Io => "io",
            serde_json::error::Category::Syntax => "syntax",
            serde_json::error::Category::Data => "data",
            serde_json::error::Category::Eof => "eof",
        };
        Self::Broken(Broken::of_kind(
            BrokenKind::Damage,
            "a sealed object could not be understood",
            &category,
        ))
    }
}

impl Retry for Refusal {
    fn is_serialization_failure(&self) -> bool {
        matches!(self, Self::Broken(broken) if broken.kind == BrokenKind::Race)
    }
}
