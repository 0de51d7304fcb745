//! How a referral ends without the receiver.

use amparo::casefile::StopRow;
use amparo::foundation::jobs;
use amparo_store::{CaseId, OrganisationId};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Story, happenings};

#[actix_web::test]
async fn silence_expires_and_the_need_goes_back() {
    let story = Story::begin().await;
    let path = story.sent().await;
    story.lena.get(&path).await.expect(200);
    story.house.later(TimeDelta::hours(24));
    assert_eq!(story.house.run_jobs(), 0);
    story.house.later(TimeDelta::minutes(15));
    assert_eq!(story.house.run_jobs(), 1);
    assert_eq!(story.packets(), 0);
    let inbox = story
        .lena
        .get("/referrals?box=in&state=expired")
        .await
        .expect(200);
    assert_eq!(inbox.items().len(), 1);
    let received = story.lena.get(&path).await.expect(200).body;
    assert_eq!(happenings(&received), ["sent", "viewed", "expired"]);
    story.ana.get(&story.path()).await.expect(200);
    let seen = story.ana.get(&path).await.expect(200).body;
    assert_eq!(
        (&seen["state"], &seen["escalated"]),
        (&json!("expired"), &json!(true))
    );
    assert_eq!(story.need_status().await, "open");
    let revision = story.lena.get(&path).await.expect(200).revision();
    let late = story.lena.post(&format!("{path}/accept"), json!({}));
    late.with_if_match(revision)
        .await
        .expect_reason("referral_expired");
}

#[actix_web::test]
async fn what_was_answered_does_not_expire() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    story.house.later(TimeDelta::days(8));
    assert_eq!(story.house.run_jobs(), 1);
    assert_eq!(
        story.lena.get(&path).await.expect(200).body["state"],
        "accepted"
    );
}

#[actix_web::test]
async fn the_sender_takes_it_back() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let recall = format!("{path}/recall");
    let why = json!({ "reason": "she was released" });
    let stale = story.ana.post(&recall, why.clone()).with_if_match(1).await;
    stale.expect_problem(412, "stale_revision");
    let seen = story.step(&story.ana, &path, "recall", why.clone()).await;
    assert_eq!(seen["state"], "recalled");
    assert_eq!(story.packets(), 0);
    assert_eq!(story.need_status().await, "open");
    story
        .ana
        .post(&recall, why)
        .with_if_match(1)
        .await
        .expect(200);
    let told = story.lena.get(&path).await.expect(200).body;
    let last = told["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["what"], &last["reason"]),
        (&json!("recalled"), &json!("she was released"))
    );
    assert_eq!(last["signature"], "verified");
    story
        .lena
        .get(&format!("{path}/packet"))
        .await
        .expect_reason("packet_not_handed_out");
}

#[actix_web::test]
async fn a_withdrawn_consent_ends_what_rests_on_it() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let withdraw = format!("/cases/{}/consents/{}/withdraw", story.case, story.consent);
    let why = json!({ "reason": "she changed her mind" });
    story
        .ana
        .post(&withdraw, why.clone())
        .await
        .expect_problem(428, "match_missing");
    let other = story.network.hotline.caseworker("Berta").await;
    let blind = other.post(&withdraw, why.clone()).with_if_match(1).await;
    blind.expect_problem(404, "not_found");
    let stale = story
        .ana
        .post(&withdraw, why.clone())
        .with_if_match(7)
        .await;
    stale.expect_problem(412, "stale_revision");
    let gone = story
        .ana
        .post(&withdraw, why.clone())
        .with_if_match(1)
        .await
        .expect(200);
    assert!(gone.body["body"]["withdrawn"].is_object());
    assert_eq!(story.packets(), 0);
    let told = story.lena.get(&path).await.expect(200);
    assert_eq!(told.body["state"], "ended_by_person");
    // The receiver learns that it ended, not why.
    assert!(!told.text().contains("changed her mind"));
    story
        .lena
        .get(&format!("{path}/packet"))
        .await
        .expect_reason("packet_not_handed_out");
    assert_eq!(story.need_status().await, "open");
    story
        .ana
        .post(&withdraw, why)
        .with_if_match(1)
        .await
        .expect(200);
    let again = story.ana.post(&story.path(), story.offer()).await;
    again.expect_reason("consent_withdrawn");
}

