//! The doors without a socket: requests go through the same handlers as in a running server.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::dev::Service;
use actix_web::http::{Method, StatusCode, header};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App as HttpApp, web};
use serde_json::Value;

use crate::doors;
use crate::foundation::{App, Broken, Refusal};

type Calling = Pin<Box<dyn Future<Output = Result<DoorAnswer, Refusal>>>>;

/// What a door answered.
#[derive(Clone, Debug)]
pub struct DoorAnswer {
    /// The HTTP status.
    pub status: StatusCode,
    /// The entity tag, if there is one.
    pub etag: Option<String>,
    /// The body.
    pub body: Value,
}

impl DoorAnswer {
    /// A text in the body.
    pub fn text(&self, pointer: &str) -> Result<String, Refusal> {
        self.body
            .pointer(pointer)
            .and_then(Value::as_str)
            .map(ToOwned::to_owned)
            .ok_or_else(|| Broken::bug("the demonstration misses a field in an answer").into())
    }
}

/// The doors and the app behind them.
#[derive(Clone, Copy, Debug)]
pub struct Doors<'a> {
    /// What all acts share.
    pub app: &'a App,
    /// Calls the doors.
    pub client: &'a Client,
}

/// Calls the doors.
pub struct Client(Box<dyn Fn(TestRequest) -> Calling>);

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client(..)")
    }
}

impl Client {
    /// Opens the doors of an app.
    pub async fn new(app: &App) -> Result<Self, Refusal> {
        let schemas = doors::schemas()?;
        let app = app.clone();
        let configured = HttpApp::new().configure(move |config: &mut web::ServiceConfig| {
            doors::configure(config, &app, &schemas);
        });
        let service = Rc::new(init_service(configured).await);
        Ok(Self(Box::new(move |request| {
            let service = Rc::clone(&service);
            Box::pin(async move {
                let response = service
                    .call(request.to_request())
                    .await
                    .map_err(|_| Broken::bug("a door could not be called"))?;
                let status = response.status();
                let etag = response
                    .headers()
                    .get(header::ETAG)
                    .and_then(|tag| tag.to_str().ok())
                    .map(ToOwned::to_owned);
                let bytes = response
                    .into_body()
                    .try_into_bytes()
                    .map_err(|_| Broken::bug("a door answered in pieces"))?;
                let body = if bytes.is_empty() {
                    Value::Null
                } else {
                    serde_json::from_slice(&bytes)?
                };
                Ok(DoorAnswer { status, etag, body })
            })
        })))
    }

    /// One request; an answer that is not a success stops the demonstration and says why.
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        tag: Option<&str>,
        body: Option<&Value>,
    ) -> Result<DoorAnswer, Refusal> {
        let answer = self.try_call(method, path, token, tag, body).await?;
        if answer.status.is_success() {
            return Ok(answer);
        }
        let said = format!("{} {path}: {}", answer.status.as_u16(), answer.body);
        Err(Broken::new("a door refused the demonstration", &said).into())
    }

    /// One request, whatever the answer.
    pub async fn try_call(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        tag: Option<&str>,
        body: Option<&Value>,
    ) -> Result<DoorAnswer, Refusal> {
        let mut request = TestRequest::with_uri(path).method(method);
        if let Some(token) = token {
            request = request.insert_header((header::AUTHORIZATION, format!("Bearer {token}")));
        }
        if let Some(tag) = tag {
            request = request.insert_header((header::IF_MATCH, tag));
        }
        if let Some(body) = body {
            request = request.set_json(body);
        }
        (self.0)(request).await
    }
}
