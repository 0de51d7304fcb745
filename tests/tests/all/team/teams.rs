//! Teams.

use amparo_tests::{House, json};

#[actix_web::test]
async fn a_key_administrator_makes_a_team_and_lets_a_colleague_in() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let team = sofia
        .post("/teams", json!({"label": "Night"}))
        .await
        .expect(201);
    assert_eq!(team.body["label"], "Night");
    assert_eq!(team.body["purpose"], "team");
    assert_eq!(team.body["held"], true);
    let ana = hotline.caseworker("Ana").await;
    let path = format!("/teams/{}", team.id());
    let seen = ana.get(&path).await.expect(200);
    assert_eq!(seen.body["held"], false);
    let join = json!({ "account": ana.id() });
    sofia
        .post(&format!("{path}/members"), join.clone())
        .await
        .expect(204);
    let me = ana.get("/me").await.expect(200);
    let groups = me.body["groups"].as_array().unwrap();
    assert!(groups.iter().any(|group| group["label"] == "Night"));
    let seen = ana.get(&path).await.expect(200);
    assert_eq!(seen.body["members"].as_array().unwrap().len(), 2);
    // She holds its key but does not sign for the register.
    ana.post(&format!("{path}/members"), join)
        .await
        .expect_problem(404, "not_found");
    ana.post("/teams", json!({"label": "Day"}))
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn nobody_lets_others_into_a_team_whose_key_she_does_not_hold() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let team = hotline
        .supervisor()
        .post("/teams", json!({"label": "Night"}))
        .await
        .expect(201)
        .id();
    let ana = hotline.caseworker("Ana").await;
    hotline
        .second_supervisor()
        .post(
            &format!("/teams/{team}/members"),
            json!({ "account": ana.id() }),
        )
        .await
        .expect_problem(404, "not_found");
    let me = ana.get("/me").await.expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 4);
}

#[actix_web::test]
async fn teams_of_others_and_unknown_ones_are_absent() {
    let house = House::open().await;
    let network = house.network().await;
    let team = network
        .legal
        .supervisor()
        .post("/teams", json!({"label": "Night"}))
        .await
        .expect(201)
        .id();
    let sofia = network.hotline.supervisor();
    let other = sofia
        .get(&format!("/teams/{team}"))
        .await
        .expect_problem(404, "not_found");
    let absent = sofia
        .get("/teams/00000000-0000-4000-8000-000000000000")
        .await
        .expect_problem(404, "not_found");
    assert_eq!(other.text(), absent.text());
    let own = sofia.get("/teams").await.expect(200);
    assert_eq!(own.items().len(), 5);
    let stranger = network.legal.supervisor().id();
    let night = sofia
        .post("/teams", json!({"label": "Night"}))
        .await
        .expect(201)
        .id();
    sofia
        .post(
            &format!("/teams/{night}/members"),
            json!({ "account": stranger }),
        )
        .await
        .expect_problem(404, "not_found");
    sofia
        .post("/teams", json!({"label": ""}))
        .await
        .expect_fault("/label", "empty");
}
