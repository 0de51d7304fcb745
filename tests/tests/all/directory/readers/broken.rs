//! Every fault by name, and bytes that mean nothing.

use std::collections::BTreeSet;
use std::fs;

use amparo::directory::import::{FaultCode, ServiceStatus, hsds_1_1_csv, hsds_3_0_json};

use super::{Files, counts, files, fixture, folder, json, lines};

#[test]
fn each_fault_is_named_and_nothing_is_quoted() {
    let mut files = Files::new();
    for (name, bytes) in folder("bad") {
        if let Some(name) = name.strip_prefix("faults-") {
            files.insert(name.to_owned(), bytes);
        }
    }
    let batch = hsds_1_1_csv("bad", &files);
    assert_eq!(counts(&batch)[..3], [2, 2, 2]);
    let expected = [
        "organizations.csv 3 id duplicate_id skipped",
        "organizations.csv 4 name empty_name skipped",
        "organizations.csv 5 id bad_value skipped",
        "organizations.csv 6 email bad_value without",
        "organizations.csv 6 website bad_value without",
        "services.csv 2 languages unknown_language without",
        "services.csv 3 organization_id dangling_reference skipped",
        "services.csv 4 minimum_age bad_value without",
        "services.csv 4 status bad_value without",
        "locations.csv 2 latitude bad_value without",
        "locations.csv 3 organization_id dangling_reference without",
        "locations.csv 4 name empty_name skipped",
        "locations.csv 4 name empty_name without",
        "addresses.csv 2 country unknown_country without",
        "addresses.csv 3 location_id dangling_reference skipped",
        "addresses.csv 4 - dangling_reference skipped",
    ];
    assert_eq!(lines(&batch), expected.map(ToOwned::to_owned).into());
    assert_eq!(batch.services[1].status, ServiceStatus::Inactive);
    let told = serde_json::to_string(&batch.faults.to_vec()).expect("json");
    for value in [
        "Klingonish",
        "Atlantis",
        "javascript",
        "not an address",
        "maybe",
        "minus one",
    ] {
        assert!(!told.contains(value), "{value}");
    }
}

#[test]
fn files_and_columns_that_must_be_there_are_named() {
    let missing = lines(&hsds_1_1_csv(
        "x",
        &files(&[("organizations.csv", "id,name\n1,A\n")]),
    ));
    assert_eq!(
        missing,
        BTreeSet::from(["services.csv - - missing_file skipped".into()])
    );
    let both = [
        ("organizations.csv", "id,title\n1,A\n"),
        ("a/b/service.csv", "id,name\n1,A\n"),
    ];
    let batch = hsds_1_1_csv("x", &files(&both));
    let expected = [
        "organizations.csv - name missing_column skipped",
        "service.csv 2 organization_id dangling_reference skipped",
    ];
    assert_eq!(lines(&batch), expected.map(ToOwned::to_owned).into());
}

#[test]
fn other_encodings_are_refused_row_by_row_or_whole() {
    let mut files = files(&[("services.csv", "id,name\n")]);
    for (name, line, taken) in [
        (
            "bad/latin-1-organizations.csv",
            "organizations.csv 2 name bad_encoding skipped",
            1,
        ),
        (
            "bad/utf-16-organizations.csv",
            "organizations.csv - - unreadable skipped",
            0,
        ),
    ] {
        let bytes = fs::read(fixture(name)).expect("a fixture");
        files.insert("organizations.csv".to_owned(), bytes);
        let batch = hsds_1_1_csv("x", &files);
        assert_eq!(lines(&batch), BTreeSet::from([line.to_owned()]));
        assert_eq!(batch.organisations.len(), taken);
    }
    assert_eq!(
        hsds_3_0_json("x", b"{").faults[0].code,
        FaultCode::Unreadable
    );
    assert_eq!(
        hsds_3_0_json("x", b"3").faults[0].code,
        FaultCode::Unreadable
    );
}

#[test]
fn every_prefix_and_many_mutations_are_survived() {
    let package = folder("hsds-1.1-csv");
    for (name, bytes) in &package {
        for end in 0..bytes.len() {
            let mut cut = package.clone();
            cut.insert(name.clone(), bytes[..end].to_vec());
            hsds_1_1_csv("x", &cut);
        }
        for (at, byte) in (0..bytes.len()).zip([0, b'"', b',', b'\n', 0xff, b'9'].iter().cycle()) {
            let mut changed = package.clone();
            changed.get_mut(name).expect("the file")[at] = *byte;
            hsds_1_1_csv("x", &changed);
        }
    }
}

#[test]
fn json_with_any_byte_changed_is_survived() {
    let document = json("service_list.json");
    for end in 0..document.len() {
        hsds_3_0_json("x", &document[..end]);
    }
    for (at, byte) in (0..document.len()).zip(b"\"{}[],:0n\xff".iter().cycle()) {
        let mut changed = document.clone();
        changed[at] = *byte;
        hsds_3_0_json("x", &changed);
    }
    let deep = [vec![b'['; 100_000], vec![b']'; 100_000]].concat();
    assert_eq!(
        hsds_3_0_json("x", &deep).faults[0].code,
        FaultCode::Unreadable
    );
}
