//! A POST that is repeated under its key is done once.

use amparo_tests::{House, json};

const KEY: &str = "0f9d3c5e-7f0a-4c56-9d0b-3f1f2f0a7a11";

async fn open_invitations(house: &House) -> String {
    house
        .column("select cast(count(*) as text) as it from invitations")
        .remove(0)
}

#[actix_web::test]
async fn the_same_key_and_body_give_the_same_answer_and_do_nothing_twice() {
    let house = House::open().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    let ask = || {
        adil.post("/invitations", json!({"roles": ["auditor"]}))
            .with_key(KEY)
    };
    let first = ask().await.expect(201);
    let second = ask().await.expect(201);
    assert_eq!(first.bytes, second.bytes);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(open_invitations(&house).await, "1");
    // Another key is another act.
    let third = adil
        .post("/invitations", json!({"roles": ["auditor"]}))
        .with_key("another-key-entirely")
        .await
        .expect(201);
    assert_ne!(third.id(), first.id());
}

#[actix_web::test]
async fn the_same_key_with_another_body_is_refused() {
    let house = House::open().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    adil.post("/invitations", json!({"roles": ["auditor"]}))
        .with_key(KEY)
        .await
        .expect(201);
    adil.post("/invitations", json!({"roles": ["volunteer"]}))
        .with_key(KEY)
        .await
        .expect_problem(422, "key_reused");
    assert_eq!(open_invitations(&house).await, "1");
}

#[actix_web::test]
async fn the_key_is_ones_own_and_of_one_path() {
    let house = House::open().await;
    let network = house.network().await;
    let invite = json!({"roles": ["auditor"]});
    let adil = network.hotline.administrator();
    let mine = adil
        .post("/invitations", invite.clone())
        .with_key(KEY)
        .await
        .expect(201);
    let theirs = network
        .legal
        .administrator()
        .post("/invitations", invite)
        .with_key(KEY)
        .await
        .expect(201);
    assert_ne!(mine.id(), theirs.id());
    adil.post("/teams", json!({"label": "x"}))
        .with_key(KEY)
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn a_refused_act_leaves_the_key_free() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    sofia
        .post("/teams", json!({"label": ""}))
        .with_key(KEY)
        .await
        .expect(422);
    sofia
        .post("/teams", json!({"label": "Night"}))
        .with_key(KEY)
        .await
        .expect(201);
}

#[actix_web::test]
async fn a_key_must_be_a_key() {
    let house = House::open().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    for key in ["", "short", &"x".repeat(129)] {
        adil.post("/invitations", json!({"roles": ["auditor"]}))
            .with_key(key)
            .await
            .expect_fault("#Idempotency-Key", "bad_key");
    }
    assert_eq!(open_invitations(&house).await, "0");
}

#[actix_web::test]
async fn after_another_sign_in_the_answer_is_gone_but_the_act_is_not_repeated() {
    let house = House::open().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    let ask = || {
        adil.post("/invitations", json!({"roles": ["auditor"]}))
            .with_key(KEY)
    };
    ask().await.expect(201);
    adil.signs_in().await;
    ask().await.expect_problem(409, "answer_gone");
    assert_eq!(open_invitations(&house).await, "1");
}

#[actix_web::test]
async fn the_kept_answer_is_sealed() {
    let house = House::open().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    let code = adil
        .post(
            "/invitations",
            json!({"roles": ["auditor"], "note": "for Mariam"}),
        )
        .with_key(KEY)
        .await
        .expect(201)
        .text_of("code");
    let rows = house.rows("replies", &["sealed"]);
    let hex = |text: &str| {
        text.bytes()
            .fold(String::new(), |all, b| format!("{all}{b:02x}"))
    };
    let kept = rows[0][0].clone().unwrap();
    assert!(!kept.contains(&hex(&code)) && !kept.contains(&hex("Mariam")));
}
