//! Referrals, from both sides.

use amparo_tests::{Actor, House, Network};
use serde_json::{Value, json};

mod access;
mod answers;
mod consenting;
mod disclosure;
mod ending;
mod lists;
mod overriding;
mod pages;
mod refusals;
mod sending;
mod telling;
mod witnesses;

/// Two organisations that trust each other, a caseworker in each, and a case with one need.
struct Story {
    house: House,
    network: Network,
    /// Sends, from the hotline.
    ana: Actor,
    /// Receives, at the legal office.
    lena: Actor,
    case: String,
    need: String,
    consent: String,
}

/// A case as its caseworker opens it. Nothing in it may be read before acceptance.
fn opening() -> Value {
    json!({
        "sheet": { "priority": "P2", "country": "ES", "summary": "Held since Friday" },
        "people": [{
            "part": "main", "names": ["Semhar Tesfay"], "languages": ["tir"],
            "birth_date": "2001-03-04", "nationality": "ER",
            "identifiers": [{ "kind": "passport", "value": "K0712345" }],
            "safe_contact": {
                "code_word": "blue door",
                "channels": [{ "kind": "phone", "value": "+34911234567" }],
            },
            "note": "told nobody else",
        }],
        "custody": [{ "facility": "CIE Aluche", "country": "ES", "legal_basis": "overstay" }],
        "needs": [{ "category": "legal", "where": "here", "urgency": "P2", "detail": "bond hearing" }],
        "consents": [consent()],
        "entries": [
            { "kind": "note", "text": "may be told", "safe_for_partner": true },
            { "kind": "note", "text": "stays inside" },
        ],
    })
}

fn consent() -> Value {
    json!({
        "sections": ["identity", "contact", "custody", "needs", "notes"],
        "recipients": { "kind": "any_partner" },
        "purpose": "referral",
        "explained": { "language": "tir", "by": "interpreter" },
        "given": { "how": "spoken" },
        "given_on": "2026-11-24",
    })
}

impl Story {
    async fn begin() -> Self {
        Self::begin_in(House::open().await).await
    }

    async fn begin_in(house: House) -> Self {
        Self::begin_with(house, opening()).await
    }

    /// With another case.
    async fn begin_with(house: House, opening: Value) -> Self {
        // Not on the quarter, so that rounding shows.
        house.later(chrono::TimeDelta::minutes(1));
        let network = house.network().await;
        let ana = network.hotline.caseworker("Ana").await;
        let lena = network.legal.caseworker("Lena").await;
        let case = ana.post("/cases", opening).await.expect(201).id();
        let file = ana.get(&format!("/cases/{case}")).await.expect(200).body;
        let id = |part: &str| file[part][0]["id"].as_str().unwrap().to_owned();
        Self {
            need: id("needs"),
            consent: id("consents"),
            house,
            network,
            ana,
            lena,
            case,
        }
    }

    /// What the caseworker sends.
    fn offer(&self) -> Value {
        json!({
            "need": self.need,
            "receiver": self.network.legal.id,
            "sections": ["identity", "contact", "custody", "needs"],
            "question": "Can you represent somebody at a hearing this week?",
            "region": "Madrid",
        })
    }

    fn path(&self) -> String {
        format!("/cases/{}/referrals", self.case)
    }

    /// Sends it; answers the path of the referral.
    async fn sent(&self) -> String {
        let sent = self.ana.post(&self.path(), self.offer()).await.expect(201);
        assert_eq!(sent.body["state"], "sent");
        format!("/referrals/{}", sent.id())
    }

    /// Sends it and has it accepted.
    async fn accepted(&self) -> String {
        let path = self.sent().await;
        self.step(&self.lena, &path, "accept", json!({})).await;
        path
    }

    /// Looks, then takes a step with the revision that was seen.
    async fn step(&self, actor: &Actor, path: &str, step: &str, body: Value) -> Value {
        let seen = actor.get(path).await.expect(200).revision();
        actor
            .post(&format!("{path}/{step}"), body)
            .with_if_match(seen)
            .await
            .expect(200)
            .body
    }

    async fn need_status(&self) -> Value {
        let file = self.ana.get(&format!("/cases/{}", self.case)).await;
        file.expect(200).body["needs"][0]["body"]["status"].clone()
    }

    /// Referrals whose packet is still kept.
    fn packets(&self) -> usize {
        self.house
            .column("select 'x' as it from referrals where packet is not null")
            .len()
    }
}

/// What happened, in order.
fn happenings(view: &Value) -> Vec<&str> {
    let events = view["events"].as_array().unwrap();
    events
        .iter()
        .map(|event| event["what"].as_str().unwrap_or("?"))
        .collect()
}
