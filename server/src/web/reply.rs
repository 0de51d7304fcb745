//! What an act answers, in plain values, so that it can be kept and repeated under its key.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::problem::Problem;
use crate::foundation::refusal::Refusal;

/// What a handler gives back.
pub type Answer = Result<HttpResponse, Problem>;

/// A status, a body, and the headers that an API client relies on.
#[derive(Serialize, Deserialize)]
pub struct Reply {
    status: u16,
    body: Option<Value>,
    location: Option<String>,
    etag: Option<String>,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reply({}, ..)", self.status)
    }
}

/// The entity tag of a revision (RFC 9110): strong, and nothing but the number.
pub fn etag(revision: i64) -> String {
    format!("\"{revision}\"")
}

impl Reply {
    /// 200 with a body.
    pub fn ok(body: &impl Serialize) -> Result<Self, Refusal> {
        Self::with(200, body)
    }

    /// 201 with a body and where the new thing lies.
    pub fn created(location: impl Into<String>, body: &impl Serialize) -> Result<Self, Refusal> {
        let mut reply = Self::with(201, body)?;
        reply.location = Some(location.into());
        Ok(reply)
    }

    /// 204.
    pub fn nothing() -> Self {
        Self {
            status: 204,
            body: None,
            location: None,
            etag: None,
        }
    }

    /// Adds the tag of the revision that was answered.
    #[must_use]
    pub fn tagged(mut self, revision: i64) -> Self {
        self.etag = Some(etag(revision));
        self
    }

    fn with(status: u16, body: &impl Serialize) -> Result<Self, Refusal> {
        Ok(Self {
            status,
            body: Some(serde_json::to_value(body)?),
            location: None,
            etag: None,
        })
    }

    /// The response; never cached anywhere.
    pub fn into_response(self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut response = HttpResponse::build(status);
        if let Some(location) = self.location {
            response.insert_header((header::LOCATION, location));
        }
        if let Some(etag) = self.etag {
            response.insert_header((header::ETAG, etag));
        }
        match self.body {
            Some(body) => response.json(body),
            None => response.finish(),
        }
    }
}
