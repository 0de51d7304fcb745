//! Who works a case, who can open it, and who could work it.

use amparo_tests::{Actor, House, Organisation, Reply, Value, json};

use super::{NOBODY, assigns, opens};

struct Scene {
    hotline: Organisation,
    sofia: Actor,
    ana: Actor,
    ben: Actor,
}

async fn scene() -> Scene {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    Scene {
        sofia: hotline.supervisor(),
        ana: hotline.caseworker("Ana").await,
        ben: hotline.caseworker("Ben").await,
        hotline,
    }
}

async fn gives(who: &Actor, case: &str, to: Value) -> Reply {
    who.post(&format!("/cases/{case}/assign"), to).await
}

async fn sees(who: &Actor, case: &str) -> bool {
    let seen = who.get(&format!("/cases/{case}")).await;
    assert!([200, 404].contains(&seen.status), "{}", seen.text());
    seen.status == 200
}

async fn night(scene: &Scene, member: &Actor) -> String {
    let team = scene
        .sofia
        .post("/teams", json!({ "label": "Night" }))
        .await;
    let team = team.expect(201).id();
    let join = json!({ "account": member.id() });
    let joined = scene
        .sofia
        .post(&format!("/teams/{team}/members"), join)
        .await;
    joined.expect(204);
    team
}

#[actix_web::test]
async fn giving_a_case_to_one_takes_it_from_the_other() {
    let scene = scene().await;
    let Scene {
        sofia, ana, ben, ..
    } = &scene;
    let case = opens(sofia, "Selam", "P2").await;
    assert!(!sees(ana, &case).await);
    let given = gives(
        sofia,
        &case,
        json!({ "account": ana.id(), "reason": "speaks tir" }),
    )
    .await;
    assert_eq!(given.expect(200).body["assigned"]["name"], "Ana");
    assert!(sees(ana, &case).await && !sees(ben, &case).await);
    scene.hotline.house().later(chrono::TimeDelta::seconds(1));
    assigns(sofia, &case, ben).await;
    assert!(!sees(ana, &case).await && sees(ben, &case).await && sees(sofia, &case).await);
    let lines = sofia
        .get(&format!("/cases/{case}/ledger"))
        .await
        .expect(200);
    let given: Vec<_> = lines
        .items()
        .iter()
        .filter(|l| l["what"] == "case_assigned")
        .collect();
    assert_eq!(given.len(), 2);
    assert_eq!(given[1]["reason"], "speaks tir");
    assert_eq!(given[1]["subject"], ana.id());
}

#[actix_web::test]
async fn a_caseworker_takes_only_what_nobody_works() {
    let scene = scene().await;
    let Scene {
        sofia, ana, ben, ..
    } = &scene;
    let case = opens(ana, "Selam", "P2").await;
    let own = json!({ "account": ana.id() });
    let other = gives(ana, &case, json!({ "account": ben.id() })).await;
    other.expect_problem(404, "not_found");
    gives(ana, &case, own.clone()).await.expect(200);
    gives(ana, &case, own).await.expect(200);
    gives(ben, &case, json!({ "account": ben.id() }))
        .await
        .expect_problem(404, "not_found");
    // Ben can open it through his team, and still may not take it from Ana.
    let team = night(&scene, ben).await;
    gives(sofia, &case, json!({ "account": ana.id(), "team": team }))
        .await
        .expect(200);
    assert!(sees(ben, &case).await);
    gives(ben, &case, json!({ "account": ben.id() }))
        .await
        .expect_reason("colleague_works_case");
}

#[actix_web::test]
async fn a_team_has_a_case_until_one_of_it_takes_it() {
    let scene = scene().await;
    let Scene {
        sofia, ana, ben, ..
    } = &scene;
    let case = opens(sofia, "Selam", "P2").await;
    assigns(sofia, &case, ana).await;
    let team = night(&scene, ben).await;
    let given = gives(sofia, &case, json!({ "team": team }))
        .await
        .expect(200);
    assert_eq!(given.body["assigned"], json!(null));
    assert!(!sees(ana, &case).await && sees(ben, &case).await);
    gives(ben, &case, json!({ "account": ben.id() }))
        .await
        .expect(200);
    let other = sofia
        .post("/teams", json!({ "label": "Day" }))
        .await
        .expect(201)
        .id();
    gives(sofia, &case, json!({ "team": other }))
        .await
        .expect(200);
    assert!(!sees(ben, &case).await, "the former team lost it");
}

