//! The OpenAPI 3.1 document, made from the registrations that serve requests.

use actix_web::App as HttpApp;
use utoipa::OpenApi as _;
use utoipa::ToSchema;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Content, OpenApi, PathItem, Ref, RefOr, Required, Response, ResponseBuilder,
};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};

use crate::foundation::Fault;
use crate::web::{MERGE_PATCH, PROBLEM_JSON, ProblemBody, Routes};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Amparo",
        description = "Confidential case management for the support structures of migrants.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    components(schemas(ProblemBody, Fault))
)]
struct Frame;

/// The document.
pub fn document() -> OpenApi {
    let (_, mut api) = HttpApp::new()
        .into_utoipa_app()
        .openapi(Frame::openapi())
        .service(
            scope("/api/v1").configure(|config: &mut ServiceConfig<'_>| {
                super::api(&mut Routes::Describe(config));
            }),
        )
        .split_for_parts();
    for item in api.paths.paths.values_mut() {
        finish(item);
    }
    if let Some(components) = &mut api.components {
        components.add_security_scheme(
            "bearer",
            SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)),
        );
    }
    api.security = Some(vec![SecurityRequirement::new::<_, [String; 0], String>(
        "bearer",
        [],
    )]);
    api
}

/// The document as it is committed and served.
pub fn document_json() -> Result<String, serde_json::Error> {
    document().to_pretty_json().map(|text| text + "\n")
}

/// Adds what every operation has: problems, the key that makes a POST repeatable, the version that
/// a PATCH was made on.
fn finish(item: &mut PathItem) {
    let post = item.post.is_some();
    let operations = [
        &mut item.get,
        &mut item.post,
        &mut item.put,
        &mut item.patch,
        &mut item.delete,
    ];
    for operation in operations.into_iter().flatten() {
        operation
            .responses
            .responses
            .insert("default".to_owned(), problem());
    }
    if post && let Some(operation) = &mut item.post {
        let key = header(
            "Idempotency-Key",
            Required::False,
            "Repeating a request with the same key gives the same answer and does nothing twice.",
        );
        operation.parameters.get_or_insert_default().push(key);
    }
    if let Some(operation) = &mut item.patch {
        if let Some(RefOr::T(body)) = &mut operation.request_body
            && let Some(json) = body.content.get("application/json").cloned()
        {
            body.content.insert(MERGE_PATCH.to_owned(), json);
        }
        let parameters = operation.parameters.get_or_insert_default();
        let is_match = |it: &RefOr<Parameter>| matches!(it, RefOr::T(it) if it.name == IF_MATCH);
        if !parameters.iter().any(is_match) {
            let tag = header(
                IF_MATCH,
                Required::True,
                "The ETag of the version that was read.",
            );
            parameters.push(tag);
        }
    }
}

const IF_MATCH: &str = "If-Match";

fn header(name: &str, required: Required, says: &str) -> RefOr<Parameter> {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(says))
        .schema(Some(Object::with_type(Type::String)))
        .build()
        .into()
}

fn problem() -> RefOr<Response> {
    let content = Content::new(Some(Ref::from_schema_name(ProblemBody::name())));
    ResponseBuilder::new()
        .description("A problem (RFC 9457). It carries no content.")
        .content(PROBLEM_JSON, content)
        .build()
        .into()
}
