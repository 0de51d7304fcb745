//! Cases, through the doors.

mod assign;
mod close;
mod consents;
mod lists;
mod new_keys;
mod open;
mod pages;
mod people;
mod records;
mod rotate;
mod states;
mod tasks;
mod upgrade;
mod urgency;

use amparo_tests::{Actor, Value, json};

pub const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// A case with a little of everything.
pub fn opening(name: &str, priority: &str) -> Value {
    json!({
        "sheet": {
            "summary": "Taken at the port, no lawyer yet.",
            "priority": priority,
            "tags": ["port"],
            "country": "ES",
            "opened_because": "called the hotline",
        },
        "people": [{
            "names": [name],
            "gender": "Feminine",
            "languages": ["tir", "en"],
            "safe_contact": {
                "safe_to_call_back": "yes",
                "code_word": "the library",
                "never_contact": ["her employer"],
                "channels": [{ "kind": "phone", "value": "+34 911 23 45 67", "whose": "own" }],
            },
        }],
        "custody": [{ "facility": "CIE Aluche", "country": "ES", "arrived": "2026-11-20" }],
        "needs": [{ "category": "legal", "urgency": "P2" }],
        "entries": [{ "kind": "call", "text": "She called from the public phone." }],
    })
}

/// Opens a case and answers its id.
pub async fn opens(who: &Actor, name: &str, priority: &str) -> String {
    let opened = who.post("/cases", opening(name, priority)).await;
    opened.expect(201).id()
}

/// Gives a case to somebody.
pub async fn assigns(who: &Actor, case: &str, to: &Actor) {
    who.post(
        &format!("/cases/{case}/assign"),
        json!({ "account": to.id() }),
    )
    .await
    .expect(200);
}

/// What the case's ledger says, newest first.
pub async fn whats(who: &Actor, case: &str) -> Vec<String> {
    let lines = who.get(&format!("/cases/{case}/ledger?limit=200")).await;
    let lines = lines.expect(200);
    lines
        .items()
        .iter()
        .map(|line| line["what"].as_str().unwrap().to_owned())
        .collect()
}
