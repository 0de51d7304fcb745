//! A database of the first release, brought to this version: what needs keys follows at each sign-in,
//! nothing is lost, and what is left of the old tables is believed no more.

use amparo::doors;
use amparo_tests::{Account, Actor, House, Kind, Value, json};
use chrono::TimeDelta;

const DEMO: &str = include_str!("../../fixtures/first-release/demo.json");

async fn house() -> Option<House> {
    let house = House::of_first_release().await;
    // A file of SQLite cannot be opened by a server.
    (house.database().kind() == Kind::Sqlite).then_some(house)
}

fn who(house: &House, login: &str) -> Actor {
    let demo: Value = serde_json::from_str(DEMO).unwrap();
    let accounts = demo["accounts"].as_array().unwrap();
    let found = accounts.iter().find(|it| it["login"] == login).unwrap();
    let text = |field: &str| found[field].as_str().unwrap().to_owned();
    house.member(Account {
        id: String::new(),
        login: login.to_owned(),
        passphrase: text("passphrase"),
        totp_secret: text("totp_secret"),
        own_words: Vec::new(),
        recovery_code: String::new(),
    })
}

fn logins() -> Vec<(String, String)> {
    let demo: Value = serde_json::from_str(DEMO).unwrap();
    let accounts = demo["accounts"].as_array().unwrap().clone();
    let text = |it: &Value, field: &str| it[field].as_str().unwrap().to_owned();
    accounts
        .iter()
        .map(|it| (text(it, "login"), text(it, "role")))
        .collect()
}

#[actix_web::test]
async fn everybody_finds_her_work_again_whoever_comes_first() {
    let Some(house) = house().await else { return };
    // A volunteer comes before any key administrator: her calls reach the queue all the same.
    let lucia = who(&house, "abierta.lucia");
    let call = json!({ "intake": { "outcome": "help_wanted", "notes": "before" } });
    let call = lucia.post("/intakes", call).await.expect(201).id();
    let mut cases = 0;
    for (login, role) in logins() {
        // A code of the second factor counts once.
        house.later(TimeDelta::minutes(1));
        let actor = who(&house, &login);
        actor.get("/me").await.expect(200);
        if !["supervisor", "caseworker"].contains(&role.as_str()) {
            continue;
        }
        let list = actor.get("/cases?limit=200").await.expect(200);
        for case in list.items() {
            let id = case["id"].as_str().unwrap();
            actor.get(&format!("/cases/{id}")).await.expect(200);
            actor
                .get(&format!("/cases/{id}/history?limit=200"))
                .await
                .expect(200);
            cases += 1;
        }
    }
    assert!(cases >= 6, "only {cases} cases were opened");
    house.later(TimeDelta::minutes(1));
    let first = who(&house, "abierta.first");
    first.get(&format!("/intakes/{call}")).await.expect(200);
    let every = house.column("select cast(count(*) as text) as it from register_manifests");
    assert_eq!(every, ["9"], "an organisation has no manifest");
    let left = house.column("select cast(count(*) as text) as it from groups_before");
    assert_eq!(left, ["0"]);
    // Life goes on.
    let list = first.get("/cases?limit=200").await.expect(200);
    let id = list.items()[0]["id"].as_str().unwrap().to_owned();
    let entry = json!({ "kind": "note", "text": "after" });
    first
        .post(&format!("/cases/{id}/entries"), entry)
        .await
        .expect(201);
    let made = json!({ "label": "New team" });
    first.post("/teams", made).await.expect(201);
}

#[actix_web::test]
async fn the_old_register_is_not_believed_once_there_is_a_manifest() {
    let Some(house) = house().await else { return };
    let first = who(&house, "abierta.first");
    let mateo = who(&house, "abierta.mateo");
    for actor in [&first, &mateo] {
        actor.get("/teams").await.expect(200);
    }
    house.sql("delete from register_manifests;");
    for actor in [&first, &mateo] {
        let looked = actor.get("/cases").await;
        let listed = actor.get("/teams").await;
        assert_eq!(listed.status, 409, "{} {}", listed.text(), looked.status);
        assert_eq!(listed.body["reason"], "register_put_back");
    }
}

