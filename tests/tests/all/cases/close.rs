//! Closing and reopening.

use amparo_tests::{House, json};

use super::{opens, whats};

#[actix_web::test]
async fn nothing_is_changed_in_a_closed_case_until_it_is_reopened() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let path = format!("/cases/{case}");
    let file = ana.get(&path).await.expect(200).body;
    let need = format!("{path}/needs/{}", file["needs"][0]["id"].as_str().unwrap());
    let person = format!(
        "{path}/people/{}",
        file["people"][0]["id"].as_str().unwrap()
    );
    let end = json!({ "outcome": "partly_resolved", "reason": "released, wages unpaid" });
    ana.post(&format!("{path}/close"), end.clone())
        .await
        .expect(200);
    let again = ana.post(&format!("{path}/close"), end).await;
    again.expect_problem(409, "case_closed");

    let entry = json!({ "kind": "note", "text": "x" });
    let task = json!({
        "what": "x", "kind": "other", "due": "2026-11-30T09:00:00Z", "time_zone": "UTC",
    });
    let own = json!({ "account": ana.id() });
    for (end, body) in [
        ("entries", entry.clone()),
        ("people", json!({})),
        ("tasks", task),
        ("assign", own),
    ] {
        let refused = ana.post(&format!("{path}/{end}"), body).await;
        refused.expect_problem(409, "case_closed");
    }
    for (place, change) in [
        (&path, json!({ "summary": "x" })),
        (&need, json!({ "detail": "x" })),
        (&person, json!({ "note": "x" })),
    ] {
        let refused = ana.patch(place, change).with_if_match(1).await;
        refused.expect_problem(409, "case_closed");
    }
    let file = ana.get(&path).await.expect(200).body;
    assert_eq!(file["card"]["status"], "closed");
    assert_eq!(file["my_rights"], json!(["reopen"]));
    assert_eq!(file["closings"][0]["body"]["outcome"], "partly_resolved");

    let reason = json!({ "reason": "called again" });
    ana.post(&format!("{path}/reopen"), reason.clone())
        .await
        .expect(200);
    let twice = ana.post(&format!("{path}/reopen"), reason).await;
    twice.expect_reason("case_open");
    ana.post(&format!("{path}/entries"), entry)
        .await
        .expect(201);
    let end = json!({ "outcome": "resolved", "reason": "paid" });
    ana.post(&format!("{path}/close"), end).await.expect(200);
    let file = ana.get(&path).await.expect(200).body;
    assert_eq!(
        file["closings"][0]["body"]["reopened"]["reason"],
        "called again"
    );
    assert_eq!(file["closings"][1]["body"]["reopened"], json!(null));
    let lines = whats(&ana, &case).await;
    for what in ["case_closed", "case_reopened"] {
        assert!(lines.contains(&what.to_owned()));
    }
    let words = json!({ "outcome": "won", "reason": "" });
    ana.post(&format!("{path}/reopen"), json!({ "reason": "x" }))
        .await
        .expect(200);
    ana.post(&format!("{path}/close"), words)
        .await
        .expect_fault("/outcome", "not_an_option")
        .expect_fault("/reason", "empty");
}
