//! Routing: who could meet a need of a case.

use amparo::casefile::{self, StopRow};
use amparo_store::OrganisationId;
use amparo_tests::{Actor, House, Network, Value, json};

/// The legal office of a network with a service, and a caseworker of the hotline.
struct Scene {
    house: House,
    network: Network,
    ana: Actor,
    /// The coordinator of the legal office.
    lina: Actor,
    service: String,
}

impl Scene {
    async fn set() -> Self {
        let house = House::open().await;
        let network = house.network().await;
        let ana = network.hotline.caseworker("Ana").await;
        let lina = network.legal.coordinator("Lina").await;
        let owner = json!({ "kind": "legal", "name": "Refuge Law", "country": "MA",
            "participant": network.legal.id });
        let owner = lina
            .post("/directory/organisations", owner)
            .await
            .expect(201)
            .id();
        let service = json!({
            "organisation": owner, "name": "Asylum advice", "categories": ["legal"],
            "countries": ["ES"], "languages": ["tir", "eng"], "capacity": 2,
            "answers_within_hours": 3, "verified_on": "2026-11-20", "takes_detained": true,
            "eligibility": { "min_age": 18 },
        });
        let service = lina
            .post("/directory/services", service)
            .await
            .expect(201)
            .id();
        Self {
            house,
            network,
            ana,
            lina,
            service,
        }
    }

    /// Opens a case with one need; answers the paths of the case and of the question.
    async fn case(&self, change: impl FnOnce(&mut Value)) -> (String, String) {
        let mut opening = json!({
            "sheet": { "priority": "P2", "country": "ES" },
            "people": [{ "languages": ["tir"], "age_estimate": 30, "gender": "Feminine" }],
            "custody": [{ "facility": "CIE", "country": "ES" }],
            "needs": [{ "category": "legal", "urgency": "P2" }],
        });
        change(&mut opening);
        let case = self.ana.post("/cases", opening).await.expect(201);
        let case = format!("/cases/{}", case.id());
        let needs = self.ana.get(&format!("{case}/needs")).await.expect(200);
        let need = needs.items()[0]["id"].as_str().unwrap();
        let ask = format!("{case}/needs/{need}/suggestions");
        (case, ask)
    }

    async fn asks(&self, ask: &str) -> Vec<Value> {
        let reply = self.ana.post(ask, json!({})).await.expect(200);
        reply.items().to_vec()
    }

    async fn blocked_by(&self, ask: &str) -> Value {
        self.asks(ask).await[0]["blocked"]["code"].clone()
    }

    async fn service_becomes(&self, change: Value) {
        let at = format!("/directory/services/{}", self.service);
        let revision = self.lina.get(&at).await.expect(200).revision();
        let changed = self.lina.patch(&at, change).with_if_match(revision).await;
        changed.expect(200);
    }
}

#[actix_web::test]
async fn every_point_has_a_sentence() {
    let scene = Scene::set().await;
    let (case, ask) = scene.case(|_| {}).await;
    let items = scene.asks(&ask).await;
    assert_eq!(items.len(), 1);
    let first = &items[0];
    assert_eq!(first["blocked"], json!(null));
    assert_eq!(first["organisation_name"], "Refuge Law");
    assert_eq!(first["participant"], json!(scene.network.legal.id));
    assert_eq!(first["participant_name"], json!(scene.network.legal.name));
    // Everything but nearness.
    assert_eq!(first["score"], 90);
    let reasons = first["reasons"].as_array().unwrap();
    let sum: u64 = reasons
        .iter()
        .map(|one| one["points"].as_u64().unwrap())
        .sum();
    assert_eq!(sum, 90);
    for words in [
        "speaks Tigrinya",
        "works in Spain",
        "answers within 3 hours",
        "2 places free",
        "the entry was checked 4 days ago",
        "knows detention",
    ] {
        assert!(
            reasons.iter().any(|one| one["words"] == words),
            "{words}: {reasons:?}"
        );
    }
    // No consent yet: not ruled out, and said.
    assert_eq!(first["consent"]["state"], "missing");
    let ledger = scene.ana.get(&format!("{case}/ledger")).await.expect(200);
    assert!(
        ledger
            .items()
            .iter()
            .any(|line| line["what"] == "suggestions_seen")
    );
    let weights = scene.ana.get("/routing/weights").await.expect(200);
    let most: u64 = weights
        .items()
        .iter()
        .map(|one| one["points"].as_u64().unwrap())
        .sum();
    assert_eq!(most, 100);
}

