//! Methods that no operation has: HEAD is a GET without its body, and a path that is there says what
//! it can be asked (RFC 9110, 9.3.2, 9.3.7 and 15.5.6).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse};
use serde_json::Value;

use super::document;
use crate::foundation::Refusal;
use crate::web::problem_response;

/// What every path of the API begins with.
const API: &str = "/api/v1";

/// Answers HEAD as GET; the server leaves the body out.
pub async fn head_as_get(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    next.call(request).await
}

/// A path of the document: its steps, `None` for an id, and its methods.
struct Described {
    steps: Vec<Option<String>>,
    methods: BTreeSet<String>,
}

static DESCRIBED: LazyLock<Vec<Described>> = LazyLock::new(|| {
    let document = serde_json::to_value(document()).unwrap_or_default();
    let paths = document.get("paths").and_then(Value::as_object);
    let paths = paths.into_iter().flatten();
    paths.map(|(path, item)| described(path, item)).collect()
});

fn described(path: &str, item: &Value) -> Described {
    let step = |step: &str| (!step.starts_with('{')).then(|| step.to_owned());
    let path = path.strip_prefix(API).unwrap_or(path);
    let methods = item.as_object().into_iter().flatten();
    let mut methods: BTreeSet<String> = methods
        .map(|(method, _)| method.to_ascii_uppercase())
        .filter(|method| Method::from_bytes(method.as_bytes()).is_ok())
        .collect();
    if methods.contains("GET") {
        methods.insert("HEAD".to_owned());
    }
    methods.insert("OPTIONS".to_owned());
    Described {
        steps: path.trim_matches('/').split('/').map(step).collect(),
        methods,
    }
}

/// What a path of the API can be asked, if there is such a path.
fn allowed(path: &str) -> Option<String> {
    let steps: Vec<&str> = path
        .strip_prefix(API)?
        .trim_matches('/')
        .split('/')
        .collect();
    let fits = |one: &&Described| {
        let each = one.steps.iter().zip(&steps);
        one.steps.len() == steps.len()
            && each
                .into_iter()
                .all(|(wanted, step)| wanted.as_ref().is_none_or(|wanted| wanted == step))
    };
    let all: BTreeSet<&str> = DESCRIBED
        .iter()
        .filter(fits)
        .flat_map(|one| one.methods.iter().map(String::as_str))
        .collect();
    (!all.is_empty()).then(|| all.into_iter().collect::<Vec<_>>().join(", "))
}

/// The answer to a method that a path of the API does not have; none if there is no such path.
pub(super) fn other_method(request: &HttpRequest) -> Option<HttpResponse> {
    let allow = allowed(request.path())?;
    // The method is there: then it was the id, or the body, that nothing was found for.
    if allow
        .split(", ")
        .any(|one| one == request.method().as_str())
    {
        let is_asked = request.method() == Method::OPTIONS;
        return is_asked.then(|| {
            let mut answer = HttpResponse::NoContent();
            answer.insert_header((header::ALLOW, allow)).finish()
        });
    }
    let mut answer = problem_response(&Refusal::OtherMethod);
    let value = header::HeaderValue::try_from(allow).ok()?;
    answer.headers_mut().insert(header::ALLOW, value);
    Some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_what_it_can_be_asked() {
        assert_eq!(allowed("/api/v1/me").as_deref(), Some("GET, HEAD, OPTIONS"));
        let case = "/api/v1/cases/00000000-0000-4000-8000-000000000000";
        assert!(allowed(case).is_some_and(|it| it.contains("GET")));
        for other in ["/api/v1/nothing", "/api/v1", "/me", "/api/v1/me/x"] {
            assert_eq!(allowed(other), None, "{other}");
        }
    }
}
