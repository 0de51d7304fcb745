//! The log of requests, which nobody keeps unless it is switched on.
//!
//! What must stay true: no line is about one request. Lines with a time and a route, put beside the
//! database, say who worked on which case. So requests are counted, and once a minute the counts are
//! written: by method, status and a short allow-list of routes that are about nobody. Everything else
//! is one route, `other`. Never an address, an agent, a path parameter, a query or a body.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::web;

use crate::foundation::App;

/// Routes that are about nobody, by how they begin.
const NAMED: [&str; 4] = ["/health", "/hsds", "/assets", "/api/openapi.json"];
/// Every other route.
const OTHER: &str = "other";

/// How often something was asked, and how long the slowest answer took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    requests: u64,
    slowest: u64,
}

/// What was asked, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Asked {
    method: &'static str,
    route: String,
    status: u16,
}

/// Requests since the counts were written.
#[derive(Debug, Default)]
struct Requests(Mutex<BTreeMap<Asked, Count>>);

impl Requests {
    fn add(&self, what: Asked, milliseconds: u64) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = all.entry(what).or_default();
        count.requests += 1;
        count.slowest = count.slowest.max(milliseconds);
    }

    fn take(&self) -> BTreeMap<Asked, Count> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Counts a request when it is answered, if the log is switched on.
pub async fn log_requests<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let Some(app) = app.filter(|app| app.config.log_requests) else {
        return next.call(request).await;
    };
    let began = Instant::now();
    let method = method_of(request.method());
    let answer = next.call(request).await?;
    let route = route_of(answer.request().match_pattern());
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let what = Asked {
        method,
        route,
        status: answer.status().as_u16(),
    };
    app.memory::<Requests>().add(what, milliseconds);
    Ok(answer)
}

/// A method that somebody made up is text of hers, and there is no end of them.
fn method_of(method: &Method) -> &'static str {
    let known = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
    let mut known = known.into_iter();
    known.find(|one| method == one).unwrap_or(OTHER)
}

fn route_of(pattern: Option<String>) -> String {
    let about_nobody = |route: &String| NAMED.iter().any(|begins| route.starts_with(begins));
    pattern
        .filter(about_nobody)
        .unwrap_or_else(|| OTHER.to_owned())
}

/// Writes the counts and begins anew. To be called once a minute and at the end.
pub fn write_log(app: &App) {
    for (what, count) in app.memory::<Requests>().take() {
        let Asked {
            method,
            route,
            status,
        } = what;
        let Count { requests, slowest } = count;
        tracing::info!(method, route, status, requests, slowest, "requests");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_about_people_have_no_name() {
        for (pattern, route) in [
            (Some("/health/live"), "/health/live"),
            (Some("/api/v1/cases/{id}"), OTHER),
            (Some("/api/v1/sessions"), OTHER),
            (Some("/{lang}/cases/{id}"), OTHER),
            (None, OTHER),
        ] {
            assert_eq!(route_of(pattern.map(ToOwned::to_owned)), route);
        }
    }

    #[test]
    fn requests_are_counted_and_then_forgotten() {
        let requests = Requests::default();
        let what = || Asked {
            method: "GET",
            route: OTHER.to_owned(),
            status: 200,
        };
        requests.add(what(), 3);
        requests.add(what(), 2);
        let counts = requests.take();
        let both = Count {
            requests: 2,
            slowest: 3,
        };
        assert_eq!(counts.get(&what()), Some(&both));
        assert!(requests.take().is_empty());
    }
}
