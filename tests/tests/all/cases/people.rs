//! People: their numbers leave only through one door, and that look is on record.

use amparo_tests::{Actor, House, json};

use super::{NOBODY, opens, whats};

async fn scene() -> (House, Actor, Actor, String, String) {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let people = ana.get(&format!("/cases/{case}/people")).await.expect(200);
    assert!(!people.text().contains("911 23"));
    let record = people.items()[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/cases/{case}/people/{record}");
    (house, ana, hotline.supervisor(), case, path)
}

#[actix_web::test]
async fn the_contact_is_shown_after_the_rule_and_noted() {
    let (_, ana, sofia, case, path) = scene().await;
    let seen = ana.get(&path).await.expect(200);
    let shown = &seen.body["body"]["safe_contact"];
    assert_eq!(shown["has_code_word"], true);
    assert_eq!(shown["channels"][0]["kind"], "phone");
    assert!(!seen.text().contains("911 23") && !seen.text().contains("library"));
    assert!(
        !whats(&ana, &case)
            .await
            .contains(&"contact_seen".to_owned())
    );

    let contact = sofia
        .post_nothing(&format!("{path}/contact"))
        .await
        .expect(200);
    assert_eq!(contact.body["channels"][0]["value"], "+34 911 23 45 67");
    let rule = &contact.body["before_you_call"];
    assert_eq!(rule["code_word"], "the library");
    assert_eq!(rule["never_contact"], json!(["her employer"]));
    let text = contact.text();
    assert!(text.find("the library").unwrap() < text.find("911 23").unwrap());
    let lines = ana.get(&format!("/cases/{case}/ledger")).await.expect(200);
    let look = lines
        .items()
        .iter()
        .find(|line| line["what"] == "contact_seen")
        .unwrap();
    assert_eq!(look["actor"]["name"], "Sofia");
    assert!(path.ends_with(look["subject"].as_str().unwrap()));
    let nobody = format!("/cases/{case}/people/{NOBODY}/contact");
    ana.post_nothing(&nobody)
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn a_person_is_changed_and_a_stale_change_shows_no_number() {
    let (_, ana, sofia, case, path) = scene().await;
    let person = ana.get(&path).await.expect(200).body["body"]["person"].clone();
    let change = ana.patch(
        &path,
        json!({ "birth_date": "2010-01-01", "feared": ["ER"] }),
    );
    let changed = change.with_if_match(1).await.expect(200);
    assert_eq!(changed.body["body"]["age_band"], "child");
    assert_eq!(changed.body["body"]["person"], person, "she stays the same");
    let stale = sofia.patch(&path, json!({ "note": "x" })).with_if_match(1);
    let stale = stale.await.expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"]["birth_date"], "2010-01-01");
    assert!(!stale.text().contains("911 23") && !stale.text().contains("library"));
    let before = ana.post_nothing(&format!("{path}/contact")).await;
    let before = before.expect(200).body;
    let contact = json!({ "safe_contact": { "channels": [
        { "kind": "through_somebody", "value": "the parish" },
    ] } });
    ana.patch(&path, contact).with_if_match(2).await.expect(200);
    let contact = ana
        .post_nothing(&format!("{path}/contact"))
        .await
        .expect(200);
    assert_eq!(contact.body["channels"][0]["value"], "the parish");
    // What was not named is still there: who must never be called above all.
    assert_eq!(contact.body["never_contact"], before["never_contact"]);
    assert_eq!(contact.body["code_word"], before["code_word"]);
    assert!(
        whats(&ana, &case)
            .await
            .contains(&"person_changed".to_owned())
    );
    ana.patch(&path, json!({ "birth_date": "2027-01-01" }))
        .with_if_match(3)
        .await
        .expect_fault("/birth_date", "in_the_future");
    ana.patch(&path, json!({ "gender": "female" }))
        .with_if_match(3)
        .await
        .expect_fault("/gender", "not_an_option");
}

#[actix_web::test]
async fn family_is_written_in_and_nobody_needs_a_name() {
    let (_, ana, _, case, _) = scene().await;
    let list = format!("/cases/{case}/people");
    let child = ana
        .post(&list, json!({ "part": "child" }))
        .await
        .expect(201);
    assert_eq!(child.body["body"]["age_band"], "child");
    assert_eq!(child.body["body"]["names"], json!([]));
    let known = child.body["body"]["person"].clone();
    let again = ana
        .post(&list, json!({ "part": "witness", "person": known }))
        .await;
    assert_eq!(again.expect(201).body["body"]["person"], known);
    let bad = json!({ "names": [""], "age_estimate": 130, "phone": "+34" });
    ana.post(&list, bad)
        .await
        .expect_fault("/age_estimate", "out_of_range")
        .expect_fault("/phone", "unknown_field");
    ana.post(&list, json!({ "names": [" "] }))
        .await
        .expect_fault("/names/0", "empty");
}
