//! Opening a case, looking at it, changing its head.

use amparo_tests::{House, json};

use super::{NOBODY, opening, opens, whats};

#[actix_web::test]
async fn a_case_is_opened_and_looked_at() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let opened = ana.post("/cases", opening("Selam", "P2")).await.expect(201);
    let id = opened.id();
    assert_eq!(
        opened.header("location"),
        Some(format!("/api/v1/cases/{id}").as_str())
    );
    let pseudonym = opened.text_of("pseudonym");
    assert!(pseudonym.starts_with("C-") && pseudonym.len() == 6);

    house.later(chrono::TimeDelta::seconds(1));
    let seen = ana.get(&format!("/cases/{id}")).await.expect(200);
    assert_eq!(seen.revision(), 1);
    let file = &seen.body;
    assert_eq!(file["card"]["pseudonym"], pseudonym);
    assert_eq!(file["card"]["priority"], "P2");
    assert_eq!(file["card"]["status"], "open");
    assert_eq!(file["card"]["detained"], true);
    assert_eq!(file["card"]["country"], "ES");
    assert_eq!(file["card"]["languages"], json!(["tir", "eng"]));
    assert_eq!(file["card"]["open_needs"], json!(["legal"]));
    assert_eq!(file["card"]["assigned"], json!(null));
    assert_eq!(
        file["sheet"]["body"]["summary"],
        "Taken at the port, no lawyer yet."
    );
    assert_eq!(file["people"][0]["body"]["names"], json!(["Selam"]));
    assert_eq!(file["needs"][0]["body"]["where"], "here");
    assert_eq!(file["entries_in_all"], 1);
    assert_eq!(file["my_rights"], json!(["change", "take", "close"]));
    assert!(!seen.text().contains("911234567") && !seen.text().contains("911 23"));
    assert_eq!(whats(&ana, &id).await, ["case_seen", "case_opened"]);
}

#[actix_web::test]
async fn supervisors_can_open_it_and_others_cannot() {
    let house = House::open().await;
    let network = house.network().await;
    let ana = network.hotline.caseworker("Ana").await;
    let id = opens(&ana, "Selam", "P2").await;
    let path = format!("/cases/{id}");
    for supervisor in [
        network.hotline.supervisor(),
        network.hotline.second_supervisor(),
    ] {
        supervisor.get(&path).await.expect(200);
    }
    let absent = ana.get(&format!("/cases/{NOBODY}")).await;
    let absent = absent.expect_problem(404, "not_found");
    let others = [
        network.hotline.caseworker("Ben").await,
        network.hotline.volunteer("Vera").await,
        network.hotline.coordinator("Cora").await,
        network.hotline.auditor("Aya").await,
        network.hotline.administrator(),
        network.legal.supervisor(),
    ];
    for other in others {
        for end in [
            "", "/entries", "/people", "/history", "/ledger", "/access", "/tasks",
        ] {
            let seen = other.get(&format!("{path}{end}")).await;
            assert_eq!(seen.expect_problem(404, "not_found").bytes, absent.bytes);
        }
        let change = other
            .patch(&path, json!({ "summary": "x" }))
            .with_if_match(1);
        change.await.expect_problem(404, "not_found");
        let entry = json!({ "kind": "note", "text": "x" });
        let added = other.post(&format!("{path}/entries"), entry).await;
        added.expect_problem(404, "not_found");
    }
    let visitor = house.visitor().get(&path).await;
    visitor.expect_problem(401, "sign_in");
}

#[actix_web::test]
async fn only_those_who_work_cases_open_them() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    for other in [
        hotline.volunteer("Vera").await,
        hotline.coordinator("Cora").await,
        hotline.administrator(),
        hotline.newcomer("Nuria", &["caseworker"]).await,
    ] {
        let opened = other.post("/cases", opening("Selam", "P2")).await;
        opened.expect_problem(404, "not_found");
        assert_ne!(other.get("/cases").await.status, 200);
    }
    assert_eq!(
        house.column("select cast(count(*) as text) as it from cases"),
        ["0"]
    );
}

#[actix_web::test]
async fn every_fault_of_an_opening_is_told_at_once() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let mut bad = opening("Selam", "P9");
    bad["people"][0]["languages"] = json!(["klingon"]);
    bad["needs"][0]["colour"] = json!("red");
    ana.post("/cases", bad)
        .await
        .expect_fault("/people/0/languages/0", "bad_format")
        .expect_fault("/needs/0/colour", "unknown_field")
        .expect_fault("/sheet/priority", "not_an_option");
    let mut bad = opening("Selam", "P2");
    bad["people"][0]["birth_date"] = json!("2027-01-01");
    bad["custody"][0]["left"] = json!("2026-11-01");
    bad["needs"][0]["status"] = json!("in_referral");
    ana.post("/cases", bad)
        .await
        .expect_fault("/people/0/birth_date", "in_the_future")
        .expect_fault("/custody/0/left", "before_the_start")
        .expect_fault("/needs/0/status", "not_here");
    assert!(ana.get("/cases").await.expect(200).items().is_empty());
}

