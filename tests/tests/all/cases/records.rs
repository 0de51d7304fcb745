//! Entries, custody, needs, assessments, and the history of all of it.

use amparo_tests::{House, Value, json};

use super::{NOBODY, opens, whats};

/// Each kind: its list, one of it, a change, and what the two leave in the ledger.
fn kinds() -> [(&'static str, Value, Value, [&'static str; 2]); 5] {
    [
        (
            "entries",
            json!({ "kind": "visit", "text": "Saw her.", "safe_for_partner": true }),
            json!({ "text": "Saw her twice." }),
            ["entry_added", "entry_changed"],
        ),
        (
            "custody",
            json!({ "facility": "CIE Barcelona", "recorded_line": "yes" }),
            json!({ "left": "2026-11-23" }),
            ["custody_added", "custody_changed"],
        ),
        (
            "removals",
            json!({ "day": "2026-12-24", "time": "04:00", "time_zone": "Europe/Madrid" }),
            json!({ "state": "stopped", "stopped_by": "order" }),
            ["removal_added", "removal_changed"],
        ),
        (
            "needs",
            json!({ "category": "health", "urgency": "P1", "where": "origin", "country": "ER" }),
            json!({ "status": "met", "outcome": "Seen by a doctor." }),
            ["need_added", "need_changed"],
        ),
        (
            "assessments",
            json!({ "indicators": [
                { "indicator": "debt_bondage", "strength": "strong", "evidence": "owes for the trip" },
            ], "purposes": ["ForcedLabour"] }),
            json!({ "trafficking_status": "PossibleVictimOfTrafficking" }),
            ["assessment_added", "assessment_changed"],
        ),
    ]
}

#[actix_web::test]
async fn every_kind_is_added_read_and_changed() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let case = opens(&ana, "Selam", "P2").await;
    for (list, body, change, noted) in kinds() {
        let path = format!("/cases/{case}/{list}");
        let added = ana.post(&path, body.clone()).await.expect(201);
        let one = format!("{path}/{}", added.id());
        assert_eq!(
            added.header("location"),
            Some(format!("/api/v1{one}").as_str())
        );
        assert_eq!(added.revision(), 1);
        assert_eq!(added.body["by"]["name"], "Ana");
        let read = sofia.get(&one).await.expect(200);
        assert_eq!((read.revision(), &read.body), (1, &added.body));
        let newest = ana.get(&path).await.expect(200);
        assert_eq!(newest.items()[0]["id"], added.body["id"], "newest first");

        let blind = ana.patch(&one, change.clone()).await;
        blind.expect_problem(428, "match_missing");
        let changed = ana.patch(&one, change.clone()).with_if_match(1);
        let changed = changed.await.expect(200);
        assert_eq!(changed.revision(), 2);
        for (field, value) in change.as_object().unwrap() {
            assert_eq!(&changed.body["body"][field], value);
        }
        let before = house.rows("ledger_lines", &["id"]).len();
        let stale = sofia.patch(&one, change.clone()).with_if_match(1);
        let stale = stale.await.expect_problem(412, "stale_revision");
        assert!(
            house.rows("ledger_lines", &["id"]).len() > before,
            "who is shown it has looked"
        );
        assert_eq!(stale.body["current"], changed.body["body"]);
        assert_eq!(stale.body["sent"], change);

        let unknown = format!("{path}/{NOBODY}");
        ana.get(&unknown).await.expect_problem(404, "not_found");
        let lost = ana.patch(&unknown, change).with_if_match(1);
        lost.await.expect_problem(404, "not_found");
        let extra = ana.patch(&one, json!({ "colour": "red" })).with_if_match(2);
        extra.await.expect_fault("/colour", "unknown_field");
        let empty = ana.post(&path, json!({ "colour": "red" })).await;
        empty.expect_fault("/colour", "unknown_field");
        let noted: Vec<String> = noted.iter().map(|what| (*what).to_owned()).collect();
        let lines = whats(&ana, &case).await;
        assert!(noted.iter().all(|what| lines.contains(what)), "{lines:?}");
    }
}

#[actix_web::test]
async fn one_kind_is_not_another_and_one_case_is_not_another() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let (case, other) = (
        opens(&ana, "Selam", "P2").await,
        opens(&ana, "Sara", "P2").await,
    );
    let entry = json!({ "kind": "note", "text": "x" });
    let added = ana.post(&format!("/cases/{case}/entries"), entry).await;
    let entry = added.expect(201).id();
    for path in [
        format!("/cases/{case}/needs/{entry}"),
        format!("/cases/{other}/entries/{entry}"),
    ] {
        ana.get(&path).await.expect_problem(404, "not_found");
    }
}