#[actix_web::test]
async fn a_change_of_the_directory_counts_at_once() {
    let scene = Scene::set().await;
    let (_, ask) = scene.case(|_| {}).await;
    assert_eq!(scene.blocked_by(&ask).await, json!(null));
    scene.service_becomes(json!({ "capacity": 0 })).await;
    assert_eq!(scene.blocked_by(&ask).await, "full");
    scene.service_becomes(json!({ "accepting": false })).await;
    assert_eq!(scene.blocked_by(&ask).await, "not_accepting");
    scene.service_becomes(json!({ "status": "inactive" })).await;
    assert_eq!(scene.asks(&ask).await.len(), 0);
    // A server that starts anew says the same.
    scene.service_becomes(json!({ "status": "active" })).await;
    // Each code of a second factor counts once.
    scene.house.later(chrono::TimeDelta::seconds(30));
    let house = scene.house.restarted().await;
    let reply = scene
        .ana
        .in_house(&house)
        .post(&ask, json!({}))
        .await
        .expect(200);
    assert_eq!(reply.items()[0]["blocked"]["code"], "not_accepting");
}

#[actix_web::test]
async fn each_hard_filter_rules_out() {
    let scene = Scene::set().await;
    let conflict = format!("conflict:{}", &scene.network.legal.id[..12]);
    type Change = Box<dyn FnOnce(&mut Value)>;
    let cases: Vec<(&str, Change)> = vec![
        (
            "feared_country",
            Box::new(|it| it["people"][0]["feared"] = json!(["MA"])),
        ),
        (
            "conflict",
            Box::new(move |it| it["sheet"]["tags"] = json!([conflict])),
        ),
        (
            "conflict",
            Box::new(|it| {
                it["people"][0]["safe_contact"] = json!({ "never_contact": ["REFUGE LAW"] });
            }),
        ),
        (
            "age",
            Box::new(|it| it["people"][0]["age_estimate"] = json!(12)),
        ),
    ];
    for (code, change) in cases {
        let (_, ask) = scene.case(change).await;
        assert_eq!(scene.blocked_by(&ask).await, code);
        let reply = scene
            .ana
            .post(&ask, json!({ "include_blocked": false }))
            .await;
        assert_eq!(reply.expect(200).items().len(), 0);
    }
    let (_, ask) = scene.case(|_| {}).await;
    scene
        .service_becomes(json!({ "eligibility": { "genders": ["male"] } }))
        .await;
    assert_eq!(scene.blocked_by(&ask).await, "gender");
}

