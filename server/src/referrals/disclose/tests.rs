//! A file with a marker in every field: only the markers of covered sections may leave.

use serde_json::json;

use super::*;

/// Markers, with the sections that may carry each of them. No section: it never leaves.
const MARKERS: &[(&str, &[SharedSection])] = &[
    ("Name-M", &[SharedSection::Identity]),
    ("1990-01-02", &[SharedSection::Identity]),
    ("+302101234567", &[SharedSection::Contact]),
    ("code-M", &[SharedSection::Contact]),
    ("never-M", &[SharedSection::Contact]),
    ("contactnote-M", &[SharedSection::Contact]),
    ("facility-M", &[SharedSection::Custody]),
    ("visiting-M", &[SharedSection::Custody]),
    ("bed-M", &[SharedSection::Custody]),
    ("detail-M", &[SharedSection::Needs]),
    ("evidence-M", &[SharedSection::Trafficking]),
    ("\"KP\"", &[SharedSection::ImmigrationStatus]),
    ("\"SY\"", &[SharedSection::ImmigrationStatus]),
    ("alien-M", &[SharedSection::ImmigrationStatus]),
    ("passport-M", &[SharedSection::Documents]),
    ("Child-M", &[SharedSection::Family]),
    ("safe-M", &[SharedSection::Notes]),
    ("secret-M", &[]),
    ("personnote-M", &[]),
    ("witness-M", &[]),
    ("goBetween-M", &[]),
    ("childphone-M", &[]),
    ("source-M", &[]),
    ("outcome-M", &[]),
];

/// Leaves only where both are covered.
const STATUS_OF_A_STAY: [&str; 2] = ["authority-M", "overstay-M"];

const ALL: [SharedSection; 10] = [
    SharedSection::Identity,
    SharedSection::Contact,
    SharedSection::Custody,
    SharedSection::Needs,
    SharedSection::Health,
    SharedSection::Trafficking,
    SharedSection::ImmigrationStatus,
    SharedSection::Family,
    SharedSection::Documents,
    SharedSection::Notes,
];

fn parts() -> Parts {
    let people = json!([
        {
            "part": "main", "names": ["Name-M"], "birth_date": "1990-01-02", "nationality": "KP",
            "feared": ["SY"], "note": "personnote-M", "languages": ["tir"],
            "identifiers": [
                { "kind": "a_number", "value": "alien-M" },
                { "kind": "detention_number", "value": "bed-M" },
                { "kind": "passport", "value": "passport-M" },
            ],
            "safe_contact": {
                "code_word": "code-M", "never_contact": ["never-M"], "note": "contactnote-M",
                "channels": [{ "kind": "phone", "value": "+302101234567" }],
            },
        },
        {
            "part": "child", "names": ["Child-M"],
            "safe_contact": { "channels": [{ "kind": "phone", "value": "childphone-M" }] },
        },
        { "part": "witness", "names": ["witness-M"] },
        { "part": "contact", "names": ["goBetween-M"] },
    ]);
    let custody = json!([{
        "facility": "facility-M", "authority": "authority-M", "legal_basis": "overstay-M",
        "visiting_rules": "visiting-M", "source": "source-M",
    }]);
    let need = json!({
        "category": "legal", "urgency": "P2", "detail": "detail-M", "outcome": "outcome-M",
    });
    let assessments = json!([{
        "indicators": [
            { "indicator": "isolation", "strength": "strong", "evidence": "evidence-M" },
        ],
    }]);
    let at: Moment = "2026-11-20T10:00:00Z".parse().unwrap();
    let entry = |text: &str, safe: bool| {
        let body = json!({ "kind": "note", "text": text, "safe_for_partner": safe });
        (at, serde_json::from_value::<Entry>(body).unwrap())
    };
    Parts {
        people: serde_json::from_value(people).unwrap(),
        custody: serde_json::from_value(custody).unwrap(),
        need: serde_json::from_value(need).unwrap(),
        assessments: serde_json::from_value(assessments).unwrap(),
        entries: vec![entry("safe-M", true), entry("secret-M", false)],
    }
}

fn leaves(parts: &Parts, sections: &[SharedSection]) -> String {
    let today: Day = "2026-11-24".parse().unwrap();
    serde_json::to_string(&of_sections(parts, sections, today)).unwrap()
}

/// Every one of the 1,024 sets of sections.
fn every_set() -> impl Iterator<Item = Vec<SharedSection>> {
    (0_u32..1 << ALL.len()).map(|set| {
        (0..)
            .zip(ALL)
            .filter(|(bit, _)| set & (1 << bit) != 0)
            .map(|(_, section)| section)
            .collect()
    })
}

#[test]
fn nothing_outside_the_covered_sections_leaves() {
    let parts = parts();
    for sections in every_set() {
        let packet = leaves(&parts, &sections);
        for (marker, carriers) in MARKERS {
            let may = carriers.iter().any(|one| sections.contains(one));
            assert_eq!(packet.contains(marker), may, "{marker} with {sections:?}");
        }
        let both = sections.contains(&SharedSection::Custody)
            && sections.contains(&SharedSection::ImmigrationStatus);
        for marker in STATUS_OF_A_STAY {
            assert_eq!(packet.contains(marker), both, "{marker} with {sections:?}");
        }
    }
}

#[test]
fn the_detail_of_a_health_need_is_health() {
    let mut parts = parts();
    for category in [NeedCategory::Health, NeedCategory::MentalHealth] {
        parts.need.category = category;
        assert!(!leaves(&parts, &[SharedSection::Needs]).contains("detail-M"));
        assert!(leaves(&parts, &[SharedSection::Health]).contains("detail-M"));
    }
}

#[test]
fn the_rule_for_reaching_somebody_stands_before_the_numbers() {
    let packet = leaves(&parts(), &[SharedSection::Contact]);
    assert!(packet.find("never-M").unwrap() < packet.find("+302101234567").unwrap());
}
