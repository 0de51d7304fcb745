//! What a receiver does, and what the sender's case makes of it.

use serde_json::json;

use super::{Story, happenings};

#[actix_web::test]
async fn a_need_is_offered_accepted_and_met() {
    let story = Story::begin().await;
    let path = story.sent().await;
    assert_eq!(story.need_status().await, "in_referral");
    let inbox = story.lena.get("/referrals?box=in").await.expect(200);
    assert_eq!(inbox.items().len(), 1);
    assert_eq!(inbox.items()[0]["state"], "sent");
    story
        .step(
            &story.lena,
            &path,
            "accept",
            json!({ "note": "we take it" }),
        )
        .await;
    story.step(&story.lena, &path, "waitlist", json!({})).await;
    story.step(&story.lena, &path, "start", json!({})).await;
    let outcome = json!({ "outcome": "served", "next_step": "appeal by Friday" });
    let done = story.step(&story.lena, &path, "complete", outcome).await;
    assert_eq!(done["state"], "completed");
    let seen = story.ana.get(&path).await.expect(200).body;
    assert_eq!(seen["state"], "completed");
    let expected = [
        "drafted",
        "sent",
        "viewed",
        "accepted",
        "waitlisted",
        "started",
        "completed",
    ];
    assert_eq!(happenings(&seen), expected);
    let last = seen["events"].as_array().unwrap().last().unwrap();
    assert_eq!(last["reason"], "served");
    assert_eq!(last["date"], "2026-11-24");
    assert_eq!(last["next_step"], "appeal by Friday");
    assert_eq!(
        (&last["by"], &last["signature"]),
        (&json!("Lena"), &json!("verified"))
    );
    assert_eq!(story.need_status().await, "met");
    assert_eq!(story.packets(), 0);
}

#[actix_web::test]
async fn work_that_nobody_said_had_begun_begins_with_its_outcome() {
    let story = Story::begin().await;
    let path = story.sent().await;
    story.step(&story.lena, &path, "accept", json!({})).await;
    let outcome = json!({ "outcome": "served" });
    let done = story.step(&story.lena, &path, "complete", outcome).await;
    assert_eq!(done["state"], "completed");
    let seen = story.ana.get(&path).await.expect(200).body;
    let expected = [
        "drafted",
        "sent",
        "viewed",
        "accepted",
        "started",
        "completed",
    ];
    assert_eq!(happenings(&seen), expected);
}

#[actix_web::test]
async fn what_was_declined_goes_back_to_routing() {
    let story = Story::begin().await;
    let third = story.house.organisation("legal", "ES").await;
    story.network.hotline.trusts(&third).await;
    let mut offer = story.offer();
    offer["alternates"] = json!([third.id]);
    let sent = story.ana.post(&story.path(), offer).await.expect(201);
    let path = format!("/referrals/{}", sent.id());
    let why = json!({ "reason": "conflict", "who_could": "the bar association" });
    let declined = story.step(&story.lena, &path, "decline", why).await;
    assert_eq!(declined["state"], "declined");
    assert_eq!(story.packets(), 0);
    let list = story.ana.get(&story.path()).await.expect(200);
    let seen = &list.items()[0];
    assert_eq!(seen["escalated"], true);
    assert_eq!(seen["next_choice"]["id"], third.id);
    assert_eq!(seen["events"][3]["who_could"], "the bar association");
    assert_eq!(story.need_status().await, "open");
    // The next choice can be asked now, and the first one no longer escalates.
    let mut offer = story.offer();
    offer["receiver"] = json!(third.id);
    story.ana.post(&story.path(), offer).await.expect(201);
    let list = story.ana.get(&story.path()).await.expect(200);
    assert_eq!(list.items()[0]["state"], "sent");
    assert_eq!(list.items()[1]["escalated"], false);
}

#[actix_web::test]
async fn what_was_given_back_or_not_served_goes_back_to_routing() {
    for (outcome, need) in [
        ("partly_served", "open"),
        ("could_not_reach", "open"),
        ("person_declined", "dropped"),
    ] {
        let story = Story::begin().await;
        let path = story.accepted().await;
        story.step(&story.lena, &path, "start", json!({})).await;
        story
            .step(
                &story.lena,
                &path,
                "complete",
                json!({ "outcome": outcome }),
            )
            .await;
        story.ana.get(&path).await.expect(200);
        assert_eq!(story.need_status().await, need, "{outcome}");
    }
    let story = Story::begin().await;
    let path = story.accepted().await;
    let back = json!({ "reason": "no_capacity", "note": "two colleagues fell ill" });
    story.step(&story.lena, &path, "return", back).await;
    let seen = story.ana.get(&path).await.expect(200).body;
    assert_eq!(seen["state"], "returned");
    assert_eq!(seen["escalated"], true);
    assert_eq!(story.need_status().await, "open");
}

