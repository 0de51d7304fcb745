//! The log: one line a request, from an allow-list. Route template, status, duration, a random id.
//! Never an address, an agent, a path parameter, a query or a body.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

/// Logs a request when it is answered.
pub async fn log_requests<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let began = Instant::now();
    let method = request.method().clone();
    let answer = next.call(request).await?;
    let route = answer
        .request()
        .match_pattern()
        .unwrap_or_else(|| "unknown".to_owned());
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(
        method = method.as_str(),
        route,
        status = answer.status().as_u16(),
        milliseconds,
        "request"
    );
    Ok(answer)
}
