//! The list and the search: pseudonyms, never names.

use amparo_tests::{House, Reply, Value, json};

use super::{assigns, opening, opens};

fn ids(page: &Reply) -> Vec<String> {
    let id = |item: &Value| item["id"].as_str().unwrap().to_owned();
    page.items().iter().map(id).collect()
}

#[actix_web::test]
async fn the_most_urgent_comes_first_and_pages_meet() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let mut calm = opening("Selam", "P4");
    calm["custody"] = json!([]);
    calm["needs"] = json!([]);
    let p4 = ana.post("/cases", calm).await.expect(201).id();
    let p1 = opens(&ana, "Sara", "P1").await;
    let due = opens(&ana, "Saba", "P2").await;
    let p2 = opens(&ana, "Senait", "P2").await;
    let task = json!({
        "what": "hearing", "kind": "hearing",
        "due": "2026-11-30T09:00:00Z", "time_zone": "Europe/Madrid",
    });
    let added = ana.post(&format!("/cases/{due}/tasks"), task).await;
    added.expect(201);
    let whole = ana.get("/cases").await.expect(200);
    assert_eq!(
        ids(&whole),
        [p1.clone(), due.clone(), p2.clone(), p4.clone()]
    );
    assert_eq!(whole.items()[1]["next"]["what"], "hearing");
    assert_eq!(whole.body["next"], json!(null));
    for name in ["Selam", "Sara", "Saba", "Senait"] {
        assert!(!whole.text().contains(name));
    }
    let first = ana.get("/cases?limit=2").await.expect(200);
    let after = first.text_of("next");
    // The last one of the first page moves up; the second page begins where the first one ended.
    let raise = ana.patch(&format!("/cases/{due}"), json!({ "priority": "P1" }));
    raise.with_if_match(1).await.expect(200);
    let second = ana.get(&format!("/cases?limit=2&after={after}")).await;
    assert_eq!(ids(&second.expect(200)), [p2, p4]);
    ana.get("/cases?after=nonsense")
        .await
        .expect_fault("/after", "bad_cursor");
    ana.get("/cases?limit=0")
        .await
        .expect_fault("/limit", "out_of_range");
    ana.get("/cases?colour=red")
        .await
        .expect_fault("?", "bad_query");
}

#[actix_web::test]
async fn lists_are_narrowed() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let hers = opens(&sofia, "Selam", "P2").await;
    let nobodys = opens(&sofia, "Sara", "P1").await;
    let closed = opens(&sofia, "Saba", "P1").await;
    assigns(&sofia, &hers, &ana).await;
    let end = json!({ "outcome": "resolved", "reason": "released" });
    sofia
        .post(&format!("/cases/{closed}/close"), end)
        .await
        .expect(200);
    for (who, query, expected) in [
        (&sofia, "", vec![&nobodys, &hers]),
        (&sofia, "?assigned=none", vec![&nobodys]),
        (&sofia, "?assigned=me", vec![]),
        (&sofia, "?priority=P2", vec![&hers]),
        (&sofia, "?status=closed", vec![&closed]),
        (&sofia, "?override=unsigned", vec![]),
        (&ana, "", vec![&hers]),
        (&ana, "?assigned=me", vec![&hers]),
    ] {
        let page = who.get(&format!("/cases{query}")).await.expect(200);
        assert_eq!(ids(&page).iter().collect::<Vec<_>>(), expected, "{query}");
    }
}

#[actix_web::test]
async fn search_finds_names_numbers_and_tags_and_shows_none() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let mut one = opening("José Ñandú", "P2");
    one["people"][0]["identifiers"] = json!([{ "kind": "a_number", "value": "A 123-456-789" }]);
    let opened = ana.post("/cases", one).await.expect(201);
    let id = opened.id();
    opens(&ana, "Selam", "P1").await;
    let pseudonym = opened.text_of("pseudonym");
    for query in [
        "jose",
        "NANDU jo",
        "+34 911 23 45 67 jose",
        "4567 jose",
        "a123456789",
        pseudonym.as_str(),
        "port nandu",
    ] {
        let found = ana.post("/search", json!({ "query": query })).await;
        let found = found.expect(200);
        assert_eq!(ids(&found), [id.clone()], "{query}");
        assert!(!found.text().to_lowercase().contains("jos"));
        assert!(!found.text().contains("4567"));
    }
    let both = ana
        .post("/search", json!({ "query": "port" }))
        .await
        .expect(200);
    assert_eq!(both.items()[1]["id"], id, "the most urgent comes first");
    let one = ana.post("/search", json!({ "query": "port", "limit": 1 }));
    assert_eq!(one.await.expect(200).items().len(), 1);
    for query in ["", "a", "--", "+ 3"] {
        let refused = ana.post("/search", json!({ "query": query })).await;
        refused.expect_fault("/query", "empty");
    }
}

#[actix_web::test]
async fn search_and_lists_follow_what_is_changed_and_taken_away() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, ben) = (
        hotline.caseworker("Ana").await,
        hotline.caseworker("Ben").await,
    );
    let sofia = hotline.supervisor();
    let id = opens(&sofia, "Selam", "P2").await;
    let hits = async |who: &amparo_tests::Actor, query: &str| {
        let found = who.post("/search", json!({ "query": query })).await;
        found.expect(200).items().len()
    };
    assert_eq!(hits(&sofia, "selam").await, 1);
    assert_eq!(hits(&ana, "selam").await, 0);
    assigns(&sofia, &id, &ana).await;
    assert_eq!(hits(&ana, "selam").await, 1);
    let people = ana.get(&format!("/cases/{id}/people")).await.expect(200);
    let record = people.items()[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/cases/{id}/people/{record}");
    let renamed = ana
        .patch(&path, json!({ "names": ["Salma"] }))
        .with_if_match(1);
    renamed.await.expect(200);
    assert_eq!(hits(&ana, "salma").await, 1);
    assert_eq!(hits(&ana, "selam").await, 0, "the card is computed anew");
    assigns(&sofia, &id, &ben).await;
    assert_eq!(hits(&ana, "salma").await, 0);
    assert_eq!(hits(&ben, "salma").await, 1);
}
