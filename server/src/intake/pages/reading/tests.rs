//! Reading what was typed.

use super::*;
use crate::pages::Names;

#[test]
fn the_time_is_read_as_people_type_it() {
    for (typed, meant) in [
        ("6:10", "06:10"),
        ("06.10", "06:10"),
        ("610", "06:10"),
        ("0610", "06:10"),
        ("6", "06:00"),
        ("6h10", "06:10"),
        ("٢٣:٥٩", "23:59"),
    ] {
        assert_eq!(time(typed), Ok(Some(meant.to_owned())), "{typed}");
    }
    assert_eq!(time("  "), Ok(None));
    for wrong in ["24:00", "6:60", "soon", "1:2:3", "99999"] {
        assert_eq!(time(wrong), Err(()), "{wrong}");
    }
}

#[test]
fn a_date_is_whole_or_a_fault() {
    let typed = |day: &str, month: &str, year: &str| TypedDate {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    };
    let meant: Day = "2026-11-06".parse().unwrap();
    assert_eq!(day(&typed("6", "11", "26")), Ok(Some(meant)));
    assert_eq!(day(&typed("٠٦", "11", "2026")), Ok(Some(meant)));
    assert_eq!(day(&typed("", "", "")), Ok(None));
    assert_eq!(day(&typed("6", "11", "")), Err(()));
    assert_eq!(day(&typed("31", "2", "2026")), Err(()));
}

#[test]
fn a_draft_takes_what_can_be_read_and_handing_over_says_what_cannot() {
    let call = Call {
        outcome: "help_wanted".to_owned(),
        detained: "yes".to_owned(),
        phone: "+34 91".to_owned(),
        language: "Tigrinya".to_owned(),
        now_in: "Atlantis".to_owned(),
        raise_to: "P1".to_owned(),
        ..Call::default()
    };
    let read = read(&call, "1");
    assert_eq!(read.new.intake.triage.detained, YesNoUnknown::Yes);
    assert_eq!(read.new.intake.language.as_ref().unwrap().as_str(), "tir");
    assert_eq!(read.new.intake.consent.script_version, None);
    let Err(Refusal::Invalid(faults)) = read.whole() else {
        panic!("half a number was taken");
    };
    let places: Vec<_> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(places, ["/now_in", "/phone", "/raise_reason"]);
}

#[test]
fn nothing_but_the_outcome_is_needed_and_what_is_not_said_is_unknown() {
    let new = read(&Call::new(amparo_store::IntakeId::from_bytes([1; 16])), "1");
    let intake = new.whole().unwrap().intake;
    assert_eq!(intake.triage.danger_now, YesNoUnknown::Unknown);
    assert!(read(&Call::default(), "1").whole().is_err());
}

#[test]
fn a_draft_of_the_api_comes_back_on_the_page() {
    let call = Call {
        outcome: "update".to_owned(),
        danger_now: "no".to_owned(),
        removal: TypedDate {
            day: "06".to_owned(),
            month: "11".to_owned(),
            year: "2026".to_owned(),
        },
        removal_time: "06:10".to_owned(),
        phone: "0034 912 345 678".to_owned(),
        language: "tir".to_owned(),
        now_in: "LY".to_owned(),
        needs: vec!["legal".to_owned()],
        consent_share: "ask_each_time".to_owned(),
        ..Call::default()
    };
    let id = amparo_store::IntakeId::from_bytes([1; 16]);
    let intake = read(&call, "1").whole().unwrap().intake;
    let again = Call::of(id, &intake, Names::ENGLISH);
    assert_eq!(again.removal.day, "06");
    assert_eq!(again.phone, "+34912345678");
    assert_eq!(again.language, "Tigrinya");
    assert_eq!(again.now_in, "Libya");
    assert_eq!(again.consent_share, "ask_each_time");
    let twice = read(&again, "1").whole().unwrap().intake;
    assert_eq!(
        serde_json::to_value(twice).unwrap(),
        serde_json::to_value(intake).unwrap()
    );
}
