//! Letters both ways, before and after a case is open, and what the person is told.

use amparo_tests::{House, json};

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn letters_go_both_ways_before_there_is_a_case() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (intake, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    person
        .post(
            "/receipts/current/messages",
            json!({ "text": "They moved me." }),
        )
        .await
        .expect(201);
    let list = ana.get("/intakes").await.expect(200);
    assert_eq!(list.items()[0]["letters_unread"], 1);
    let messages = format!("/intakes/{intake}/messages");
    vera.get(&messages).await.expect_problem(404, "not_found");
    let letters = ana.get(&messages).await.expect(200);
    assert_eq!(letters.items()[0]["text"], "They moved me.");
    assert_eq!(letters.items()[0]["read"], false);
    assert_eq!(
        ana.get("/intakes").await.expect(200).items()[0]["letters_unread"],
        0
    );
    ana.post(&messages, json!({ "text": "Where to?", "language": "en" }))
        .await
        .expect(201);
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["letters_waiting"], 1);
    let own = person.get("/receipts/current/messages").await.expect(200);
    assert_eq!(own.items().len(), 2);
    assert_eq!(own.items()[0]["from_me"], true);
    assert_eq!(own.items()[1]["text"], "Where to?");
    assert_eq!(own.items()[1]["language"], "eng");
    // No name of a helper reaches the person.
    assert!(!own.text().contains("Ana"));
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["letters_waiting"], 0);
}

#[actix_web::test]
async fn a_letter_that_was_not_shown_is_not_read() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (intake, receipt) = hands_over(&vera, a_call()).await;
    let messages = format!("/intakes/{intake}/messages");
    let mut numbers = Vec::new();
    for text in ["Do not go on Monday.", "Good morning."] {
        let sent = ana.post(&messages, json!({ "text": text })).await;
        numbers.push(sent.expect(201).body["number"].as_i64().unwrap());
    }
    let person = comes_back(&house, &receipt).await;
    // A page that begins after the first letter shows the second alone.
    let later = format!("/receipts/current/messages?after={}", numbers[0]);
    assert_eq!(person.get(&later).await.expect(200).items().len(), 1);
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["letters_waiting"], 1);
    person.get("/receipts/current/messages").await.expect(200);
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["letters_waiting"], 0);
}

#[actix_web::test]
async fn letters_move_into_the_case_with_the_receipt() {
    let house = House::open().await;
    let Hotline {
        vera,
        ana,
        organisation,
    } = Hotline::open(&house).await;
    let (intake, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    let write = |text: &str| person.post("/receipts/current/messages", json!({ "text": text }));
    write("Before.").await.expect(201);
    ana.post(
        &format!("/intakes/{intake}/messages"),
        json!({ "text": "We read it." }),
    )
    .await
    .expect(201);
    let case = ana
        .post(&format!("/intakes/{intake}/open-case"), json!({}))
        .await
        .expect(201)
        .text_of("case");
    write("After.").await.expect(201);
    let messages = format!("/cases/{case}/messages");
    let letters = ana.get(&messages).await.expect(200);
    let texts: Vec<_> = letters
        .items()
        .iter()
        .map(|it| it["text"].clone())
        .collect();
    assert_eq!(json!(texts), json!(["Before.", "We read it.", "After."]));
    assert_eq!(letters.items()[1]["by"]["name"], "Ana");
    // A member of the queue without the case reads none of it any more.
    let ben = organisation.caseworker("Ben").await;
    ben.get(&messages).await.expect_problem(404, "not_found");
    ben.post(&messages, json!({ "text": "Hello" }))
        .await
        .expect_problem(404, "not_found");
    let left = ben
        .get(&format!("/intakes/{intake}/messages"))
        .await
        .expect(200);
    assert!(left.items().is_empty());
    ana.post(&messages, json!({ "text": "A lawyer comes." }))
        .await
        .expect(201);
    let own = person
        .get("/receipts/current/messages?limit=2")
        .await
        .expect(200);
    assert_eq!(own.items().len(), 2);
    let rest = person
        .get(&format!(
            "/receipts/current/messages?after={}",
            own.text_of("next")
        ))
        .await
        .expect(200);
    assert_eq!(rest.items()[1]["text"], "A lawyer comes.");
    let letters = ana.get(&messages).await.expect(200);
    assert_eq!(letters.items()[3]["read"], true);
}

#[actix_web::test]
async fn the_person_is_told_what_happens_next() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let path = format!("/cases/{case}/status");
    let seen = ana.get(&path).await.expect(200).revision();
    let told = json!({ "text": "A lawyer looks at it until Friday.", "language": "es" });
    ana.put(&path, told.clone())
        .await
        .expect_problem(428, "match_missing");
    ana.put(&path, told.clone())
        .with_if_match(seen)
        .await
        .expect(200);
    let stale = ana
        .put(&path, json!({ "text": "Something else." }))
        .with_if_match(seen)
        .await
        .expect_problem(412, "stale_revision");
    assert!(stale.text().contains("until Friday"));
    ana.put(&path, json!({ "text": "" }))
        .with_if_match(seen + 1)
        .await
        .expect_fault("/text", "empty");
    let person = comes_back(&house, &receipt).await;
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["step"], "in_work");
    assert_eq!(view.body["text"], "A lawyer looks at it until Friday.");
    assert_eq!(view.body["language"], "spa");
}

#[actix_web::test]
async fn nobody_floods_a_mailbox() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    let write = || person.post("/receipts/current/messages", json!({ "text": "Again." }));
    for _ in 0..50 {
        write().await.expect(201);
    }
    write().await.expect_reason("letters_wait");
    let long = "a".repeat(4001);
    person
        .post("/receipts/current/messages", json!({ "text": long }))
        .await
        .expect_fault("/text", "too_long");
}

#[actix_web::test]
async fn an_intruder_cannot_swap_where_letters_go() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (one, receipt) = hands_over(&vera, a_call()).await;
    let (other, _) = hands_over(&vera, a_call()).await;
    let (one, other) = (one.replace('-', ""), other.replace('-', ""));
    let person = comes_back(&house, &receipt).await;
    house.sql(&format!(
        "update receipts set deposit = (select deposit from receipts where intake_id = \
         {{x:{other}}}) where intake_id = {{x:{one}}}"
    ));
    person
        .post("/receipts/current/messages", json!({ "text": "Help." }))
        .await
        .expect_problem(409, "data_damaged");
}

/// Her keys still open the case: what a role may not, it may not at any door.
#[actix_web::test]
async fn a_key_without_the_role_opens_no_letter() {
    let house = House::open().await;
    let (hotline, case, _) = a_case(&house).await;
    let letters = format!("/cases/{case}/messages");
    let status = format!("/cases/{case}/status");
    hotline.ana.get(&letters).await.expect(200);
    hotline.ana.get(&status).await.expect(200);
    let adil = hotline.organisation.administrator();
    let path = format!("/members/{}", hotline.ana.id());
    let seen = adil.get(&path).await.expect(200).revision();
    adil.put(&format!("{path}/roles"), json!({ "roles": ["volunteer"] }))
        .with_if_match(seen)
        .await
        .expect(200);
    for path in [letters.as_str(), status.as_str()] {
        hotline.ana.get(path).await.expect_problem(404, "not_found");
    }
    hotline
        .ana
        .post(&letters, json!({ "text": "Good morning." }))
        .await
        .expect_problem(404, "not_found");
}
