//! What cannot be sent, and why.

use serde_json::{Value, json};

use super::Story;

impl Story {
    /// The offer with one field replaced.
    fn offer_with(&self, field: &str, value: Value) -> Value {
        let mut offer = self.offer();
        offer[field] = value;
        offer
    }
}

#[actix_web::test]
async fn bad_input_is_refused_with_every_fault() {
    let story = Story::begin().await;
    let bad = json!({
        "need": "x", "receiver": 7, "sections": ["name"], "question": "", "extra": true,
        "alternates": "none",
    });
    let refused = story
        .ana
        .post(&story.path(), bad)
        .await
        .expect_problem(422, "invalid");
    for place in [
        "/receiver",
        "/sections/0",
        "/question",
        "/extra",
        "/alternates",
    ] {
        assert!(
            refused.text().contains(place),
            "{place} in {}",
            refused.text()
        );
    }
    let path = story.sent().await;
    let odd = story
        .lena
        .post(&format!("{path}/decline"), json!({ "reason": "tired" }));
    odd.with_if_match(1)
        .await
        .expect_fault("/reason", "not_an_option");
    let future = json!({ "outcome": "served", "date": "2027-01-01" });
    let seen = story.lena.get(&path).await.expect(200).revision();
    let odd = story
        .lena
        .post(&format!("{path}/complete"), future)
        .with_if_match(seen);
    odd.await.expect_fault("/date", "in_the_future");
    for query in ["box=up", "box=in&state=lost", "", "box=in&page=2"] {
        let refused = story.ana.get(&format!("/referrals?{query}")).await;
        assert_eq!(refused.status, 422, "{query}");
    }
    let refused = story.ana.get("/referrals?box=in&after=x").await;
    refused.expect_fault("/after", "bad_cursor");
    assert!(story.ana.get("/referrals?box=in&limit=0").await.status == 422);
}

#[actix_web::test]
async fn a_question_that_names_the_person_is_refused() {
    let story = Story::begin().await;
    for text in [
        "Please help semhar  TESFAY",
        "call 0034 911 234 567",
        "passport k0712345",
    ] {
        let offer = story.offer_with("question", json!(text));
        let refused = story.ana.post(&story.path(), offer).await;
        let refused = refused.expect_fault("/question", "names_somebody");
        assert!(!refused.text().to_lowercase().contains("semhar"));
    }
}

#[actix_web::test]
async fn nobody_receives_who_may_not() {
    let story = Story::begin().await;
    let path = story.path();
    let hotline = &story.network.hotline;
    let own = story.offer_with("receiver", json!(hotline.id));
    story
        .ana
        .post(&path, own)
        .await
        .expect_fault("/receiver", "own");
    let nobody = story.offer_with("receiver", json!(story.case));
    story
        .ana
        .post(&path, nobody)
        .await
        .expect_fault("/receiver", "unknown");
    let nobody = story.offer_with("alternates", json!([story.case]));
    story
        .ana
        .post(&path, nobody)
        .await
        .expect_fault("/alternates/0", "unknown");
    // Takes part, but nobody compared the words and there is no agreement.
    let stranger = story.house.organisation("shelter", "ES").await;
    let offer = story.offer_with("receiver", json!(stranger.id));
    story
        .ana
        .post(&path, offer.clone())
        .await
        .expect_reason("key_not_compared");
    let compared = json!({ "fingerprint": stranger.fingerprint });
    let verify = format!("/organisations/{}/verify", stranger.id);
    hotline
        .supervisor()
        .post(&verify, compared)
        .await
        .expect(200);
    story
        .ana
        .post(&path, offer)
        .await
        .expect_reason("no_agreement");
    // An authority: its words cannot even be compared.
    let police = story.house.organisation("authority", "ES").await;
    let compared = json!({ "fingerprint": police.fingerprint });
    let verify = format!("/organisations/{}/verify", police.id);
    hotline
        .supervisor()
        .post(&verify, compared)
        .await
        .expect_reason("authority");
    let mut offer = story.offer_with("receiver", json!(police.id));
    offer["vital_interest"] = json!({ "reason": "they insist" });
    story
        .ana
        .post(&path, offer)
        .await
        .expect_reason("authority");
    assert!(
        story
            .house
            .column("select 'x' as it from referrals")
            .is_empty()
    );
}

#[actix_web::test]
async fn a_need_is_offered_to_one_at_a_time() {
    let story = Story::begin().await;
    let path = story.path();
    let strange = story.offer_with("need", json!(story.consent));
    story
        .ana
        .post(&path, strange)
        .await
        .expect_fault("/need", "unknown");
    story.sent().await;
    let second = story.ana.post(&path, story.offer()).await;
    second.expect_reason("need_offered");
}

#[actix_web::test]
async fn a_closed_case_sends_nothing() {
    let story = Story::begin().await;
    let case = format!("/cases/{}", story.case);
    let close = json!({ "reason": "moved away", "outcome": "lost_contact" });
    let closed = story.ana.post(&format!("{case}/close"), close).await;
    assert!(closed.status < 300, "{}", closed.text());
    let refused = story.ana.post(&story.path(), story.offer()).await;
    refused.expect_problem(409, "case_closed");
}

#[actix_web::test]
async fn nothing_is_shared_that_was_not_agreed_to() {
    let story = Story::begin().await;
    let path = story.path();
    for section in [
        "immigration_status",
        "health",
        "trafficking",
        "family",
        "documents",
    ] {
        let offer = story.offer_with("sections", json!(["identity", section]));
        let refused = story.ana.post(&path, offer).await;
        refused.expect_reason(match section {
            "immigration_status" => "status_not_named",
            _ => "section_not_covered",
        });
    }
    // Asked each time: the newest consent is the one to talk about, but an older one still covers.
    let withdraw = format!("/cases/{}/consents/{}/withdraw", story.case, story.consent);
    story
        .ana
        .post(&withdraw, json!({ "reason": "" }))
        .with_if_match(1)
        .await
        .expect(200);
    let mut each_time = super::consent();
    each_time["recipients"] = json!({ "kind": "ask_each_time" });
    let consents = format!("/cases/{}/consents", story.case);
    story.ana.post(&consents, each_time).await.expect(201);
    story
        .ana
        .post(&path, story.offer())
        .await
        .expect_reason("ask_each_time");
    let asked = story.offer_with("confirmed_now", json!(true));
    story.ana.post(&path, asked).await.expect(201);
}
