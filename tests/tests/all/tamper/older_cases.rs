//! A case is put back together with the marks: nothing on the server knows better but the ledger, and
//! whoever checks the ledger is told.

use amparo_tests::{Actor, House, Value, json};

use super::cases::{put_back, put_row_back, writes};
use super::scene::Scene;

const TOLD: &str = "1 case is older than the ledger says";

async fn verdict(auditor: &Actor) -> Value {
    let verdict = auditor.get("/ledger/verify").await.expect(200).body;
    // The first and the second check go different ways: what was read is remembered.
    let again = auditor.get("/ledger/verify").await.expect(200).body;
    assert_eq!(verdict["problems"], again["problems"]);
    verdict
}

/// Somebody who may do all that the machine's owner may takes the marks away, and starts the server.
async fn without_marks(house: &House) -> House {
    house.app().keep_marks().unwrap();
    std::fs::remove_dir_all(house.database().folder.join("state")).unwrap();
    House::over_again(house).await
}

fn signed_in_again(actor: &Actor, house: &House) -> Actor {
    let actor = actor.in_house(house);
    actor.next_code();
    actor
}

#[actix_web::test]
async fn a_case_put_back_with_the_marks_is_told_to_the_auditors() {
    let scene = Scene::set().await;
    let (ana, auditor) = (scene.world.who("ana"), scene.world.who("auditor"));
    writes(&ana, &scene).await.expect(201);
    scene.house.fold_ledger();
    assert_eq!(verdict(&auditor).await["intact"], true);
    put_row_back(&scene);
    put_back(&scene, &["case_records", "grants", "cards"]);

    let house = without_marks(&scene.house).await;
    let (ana, auditor) = (
        signed_in_again(&ana, &house),
        signed_in_again(&auditor, &house),
    );
    // The control: nobody who works with the case can see it.
    let path = format!("/cases/{}", scene.world.id("case"));
    ana.get(&path).await.expect(200);
    let now = verdict(&auditor).await;
    assert_eq!(
        (&now["intact"], &now["problems"]),
        (&json!(false), &json!([TOLD]))
    );
    let browser = house.browser();
    auditor.next_code();
    browser.sign_in(&auditor).await.expect(200);
    browser
        .get("/ledger/verdict")
        .await
        .expect(200)
        .saying(TOLD);
}

#[actix_web::test]
async fn lost_marks_alone_are_no_case_put_back() {
    let scene = Scene::set().await;
    let (ana, auditor) = (scene.world.who("ana"), scene.world.who("auditor"));
    writes(&ana, &scene).await.expect(201);
    scene.house.fold_ledger();
    let house = without_marks(&scene.house).await;
    let auditor = signed_in_again(&auditor, &house);
    assert_eq!(verdict(&auditor).await["problems"], json!([]));
}
