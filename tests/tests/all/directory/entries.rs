//! Lists, entries written by hand, and who may.

use amparo_tests::{House, json};

use super::{an_organisation, hotline};

#[actix_web::test]
async fn an_organisation_is_added_found_and_changed() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let path = "/directory/organisations";
    let made = caro
        .post(path, an_organisation("Réfuge Law"))
        .await
        .expect(201);
    let at = made.header("location").unwrap().to_owned();
    let read = caro.get(&at).await.expect(200);
    assert_eq!(read.revision(), 1);
    assert_eq!(read.body["name"], "Réfuge Law");
    assert_eq!(read.body["active"], true);
    let found = caro
        .get(&format!("{path}?q=refu%20LAW&country=GR&kind=legal"))
        .await;
    assert_eq!(found.expect(200).items().len(), 1);
    for nothing in [
        "q=fuge",
        "country=ES",
        "kind=health",
        "taking_part=true",
        "publisher=x",
    ] {
        let none = caro.get(&format!("{path}?{nothing}")).await.expect(200);
        assert_eq!(none.items().len(), 0, "{nothing}");
    }
    let changed = caro
        .patch(
            &at,
            json!({ "url": "https://refuge.example", "country": null }),
        )
        .with_if_match(1)
        .await
        .expect(200);
    assert_eq!(changed.revision(), 2);
    assert_eq!(changed.body["name"], "Réfuge Law");
    assert_eq!(changed.body["country"], json!(null));
    // Put aside: out of the list unless all are asked for, and still there by its id.
    caro.patch(&at, json!({ "active": false }))
        .with_if_match(2)
        .await
        .expect(200);
    assert_eq!(caro.get(path).await.expect(200).items().len(), 0);
    let all = caro.get(&format!("{path}?all=true")).await.expect(200);
    assert_eq!(all.items().len(), 1);
    caro.get(&at).await.expect(200);
}

#[actix_web::test]
async fn a_stale_change_is_refused_with_both_versions() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let made = caro
        .post("/directory/organisations", an_organisation("Law"))
        .await
        .expect(201);
    let at = format!("/directory/organisations/{}", made.id());
    caro.patch(&at, json!({ "name": "First" }))
        .await
        .expect_problem(428, "match_missing");
    caro.patch(&at, json!({ "name": "First" }))
        .with_if_match(1)
        .await
        .expect(200);
    let stale = caro
        .patch(&at, json!({ "name": "Second" }))
        .with_if_match(1)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"]["name"], "First");
    assert_eq!(stale.body["sent"]["name"], "Second");
    assert_eq!(stale.revision(), 2);
}

#[actix_web::test]
async fn bad_input_is_refused_with_every_fault() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let bad = json!({
        "kind": "club", "name": " ", "country": "XX", "url": "javascript:alert(1)",
        "email": "no", "phones": [{}], "surprise": 1,
    });
    let reply = caro.post("/directory/organisations", bad).await;
    for (pointer, code) in [
        ("/kind", "not_an_option"),
        ("/country", "bad_format"),
        ("/phones/0/number", "missing"),
        ("/surprise", "unknown_field"),
    ] {
        reply.clone().expect_fault(pointer, code);
    }
    for pointer in ["/name", "/url", "/email"] {
        reply.clone().expect_fault(pointer, "not_possible");
    }
    let half = json!({ "kind": "office", "name": "Here", "latitude": 1.5 });
    caro.post("/directory/places", half)
        .await
        .expect_fault("/longitude", "missing");
    let owner = caro
        .post("/directory/organisations", an_organisation("Law"))
        .await
        .expect(201)
        .id();
    let service = json!({
        "organisation": owner, "name": "Advice", "categories": ["legal"],
        "eligibility": { "min_age": 30, "max_age": 20 }, "verified_on": "2030-01-01",
    });
    let reply = caro.post("/directory/services", service).await;
    reply
        .clone()
        .expect_fault("/eligibility/max_age", "out_of_range");
    reply.expect_fault("/verified_on", "out_of_range");
    let nobody = "00000000-0000-4000-8000-000000000000";
    let service = json!({ "organisation": nobody, "name": "Advice", "categories": [] });
    caro.post("/directory/services", service)
        .await
        .expect_fault("/organisation", "not_your_own");
    let service = json!({
        "organisation": owner, "name": "Advice", "categories": [], "places": [nobody],
    });
    caro.post("/directory/services", service)
        .await
        .expect_fault("/places/0", "unknown");
    caro.get("/directory/services?limit=0")
        .await
        .expect_fault("/limit", "out_of_range");
    caro.get("/directory/services?after=x")
        .await
        .expect_fault("/after", "bad_cursor");
    caro.get(&format!("/directory/services?after={nobody}"))
        .await
        .expect_fault("/after", "bad_cursor");
    caro.get("/directory/services?category=luck")
        .await
        .expect_problem(422, "invalid");
}

