//! The doors, from outside: what strangers send costs little, stops nobody, and is refused before it
//! is looked at; the same request at the same moment is one act.

use amparo_tests::{Actor, House, json};
use futures_util::future::join_all;

const KEY: &str = "5b1f6c1e-9a6e-4c5a-8a0e-2f7d8c1b7a10";

async fn scene() -> (House, Actor) {
    let house = House::open().await;
    let supervisor = house.organisation("hotline", "ES").await.supervisor();
    (house, supervisor)
}

#[actix_web::test]
async fn a_stranger_is_asked_who_she_is_before_a_byte_is_read() {
    let (house, _) = scene().await;
    for path in [
        "/cases",
        "/intakes",
        "/invitations",
        "/directory/organizations",
    ] {
        let broken = house.visitor().ask("POST", path);
        let broken = broken.with_raw("application/json", "{\"x\":");
        broken.await.expect_problem(401, "sign_in");
    }
    // With a token that nobody has: the same.
    let token = format!("Bearer {}", "A".repeat(64));
    let ask = house.visitor().ask("POST", "/cases");
    let ask = ask.with_header("Authorization", &token);
    ask.with_raw("application/json", "{\"x\":")
        .await
        .expect_problem(401, "sign_in");
}

#[actix_web::test]
async fn a_strangers_body_is_short_and_a_members_has_few_values() {
    let (house, sofia) = scene().await;
    let faults = json!({ "x": vec![json!({ "y": 1 }); 6_000] });
    let sent = house.visitor().post("/sessions", faults.clone());
    sent.await.expect_problem(413, "too_large");
    sofia
        .post("/cases", faults)
        .await
        .expect_problem(413, "too_large");
    // Just below both bounds it is read, and no more faults are told than can be.
    let faults: Vec<_> = (0..4_000).map(|number| format!("f{number}")).collect();
    let faults: serde_json::Map<_, _> = faults.into_iter().map(|it| (it, json!(1))).collect();
    let told = sofia.post("/cases", json!(faults)).await.expect(422);
    assert_eq!(told.body["errors"].as_array().unwrap().len(), 100);
}

#[actix_web::test]
async fn the_same_post_at_the_same_moment_is_done_once_and_answered_ten_times() {
    let (house, sofia) = scene().await;
    let ask = || {
        sofia
            .post("/teams", json!({ "label": "Night" }))
            .with_key(KEY)
    };
    sofia.get("/me").await.expect(200);
    let answers = join_all((0..10).map(|_| async { ask().await })).await;
    let first = answers[0].clone().expect(201);
    for answer in answers {
        assert_eq!(answer.expect(201).bytes, first.bytes);
    }
    let teams = sofia.get("/teams").await.expect(200);
    let night = teams.items().iter().filter(|one| one["label"] == "Night");
    assert_eq!(night.count(), 1);
    // Another query under the same key is another request.
    let other = sofia.post("/teams?x=1", json!({ "label": "Night" }));
    other.with_key(KEY).await.expect_problem(422, "key_reused");
    drop(house);
}

#[actix_web::test]
async fn an_id_in_capitals_is_the_same_under_one_key() {
    let (_house, sofia) = scene().await;
    let case = crate::cases::opens(&sofia, "Selam", "P2").await;
    let entry = json!({ "text": "She called again." });
    let write = |id: &str| {
        let path = format!("/cases/{id}/entries");
        sofia.post(&path, entry.clone()).with_key(KEY)
    };
    let first = write(&case).await.expect(201);
    let again = write(&case.to_uppercase()).await.expect(201);
    assert_eq!(first.bytes, again.bytes);
}

#[actix_web::test]
async fn a_weak_new_passphrase_at_recovery_locks_nobody_out() {
    let (house, sofia) = scene().await;
    let login = sofia.account().login;
    for _ in 0..12 {
        let given = json!({
            "login": login,
            "recovery_code": "aaaa-aaaa",
            "new_passphrase": "password1234",
        });
        let tried = house.visitor().post("/sessions/recovery", given).await;
        assert_ne!(tried.status, 429, "{}", tried.text());
    }
    sofia.gives_passphrase().await.expect(201);
}

#[actix_web::test]
async fn a_new_second_factor_ends_the_other_sign_ins() {
    let (house, sofia) = scene().await;
    let other = sofia.token().await;
    sofia.signs_in().await;
    house.bearer(&other).get("/me").await.expect(200);
    let confirm = json!({ "passphrase": sofia.account().passphrase });
    sofia.put("/me/second-factor", confirm).await.expect(200);
    house.bearer(&other).get("/me").await.expect(401);
    sofia.get("/me").await.expect(200);
}

#[actix_web::test]
async fn what_no_database_keeps_is_refused_at_every_door() {
    let (_house, sofia) = scene().await;
    sofia
        .post("/teams", json!({ "label": "Ni\0ght" }))
        .await
        .expect_fault("/label", "not_possible");
    for path in [
        "/directory/organizations?q=%00",
        "/directory/services?publisher=a%00b",
        "/cases?after=%00",
        "/hsds/services?search=%00",
    ] {
        sofia.get(path).await.expect_fault("?", "not_possible");
    }
    sofia.get("/cases/%00").await.expect(404);
    let browser = sofia.house().browser();
    browser.sign_in(&sofia).await.expect(200);
    browser.get("/cases?whose=%00").await.expect(422);
}

#[actix_web::test]
async fn what_is_searched_for_has_a_length() {
    let (_house, sofia) = scene().await;
    let of = |length: usize| format!("/directory/organizations?q={}", "x".repeat(length));
    sofia.get(&of(200)).await.expect(200);
    sofia.get(&of(201)).await.expect_fault("/q", "too_long");
    sofia.get(&of(50_001)).await.expect_fault("?", "too_long");
}

#[actix_web::test]
async fn a_name_is_something_that_can_be_seen() {
    let (_house, sofia) = scene().await;
    for label in [
        "",
        "   ",
        "\u{200b}",
        "\u{2060}\u{feff} ",
        "\t\n",
        "\u{3164}",
    ] {
        sofia
            .post("/teams", json!({ "label": label }))
            .await
            .expect_fault("/label", "empty");
    }
    sofia
        .post("/teams", json!({ "label": "夜" }))
        .await
        .expect(201);
}

#[actix_web::test]
async fn the_name_of_the_scheme_is_read_in_any_case() {
    let (house, sofia) = scene().await;
    let token = sofia.token().await;
    for scheme in ["bearer", "BEARER", "Bearer"] {
        let asked = house.visitor().get("/me");
        let asked = asked.with_header("Authorization", &format!("{scheme} {token}"));
        asked.await.expect(200);
    }
    for scheme in ["Basic", "Bearerer", ""] {
        let asked = house.visitor().get("/me");
        let asked = asked.with_header("Authorization", &format!("{scheme} {token}"));
        asked.await.expect(401);
    }
}
