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
    ("witness-M", &[SharedSection::Family]),
    ("silent-M", &[]),
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

const MAIN: Uuid = Uuid::from_bytes([1; 16]);
const CHILD: Uuid = Uuid::from_bytes([2; 16]);
const SILENT: Uuid = Uuid::from_bytes([3; 16]);
const WITNESS: Uuid = Uuid::from_bytes([4; 16]);
const GO_BETWEEN: Uuid = Uuid::from_bytes([5; 16]);

/// Who agreed beside the main person: the child's guardian and the witness.
const AGREED: [Uuid; 2] = [CHILD, WITNESS];

fn parts() -> Parts {
    let people = json!([
        {
            "part": "main", "person": MAIN, "names": ["Name-M"], "birth_date": "1990-01-02", "nationality": "KP",
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
            "part": "child", "person": CHILD, "names": ["Child-M"],
            "safe_contact": { "channels": [{ "kind": "phone", "value": "childphone-M" }] },
        },
        { "part": "family", "person": SILENT, "names": ["silent-M"] },
        { "part": "witness", "person": WITNESS, "names": ["witness-M"] },
        { "part": "contact", "person": GO_BETWEEN, "names": ["goBetween-M"] },
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

fn content(parts: &Parts, sections: &[SharedSection], agreed: &[Uuid]) -> PacketContent {
    let today: Day = "2026-11-24".parse().unwrap();
    of_sections(parts, sections, agreed, today)
}

fn leaves(parts: &Parts, sections: &[SharedSection]) -> String {
    serde_json::to_string(&content(parts, sections, &AGREED)).unwrap()
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
fn of_the_others_only_those_leave_who_agreed_themselves() {
    let parts = parts();
    let family = [SharedSection::Family];
    for (agreed, names, out) in [
        (Vec::new(), Vec::new(), 4),
        (vec![CHILD], vec!["Child-M"], 3),
        (vec![SILENT, GO_BETWEEN], vec!["silent-M", "goBetween-M"], 2),
        // The main person stands in her own section, whatever somebody says of her.
        (vec![MAIN], Vec::new(), 4),
    ] {
        let content = content(&parts, &family, &agreed);
        let told: Vec<&str> = content
            .family
            .iter()
            .flatten()
            .map(|one| one.names[0].as_str())
            .collect();
        assert_eq!(told, names);
        assert_eq!(left_out(&parts, &content), out);
    }
    let without = content(&parts, &[SharedSection::Identity], &AGREED);
    assert_eq!(left_out(&parts, &without), 0);
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