#[actix_web::test]
async fn pages_meet_without_gap_or_overlap() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    // Equal names: the id decides.
    for name in ["b", "a", "b", "c", "b", "É"] {
        let made = caro
            .post("/directory/organisations", an_organisation(name))
            .await;
        made.expect(201);
    }
    let mut names = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut next = String::new();
    loop {
        let page = caro
            .get(&format!("/directory/organisations?limit=2{next}"))
            .await
            .expect(200);
        for item in page.items() {
            names.push(item["name"].as_str().unwrap().to_owned());
            ids.insert(item["id"].to_string());
        }
        match page.body["next"].as_str() {
            Some(after) => next = format!("&after={after}"),
            None => break,
        }
    }
    assert_eq!(names, ["a", "b", "b", "b", "c", "É"]);
    assert_eq!(ids.len(), 6);
}

#[actix_web::test]
async fn a_supervisor_writes_only_the_services_of_her_own() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let mine = json!({ "kind": "hotline", "name": "We", "participant": hotline.id });
    let mine = caro
        .post("/directory/organisations", mine)
        .await
        .expect(201)
        .id();
    let other = caro
        .post("/directory/organisations", an_organisation("They"))
        .await
        .expect(201)
        .id();
    let sofia = hotline.supervisor();
    let service = |of: &str| json!({ "organisation": of, "name": "Help", "categories": ["legal"] });
    let own = sofia
        .post("/directory/services", service(&mine))
        .await
        .expect(201);
    assert_eq!(own.body["organisation_name"], "We");
    sofia
        .post("/directory/services", service(&other))
        .await
        .expect_fault("/organisation", "not_your_own");
    let theirs = caro
        .post("/directory/services", service(&other))
        .await
        .expect(201);
    let at = |id: &str| format!("/directory/services/{id}");
    let full = json!({ "capacity": 0, "accepting": false });
    sofia
        .patch(&at(&own.id()), full.clone())
        .with_if_match(1)
        .await
        .expect(200);
    sofia
        .patch(&at(&theirs.id()), full)
        .with_if_match(1)
        .await
        .expect_problem(404, "not_found");
    // Nor can she move her own under somebody else's name.
    sofia
        .patch(&at(&own.id()), json!({ "organisation": other }))
        .with_if_match(2)
        .await
        .expect_fault("/organisation", "not_your_own");
    let free = caro
        .get("/directory/services?accepting=true")
        .await
        .expect(200);
    assert_eq!(free.items().len(), 1);
}

