//! Sharing without consent because a life is in danger: how little, to whom, for how long, and what
//! a supervisor says to it.

use amparo_tests::Actor;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::Story;

impl Story {
    /// An offer that no consent covers, with why it goes all the same.
    fn rescue(&self) -> Value {
        let mut offer = self.offer();
        offer["sections"] = json!(["identity", "health"]);
        offer["vital_interest"] = json!({ "reason": "unconscious in the infirmary" });
        offer
    }

    /// Sends it and has it accepted; answers its path and that of the override.
    async fn rescued(&self) -> (String, String) {
        let sent = self.ana.post(&self.path(), self.rescue()).await.expect(201);
        let path = format!("/referrals/{}", sent.id());
        self.step(&self.lena, &path, "accept", json!({})).await;
        let overrides = format!("/cases/{}/overrides", self.case);
        let all = self.supervisor().get(&overrides).await.expect(200);
        let id = all.items()[0]["id"].as_str().unwrap().to_owned();
        (path, format!("{overrides}/{id}"))
    }

    fn supervisor(&self) -> Actor {
        self.network.hotline.supervisor()
    }
}

fn objection() -> Value {
    json!({ "reason": "Semhar could be asked: she was awake" })
}

#[actix_web::test]
async fn what_could_be_used_against_somebody_never_goes() {
    let story = Story::begin().await;
    for section in ["immigration_status", "family", "documents", "notes"] {
        let mut offer = story.rescue();
        offer["sections"] = json!(["health", section]);
        let refused = story.ana.post(&story.path(), offer).await;
        refused.expect_fault("/sections", "never_without_consent");
    }
    let overrides = format!("/cases/{}/overrides", story.case);
    let none = story.ana.get(&overrides).await.expect(200);
    assert!(none.items().is_empty());
    assert_eq!(story.need_status().await, "open");
}

#[actix_web::test]
async fn only_who_treats_houses_or_defends_receives() {
    let story = Story::begin().await;
    let union = story.house.organisation("union", "ES").await;
    story.network.hotline.trusts(&union).await;
    let mut offer = story.rescue();
    offer["receiver"] = json!(union.id);
    let refused = story.ana.post(&story.path(), offer).await;
    refused.expect_reason("override_recipient");
    let ana = story.browser_of(&story.ana).await;
    let write = format!("{}/{}", story.route(), union.id);
    let page = ana.get(&write).await.expect(200);
    let form = page.form(&write).fill("question", "Can you help?");
    let check = form.tick("sections[]", "health").send().await.expect(200);
    let path = super::pages::check_path(&check);
    let check = check.saying("only an organisation for health, shelter or legal help");
    let form = check.form(&path).with("vital_interest.reason", "bleeding");
    form.send().await.refusing("override_recipient");
}

#[actix_web::test]
async fn it_ends_after_72_hours_and_says_that_nobody_agreed() {
    let story = Story::begin().await;
    let (path, _) = story.rescued().await;
    let packet = format!("{path}/packet");
    let opened = story.lena.get(&packet).await.expect(200);
    let opened = &opened.body["packet"];
    assert_eq!(opened["basis"], "vital_interest");
    assert_eq!(opened.get("agreed"), None);
    assert_eq!(opened["until"], "2026-11-27");
    assert!(
        opened["ends_at"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-27T")
    );
    let lena = story.browser_of(&story.lena).await;
    let page = lena.get(&packet).await.expect(200);
    page.saying("Nobody agreed to this")
        .saying("It can be opened until");
    story
        .house
        .later(TimeDelta::hours(72) - TimeDelta::minutes(5));
    story.lena.get(&packet).await.expect(200);
    story.house.later(TimeDelta::minutes(6));
    story
        .lena
        .get(&packet)
        .await
        .expect_reason("packet_consent_over");
}

#[actix_web::test]
async fn a_supervisor_objects_and_it_is_taken_back() {
    let story = Story::begin().await;
    let (path, over) = story.rescued().await;
    let object = format!("{over}/object");
    let supervisor = story.supervisor();
    story
        .ana
        .post(&object, objection())
        .await
        .expect_problem(404, "not_found");
    supervisor
        .post(&object, json!({ "reason": "  " }))
        .await
        .expect_fault("/reason", "empty");
    let objected = supervisor.post(&object, objection()).await.expect(200);
    let said = &objected.body["body"]["objected"];
    assert_eq!(said["reason"], objection()["reason"]);
    assert!(said["by"].is_string() && said["at"].is_string());
    let again = supervisor.post(&object, objection()).await;
    again.expect_reason("signed_off_before");
    let sign = supervisor.post_nothing(&format!("{over}/sign-off")).await;
    sign.expect_reason("signed_off_before");

    let recalled = story.lena.get(&path).await.expect(200);
    assert_eq!(recalled.body["state"], "recalled");
    // The reason is for colleagues: it may name somebody.
    assert!(!recalled.text().contains("awake"));
    assert_eq!(story.packets(), 0);
    story
        .lena
        .get(&format!("{path}/packet"))
        .await
        .expect_reason("packet_not_handed_out");
    assert_eq!(story.need_status().await, "open");
    let waits = supervisor.get("/cases?override=unsigned").await.expect(200);
    assert!(waits.items().is_empty());
    let lines = crate::cases::whats(&supervisor, &story.case).await;
    for what in ["override_objected", "referral_recalled"] {
        assert!(lines.contains(&what.to_owned()), "{what} in {lines:?}");
    }
}

#[actix_web::test]
async fn an_objection_is_made_on_the_page() {
    let story = Story::begin().await;
    let (path, over) = story.rescued().await;
    let record = over.rsplit('/').next().unwrap();
    let page = format!("/overrides/{}", story.case);
    let object = format!("{page}/{record}/object");
    let sofia = story.browser_of(&story.supervisor()).await;
    let shown = sofia.get(&page).await.expect(200);
    let empty = shown.form(&object).send().await.expect(422);
    let done = empty
        .form(&object)
        .fill("reason", "She was awake")
        .send()
        .await
        .expect(200);
    let done = done
        .saying("Your objection has been recorded")
        .saying("She was awake");
    assert!(!done.has_form(&object));
    let ana = story.browser_of(&story.ana).await;
    let seen = ana.get(&path).await.expect(200);
    seen.saying("A supervisor objected, and it was taken back");
}

#[actix_web::test]
async fn nobody_objects_to_her_own() {
    let story = Story::begin().await;
    let supervisor = story.supervisor();
    let sent = supervisor.post(&story.path(), story.rescue()).await;
    sent.expect(201);
    let overrides = format!("/cases/{}/overrides", story.case);
    let all = supervisor.get(&overrides).await.expect(200);
    let id = all.items()[0]["id"].as_str().unwrap().to_owned();
    supervisor
        .post(&format!("{overrides}/{id}/object"), objection())
        .await
        .expect_reason("own_override");
}
