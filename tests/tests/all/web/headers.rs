//! Security headers on every answer of every route.

use amparo_tests::House;
use amparo_tests::document::{Document, PlainWords};

const HEADERS: [(&str, &str); 8] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    (
        "content-security-policy",
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=()",
    ),
];

fn assert_safe(path: &str, reply: &amparo_tests::Reply) {
    for (name, value) in HEADERS {
        assert_eq!(reply.header(name), Some(value), "{name} on {path}");
    }
    for name in [
        "server",
        "x-powered-by",
        "set-cookie",
        "access-control-allow-origin",
    ] {
        assert_eq!(reply.header(name), None, "{name} on {path}");
    }
}

#[actix_web::test]
async fn every_operation_answers_with_them() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let document = Document::published();
    for operation in document.operations() {
        // Signing out would end the story; it answers like its neighbours.
        if operation.id == "sign_out" {
            continue;
        }
        let path = operation.path_with(|_| "00000000-0000-4000-8000-000000000000".to_owned());
        for actor in [house.visitor(), sofia.clone()] {
            let mut ask = actor.ask(&operation.method, &path);
            if let Some(body) = document.body(&operation, &mut PlainWords) {
                ask = ask.with_raw("application/json", body.to_string());
            }
            let reply = ask.await;
            assert_safe(&path, &reply);
            assert!(reply.status < 500, "{path}: {}", reply.text());
        }
    }
}

#[actix_web::test]
async fn what_lies_outside_the_api_answers_with_them_too() {
    let house = House::open().await;
    let paths = [
        "/health/live",
        "/health/ready",
        "/api/openapi.json",
        "//",
        "//nothing",
    ];
    for path in paths {
        assert_safe(path, &house.visitor().get(path).await);
    }
    house.visitor().get("/health/live").await.expect(204);
    house.visitor().get("/health/ready").await.expect(204);
}

#[actix_web::test]
async fn another_site_is_told_nothing() {
    let house = House::open().await;
    let reply = house
        .visitor()
        .get("/me")
        .with_header("Origin", "https://evil.example")
        .await;
    assert_safe("/me", &reply);
}
