//! Passphrase, then second factor.

use amparo_tests::{House, json};
use chrono::TimeDelta;

#[actix_web::test]
async fn signing_in_takes_two_steps_and_the_first_opens_nothing() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let first = sofia.gives_passphrase().await.expect(201);
    assert_eq!(first.body["stage"], "second_factor");
    assert_eq!(first.header("location"), Some("/api/v1/sessions/current"));
    let half = house.bearer(&first.text_of("token"));
    for path in ["/me", "/sessions", "/members", "/teams", "/ledger"] {
        half.get(path).await.expect_problem(401, "second_factor");
    }
    let second = sofia.gives_code(&first.text_of("token")).await.expect(200);
    assert_eq!(second.body["stage"], "full");
    assert_eq!(second.body["ends_at"], "2026-11-24T18:00:00Z");
    assert_eq!(second.body["idle_minutes"], 15);
    // The token of the first step could do less, and is gone.
    half.get("/me").await.expect_problem(401, "sign_in");
    let full = house.bearer(&second.text_of("token"));
    full.get("/me").await.expect(200);
}

#[actix_web::test]
async fn a_complete_sign_in_takes_no_second_code() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let token = sofia.token().await;
    sofia.gives_code(&token).await.expect_reason("signed_in");
}

#[actix_web::test]
async fn a_code_counts_once() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let code = sofia.next_code();
    let give = |half: String| {
        house
            .bearer(&half)
            .post("/sessions/current/second-factor", json!({ "code": code }))
    };
    let half = sofia.gives_passphrase().await.text_of("token");
    give(half).await.expect(200);
    let half = sofia.gives_passphrase().await.text_of("token");
    give(half).await.expect_problem(401, "wrong_credentials");
    // Nor does it count as the code of the step before, once the clock has moved on.
    house.later(TimeDelta::seconds(30));
    let half = sofia.gives_passphrase().await.text_of("token");
    give(half).await.expect_problem(401, "wrong_credentials");
}

#[actix_web::test]
async fn a_code_that_is_no_code_is_refused() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let half = sofia.gives_passphrase().await.text_of("token");
    let half = house.bearer(&half);
    for code in ["000000", "abcdef", "١٢٣٤٥٦", "123456789012"] {
        half.post("/sessions/current/second-factor", json!({ "code": code }))
            .await
            .expect_problem(401, "wrong_credentials");
    }
    half.post("/sessions/current/second-factor", json!({ "code": "1" }))
        .await
        .expect_fault("/code", "empty");
    half.post(
        "/sessions/current/second-factor",
        json!({ "code": "12345678901234567" }),
    )
    .await
    .expect_fault("/code", "too_long");
}

#[actix_web::test]
async fn five_wrong_codes_stop_the_guessing() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let half = sofia.gives_passphrase().await.text_of("token");
    for _ in 0..5 {
        house
            .bearer(&half)
            .post("/sessions/current/second-factor", json!({"code": "000000"}))
            .await
            .expect_problem(401, "wrong_credentials");
    }
    let refused = sofia
        .gives_code(&half)
        .await
        .expect_problem(429, "too_many");
    assert_eq!(refused.header("retry-after"), Some("900"));
    house.later(TimeDelta::minutes(15));
    sofia.signs_in().await;
}

#[actix_web::test]
async fn wrong_passphrase_and_unknown_name_get_the_same_bytes() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let login = sofia.account().login;
    let try_with = |login: &str| {
        house
            .visitor()
            .post("/sessions", json!({"login": login, "passphrase": "x"}))
    };
    let wrong = try_with(&login)
        .await
        .expect_problem(401, "wrong_credentials");
    let unknown = try_with("nobody")
        .await
        .expect_problem(401, "wrong_credentials");
    assert_eq!(wrong.text(), unknown.text());
    let names = |reply: &amparo_tests::Reply| -> Vec<String> {
        let mut names: Vec<_> = reply.headers.keys().map(ToString::to_string).collect();
        names.sort();
        names
    };
    assert_eq!(names(&wrong), names(&unknown));
}

#[actix_web::test]
async fn ten_wrong_passphrases_stop_the_guessing_of_any_name() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let known = sofia.account().login;
    for login in [known.as_str(), "nobody"] {
        let wrong = json!({"login": login, "passphrase": "x"});
        for _ in 0..10 {
            house
                .visitor()
                .post("/sessions", wrong.clone())
                .await
                .expect_problem(401, "wrong_credentials");
        }
        house
            .visitor()
            .post("/sessions", wrong)
            .await
            .expect_problem(429, "too_many");
    }
    // Even the right passphrase waits now.
    sofia
        .gives_passphrase()
        .await
        .expect_problem(429, "too_many");
    house.later(TimeDelta::minutes(15));
    sofia.gives_passphrase().await.expect(201);
}

#[actix_web::test]
async fn the_name_is_found_in_any_case_and_the_passphrase_is_not() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let account = sofia.account();
    house
        .visitor()
        .post(
            "/sessions",
            json!({"login": account.login.to_uppercase(), "passphrase": account.passphrase}),
        )
        .await
        .expect(201);
    house
        .visitor()
        .post(
            "/sessions",
            json!({"login": account.login, "passphrase": account.passphrase.to_uppercase()}),
        )
        .await
        .expect_problem(401, "wrong_credentials");
}

#[actix_web::test]
async fn bad_input_is_told_all_at_once() {
    let house = House::open().await;
    let refused = house
        .visitor()
        .post(
            "/sessions",
            json!({"login": "", "passphrase": 7, "extra": 1}),
        )
        .await
        .expect_fault("/login", "empty")
        .expect_fault("/passphrase", "wrong_type")
        .expect_fault("/extra", "unknown_field");
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 3);
    house
        .visitor()
        .post("/sessions", json!({}))
        .await
        .expect_fault("/login", "missing")
        .expect_fault("/passphrase", "missing");
}
