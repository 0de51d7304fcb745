//! Partner organisations.

use amparo_tests::{House, json};

#[actix_web::test]
async fn a_partner_is_verified_only_with_its_own_words() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let legal = house.organisation("legal", "MA").await;
    let sofia = hotline.supervisor();
    let path = format!("/organisations/{}", legal.id);
    let verify =
        |words: &[String]| sofia.post(&format!("{path}/verify"), json!({ "fingerprint": words }));
    verify(&hotline.fingerprint)
        .await
        .expect_fault("/fingerprint", "not_the_same");
    let mut swapped = legal.fingerprint.clone();
    swapped.swap(0, 1);
    verify(&swapped)
        .await
        .expect_fault("/fingerprint", "not_the_same");
    verify(&legal.fingerprint[..11])
        .await
        .expect_fault("/fingerprint", "too_few");
    let before = sofia.get(&path).await.expect(200);
    assert_eq!(before.body["verified"], false);
    let loud: Vec<String> = legal
        .fingerprint
        .iter()
        .map(|word| word.to_uppercase())
        .collect();
    verify(&loud).await.expect(200);
    let after = sofia.get(&path).await.expect(200);
    assert_eq!(after.body["verified"], true);
    // The other side has not compared anything yet.
    let back = legal
        .supervisor()
        .get(&format!("/organisations/{}", hotline.id))
        .await
        .expect(200);
    assert_eq!(back.body["verified"], false);
}

#[actix_web::test]
async fn only_a_key_administrator_verifies() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let legal = house.organisation("legal", "MA").await;
    let given = json!({ "fingerprint": legal.fingerprint });
    let path = format!("/organisations/{}/verify", legal.id);
    let others = [
        hotline.administrator(),
        hotline.caseworker("Ana").await,
        hotline.coordinator("Caro").await,
        hotline.member("Sara", &["supervisor"]).await,
    ];
    for other in others {
        other
            .post(&path, given.clone())
            .await
            .expect_problem(404, "not_found");
    }
    let own = format!("/organisations/{}/verify", hotline.id);
    hotline
        .supervisor()
        .post(&own, json!({ "fingerprint": hotline.fingerprint }))
        .await
        .expect_reason("own_key");
}

#[actix_web::test]
async fn an_agreement_begins_lapses_and_ends() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let legal = house.organisation("legal", "MA").await;
    let caro = hotline.coordinator("Caro").await;
    let path = format!("/organisations/{}", legal.id);
    let agree = format!("{path}/agreement");
    caro.put(&agree, json!({"agreed": true, "until": "2026-11-25"}))
        .await
        .expect(200);
    let seen = caro.get(&path).await.expect(200);
    assert_eq!(seen.body["agreement"], true);
    assert_eq!(seen.body["agreement_until"], "2026-11-25");
    house.later(chrono::TimeDelta::days(2));
    let seen = caro.get(&path).await.expect(200);
    assert_eq!(seen.body["agreement"], false);
    caro.put(&agree, json!({"agreed": true})).await.expect(200);
    let seen = caro.get(&path).await.expect(200);
    assert_eq!(seen.body["agreement"], true);
    caro.put(&agree, json!({"agreed": false})).await.expect(200);
    let seen = caro.get(&path).await.expect(200);
    assert_eq!(seen.body["agreement"], false);
    caro.put(&agree, json!({"agreed": true, "until": "soon"}))
        .await
        .expect_fault("/until", "bad_format");
    hotline
        .caseworker("Ana")
        .await
        .put(&agree, json!({"agreed": true}))
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn nothing_is_agreed_with_an_authority() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let police = house.organisation("authority", "ES").await;
    hotline
        .supervisor()
        .put(
            &format!("/organisations/{}/agreement", police.id),
            json!({"agreed": true}),
        )
        .await
        .expect_reason("authority");
}
