//! Who may not know of a referral hears what is said about one that does not exist.

use amparo_tests::Actor;
use serde_json::{Value, json};

use super::Story;

const ABSENT: &str = "00000000-0000-4000-8000-000000000000";

/// Every operation on one referral, with a body that satisfies its schema.
fn operations() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("GET", "", Value::Null),
        ("GET", "/packet", Value::Null),
        ("GET", "/messages", Value::Null),
        ("POST", "/messages", json!({ "text": "?" })),
        ("POST", "/send", json!({})),
        ("POST", "/accept", json!({})),
        ("POST", "/decline", json!({ "reason": "other" })),
        ("POST", "/start", json!({})),
        ("POST", "/waitlist", json!({})),
        ("POST", "/complete", json!({ "outcome": "served" })),
        ("POST", "/return", json!({ "reason": "other" })),
        ("POST", "/recall", json!({ "reason": "x" })),
        ("POST", "/open-case", json!({ "conflict_checked": true })),
    ]
}

async fn ask(actor: &Actor, method: &str, path: &str, body: &Value) -> (u16, String) {
    let ask = match method {
        "GET" => actor.get(path),
        _ => actor.post(path, body.clone()).with_if_match(1),
    };
    let reply = ask.await;
    (reply.status, reply.text())
}

#[actix_web::test]
async fn strangers_hear_that_there_is_nothing() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let hotline = &story.network.hotline;
    let third = story.house.organisation("legal", "ES").await;
    let strangers = [
        hotline.caseworker("Berta").await,
        hotline.volunteer("Vera").await,
        hotline.coordinator("Carla").await,
        hotline.auditor("Noor").await,
        hotline.administrator(),
        third.supervisor(),
        story.network.legal.volunteer("Vito").await,
    ];
    for actor in &strangers {
        for (method, end, body) in operations() {
            let it = ask(actor, method, &format!("{path}{end}"), &body).await;
            let absent = ask(actor, method, &format!("/referrals/{ABSENT}{end}"), &body).await;
            assert_eq!(it.0, 404, "{method} {end}: {}", it.1);
            assert_eq!(it, absent, "{method} {end}");
        }
        let list = actor.get(&story.path()).await;
        assert_eq!(list.status, 404);
        let refer = actor.post(&story.path(), story.offer()).await;
        assert_eq!(refer.status, 404);
    }
    let visitor = story.house.visitor();
    assert_eq!(visitor.get(&path).await.status, 401);
}

#[actix_web::test]
async fn each_side_has_its_own_steps() {
    let story = Story::begin().await;
    let path = story.accepted().await;
    let receivers = [
        "accept",
        "decline",
        "start",
        "waitlist",
        "complete",
        "return",
        "open-case",
    ];
    for (method, end, body) in operations() {
        let step = end.trim_start_matches('/');
        let whole = format!("{path}{end}");
        if receivers.contains(&step) || step == "packet" {
            assert_eq!(ask(&story.ana, method, &whole, &body).await.0, 404, "{end}");
        }
        if ["send", "recall"].contains(&step) {
            assert_eq!(
                ask(&story.lena, method, &whole, &body).await.0,
                404,
                "{end}"
            );
        }
    }
    // A colleague of the receiver may go on where the first one stopped.
    let colleague = story.network.legal.caseworker("Karim").await;
    story.step(&colleague, &path, "start", json!({})).await;
}
