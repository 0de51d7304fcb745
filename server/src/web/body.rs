//! JSON bodies: limited before they are buffered, checked whole against the published schema, and
//! refused with every fault at once. Nothing of what was sent is echoed.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::{Method, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::ToSchema;

use super::changes::MERGE_PATCH;
use super::problem::Problem;
use super::schemas::Schemas;
use crate::foundation::app::App;
use crate::foundation::refusal::{Broken, Fault, Refusal};

/// A body that satisfied its schema.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T> std::ops::Deref for Body<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The digest of the body that this request carried, for idempotent answers.
#[derive(Clone, Copy, Debug)]
struct BodyDigest([u8; 32]);

/// The digest of the body that `request` carried; of nothing if it carried none.
pub fn digest_of(request: &HttpRequest) -> [u8; 32] {
    request
        .extensions()
        .get::<BodyDigest>()
        .map_or_else(|| amparo_vault::leaf_hash(b""), |digest| digest.0)
}

impl<T: DeserializeOwned + ToSchema + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let bytes = read_small(&request, &mut payload).await?;
            parse::<T>(&request, &bytes).map(Self).map_err(Problem)
        })
    }
}

/// A small body, whole: never more than the limit for JSON.
pub(crate) async fn read_small(
    request: &HttpRequest,
    payload: &mut Payload,
) -> Result<web::Bytes, Problem> {
    let limit = request
        .app_data::<web::Data<App>>()
        .map_or(64 * 1024, |app| app.config.body_limit);
    let payload = web::Payload::from_request(request, payload)
        .await
        .map_err(|_| unreadable())?;
    read_limited(request, payload, limit).await
}

/// A body that is not JSON, whole: never more than `limit` bytes of it. Its digest stands for it
/// when the request is repeated.
pub async fn read_body(
    request: &HttpRequest,
    payload: web::Payload,
    limit: usize,
) -> Result<web::Bytes, Problem> {
    let bytes = read_limited(request, payload, limit).await?;
    remember(request, &bytes);
    Ok(bytes)
}

async fn read_limited(
    request: &HttpRequest,
    payload: web::Payload,
    limit: usize,
) -> Result<web::Bytes, Problem> {
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(Problem(Refusal::TooLarge));
    }
    match payload.to_bytes_limited(limit).await {
        Err(_) => Err(Problem(Refusal::TooLarge)),
        Ok(Err(_)) => Err(unreadable()),
        Ok(Ok(bytes)) => Ok(bytes),
    }
}

fn unreadable() -> Problem {
    Problem(Refusal::fault(
        "",
        "unreadable",
        "the body could not be read",
    ))
}

fn remember(request: &HttpRequest, bytes: &[u8]) {
    request
        .extensions_mut()
        .insert(BodyDigest(amparo_vault::leaf_hash(bytes)));
}

fn parse<T: DeserializeOwned + ToSchema + 'static>(
    request: &HttpRequest,
    bytes: &[u8],
) -> Result<T, Refusal> {
    remember(request, bytes);
    let sent_as = request.content_type();
    let is_patch = sent_as == MERGE_PATCH && request.method() == Method::PATCH;
    if sent_as != "application/json" && !is_patch {
        return Err(Refusal::fault(
            "",
            "content_type",
            "the body must be application/json",
        ));
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|why| {
        let place = format!("is not JSON: line {}, column {}", why.line(), why.column());
        Refusal::Invalid(vec![Fault::at("", "not_json", place)])
    })?;
    let schemas = request
        .app_data::<web::Data<Schemas>>()
        .ok_or_else(|| Broken::bug("the schemas are not at hand"))?;
    schemas.check(&T::name(), &value)?;
    // The schema was satisfied; whatever serde still finds is a value outside a closed type.
    serde_json::from_value(value).map_err(|_| {
        Refusal::fault(
            "",
            "not_understood",
            "has a value that is not possible here",
        )
    })
}
