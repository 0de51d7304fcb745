//! An intake becomes a case, or goes into one.

use amparo_tests::{House, json};

use super::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn a_case_takes_over_what_was_said_and_the_receipt() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (id, _) = hands_over(&vera, a_call()).await;
    let opened = ana
        .post(
            &format!("/intakes/{id}/open-case"),
            json!({ "tags": ["aluche"] }),
        )
        .await
        .expect(201);
    let case = opened.text_of("case");
    assert_eq!(opened.body["receipt_attached"], true);
    assert_eq!(
        opened.header("location").unwrap(),
        format!("/api/v1/cases/{case}")
    );
    let status = ana.get(&format!("/cases/{case}/status")).await.expect(200);
    assert_eq!(status.body["step"], "in_work");
    let seen = ana.get(&format!("/intakes/{id}")).await.expect(200);
    assert_eq!(seen.body["state"], "closed");
    assert_eq!(seen.body["ended"]["outcome"], "case_opened");
    assert_eq!(seen.body["ended"]["case"], case.as_str());
    ana.post(&format!("/intakes/{id}/open-case"), json!({}))
        .await
        .expect_reason("intake_closed");
    vera.get(&format!("/cases/{case}/status"))
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn somebody_who_said_no_to_a_file_gets_none() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let mut refused = a_call();
    refused["consent"]["file"] = json!("no");
    let (id, _) = hands_over(&vera, refused).await;
    ana.post(&format!("/intakes/{id}/open-case"), json!({}))
        .await
        .expect_reason("no_file_wanted");
}

#[actix_web::test]
async fn a_second_call_goes_into_the_case() {
    let house = House::open().await;
    let hotline = Hotline::open(&house).await;
    let Hotline { vera, ana, .. } = &hotline;
    let (first, _) = hands_over(vera, a_call()).await;
    let case = ana
        .post(&format!("/intakes/{first}/open-case"), json!({}))
        .await
        .expect(201)
        .text_of("case");
    let mut update = a_call();
    update["outcome"] = json!("update");
    update["needs"] = json!(["legal", "shelter"]);
    let (second, _) = hands_over(vera, update).await;
    let similar = ana
        .post_nothing(&format!("/intakes/{second}/similar"))
        .await
        .expect(200);
    assert_eq!(similar.items()[0]["case"], case.as_str());
    assert_eq!(similar.items()[0]["same"][0], "phone");
    // Another caseworker without the case finds nothing and cannot link.
    let ben = hotline.organisation.caseworker("Ben").await;
    let none = ben
        .post_nothing(&format!("/intakes/{second}/similar"))
        .await
        .expect(200);
    assert!(none.items().is_empty());
    let link = format!("/intakes/{second}/link");
    ben.post(&link, json!({ "case": case }))
        .await
        .expect_problem(404, "not_found");
    ana.post(
        &link,
        json!({ "case": "00000000-0000-4000-8000-000000000000" }),
    )
    .await
    .expect_problem(404, "not_found");
    let linked = ana.post(&link, json!({ "case": case })).await.expect(200);
    // The case has a receipt: the second caller does not get to read its letters.
    assert_eq!(linked.body["receipt_attached"], false);
    let seen = ana.get(&format!("/intakes/{second}")).await.expect(200);
    assert_eq!(seen.body["ended"]["outcome"], "linked");
}

#[actix_web::test]
async fn what_the_person_erased_becomes_no_case() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (id, receipt) = hands_over(&vera, a_call()).await;
    let token = house
        .visitor()
        .post("/receipts/sessions", json!({ "receipt": receipt }))
        .await
        .expect(201)
        .text_of("token");
    house
        .bearer(&token)
        .post("/receipts/current/erase", json!({ "confirm": true }))
        .await
        .expect(200);
    // Before the job has run, too.
    ana.post(&format!("/intakes/{id}/open-case"), json!({}))
        .await
        .expect_problem(404, "not_found");
    assert_eq!(house.run_jobs(), 1);
    ana.get(&format!("/intakes/{id}"))
        .await
        .expect_problem(404, "not_found");
}