#[actix_web::test]
async fn what_a_schema_cannot_see_is_refused_too() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let post =
        async |list: &str, body: Value| ana.post(&format!("/cases/{case}/{list}"), body).await;
    post("entries", json!({ "kind": "note", "text": "  " }))
        .await
        .expect_fault("/text", "empty");
    post(
        "entries",
        json!({ "kind": "note", "text": "x".repeat(20_001) }),
    )
    .await
    .expect_fault("/text", "too_long");
    post(
        "entries",
        json!({ "kind": "note", "text": "x", "on": "yesterday" }),
    )
    .await
    .expect_fault("/on", "bad_format");
    post(
        "custody",
        json!({ "facility": "CIE", "arrived": "2026-11-25" }),
    )
    .await
    .expect_fault("/arrived", "in_the_future");
    post(
        "needs",
        json!({ "category": "legal", "urgency": "P2", "status": "in_referral" }),
    )
    .await
    .expect_fault("/status", "not_here");
    let twice = json!({ "indicator": "isolation", "strength": "none_seen" });
    post("assessments", json!({ "indicators": [twice, twice] }))
        .await
        .expect_fault("/indicators/1/indicator", "repeated");
}

#[actix_web::test]
async fn the_card_follows_the_file() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let file = ana.get(&format!("/cases/{case}")).await.expect(200).body;
    let stay = file["custody"][0]["id"].as_str().unwrap();
    let need = file["needs"][0]["id"].as_str().unwrap();
    let left = ana.patch(
        &format!("/cases/{case}/custody/{stay}"),
        json!({ "left": "2026-11-24" }),
    );
    left.with_if_match(1).await.expect(200);
    let met = ana.patch(
        &format!("/cases/{case}/needs/{need}"),
        json!({ "status": "met" }),
    );
    met.with_if_match(1).await.expect(200);
    let listed = ana.get("/cases").await.expect(200);
    assert_eq!(listed.items()[0]["detained"], false);
    assert_eq!(listed.items()[0]["open_needs"], json!([]));
}

#[actix_web::test]
async fn every_version_stays_in_the_history() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let entry = json!({ "kind": "note", "text": "first words" });
    let added = ana.post(&format!("/cases/{case}/entries"), entry).await;
    let path = format!("/cases/{case}/entries/{}", added.expect(201).id());
    let change = ana.patch(&path, json!({ "text": "second words" }));
    change.with_if_match(1).await.expect(200);
    let all = ana
        .get(&format!("/cases/{case}/history?limit=200"))
        .await
        .expect(200);
    let kinds: Vec<_> = all
        .items()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "entry", "entry", "entry", "need", "custody", "person", "sheet", "access"
        ]
    );
    assert_eq!(all.items()[0]["body"]["text"], "second words");
    assert_eq!(all.items()[1]["body"]["text"], "first words");
    assert!(
        !all.text().contains("911 23 45 67"),
        "a number in the history"
    );
    let first = ana
        .get(&format!("/cases/{case}/history?limit=3"))
        .await
        .expect(200);
    let next = first.text_of("next");
    let path = format!("/cases/{case}/history?limit=200&after={next}");
    let rest = ana.get(&path).await.expect(200);
    assert_eq!([first.items(), rest.items()].concat(), all.items());
}

#[actix_web::test]
async fn the_timeline_is_cut_where_it_is_asked_to_be() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    for number in 0..4 {
        let entry = json!({ "kind": "note", "text": format!("note {number}") });
        ana.post(&format!("/cases/{case}/entries"), entry)
            .await
            .expect(201);
    }
    let file = ana
        .get(&format!("/cases/{case}?entries=2"))
        .await
        .expect(200)
        .body;
    assert_eq!(file["entries_in_all"], 5);
    let texts: Vec<_> = file["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["body"]["text"])
        .collect();
    assert_eq!(texts, ["note 3", "note 2"]);
    let first = ana
        .get(&format!("/cases/{case}/entries?limit=3"))
        .await
        .expect(200);
    let next = first.text_of("next");
    let path = format!("/cases/{case}/entries?after={next}");
    assert_eq!(ana.get(&path).await.expect(200).items().len(), 2);
    ana.get(&format!("/cases/{case}/entries?after={NOBODY}"))
        .await
        .expect_fault("/after", "bad_cursor");
    ana.get(&format!("/cases/{case}?entries=5000"))
        .await
        .expect_fault("/entries", "out_of_range");
}
