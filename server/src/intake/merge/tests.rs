//! What a call becomes in a case.

use serde_json::{Value, json};

use super::*;
use crate::people::Whose;
use crate::words::{NeedCategory, YesNoUnknown};

fn known() -> Known {
    let read = |body: Value| serde_json::from_value::<Person>(body).unwrap();
    Known {
        sheet: serde_json::from_value(json!({ "priority": "P3", "country": "GR" })).unwrap(),
        person: Some(read(json!({
            "names": ["Semhar"],
            "safe_contact": {
                "safe_to_call_back": "yes",
                "code_word": "the library",
                "channels": [{ "kind": "phone", "value": "+302101234567", "whose": "own" }],
            },
        }))),
        stay: None,
        removals: Vec::new(),
        needs: vec![
            serde_json::from_value(json!({ "category": "legal", "urgency": "P3" })).unwrap(),
        ],
    }
}

fn merged(intake: Value, known: &Known) -> Merge {
    let intake: Intake = serde_json::from_value(intake).unwrap();
    let at: Moment = "2026-11-24T09:00:00Z".parse().unwrap();
    merge(&intake, known, at, at.to_day())
}

/// The call that was put into a calm case, and left it calm.
fn urgent() -> Value {
    json!({
        "outcome": "update",
        "triage": {
            "danger_now": "yes", "detained": "yes", "urgent_medical": "yes",
            "safe_to_call_back": "no", "under_18": "yes",
            "removal": { "date": "2026-11-25", "time": "04:00" },
        },
        "town": "Amygdaleza",
        "needs": ["legal"],
        "who": { "name_to_use": "Semhar T.", "caller_is": "family" },
        "contact": { "phone": "+306912345678", "how": "by message only", "code_word": "aunt" },
    })
}

#[test]
fn an_urgent_call_makes_a_calm_case_urgent() {
    let known = known();
    let it = merged(urgent(), &known);
    assert_eq!(it.sheet.priority, Priority::P1);
    assert_eq!(it.sheet.town.as_deref(), Some("Amygdaleza"));
    assert_eq!(it.stay.unwrap().facility, "Amygdaleza");
    let (place, removal) = it.removal.unwrap();
    assert_eq!((place, removal.time.as_deref()), (None, Some("04:00")));
    // On the clock of the country the person is in.
    assert_eq!(removal.time_zone, None, "the call did not say where");
    let wanted: Vec<NeedCategory> = it.needs.iter().map(|need| need.category).collect();
    assert_eq!(wanted, [NeedCategory::Health, NeedCategory::Safety]);
    assert!(it.needs.iter().all(|need| need.urgency == Priority::P1));
    assert_eq!(it.raised, [(0, Priority::P1)]);
}

#[test]
fn the_stricter_rule_holds_and_nothing_is_lost() {
    let it = merged(urgent(), &known());
    let rule = it.person.safe_contact;
    assert_eq!(rule.safe_to_call_back, YesNoUnknown::No);
    assert_eq!(rule.code_word.as_deref(), Some("the library"));
    assert_eq!(rule.note, "aunt\nby message only");
    let numbers: Vec<&str> = rule.channels.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(numbers, ["+302101234567", "+306912345678"]);
    assert_eq!(rule.channels[1].whose, Whose::Other);
    assert_eq!(it.person.names, ["Semhar", "Semhar T."]);
    assert_eq!(it.person.under_18, YesNoUnknown::Yes);
    assert_eq!(it.person.age_estimate, None, "no age is invented");
    // A later call that says yes does not open what one said no to.
    let mut after = known();
    after
        .person
        .as_mut()
        .unwrap()
        .safe_contact
        .safe_to_call_back = YesNoUnknown::No;
    let calm = json!({ "outcome": "update", "triage": { "safe_to_call_back": "yes" } });
    let rule = merged(calm, &after).person.safe_contact;
    assert_eq!(rule.safe_to_call_back, YesNoUnknown::No);
    // Where nothing was known, only the person says that it is safe.
    let known = &mut after.person.as_mut().unwrap().safe_contact;
    known.safe_to_call_back = YesNoUnknown::Unknown;
    for (caller, answer) in [
        ("family", YesNoUnknown::Unknown),
        ("the_person", YesNoUnknown::Yes),
    ] {
        let call = json!({
            "outcome": "update", "who": { "caller_is": caller },
            "triage": { "safe_to_call_back": "yes" },
        });
        let rule = merged(call, &after).person.safe_contact;
        assert_eq!(rule.safe_to_call_back, answer, "{caller}");
    }
}

#[test]
fn a_calm_call_lowers_nothing_and_changes_nothing() {
    let mut before = known();
    before.sheet.priority = Priority::P1;
    before.needs[0].urgency = Priority::P1;
    let it = merged(json!({ "outcome": "update", "needs": ["legal"] }), &before);
    assert_eq!(it.sheet, before.sheet);
    assert_eq!(Some(it.person), before.person);
    assert!(it.needs.is_empty() && it.raised.is_empty());
    assert_eq!(it.became, [Became::plain(BecameKind::Timeline)]);
}

#[test]
fn a_removal_that_was_moved_is_the_same_removal() {
    let mut before = known();
    before.removals = vec![
        serde_json::from_value(json!({
            "day": "2026-12-01", "time": "06:00", "carrier": "charter 7",
            "state": "announced", "time_zone": "Europe/Athens",
        }))
        .unwrap(),
    ];
    let call = |removal: Value| json!({ "outcome": "update", "triage": { "removal": removal } });
    let (place, moved) = merged(call(json!({ "date": "2026-11-26" })), &before)
        .removal
        .unwrap();
    assert_eq!(place, Some(0));
    assert_eq!(moved.carrier.as_deref(), Some("charter 7"));
    assert_eq!(moved.time, None, "the hour was of the other day");
    assert_eq!(moved.state, RemovalState::Announced);
    let same = merged(call(json!({ "date": "2026-12-01" })), &before);
    assert!(same.removal.is_none());
    let feared = merged(call(json!({ "feared": "yes" })), &before);
    assert!(feared.removal.is_none(), "a day is known already");
}

#[test]
fn a_move_is_a_new_stay_and_a_repetition_is_none() {
    let mut before = known();
    let held =
        |town: &str| json!({ "outcome": "update", "triage": { "detained": "yes" }, "town": town });
    before.stay = merged(held("Corinth"), &before).stay;
    assert!(merged(held("corinth "), &before).stay.is_none());
    assert!(merged(held(""), &before).stay.is_none());
    let moved = merged(held("Amygdaleza"), &before);
    assert_eq!(moved.stay.unwrap().facility, "Amygdaleza");
    assert!(
        moved
            .became
            .iter()
            .any(|it| it.what == BecameKind::StayMoved)
    );
}
