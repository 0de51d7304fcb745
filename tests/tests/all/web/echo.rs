//! No refusal echoes what was sent: an error page must not carry a name into a log or a screenshot.

use amparo_tests::document::{Document, Operation, PlainWords};
use amparo_tests::{Actor, House, Reply, Value, json};

const MARKER: &str = "Mwangaza-Quetzal-7391";

fn assert_silent(what: &str, reply: &Reply) {
    assert!(!reply.text().contains(MARKER), "{what}: {}", reply.text());
    for (name, value) in &reply.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        assert!(!value.contains(MARKER), "{what}: {name}");
    }
    assert!(reply.status < 500, "{what}: {}", reply.text());
}

/// Every place in a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

async fn send(actor: &Actor, operation: &Operation, body: &Value) -> Reply {
    let path = operation.path_with(|_| "00000000-0000-4000-8000-000000000000".to_owned());
    actor
        .ask(&operation.method, &path)
        .with_if_match(1)
        .with_raw("application/json", body.to_string())
        .await
}

#[actix_web::test]
async fn no_bad_field_of_any_body_is_echoed() {
    let house = House::open().await;
    let visitor = house.visitor();
    let document = Document::published();
    let mut tried = 0;
    for operation in document.operations() {
        let Some(good) = document.body(&operation, &mut PlainWords) else {
            continue;
        };
        let mut everywhere = Vec::new();
        places(&good, "", &mut everywhere);
        for at in everywhere {
            let bad_values = [
                json!(MARKER),
                json!([MARKER]),
                json!({ MARKER: MARKER }),
                json!({ "a name with spaces Mwangaza-Quetzal-7391": 1 }),
                json!(MARKER.repeat(400)),
            ];
            for bad in bad_values.iter().skip(usize::from(at.is_empty()) * 2) {
                let mut body = good.clone();
                *body.pointer_mut(&at).unwrap() = bad.clone();
                let reply = send(&visitor, &operation, &body).await;
                let shown = reply.text();
                // The name of an unknown field is told if it looks like a name: it helps whoever
                // writes a client. Values never are.
                let values = shown.replace(&format!("/{MARKER}"), "");
                assert!(!values.contains(MARKER), "{} {at}: {shown}", operation.id);
                assert!(reply.status < 500, "{} {at}: {shown}", operation.id);
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "only {tried} bad bodies were tried");
}

#[actix_web::test]
async fn nothing_else_of_a_request_is_echoed() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let document = Document::published();
    for operation in document.operations() {
        if operation.id == "sign_out" {
            continue;
        }
        let path = operation.path_with(|_| MARKER.to_owned());
        for actor in [house.visitor(), sofia.clone()] {
            let with = |path: &str| actor.ask(&operation.method, path);
            let replies = [
                with(&path).await,
                with(&format!("{path}?limit={MARKER}&after={MARKER}")).await,
                with(&format!("{path}?{MARKER}=1")).await,
                with(&path).with_raw("application/json", MARKER).await,
                with(&path).with_raw(MARKER, "{}").await,
                with(&path)
                    .with_header("If-Match", MARKER)
                    .with_header("Idempotency-Key", MARKER)
                    .with_header("User-Agent", MARKER)
                    .with_header("Accept-Language", MARKER)
                    .await,
            ];
            for reply in &replies {
                assert_silent(&operation.id, reply);
            }
        }
    }
    assert_silent("bearer", &house.bearer(MARKER).get("/me").await);
}
