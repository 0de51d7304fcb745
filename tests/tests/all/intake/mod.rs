//! First contacts: written, handed over, taken, closed, or become a case.

use amparo_tests::{Actor, Organisation, Value, json};

mod becoming;
mod linking;
mod pages;
mod queue;
mod queue_pages;
mod writing;

/// A call from somebody who is held, with everything that is asked.
pub(crate) fn a_call() -> Value {
    json!({
        "outcome": "help_wanted",
        "channel": "phone",
        "triage": { "danger_now": "no", "detained": "yes", "safe_to_call_back": "yes" },
        "language": "tir",
        "interpreter": "phone",
        "citizen_of": "ER",
        "now_in": "ES",
        "town": "Aluche",
        "needs": ["legal", "health"],
        "consent": {
            "file": "yes",
            "share": { "kind": "ask_each_time" },
            "explained_by": "interpreter",
        },
        "who": { "name_to_use": "Selam Tesfay", "caller_is": "the_person" },
        "contact": { "phone": "+34912345678", "when": "evenings", "voicemail": "no" },
        "notes": "Held since Sunday; asks for a lawyer.",
    })
}

/// Hands a contact over; answers its id and the digits of the receipt.
pub(crate) async fn hands_over(writer: &Actor, intake: Value) -> (String, String) {
    let written = writer
        .post("/intakes", json!({ "intake": intake, "receipt": "issue" }))
        .await
        .expect(201);
    (written.id(), written.text_of("receipt"))
}

/// An organisation with a volunteer and a caseworker.
pub(crate) struct Hotline {
    pub organisation: Organisation,
    pub vera: Actor,
    pub ana: Actor,
}

impl Hotline {
    pub(crate) async fn open(house: &amparo_tests::House) -> Self {
        let organisation = house.organisation("hotline", "ES").await;
        let vera = organisation.volunteer("Vera").await;
        let ana = organisation.caseworker("Ana").await;
        Self {
            organisation,
            vera,
            ana,
        }
    }
}
