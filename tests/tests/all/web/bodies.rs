//! Bodies: limited before they are buffered, JSON only, checked whole.

use amparo_tests::document::{Document, PlainWords};
use amparo_tests::{House, json};

#[actix_web::test]
async fn a_body_that_satisfies_its_schema_can_be_read() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let document = Document::published();
    let mut read = 0;
    for operation in document.operations() {
        let Some(body) = document.body(&operation, &mut PlainWords) else {
            continue;
        };
        let path = operation.path_with(|_| "00000000-0000-4000-8000-000000000000".to_owned());
        let reply = sofia
            .ask(&operation.method, &path)
            .with_raw("application/json", body.to_string())
            .await;
        let text = reply.text();
        assert!(
            !text.contains("not_understood"),
            "{}: {body:#}",
            operation.id
        );
        // What is the person's alone is refused to a member before it is read.
        read += usize::from(!text.contains("\"sign_in\""));
    }
    assert!(read > 50, "{read} bodies were read");
}

#[actix_web::test]
async fn what_is_not_json_is_refused_with_its_place() {
    let house = House::open().await;
    let send = |kind: &str, body: &str| {
        house
            .visitor()
            .ask("POST", "/sessions")
            .with_raw(kind, body.to_owned())
    };
    let broken = [
        "",
        "{",
        "{\"login\":}",
        "nul",
        "\u{feff}{}",
        "{'login': 1}",
        "[1,]",
    ];
    for body in broken {
        send("application/json", body)
            .await
            .expect_fault("", "not_json");
    }
    for kind in [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
    ] {
        send(kind, "{}").await.expect_fault("", "content_type");
    }
    for body in ["[]", "null", "1", "\"x\""] {
        send("application/json", body)
            .await
            .expect_fault("", "wrong_type");
    }
    send(
        "application/json",
        r#"{"login": "ana", "passphrase": "x", "login": "bea"}"#,
    )
    .await
    .expect_fault("", "field_twice");
    // Depth is bounded, so that a body cannot exhaust the stack.
    send("application/json", &"[".repeat(8_000))
        .await
        .expect_fault("", "not_json");
    let not_text = house
        .visitor()
        .ask("POST", "/sessions")
        .with_raw("application/json", vec![0xff, 0xfe, 0x00]);
    not_text.await.expect_fault("", "not_json");
}

#[actix_web::test]
async fn a_body_of_ten_megabytes_is_refused_by_its_announcement() {
    let house = House::open().await;
    let huge = vec![b' '; 10 * 1024 * 1024];
    house
        .visitor()
        .ask("POST", "/sessions")
        .with_raw("application/json", huge)
        .await
        .expect_problem(413, "too_large");
    // Announced, but never sent: refused without waiting for it.
    house
        .visitor()
        .ask("POST", "/sessions")
        .with_raw("application/json", "{}")
        .with_length("10485760")
        .await
        .expect_problem(413, "too_large");
}

#[actix_web::test]
async fn a_length_that_lies_does_not_get_past_the_limit() {
    let house = House::open().await;
    house
        .visitor()
        .ask("POST", "/sessions")
        .with_raw("application/json", vec![b' '; 300 * 1024])
        .with_length("2")
        .await
        .expect_problem(413, "too_large");
}

#[actix_web::test]
async fn every_fault_is_told_and_nothing_is_saved() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = hotline.administrator();
    let refused = adil
        .post(
            "/invitations",
            json!({"roles": [], "note": "x".repeat(121), "days": 31, "mail": "no", "colour": 1}),
        )
        .await
        .expect_fault("/roles", "too_few")
        .expect_fault("/note", "too_long")
        .expect_fault("/days", "out_of_range")
        .expect_fault("/mail", "bad_format")
        .expect_fault("/colour", "unknown_field");
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 5);
    adil.post("/invitations", json!({"roles": ["king"], "days": 1.5}))
        .await
        .expect_fault("/roles/0", "not_an_option")
        .expect_fault("/days", "wrong_type");
    assert!(
        adil.get("/invitations")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
}

#[actix_web::test]
async fn the_same_field_twice_is_one_field() {
    let house = House::open().await;
    let reply = house
        .visitor()
        .ask("POST", "/sessions")
        .with_raw(
            "application/json",
            r#"{"login":"a","login":"b","passphrase":"c"}"#,
        )
        .await;
    assert!(matches!(reply.status, 401 | 422), "{}", reply.text());
}
