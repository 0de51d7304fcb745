//! Stop sharing, and erase.

use amparo_tests::{House, json};

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn the_person_stops_sharing_at_once() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    person
        .delete("/receipts/current/consents")
        .await
        .expect(204);
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["sharing_stopped"], true);
    let status = ana.get(&format!("/cases/{case}/status")).await.expect(200);
    assert_eq!(status.body["sharing_stopped"], true);
    assert_eq!(house.waiting_jobs(), 1);
}

#[actix_web::test]
async fn a_wish_from_before_goes_along_into_the_case() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (intake, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    person
        .delete("/receipts/current/consents")
        .await
        .expect(204);
    assert_eq!(house.waiting_jobs(), 0);
    let case = ana
        .post(&format!("/intakes/{intake}/open-case"), json!({}))
        .await
        .expect(201)
        .text_of("case");
    let status = ana.get(&format!("/cases/{case}/status")).await.expect(200);
    assert_eq!(status.body["sharing_stopped"], true);
}

#[actix_web::test]
async fn before_a_case_is_open_everything_goes() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (intake, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    person
        .post("/receipts/current/messages", json!({ "text": "Please." }))
        .await
        .expect(201);
    person
        .post("/receipts/current/erase", json!({ "confirm": false }))
        .await
        .expect_fault("/confirm", "not_confirmed");
    person
        .post("/receipts/current/erase", json!({}))
        .await
        .expect_fault("/confirm", "missing");
    let answer = person
        .post("/receipts/current/erase", json!({ "confirm": true }))
        .await
        .expect(200);
    assert_eq!(answer.body["erased"], true);
    assert_eq!(house.run_jobs(), 1);
    for table in ["receipts", "letters", "intakes"] {
        let left = house.column(&format!("select cast(count(*) as text) as it from {table}"));
        assert_eq!(left, ["0"], "{table}");
    }
    ana.get(&format!("/intakes/{intake}"))
        .await
        .expect_problem(404, "not_found");
    person
        .get("/receipts/current")
        .await
        .expect_problem(401, "sign_in");
    house
        .visitor()
        .post("/receipts/sessions", json!({ "receipt": receipt }))
        .await
        .expect_problem(401, "wrong_credentials");
}

#[actix_web::test]
async fn in_a_case_the_wish_is_a_letter_and_sharing_stops() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let answer = person
        .post("/receipts/current/erase", json!({ "confirm": true }))
        .await
        .expect(200);
    assert_eq!(answer.body["erased"], false);
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["sharing_stopped"], true);
    let letters = ana
        .get(&format!("/cases/{case}/messages"))
        .await
        .expect(200);
    assert_eq!(letters.items()[0]["asks_erasure"], true);
}

#[actix_web::test]
async fn everything_with_a_receipt_is_in_the_ledger() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    person
        .post("/receipts/current/messages", json!({ "text": "Please." }))
        .await
        .expect(201);
    person.get("/receipts/current/messages").await.expect(200);
    person
        .delete("/receipts/current/consents")
        .await
        .expect(204);
    let olga = hotline.organisation.auditor("Olga").await;
    house.fold_ledger();
    let lines = olga.get("/ledger?limit=200").await.expect(200);
    for what in [
        "receipt_used",
        "letter_sent",
        "letter_read",
        "sharing_stopped",
        "intake_handed_over",
        "intake_linked",
    ] {
        let line = lines.items().iter().find(|line| line["what"] == what);
        assert!(line.is_some(), "no {what}");
    }
    let stopped = lines
        .items()
        .iter()
        .find(|line| line["what"] == "sharing_stopped")
        .unwrap();
    assert_eq!(stopped["actor"]["kind"], "person");
    assert_eq!(stopped["case"], case.as_str());
}
