//! Samples of two publishers, and a 1.1 package of our own.

use std::collections::BTreeSet;

use amparo::directory::import::{
    Gender, NeedCategory, OrganisationKind, PlaceKind, ServiceStatus, hsds_1_1_csv, hsds_3_0_csv,
    hsds_3_0_json,
};

use super::{counts, folder, json, lines};

#[test]
fn the_1_1_package_is_read_whole() {
    let batch = hsds_1_1_csv("demo", &folder("hsds-1.1-csv"));
    assert_eq!(lines(&batch), BTreeSet::new());
    assert_eq!(counts(&batch), [2, 3, 2, 0]);
    let house = &batch.organisations[0];
    assert_eq!(house.name, "Casa del Río");
    assert_eq!(house.url.as_deref(), Some("https://www.casa.example"));
    assert_eq!(
        house.description.as_deref(),
        Some("Beds, meals\r\nand a listening ear")
    );
    assert_eq!(house.country.as_deref(), Some("AT"));
    assert_eq!(house.kind, OrganisationKind::Shelter);
    assert_eq!(house.phones[0].e164.as_deref(), Some("+43151444"));
    assert_eq!(house.phones[0].languages, ["deu", "spa"]);
    assert_eq!(house.details["tax_status"], "nonprofit");
}

#[test]
fn a_shelter_from_violence_is_hidden() {
    let batch = hsds_1_1_csv("demo", &folder("hsds-1.1-csv"));
    let nights = &batch.services[0];
    assert_eq!(
        nights.categories,
        [NeedCategory::Shelter, NeedCategory::Safety]
    );
    assert_eq!(
        nights.eligibility.genders,
        [Gender::Female, Gender::Transgender]
    );
    assert_eq!(nights.languages, ["spa"], "those of the place");
    assert_eq!(nights.details["house_rules"], "no alcohol");
    assert_eq!(nights.details["fees_description"], "none");
    assert!(batch.places[0].confidential);
    assert!(!batch.places[1].confidential);
}

#[test]
fn a_1_1_service_has_hours_languages_and_places() {
    let batch = hsds_1_1_csv("demo", &folder("hsds-1.1-csv"));
    let clinic = &batch.services[1];
    assert_eq!(
        clinic.categories,
        [NeedCategory::Legal, NeedCategory::Documents]
    );
    assert_eq!(clinic.languages, ["fas", "prs"]);
    assert_eq!(clinic.countries, ["AT"]);
    assert_eq!(clinic.place_source_ids, ["loc-2"]);
    assert_eq!(clinic.phones.len(), 1);
    let hours = clinic.schedules.as_array().expect("a list");
    assert_eq!(hours.len(), 3);
    assert_eq!(
        hours
            .iter()
            .filter(|h| h["byday"] == "FR" && h["closes_at"] == "15:00")
            .count(),
        1
    );
    assert_eq!(
        hours
            .iter()
            .filter(|h| h["valid_from"] == "2026-12-24")
            .count(),
        1
    );
    assert_eq!(batch.services[2].status, ServiceStatus::TemporarilyClosed);
    let office = &batch.places[1];
    assert_eq!(office.address.as_deref(), Some("Brückengasse 1, 2. Stock"));
    assert_eq!(office.country.as_deref(), Some("AT"));
    assert_eq!(office.latitude, Some(48.2082));
}

#[test]
fn ohana_is_read_whole() {
    // Counted with another CSV reader: 8 organisations, 23 services, 22 locations; 54 phones, of
    // which 44 name a location, 2 an organisation, 3 a service and 5 a contact.
    let batch = hsds_1_1_csv("ohana", &folder("ohana"));
    assert_eq!(lines(&batch), BTreeSet::new());
    assert_eq!(counts(&batch), [8, 23, 22, 0]);
    assert_eq!(
        batch
            .places
            .iter()
            .map(|place| place.phones.len())
            .sum::<usize>(),
        44
    );
    let services = |status| batch.services.iter().filter(|s| s.status == status).count();
    assert_eq!(services(ServiceStatus::Active), 21);
    assert_eq!(services(ServiceStatus::Defunct), 1);
    assert_eq!(services(ServiceStatus::Inactive), 1);
    assert!(
        batch
            .services
            .iter()
            .all(|service| service.place_source_ids.len() == 1)
    );
    assert_eq!(
        batch
            .places
            .iter()
            .filter(|p| p.kind == PlaceKind::Virtual)
            .count(),
        1
    );
    let passports = &batch.services[21];
    assert_eq!(
        passports.details["attributes"].as_array().map(Vec::len),
        Some(6)
    );
    assert!(passports.categories.contains(&NeedCategory::Documents));
}

#[test]
fn the_3_0_example_reads_alike_as_json_and_as_tables() {
    let nested = hsds_3_0_json("openreferral", &json("organization_full.json"));
    let tabular = hsds_3_0_json("openreferral", &json("tabular.json"));
    let csv = hsds_3_0_csv("openreferral", &folder("hsds-3.0-csv"));
    assert_eq!(counts(&nested)[..3], [1, 1, 1]);
    // The example's latitude is 100.
    assert_eq!(
        lines(&nested),
        BTreeSet::from(["locations 1 latitude bad_value without".into()])
    );
    for other in [&tabular, &csv] {
        assert_eq!(counts(other)[..3], [1, 1, 1]);
        assert_eq!(other.services[0].name, nested.services[0].name);
        assert_eq!(
            other.services[0].eligibility,
            nested.services[0].eligibility
        );
        assert_eq!(other.services[0].languages, ["urd"]);
        assert_eq!(
            other.services[0].place_source_ids,
            nested.services[0].place_source_ids
        );
        assert_eq!(other.places[0].address, nested.places[0].address);
    }
    assert_eq!(nested.services[0].eligibility.min_age, Some(12));
    assert_eq!(nested.services[0].eligibility.max_age, Some(100));
    assert_eq!(
        lines(&csv).len(),
        5,
        "the example's tables point to rows they do not hold"
    );
}

#[test]
fn every_3_0_document_finds_its_records() {
    for (name, expected) in [
        ("service_full.json", [1, 1, 1]),
        ("service_at_location_full.json", [1, 1, 1]),
        ("organization_list.json", [1, 0, 0]),
        ("service_list.json", [1, 1, 0]),
        ("service_at_location_list.json", [1, 1, 1]),
    ] {
        assert_eq!(
            counts(&hsds_3_0_json("x", &json(name)))[..3],
            expected,
            "{name}"
        );
    }
}

#[test]
fn a_list_of_documents_is_one_batch() {
    let one = String::from_utf8(json("organization_full.json")).expect("text");
    let batch = hsds_3_0_json("x", format!("[{one},{one}, 7]").as_bytes());
    assert_eq!(counts(&batch)[..3], [1, 1, 1]);
    let faults = lines(&batch);
    assert!(
        faults.contains("organizations 2 id duplicate_id skipped"),
        "{faults:?}"
    );
    assert!(
        faults.contains("document 3 - unreadable skipped"),
        "{faults:?}"
    );
}

#[test]
fn free_places_of_3_1_are_summed() {
    let batch = hsds_3_0_json(
        "x",
        br#"{"id":"o","name":"O","services":[{"id":"s","name":"S","status":"active","capacities":
        [{"id":"a","available":3},{"id":"b","available":4},{"id":"c","available":-1}]}]}"#,
    );
    assert_eq!(batch.services[0].capacity, Some(7));
    assert_eq!(batch.services[0].organisation_source_id, "o");
    assert_eq!(
        lines(&batch),
        BTreeSet::from(["capacities 1 available bad_value without".into()])
    );
}
