//! Writing a contact down.

use amparo_tests::{House, Value, json};
use chrono::TimeDelta;

use super::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn the_outcome_alone_is_enough() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let written = vera
        .post(
            "/intakes",
            json!({ "intake": { "outcome": "help_wanted" } }),
        )
        .await
        .expect(201);
    assert_eq!(written.body["state"], "waiting");
    assert_eq!(written.body["priority"], "P3");
    assert_eq!(written.body["reasons"][0]["code"], "not_asked");
    assert_eq!(written.text_of("receipt").len(), 23);
    let seen = ana
        .get(&format!("/intakes/{}", written.id()))
        .await
        .expect(200);
    assert_eq!(seen.body["intake"]["triage"]["danger_now"], "unknown");
}

#[actix_web::test]
async fn what_is_handed_over_is_closed_to_its_writer() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (id, _) = hands_over(&vera, a_call()).await;
    let path = format!("/intakes/{id}");
    vera.get(&path).await.expect_problem(404, "not_found");
    assert!(vera.get("/intakes").await.expect(200).items().is_empty());
    for step in ["take", "close", "open-case", "link", "similar"] {
        let body = match step {
            "close" => json!({ "outcome": "answered", "reason": "answered" }),
            "link" => json!({ "case": id }),
            _ => json!({}),
        };
        vera.post(&format!("{path}/{step}"), body)
            .with_if_match(1)
            .await
            .expect_problem(404, "not_found");
    }
    vera.put(&path, json!({ "intake": a_call() }))
        .with_if_match(1)
        .await
        .expect_problem(404, "not_found");
    let seen = ana.get(&path).await.expect(200);
    assert_eq!(seen.body["intake"]["who"]["name_to_use"], "Selam Tesfay");
    assert_eq!(seen.body["by"]["name"], "Vera");
    assert_eq!(seen.body["verified"], true);
    assert_eq!(seen.body["priority"], "P2");
}

#[actix_web::test]
async fn a_draft_is_its_writers_alone_until_it_is_handed_over() {
    let house = House::open().await;
    let Hotline {
        organisation,
        vera,
        ana,
    } = Hotline::open(&house).await;
    let draft = json!({ "intake": a_call(), "hand_over": false });
    let written = vera.post("/intakes", draft).await.expect(201);
    assert_eq!(written.body["state"], "draft");
    assert!(written.body["receipt"].is_null());
    let path = format!("/intakes/{}", written.id());
    for other in [
        &ana,
        &organisation.supervisor(),
        &organisation.volunteer("Vito").await,
    ] {
        other.get(&path).await.expect_problem(404, "not_found");
        other
            .put(&path, json!({ "intake": a_call() }))
            .with_if_match(1)
            .await
            .expect_problem(404, "not_found");
        assert!(other.get("/intakes").await.expect(200).items().is_empty());
    }
    let seen = vera.get(&path).await.expect(200);
    assert_eq!(seen.revision(), 1);
    assert_eq!(seen.body["intake"]["town"], "Aluche");
    let mut changed = a_call();
    changed["town"] = json!("Zona Franca");
    vera.put(&path, json!({ "intake": changed }))
        .await
        .expect_problem(428, "match_missing");
    let again = vera
        .put(&path, json!({ "intake": changed }))
        .with_if_match(1)
        .await
        .expect(200);
    assert_eq!(again.revision(), 2);
    let stale = vera
        .put(&path, json!({ "intake": a_call() }))
        .with_if_match(1)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"]["town"], "Zona Franca");
    assert_eq!(stale.body["sent"]["town"], "Aluche");
    let over = vera
        .put(
            &path,
            json!({ "intake": changed, "hand_over": true, "receipt": "issue" }),
        )
        .with_if_match(2)
        .await
        .expect(200);
    assert_eq!(over.body["state"], "waiting");
    assert!(over.body["receipt"].is_string());
    vera.get(&path).await.expect_problem(404, "not_found");
    let seen = ana.get(&path).await.expect(200);
    assert_eq!(seen.body["intake"]["town"], "Zona Franca");
}

#[actix_web::test]
async fn a_draft_is_gone_after_twelve_hours_and_nothing_else_is() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let draft = json!({ "intake": a_call(), "hand_over": false });
    let left = vera.post("/intakes", draft.clone()).await.expect(201).id();
    let over = vera.post("/intakes", draft).await.expect(201).id();
    vera.put(
        &format!("/intakes/{over}"),
        json!({ "intake": a_call(), "hand_over": true }),
    )
    .with_if_match(1)
    .await
    .expect(200);
    house.later(TimeDelta::hours(11));
    house.run_jobs();
    vera.get(&format!("/intakes/{left}")).await.expect(200);
    house.later(TimeDelta::hours(1));
    assert_eq!(house.run_jobs(), 2);
    vera.get(&format!("/intakes/{left}"))
        .await
        .expect_problem(404, "not_found");
    ana.get(&format!("/intakes/{over}")).await.expect(200);
}

#[actix_web::test]
async fn what_needs_nothing_more_is_logged_and_closed_without_a_receipt() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    for outcome in ["information_only", "wrong_number", "silent", "spam"] {
        let written = vera
            .post("/intakes", json!({ "intake": { "outcome": outcome } }))
            .await
            .expect(201);
        assert_eq!(written.body["state"], "closed");
        assert!(written.body["receipt"].is_null());
    }
    assert!(ana.get("/intakes").await.expect(200).items().is_empty());
    let closed = ana.get("/intakes?state=closed").await.expect(200);
    assert_eq!(closed.items().len(), 4);
}

