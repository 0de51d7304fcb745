//! Coming back with the digits.

use amparo::receipts::MOST_FAILURES;
use amparo::team::Limiter;
use amparo_tests::{House, json};

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn digits_of_any_script_open_the_door() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let arabic: String = receipt
        .chars()
        .map(|sign| match sign.to_digit(10) {
            Some(digit) => char::from_u32(0x660 + digit).unwrap(),
            None => sign,
        })
        .collect();
    for typed in [
        receipt.clone(),
        receipt.replace(' ', ""),
        receipt.replace(' ', "-"),
        arabic,
    ] {
        let person = comes_back(&house, &typed).await;
        let view = person.get("/receipts/current").await.expect(200);
        assert_eq!(view.body["step"], "waiting");
        assert_eq!(view.body["letters_waiting"], 0);
        assert_eq!(view.body["sharing_stopped"], false);
        assert_eq!(view.body["changed_on"], "2026-11-24");
    }
}

#[actix_web::test]
async fn a_slip_is_told_apart_and_a_wrong_receipt_says_nothing() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let visitor = house.visitor();
    let tries = |typed: String| visitor.post("/receipts/sessions", json!({ "receipt": typed }));
    let first = receipt.chars().next().unwrap().to_digit(10).unwrap();
    let slip = format!("{}{}", (first + 1) % 10, &receipt[1..]);
    tries(slip)
        .await
        .expect_fault("/receipt", "one_number_is_wrong");
    tries(receipt[..19].to_owned())
        .await
        .expect_fault("/receipt", "wrong_length");
    tries("four eight two".to_owned())
        .await
        .expect_fault("/receipt", "not_a_number");
    // Well-formed, and nobody's: 16 zeros and the check digits that fit.
    let wrong = tries("000000000000000098".to_owned())
        .await
        .expect_problem(401, "wrong_credentials");
    let other = tries("000000000000000195".to_owned())
        .await
        .expect_problem(401, "wrong_credentials");
    assert_eq!(wrong.bytes, other.bytes);
    assert!(!wrong.text().contains("0000"));
}

#[actix_web::test]
async fn a_receipt_opens_its_own_pages_and_nothing_else() {
    let house = House::open().await;
    let (_, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    person.get("/receipts/current").await.expect(200);
    for path in [
        "/me",
        "/intakes",
        "/members",
        &format!("/cases/{case}/status"),
    ] {
        person.get(path).await.expect_problem(401, "sign_in");
    }
}

#[actix_web::test]
async fn members_and_visitors_have_no_receipt() {
    let house = House::open().await;
    let Hotline { ana, .. } = Hotline::open(&house).await;
    for somebody in [ana, house.visitor()] {
        for path in ["/receipts/current", "/receipts/current/messages"] {
            somebody.get(path).await.expect_problem(401, "sign_in");
        }
        somebody
            .delete("/receipts/current/consents")
            .await
            .expect_problem(401, "sign_in");
        somebody
            .post("/receipts/current/erase", json!({ "confirm": true }))
            .await
            .expect_problem(401, "sign_in");
    }
}

#[actix_web::test]
async fn leaving_and_a_restart_end_the_visit() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    let other = comes_back(&house, &receipt).await;
    person
        .delete("/receipts/sessions/current")
        .await
        .expect(204);
    person
        .get("/receipts/current")
        .await
        .expect_problem(401, "sign_in");
    other.get("/receipts/current").await.expect(200);
    let again = house.restarted().await;
    other
        .in_house(&again)
        .get("/receipts/current")
        .await
        .expect_problem(401, "sign_in");
    // The receipt itself lives on.
    comes_back(&again, &receipt)
        .await
        .get("/receipts/current")
        .await
        .expect(200);
}

#[actix_web::test]
async fn a_visit_is_no_row_and_no_row_has_the_digits() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let tables = house.store().tables().unwrap();
    let is_visit = |table: &str| table.contains("session") || table.contains("visit");
    assert!(!tables.iter().any(|(table, _, _)| is_visit(table)));
    comes_back(&house, &receipt).await;
    let digits: String = receipt.chars().filter(char::is_ascii_digit).collect();
    let needle: String = digits.bytes().map(|byte| format!("{byte:02x}")).collect();
    for row in house.rows("receipts", &["tag", "deposit", "status"]) {
        assert!(!row.into_iter().flatten().any(|hex| hex.contains(&needle)));
    }
}

/// Somebody who types wrong receipts all day must lock nobody out.
#[actix_web::test]
async fn a_right_receipt_opens_even_when_wrong_ones_are_told_to_wait() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    let app = house.app();
    let service = app.instance.lookup_tag("receipts", "wrong ones");
    let limiter = app.memory::<Limiter>();
    while limiter
        .attempt(service, app.clock.now(), MOST_FAILURES)
        .is_ok()
    {}
    let wrong = json!({ "receipt": "000000000000000098" });
    house
        .visitor()
        .post("/receipts/sessions", wrong)
        .await
        .expect_problem(429, "too_many");
    comes_back(&house, &receipt).await;
}
