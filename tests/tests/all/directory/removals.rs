//! What a file removes: much of it only when the number was confirmed, what was corrected comes back as
//! it was, and what belongs to an organisation that takes part is left to itself.

use amparo_tests::{Actor, House, Reply, Value, json};

use super::{an_organisation, hotline};

/// So many organisations with a service each, as HSDS 3.0 JSON; those in `without` are left out.
fn document(count: usize, without: &[usize]) -> Value {
    let one = |n: usize| {
        json!({
            "id": format!("org-{n}"), "name": format!("Organisation {n}"), "description": "Helps",
            "services": [{ "id": format!("service-{n}"), "name": format!("Service {n}"),
                "status": "active" }],
        })
    };
    (0..count)
        .filter(|n| !without.contains(n))
        .map(one)
        .collect()
}

async fn sends(coordinator: &Actor, document: &Value, removes: Option<usize>) -> Reply {
    let removes = removes.map_or_else(String::new, |n| format!("&removes={n}"));
    let path = format!("/directory/imports?format=hsds-3.0-json&publisher=City{removes}");
    let reply = coordinator.ask("POST", &path);
    reply
        .with_raw("application/json", document.to_string())
        .await
}

async fn lines(coordinator: &Actor, auditor: &Actor, what: &str) -> usize {
    coordinator.house().fold_ledger();
    let lines = auditor.get("/ledger?limit=200").await.expect(200);
    lines
        .items()
        .iter()
        .filter(|line| line["what"] == what)
        .count()
}

async fn services(somebody: &Actor) -> usize {
    let list = somebody.get("/directory/services?limit=200").await;
    list.expect(200).items().len()
}

#[actix_web::test]
async fn much_is_removed_only_when_the_number_is_confirmed() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let legal = house.organisation("legal", "GR").await;
    let lina = legal.coordinator("Lina").await;
    let noor = hotline.auditor("Noor").await;
    sends(&caro, &document(6, &[]), None).await.expect(201);
    // Somebody else, under the same name.
    let reply = sends(&lina, &json!([]), None).await;
    let text = reply.text();
    reply.expect_fault("/removes", "confirm_removal");
    assert!(
        text.contains("12 entries") && text.contains("6 organisations"),
        "{text}"
    );
    let reply = sends(&lina, &json!([]), Some(11)).await;
    reply.expect_fault("/removes", "confirm_removal");
    assert_eq!(services(&caro).await, 6);
    assert_eq!(lines(&caro, &noor, "directory_imported_by_others").await, 0);
    // A little less needs no number.
    let report = sends(&caro, &document(6, &[5]), None)
        .await
        .expect(201)
        .body;
    assert_eq!(report["services"]["missing"], 1);
    let report = sends(&lina, &json!([]), Some(10)).await.expect(201).body;
    assert_eq!(report["organisations"]["missing"], 5);
    assert_eq!(services(&caro).await, 0);
    // Who imported it before is told.
    assert_eq!(lines(&caro, &noor, "directory_imported_by_others").await, 1);
}

#[actix_web::test]
async fn what_was_corrected_comes_back_as_it_was() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    sends(&caro, &document(4, &[]), None).await.expect(201);
    let found = caro.get("/directory/services?q=3").await.expect(200);
    let at = format!(
        "/directory/services/{}",
        found.items()[0]["id"].as_str().unwrap()
    );
    let correction = json!({ "name": "Better", "capacity": 4, "status": "temporarily closed" });
    caro.patch(&at, correction)
        .with_if_match(1)
        .await
        .expect(200);
    sends(&caro, &document(4, &[3]), None).await.expect(201);
    let gone = caro.get(&at).await.expect(200);
    assert_eq!(gone.body["status"], "inactive");
    assert_eq!(gone.body["name"], "Better");
    // Also what is corrected while it is away.
    let change = caro.patch(&at, json!({ "capacity": 5 }));
    change.with_if_match(gone.revision()).await.expect(200);
    let report = sends(&caro, &document(4, &[]), None).await.expect(201).body;
    assert_eq!(report["services"]["changed"], 1);
    assert_eq!(report["organisations"]["changed"], 1);
    let back = caro.get(&at).await.expect(200).body;
    assert_eq!(back["status"], "temporarily closed");
    assert_eq!(back["name"], "Better");
    assert_eq!(back["capacity"], 5);
    let again = sends(&caro, &document(4, &[]), None).await.expect(201).body;
    assert_eq!(again["services"]["unchanged"], 4);
}

