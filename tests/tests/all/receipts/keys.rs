//! Letters and intakes live through a change of keys.

use amparo_tests::{Actor, House, json};

use super::{a_case, comes_back};
use crate::intake::{Hotline, a_call, hands_over};

async fn changes_the_key_of(somebody: &Actor, purpose: &str) {
    let teams = somebody.get("/teams").await.expect(200);
    let team = teams
        .items()
        .iter()
        .find(|team| team["purpose"] == purpose)
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    somebody
        .post_nothing(&format!("/teams/{team}/rotate"))
        .await
        .expect(200);
}

#[actix_web::test]
async fn letters_of_a_case_move_to_its_new_key() {
    let house = House::open().await;
    let (hotline, case, receipt) = a_case(&house).await;
    let person = comes_back(&house, &receipt).await;
    let messages = format!("/cases/{case}/messages");
    let write = |text: &str| person.post("/receipts/current/messages", json!({ "text": text }));
    write("Before.").await.expect(201);
    hotline
        .ana
        .post(&messages, json!({ "text": "An answer." }))
        .await
        .expect(201);
    changes_the_key_of(&hotline.organisation.supervisor(), "supervisors").await;
    let epoch = house.column("select cast(epoch as text) as it from cases");
    assert_eq!(epoch, ["2"]);
    write("After.").await.expect(201);
    for reader in [&hotline.ana, &hotline.organisation.supervisor()] {
        let letters = reader.get(&messages).await.expect(200);
        let texts: Vec<_> = letters
            .items()
            .iter()
            .map(|it| it["text"].clone())
            .collect();
        assert_eq!(json!(texts), json!(["Before.", "An answer.", "After."]));
    }
    let own = person.get("/receipts/current/messages").await.expect(200);
    assert_eq!(own.items().len(), 3);
}

#[actix_web::test]
async fn the_queue_stays_readable_when_its_key_changes() {
    let house = House::open().await;
    let Hotline {
        organisation,
        vera,
        ana,
    } = Hotline::open(&house).await;
    let (old, receipt) = hands_over(&vera, a_call()).await;
    let person = comes_back(&house, &receipt).await;
    let write = |text: &str| person.post("/receipts/current/messages", json!({ "text": text }));
    write("Before.").await.expect(201);
    changes_the_key_of(&organisation.supervisor(), "queue").await;
    let (new, _) = hands_over(&vera, a_call()).await;
    write("After.").await.expect(201);
    for id in [&old, &new] {
        let seen = ana.get(&format!("/intakes/{id}")).await.expect(200);
        assert_eq!(seen.body["verified"], true);
    }
    let letters = ana
        .get(&format!("/intakes/{old}/messages"))
        .await
        .expect(200);
    assert_eq!(letters.items().len(), 2);
    ana.post(&format!("/intakes/{old}/open-case"), json!({}))
        .await
        .expect(201);
}
