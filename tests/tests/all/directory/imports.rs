//! Other people's files.

use std::io::{Cursor, Write as _};

use amparo_tests::{Actor, House, Value, json};

use super::{fixture, form, hotline, takes_tables};

const TABLES: &str = "/directory/imports?format=hsds-1.1-csv&publisher=hsds-1.1-csv";

#[actix_web::test]
async fn the_same_file_twice_changes_nothing() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let first = takes_tables(&caro, "hsds-1.1-csv").await;
    assert_eq!(first["organisations"]["taken"], 2);
    assert_eq!(first["services"]["taken"], 3);
    assert_eq!(first["places"]["taken"], 2);
    let before = house.column("select cast(changes as text) as it from directory_changes");
    let second = takes_tables(&caro, "hsds-1.1-csv").await;
    for (table, rows) in [("organisations", 2), ("services", 3), ("places", 2)] {
        let unchanged = json!({
            "taken": 0, "changed": 0, "unchanged": rows, "missing": 0, "left_alone": 0,
        });
        assert_eq!(second[table], unchanged);
    }
    let after = house.column("select cast(changes as text) as it from directory_changes");
    assert_eq!(before, after);
    let reports = caro.get("/directory/imports?limit=1").await.expect(200);
    assert_eq!(reports.items().len(), 1);
    let next = reports.body["next"].as_str().unwrap();
    let rest = caro
        .get(&format!("/directory/imports?after={next}"))
        .await
        .expect(200);
    assert_eq!(rest.items().len(), 1);
    let at = format!("/directory/imports/{}", second["id"].as_str().unwrap());
    assert_eq!(caro.get(&at).await.expect(200).body, second);
}

/// Two organisations with a service each, as HSDS 3.0 JSON.
fn document(first: &str, with_second: bool) -> Value {
    let one = |n: u8, name: &str| {
        json!({
            "id": format!("00000000-0000-4000-8000-00000000000{n}"),
            "name": name,
            "description": "Helps",
            "services": [{
                "id": format!("00000000-0000-4000-8000-0000000000a{n}"),
                "name": format!("Service {n}"), "status": "active",
            }],
        })
    };
    let mut all = vec![one(1, first)];
    if with_second {
        all.push(one(2, "Second"));
    }
    json!(all)
}

async fn takes(coordinator: &Actor, document: &Value) -> Value {
    let path = "/directory/imports?format=hsds-3.0-json&publisher=City";
    let reply = coordinator
        .ask("POST", path)
        .with_raw("application/json", document.to_string());
    reply.await.expect(201).body
}

#[actix_web::test]
async fn what_changed_is_taken_and_what_was_corrected_here_stays() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    takes(&caro, &document("First", true)).await;
    let list = caro.get("/directory/services").await.expect(200);
    let [one, two] = list.items() else {
        panic!("two services")
    };
    let at = |item: &Value| format!("/directory/services/{}", item["id"].as_str().unwrap());
    let corrected = json!({ "accepting": false, "capacity": 4, "name": "Better name" });
    for service in [one, two] {
        let change = caro.patch(&at(service), corrected.clone());
        change.with_if_match(1).await.expect(200);
    }
    let mut changed = document("First renamed", true);
    changed[0]["services"][0]["description"] = json!("New words");
    let report = takes(&caro, &changed).await;
    assert_eq!(report["organisations"]["changed"], 1);
    assert_eq!(report["services"]["changed"], 1);
    // The publisher's word again where the publisher changed its word; ours where it did not.
    let one = caro.get(&at(one)).await.expect(200);
    assert_eq!(one.body["name"], "Service 1");
    assert_eq!(one.body["description"], "New words");
    assert_eq!(one.body["accepting"], false);
    assert_eq!(one.body["capacity"], 4);
    assert_eq!(one.revision(), 3);
    let two = caro.get(&at(two)).await.expect(200);
    assert_eq!(two.body["name"], "Better name");
    assert_eq!(two.revision(), 2);
}

