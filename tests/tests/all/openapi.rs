//! The published document is the committed one, and says everything that a client must know.

use std::collections::BTreeSet;
use std::path::PathBuf;

use amparo_tests::document::{Document, Operation};
use amparo_tests::{House, Value, json};

fn committed() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json")
}

/// `AMPARO_ACCEPT=1` writes the file instead of comparing it.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the test says whether a change is meant"
)]
fn the_committed_document_is_the_published_one() {
    let published = amparo::doors::document_json().unwrap();
    if std::env::var("AMPARO_ACCEPT").is_ok() {
        std::fs::write(committed(), &published).unwrap();
    }
    let file = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        file == published,
        "docs/openapi.json is not what the server publishes; if the change is meant, run \
         AMPARO_ACCEPT=1 cargo test -p amparo-tests openapi"
    );
}

#[actix_web::test]
async fn the_server_serves_it_to_anybody() {
    let house = House::open().await;
    let served = house.visitor().get("/api/openapi.json").await.expect(200);
    assert_eq!(served.text(), amparo::doors::document_json().unwrap());
    assert_eq!(served.body["openapi"], "3.1.0");
}

/// What is missing in one operation.
fn gaps(document: &Document, operation: &Operation) -> Vec<String> {
    let entry = &operation.entry;
    let mut gaps = Vec::new();
    let mut need = |there: bool, what: &str| {
        if !there {
            gaps.push(format!("{} {}: {what}", operation.method, operation.path));
        }
    };
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    need(
        !operation.id.is_empty() && operation.id.chars().all(is_name),
        "operationId",
    );
    need(
        entry["tags"].as_array().is_some_and(|tags| tags.len() == 1),
        "one tag",
    );
    let says = entry["summary"].as_str().or(entry["description"].as_str());
    need(says.is_some_and(|text| text.len() > 5), "a sentence");
    let responses = entry["responses"].as_object().cloned().unwrap_or_default();
    need(
        responses.keys().any(|code| code.starts_with('2')),
        "a good answer",
    );
    need(responses.contains_key("default"), "the problems");
    let parameters = entry["parameters"].as_array().cloned().unwrap_or_default();
    let has = |name: &str| parameters.iter().any(|it| it["name"] == name);
    if operation.method == "POST" {
        need(has("Idempotency-Key"), "Idempotency-Key");
    }
    if operation.method == "PATCH" {
        need(has("If-Match"), "If-Match");
    }
    operation.path_with(|name| {
        need(has(name), "a parameter of the path");
        String::new()
    });
    if let Some(schema) = operation.body_schema() {
        let mut seen = BTreeSet::new();
        unbounded(document, schema, &operation.id, &mut seen, &mut gaps);
    }
    gaps
}

/// What a body may hold without a bound: a text without a length, a list without a number, an
/// object with any field.
fn unbounded(
    document: &Document,
    schema: &Value,
    at: &str,
    seen: &mut BTreeSet<String>,
    gaps: &mut Vec<String>,
) {
    if let Some(name) = schema["$ref"].as_str() {
        if seen.insert(name.to_owned()) {
            unbounded(document, document.resolve(schema), name, seen, gaps);
        }
        return;
    }
    let is = |kind: &str| {
        schema["type"] == kind
            || schema["type"]
                .as_array()
                .is_some_and(|all| all.contains(&json!(kind)))
    };
    let short = ["uuid", "date", "date-time"]
        .iter()
        .any(|it| schema["format"] == *it);
    let closed = schema.get("enum").is_some() || schema.get("const").is_some();
    if is("string") && !closed && !short && schema["maxLength"].is_null() {
        gaps.push(format!("{at}: a text without a bound"));
    }
    if is("array") && schema["maxItems"].is_null() {
        gaps.push(format!("{at}: a list without a bound"));
    }
    if let Some(fields) = schema["properties"].as_object() {
        for (name, field) in fields {
            unbounded(document, field, &format!("{at}/{name}"), seen, gaps);
        }
    }
    unbounded_parts(document, schema, at, seen, gaps);
}

fn unbounded_parts(
    document: &Document,
    schema: &Value,
    at: &str,
    seen: &mut BTreeSet<String>,
    gaps: &mut Vec<String>,
) {
    if schema.get("items").is_some() {
        unbounded(document, &schema["items"], &format!("{at}[]"), seen, gaps);
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        for shape in schema[choice].as_array().into_iter().flatten() {
            unbounded(document, shape, at, seen, gaps);
        }
    }
}

#[test]
fn every_operation_says_what_a_client_must_know() {
    let document = Document::published();
    let operations = document.operations();
    let gaps: Vec<String> = operations
        .iter()
        .flat_map(|it| gaps(&document, it))
        .collect();
    assert_eq!(gaps, [String::new(); 0]);
    let ids: BTreeSet<&str> = operations.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), operations.len(), "an operationId is used twice");
}

#[test]
fn a_planted_operation_without_anything_is_caught() {
    let document = Document::published();
    let planted = Operation {
        id: String::new(),
        method: "POST".to_owned(),
        path: "/api/v1/planted/{id}".to_owned(),
        entry: json!({"requestBody": {"content": {"application/json": {"schema": {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "array", "items": {"type": "integer"}}},
        }}}}}),
    };
    assert_eq!(gaps(&document, &planted).len(), 9);
}

#[test]
fn no_path_and_no_query_has_room_for_a_secret() {
    let forbidden = [
        "name", "phone", "code", "login", "token", "receipt", "q", "query", "text",
    ];
    for operation in Document::published().operations() {
        // The directory is public, and the standard for it (HSDS) searches by GET.
        if operation.entry["tags"][0] == "directory" {
            continue;
        }
        for parameter in operation.entry["parameters"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let name = parameter["name"].as_str().unwrap();
            let in_url = parameter["in"] == "path" || parameter["in"] == "query";
            assert!(
                !(in_url && forbidden.contains(&name)),
                "{}: {name} would stand in every log on the way",
                operation.path
            );
        }
    }
}
