use super::*;
use crate::VerifiedMember;
use crate::people::{ELSEWHERE, HOUSE, House, refusal, refuses_every_changed_byte};

#[test]
fn a_delivery_brings_the_group_to_one_member() {
    let mut house = House::open();
    let team = house.team();
    let (ana, ben) = (&house.ana, &house.ben);
    let bytes = deliver(
        &team,
        HOUSE,
        &ben.verified,
        &ana.identity,
        ana.id,
        &mut house.rng,
    )
    .unwrap();
    let open = |bytes: &[u8]| Delivery::open(bytes, HOUSE, ben.id, &ben.identity);

    let delivery = open(&bytes).unwrap();
    assert_eq!(delivery.signer(), ana.id);
    let received = delivery.verify(&ana.verified).unwrap();
    assert_eq!(received.key.public(), team.key.public());
    assert_eq!(received.label, team.label);
    assert_eq!(received.purpose, team.purpose);

    assert!(Delivery::open(&bytes, HOUSE, ana.id, &ana.identity).is_err());
    assert!(Delivery::open(&bytes, ELSEWHERE, ben.id, &ben.identity).is_err());
    assert_eq!(
        refusal(open(&bytes).unwrap().verify(&ben.verified)),
        VaultError::WrongKey
    );
    // The same id and even the same keys, in another organisation's register.
    let stranger = House::with_id(ELSEWHERE, 9).vouch(ana.id, &ana.identity);
    assert_eq!(
        refusal(open(&bytes).unwrap().verify(&stranger)),
        VaultError::WrongKey
    );
    refuses_every_changed_byte(&bytes, |bytes| {
        open(bytes).and_then(|delivery| delivery.verify(&ana.verified))
    });
}

#[test]
fn a_newcomer_believes_the_root_of_the_invitation() {
    let mut house = House::open();
    let team = house.team();
    let (ana, ben) = (&house.ana, &house.ben);
    let bytes = deliver(
        &team,
        HOUSE,
        &ben.verified,
        &ana.identity,
        ana.id,
        &mut house.rng,
    )
    .unwrap();
    let open = || Delivery::open(&bytes, HOUSE, ben.id, &ben.identity).unwrap();
    let root = house.root.public();
    assert!(open().verify_with_root(&root, &ana.entry).is_ok());
    assert!(open().verify_with_root(&root, &ben.entry).is_err());
    let other = House::with_id(HOUSE, 9);
    assert!(
        open()
            .verify_with_root(&other.root.public(), &ana.entry)
            .is_err()
    );
    assert!(
        open()
            .verify_with_root(&other.root.public(), &other.ana.entry)
            .is_err()
    );
}

#[test]
fn deliveries_have_one_length_and_stay_in_the_organisation() {
    let mut house = House::open();
    let stranger = House::with_id(ELSEWHERE, 9).ben.verified;
    let mut team = house.team();
    let mut send = |team: &Membership, to: &VerifiedMember| {
        deliver(
            team,
            HOUSE,
            to,
            &house.ana.identity,
            house.ana.id,
            &mut house.rng,
        )
    };
    let short = send(&team, &house.ben.verified).unwrap();
    team.label = "A much longer name of a team that works at night".repeat(10);
    assert_eq!(send(&team, &house.ben.verified).unwrap().len(), short.len());
    team.label = "x".repeat(1024);
    assert_eq!(
        refusal(send(&team, &house.ben.verified)),
        VaultError::TooLong
    );
    team.label.clear();
    assert_eq!(refusal(send(&team, &stranger)), VaultError::WrongKey);
}

#[test]
fn segments_and_register_entries_open_at_their_place_and_epoch() {
    let mut house = House::open();
    let [team, later] = [1, 2].map(|epoch| house.group(1, epoch));
    let segment = team
        .seal_segment(HOUSE, 3, b"cards", &mut house.rng)
        .unwrap();
    assert_eq!(
        team.open_segment(HOUSE, 3, &segment).unwrap().expose(),
        b"cards"
    );
    assert!(team.open_segment(HOUSE, 4, &segment).is_err());
    assert!(team.open_segment(ELSEWHERE, 3, &segment).is_err());
    assert!(later.open_segment(HOUSE, 3, &segment).is_err());

    let entry = team
        .seal_register_entry(HOUSE, [5; 16], 2, b"signed", &mut house.rng)
        .unwrap();
    let open = |bytes: &[u8]| team.open_register_entry(HOUSE, [5; 16], 2, bytes);
    assert_eq!(open(&entry).unwrap().expose(), b"signed");
    assert!(team.open_register_entry(HOUSE, [5; 16], 1, &entry).is_err());
    assert!(team.open_register_entry(HOUSE, [6; 16], 2, &entry).is_err());
    assert!(
        later
            .open_register_entry(HOUSE, [5; 16], 2, &entry)
            .is_err()
    );
    refuses_every_changed_byte(&entry, open);
}

#[test]
fn labels_of_grants_tell_groups_cases_and_epochs_apart() {
    let mut house = House::open();
    let (team, later, other) = (house.group(1, 1), house.group(1, 2), house.group(2, 1));
    let label = team.labels().of([7; 16], 3);
    assert_eq!(team.labels().of([7; 16], 3), label);
    for another in [
        team.labels().of([7; 16], 4),
        team.labels().of([8; 16], 3),
        later.labels().of([7; 16], 3),
        other.labels().of([7; 16], 3),
    ] {
        assert_ne!(another, label);
    }
}

#[test]
fn purposes_and_public_keys_keep_their_names() {
    for purpose in GroupPurpose::ALL {
        assert_eq!(GroupPurpose::parse(purpose.as_str()), Some(purpose));
        let json = serde_json::to_string(&purpose).unwrap();
        assert_eq!(json, format!("\"{}\"", purpose.as_str()));
    }
    assert_eq!(GroupPurpose::parse("nobody"), None);
    let public = House::open().group(1, 2).public();
    let json = serde_json::to_string(&public).unwrap();
    assert_eq!(serde_json::from_str::<GroupPublic>(&json).unwrap(), public);
}
