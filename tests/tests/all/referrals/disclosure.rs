//! What the receiver reads, before and after acceptance.

use amparo_tests::House;
use serde_json::{Value, json};

use super::{Story, opening};

/// What only a packet may tell.
const CONFIDENTIAL: [&str; 9] = [
    "Semhar",
    "Tesfay",
    "2001-03-04",
    "911234567",
    "blue door",
    "Aluche",
    "bond hearing",
    "may be told",
    "Held since Friday",
];

/// What no packet of the story may tell: no consent lists it.
const KEPT_BACK: [&str; 5] = [
    "stays inside",
    "overstay",
    "\"ER\"",
    "K0712345",
    "told nobody else",
];

#[actix_web::test]
async fn the_notice_names_nobody() {
    let story = Story::begin().await;
    let path = story.sent().await;
    let list = story.lena.get("/referrals?box=in").await.expect(200);
    let one = story.lena.get(&path).await.expect(200);
    for reply in [&list, &one] {
        for word in CONFIDENTIAL.iter().chain(&KEPT_BACK) {
            assert!(!reply.text().contains(word), "{word}");
        }
        assert!(!reply.text().contains(&story.case));
        assert!(!reply.text().contains(&story.need));
    }
    let about = &one.body["about"];
    assert_eq!(
        about,
        &json!({
            "category": "legal", "urgency": "P2", "where": "here", "country": "ES",
            "region": "Madrid", "languages": ["tir"], "age_band": "young_adult",
            "detained": "yes", "answer_by": "2026-11-25T08:15:00Z",
            "question": "Can you represent somebody at a hearing this week?",
        })
    );
    assert_eq!(one.body["signature"], "verified");
    assert_eq!(one.body["sender"]["name"], story.network.hotline.name);
}

#[actix_web::test]
async fn the_packet_opens_between_acceptance_and_outcome() {
    let story = Story::begin().await;
    let path = story.sent().await;
    let packet = format!("{path}/packet");
    story
        .lena
        .get(&packet)
        .await
        .expect_reason("packet_not_handed_out");
    story.step(&story.lena, &path, "accept", json!({})).await;
    for _ in 0..2 {
        let opened = story.lena.get(&packet).await.expect(200);
        let body = &opened.body["packet"];
        assert_eq!(body["content"]["identity"]["names"][0], "Semhar Tesfay");
        assert_eq!(
            body["content"]["contact"]["before_you_call"]["code_word"],
            "blue door"
        );
        assert_eq!(body["content"]["custody"][0]["facility"], "CIE Aluche");
        assert_eq!(body["content"]["need"]["detail"], "bond hearing");
        assert_eq!(body["content"].get("notes"), None);
        assert_eq!(body["basis"], "consent");
        assert_eq!(body["sent_by"], "Ana");
        assert_eq!(opened.body["signature"], "verified");
        let text = opened.text();
        let rule = text.find("blue door").unwrap();
        assert!(rule < text.find("+34911234567").unwrap());
        for word in KEPT_BACK
            .iter()
            .chain(&["may be told", "Held since Friday"])
        {
            assert!(!text.contains(word), "{word}");
        }
    }
    // Also not to the one who sent it: she has the file.
    story
        .ana
        .get(&packet)
        .await
        .expect_problem(404, "not_found");
    let back = json!({ "reason": "could_not_reach" });
    story.step(&story.lena, &path, "return", back).await;
    story
        .lena
        .get(&packet)
        .await
        .expect_reason("packet_not_handed_out");
    assert_eq!(story.packets(), 0);
}

#[actix_web::test]
async fn the_packet_is_a_copy_of_the_moment_of_sending() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let note = json!({ "facility": "Another place", "country": "ES" });
    story
        .ana
        .post(&format!("/cases/{}/custody", story.case), note)
        .await
        .expect(201);
    let packet = story.lena.get(&format!("{path}/packet")).await.expect(200);
    assert!(!packet.text().contains("Another place"));
}

#[actix_web::test]
async fn a_packet_is_not_opened_after_the_consent_has_ended() {
    let story = Story::begin().await;
    let mut until = super::consent();
    until["until"] = json!("2026-11-26");
    story
        .ana
        .post(&format!("/cases/{}/consents", story.case), until)
        .await
        .expect(201);
    let path = story.accepted().await;
    let packet = format!("{path}/packet");
    let opened = story.lena.get(&packet).await.expect(200);
    assert_eq!(opened.body["packet"]["until"], "2026-11-26");
    story.house.later(chrono::TimeDelta::days(3));
    story
        .lena
        .get(&packet)
        .await
        .expect_reason("packet_consent_over");
}

#[actix_web::test]
async fn notices_of_all_kinds_are_equally_long() {
    let story = Story::begin().await;
    story.sent().await;
    let other = json!({ "category": "health", "urgency": "P4", "detail": "x".repeat(3000) });
    let need = story
        .ana
        .post(&format!("/cases/{}/needs", story.case), other)
        .await
        .expect(201);
    let mut offer = story.offer();
    offer["need"] = need.body["id"].clone();
    offer["question"] = Value::from("q".repeat(1000));
    story.ana.post(&story.path(), offer).await.expect(201);
    let lengths = story
        .house
        .column("select cast(length(notice) as text) as it from referrals");
    assert_eq!(lengths.len(), 2);
    assert_eq!(lengths[0], lengths[1]);
}

#[actix_web::test]
async fn what_an_intruder_moved_between_rows_does_not_open() {
    let story = Story::begin().await;
    let first = story.accepted().await;
    let need = json!({ "category": "legal", "urgency": "P2" });
    let needs = format!("/cases/{}/needs", story.case);
    let need = story.ana.post(&needs, need).await.expect(201);
    let mut offer = story.offer();
    offer["need"] = need.body["id"].clone();
    let second = story.ana.post(&story.path(), offer).await.expect(201).id();
    let hex = |id: &str| id.trim_start_matches("/referrals/").replace('-', "");
    let moved = |column: &str| {
        let (to, from) = (hex(&first), hex(&second));
        let other = format!("select {column} from referrals where id = {{x:{from}}}");
        story.house.sql(&format!(
            "update referrals set {column} = ({other}) where id = {{x:{to}}}"
        ));
    };
    moved("packet");
    let packet = format!("{first}/packet");
    let refused = story
        .lena
        .get(&packet)
        .await
        .expect_problem(409, "data_damaged");
    assert!(!refused.text().contains("Semhar"));
    story.lena.get(&first).await.expect(200);
    moved("notice");
    story
        .lena
        .get(&first)
        .await
        .expect_problem(409, "data_damaged");
}

#[actix_web::test]
async fn of_somebody_whom_nobody_may_contact_no_number_leaves() {
    let mut opening = opening();
    let stop = json!({ "because": "her husband has the phone" });
    opening["people"][0]["safe_contact"]["stop"] = stop;
    let story = Story::begin_with(House::open().await, opening).await;
    let path = story.accepted().await;
    let packet = story.lena.get(&format!("{path}/packet")).await.expect(200);
    let contact = &packet.body["packet"]["content"]["contact"];
    assert_eq!(contact["channels"], json!([]));
    assert_eq!(contact["before_you_call"]["safe_to_call_back"], "no");
    let lena = story.browser_of(&story.lena).await;
    let page = lena.get(&format!("{path}/packet")).await.expect(200);
    page.saying("Do NOT contact")
        .saying("her husband has the phone");
}
