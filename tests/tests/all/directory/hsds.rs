//! `/hsds`: what anybody may read, in the form that Open Referral published.

use std::path::PathBuf;

use amparo_tests::{House, Value, json};

use super::{hotline, takes_tables};

/// The published schemas in one document; their references are file names.
fn schema(name: &str) -> jsonschema::Validator {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/hsds/3.0");
    let mut all = serde_json::Map::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut schema = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        point_inwards(&mut schema);
        all.insert(stem, schema);
    }
    let document = json!({ "$ref": format!("#/$defs/{name}"), "$defs": all });
    jsonschema::options()
        .should_validate_formats(true)
        .build(&document)
        .unwrap()
}

fn point_inwards(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // Words of the table format that mean something else in a JSON schema.
            fields.remove("$schema");
            if let Some(Value::String(to)) = fields.get_mut("$ref") {
                *to = format!("#/$defs/{}", to.trim_end_matches(".json"));
            }
            fields.values_mut().for_each(point_inwards);
        }
        Value::Array(items) => items.iter_mut().for_each(point_inwards),
        _ => {}
    }
}

#[track_caller]
fn satisfies(name: &str, value: &Value) {
    let faults: Vec<String> = schema(name)
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(faults, [""; 0], "{name}: {value:#}");
}

#[test]
fn the_check_finds_a_planted_fault() {
    let good =
        json!({ "id": "00000000-0000-4000-8000-000000000000", "name": "n", "status": "active" });
    satisfies("service", &good);
    for (field, bad) in [
        ("status", json!("open")),
        ("name", json!(1)),
        ("url", json!(7)),
    ] {
        let mut spoiled = good.clone();
        spoiled[field] = bad;
        assert!(!schema("service").is_valid(&spoiled), "{field}");
    }
    let nested = json!({ "id": good["id"], "name": "n", "status": "active", "phones": [{}] });
    assert!(!schema("service").is_valid(&nested));
}

/// A house with the Vienna tables, an entry of our own with everything, and the Ohana samples.
async fn filled() -> House {
    let house = House::open().await;
    let (_, caro) = hotline(&house).await;
    takes_tables(&caro, "hsds-1.1-csv").await;
    takes_tables(&caro, "hsds-3.0-csv").await;
    takes_tables(&caro, "ohana").await;
    let owner = json!({ "kind": "legal", "name": "Own", "email": "a@b.example",
        "phones": [{ "number": "1", "extension": "x12", "languages": ["spa"], "kind": "voice" }] });
    let owner = caro
        .post("/directory/organisations", owner)
        .await
        .expect(201)
        .id();
    let place =
        json!({ "kind": "office", "name": "Desk", "organisation": owner, "city": "Athens" });
    let place = caro.post("/directory/places", place).await.expect(201).id();
    let service = json!({
        "organisation": owner, "name": "Everything", "categories": ["legal", "wages_labour"],
        "countries": ["GR"], "languages": ["tir"], "verified_on": "2026-11-01",
        "eligibility": { "min_age": 18, "text": "adults" }, "opening_hours": "Mon 9-5",
        "url": "https://own.example/a", "email": "s@own.example", "places": [place],
    });
    caro.post("/directory/services", service).await.expect(201);
    house
}

