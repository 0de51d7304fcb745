//! JSON bodies: limited before they are buffered, checked whole against the published schema, and
//! refused with every fault at once. Nothing of what was sent is echoed.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::{Method, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::timeout;
use utoipa::ToSchema;

use super::changes::MERGE_PATCH;
use super::once::{Once, TWICE};
use super::problem::Problem;
use super::schemas::Schemas;
use super::who::{app_of, bearer_of};
use crate::foundation::caller::Caller;
use crate::foundation::lanes::Lane;
use crate::foundation::refusal::{Broken, Fault, Refusal};

/// A body that satisfied its schema, from whoever is signed in. Before that is known, not a byte of
/// it is read.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// The same from somebody who need not be signed in: a few short fields.
#[derive(Debug)]
pub struct OpenBody<T>(pub T);

/// The largest body of a stranger, in bytes.
const STRANGERS_LIMIT: usize = 8 * 1024;
/// A body above this, in bytes, is not parsed on the threads that everybody's requests come by.
pub(crate) const PARSED_AT_ONCE: usize = 16 * 1024;
/// Values in one body: more than any of ours has, and few enough to be checked at once.
const MOST_VALUES: usize = 10_000;
/// How long a small body may take to arrive.
const SMALL_DEADLINE: Duration = Duration::from_secs(15);
/// How long a file may take.
const FILE_DEADLINE: Duration = Duration::from_mins(5);

impl<T> std::ops::Deref for Body<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> std::ops::Deref for OpenBody<T> {
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

impl<T: DeserializeOwned + ToSchema + Send + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let caller = bearer_of(&request).await?;
            if matches!(*caller, Caller::Visitor) {
                return Err(Problem(Refusal::SignIn));
            }
            let bytes = read_small(&request, &mut payload, usize::MAX).await?;
            Ok(Self(parse(&request, caller.lane(), bytes).await?))
        })
    }
}

impl<T: DeserializeOwned + ToSchema + Send + 'static> FromRequest for OpenBody<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let lane = bearer_of(&request).await?.lane();
            let bytes = read_small(&request, &mut payload, STRANGERS_LIMIT).await?;
            Ok(Self(parse(&request, lane, bytes).await?))
        })
    }
}

/// A small body, whole: never more than `most` bytes of it, nor than the limit for JSON.
pub(crate) async fn read_small(
    request: &HttpRequest,
    payload: &mut Payload,
    most: usize,
) -> Result<web::Bytes, Problem> {
    let limit = app_of(request)?.config.body_limit.min(most);
    let payload = web::Payload::from_request(request, payload)
        .await
        .map_err(|_| unreadable())?;
    read_limited(request, payload, limit, SMALL_DEADLINE).await
}

/// A body that is not JSON, whole: never more than `limit` bytes of it. Its digest stands for it
/// when the request is repeated.
pub async fn read_body(
    request: &HttpRequest,
    payload: web::Payload,
    limit: usize,
) -> Result<web::Bytes, Problem> {
    let bytes = read_limited(request, payload, limit, FILE_DEADLINE).await?;
    remember(request, &bytes);
    Ok(bytes)
}

async fn read_limited(
    request: &HttpRequest,
    payload: web::Payload,
    limit: usize,
    deadline: Duration,
) -> Result<web::Bytes, Problem> {
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(Problem(Refusal::TooLarge));
    }
    match timeout(deadline, payload.to_bytes_limited(limit)).await {
        Err(_) => Err(Problem(Refusal::TooSlow)),
        Ok(Err(_)) => Err(Problem(Refusal::TooLarge)),
        Ok(Ok(Err(_))) => Err(unreadable()),
        Ok(Ok(Ok(bytes))) => Ok(bytes),
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

async fn parse<T: DeserializeOwned + ToSchema + Send + 'static>(
    request: &HttpRequest,
    lane: Lane,
    bytes: web::Bytes,
) -> Result<T, Refusal> {
    remember(request, &bytes);
    let sent_as = request.content_type();
    let is_patch = sent_as == MERGE_PATCH && request.method() == Method::PATCH;
    if sent_as != "application/json" && !is_patch {
        return Err(Refusal::fault(
            "",
            "content_type",
            "the body must be application/json",
        ));
    }
    let schemas = request
        .app_data::<web::Data<Schemas>>()
        .ok_or_else(|| Broken::bug("the schemas are not at hand"))?
        .clone();
    if bytes.len() <= PARSED_AT_ONCE {
        return read(&schemas, &bytes);
    }
    let app = app_of(request)?;
    app.lanes.run(lane, move || read(&schemas, &bytes)).await
}

fn read<T: DeserializeOwned + ToSchema>(schemas: &Schemas, bytes: &[u8]) -> Result<T, Refusal> {
    let Once(value) = serde_json::from_slice(bytes).map_err(|why| {
        let place = format!("line {}, column {}", why.line(), why.column());
        let fault = match why.to_string().starts_with(TWICE) {
            true => Fault::at("", "field_twice", format!("has a field twice: {place}")),
            false => Fault::at("", "not_json", format!("is not JSON: {place}")),
        };
        Refusal::Invalid(vec![fault])
    })?;
    if values_in(&value) > MOST_VALUES {
        return Err(Refusal::TooLarge);
    }
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

/// How many values there are, lists and objects counted. The parser bounds how deep it goes.
fn values_in(value: &Value) -> usize {
    match value {
        Value::Array(all) => 1 + all.iter().map(values_in).sum::<usize>(),
        Value::Object(all) => 1 + all.values().map(values_in).sum::<usize>(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_counts() {
        assert_eq!(
            values_in(&serde_json::json!({ "a": [1, { "b": null }], "c": "" })),
            6
        );
    }
}