#[actix_web::test]
async fn without_agreement_key_or_inbox_nothing_can_be_sent() {
    let scene = Scene::set().await;
    let (_, ask) = scene.case(|_| {}).await;
    let path = format!("/organisations/{}/agreement", scene.network.legal.id);
    let sofia = scene.network.hotline.supervisor();
    sofia
        .put(&path, json!({ "agreed": false }))
        .await
        .expect(200);
    assert_eq!(scene.blocked_by(&ask).await, "no_agreement");
    // A second office that nobody compared words with, and one that takes no part.
    let health = scene.house.organisation("health", "ES").await;
    let nora = health.coordinator("Nora").await;
    for (name, participant) in [("Clinic", json!(health.id)), ("Solo", json!(null))] {
        let owner = json!({ "kind": "health", "name": name, "participant": participant,
            "phones": [{ "number": "+34 911 234 567", "e164": "+34911234567" }] });
        let owner = nora
            .post("/directory/organisations", owner)
            .await
            .expect(201)
            .id();
        let service = json!({ "organisation": owner, "name": name, "categories": ["legal"] });
        nora.post("/directory/services", service).await.expect(201);
    }
    let agreement = format!("/organisations/{}/agreement", health.id);
    sofia
        .put(&agreement, json!({ "agreed": true }))
        .await
        .expect(200);
    let items = scene.asks(&ask).await;
    let code = |name: &str| {
        let found = items.iter().find(|item| item["organisation_name"] == name);
        found.unwrap()["blocked"]["code"].clone()
    };
    assert_eq!(code("Clinic"), "key_not_verified");
    assert_eq!(code("Solo"), "not_here");
    // To be called comes before what is ruled out.
    assert_eq!(items[0]["organisation_name"], "Solo");
    assert_eq!(items[0]["contact"]["phones"], json!(["+34911234567"]));
}

#[actix_web::test]
async fn consent_is_said_for_each_and_stop_rules_out_all() {
    let scene = Scene::set().await;
    let consent = |recipients: Value| {
        move |it: &mut Value| {
            it["consents"] = json!([{
                "sections": ["needs"], "recipients": recipients, "purpose": "referral",
                "explained": { "language": "tir", "by": "me" }, "given": { "how": "spoken" },
                "given_on": "2026-11-24",
            }]);
        }
    };
    let legal = scene.network.legal.id.clone();
    for (recipients, state) in [
        (json!({ "kind": "any_partner" }), "covered"),
        (json!({ "kind": "ask_each_time" }), "ask"),
        (
            json!({ "kind": "named", "organisations": [legal] }),
            "covered",
        ),
        (
            json!({ "kind": "named", "organisations": [scene.network.hotline.id] }),
            "missing",
        ),
    ] {
        let (_, ask) = scene.case(consent(recipients)).await;
        let items = scene.asks(&ask).await;
        assert_eq!(items[0]["consent"]["state"], state);
        assert_eq!(items[0]["blocked"], json!(null));
    }
    let (_, ask) = scene.case(consent(json!({ "kind": "nobody_yet" }))).await;
    assert_eq!(scene.blocked_by(&ask).await, "nobody_yet");
    let (case, ask) = scene.case(consent(json!({ "kind": "any_partner" }))).await;
    let case = case.trim_start_matches("/cases/").parse().unwrap();
    let sender: OrganisationId = scene.network.hotline.id.parse().unwrap();
    let said = StopRow {
        number: 1,
        signature: None,
    };
    let app = scene.house.app();
    app.housekeep(|act| casefile::keep_statement(act, sender, case, said))
        .unwrap();
    assert_eq!(scene.blocked_by(&ask).await, "sharing_stopped");
}

#[actix_web::test]
async fn who_has_not_the_case_learns_nothing() {
    let scene = Scene::set().await;
    let (case, ask) = scene.case(|_| {}).await;
    scene
        .house
        .visitor()
        .post(&ask, json!({}))
        .await
        .expect_problem(401, "sign_in");
    let others = [
        scene.network.legal.caseworker("Karim").await,
        scene.network.hotline.caseworker("Bea").await,
        scene.network.hotline.coordinator("Caro").await,
        scene.network.hotline.volunteer("Vera").await,
        scene.lina.clone(),
    ];
    for other in others {
        other
            .post(&ask, json!({}))
            .await
            .expect_problem(404, "not_found");
    }
    let stranger = format!("{case}/needs/00000000-0000-4000-8000-000000000000/suggestions");
    scene
        .ana
        .post(&stranger, json!({}))
        .await
        .expect_problem(404, "not_found");
    scene
        .ana
        .post(&ask, json!({ "limit": 0 }))
        .await
        .expect_fault("/limit", "out_of_range");
    scene
        .ana
        .post(&ask, json!({ "limit": 51, "extra": 1 }))
        .await
        .expect_fault("/extra", "unknown_field");
}