#[actix_web::test]
async fn only_those_who_work_cases_can_be_asked_to() {
    let scene = scene().await;
    let Scene {
        sofia,
        ana,
        hotline,
        ..
    } = &scene;
    let case = opens(sofia, "Selam", "P2").await;
    let vera = hotline.volunteer("Vera").await;
    let newcomer = hotline.newcomer("Nuria", &["caseworker"]).await;
    for nobody in [vera.id(), newcomer.id(), NOBODY.to_owned()] {
        gives(sofia, &case, json!({ "account": nobody }))
            .await
            .expect_fault("/account", "unknown");
    }
    let me = sofia.get("/me").await.expect(200);
    let groups = me.body["groups"].as_array().unwrap().clone();
    for group in groups
        .iter()
        .map(|group| group["id"].clone())
        .chain([json!(NOBODY)])
    {
        gives(sofia, &case, json!({ "team": group }))
            .await
            .expect_fault("/team", "unknown");
    }
    gives(sofia, &case, json!({}))
        .await
        .expect_fault("/account", "missing");
    gives(sofia, NOBODY, json!({ "account": ana.id() }))
        .await
        .expect_problem(404, "not_found");
    assert!(sees(sofia, &case).await, "nothing was taken away");
}

#[actix_web::test]
async fn everybody_with_the_case_sees_who_can_open_it() {
    let scene = scene().await;
    let Scene {
        sofia, ana, ben, ..
    } = &scene;
    let case = opens(sofia, "Selam", "P2").await;
    let team = night(&scene, ben).await;
    gives(sofia, &case, json!({ "account": ana.id(), "team": team }))
        .await
        .expect(200);
    let access = ana.get(&format!("/cases/{case}/access")).await.expect(200);
    let mut seen: Vec<(String, String, Vec<String>)> = access
        .items()
        .iter()
        .map(|group| {
            let text = |field: &str| group[field].as_str().unwrap().to_owned();
            let names = group["members"].as_array().unwrap().iter();
            let mut names: Vec<String> = names
                .map(|m| m["name"].as_str().unwrap().to_owned())
                .collect();
            names.sort();
            (text("purpose"), text("label"), names)
        })
        .collect();
    seen.sort();
    let names = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(seen.len(), 3);
    assert_eq!(
        seen[0],
        ("personal".to_owned(), "Ana".to_owned(), names(&["Ana"]))
    );
    assert_eq!(seen[1].0, "supervisors");
    assert_eq!(seen[1].2, names(&["Samira", "Sofia"]));
    assert_eq!(
        seen[2],
        (
            "team".to_owned(),
            "Night".to_owned(),
            names(&["Ben", "Sofia"])
        )
    );
}

#[actix_web::test]
async fn the_least_loaded_is_suggested_first_with_reasons() {
    let scene = scene().await;
    let Scene {
        sofia, ana, ben, ..
    } = &scene;
    let busy = opens(sofia, "Sara", "P1").await;
    assigns(sofia, &busy, ana).await;
    let case = opens(sofia, "Selam", "P2").await;
    let suggested = sofia
        .get(&format!("/cases/{case}/assignees"))
        .await
        .expect(200);
    let of = |who: &Actor| {
        let found = suggested
            .items()
            .iter()
            .position(|one| one["account"] == who.id());
        found.unwrap()
    };
    assert!(of(ben) < of(ana));
    let hers = &suggested.items()[of(ana)];
    assert_eq!(hers["load"], 1);
    assert_eq!(
        hers["reasons"],
        json!([
            "works 1 other open case",
            "of these 1 must be answered now (P1)"
        ])
    );
    assigns(sofia, &case, ana).await;
    ana.get(&format!("/cases/{case}/assignees"))
        .await
        .expect_problem(404, "not_found");
}
