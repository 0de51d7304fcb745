//! Drafts, overrides, and the two ledgers.

use serde_json::{Value, json};

use super::Story;

#[actix_web::test]
async fn a_draft_is_nobody_elses() {
    let story = Story::begin().await;
    let mut offer = story.offer();
    offer["draft"] = json!(true);
    let draft = story
        .ana
        .post(&story.path(), offer.clone())
        .await
        .expect(201);
    let path = format!("/referrals/{}", draft.id());
    assert_eq!(draft.body["state"], "draft");
    assert_eq!(story.need_status().await, "open");
    assert_eq!((story.packets(), story.house.waiting_jobs()), (0, 0));
    story.lena.get(&path).await.expect_problem(404, "not_found");
    assert!(
        story
            .lena
            .get("/referrals?box=in")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
    let sent = story.step(&story.ana, &path, "send", json!({})).await;
    assert_eq!(sent["state"], "sent");
    let seen = story.lena.get(&path).await.expect(200);
    assert_eq!(seen.body["state"], "viewed");
    story
        .step(&story.ana, &path, "recall", json!({ "reason": "solved" }))
        .await;
    // A draft that is thrown away stays unknown to the receiver.
    let other = story.ana.post(&story.path(), offer).await.expect(201);
    let path = format!("/referrals/{}", other.id());
    story
        .step(
            &story.ana,
            &path,
            "recall",
            json!({ "reason": "not needed" }),
        )
        .await;
    story.lena.get(&path).await.expect_problem(404, "not_found");
    let inbox = story.lena.get("/referrals?box=in").await.expect(200);
    assert_eq!(inbox.items().len(), 1);
}

#[actix_web::test]
async fn a_draft_is_sent_only_with_a_consent_of_that_day() {
    let story = Story::begin().await;
    let mut offer = story.offer();
    offer["draft"] = json!(true);
    let draft = story.ana.post(&story.path(), offer).await.expect(201);
    let withdraw = format!("/cases/{}/consents/{}/withdraw", story.case, story.consent);
    let why = json!({ "reason": "" });
    story
        .ana
        .post(&withdraw, why)
        .with_if_match(1)
        .await
        .expect(200);
    let send = format!("/referrals/{}/send", draft.id());
    let refused = story
        .ana
        .post(&send, json!({}))
        .with_if_match(draft.revision())
        .await;
    refused.expect_problem(409, "no_consent");
    assert_eq!(story.house.waiting_jobs(), 0);
}

#[actix_web::test]
async fn a_life_in_danger_is_recorded_and_shown_to_supervisors() {
    let story = Story::begin().await;
    let mut offer = story.offer();
    offer["sections"] = json!(["identity", "health"]);
    let path = story.path();
    let refused = story.ana.post(&path, offer.clone()).await;
    refused.expect_reason("section_not_covered");
    offer["vital_interest"] = json!({ "reason": "unconscious in the infirmary" });
    let sent = story.ana.post(&path, offer).await.expect(201);
    let overrides = format!("/cases/{}/overrides", story.case);
    let supervisor = story.network.hotline.supervisor();
    let shown = supervisor.get(&overrides).await.expect(200);
    assert_eq!(
        shown.items()[0]["body"]["reason"],
        "unconscious in the infirmary"
    );
    let referral = format!("/referrals/{}", sent.id());
    story
        .step(&story.lena, &referral, "accept", json!({}))
        .await;
    let packet = story
        .lena
        .get(&format!("{referral}/packet"))
        .await
        .expect(200);
    assert_eq!(packet.body["packet"]["basis"], "vital_interest");
    assert!(!packet.text().contains("infirmary"));
}

#[actix_web::test]
async fn a_covering_consent_needs_no_override() {
    let story = Story::begin().await;
    let mut offer = story.offer();
    offer["vital_interest"] = json!({ "reason": "just in case" });
    story.ana.post(&story.path(), offer).await.expect(201);
    let overrides = format!("/cases/{}/overrides", story.case);
    assert!(
        story
            .ana
            .get(&overrides)
            .await
            .expect(200)
            .items()
            .is_empty()
    );
}

#[actix_web::test]
async fn sending_twice_under_one_key_sends_once() {
    let story = Story::begin().await;
    let ask = || {
        story
            .ana
            .post(&story.path(), story.offer())
            .with_key("one-offer-only")
    };
    let first = ask().await.expect(201);
    let again = ask().await.expect(201);
    assert_eq!(first.id(), again.id());
    assert_eq!(
        story.house.column("select 'x' as it from referrals").len(),
        1
    );
}

#[actix_web::test]
async fn both_organisations_auditors_see_each_step() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    story.lena.get(&format!("{path}/packet")).await.expect(200);
    let expected = ["referral_sent", "referral_accepted", "packet_opened"];
    story.house.fold_ledger();
    for organisation in [&story.network.hotline, &story.network.legal] {
        let auditor = organisation.auditor("Noor").await;
        let lines = auditor.get("/ledger?limit=200").await.expect(200);
        let seen: Vec<&Value> = lines.items().iter().map(|line| &line["what"]).collect();
        for what in expected {
            assert!(
                seen.contains(&&json!(what)),
                "{what} in {}",
                organisation.name
            );
        }
    }
    let own = story
        .ana
        .get(&format!("/cases/{}/ledger", story.case))
        .await
        .expect(200);
    assert!(own.text().contains("referral_sent"));
}
