use super::*;
use crate::people::{ELSEWHERE, HOUSE, House, refusal, refuses_every_changed_byte, rng};

fn membership(house: &mut House, id: u8, epoch: u32, purpose: GroupPurpose) -> Membership {
    Membership {
        key: house.group(id, epoch),
        label: format!("group {id}"),
        purpose,
    }
}

fn filled(house: &mut House) -> Keyring {
    let mut keyring = Keyring::new();
    for (id, epoch, purpose) in [
        (1, 1, GroupPurpose::Everyone),
        (1, 2, GroupPurpose::Everyone),
        (2, 5, GroupPurpose::Team),
        (1, 2, GroupPurpose::Everyone),
    ] {
        keyring.add(membership(house, id, epoch, purpose));
    }
    keyring.pin_root(HOUSE, house.root.public());
    keyring
}

#[test]
fn the_newest_epoch_is_used_and_the_older_kept() {
    let mut house = House::open();
    let mut keyring = filled(&mut house);
    assert_eq!(keyring.memberships().len(), 3);
    assert_eq!(keyring.current(GroupPurpose::Everyone).unwrap().epoch(), 2);
    assert_eq!(keyring.by_id([1; 16]).unwrap().epoch(), 2);
    assert_eq!(keyring.at([1; 16], 1).unwrap().epoch(), 1);
    assert!(keyring.at([1; 16], 3).is_none());
    assert!(keyring.current(GroupPurpose::Auditors).is_none());
    keyring.forget([1; 16]);
    assert!(keyring.by_id([1; 16]).is_none());
    assert_eq!(keyring.memberships().len(), 1);
}

#[test]
fn a_second_delivery_does_not_replace_a_key() {
    let mut house = House::open();
    let mut keyring = filled(&mut house);
    let before = keyring.at([2; 16], 5).unwrap().public();
    keyring.add(membership(&mut house, 2, 5, GroupPurpose::Inbox));
    assert_eq!(keyring.at([2; 16], 5).unwrap().public(), before);
}

#[test]
fn a_keyring_opens_at_its_version_with_everything_in_it() {
    let mut house = House::open();
    let keyring = filled(&mut house);
    let key = UserMasterKey::generate(&mut rng(1)).keyring_key();
    let bytes = keyring.seal(&key, [1; 16], 7, &mut rng(2)).unwrap();
    assert_eq!(bytes.len(), 2 + 24 + 32 + 16_384 + 16);
    let opened = Keyring::open(&key, [1; 16], 7, &bytes).unwrap();
    for (was, is) in keyring.memberships().iter().zip(opened.memberships()) {
        assert_eq!(was.key.public(), is.key.public());
        assert_eq!((&was.label, was.purpose), (&is.label, is.purpose));
    }
    assert_eq!(opened.memberships().len(), keyring.memberships().len());
    assert_eq!(opened.root_of(HOUSE), Some(&house.root.public()));
    assert_eq!(opened.root_of(ELSEWHERE), None);

    assert!(Keyring::open(&key, [1; 16], 6, &bytes).is_err());
    assert!(Keyring::open(&key, [2; 16], 7, &bytes).is_err());
    let other = UserMasterKey::generate(&mut rng(3)).keyring_key();
    assert_eq!(
        refusal(Keyring::open(&other, [1; 16], 7, &bytes)),
        VaultError::WrongKey
    );
    refuses_every_changed_byte(&bytes, |bytes| Keyring::open(&key, [1; 16], 7, bytes));
}

#[test]
fn two_hundred_groups_still_fit_a_power_of_two() {
    let mut house = House::open();
    let mut keyring = Keyring::new();
    for id in 0..200 {
        keyring.add(membership(&mut house, id, 1, GroupPurpose::Team));
    }
    let key = UserMasterKey::generate(&mut rng(1)).keyring_key();
    let bytes = keyring.seal(&key, [1; 16], 1, &mut rng(2)).unwrap();
    assert_eq!(bytes.len(), 2 + 24 + 32 + 32_768 + 16);
    assert_eq!(
        Keyring::open(&key, [1; 16], 1, &bytes)
            .unwrap()
            .memberships()
            .len(),
        200
    );
}

#[test]
fn pinning_again_replaces() {
    let mut keyring = Keyring::new();
    for byte in [1, 2] {
        keyring.pin_root(HOUSE, RootPublic::from_bytes([byte; 32]));
    }
    assert_eq!(
        keyring.root_of(HOUSE),
        Some(&RootPublic::from_bytes([2; 32]))
    );
}

#[test]
fn pins_only_rise_and_come_back_with_the_keyring() {
    let mut house = House::open();
    let mut keyring = filled(&mut house);
    assert!(keyring.pin(HOUSE, PinKind::Register, 3, [3; 32]));
    assert!(!keyring.pin(HOUSE, PinKind::Register, 2, [2; 32]));
    assert!(!keyring.pin(HOUSE, PinKind::Register, 3, [9; 32]));
    assert!(keyring.pin(HOUSE, PinKind::Ledger, 1, [1; 32]));
    assert!(keyring.pin(ELSEWHERE, PinKind::Register, 7, [7; 32]));
    let key = UserMasterKey::generate(&mut rng(1)).keyring_key();
    let bytes = keyring.seal(&key, [1; 16], 7, &mut rng(2)).unwrap();
    let opened = Keyring::open(&key, [1; 16], 7, &bytes).unwrap();
    let pinned = |of, kind| opened.pinned(of, kind).map(|pin| (pin.number, pin.hash));
    assert_eq!(pinned(HOUSE, PinKind::Register), Some((3, [3; 32])));
    assert_eq!(pinned(HOUSE, PinKind::Ledger), Some((1, [1; 32])));
    assert_eq!(pinned(ELSEWHERE, PinKind::Register), Some((7, [7; 32])));
    assert_eq!(pinned(ELSEWHERE, PinKind::Ledger), None);
}