#[actix_web::test]
async fn a_change_is_a_merge_patch() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    let owner = caro
        .post("/directory/organisations", an_organisation("We"))
        .await
        .expect(201)
        .id();
    let made = caro
        .post(
            "/directory/services",
            json!({ "organisation": owner, "name": "Help", "categories": ["legal", "health"],
                "eligibility": { "min_age": 18, "genders": ["female"], "text": "Call first." } }),
        )
        .await
        .expect(201);
    let at = format!("/directory/services/{}", made.id());
    let patch = json!({ "categories": ["health"], "eligibility": { "min_age": 16, "text": null } });
    let changed = caro
        .ask("PATCH", &at)
        .with_raw("application/merge-patch+json", patch.to_string())
        .with_if_match(1)
        .await
        .expect(200);
    assert_eq!(changed.body["categories"], json!(["health"]));
    let rule = &changed.body["eligibility"];
    assert_eq!(
        (&rule["min_age"], &rule["text"]),
        (&json!(16), &json!(null))
    );
    assert_eq!(rule["genders"], json!(["female"]));
    caro.patch(&at, json!({ "eligibility": { "colour": 1 } }))
        .with_if_match(2)
        .await
        .expect_fault("/eligibility/colour", "unknown_field");
    caro.patch(&at, json!({ "name": null }))
        .with_if_match(2)
        .await
        .expect_fault("/name", "wrong_type");
    // Only a PATCH is a patch.
    caro.ask("POST", "/directory/organisations")
        .with_raw(
            "application/merge-patch+json",
            an_organisation("x").to_string(),
        )
        .await
        .expect_fault("", "content_type");
}

#[actix_web::test]
async fn nobody_puts_another_inbox_behind_an_entry() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let legal = house.organisation("legal", "MA").await;
    let path = "/directory/organisations";
    let entry =
        |participant: &str| json!({ "kind": "legal", "name": "Law", "participant": participant });
    caro.post(path, entry(&legal.id))
        .await
        .expect_fault("/participant", "not_your_own");
    let theirs = legal
        .coordinator("Lina")
        .await
        .post(path, entry(&legal.id))
        .await
        .expect(201);
    let at = format!("{path}/{}", theirs.id());
    for participant in [json!(hotline.id), json!(null)] {
        caro.patch(&at, json!({ "participant": participant }))
            .with_if_match(1)
            .await
            .expect_fault("/participant", "not_your_own");
    }
    // Nor does anybody else change what it says of itself, its services or its places.
    caro.patch(&at, json!({ "name": "Law office" }))
        .with_if_match(1)
        .await
        .expect_fault("", "not_your_own");
    let service = json!({ "organisation": theirs.id(), "name": "Advice", "categories": [] });
    caro.post("/directory/services", service)
        .await
        .expect_fault("/organisation", "not_your_own");
    let place = json!({ "organisation": theirs.id(), "name": "Desk", "kind": "office" });
    caro.post("/directory/places", place)
        .await
        .expect_fault("/organisation", "not_your_own");
    let authority = json!({ "kind": "authority", "name": "Police", "participant": hotline.id });
    caro.post(path, authority).await.expect_reason("authority");
}

#[actix_web::test]
async fn organisations_are_found_by_what_one_service_of_theirs_does() {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    for (name, services) in [
        (
            "Law",
            vec![json!({ "categories": ["legal"], "languages": ["tir"] })],
        ),
        (
            "Both",
            vec![
                json!({ "categories": ["legal"], "languages": ["ara"], "accepting": false }),
                json!({ "categories": ["health"], "languages": ["tir"] }),
            ],
        ),
        (
            "Shut",
            vec![json!({ "categories": ["legal"], "languages": ["tir"], "status": "inactive" })],
        ),
        ("None", Vec::new()),
    ] {
        let made = caro
            .post("/directory/organisations", an_organisation(name))
            .await
            .expect(201);
        for mut service in services {
            service["organisation"] = json!(made.id());
            service["name"] = json!("A service");
            caro.post("/directory/services", service).await.expect(201);
        }
    }
    for (query, names) in [
        ("category=legal", vec!["Both", "Law"]),
        ("category=legal&accepting=true", vec!["Law"]),
        ("accepting=false", vec!["Both"]),
        // The same service must do all of it.
        ("category=legal&language=tir", vec!["Law"]),
        ("language=tir", vec!["Both", "Law"]),
        ("category=shelter", vec![]),
    ] {
        let found = caro
            .get(&format!("/directory/organisations?{query}"))
            .await
            .expect(200);
        let found: Vec<&str> = found
            .items()
            .iter()
            .filter_map(|it| it["name"].as_str())
            .collect();
        assert_eq!(found, names, "{query}");
    }
}