#[actix_web::test]
async fn every_answer_satisfies_the_published_schemas() {
    let house = filled().await;
    let anybody = house.visitor();
    let about = anybody.get("/hsds").await.expect(200);
    assert_eq!(about.body["version"], "3.0");
    for (path, listed, single) in [
        ("services", "service_list", "service"),
        ("organizations", "organization_list", "organization"),
        (
            "service_at_locations",
            "service_at_location_list",
            "service_at_location",
        ),
        ("taxonomies", "taxonomy", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term", "taxonomy_term"),
    ] {
        let page = anybody
            .get(&format!("/hsds/{path}?per_page=200"))
            .await
            .expect(200);
        let contents = page.body["contents"].as_array().unwrap();
        assert!(!contents.is_empty(), "{path}");
        for item in contents {
            satisfies(listed, item);
            let id = item["id"].as_str().unwrap();
            let one = anybody.get(&format!("/hsds/{path}/{id}")).await.expect(200);
            satisfies(single, &one.body);
        }
        let full = anybody
            .get(&format!("/hsds/{path}?full=true&per_page=200"))
            .await
            .expect(200);
        for item in full.body["contents"].as_array().unwrap() {
            satisfies(single, item);
        }
        let stranger = format!("/hsds/{path}/00000000-0000-4000-8000-000000000000");
        anybody
            .get(&stranger)
            .await
            .expect_problem(404, "not_found");
    }
    let page = anybody.get("/hsds/services?minimal=true").await.expect(200);
    for item in page.body["contents"].as_array().unwrap() {
        satisfies("service_list", item);
    }
}

#[actix_web::test]
async fn pages_and_filters_do_what_the_standard_says() {
    let house = filled().await;
    let anybody = house.visitor();
    let list = |query: String| {
        let anybody = anybody.clone();
        async move {
            anybody
                .get(&format!("/hsds/services?{query}"))
                .await
                .expect(200)
                .body
        }
    };
    let all = list("per_page=200".to_owned()).await;
    let total = all["total_items"].as_u64().unwrap();
    assert!(total > 20);
    let pages = total.div_ceil(5);
    let last = list(format!("per_page=5&page={pages}")).await;
    assert_eq!(last["total_pages"], json!(pages));
    assert_eq!(last["last_page"], true);
    assert_eq!(last["first_page"], false);
    let beyond = list(format!("per_page=5&page={}", pages + 1)).await;
    assert_eq!(
        (beyond["empty"].clone(), beyond["size"].clone()),
        (json!(true), json!(0))
    );
    let found = list("search=everyth".to_owned()).await;
    assert_eq!(found["total_items"], 1);
    let one = &found["contents"][0];
    let full = anybody
        .get(&format!("/hsds/services/{}", one["id"].as_str().unwrap()))
        .await
        .expect(200)
        .body;
    assert_eq!(full["organization"]["name"], "Own");
    assert_eq!(full["languages"][0]["name"], "Tigrinya");
    assert_eq!(
        full["service_at_locations"][0]["location"]["addresses"][0]["city"],
        "Athens"
    );
    let term = full["attributes"][1]["taxonomy_term"].clone();
    assert_eq!(term["code"], "wages_labour");
    let by_term = list(format!("taxonomy_term_id={}", term["id"].as_str().unwrap())).await;
    let by_term = by_term["contents"].as_array().unwrap();
    assert!(by_term.iter().any(|service| service["id"] == one["id"]));
    let owner = one["organization_id"].as_str().unwrap();
    assert_eq!(
        list(format!("organization_id={owner}")).await["total_items"],
        1
    );
    for nothing in [
        "taxonomy_term_id=00000000-0000-4000-8000-000000000000",
        "taxonomy_id=00000000-0000-4000-8000-000000000000",
        "modified_after=2026-11-25",
    ] {
        assert_eq!(
            list(nothing.to_owned()).await["total_items"],
            0,
            "{nothing}"
        );
    }
    let since = list("modified_after=2026-11-24T08:00:00Z".to_owned()).await;
    assert_eq!(since["total_items"], json!(total));
    for bad in [
        "page=0",
        "per_page=1000",
        "modified_after=now",
        "format=xml",
        "page=x",
    ] {
        let reply = anybody.get(&format!("/hsds/services?{bad}")).await;
        reply.expect_problem(422, "invalid");
    }
}

#[actix_web::test]
async fn a_hidden_place_is_nowhere_in_public() {
    let house = filled().await;
    let (_, caro) = hotline(&house).await;
    let hidden = caro.get("/directory/places?q=river").await.expect(200);
    let id = hidden.items()[0]["id"].as_str().unwrap().to_owned();
    let anybody = house.visitor();
    for path in [
        "services?full=true",
        "organizations?full=true",
        "organizations?full_service=true",
        "service_at_locations?full=true",
    ] {
        let text = anybody
            .get(&format!("/hsds/{path}&per_page=200"))
            .await
            .expect(200)
            .text();
        for word in [id.as_str(), "House by the river", "Uferweg"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
        // The control: an open place of the same file is there.
        assert!(
            path.starts_with("service") || text.contains("Main office"),
            "{path}"
        );
    }
    let pair = house.ids(
        "select sp.id as it from directory_service_places sp \
         join directory_places p on p.id = sp.place_id where p.name = 'House by the river'",
    );
    let pair = uuid::Uuid::parse_str(&pair[0]).unwrap();
    anybody
        .get(&format!("/hsds/service_at_locations/{pair}"))
        .await
        .expect_problem(404, "not_found");
}