#[actix_web::test]
async fn the_old_ledger_is_read_and_holds_and_goes_on() {
    let Some(house) = house().await else { return };
    amparo::ledger::take_over(house.app()).unwrap();
    let eleni = who(&house, "harbour.eleni");
    who(&house, "harbour.first").get("/me").await.expect(200);
    let petros = who(&house, "harbour.petros");
    let before = petros.get("/ledger/verify").await.expect(200).body;
    assert_eq!(before["problems"], json!([]));
    let old = before["lines"].as_i64().unwrap();
    assert!(old > 20, "only {old} lines");
    let mut page = petros.get("/ledger?limit=200").await.expect(200);
    let mut whats: Vec<Value> = Vec::new();
    loop {
        whats.extend(page.items().iter().map(|line| line["what"].clone()));
        let Some(next) = page.body["next"].as_str() else {
            break;
        };
        let next = format!("/ledger?limit=200&after={next}");
        page = petros.get(&next).await.expect(200);
    }
    assert_eq!(i64::try_from(whats.len()).unwrap(), old);
    assert!(whats.contains(&json!("case_opened")));
    assert!(!whats.contains(&json!("line_unreadable")));
    // New lines say how far a case has come, the old ones did not.
    let cases = eleni.get("/cases?limit=200").await.expect(200);
    let case = cases.items()[0]["id"].as_str().unwrap().to_owned();
    let entry = json!({ "kind": "note", "text": "after" });
    let entries = format!("/cases/{case}/entries");
    eleni.post(&entries, entry).await.expect(201);
    house.fold_ledger();
    let after = petros.get("/ledger/verify").await.expect(200).body;
    assert_eq!(after["problems"], json!([]));
    assert!(after["lines"].as_i64().unwrap() > old);
}

#[actix_web::test]
async fn notices_of_before_say_nothing_of_heads_and_are_read() {
    let Some(house) = house().await else { return };
    let mut read = 0;
    for (login, role) in logins() {
        if role != "caseworker" {
            continue;
        }
        house.later(TimeDelta::minutes(1));
        let actor = who(&house, &login);
        for direction in ["in", "out"] {
            let list = format!("/referrals?box={direction}&limit=200");
            for one in actor.get(&list).await.expect(200).items() {
                let path = format!("/referrals/{}", one["id"].as_str().unwrap());
                assert_eq!(actor.get(&path).await.expect(200).body["doubts"], json!([]));
                read += 1;
            }
        }
    }
    assert_eq!(read, 2);
}

#[actix_web::test]
async fn who_stopped_sharing_before_has_stopped_it_and_nobody_plants_such_a_flag_later() {
    let flags = "update cases set sharing_stopped = 1 where id in (select case_id from receipts);";
    let house = House::of_first_release_where(flags).await;
    if house.database().kind() != Kind::Sqlite {
        return;
    }
    let stopped = async |house: &House| {
        let mut stopped = 0;
        for (login, role) in logins() {
            if role != "supervisor" {
                continue;
            }
            house.later(TimeDelta::minutes(1));
            let actor = who(house, &login);
            for case in actor.get("/cases?limit=200").await.expect(200).items() {
                let id = case["id"].as_str().unwrap();
                let view = actor.get(&format!("/cases/{id}")).await.expect(200);
                stopped += usize::from(view.body["sharing_stopped"] == true);
            }
        }
        stopped
    };
    let before = stopped(&house).await;
    assert!(before > 0);
    doors::sweep(house.app()).unwrap();
    let left = house.column("select hex(stop) as it from cases where stop = x'01'");
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(stopped(&house).await, before);
    house.sql("update cases set stop = x'01' where stop is null");
    assert_eq!(stopped(&house).await, before, "planted ones count");
    house.sql("update cases set stop = null");
    assert_eq!(stopped(&house).await, before, "the marks forgot");
}
