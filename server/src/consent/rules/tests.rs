//! Each rule as a table: what is said, and what it covers.

use amparo_store::OrganisationId;
use serde_json::{Value, json};

use super::*;
use crate::consent::Withdrawn;

const LEGAL: OrganisationId = OrganisationId::from_bytes([1; 16]);
const HEALTH: OrganisationId = OrganisationId::from_bytes([2; 16]);
const MAIN: Uuid = Uuid::from_bytes([3; 16]);
const SISTER: Uuid = Uuid::from_bytes([4; 16]);

const ADULT: Subject = Subject {
    person: MAIN,
    main: true,
    child: false,
};
const CHILD: Subject = Subject {
    child: true,
    ..ADULT
};

/// A consent that covers much, with some fields replaced.
fn with(fields: Value) -> Consent {
    let mut consent = json!({
        "sections": ["identity", "custody"],
        "recipients": { "kind": "any_partner" },
        "purpose": "referral",
        "explained": { "language": "tir", "by": "interpreter" },
        "given": { "how": "spoken" },
        "given_on": "2026-11-20",
        "until": "2026-12-20",
    });
    for (name, value) in fields.as_object().unwrap() {
        consent[name] = value.clone();
    }
    serde_json::from_value(consent).unwrap()
}

fn consent(recipients: Recipients) -> Consent {
    with(json!({ "recipients": recipients }))
}

fn ask(sections: &[SharedSection]) -> Sharing {
    Sharing {
        recipient: LEGAL,
        sections: sections.to_vec(),
        need: NeedCategory::Legal,
        confirmed_now: false,
    }
}

fn asked(sections: &[SharedSection]) -> Sharing {
    Sharing {
        confirmed_now: true,
        ..ask(sections)
    }
}

fn on(day: &str) -> Day {
    day.parse().unwrap()
}

fn today() -> Day {
    on("2026-11-24")
}

#[test]
fn each_kind_of_recipient() {
    let identity = ask(&[SharedSection::Identity]);
    let now = asked(&[SharedSection::Identity]);
    let named = |of| Recipients::Named {
        organisations: vec![of],
    };
    for (recipients, unasked, confirmed) in [
        (
            Recipients::NobodyYet,
            Err(Reason::NobodyYet),
            Err(Reason::NobodyYet),
        ),
        (Recipients::AskEachTime, Err(Reason::AskEachTime), Ok(())),
        (
            named(HEALTH),
            Err(Reason::RecipientNotNamed),
            Err(Reason::RecipientNotNamed),
        ),
        (named(LEGAL), Ok(()), Ok(())),
        (Recipients::AnyPartner, Ok(()), Ok(())),
    ] {
        let consent = consent(recipients);
        assert_eq!(covers(&consent, &identity, &ADULT, today()), unasked);
        assert_eq!(covers(&consent, &now, &ADULT, today()), confirmed);
    }
}

#[test]
fn each_purpose_serves_its_needs_and_no_other() {
    use NeedCategory as N;
    for (purpose, serves) in [
        (Purpose::Referral, NeedCategory::ALL.to_vec()),
        (
            Purpose::LegalRepresentation,
            vec![N::Legal, N::Documents, N::WagesLabour, N::Safety],
        ),
        (Purpose::Medical, vec![N::Health, N::MentalHealth]),
        (Purpose::Shelter, vec![N::Shelter, N::FoodCash, N::Safety]),
        (Purpose::FamilyTracing, vec![N::FamilyTracing]),
        (Purpose::Statistics, Vec::new()),
    ] {
        let consent = with(json!({ "purpose": purpose }));
        for need in NeedCategory::ALL {
            let ask = Sharing {
                need,
                ..asked(&[SharedSection::Identity])
            };
            let expected = if serves.contains(&need) {
                Ok(())
            } else {
                Err(Reason::PurposeOther)
            };
            let answer = covers(&consent, &ask, &ADULT, today());
            assert_eq!(answer, expected, "{purpose:?} for {need:?}");
        }
    }
}

#[test]
fn what_is_said_in_words_is_asked_each_time() {
    let consent = with(json!({ "purpose": "other", "purpose_words": "my sister's wedding" }));
    for need in NeedCategory::ALL {
        let unasked = Sharing { need, ..ask(&[]) };
        let answer = covers(&consent, &unasked, &ADULT, today());
        assert_eq!(answer, Err(Reason::AskEachTime));
        let now = Sharing { need, ..asked(&[]) };
        assert_eq!(covers(&consent, &now, &ADULT, today()), Ok(()));
    }
}

#[test]
fn what_was_not_explained_covers_nothing() {
    for (by, answer) in [
        ("me", Ok(())),
        ("interpreter", Ok(())),
        ("not_possible", Err(Reason::NotExplained)),
    ] {
        let consent = with(json!({ "explained": { "language": "tir", "by": by } }));
        assert_eq!(covers(&consent, &asked(&[]), &ADULT, today()), answer);
    }
}

fn by_proxy(role: &str) -> Value {
    json!({ "how": "proxy", "role": role, "who": "an aunt", "why": "did not call" })
}

#[test]
fn only_who_is_entitled_agrees_for_somebody() {
    for (role, adult, child) in [
        ("parent", Ok(()), Ok(())),
        ("guardian", Ok(()), Ok(())),
        ("appointed", Ok(()), Ok(())),
        (
            "lawyer_with_mandate",
            Ok(()),
            Err(Reason::ChildNeedsGuardian),
        ),
        (
            "other",
            Err(Reason::GiverNotEntitled),
            Err(Reason::GiverNotEntitled),
        ),
    ] {
        let consent = with(json!({ "given": by_proxy(role) }));
        assert_eq!(
            covers(&consent, &ask(&[]), &ADULT, today()),
            adult,
            "{role}"
        );
        assert_eq!(
            covers(&consent, &ask(&[]), &CHILD, today()),
            child,
            "{role}"
        );
    }
}

