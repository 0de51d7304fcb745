//! Who reads what of the directory, and what is put on record.

use super::{an_organisation, hotline, takes_tables};
use amparo_tests::{Actor, House, json};

#[actix_web::test]
async fn everybody_else_reads_or_sees_nothing() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let made = caro
        .post("/directory/organisations", an_organisation("Law"))
        .await
        .expect(201)
        .id();
    let at = format!("/directory/organisations/{made}");
    house
        .visitor()
        .get(&at)
        .await
        .expect_problem(401, "sign_in");
    let waiting = hotline.newcomer("Wanda", &["coordinator"]).await;
    waiting.get(&at).await.expect_problem(404, "not_found");
    waiting
        .post("/directory/organisations", an_organisation("x"))
        .await
        .expect_problem(404, "not_found");
    let readers = [
        hotline.volunteer("Vera").await,
        hotline.caseworker("Ana").await,
        hotline.auditor("Aude").await,
        hotline.supervisor(),
    ];
    for reader in readers {
        reader.get(&at).await.expect(200);
        reader
            .post("/directory/organisations", an_organisation("x"))
            .await
            .expect_problem(404, "not_found");
        reader
            .patch(&at, json!({ "name": "x" }))
            .with_if_match(1)
            .await
            .expect_problem(404, "not_found");
    }
    caro.get("/directory/organisations/00000000-0000-4000-8000-000000000000")
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn a_hidden_place_is_shown_to_who_helps_and_lies_sealed() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    takes_tables(&caro, "hsds-1.1-csv").await;
    let list = caro.get("/directory/places?q=river").await.expect(200);
    let place = list.items()[0].clone();
    assert_eq!(place["confidential"], true);
    let at = format!("/directory/places/{}", place["id"].as_str().unwrap());
    let aude = hotline.auditor("Aude").await;
    for helper in [
        caro.clone(),
        hotline.caseworker("Ana").await,
        hotline.supervisor(),
    ] {
        let before = looks(&house, &aude).await;
        let seen = helper.get(&at).await.expect(200);
        assert_eq!(seen.body["address"], "Uferweg 5");
        assert_eq!(
            looks(&house, &aude).await,
            before + 1,
            "a look is on record"
        );
    }
    // A list is no look: it shows no address to anybody.
    let before = looks(&house, &aude).await;
    let list = caro.get("/directory/places?q=river").await.expect(200);
    assert_eq!(list.items()[0]["address"], json!(null));
    for other in [hotline.volunteer("Vera").await, aude.clone()] {
        let seen = other.get(&at).await.expect(200);
        assert_eq!(seen.body["city"], "Wien");
        for hidden in ["address", "postal_code", "latitude", "longitude"] {
            assert_eq!(seen.body[hidden], json!(null), "{hidden}");
        }
        assert_eq!(seen.body["details"], json!({}));
    }
    assert_eq!(looks(&house, &aude).await, before, "nothing was shown");
    // Who comes too late is shown what is there: a look as any other.
    let late = caro.patch(&at, json!({ "name": "Late" })).with_if_match(7);
    let late = late.await.expect_problem(412, "stale_revision");
    assert!(late.body.to_string().contains("Uferweg 5"));
    assert_eq!(looks(&house, &aude).await, before + 1);
    // Not even by its postal code can it be found, and no column holds the street.
    let by_street = caro.get("/directory/places?q=uferweg").await.expect(200);
    assert_eq!(by_street.items().len(), 0);
    let columns = [
        "address",
        "postal_code",
        "details",
        "search",
        "name",
        "sort_key",
    ];
    for row in house.rows("directory_places", &columns) {
        let street = "556665727765672035"; // Uferweg 5
        assert!(row.iter().flatten().all(|hex| !hex.contains(street)));
    }
    // An edit keeps what was hidden, and an open place can be hidden.
    let edited = caro
        .patch(&at, json!({ "name": "House" }))
        .with_if_match(1)
        .await;
    assert_eq!(edited.expect(200).body["address"], "Uferweg 5");
    let office = caro.get("/directory/places?q=office").await.expect(200);
    let office = format!(
        "/directory/places/{}",
        office.items()[0]["id"].as_str().unwrap()
    );
    let hidden = json!({ "confidential": true });
    caro.patch(&office, hidden)
        .with_if_match(1)
        .await
        .expect(200);
    let seen = hotline
        .volunteer("Vito")
        .await
        .get(&office)
        .await
        .expect(200);
    assert_eq!(seen.body["latitude"], json!(null));
    // Its publisher says it again in the open: it stays hidden.
    let report = takes_tables(&caro, "hsds-1.1-csv").await;
    assert_eq!(report["places"]["unchanged"], 2);
}

#[actix_web::test]
async fn changes_are_in_the_ledger_and_a_repeated_post_adds_once() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let add = || {
        caro.post("/directory/organisations", an_organisation("Law"))
            .with_key("11111111-1111-4111-8111-111111111111")
    };
    let first = add().await.expect(201).id();
    assert_eq!(add().await.expect(201).id(), first);
    let list = caro.get("/directory/organisations").await.expect(200);
    assert_eq!(list.items().len(), 1);
    let aude = hotline.auditor("Aude").await;
    house.fold_ledger();
    let ledger = aude.get("/ledger?limit=200").await.expect(200);
    let lines = ledger
        .items()
        .iter()
        .filter(|line| line["what"] == "directory_changed");
    assert_eq!(
        lines.filter(|line| line["subject"] == json!(first)).count(),
        1
    );
}

/// How often somebody was shown where a confidential place is, as the auditor reads it.
async fn looks(house: &House, auditor: &Actor) -> usize {
    house.fold_ledger();
    let lines = auditor.get("/ledger?limit=200").await.expect(200);
    let seen = lines.items().iter();
    seen.filter(|line| line["what"] == "place_seen").count()
}
