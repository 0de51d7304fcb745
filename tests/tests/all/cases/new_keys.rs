//! When a case gets a new key, and when it cannot.

use amparo_tests::{House, json};

use super::opens;
use super::rotate::{Scene, caller, scene};

#[actix_web::test]
async fn who_writes_in_a_case_that_is_behind_brings_it_to_a_new_key_first() {
    let scene = scene().await;
    let Scene {
        house,
        sofia,
        ben,
        team,
        case,
        ..
    } = &scene;
    // The process died after the group had its new key and before the case had its own.
    let caller = caller(house, sofia).await;
    let group = team.parse().unwrap();
    house
        .app()
        .write(&caller, |act| amparo::team::rotate(act, group, None))
        .unwrap();
    // A look is no writing.
    ben.get(&format!("/cases/{case}")).await.expect(200);
    assert_eq!(epochs(house), ["2"]);
    let entry = json!({ "kind": "note", "text": "after" });
    ben.post(&format!("/cases/{case}/entries"), entry)
        .await
        .expect(201);
    assert_eq!(epochs(house), ["3"]);
    let path = format!("/teams/{team}/rotation");
    assert_eq!(sofia.get(&path).await.expect(200).body["left"], 0);
    for who in [sofia, ben] {
        who.get(&format!("/cases/{case}")).await.expect(200);
    }
}

fn epochs(house: &House) -> Vec<String> {
    house.column("select cast(epoch as text) as it from cases")
}

#[actix_web::test]
async fn no_new_key_is_granted_to_a_group_that_somebody_who_left_can_open() {
    let scene = scene().await;
    let Scene {
        house,
        sofia,
        ana,
        team,
        case,
        ..
    } = &scene;
    sofia
        .post(
            &format!("/members/{}/remove", ana.id()),
            json!({ "reason": "left us" }),
        )
        .await
        .expect(204);
    let teams = sofia.get("/teams").await.expect(200);
    let all = teams.items();
    let supervisors = all.iter().find(|one| one["purpose"] == "supervisors");
    let supervisors = supervisors.unwrap()["id"].as_str().unwrap().to_owned();
    let rotated = sofia
        .post_nothing(&format!("/teams/{supervisors}/rotate"))
        .await
        .expect(200);
    assert_eq!(rotated.body["rekeyed"], 0);
    assert_eq!(rotated.body["left"], 1);
    assert_eq!(epochs(house), ["2"]);
    let entry = json!({ "kind": "note", "text": "after" });
    let entries = format!("/cases/{case}/entries");
    sofia
        .post(&entries, entry.clone())
        .await
        .expect_reason("group_key_due");
    let browser = house.browser();
    browser.sign_in(sofia).await.expect(200);
    let path = format!("/cases/{case}/entries/new");
    let form = browser.get(&path).await.expect(200).form(&path);
    let form = form.fill("kind", "note").fill("text", "after");
    form.send().await.refusing("group_key_due");
    let rotated = sofia
        .post_nothing(&format!("/teams/{team}/rotate"))
        .await
        .expect(200);
    assert_eq!(rotated.body["rekeyed"], 1);
    assert_eq!(epochs(house), ["3"]);
    let debt = sofia.get(&format!("/teams/{supervisors}/rotation")).await;
    assert_eq!(debt.expect(200).body["left"], 0);
    sofia.post(&entries, entry).await.expect(201);
}

#[actix_web::test]
async fn who_loses_a_case_loses_its_key() {
    let scene = scene().await;
    let Scene {
        house,
        hotline,
        sofia,
        ben,
        ..
    } = &scene;
    let cleo = hotline.caseworker("Cleo").await;
    let case = opens(sofia, "Sara", "P2").await;
    let assign = format!("/cases/{case}/assign");
    sofia
        .post(&assign, json!({ "account": cleo.id() }))
        .await
        .expect(200);
    cleo.get(&format!("/cases/{case}")).await.expect(200);
    let epoch = || {
        let of = case.replace('-', "");
        let epoch = format!("select cast(epoch as text) as it from cases where id = {{x:{of}}}");
        house.column(&epoch).remove(0)
    };
    let before = epoch();
    // To whoever has it already nothing changes.
    sofia
        .post(&assign, json!({ "account": cleo.id() }))
        .await
        .expect(200);
    assert_eq!(epoch(), before);
    sofia
        .post(&assign, json!({ "account": ben.id() }))
        .await
        .expect(200);
    assert_ne!(epoch(), before);
    cleo.get(&format!("/cases/{case}"))
        .await
        .expect_problem(404, "not_found");
    for who in [sofia, ben] {
        who.get(&format!("/cases/{case}")).await.expect(200);
    }
    let access = ben.get(&format!("/cases/{case}/access")).await.expect(200);
    let names: Vec<_> = access.items().iter().map(|one| &one["label"]).collect();
    assert!(names.contains(&&json!("Ben")), "{}", access.text());
    assert!(!names.contains(&&json!("Cleo")), "{}", access.text());
}
