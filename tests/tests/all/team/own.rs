//! One's own account: passphrase, second factor, recovery code.

use amparo_tests::{House, json};

const ANOTHER: &str = "violin carpet monsoon ladder prune ember";

#[actix_web::test]
async fn a_new_passphrase_ends_every_other_sign_in() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let other = house.bearer(&sofia.signs_in().await);
    let here = house.bearer(&sofia.signs_in().await);
    let old = sofia.account().passphrase;
    here.put("/me/passphrase", json!({"current": old, "new": ANOTHER}))
        .await
        .expect(204);
    here.get("/me").await.expect(200);
    other.get("/me").await.expect_problem(401, "sign_in");
    sofia
        .gives_passphrase()
        .await
        .expect_problem(401, "wrong_credentials");
    sofia.knows(|account| account.passphrase = ANOTHER.to_owned());
    house.later(chrono::TimeDelta::seconds(30));
    let again = house.bearer(&sofia.signs_in().await);
    let me = again.get("/me").await.expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 6);
}

#[actix_web::test]
async fn a_new_passphrase_needs_the_present_one_and_must_be_strong() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let old = sofia.account().passphrase;
    sofia
        .put("/me/passphrase", json!({"current": "no", "new": ANOTHER}))
        .await
        .expect_fault("/current", "wrong");
    for weak in ["passwordpassword", "aaaaaaaaaaaaaaaa", "123456789012"] {
        sofia
            .put("/me/passphrase", json!({"current": old, "new": weak}))
            .await
            .expect_fault("/new", "weak");
    }
    sofia
        .put("/me/passphrase", json!({"current": old, "new": "short"}))
        .await
        .expect_fault("/new", "empty");
    sofia.signs_in().await;
}

#[actix_web::test]
async fn guessing_the_present_passphrase_from_a_stolen_sign_in_is_stopped() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let guess = json!({"current": "no", "new": ANOTHER});
    for _ in 0..10 {
        sofia
            .put("/me/passphrase", guess.clone())
            .await
            .expect_fault("/current", "wrong");
    }
    sofia
        .put("/me/passphrase", guess)
        .await
        .expect_problem(429, "too_many");
}

#[actix_web::test]
async fn the_recovery_code_replaces_a_forgotten_passphrase_but_not_the_second_factor() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let before = house.bearer(&sofia.signs_in().await);
    let account = sofia.account();
    let recover = |code: &str| {
        house.visitor().post(
            "/sessions/recovery",
            json!({"login": account.login, "recovery_code": code, "new_passphrase": ANOTHER}),
        )
    };
    recover("no").await.expect_problem(401, "wrong_credentials");
    let half = recover(&account.recovery_code).await.expect(201);
    assert_eq!(half.body["stage"], "second_factor");
    before.get("/me").await.expect_problem(401, "sign_in");
    let full = sofia.gives_code(&half.text_of("token")).await.expect(200);
    let me = house
        .bearer(&full.text_of("token"))
        .get("/me")
        .await
        .expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 6);
    sofia.knows(|account| account.passphrase = ANOTHER.to_owned());
    sofia.gives_passphrase().await.expect(201);
}

#[actix_web::test]
async fn recovery_says_the_same_of_a_wrong_code_and_of_an_unknown_name() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let login = sofia.account().login;
    let mut answers = Vec::new();
    for login in [login.as_str(), "nobody"] {
        let given =
            json!({"login": login, "recovery_code": "ABCD-EFGH", "new_passphrase": ANOTHER});
        let answer = house.visitor().post("/sessions/recovery", given).await;
        answers.push(answer.expect_problem(401, "wrong_credentials").text());
    }
    assert_eq!(answers[0], answers[1]);
}

#[actix_web::test]
async fn a_new_recovery_code_makes_the_old_one_useless() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let account = sofia.account();
    sofia
        .put("/me/recovery-code", json!({"passphrase": "no"}))
        .await
        .expect_fault("/passphrase", "wrong");
    let new = sofia
        .put(
            "/me/recovery-code",
            json!({ "passphrase": account.passphrase }),
        )
        .await
        .expect(200)
        .text_of("recovery_code");
    for (code, status) in [(account.recovery_code, 401), (new, 201)] {
        house
            .visitor()
            .post(
                "/sessions/recovery",
                json!({
                    "login": account.login,
                    "recovery_code": code,
                    "new_passphrase": ANOTHER,
                }),
            )
            .await
            .expect(status);
    }
}

#[actix_web::test]
async fn a_new_second_factor_makes_the_old_one_useless() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    sofia.token().await;
    let old = sofia.account();
    let new = sofia
        .put("/me/second-factor", json!({ "passphrase": old.passphrase }))
        .await
        .expect(200);
    let url = new.text_of("otpauth_url");
    assert!(url.starts_with("otpauth://totp/Amparo:"), "{url}");
    let half = sofia.gives_passphrase().await.text_of("token");
    sofia
        .gives_code(&half)
        .await
        .expect_problem(401, "wrong_credentials");
    sofia.knows(|account| account.totp_secret = new.text_of("totp_secret"));
    sofia.gives_code(&half).await.expect(200);
}

#[actix_web::test]
async fn me_shows_oneself_and_the_groups_one_holds() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let me = hotline.supervisor().get("/me").await.expect(200);
    assert_eq!(me.body["organisation"], hotline.id.as_str());
    assert_eq!(me.body["organisation_name"], hotline.name.as_str());
    assert_eq!(me.body["organisation_kind"], "hotline");
    assert_eq!(me.body["key_administrator"], true);
    assert_eq!(me.body["fingerprint"], json!(hotline.fingerprint));
    house
        .visitor()
        .get("/me")
        .await
        .expect_problem(401, "sign_in");
}
