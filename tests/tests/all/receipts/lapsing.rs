//! Receipts lapse a year after their last use, and those that were made at another cost still open.

use amparo::doors;
use amparo_tests::{House, json};
use amparo_vault::ReceiptCode;
use chrono::TimeDelta;
use data_encoding::HEXLOWER;

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

const GOOD_UNTIL: &str = "select cast(good_until as text) as it from receipts";

#[actix_web::test]
async fn each_use_prolongs_it_and_tells_no_more_than_the_month() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    assert_eq!(house.column(GOOD_UNTIL), ["2027-11-30"]);
    let person = comes_back(&house, &receipt).await;
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["good_until"], "2027-11-30");
    house.later(TimeDelta::days(7));
    comes_back(&house, &receipt).await;
    assert_eq!(house.column(GOOD_UNTIL), ["2027-12-31"]);
    house.later(TimeDelta::days(20));
    comes_back(&house, &receipt).await;
    assert_eq!(house.column(GOOD_UNTIL), ["2027-12-31"]);
}

#[actix_web::test]
async fn a_report_that_nobody_asked_about_for_a_year_has_no_digits_any_more() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    house.later(TimeDelta::days(371));
    doors::sweep(house.app()).unwrap();
    comes_back(&house, &receipt).await;
    // That was the last day of its month; a new one begins.
    house.later(TimeDelta::days(396));
    let given = json!({ "receipt": receipt });
    house
        .visitor()
        .post("/receipts/sessions", given)
        .await
        .expect_problem(401, "wrong_credentials");
    assert_eq!(house.rows("receipts", &["id"]).len(), 1, "not swept yet");
    doors::sweep(house.app()).unwrap();
    assert!(house.rows("receipts", &["id"]).is_empty());
}

#[actix_web::test]
async fn what_lapsed_leaves_a_guesser_nothing_and_the_helpers_their_letters() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let messages = format!("/cases/{case}/messages");
    person
        .post("/receipts/current/messages", json!({ "text": "Before." }))
        .await
        .expect(201);
    hotline
        .ana
        .post(&messages, json!({ "text": "An answer." }))
        .await
        .expect(201);
    let side = |direction: &str| {
        let boxes = house.rows("letters", &["direction", "sealed", "sealed_copy"]);
        boxes
            .into_iter()
            .filter(|row| row[0] == Some(HEXLOWER.encode(direction.as_bytes())))
            .collect::<Vec<_>>()
    };
    let to_person = |direction: &str| side(direction)[0].clone();
    let hers = [
        to_person("to_person")[1].clone().unwrap(),
        to_person("from_person")[2].clone().unwrap(),
        to_person("look")[1].clone().unwrap(),
        house.rows("receipts", &["status"])[0][0].clone().unwrap(),
        house.rows("receipts", &["tag"])[0][0].clone().unwrap(),
    ];
    house.later(TimeDelta::days(420));
    doors::sweep(house.app()).unwrap();
    let left = [
        house.rows("receipts", &["tag", "deposit", "status"]),
        house.rows("letters", &["sealed", "sealed_copy"]),
    ]
    .concat();
    for (place, sealed) in hers.iter().enumerate() {
        let found = left.iter().flatten().flatten().any(|it| it == sealed);
        assert!(!found, "{place} is left");
    }
    let ana = &hotline.ana;
    let letters = ana.get(&messages).await.expect(200);
    let texts: Vec<_> = letters
        .items()
        .iter()
        .map(|it| it["text"].clone())
        .collect();
    assert_eq!(json!(texts), json!(["Before.", "An answer."]));
    // Nothing new is sealed to digits that open nothing.
    ana.post(&messages, json!({ "text": "Too late." }))
        .await
        .expect_reason("no_receipt");
    // The next sweep has nothing to do; other digits bring the person back.
    doors::sweep(house.app()).unwrap();
    let browser = house.browser();
    browser.sign_in(ana).await.expect(200);
    let page = browser.get(&format!("/cases/{case}/letters")).await;
    let page = page.expect(200).saying("no number for this case");
    let page = page.saying("An answer.");
    let give = page.form(&format!("/cases/{case}/receipt"));
    let given = give.send().await.expect(200).text();
    let digits: String = given
        .split("read it back.")
        .nth(1)
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .take(18)
        .collect();
    ana.post(&messages, json!({ "text": "Welcome back." }))
        .await
        .expect(201);
    let person = comes_back(&house, &digits).await;
    let own = person.get("/receipts/current/messages").await.expect(200);
    let texts: Vec<_> = own.items().iter().map(|it| it["text"].clone()).collect();
    assert_eq!(json!(texts), json!(["Welcome back."]));
}

#[actix_web::test]
async fn digits_of_before_are_tried_at_their_own_cost_while_somebody_has_such() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let app = house.app();
    let code = ReceiptCode::parse(&receipt).unwrap();
    let salt = app.instance.receipt_salt();
    let former = code
        .stretch(&salt, app.config.former_receipt_stretch)
        .unwrap();
    let tag = HEXLOWER.encode(&former.tag);
    house.sql(&format!(
        "update receipts set tag = {{x:{tag}}}, cost = 'former'"
    ));
    comes_back(&house, &receipt).await;
    // A tag counts only at the cost that its row names.
    house.sql("update receipts set cost = 'present'");
    house
        .visitor()
        .post("/receipts/sessions", json!({ "receipt": receipt }))
        .await
        .expect_problem(401, "wrong_credentials");
}
