//! Calls: what a volunteer writes down, and what a person writes back.

use actix_web::http::Method;
use chrono::TimeDelta;
use serde_json::json;

use super::cast::{Caller, below, pick};
use super::network::House;
use super::stage::{Call, Stage};
use crate::foundation::Refusal;

const TOWNS: [(&str, &[&str]); 2] = [
    (
        "GR",
        &["Athens", "Mytilene", "Thessaloniki", "Patras", "Samos"],
    ),
    (
        "ES",
        &["Madrid", "Almería", "Barcelona", "Huelva", "Las Palmas"],
    ),
];

const NOTES: [&str; 8] = [
    "Calls from a friend's phone, please let it ring once and call again.",
    "Was moved two days ago and does not know the name of the place.",
    "Has a paper with a stamp in a language nobody here can read; will send a photo.",
    "Sleeps in the station since the shelter closed.",
    "The employer keeps the passport and three months of wages.",
    "A child has fever since yesterday.",
    "Was told to sign something for return and did not.",
    "Asks for a woman to speak to.",
];

/// A call for help.
#[expect(clippy::too_many_lines, reason = "one call is one table of chances")]
pub fn call(stage: &mut Stage<'_>, caller: &Caller, country: &str) -> Call {
    let detained = stage.chance(35);
    let trafficking = stage.chance(18);
    let may_share = stage.chance(78);
    let child = caller.age < 18;
    let yes = |truth: bool| if truth { "yes" } else { "no" };
    let mut needs = Vec::new();
    let shares = [
        ("legal", if detained { 90 } else { 55 }),
        ("shelter", if detained { 5 } else { 35 }),
        ("health", 25),
        ("mental_health", 10),
        ("wages_labour", if trafficking { 70 } else { 10 }),
        ("documents", 15),
        ("family_tracing", 12),
        ("safety", if trafficking { 60 } else { 6 }),
        ("return_reintegration", 4),
    ];
    for (need, percent) in shares {
        if stage.chance(percent) {
            needs.push(need);
        }
    }
    if needs.is_empty() {
        needs.push("legal");
    }
    let removal = (detained && stage.chance(20)).then(|| {
        let days = i64::try_from(1 + below(&mut stage.rng, 20)).unwrap_or(7);
        stage
            .doors
            .app
            .clock
            .now()
            .plus(TimeDelta::days(days))
            .to_day()
    });
    let safe = match below(&mut stage.rng, 10) {
        0..=1 => "no",
        2..=4 => "unknown",
        _ => "yes",
    };
    let language = caller
        .languages
        .first()
        .cloned()
        .unwrap_or_else(|| "eng".to_owned());
    let towns = TOWNS
        .iter()
        .find(|(of, _)| *of == country)
        .map_or(&[][..], |(_, towns)| towns);
    let intake = json!({
        "outcome": "help_wanted",
        "channel": if stage.chance(80) { "phone" } else { "chat" },
        "triage": {
            "danger_now": if stage.chance(6) { "yes" } else { "unknown" },
            "detained": yes(detained),
            "urgent_medical": yes(stage.chance(9)),
            "under_18": yes(child),
            "pregnant_or_with_children": if stage.chance(12) { "yes" } else { "unknown" },
            "safe_to_call_back": safe,
            "removal": { "date": removal, "feared": yes(removal.is_some() || (detained && stage.chance(30))) },
        },
        "language": language,
        "interpreter": if stage.chance(45) { "phone" } else { "none" },
        "citizen_of": caller.origin,
        "now_in": country,
        "town": pick(towns, &mut stage.rng),
        "needs": needs,
        "consent": {
            "file": "yes",
            "share": { "kind": if may_share { "ask_each_time" } else { "nobody_yet" } },
            "explained_by": "me",
            "script_version": "2026-11",
            "language": language,
        },
        "who": { "name_to_use": caller.name, "caller_is": if stage.chance(75) { "the_person" } else { "family" } },
        "contact": {
            "how": "by voice",
            "when": "after 18:00",
            "code_word": pick(&["lemon", "river", "blue door", "Tuesday"], &mut stage.rng),
            "voicemail": "no",
        },
        "notes": pick(&NOTES, &mut stage.rng),
    });
    let receipt = if safe == "no" {
        "unsafe_to_keep"
    } else {
        "issue"
    };
    Call {
        body: json!({ "intake": intake, "hand_over": true, "receipt": receipt }),
        detained,
        trafficking,
        may_share,
        writes_back: stage.chance(25),
        language,
    }
}

/// A contact that becomes nothing, and is logged all the same.
pub async fn another_contact(stage: &mut Stage<'_>, house: &House) -> Result<(), Refusal> {
    let outcomes = [
        "information_only",
        "information_only",
        "wrong_number",
        "silent",
        "spam",
    ];
    let outcome = pick(&outcomes, &mut stage.rng);
    let body = json!({
        "intake": { "outcome": outcome, "channel": "phone", "notes": "Asked for opening hours." },
        "receipt": "unsafe_to_keep",
    });
    house
        .one("volunteer")?
        .post(stage.doors, "/api/v1/intakes", &body)
        .await?;
    Ok(())
}

/// The person comes back with the receipt and writes.
pub async fn write_back(stage: &mut Stage<'_>, receipt: &str) -> Result<(), Refusal> {
    let client = stage.doors.client;
    let given = json!({ "receipt": receipt });
    let token = client
        .call(
            Method::POST,
            "/api/v1/receipts/sessions",
            None,
            None,
            Some(&given),
        )
        .await?
        .text("/token")?;
    let letters = [
        "They gave me a paper today. How can I send it?",
        "I am in another place now, please do not call the old number.",
        "Thank you. When will the lawyer come?",
    ];
    let letter = json!({ "text": pick(&letters, &mut stage.rng) });
    let path = "/api/v1/receipts/current/messages";
    client
        .call(Method::POST, path, Some(&token), None, Some(&letter))
        .await?;
    client
        .call(
            Method::DELETE,
            "/api/v1/receipts/sessions/current",
            Some(&token),
            None,
            None,
        )
        .await?;
    Ok(())
}
