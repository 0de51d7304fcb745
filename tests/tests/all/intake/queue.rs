//! The queue: order, pages, taking, closing, and what an intruder could do to it.

use amparo_tests::{House, json};

use super::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn the_most_urgent_comes_first_then_who_waits_longest() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let mut expected = Vec::new();
    for (place, triage) in [
        (3, json!({ "danger_now": "no" })),
        (1, json!({ "detained": "yes" })),
        (2, json!({ "detained": "yes" })),
        (0, json!({ "danger_now": "yes" })),
    ] {
        house.later(chrono::TimeDelta::minutes(1));
        let intake = json!({ "outcome": "help_wanted", "triage": triage });
        expected.push((place, hands_over(&vera, intake).await.0));
    }
    expected.sort();
    let expected: Vec<String> = expected.into_iter().map(|(_, id)| id).collect();
    let ids = |items: &[amparo_tests::Value]| -> Vec<String> {
        items
            .iter()
            .map(|it| it["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = ana.get("/intakes").await.expect(200);
    assert_eq!(ids(all.items()), expected);
    assert!(all.items()[0]["notes"].is_null());
    let first = ana.get("/intakes?limit=3").await.expect(200);
    assert_eq!(ids(first.items()), expected[..3]);
    let next = first.text_of("next");
    // The last of the page is taken meanwhile: the next page still begins behind it.
    ana.post_nothing(&format!("/intakes/{next}/take"))
        .with_if_match(1)
        .await
        .expect(200);
    let rest = ana
        .get(&format!("/intakes?limit=3&after={next}"))
        .await
        .expect(200);
    assert_eq!(ids(rest.items()), expected[3..]);
    assert!(rest.body["next"].is_null());
    ana.get("/intakes?after=00000000-0000-4000-8000-000000000000")
        .await
        .expect_fault("/after", "bad_cursor");
    ana.get("/intakes?state=lost")
        .await
        .expect_fault("?", "bad_query");
    ana.get("/intakes?limit=0")
        .await
        .expect_fault("/limit", "out_of_range");
}

#[actix_web::test]
async fn one_takes_it_and_the_others_see_who() {
    let house = House::open().await;
    let hotline = Hotline::open(&house).await;
    let ben = hotline.organisation.caseworker("Ben").await;
    let (id, _) = hands_over(&hotline.vera, a_call()).await;
    let path = format!("/intakes/{id}");
    hotline
        .ana
        .post_nothing(&format!("{path}/take"))
        .await
        .expect_problem(428, "match_missing");
    let taken = hotline
        .ana
        .post_nothing(&format!("{path}/take"))
        .with_if_match(1)
        .await
        .expect(200);
    assert_eq!(taken.revision(), 2);
    assert_eq!(taken.body["state"], "taken");
    let stale = ben
        .post_nothing(&format!("{path}/take"))
        .with_if_match(1)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"]["taken"]["by"]["name"], "Ana");
    ben.post_nothing(&format!("{path}/take"))
        .with_if_match(2)
        .await
        .expect_reason("intake_taken");
    let seen = ben.get(&path).await.expect(200);
    assert_eq!(seen.body["taken"]["by"]["name"], "Ana");
    let list = ben.get("/intakes?state=taken").await.expect(200);
    assert_eq!(list.items()[0]["taken"]["by"]["name"], "Ana");
}

#[actix_web::test]
async fn an_intake_ends_with_a_reason() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (id, _) = hands_over(&vera, a_call()).await;
    let close = format!("/intakes/{id}/close");
    ana.post(&close, json!({ "outcome": "signposted" }))
        .with_if_match(1)
        .await
        .expect_fault("/reason", "missing");
    ana.post(&close, json!({ "outcome": "linked", "reason": "no" }))
        .with_if_match(1)
        .await
        .expect_fault("/outcome", "not_here");
    let closing = json!({ "outcome": "signposted", "reason": "gave the union's number" });
    ana.post(&close, closing.clone())
        .with_if_match(9)
        .await
        .expect_problem(412, "stale_revision");
    let closed = ana
        .post(&close, closing.clone())
        .with_if_match(1)
        .await
        .expect(200);
    assert_eq!(closed.body["state"], "closed");
    assert_eq!(closed.body["ended"]["outcome"], "signposted");
    assert_eq!(closed.body["ended"]["step"]["by"]["name"], "Ana");
    ana.post(&close, closing)
        .with_if_match(2)
        .await
        .expect_reason("intake_closed");
    assert!(ana.get("/intakes").await.expect(200).items().is_empty());
    let seen = ana.get(&format!("/intakes/{id}")).await.expect(200);
    assert_eq!(seen.body["ended"]["reason"], "gave the union's number");
}

#[actix_web::test]
async fn another_organisation_sees_nothing() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let elsewhere = house.organisation("legal", "MA").await;
    let (id, _) = hands_over(&vera, a_call()).await;
    let stranger = elsewhere.supervisor();
    let there = stranger.get(&format!("/intakes/{id}")).await;
    let nowhere = stranger
        .get("/intakes/00000000-0000-4000-8000-000000000000")
        .await
        .expect_problem(404, "not_found");
    assert_eq!(there.bytes, nowhere.bytes);
    assert!(
        stranger
            .get("/intakes")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
}

#[actix_web::test]
async fn a_damaged_or_swapped_intake_is_shown_as_unverified_and_hides_nobody() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (one, _) = hands_over(&vera, a_call()).await;
    let (other, _) = hands_over(&vera, a_call()).await;
    let (one_hex, other_hex) = (one.replace('-', ""), other.replace('-', ""));
    house.sql(&format!(
        "update intakes set sealed = (select sealed from intakes where id = {{x:{one_hex}}}) \
         where id = {{x:{other_hex}}}"
    ));
    let list = ana.get("/intakes").await.expect(200);
    assert_eq!(list.items().len(), 2);
    let swapped = list
        .items()
        .iter()
        .find(|it| it["id"] == other.as_str())
        .unwrap();
    assert_eq!(swapped["verified"], false);
    assert!(swapped["by"].is_null());
    let seen = ana.get(&format!("/intakes/{other}")).await.expect(200);
    assert!(seen.body["intake"].is_null());
    ana.post(&format!("/intakes/{other}/open-case"), json!({}))
        .await
        .expect_reason("intake_not_signed");
    ana.post(
        &format!("/intakes/{other}/close"),
        json!({ "outcome": "other", "reason": "damaged" }),
    )
    .with_if_match(1)
    .await
    .expect(200);
}

#[actix_web::test]
async fn nothing_of_a_contact_is_in_the_rows() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    hands_over(&vera, a_call()).await;
    let draft = json!({ "intake": a_call(), "hand_over": false });
    vera.post("/intakes", draft).await.expect(201);
    let columns = ["id", "group_id", "sealed", "handling"];
    for row in house.rows("intakes", &columns) {
        let hex: String = row.into_iter().flatten().collect();
        for word in ["Selam", "Aluche", "lawyer", "Vera", "+34912345678"] {
            let needle: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
            assert!(!hex.contains(&needle), "{word} is in a row");
        }
    }
}
