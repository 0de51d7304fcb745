//! What every operation has: problems, the meaning of the parts of its path, the key that makes a
//! POST repeatable, the version that a change was made on, what a good answer is.

use utoipa::ToSchema;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Content, PathItem, Ref, RefOr, Required, Response, ResponseBuilder, Schema};

use crate::web::{MERGE_PATCH, PROBLEM_JSON, ProblemBody};

const IF_MATCH: &str = "If-Match";
const VERSION: &str = "The `ETag` of the version that you read, with its quotation marks. Missing \
     it is 428 `match_missing`; a stale one is 412 `stale_revision` and changes nothing.";
const REPEAT: &str = "Your own key for this request, 8 to 128 printable characters, best a random \
     UUID. Repeating the request with the same key and body gives the same answer and does \
     nothing twice; with another body it is 422 `key_reused`. Answers are kept for two days.";

/// Operations that nobody need sign in for: what they check stands in the body.
const WITHOUT_SIGN_IN: [&str; 6] = [
    "offer_passphrase",
    "sign_in",
    "recover",
    "preview_invitation",
    "accept_invitation",
    "use_receipt",
];

/// Adds what every operation under `path` has.
pub fn finish(path: &str, item: &mut PathItem) {
    if let Some(operation) = &mut item.post {
        let key = header("Idempotency-Key", Required::False, REPEAT, 8, 128);
        operation.parameters.get_or_insert_default().push(key);
    }
    if let Some(operation) = &mut item.patch
        && let Some(RefOr::T(body)) = &mut operation.request_body
        && let Some(json) = body.content.get("application/json").cloned()
    {
        body.content.insert(MERGE_PATCH.to_owned(), json);
    }
    if let Some(operation) = &mut item.patch
        && !has_version(operation)
    {
        let version = header(IF_MATCH, Required::True, VERSION, 3, 64);
        operation.parameters.get_or_insert_default().push(version);
    }
    let operations = [
        &mut item.get,
        &mut item.post,
        &mut item.put,
        &mut item.patch,
        &mut item.delete,
    ];
    for operation in operations.into_iter().flatten() {
        describe(path, operation);
    }
}

fn has_version(operation: &Operation) -> bool {
    let is_match = |it: &RefOr<Parameter>| matches!(it, RefOr::T(it) if it.name == IF_MATCH);
    operation.parameters.iter().flatten().any(is_match)
}

fn describe(path: &str, operation: &mut Operation) {
    for parameter in operation.parameters.iter_mut().flatten() {
        if let RefOr::T(parameter) = parameter
            && parameter.description.is_none()
        {
            parameter.description = match parameter.parameter_in {
                ParameterIn::Path => part_of_path(path, &parameter.name).map(ToOwned::to_owned),
                _ if parameter.name == IF_MATCH => Some(VERSION.to_owned()),
                _ => None,
            };
        }
    }
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            good_answer(status).clone_into(&mut response.description);
        }
    }
    let open = operation.operation_id.as_deref();
    if open.is_some_and(|id| WITHOUT_SIGN_IN.contains(&id)) {
        operation.security = Some(Vec::new());
    }
    let refusals = refusals(operation);
    let responses = &mut operation.responses.responses;
    for (status, says) in refusals {
        let kept = responses.entry(status.to_owned());
        kept.or_insert_with(|| problem(says));
    }
    responses.insert("default".to_owned(), problem(PROBLEM));
}

/// Every status of a refusal that the operation may answer, and what it means.
fn refusals(operation: &Operation) -> Vec<(&'static str, &'static str)> {
    let id = operation.operation_id.as_deref().unwrap_or_default();
    let is_open = WITHOUT_SIGN_IN.contains(&id);
    let mut refusals = vec![
        (
            "401",
            "Nobody is signed in, or what was given does not fit together.",
        ),
        (
            "404",
            "Nothing that this caller may know about: not there, or not hers to see.",
        ),
        ("409", "It cannot be done now. `code` says why."),
        (
            "422",
            "Something sent cannot be used. Every fault stands in `errors`; nothing was saved.",
        ),
        ("500", "A fault of the server. Nothing was done."),
        (
            "503",
            "Too much at once, or the database is away. `Retry-After` says when to come back.",
        ),
    ];
    if has_version(operation) {
        refusals.extend([
            (
                "412",
                "Somebody else changed it meanwhile. The body holds what stands there now.",
            ),
            ("428", "`If-Match` is missing."),
        ]);
    }
    if operation.request_body.is_some() {
        refusals.extend([
            ("408", "The body did not come in time."),
            ("413", "The body is too large."),
        ]);
    }
    if is_open || operation.request_body.is_some() {
        refusals.push((
            "429",
            "Too many tries. `Retry-After` says when to come back.",
        ));
    }
    refusals
}

/// What a parameter of the path stands for: the word before it says it.
fn part_of_path(path: &str, name: &str) -> Option<&'static str> {
    let (before, _) = path.split_once(&format!("/{{{name}}}"))?;
    let says = match before.rsplit('/').next()? {
        "organisations" if before.contains("/directory/") => {
            "The entry of the directory: its `id` from a list. A UUID."
        }
        "assessments" => "The assessment: its `id`, a record of this case. A UUID.",
        "cases" => "The case: its `id` from a list or from opening it, not its pseudonym. A UUID.",
        "consents" => "The consent: its `id`, a record of this case. A UUID.",
        "custody" => "The stay: its `id`, a record of this case. A UUID.",
        "entries" => "The line of the timeline: its `id`, a record of this case. A UUID.",
        "imports" => "The import: the `id` of its report. A UUID.",
        "intakes" => "The intake: its `id` from a list or from writing it. A UUID.",
        "invitations" => "The invitation: its `id` from the list, not its code. A UUID.",
        "members" => "The member: the `id` of the account. A UUID.",
        "needs" => "The need: its `id`, a record of this case. A UUID.",
        "organisations" => "The organisation that takes part: its `id` from the list. A UUID.",
        "overrides" => "The override: its `id`, a record of this case. A UUID.",
        "people" => "The person in this case: the `id` of the record, not `body.person`. A UUID.",
        "places" => "The place in the directory: its `id`. A UUID.",
        "referrals" => "The referral: its `id`, the same for sender and receiver. A UUID.",
        "removals" => "The removal: its `id`, a record of this case. A UUID.",
        "services" => "The service in the directory: its `id`. A UUID.",
        "sessions" => "The sign-in: its `id` from the list, not its token. A UUID.",
        "tasks" => "The task: its `id`, a record of this case. A UUID.",
        "teams" => "The team or standing group: its `id`. A UUID.",
        "undone" => "The job that was given up: its `id` from the list. A UUID.",
        _ => return None,
    };
    Some(says)
}

fn good_answer(status: &str) -> &'static str {
    match status {
        "201" => "Made. `Location` is the address of the new thing.",
        "204" => "Done. There is nothing to say, so there is no body.",
        _ => "Done. Where the thing can be changed, `ETag` is the version in the body.",
    }
}

fn header(
    name: &str,
    required: Required,
    says: &str,
    least: usize,
    most: usize,
) -> RefOr<Parameter> {
    let text = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(least))
        .max_length(Some(most))
        .build();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(says))
        .schema(Some(Schema::from(text)))
        .build()
        .into()
}

const PROBLEM: &str = "A problem (RFC 9457). Read `code`, not the sentences.";

fn problem(says: &str) -> RefOr<Response> {
    let content = Content::new(Some(Ref::from_schema_name(ProblemBody::name())));
    ResponseBuilder::new()
        .description(says)
        .content(PROBLEM_JSON, content)
        .build()
        .into()
}
