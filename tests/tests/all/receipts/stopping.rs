//! The person's word that nothing be shared: what a writer of rows can do to it.

use amparo_tests::{Actor, House, json};

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

async fn is_stopped(ana: &Actor, case: &str) -> bool {
    let status = ana.get(&format!("/cases/{case}/status")).await.expect(200);
    status.body["sharing_stopped"] == true
}

async fn says_stop(house: &House, receipt: &str) -> Actor {
    let person = comes_back(house, receipt).await;
    person
        .delete("/receipts/current/consents")
        .await
        .expect(204);
    person
}

#[actix_web::test]
async fn a_flag_that_the_person_did_not_set_stops_nothing() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    house.sql("update cases set sharing_stopped = true");
    house.sql("update receipts set sharing_stopped = true");
    assert!(!is_stopped(&ana, &case).await);
    // Nor does a statement that somebody else signed: bytes of the right length.
    let forged = format!("{:016x}01{}", 1, "5a".repeat(64));
    house.sql(&format!("update cases set stop = {{x:{forged}}}"));
    assert!(!is_stopped(&ana, &case).await);
    says_stop(&house, &receipt).await;
    assert!(is_stopped(&ana, &case).await);
}

#[actix_web::test]
async fn what_the_person_said_stays_said_though_the_rows_are_cleared() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let person = says_stop(&house, &receipt).await;
    // The flags alone decide nothing.
    house.sql("update cases set sharing_stopped = false");
    house.sql("update receipts set sharing_stopped = false");
    assert!(is_stopped(&ana, &case).await);
    house.sql("update cases set stop = null");
    house.sql("update receipts set stop = null");
    assert!(is_stopped(&ana, &case).await, "the marks know it");
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["sharing_stopped"], true);
}

#[actix_web::test]
async fn a_word_from_before_the_case_goes_along_and_a_flag_does_not() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let open = async |intake: &str| {
        ana.post(&format!("/intakes/{intake}/open-case"), json!({}))
            .await
            .expect(201)
            .text_of("case")
    };
    let (flagged, _) = hands_over(&vera, a_call()).await;
    house.sql("update receipts set sharing_stopped = true");
    let case = open(&flagged).await;
    assert!(!is_stopped(&ana, &case).await);
    let (said, receipt) = hands_over(&vera, a_call()).await;
    says_stop(&house, &receipt).await;
    house.sql("update receipts set sharing_stopped = false");
    house.sql("update receipts set stop = null");
    let case = open(&said).await;
    assert!(is_stopped(&ana, &case).await);
}
