//! The person's word about sharing: what a writer of rows can do to it.

use amparo::doors;
use amparo_tests::{Actor, House, json};
use chrono::TimeDelta;

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

async fn is_stopped(ana: &Actor, case: &str) -> bool {
    let case = ana.get(&format!("/cases/{case}")).await.expect(200);
    case.body["sharing_stopped"] == true
}

async fn sees_it_stopped(person: &Actor) -> bool {
    let view = person.get("/receipts/current").await.expect(200);
    view.body["sharing_stopped"] == true
}

async fn says_stop(person: &Actor) {
    let stop = person.delete("/receipts/current/consents");
    stop.await.expect(204);
}

async fn shares_again(person: &Actor) {
    let share = person.post_nothing("/receipts/current/share-again");
    share.await.expect(204);
}

fn kept(house: &House, table: &str) -> String {
    let rows = house.rows(table, &["stop"]);
    rows[0][0].clone().unwrap()
}

/// How often the auditors were told of a row that was not believed.
async fn told(house: &House, hotline: &Hotline) -> usize {
    house.fold_ledger();
    let auditor = hotline.organisation.auditor("Olga").await;
    let lines = auditor.get("/ledger?limit=200").await.expect(200);
    let lines = lines.items().iter();
    lines
        .filter(|line| line["what"] == "row_not_believed")
        .count()
}

#[actix_web::test]
async fn what_the_person_did_not_say_stops_nothing_and_is_told() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let forged = format!("{:016x}{}", 1, "5a".repeat(32));
    for planted in ["01", "5a", &forged, &format!("{forged}{}", "5a".repeat(64))] {
        house.sql(&format!("update cases set stop = {{x:{planted}}}"));
        house.sql(&format!("update receipts set stop = {{x:{planted}}}"));
        if planted == "01" {
            // A flag of the first release counts until they were taken over.
            assert!(is_stopped(&hotline.ana, &case).await);
            house.sql("update cases set stop = null");
            house.sql("update receipts set stop = null");
            doors::sweep(house.app()).unwrap();
            continue;
        }
        assert!(!is_stopped(&hotline.ana, &case).await, "{planted}");
        assert!(!sees_it_stopped(&person).await, "{planted}");
    }
    house.sql("update cases set stop = {x:01}");
    assert!(!is_stopped(&hotline.ana, &case).await);
    assert!(told(&house, &hotline).await > 0);
    says_stop(&person).await;
    assert!(is_stopped(&hotline.ana, &case).await);
    assert!(sees_it_stopped(&person).await);
}

#[actix_web::test]
async fn what_the_person_said_stays_said_though_the_rows_are_cleared() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    says_stop(&person).await;
    for row in ["null", "{x:5a}", "{x:01}"] {
        house.sql(&format!("update cases set stop = {row}"));
        house.sql(&format!("update receipts set stop = {row}"));
        assert!(is_stopped(&hotline.ana, &case).await, "{row}");
        assert!(sees_it_stopped(&person).await, "{row}");
    }
    let house = house.restarted().await;
    let ana = house.member(hotline.ana.account());
    house.later(TimeDelta::minutes(1));
    assert!(is_stopped(&ana, &case).await, "after a restart");
}

#[actix_web::test]
async fn an_earlier_statement_put_back_changes_nothing() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let put_back = |cases: &str, receipts: &str| {
        house.sql(&format!("update cases set stop = {{x:{cases}}}"));
        house.sql(&format!("update receipts set stop = {{x:{receipts}}}"));
    };
    says_stop(&person).await;
    let stop = (kept(&house, "cases"), kept(&house, "receipts"));
    shares_again(&person).await;
    assert!(!is_stopped(&hotline.ana, &case).await);
    assert!(!sees_it_stopped(&person).await);
    let share = (kept(&house, "cases"), kept(&house, "receipts"));
    put_back(&stop.0, &stop.1);
    assert!(!is_stopped(&hotline.ana, &case).await);
    assert!(!sees_it_stopped(&person).await);
    says_stop(&person).await;
    put_back(&share.0, &share.1);
    assert!(is_stopped(&hotline.ana, &case).await);
    assert!(sees_it_stopped(&person).await);
}

#[actix_web::test]
async fn a_statement_of_another_receipt_counts_for_its_own_alone() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let (other, others) = hands_over(&hotline.vera, a_call()).await;
    let other = hotline
        .ana
        .post(&format!("/intakes/{other}/open-case"), json!({}))
        .await
        .expect(201)
        .text_of("case");
    says_stop(&comes_back(&house, &others).await).await;
    for table in ["cases", "receipts"] {
        let copy =
            format!("update {table} set stop = (select stop from {table} where stop is not null)");
        house.sql(&copy);
    }
    assert!(!is_stopped(&hotline.ana, &case).await);
    assert!(!sees_it_stopped(&comes_back(&house, &receipt).await).await);
    assert!(is_stopped(&hotline.ana, &other).await);
}

#[actix_web::test]
async fn a_word_from_before_the_case_goes_along_and_a_planted_one_does_not() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let open = async |intake: &str| {
        ana.post(&format!("/intakes/{intake}/open-case"), json!({}))
            .await
            .expect(201)
            .text_of("case")
    };
    let (planted, _) = hands_over(&vera, a_call()).await;
    house.sql("update receipts set stop = {x:5a}");
    let case = open(&planted).await;
    assert!(!is_stopped(&ana, &case).await);
    // Cleared before the case is opened, and not.
    for is_cleared in [true, false] {
        let (said, receipt) = hands_over(&vera, a_call()).await;
        let person = comes_back(&house, &receipt).await;
        says_stop(&person).await;
        if is_cleared {
            house.sql("update receipts set stop = null");
        }
        let case = open(&said).await;
        assert!(is_stopped(&ana, &case).await);
        shares_again(&person).await;
        assert!(!is_stopped(&ana, &case).await);
    }
}

#[actix_web::test]
async fn digits_that_lapsed_leave_their_word_and_nothing_to_guess_against() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    says_stop(&comes_back(&house, &receipt).await).await;
    let signature = kept(&house, "cases")[80..].to_owned();
    assert_eq!(signature.len(), 128);
    house.later(TimeDelta::days(420));
    doors::sweep(house.app()).unwrap();
    for table in ["cases", "receipts"] {
        assert_eq!(kept(&house, table).len(), 80, "{table}");
    }
    assert!(is_stopped(&hotline.ana, &case).await);
    let browser = house.browser();
    browser.sign_in(&hotline.ana).await.expect(200);
    let page = browser.get(&format!("/cases/{case}/letters")).await;
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
    let person = comes_back(&house, &digits).await;
    assert!(sees_it_stopped(&person).await, "her new digits know it");
    assert!(is_stopped(&hotline.ana, &case).await);
    // The file itself knows what was said before, whatever becomes of rows and marks.
    house.sql("update cases set stop = null");
    house.app().forget_versions_seen();
    assert!(is_stopped(&hotline.ana, &case).await);
    shares_again(&person).await;
    assert!(!is_stopped(&hotline.ana, &case).await);
    assert!(!sees_it_stopped(&person).await);
}