#[actix_web::test]
async fn a_repeated_opening_opens_one_case() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let first = ana
        .post("/cases", opening("Selam", "P2"))
        .with_key("opening-1");
    let first = first.await.expect(201);
    let again = ana
        .post("/cases", opening("Selam", "P2"))
        .with_key("opening-1");
    assert_eq!(again.await.expect(201).id(), first.id());
    let other = ana
        .post("/cases", opening("Sara", "P2"))
        .with_key("opening-1");
    other.await.expect_problem(422, "key_reused");
    assert_eq!(ana.get("/cases").await.expect(200).items().len(), 1);
}

#[actix_web::test]
async fn the_head_is_changed_field_by_field_and_never_over_a_colleague() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let id = opens(&ana, "Selam", "P2").await;
    let path = format!("/cases/{id}");
    let blind = ana.patch(&path, json!({ "summary": "x" })).await;
    blind.expect_problem(428, "match_missing");
    let changed = ana
        .patch(&path, json!({ "country": "FR", "tags": [] }))
        .with_if_match(1);
    let changed = changed.await.expect(200);
    assert_eq!(changed.revision(), 2);
    assert_eq!(changed.body["body"]["country"], "FR");
    assert_eq!(
        changed.body["body"]["summary"],
        "Taken at the port, no lawyer yet."
    );
    let stale = sofia
        .patch(&path, json!({ "summary": "Moved." }))
        .with_if_match(1);
    let stale = stale.await.expect_problem(412, "stale_revision");
    assert_eq!(stale.header("etag"), Some("\"2\""));
    assert_eq!(stale.body["current"]["country"], "FR");
    assert_eq!(stale.body["sent"], json!({ "summary": "Moved." }));
    let emptied = ana
        .patch(&path, json!({ "country": null }))
        .with_if_match(2);
    assert_eq!(
        emptied.await.expect(200).body["body"]["country"],
        json!(null)
    );
    let bad = json!({ "pseudonym": "C-0000", "summary": 7 });
    ana.patch(&path, bad)
        .with_if_match(3)
        .await
        .expect_fault("/pseudonym", "unknown_field")
        .expect_fault("/summary", "wrong_type");
}

#[actix_web::test]
async fn raising_the_priority_is_free_and_lowering_needs_a_reason() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let calm = json!({ "sheet": { "priority": "P3" } });
    let id = ana.post("/cases", calm).await.expect(201).id();
    let path = format!("/cases/{id}");
    let raised = ana
        .patch(&path, json!({ "priority": "P2" }))
        .with_if_match(1);
    raised.await.expect(200);
    let lowered = ana
        .patch(&path, json!({ "priority": "P4" }))
        .with_if_match(2);
    lowered.await.expect_fault("/priority_raised", "missing");
    let because = json!({ "priority": "P4", "priority_raised": { "reason": "released" } });
    ana.patch(&path, because).with_if_match(2).await.expect(200);
    let listed = ana.get("/cases").await.expect(200);
    assert_eq!(listed.items()[0]["priority"], "P4");
    let lines = ana.get(&format!("{path}/ledger")).await.expect(200);
    let reasons: Vec<_> = lines.items().iter().map(|line| &line["reason"]).collect();
    assert!(reasons.contains(&&json!("released")));
}

#[actix_web::test]
async fn nothing_that_was_told_stands_in_the_database() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    opens(&ana, "Selamawit", "P2").await;
    let tables = [
        ("cases", vec!["id"]),
        ("case_records", vec!["sealed"]),
        ("cards", vec!["sealed"]),
        ("grants", vec!["sealed", "quick"]),
        ("ledger_lines", vec!["sealed", "sealed_for_case"]),
    ];
    for (table, columns) in tables {
        let rows = house.rows(table, &columns);
        assert!(!rows.is_empty(), "{table}");
        for value in rows.into_iter().flatten().flatten() {
            let bytes: Vec<u8> = (0..value.len() / 2)
                .map(|at| u8::from_str_radix(&value[2 * at..2 * at + 2], 16).unwrap())
                .collect();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for word in ["selamawit", "aluche", "911234567", "lawyer"] {
                assert!(!text.contains(word), "{word} in {table}");
            }
        }
    }
}
