//! The person's own door, and the helpers' side of it.

use amparo_tests::{Actor, House, json};

use crate::intake::{Hotline, a_call, hands_over};

mod coming_back;
mod keys;
mod lapsing;
mod letters;
mod looks;
mod no_contact;
mod stopping;
mod wishes;

/// The person, come back with the digits.
pub(crate) async fn comes_back(house: &House, receipt: &str) -> Actor {
    let session = house
        .visitor()
        .post("/receipts/sessions", json!({ "receipt": receipt }))
        .await
        .expect(201);
    house.bearer(&session.text_of("token"))
}

/// A case with its receipt: the hotline, the case and the digits.
pub(crate) async fn a_case(house: &House) -> (Hotline, String, String) {
    let hotline = Hotline::open(house).await;
    let (intake, receipt) = hands_over(&hotline.vera, a_call()).await;
    let case = hotline
        .ana
        .post(&format!("/intakes/{intake}/open-case"), json!({}))
        .await
        .expect(201)
        .text_of("case");
    (hotline, case, receipt)
}