#[actix_web::test]
async fn a_step_may_be_repeated_and_a_stale_one_is_shown_both_versions() {
    let story = Story::begin().await;
    let path = story.sent().await;
    let accept = format!("{path}/accept");
    let before = story.lena.post(&accept, json!({})).await;
    before.expect_problem(428, "match_missing");
    let seen = story.lena.get(&path).await.expect(200).revision();
    let stale = story
        .lena
        .post(&accept, json!({ "note": "ours" }))
        .with_if_match(seen - 1)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"]["state"], "viewed");
    assert_eq!(stale.body["sent"]["note"], "ours");
    assert_eq!(stale.revision(), seen);
    let first = story
        .lena
        .post(&accept, json!({}))
        .with_if_match(seen)
        .await
        .expect(200);
    // The same step again, with the version that was seen before it.
    let again = story
        .lena
        .post(&accept, json!({}))
        .with_if_match(seen)
        .await
        .expect(200);
    assert_eq!(first.body, again.body);
    let late = story
        .lena
        .post(&format!("{path}/decline"), json!({ "reason": "other" }));
    late.with_if_match(seen + 1)
        .await
        .expect_problem(409, "wrong_state");
}

#[actix_web::test]
async fn questions_are_asked_without_accepting() {
    let story = Story::begin().await;
    let path = story.sent().await;
    let messages = format!("{path}/messages");
    let ask = |text: &str| json!({ "text": text });
    story
        .lena
        .post(&messages, ask("Which court?"))
        .await
        .expect(201);
    story
        .ana
        .post(&messages, ask("The one in Plaza Castilla"))
        .await
        .expect(201);
    story
        .lena
        .post(&messages, ask("Thank you"))
        .await
        .expect(201);
    for actor in [&story.ana, &story.lena] {
        let page = actor.get(&format!("{messages}?limit=2")).await.expect(200);
        assert_eq!(page.items().len(), 2);
        assert_eq!(page.items()[0]["text"], "Which court?");
        assert_eq!(page.items()[0]["signature"], "verified");
        assert_eq!(page.items()[1]["by"], "Ana");
        let next = page.text_of("next");
        let rest = actor
            .get(&format!("{messages}?limit=2&after={next}"))
            .await
            .expect(200);
        assert_eq!(rest.items()[0]["text"], "Thank you");
        assert_eq!(rest.items().len(), 1);
    }
    // A message is no step.
    let seen = story.ana.get(&path).await.expect(200).body;
    assert_eq!(happenings(&seen), ["drafted", "sent"]);
    story
        .lena
        .post(&messages, json!({ "text": "" }))
        .await
        .expect_fault("/text", "empty");
    story
        .step(&story.ana, &path, "recall", json!({ "reason": "solved" }))
        .await;
    story
        .lena
        .post(&messages, ask("?"))
        .await
        .expect_problem(409, "wrong_state");
}

#[actix_web::test]
async fn the_receiver_opens_a_case_of_its_own_once() {
    let story = Story::begin().await;
    let path = story.sent().await;
    let open = format!("{path}/open-case");
    let checked = json!({ "conflict_checked": true });
    story
        .lena
        .post(&open, checked.clone())
        .await
        .expect_problem(409, "wrong_state");
    story.step(&story.lena, &path, "accept", json!({})).await;
    let unchecked = story
        .lena
        .post(&open, json!({ "conflict_checked": false }))
        .await;
    unchecked.expect_fault("/conflict_checked", "not_checked");
    let opened = story.lena.post(&open, checked.clone()).await.expect(201);
    let case = opened.text_of("case");
    let file = story.lena.get(&format!("/cases/{case}")).await.expect(200);
    assert_eq!(file.body["people"][0]["body"]["names"][0], "Semhar Tesfay");
    assert_eq!(file.body["needs"][0]["body"]["detail"], "bond hearing");
    for kept_back in ["stays inside", "overstay", "K0712345", "told nobody else"] {
        assert!(!file.text().contains(kept_back), "{kept_back}");
    }
    story
        .ana
        .get(&format!("/cases/{case}"))
        .await
        .expect_problem(404, "not_found");
    story
        .lena
        .post(&open, checked)
        .await
        .expect_problem(409, "already_exists");
    // The sender learns that there is one, and not which.
    let seen = story.ana.get(&path).await.expect(200);
    assert!(!seen.text().contains(&case));
}
