//! Refusals are RFC 9457 problems, and the unknown is the same as the forbidden.

use amparo_tests::{House, Reply, Value, json};

const SCHEMA: &str = include_str!("../../../vectors/problem-details/problem.schema.json");

fn assert_problem(reply: &Reply) {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let text = reply.text();
    assert!(jsonschema::is_valid(&schema, &reply.body), "{text}");
    assert_eq!(
        reply.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(reply.body["status"], reply.status, "{text}");
    let kind = format!("urn:amparo:problem:{}", reply.code());
    assert_eq!(reply.body["type"], kind.as_str(), "{text}");
    for field in ["title", "detail"] {
        assert!(!reply.body[field].as_str().unwrap().is_empty(), "{text}");
    }
}

#[actix_web::test]
async fn every_kind_of_refusal_is_a_problem() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let half = sofia.gives_passphrase().await.text_of("token");
    let roles = format!("/members/{}/roles", sofia.id());
    let adil = hotline.administrator();
    let supervisor = json!({"roles": ["supervisor"]});
    let replies = [
        house.visitor().get("/me").await,
        house.bearer(&half).get("/me").await,
        house
            .visitor()
            .post("/sessions", json!({"login": "a", "passphrase": "b"}))
            .await,
        house.visitor().post("/sessions", json!({})).await,
        house.visitor().get("/nothing/here").await,
        sofia.get("/ledger").await,
        adil.put(&roles, supervisor.clone()).await,
        adil.put(&roles, supervisor).with_if_match(99).await,
        sofia
            .post(
                &format!("/organisations/{}/verify", hotline.id),
                json!({"fingerprint": hotline.fingerprint}),
            )
            .await,
        house
            .visitor()
            .post("/sessions", json!("x".repeat(300_000)))
            .await,
    ];
    let statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    assert_eq!(statuses, [401, 401, 401, 422, 404, 404, 428, 412, 409, 413]);
    replies.iter().for_each(assert_problem);
}

#[actix_web::test]
async fn a_planted_body_that_is_no_problem_is_caught() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for wrong in [json!({"status": "404"}), json!({"type": 7}), json!([])] {
        assert!(!jsonschema::is_valid(&schema, &wrong), "{wrong}");
    }
}

#[actix_web::test]
async fn an_unknown_path_says_what_an_unknown_id_says() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let absent = sofia
        .get("/members/00000000-0000-4000-8000-000000000000")
        .await
        .expect_problem(404, "not_found");
    let paths = [
        "/nothing",
        "/members/not-an-id",
        "/members/00000000-0000-4000-8000-000000000000/nothing",
        "/members/%00",
        "/members/..%2f..%2fetc%2fpasswd",
        "//nothing",
        "/api/v2/members",
        "/health/nothing",
    ];
    for path in paths {
        let reply = sofia.get(path).await.expect_problem(404, "not_found");
        assert_eq!(reply.text(), absent.text(), "{path}");
    }
}

#[actix_web::test]
async fn a_method_that_is_not_there_is_not_found() {
    let house = House::open().await;
    for method in ["PUT", "PATCH", "DELETE", "TRACE", "NONSENSE"] {
        let reply = house.visitor().ask(method, "/sessions").await;
        assert!(
            matches!(reply.status, 404 | 405),
            "{method}: {}",
            reply.status
        );
    }
}

#[actix_web::test]
async fn a_bad_query_is_refused_before_anything_is_looked_up() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    for query in [
        "limit=x",
        "limit=-1",
        "limit=99999999999",
        "colour=red",
        "limit=1&limit=2",
    ] {
        let reply = sofia.get(&format!("/members?{query}")).await;
        assert_eq!(reply.status, 422, "{query}: {}", reply.text());
        assert_problem(&reply);
    }
    for (query, code) in [("limit=0", "out_of_range"), ("limit=201", "out_of_range")] {
        sofia
            .get(&format!("/members?{query}"))
            .await
            .expect_fault("/limit", code);
    }
    for after in ["x", "%F0%9F%98%80", "00000000"] {
        sofia
            .get(&format!("/members?after={after}"))
            .await
            .expect_fault("/after", "bad_cursor");
    }
}

#[actix_web::test]
async fn a_change_says_which_version_it_was_made_on() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = hotline.administrator();
    let path = format!("/members/{}/roles", hotline.caseworker("Ana").await.id());
    let change = || adil.put(&path, json!({"roles": ["volunteer"]}));
    change().await.expect_problem(428, "match_missing");
    for tag in [
        "",
        "1",
        "W/\"1\"",
        "\"x\"",
        "*",
        "\"1\", \"2\"",
        "\"9223372036854775808\"",
    ] {
        change()
            .with_header("If-Match", tag)
            .await
            .expect_fault("#If-Match", "bad_tag");
    }
    let stale = change()
        .with_if_match(-1)
        .await
        .expect_problem(412, "stale_revision");
    assert!(stale.body["current"].is_array() && stale.body["sent"].is_array());
    change().with_if_match(stale.revision()).await.expect(200);
}