#[test]
fn a_proxy_of_an_earlier_release_is_anybody() {
    let given = json!({ "how": "proxy", "who": "a friend", "why": "called for her" });
    let consent = with(json!({ "given": given }));
    assert!(consent.person.is_none() && consent.child.is_none());
    let answer = covers(&consent, &ask(&[]), &ADULT, today());
    assert_eq!(answer, Err(Reason::GiverNotEntitled));
}

#[test]
fn a_child_is_neither_alone_nor_passed_over() {
    let alone = Err(Reason::ChildNeedsGuardian);
    let objects = Err(Reason::ChildObjects);
    let spoken = json!({ "how": "spoken" });
    let why = "no guardian yet; the shelter is safe";
    for (given, view, decided, reasons, answer) in [
        (spoken.clone(), "agrees", "guardian", "", alone),
        (spoken.clone(), "objects", "guardian", why, objects),
        (spoken.clone(), "agrees", "best_interests", " ", alone),
        (spoken.clone(), "agrees", "best_interests", why, Ok(())),
        (spoken.clone(), "objects", "best_interests", why, Ok(())),
        (spoken.clone(), "objects", "best_interests", "", objects),
        (by_proxy("guardian"), "agrees", "guardian", "", Ok(())),
        (by_proxy("guardian"), "not_asked", "guardian", "", Ok(())),
        (by_proxy("guardian"), "too_young", "guardian", "", Ok(())),
        (by_proxy("parent"), "objects", "guardian", why, objects),
        (by_proxy("parent"), "objects", "best_interests", why, Ok(())),
        (
            by_proxy("other"),
            "agrees",
            "best_interests",
            why,
            Err(Reason::GiverNotEntitled),
        ),
    ] {
        let child = json!({ "view": view, "decided": decided, "reasons": reasons });
        let consent = with(json!({ "given": given, "child": child }));
        let said = format!("{given} {child}");
        assert_eq!(
            covers(&consent, &ask(&[]), &CHILD, today()),
            answer,
            "{said}"
        );
    }
    for how in ["spoken", "signed"] {
        let consent = with(json!({ "given": { "how": how } }));
        assert_eq!(covers(&consent, &ask(&[]), &CHILD, today()), alone);
        assert_eq!(covers(&consent, &ask(&[]), &ADULT, today()), Ok(()));
    }
}

#[test]
fn a_consent_covers_the_person_it_is_of() {
    let sister = Subject {
        person: SISTER,
        main: false,
        child: false,
    };
    let nothing = Err(Reason::NothingOnRecord);
    for (of, main, hers) in [
        (None, Ok(()), nothing),
        (Some(MAIN), Ok(()), nothing),
        (Some(SISTER), nothing, Ok(())),
        (Some(Uuid::from_bytes([9; 16])), nothing, nothing),
    ] {
        let consent = with(json!({ "person": of }));
        assert_eq!(covers(&consent, &ask(&[]), &ADULT, today()), main);
        assert_eq!(covers(&consent, &ask(&[]), &sister, today()), hers);
    }
}

#[test]
fn the_main_person_is_the_main_one_or_the_first() {
    let person = |id: Uuid, part: &str, age: u8| -> Person {
        let body = json!({ "person": id, "part": part, "age_estimate": age });
        serde_json::from_value(body).unwrap()
    };
    let people = [person(SISTER, "family", 30), person(MAIN, "main", 15)];
    assert_eq!(Subject::main_of(&people, today()), CHILD);
    let first = Subject::main_of(&people[..1], today());
    assert_eq!((first.person, first.main), (SISTER, true));
    assert!(Subject::main_of(&[], today()).main);
    assert!(!Subject::of(&people[0], today()).main);
}

#[test]
fn only_what_is_named_is_covered() {
    let consent = consent(Recipients::AnyPartner);
    let answer = |sections: &[SharedSection]| covers(&consent, &ask(sections), &ADULT, today());
    assert_eq!(answer(&[]), Ok(()));
    let both = [SharedSection::Identity, SharedSection::Custody];
    assert_eq!(answer(&both), Ok(()));
    let more = [SharedSection::Identity, SharedSection::Health];
    assert_eq!(answer(&more), Err(Reason::SectionNotCovered));
    let status = [SharedSection::ImmigrationStatus];
    assert_eq!(answer(&status), Err(Reason::StatusNotNamed));
}

#[test]
fn time_and_withdrawal_end_it() {
    let mut consent = consent(Recipients::AnyPartner);
    let answer = |consent: &Consent, day: &str| covers(consent, &ask(&[]), &ADULT, on(day));
    assert_eq!(answer(&consent, "2026-12-20"), Ok(()));
    assert_eq!(answer(&consent, "2026-12-21"), Err(Reason::ConsentOver));
    assert_eq!(answer(&consent, "2026-11-19"), Err(Reason::ConsentNotBegun));
    consent.withdrawn = Some(Withdrawn {
        at: today().start(),
        reason: String::new(),
        by_person: true,
    });
    let withdrawn = answer(&consent, "2026-11-24");
    assert_eq!(withdrawn, Err(Reason::ConsentWithdrawn));
}

#[test]
fn what_covers_nothing_says_why() {
    let statistics = with(json!({ "purpose": "statistics" }));
    let why = covers_nothing(&statistics, false);
    assert_eq!(why, Some(Reason::PurposeOther));
    assert_eq!(covers_nothing(&with(json!({})), false), None);
    let why = covers_nothing(&with(json!({})), true);
    assert_eq!(why, Some(Reason::ChildNeedsGuardian));
}
