//! Faults by name, and bytes that mean nothing.

use amparo::directory::import::{FaultCode, consulates, eoir_courts, ice_facilities, laa_fixture};

#[test]
fn faults_of_the_tables_are_named() {
    let zips = b"zip,latitude,longitude\n10001,40,-73\n";
    let bytes = b"id,primary_name,address,phone,capacity\nA,One,\"X, NEW YORK, NY 10001\",,many\n\
        A,Two,,,\n,Three,,,\nB,,,,\n";
    let batch = ice_facilities(bytes, zips);
    let codes: Vec<FaultCode> = batch.faults.iter().map(|fault| fault.code).collect();
    assert_eq!(
        codes,
        [
            FaultCode::BadValue,
            FaultCode::DuplicateId,
            FaultCode::BadValue,
            FaultCode::EmptyName
        ]
    );
    assert_eq!(batch.places.len(), 1);
    assert_eq!(batch.places[0].latitude, Some(40.0));

    let bytes =
        b"operator;country;type;QID\nSpain;France;embassy;http://x/Q1\nSpain;France;embassy;Q1\n\
        ;France;embassy;Q2\nSpain;Atlantis;embassy;Q3\nSpain;France;embassy;\n";
    let batch = consulates(bytes);
    let codes: Vec<FaultCode> = batch.faults.iter().map(|fault| fault.code).collect();
    assert_eq!(
        codes,
        [
            FaultCode::DuplicateId,
            FaultCode::EmptyName,
            FaultCode::UnknownCountry,
            FaultCode::BadValue
        ]
    );
    assert_eq!(batch.organisations[1].source_id, "mission-ES-atlantis");
    assert_eq!(consulates(b"a;b\n").faults.len(), 4);
}

#[test]
fn faults_of_the_fixture_are_named() {
    let categories = br#"[{"model":"advisers.category","pk":7,"fields":{"code":"IMMAS"}}]"#;
    let advisers = br#"[
      {"model":"advisers.organisation","pk":1,"fields":{"firm":7,"name":"Firm","website":"x y"}},
      {"model":"advisers.organisation","pk":2,"fields":{"firm":7,"name":"Same number"}},
      {"model":"advisers.organisation","pk":3,"fields":{"firm":8,"name":""}},
      {"model":"advisers.location","pk":1,"fields":{"city":"York","point":"POINT (1 91)"}},
      {"model":"advisers.office","pk":1,"fields":{"organisation":1,"location":1,
        "account_number":"A","categories":[7,99]}},
      {"model":"advisers.office","pk":2,"fields":{"organisation":1,"location":5,
        "account_number":"B","categories":[]}},
      {"model":"advisers.office","pk":3,"fields":{"organisation":9,"account_number":"C"}},
      {"model":"advisers.outreachservice","pk":1,"fields":{"office":9}},
      {"pk":1}, {"model":"advisers.office","pk":1,"fields":{}}
    ]"#;
    let batch = laa_fixture(advisers, categories);
    assert_eq!(
        [
            batch.organisations.len(),
            batch.places.len(),
            batch.services.len()
        ],
        [1, 1, 1]
    );
    let mut rows: Vec<Option<u64>> = batch.faults.iter().map(|fault| fault.row).collect();
    rows.sort_unstable();
    let expected = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(Some);
    assert_eq!(rows, expected);
    assert_eq!(laa_fixture(b"", b"[]").faults.len(), 1);
}

#[test]
fn every_prefix_and_every_changed_byte_is_survived() {
    let advisers = br#"[{"model":"advisers.organisation","pk":1,"fields":{"firm":7,"name":"F"}},
      {"model":"advisers.location","pk":1,"fields":{"city":"York","point":"POINT (1 51)"}},
      {"model":"advisers.office","pk":1,"fields":{"organisation":1,"location":1,
        "account_number":"A","categories":[7],"telephone":"0117 924 8662"}}]"#;
    let categories = br#"[{"model":"advisers.category","pk":7,"fields":{"code":"IMMAS"}}]"#;
    let facilities =
        b"id,primary_name,address,phone,capacity\nA,One,\"X, NY, NY 10001\",(601) 304-3003,9\n";
    let zips = b"zip,latitude,longitude\n10001,40,-73\n";
    let missions = "operator;country;city;type;QID;phone;latitude;longitude\n\
        Côte d'Ivoire;Spain;Madrid;embassy;Q1;+34 91 123 45 67;40;-3\n";
    for bytes in broken(advisers) {
        laa_fixture(&bytes, categories);
        laa_fixture(advisers, &bytes);
    }
    for bytes in broken(facilities) {
        ice_facilities(&bytes, zips);
    }
    for bytes in broken(zips) {
        eoir_courts(facilities, &bytes);
    }
    broken(missions.as_bytes()).for_each(|bytes| drop(consulates(&bytes)));
}

/// Every prefix, and every byte changed into each of a few that mean something.
fn broken(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let prefixes = (0..bytes.len()).map(|end| bytes[..end].to_vec());
    let changed = (0..bytes.len()).flat_map(move |at| {
        b"\0\"{,;\n(9\xff".iter().map(move |byte| {
            let mut changed = bytes.to_vec();
            changed[at] = *byte;
            changed
        })
    });
    prefixes.chain(changed)
}
