//! What must happen by when.

use amparo_tests::{Actor, House, Reply, Value, json};

use super::{NOBODY, assigns, opens};

fn task(what: &str, due: &str) -> Value {
    json!({ "what": what, "kind": "deadline", "due": due, "time_zone": "Europe/Madrid" })
}

async fn adds(who: &Actor, case: &str, what: &str, due: &str) -> Reply {
    let added = who
        .post(&format!("/cases/{case}/tasks"), task(what, due))
        .await;
    added.expect(201)
}

async fn next_of(who: &Actor, case: &str) -> Value {
    let file = who.get(&format!("/cases/{case}")).await.expect(200);
    file.body["card"]["next"].clone()
}

#[actix_web::test]
async fn the_card_says_the_earliest_that_is_not_done() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    assert_eq!(next_of(&ana, &case).await, json!(null));
    adds(&ana, &case, "appeal", "2026-12-09T15:00:00+01:00").await;
    let hearing = adds(&ana, &case, "hearing", "2026-12-01T09:00:00Z").await;
    assert_eq!(next_of(&ana, &case).await["what"], "hearing");
    let path = format!("/cases/{case}/tasks/{}", hearing.id());
    let done = json!({ "done": { "at": "2026-11-24T08:00:00Z", "note": "put off" } });
    ana.patch(&path, done.clone())
        .await
        .expect_problem(428, "match_missing");
    ana.patch(&path, done).with_if_match(1).await.expect(200);
    let next = next_of(&ana, &case).await;
    let said = |name: &str| next[name].as_str().unwrap();
    assert_eq!(said("what"), "appeal");
    assert_eq!(said("due"), "2026-12-09T14:00:00Z");
    assert_eq!(said("time_zone"), "Europe/Madrid", "how it is shown");
    let listed = ana.get(&format!("/cases/{case}/tasks")).await.expect(200);
    let order: Vec<_> = listed
        .items()
        .iter()
        .map(|one| &one["body"]["what"])
        .collect();
    assert_eq!(order, ["appeal", "hearing"]);
    ana.patch(&path, json!({ "done": null }))
        .with_if_match(2)
        .await
        .expect(200);
    assert_eq!(next_of(&ana, &case).await["what"], "hearing");
    let stale = ana
        .patch(&path, json!({ "what": "x" }))
        .with_if_match(2)
        .await;
    let stale = stale.expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"]["what"], "hearing");
    assert_eq!(ana.get(&path).await.expect(200).revision(), 3);
}

#[actix_web::test]
async fn impossible_tasks_are_refused() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, ben) = (
        hotline.caseworker("Ana").await,
        hotline.caseworker("Ben").await,
    );
    let case = opens(&ana, "Selam", "P2").await;
    let path = format!("/cases/{case}/tasks");
    let mut bad = task("x", "2026-12-01T09:00:00Z");
    bad["time_zone"] = json!("Europe/Atlantis");
    ana.post(&path, bad)
        .await
        .expect_fault("/time_zone", "unknown");
    let mut bad = task("", "2026-12-01");
    bad["kind"] = json!("party");
    ana.post(&path, bad)
        .await
        .expect_fault("/what", "empty")
        .expect_fault("/due", "bad_format")
        .expect_fault("/kind", "not_an_option");
    let mut bad = task("x", "2026-12-01T09:00:00Z");
    bad["owner"] = json!(NOBODY);
    ana.post(&path, bad).await.expect_fault("/owner", "unknown");
    let fine = task("x", "2026-12-01T09:00:00Z");
    ben.post(&path, fine).await.expect_problem(404, "not_found");
    ana.get(&format!("{path}/{NOBODY}"))
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn the_agenda_holds_the_next_step_of_every_open_case_in_reach() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let early = opens(&sofia, "Selam", "P4").await;
    let late = opens(&sofia, "Sara", "P1").await;
    let closed = opens(&sofia, "Saba", "P1").await;
    opens(&sofia, "Senait", "P1").await;
    adds(&sofia, &early, "call back", "2026-11-23T09:00:00Z").await;
    adds(&sofia, &late, "appeal", "2026-12-09T14:00:00Z").await;
    adds(&sofia, &closed, "hearing", "2026-11-25T09:00:00Z").await;
    let end = json!({ "outcome": "resolved", "reason": "released" });
    sofia
        .post(&format!("/cases/{closed}/close"), end)
        .await
        .expect(200);
    let agenda = sofia.get("/tasks").await.expect(200);
    let cases: Vec<_> = agenda
        .items()
        .iter()
        .map(|one| one["case"].clone())
        .collect();
    assert_eq!(cases, [json!(early), json!(late)]);
    assert_eq!(agenda.items()[0]["overdue"], true);
    assert_eq!(agenda.items()[1]["overdue"], false);
    assert!(!agenda.text().contains("Selam"));
    let first = sofia.get("/tasks?limit=1").await.expect(200);
    let next = first.text_of("next");
    let second = sofia
        .get(&format!("/tasks?limit=1&after={next}"))
        .await
        .expect(200);
    assert_eq!(second.items()[0]["case"], late);
    let soon = sofia
        .get("/tasks?before=2026-12-01T00:00:00Z")
        .await
        .expect(200);
    assert_eq!(soon.items().len(), 1);
    assert!(ana.get("/tasks").await.expect(200).items().is_empty());
    assigns(&sofia, &late, &ana).await;
    assert_eq!(
        ana.get("/tasks?mine=true").await.expect(200).items().len(),
        1
    );
    assert!(
        sofia
            .get("/tasks?mine=true")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
    let vera = hotline.volunteer("Vera").await;
    vera.get("/tasks").await.expect_problem(404, "not_found");
}
