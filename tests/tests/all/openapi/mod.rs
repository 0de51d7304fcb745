//! The published document is the committed one, and says everything that a client must know.

mod refusals;

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

/// Fewer words than this say nothing: "What.", "How soon.", "Its name."
const FEWEST_WORDS: usize = 4;

/// Words of our workshop: a partner's programmer knows neither Rust nor our modules.
const WORKSHOP: [&str; 21] = [
    "Act", "Broken", "Kept", "None", "Option", "Ok", "Refusal", "Some", "String", "Vec", "bool",
    "diesel", "enum", "i64", "panics", "rows", "serde", "struct", "u32", "unwrap", "usize",
];

/// Where a word of the workshop is a word of everyday life: the rows of an imported file.
const EVERYDAY: [(&str, &str); 2] = [("/skipped", "rows"), ("SkippedRows", "rows")];

/// Whether `text` tells more than the name of what stands at `at`, in words of its readers.
fn tells(at: &str, text: &str, faults: &mut Vec<String>) {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let words: Vec<&str> = text
        .split(|c| !is_part(c))
        .filter(|it| !it.is_empty())
        .collect();
    let name = at.rsplit('/').next().unwrap_or_default().to_lowercase();
    let filler = ["the", "a", "an", "its", "is", "of", "it", "this"];
    let adds = |word: &&&str| {
        let word = word.to_lowercase();
        !filler.contains(&word.as_str()) && !name.split('_').any(|part| part == word)
    };
    if words.len() < FEWEST_WORDS || words.iter().filter(adds).count() == 0 {
        faults.push(format!("{at}: {text:?} says nothing"));
    }
    for word in WORKSHOP.iter().filter(|word| words.contains(word)) {
        let meant = |(place, of): &(&str, &str)| of == word && at.contains(place);
        if !EVERYDAY.iter().any(meant) {
            faults.push(format!("{at}: speaks of {word}"));
        }
    }
}

/// What the document says of a property, or of what it may be instead of null.
fn said_of(schema: &Value) -> &str {
    let choices = ["oneOf", "anyOf", "allOf"].map(|it| schema[it].as_array());
    let inner = choices.into_iter().flatten().flatten();
    std::iter::once(schema)
        .chain(inner)
        .find_map(|it| it["description"].as_str())
        .unwrap_or_default()
}

/// Every property of a schema and of the shapes in it.
fn untold_properties(schema: &Value, at: &str, faults: &mut Vec<String>) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}/{name}");
        // The tag of a shape has one value, which is the name of the shape.
        let is_tag = property["enum"]
            .as_array()
            .is_some_and(|all| all.len() == 1);
        if !is_tag {
            tells(&at, said_of(property), faults);
        }
        untold_properties(property, &at, faults);
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        for shape in schema[choice].as_array().into_iter().flatten() {
            untold_properties(shape, at, faults);
        }
    }
    if schema.get("items").is_some() {
        untold_properties(&schema["items"], at, faults);
    }
}

fn untold_operation(at: &str, entry: &Value, faults: &mut Vec<String>) {
    let text = |of: &Value, name: &str| of[name].as_str().unwrap_or_default().to_owned();
    tells(&format!("{at} summary"), &text(entry, "summary"), faults);
    // The summary stands alone in indexes; who may, and what follows, is said below it.
    tells(
        &format!("{at} description"),
        &text(entry, "description"),
        faults,
    );
    for parameter in entry["parameters"].as_array().into_iter().flatten() {
        let at = format!("{at}/{}", text(parameter, "name"));
        tells(&at, &text(parameter, "description"), faults);
    }
    for (status, response) in entry["responses"].as_object().into_iter().flatten() {
        let at = format!("{at}/{status}");
        tells(&at, &text(response, "description"), faults);
    }
}

/// Everything in a document that leaves its reader where she was.
fn untold(document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let schemas = &document["components"]["schemas"];
    for (name, schema) in schemas.as_object().into_iter().flatten() {
        tells(
            name,
            schema["description"].as_str().unwrap_or_default(),
            &mut faults,
        );
        untold_properties(schema, name, &mut faults);
    }
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, entry) in item.as_object().into_iter().flatten() {
            untold_operation(&format!("{method} {path}"), entry, &mut faults);
            let tag = &entry["tags"][0];
            let tags = document["tags"].as_array().into_iter().flatten();
            let said = tags.filter(|it| it["name"] == *tag).map(said_of).next();
            tells(&format!("tag {tag}"), said.unwrap_or_default(), &mut faults);
        }
    }
    faults
}

fn published() -> Value {
    serde_json::from_str(&amparo::doors::document_json().unwrap()).unwrap()
}

#[test]
fn every_part_is_told_to_somebody_who_does_not_know_the_code() {
    assert_eq!(untold(&published()), [String::new(); 0]);
}

#[test]
fn a_planted_description_that_says_nothing_is_caught() {
    let planted = json!({
        "tags": [{"name": "planted", "description": "Things that were planted."}],
        "components": {"schemas": {"Planted": {
            "description": "The planted thing, read from rows.",
            "properties": {
                "what": {"type": "string", "description": "What."},
                "name": {"type": "string", "description": "It is its name."},
                "kind": {"type": "string", "enum": ["planted"]},
                "soon": {"oneOf": [{"type": "null"}, {"description": "By when it must be done."}]},
            },
        }}},
        "paths": {"/planted": {"get": {
            "tags": ["planted"],
            "description": "Panics, or answers None if nobody planted it.",
            "parameters": [{"name": "limit", "description": "At most."}],
            "responses": {"200": {}},
        }}},
    });
    let mut places: Vec<String> = untold(&planted)
        .into_iter()
        .filter_map(|fault| fault.split_once(": ").map(|(at, _)| at.to_owned()))
        .collect();
    places.sort_unstable();
    let expected = [
        "Planted",
        "Planted/name",
        "Planted/what",
        "get /planted description",
        "get /planted summary",
        "get /planted/200",
        "get /planted/limit",
    ];
    assert_eq!(places, expected);
}

#[test]
fn the_document_says_what_holds_for_every_request() {
    let document = published();
    let says = document["info"]["description"].as_str().unwrap();
    let conventions = [
        "RFC 9457",
        "RFC 6901",
        "RFC 7396",
        "RFC 3339",
        "UUID",
        "ISO 3166-1",
        "ISO 639-3",
        "E.164",
        "ETag",
        "If-Match",
        "Idempotency-Key",
        "`limit`",
        "`after`",
        "`next`",
        "Retry-After",
        "Bearer",
    ];
    for word in conventions {
        assert!(says.contains(word), "nothing is said of {word}");
    }
    let bearer = &document["components"]["securitySchemes"]["bearer"];
    assert!(said_of(bearer).len() > 100);
    for operation in Document::published().operations() {
        let open = operation.entry["security"] == json!([]);
        let says = operation.entry["description"].as_str().unwrap();
        assert_eq!(
            open,
            says.contains("Nobody need be signed in"),
            "{}",
            operation.id
        );
    }
}
