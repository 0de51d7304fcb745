//! Who has seen the file, as the person is told it.

use amparo_tests::document::PlainWords;
use amparo_tests::{House, World, json};

use super::comes_back;
use crate::intake::{Hotline, a_call, hands_over};

#[actix_web::test]
async fn the_person_is_told_who_has_seen_what() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (intake, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    let looks = || person.get("/receipts/current/looks");
    assert!(looks().await.expect(200).items().is_empty());
    let open = format!("/intakes/{intake}/open-case");
    ana.post(&open, json!({})).await.expect(201);
    let seen = looks().await.expect(200);
    assert_eq!(
        seen.body["items"],
        json!([{ "kind": "hotline", "part": "report", "on": "2026-11-24" }])
    );
    // A look is no letter: nothing waits, and nobody has written.
    let view = person.get("/receipts/current").await.expect(200);
    assert_eq!(view.body["letters_waiting"], 0);
    let letters = person.get("/receipts/current/messages").await.expect(200);
    assert!(letters.items().is_empty());
}

#[actix_web::test]
async fn a_partner_is_told_of_by_its_kind_and_by_no_name() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    let seen = world.who("person").get("/receipts/current/looks").await;
    let seen = seen.expect(200);
    let parts: Vec<_> = seen
        .items()
        .iter()
        .map(|it| (it["kind"].as_str().unwrap(), it["part"].as_str().unwrap()))
        .collect();
    // Taken and made a case on one day, which is told once.
    let expected = [
        ("hotline", "report"),
        ("legal", "notice"),
        ("legal", "packet"),
    ];
    assert_eq!(parts, expected);
    for name in ["Ana", "Leo", &world.network.legal.name] {
        assert!(!seen.text().contains(name), "{name}");
    }
    let others = ["visitor", "ana", "supervisor", "auditor", "partner"];
    for who in others {
        let refused = world.who(who).get("/receipts/current/looks").await;
        refused.expect_problem(401, "sign_in");
    }
}

#[actix_web::test]
async fn letters_and_looks_cannot_be_put_in_each_others_place() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    let person = world.who("person");
    house.sql("update letters set direction = 'to_person' where direction = 'look'");
    let letters = person.get("/receipts/current/messages").await;
    letters.expect_problem(409, "data_damaged");
    house.sql("update letters set direction = 'look' where direction = 'to_person'");
    person
        .get("/receipts/current/looks")
        .await
        .expect_problem(409, "data_damaged");
}