#[actix_web::test]
async fn a_person_who_stops_sharing_is_obeyed_at_once() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let packet = format!("{path}/packet");
    story.lena.get(&packet).await.expect(200);
    let case: CaseId = story.case.parse().unwrap();
    let sender: OrganisationId = story.network.hotline.id.parse().unwrap();
    let app = story.house.app();
    // A job alone, as who writes rows can write one, ends nothing.
    app.housekeep(|act| {
        let payload = json!({ "case": case });
        jobs::enqueue_named(act, "sharing_stopped", &payload, TimeDelta::zero())
    })
    .unwrap();
    assert_eq!(story.house.run_jobs(), 1);
    story.lena.get(&packet).await.expect(200);
    app.housekeep(|act| {
        let said = StopRow {
            number: 1,
            signature: None,
        };
        amparo::casefile::keep_statement(act, sender, case, said)?;
        let payload = json!({ "case": case });
        jobs::enqueue_named(act, "sharing_stopped", &payload, TimeDelta::zero())
    })
    .unwrap();
    // Before the job has run.
    story
        .lena
        .get(&packet)
        .await
        .expect_reason("referral_ended_by_person");
    assert_eq!(story.packets(), 1);
    assert_eq!(story.house.run_jobs(), 1);
    assert_eq!(story.packets(), 0);
    let told = story.lena.get(&path).await.expect(200).body;
    assert_eq!(told["state"], "ended_by_person");
    story.ana.get(&path).await.expect(200);
    assert_eq!(story.need_status().await, "open");
    let again = story.ana.post(&story.path(), story.offer()).await;
    again.expect_reason("sharing_stopped");
}

#[actix_web::test]
async fn new_keys_of_a_case_keep_the_answers() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let messages = format!("{path}/messages");
    story
        .lena
        .post(&messages, json!({ "text": "Which court?" }))
        .await
        .expect(201);
    let supervisor = story.network.hotline.supervisor();
    let teams = supervisor.get("/teams").await.expect(200);
    let supervisors = teams
        .items()
        .iter()
        .find(|team| team["purpose"] == "supervisors")
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    supervisor
        .post_nothing(&format!("/teams/{supervisors}/rotate"))
        .await
        .expect(200);
    let seen = story.ana.get(&path).await.expect(200).body;
    assert_eq!(happenings(&seen), ["drafted", "sent", "viewed", "accepted"]);
    story
        .step(
            &story.lena,
            &path,
            "start",
            json!({ "note": "hearing on Friday" }),
        )
        .await;
    let seen = story.ana.get(&path).await.expect(200).body;
    assert_eq!(happenings(&seen).last(), Some(&"started"));
    let told = story.ana.get(&messages).await.expect(200);
    assert_eq!(told.items()[0]["text"], "Which court?");
}

#[actix_web::test]
async fn a_partner_sees_at_once_that_nobody_may_contact_the_person() {
    let story = Story::begin().await;
    let packet = format!("{}/packet", story.accepted().await);
    let before = story.lena.get(&packet).await.expect(200);
    assert_eq!(before.body["contact_stopped"], false);
    let contact = |body: &Value| body["packet"]["content"]["contact"].clone();
    assert_ne!(contact(&before.body)["channels"], json!([]));
    let case: CaseId = story.case.parse().unwrap();
    let sender: OrganisationId = story.network.hotline.id.parse().unwrap();
    let says = |number: u64| {
        let said = StopRow {
            number,
            signature: None,
        };
        let app = story.house.app();
        app.housekeep(|act| amparo::casefile::keep_statement(act, sender, case, said))
            .unwrap();
    };
    says(2);
    let after = story.lena.get(&packet).await.expect(200);
    assert_eq!(after.body["contact_stopped"], true);
    assert_eq!(contact(&after.body)["channels"], json!([]));
    assert_eq!(
        contact(&after.body)["before_you_call"]["safe_to_call_back"],
        "no"
    );
    says(4);
    let again = story.lena.get(&packet).await.expect(200);
    assert_eq!(contact(&again.body), contact(&before.body));
}