#[actix_web::test]
async fn what_a_participant_offers_is_changed_by_itself() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let legal = house.organisation("legal", "GR").await;
    let lina = legal.coordinator("Lina").await;
    let noor = legal.auditor("Noor").await;
    sends(&caro, &document(4, &[]), None).await.expect(201);
    let found = lina.get("/directory/organisations?q=0").await.expect(200);
    let at = format!(
        "/directory/organisations/{}",
        found.items()[0]["id"].as_str().unwrap()
    );
    let own = json!({ "participant": legal.id });
    lina.patch(&at, own).with_if_match(1).await.expect(200);

    // Its entry and its service are not in the file, or say something else.
    let report = sends(&caro, &document(4, &[0]), None)
        .await
        .expect(201)
        .body;
    assert_eq!(report["services"]["missing"], 0);
    assert_eq!(services(&caro).await, 4);
    let mut changed = document(4, &[]);
    changed[0]["services"][0]["name"] = json!("Closed for good");
    let more = json!({ "id": "more", "name": "More", "status": "active" });
    changed[0]["services"].as_array_mut().unwrap().push(more);
    let report = sends(&caro, &changed, None).await.expect(201).body;
    assert_eq!(report["services"]["left_alone"], 2);
    assert_eq!(report["services"]["changed"], 0);
    assert_eq!(lines(&caro, &noor, "directory_imported_by_others").await, 2);
    // Its own coordinator imports the same file.
    let report = sends(&lina, &changed, None).await.expect(201).body;
    assert_eq!(report["services"]["left_alone"], 0);
    assert_eq!(report["services"]["changed"], 1);
    assert_eq!(report["services"]["taken"], 1);
    drop(hotline);
}

#[actix_web::test]
async fn a_character_that_cannot_be_kept_names_its_row_and_field() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let mut bad = document(3, &[]);
    bad[1]["description"] = json!("He\u{0}lps");
    bad[1]["details"] = json!({ "a\u{0}": [1] });
    bad[2]["name"] = json!("Or\u{202e}gani\u{1b}sation");
    let report = sends(&caro, &bad, None).await.expect(201).body;
    let faults: Vec<_> = report["faults"].as_array().unwrap().iter().collect();
    assert!(faults.len() >= 2, "{faults:?}");
    for fault in faults {
        assert_eq!(fault["code"], "bad_character");
        assert_eq!(fault["row"], 2);
        assert!(fault["field"] == "description" || fault["field"] == "details");
    }
    let found = caro.get("/directory/organisations").await.expect(200);
    let names: Vec<&Value> = found.items().iter().map(|it| &it["name"]).collect();
    assert_eq!(names, ["Organisation", "Organisation 0", "Organisation 1"]);
    // The same in a table, in the name of a whole row.
    let tables = [
        (
            "organizations.csv",
            "id,name,description\n1,Fi\0rst,Helps\n2,Second,\u{1b}Helps\n",
        ),
        (
            "services.csv",
            "id,organization_id,name,status\n1,2,Advice,active\n",
        ),
    ];
    let mut form = String::new();
    for (name, text) in tables {
        form.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n{text}\r\n"
        ));
    }
    form.push_str("--edge--\r\n");
    let send = |publisher: &str| {
        let path = format!("/directory/imports?format=hsds-1.1-csv&publisher={publisher}");
        let kind = "multipart/form-data; boundary=edge";
        caro.ask("POST", &path).with_raw(kind, form.clone())
    };
    let report = send("Town").await.expect(201).body;
    assert_eq!(report["organisations"]["taken"], 1);
    assert_eq!(report["faults"][0]["code"], "bad_character");
    assert_eq!(report["faults"][0]["row"], 2);
    assert_eq!(report["faults"][0]["field"], "name");
    send("To%00wn").await.expect_problem(422, "invalid");
    for name in ["To%E2%80%AEwn", "To%1Bwn"] {
        send(name).await.expect_fault("/publisher", "not_possible");
    }
}

#[actix_web::test]
async fn what_turns_or_steers_is_not_written() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let mut entry = an_organisation("We \u{202e}gnp.exe");
    let reply = caro.post("/directory/organisations", entry.clone()).await;
    reply.expect_fault("/name", "bad_character");
    entry["name"] = json!("We");
    entry["phones"] = json!([{ "number": "1", "description": "\u{1b}[2J" }]);
    let reply = caro.post("/directory/organisations", entry.clone()).await;
    reply.expect_fault("/phones/0/description", "bad_character");
    entry["phones"] = json!([]);
    entry["description"] = json!("Lines\n\tand \u{200f}\u{639}\u{631}\u{628}\u{64a}");
    let made = caro
        .post("/directory/organisations", entry)
        .await
        .expect(201);
    caro.patch(
        &format!("/directory/organisations/{}", made.id()),
        json!({ "description": "\u{2067}" }),
    )
    .with_if_match(1)
    .await
    .expect_fault("/description", "bad_character");
    let service = json!({ "organisation": made.id(), "name": "x", "categories": [],
        "verified_on": "1582-10-15" });
    caro.post("/directory/services", service)
        .await
        .expect_fault("/verified_on", "too_early");
}