#[actix_web::test]
async fn what_vanishes_is_marked_and_comes_back() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    takes(&caro, &document("First", true)).await;
    let before = caro.get("/directory/services").await.expect(200);
    let second = before.items()[1]["id"].clone();
    let report = takes(&caro, &document("First", false)).await;
    assert_eq!(report["organisations"]["missing"], 1);
    assert_eq!(report["services"]["missing"], 1);
    assert_eq!(
        caro.get("/directory/services")
            .await
            .expect(200)
            .items()
            .len(),
        1
    );
    let all = caro.get("/directory/services?all=true").await.expect(200);
    assert_eq!(all.items()[1]["status"], "inactive");
    let again = takes(&caro, &document("First", false)).await;
    assert_eq!(again["services"]["missing"], 0);
    let back = takes(&caro, &document("First", true)).await;
    assert_eq!(back["services"]["changed"], 1);
    let after = caro.get("/directory/services").await.expect(200);
    assert_eq!(after.items()[1]["id"], second);
    // Another publisher's rows are nobody's business.
    let path = "/directory/imports?format=hsds-3.0-json&publisher=Other";
    let other = caro
        .ask("POST", path)
        .with_raw("application/json", "[]")
        .await;
    assert_eq!(other.expect(201).body["services"]["missing"], 0);
}

#[actix_web::test]
async fn an_archive_is_the_same_as_a_form() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    takes_tables(&caro, "hsds-1.1-csv").await;
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for file in std::fs::read_dir(fixture("hsds-1.1-csv")).unwrap() {
        let file = file.unwrap();
        let name = format!("package/{}", file.file_name().to_string_lossy());
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive
            .write_all(&std::fs::read(file.path()).unwrap())
            .unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    let reply = caro
        .ask("POST", TABLES)
        .with_raw("application/zip", bytes)
        .await;
    let report = reply.expect(201).body;
    assert_eq!(report["services"]["unchanged"], 3);
    for broken in [b"PK\x03\x04".to_vec(), Vec::new()] {
        let reply = caro
            .ask("POST", TABLES)
            .with_raw("application/zip", broken)
            .await;
        reply.expect_fault("", "unreadable");
    }
    let reply = caro
        .ask("POST", TABLES)
        .with_raw("multipart/form-data; boundary=x", "no form");
    reply.await.expect_fault("", "unreadable");
}

#[actix_web::test]
async fn faults_are_told_row_by_row_without_a_value() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let (kind, body) = form("bad");
    let reply = caro
        .ask("POST", TABLES)
        .with_raw(&kind, body)
        .await
        .expect(201);
    assert!(reply.body["fault_count"].as_u64().unwrap() > 0);
    assert!(!reply.body["faults"].as_array().unwrap().is_empty());
}

#[actix_web::test]
async fn what_is_no_import_is_refused() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let send = |who: &Actor, query: &str, size: usize| {
        who.ask("POST", &format!("/directory/imports?{query}"))
            .with_raw("application/octet-stream", vec![b' '; size])
    };
    let good = "format=hsds-3.0-json&publisher=City";
    for other in [hotline.supervisor(), hotline.caseworker("Ana").await] {
        send(&other, good, 2).await.expect_problem(404, "not_found");
    }
    send(&house.visitor(), good, 2)
        .await
        .expect_problem(401, "sign_in");
    send(&caro, good, 33 * 1024 * 1024)
        .await
        .expect_problem(413, "too_large");
    send(&caro, "format=hsds-3.0-json", 2)
        .await
        .expect_fault("/publisher", "missing");
    send(&caro, "format=xlsx", 2)
        .await
        .expect_problem(422, "invalid");
    send(&caro, "publisher=x", 2)
        .await
        .expect_problem(422, "invalid");
    let own = "format=hsds-3.0-json&publisher=this%20directory";
    send(&caro, own, 2)
        .await
        .expect_fault("/publisher", "not_possible");
    // Nothing readable: a report with the fault, and nothing lost.
    takes(&caro, &document("First", true)).await;
    let reply = send(&caro, good, 2).await.expect(201);
    assert_eq!(reply.body["faults"][0]["code"], "unreadable");
    assert_eq!(reply.body["services"]["missing"], 0);
    assert_eq!(
        caro.get("/directory/services")
            .await
            .expect(200)
            .items()
            .len(),
        2
    );
    caro.get("/directory/imports/00000000-0000-4000-8000-000000000000")
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn a_repeated_import_under_its_key_is_answered_from_memory() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let send = |body: Value| {
        let path = "/directory/imports?format=hsds-3.0-json&publisher=City";
        caro.ask("POST", path)
            .with_raw("application/json", body.to_string())
            .with_key("22222222-2222-4222-8222-222222222222")
    };
    let first = send(document("First", true)).await.expect(201);
    let again = send(document("First", true)).await.expect(201);
    assert_eq!(first.id(), again.id());
    send(document("First", false))
        .await
        .expect_problem(422, "key_reused");
}
