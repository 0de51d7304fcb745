//! How soon somebody must act: computed from the records and the clock.

use amparo_tests::{Actor, House, Value, json};
use chrono::TimeDelta;

async fn opens(who: &Actor, priority: &str) -> String {
    let body = json!({ "sheet": { "priority": priority } });
    who.post("/cases", body).await.expect(201).id()
}

async fn card(who: &Actor, case: &str) -> Value {
    let seen = who.get(&format!("/cases/{case}")).await.expect(200);
    seen.body["card"].clone()
}

async fn listed(who: &Actor) -> Vec<(String, String)> {
    let list = who.get("/cases").await.expect(200);
    let items = list.items().iter();
    items
        .map(|it| {
            let word = |name: &str| it[name].as_str().unwrap().to_owned();
            (word("id"), word("priority"))
        })
        .collect()
}

#[actix_web::test]
async fn a_removal_climbs_in_lists_by_the_clock_alone() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let (removal, calm) = (opens(&ana, "P4").await, opens(&ana, "P3").await);
    let day = (house.now() + TimeDelta::days(20)).date_naive().to_string();
    let body = json!({ "day": day, "time": "04:00", "time_zone": "Europe/Madrid" });
    let path = format!("/cases/{removal}/removals");
    let kept = ana.post(&path, body).await.expect(201);
    let order = |first: &str, one: &str, second: &str, other: &str| {
        [(first, one), (second, other)].map(|(id, priority)| (id.to_owned(), priority.to_owned()))
    };
    // The removal is a deadline, and so stands before what has none.
    assert_eq!(listed(&ana).await, order(&removal, "P3", &calm, "P3"));
    house.later(TimeDelta::days(7));
    ana.signs_in().await;
    assert_eq!(listed(&ana).await, order(&removal, "P2", &calm, "P3"));
    house.later(TimeDelta::days(11));
    ana.signs_in().await;
    assert_eq!(listed(&ana).await, order(&removal, "P1", &calm, "P3"));
    let seen = ana.get(&format!("/cases/{removal}")).await.expect(200);
    assert_eq!(
        seen.body["urgency"][0],
        json!({ "code": "removal", "priority": "P1" })
    );
    let agenda = ana.get("/tasks").await.expect(200);
    assert_eq!(agenda.items()[0]["kind"], "removal");
    assert_eq!(agenda.items()[0]["priority"], "P1");
    house.later(TimeDelta::days(3));
    ana.signs_in().await;
    let seen = ana.get(&format!("/cases/{removal}")).await.expect(200);
    assert_eq!(seen.body["urgency"][0]["code"], "removal_passed");
    // Somebody says what became of it: no deadline any more.
    let one = format!("{path}/{}", kept.id());
    let stopped = json!({ "state": "stopped", "stopped_by": "order" });
    ana.patch(&one, stopped).with_if_match(1).await.expect(200);
    assert_eq!(card(&ana, &removal).await["next"], Value::Null);
    assert_eq!(listed(&ana).await, order(&calm, "P3", &removal, "P4"));
}

#[actix_web::test]
async fn a_need_raises_a_case_and_a_met_one_lets_go() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let case = opens(&ana, "P4").await;
    let insulin =
        json!({ "category": "health", "urgency": "P1", "detail": "no dose for two days" });
    let needs = format!("/cases/{case}/needs");
    let need = ana.post(&needs, insulin).await.expect(201).id();
    assert_eq!(card(&ana, &case).await["priority"], "P1");
    assert_eq!(listed(&ana).await[0].1, "P1");
    // She may say that it is met, and not that it can wait.
    let later = json!({ "urgency": "P4" });
    let one = format!("{needs}/{need}");
    let refused = ana.patch(&one, later).with_if_match(1).await;
    refused.expect_reason("supervisor_lowers");
    let met = json!({ "status": "met" });
    ana.patch(&format!("{needs}/{need}"), met)
        .with_if_match(1)
        .await
        .expect(200);
    assert_eq!(card(&ana, &case).await["priority"], "P4");
}

#[actix_web::test]
async fn only_a_supervisor_lowers_what_was_for_now_or_is_about_a_child() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let lower = json!({ "priority": "P4", "priority_raised": { "reason": "she is at home" } });
    let now = opens(&ana, "P1").await;
    let child = json!({
        "sheet": { "priority": "P2" }, "people": [{ "names": ["Abel"], "under_18": "yes" }],
    });
    let child = ana.post("/cases", child).await.expect(201).id();
    for case in [&now, &child] {
        let path = format!("/cases/{case}");
        ana.patch(&path, lower.clone())
            .with_if_match(1)
            .await
            .expect_reason("supervisor_lowers");
        sofia
            .patch(&path, lower.clone())
            .with_if_match(1)
            .await
            .expect(200);
    }
    // A child is never routine.
    assert_eq!(card(&ana, &child).await["priority"], "P2");
    let week = opens(&ana, "P3").await;
    ana.patch(&format!("/cases/{week}"), lower)
        .with_if_match(1)
        .await
        .expect(200);
}

#[actix_web::test]
async fn there_is_one_present_stay() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let case = opens(&ana, "P4").await;
    let path = format!("/cases/{case}/custody");
    let stay = |facility: &str, arrived: &str| json!({ "facility": facility, "arrived": arrived });
    ana.post(&path, stay("Algeciras", "2026-11-10"))
        .await
        .expect(201);
    ana.post(&path, stay("Aluche", "2026-11-15"))
        .await
        .expect(201);
    let seen = ana.get(&format!("/cases/{case}")).await.expect(200).body;
    let left = |place: usize| seen["custody"][place]["body"]["left"].clone();
    assert_eq!([left(0), left(1)], [json!("2026-11-15"), Value::Null]);
    assert_eq!(seen["card"]["detained"], true);
    // What was before is not the present one, whoever notes it later.
    let before = stay("Motril", "2026-11-01");
    ana.post(&path, before.clone())
        .await
        .expect_fault("/left", "missing");
    let mut before = before;
    before["left"] = json!("2026-11-09");
    ana.post(&path, before).await.expect(201);
}
