//! A request on its way, and what came back.

use std::future::IntoFuture;
use std::pin::Pin;

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::test::TestRequest;
use serde_json::Value;

use crate::people::Actor;

/// A request that is sent when it is awaited.
#[derive(Debug)]
pub struct Ask {
    actor: Actor,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<(String, Vec<u8>)>,
    length: Option<String>,
    anonymous: bool,
}

impl Ask {
    pub(crate) fn new(actor: &Actor, method: Method, path: &str) -> Self {
        // Paths are those of the contract; what lies outside `/api/v1` is written out.
        let outside = ["/api/", "/health", "/hsds", "/en/", "//"]
            .iter()
            .any(|start| path.starts_with(start));
        let path = if outside {
            path.to_owned()
        } else {
            format!("/api/v1{path}")
        };
        Self {
            actor: actor.clone(),
            method,
            path,
            headers: Vec::new(),
            body: None,
            length: None,
            anonymous: false,
        }
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.with_raw("application/json", body.to_string())
    }

    /// The key that makes a POST repeatable.
    #[must_use]
    pub fn with_key(self, key: &str) -> Self {
        self.with_header("Idempotency-Key", key)
    }

    /// The revision that the change was made on.
    #[must_use]
    pub fn with_if_match(self, revision: i64) -> Self {
        self.with_header("If-Match", &format!("\"{revision}\""))
    }

    /// Any header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A body of any kind.
    #[must_use]
    pub fn with_raw(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some((content_type.to_owned(), body.into()));
        self
    }

    /// Announces another length than the body has.
    #[must_use]
    pub fn with_length(mut self, length: &str) -> Self {
        self.length = Some(length.to_owned());
        self
    }

    /// Leaves the bearer out.
    #[must_use]
    pub fn without_bearer(mut self) -> Self {
        self.anonymous = true;
        self
    }

    async fn send(self) -> Reply {
        let mut request = TestRequest::with_uri(&self.path).method(self.method);
        if !self.anonymous
            && let Some(token) = self.actor.bearer().await
        {
            request = request.insert_header((header::AUTHORIZATION, format!("Bearer {token}")));
        }
        for (name, value) in self.headers {
            request = request.append_header((name, value));
        }
        if let Some((content_type, bytes)) = self.body {
            if !content_type.is_empty() {
                request = request.insert_header((header::CONTENT_TYPE, content_type));
            }
            let length = self.length.unwrap_or_else(|| bytes.len().to_string());
            // The last word: setting the payload announces its true length.
            request = request
                .set_payload(bytes)
                .insert_header((header::CONTENT_LENGTH, length));
        }
        self.actor.house().answer(request).await
    }
}

impl IntoFuture for Ask {
    type Output = Reply;
    type IntoFuture = Pin<Box<dyn Future<Output = Reply>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as JSON; null if it is empty or something else.
    pub body: Value,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Reply {
    /// Fails the test unless the status is this one; shows the body.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Fails the test unless this is the problem with this status and code.
    #[track_caller]
    pub fn expect_problem(self, status: u16, code: &str) -> Self {
        assert_eq!(
            (self.status, self.code()),
            (status, code),
            "{}",
            self.text()
        );
        assert_eq!(
            self.header("content-type"),
            Some("application/problem+json")
        );
        self
    }

    /// Fails the test unless a rule of the casework said no for this reason.
    #[track_caller]
    pub fn expect_reason(self, reason: &str) -> Self {
        assert_eq!(
            (self.status, self.body["reason"].as_str()),
            (409, Some(reason)),
            "{}",
            self.text()
        );
        let problem = ["no_consent", "blocked", "wrong_state", "already_exists"];
        assert!(problem.contains(&self.code()), "{}", self.text());
        self
    }

    /// Fails the test unless the body was refused with this fault at this place.
    #[track_caller]
    pub fn expect_fault(self, pointer: &str, code: &str) -> Self {
        let it = self.expect_problem(422, "invalid");
        let fits = |fault: &&Value| fault["pointer"] == pointer && fault["code"] == code;
        let found = it.body["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .find(fits)
            .is_some();
        assert!(found, "no {code} at {pointer}: {}", it.text());
        it
    }

    /// The code of a problem; empty if it is none.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// The field `id` of the body.
    #[track_caller]
    pub fn id(&self) -> String {
        self.text_of("id")
    }

    /// A field of the body that is a text.
    #[track_caller]
    pub fn text_of(&self, field: &str) -> String {
        match self.body[field].as_str() {
            Some(text) => text.to_owned(),
            None => panic!("no text {field} in {}", self.text()),
        }
    }

    /// The field `items` of the body.
    #[track_caller]
    pub fn items(&self) -> &[Value] {
        match self.body["items"].as_array() {
            Some(items) => items,
            None => panic!("no items in {}", self.text()),
        }
    }

    /// The revision in the `ETag`.
    #[track_caller]
    pub fn revision(&self) -> i64 {
        match self
            .header("etag")
            .and_then(|tag| tag.trim_matches('"').parse().ok())
        {
            Some(revision) => revision,
            None => panic!("no ETag with {}", self.text()),
        }
    }

    /// A header, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
