//! *Do not contact me*: the person's word is a state, and every screen and every partner shows it.

use amparo_tests::{Actor, House, Value, json};

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

async fn says(person: &Actor, what: &str) {
    let path = format!("/receipts/current/{what}");
    person.post_nothing(&path).await.expect(204);
}

async fn file(ana: &Actor, case: &str) -> Value {
    ana.get(&format!("/cases/{case}")).await.expect(200).body
}

fn contact_of(case: &str, file: &Value) -> String {
    let person = file["people"][0]["id"].as_str().unwrap();
    format!("/cases/{case}/people/{person}/contact")
}

#[actix_web::test]
async fn every_screen_shows_it_and_numbers_stand_behind_a_reason() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let ana = &hotline.ana;
    let contact = contact_of(&case, &file(ana, &case).await);
    ana.post_nothing(&contact).await.expect(200);
    says(&person, "no-contact").await;
    let own = person.get("/receipts/current").await.expect(200);
    assert_eq!(own.body["contact_stopped"], true);
    assert_eq!(own.body["sharing_stopped"], false, "another word");
    // Before anybody opened the case again.
    let list = ana.get("/cases").await.expect(200);
    assert_eq!(list.items()[0]["no_contact"], true);
    let seen = file(ana, &case).await;
    assert_eq!(seen["contact_stopped"], true);
    assert_eq!(seen["card"]["no_contact"], true);
    ana.post_nothing(&contact)
        .await
        .expect_reason("contact_stopped");
    let anyway = format!("{contact}-anyway");
    ana.post(&anyway, json!({ "because": "" }))
        .await
        .expect(422);
    let reason = json!({ "because": "the ambulance asks for the number" });
    let shown = ana.post(&anyway, reason).await.expect(200);
    assert_eq!(shown.body["channels"].as_array().unwrap().len(), 1);
    let lines = ana.get(&format!("/cases/{case}/ledger")).await.expect(200);
    let because = |it: &Value| it["reason"] == "the ambulance asks for the number";
    assert!(lines.items().iter().any(because));
    says(&person, "contact-again").await;
    assert_eq!(file(ana, &case).await["card"]["no_contact"], false);
    ana.post_nothing(&contact).await.expect(200);
}

#[actix_web::test]
async fn the_pages_stop_saying_that_a_call_is_safe() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let browser = house.browser();
    browser.sign_in(&hotline.ana).await.expect(200);
    let safe = "It is safe to call back.";
    let stop = "Do NOT contact this person.";
    let page = browser.get(&format!("/cases/{case}")).await.expect(200);
    assert!(page.says(safe) && !page.says(stop));
    says(&person, "no-contact").await;
    let page = browser.get(&format!("/cases/{case}")).await.expect(200);
    assert!(!page.says(safe) && page.says(stop));
    let list = browser.get("/cases?whose=all").await.expect(200);
    list.saying("Do NOT contact");
    let contact = contact_of(&case, &file(&hotline.ana, &case).await);
    let asked = browser.get(&contact).await.expect(200).saying(stop);
    assert!(!asked.text().contains("912345678"));
    let form = asked.form(&format!("{contact}/anyway"));
    let empty = form.clone().send().await.expect(422);
    assert!(!empty.text().contains("912345678"));
    let shown = form.fill("because", "she is in hospital").send().await;
    let shown = shown.expect(200);
    assert!(shown.text().contains("912345678"));
    // What is typed wrongly there comes back, and the numbers on file do not.
    let change = shown.form(&contact).fill("hours", &"x".repeat(201));
    let back = change.fill("note", "Ask for the nurse.").send().await;
    let back = back.expect(422);
    assert_eq!(back.form(&contact).value("note"), "Ask for the nurse.");
}

#[actix_web::test]
async fn a_colleague_writes_it_down_with_an_end() {
    let house = House::open().await;
    let (hotline, case, _) = a_case(&house).await;
    let ana = &hotline.ana;
    let seen = file(ana, &case).await;
    let contact = contact_of(&case, &seen);
    let one = contact.trim_end_matches("/contact").to_owned();
    let stop = json!({ "because": "her husband has the phone", "until": "2026-11-25" });
    let change = json!({ "safe_contact": { "stop": stop } });
    ana.patch(&one, change).with_if_match(1).await.expect(200);
    let list = ana.get("/cases").await.expect(200);
    assert_eq!(list.items()[0]["no_contact"], true);
    ana.post_nothing(&contact)
        .await
        .expect_reason("contact_stopped");
    house.later(chrono::TimeDelta::days(2));
    ana.signs_in().await;
    ana.post_nothing(&contact).await.expect(200);
}

#[actix_web::test]
async fn the_queue_shows_it_before_there_is_a_case() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (id, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    says(&person, "no-contact").await;
    let queue = ana.get("/intakes").await.expect(200);
    assert_eq!(queue.items()[0]["no_contact"], true);
    let seen = ana.get(&format!("/intakes/{id}")).await.expect(200);
    assert_eq!(seen.body["no_contact"], true);
    assert_eq!(seen.body["intake"]["contact"]["phone"], Value::Null);
    // The word goes along into the case.
    let opened = ana
        .post(&format!("/intakes/{id}/open-case"), json!({}))
        .await;
    let case = opened.expect(201).text_of("case");
    assert_eq!(file(&ana, &case).await["contact_stopped"], true);
}

/// What whoever writes rows does to it: nothing that lets a call go on.
#[actix_web::test]
async fn it_stays_said_though_the_rows_are_cleared() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    says(&person, "no-contact").await;
    let contact = contact_of(&case, &file(&hotline.ana, &case).await);
    for row in ["null", "{x:5a}", "{x:01}"] {
        house.sql(&format!("update cases set stop = {row}"));
        house.sql(&format!("update receipts set stop = {row}"));
        let list = hotline.ana.get("/cases").await.expect(200);
        assert_eq!(list.items()[0]["no_contact"], true, "{row}");
        let refused = hotline.ana.post_nothing(&contact).await;
        refused.expect_reason("contact_stopped");
    }
}