#[actix_web::test]
async fn no_receipt_where_a_slip_could_be_found() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let written = vera
        .post(
            "/intakes",
            json!({ "intake": a_call(), "receipt": "unsafe_to_keep" }),
        )
        .await
        .expect(201);
    assert!(written.body["receipt"].is_null());
    let seen = ana
        .get(&format!("/intakes/{}", written.id()))
        .await
        .expect(200);
    assert_eq!(seen.body["receipt"], false);
    ana.post(
        &format!("/intakes/{}/messages", written.id()),
        json!({ "text": "Hello" }),
    )
    .await
    .expect_reason("no_receipt");
}

#[actix_web::test]
async fn the_priority_may_be_raised_and_not_lowered() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let mut raised = a_call();
    raised["priority_raised"] = json!({ "to": "P1", "reason": "she is being moved tonight" });
    let written = vera
        .post("/intakes", json!({ "intake": raised }))
        .await
        .expect(201);
    assert_eq!(written.body["priority"], "P1");
    assert_eq!(written.body["reasons"][0]["code"], "raised");
    raised["priority_raised"]["to"] = json!("P4");
    vera.post("/intakes", json!({ "intake": raised }))
        .await
        .expect_fault("/intake/priority_raised/to", "lowered");
}

#[actix_web::test]
async fn bad_input_is_refused_with_every_fault_at_once() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    vera.post("/intakes", json!({ "intake": {} }))
        .await
        .expect_fault("/intake/outcome", "missing");
    let bad = json!({ "intake": {
        "outcome": "help_wanted",
        "triage": { "danger_now": "maybe", "removal": { "date": "tomorrow", "time": "25:00" } },
        "language": "klingon",
        "now_in": "Spain",
        "contact": { "phone": "12" },
        "status": "undocumented",
    } });
    let refused = vera.post("/intakes", bad).await;
    for (pointer, code) in [
        ("/intake/triage/danger_now", "not_an_option"),
        ("/intake/triage/removal/date", "bad_format"),
        ("/intake/triage/removal/time", "not_possible"),
        ("/intake/language", "bad_format"),
        ("/intake/now_in", "bad_format"),
        ("/intake/contact/phone", "bad_format"),
        ("/intake/status", "unknown_field"),
    ] {
        refused.clone().expect_fault(pointer, code);
    }
    let unknown = "00000000-0000-4000-8000-000000000000";
    let mut named = a_call();
    named["consent"]["share"] = json!({ "kind": "named", "organisations": [unknown] });
    vera.post("/intakes", json!({ "intake": named }))
        .await
        .expect_fault("/intake/consent/share/organisations/0", "unknown");
}

#[actix_web::test]
async fn only_those_who_take_calls_write_them_down() {
    let house = House::open().await;
    let Hotline { organisation, .. } = Hotline::open(&house).await;
    let body = json!({ "intake": { "outcome": "help_wanted" } });
    house
        .visitor()
        .post("/intakes", body.clone())
        .await
        .expect_problem(401, "sign_in");
    for other in [
        organisation.administrator(),
        organisation.auditor("Olga").await,
        organisation.coordinator("Carl").await,
        organisation.newcomer("Nina", &["volunteer"]).await,
    ] {
        other
            .post("/intakes", body.clone())
            .await
            .expect_problem(404, "not_found");
        other.get("/intakes").await.expect_problem(404, "not_found");
    }
}

#[actix_web::test]
async fn a_repeated_request_gives_the_same_receipt() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let body = json!({ "intake": a_call() });
    let key = "2f1c0f2e-0001";
    let first = vera
        .post("/intakes", body.clone())
        .with_key(key)
        .await
        .expect(201);
    let second = vera.post("/intakes", body).with_key(key).await.expect(201);
    assert_eq!(first.body, second.body);
    assert_eq!(ana.get("/intakes").await.expect(200).items().len(), 1);
    vera.post("/intakes", json!({ "intake": { "outcome": "spam" } }))
        .with_key(key)
        .await
        .expect_problem(422, "key_reused");
}

#[actix_web::test]
async fn no_number_is_read_out_on_a_line_that_may_be_recorded() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let mut call = a_call();
    call["triage"]["detained"] = json!("yes");
    let given = |call: &Value, wish: Option<&str>| {
        let mut body = json!({ "intake": call });
        if let Some(wish) = wish {
            body["receipt"] = json!(wish);
        }
        vera.post("/intakes", body)
    };
    let withheld = given(&call, None).await.expect(201);
    assert!(withheld.body["receipt"].is_null());
    assert_eq!(withheld.body["receipt_withheld"], true);
    let asked = given(&call, Some("issue")).await.expect(201);
    assert!(asked.body["receipt"].is_string());
    // On a visit, from outside, or from the family nobody listens in.
    for (place, value) in [
        ("/channel", json!("visit")),
        ("/triage/detained", json!("no")),
        ("/who/caller_is", json!("family")),
    ] {
        let mut call = call.clone();
        *call.pointer_mut(place).unwrap() = value;
        let made = given(&call, None).await.expect(201);
        assert!(made.body["receipt"].is_string(), "{place}");
        assert_eq!(made.body["receipt_withheld"], false);
    }
}

#[actix_web::test]
async fn a_removal_in_another_calendar_is_asked_about() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    // Buddhist, Persian, and Nepali years, and a year typed with two digits.
    for day in ["2569-11-30", "1405-09-08", "2083-08-14", "0069-11-30"] {
        let mut call = a_call();
        call["triage"]["removal"] = json!({ "date": day });
        let refused = vera.post("/intakes", json!({ "intake": call })).await;
        assert_eq!(refused.status, 422, "{day}");
        let pointer = &refused.body["errors"][0]["pointer"];
        assert_eq!(pointer, "/intake/triage/removal/date", "{day}");
    }
}
