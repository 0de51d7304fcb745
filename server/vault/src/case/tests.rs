use proptest::prelude::*;

use super::*;
use crate::people::{ELSEWHERE, HOUSE, House, refusal, refuses_every_changed_byte, rng};

const CASE: [u8; 16] = [0xca; 16];

#[test]
fn a_grant_reaches_the_group_and_names_the_granter() {
    let mut house = House::open();
    let team = house.group(1, 3);
    let key = CaseKey::generate(CASE, 2, &mut house.rng);
    let to = team.as_recipient(HOUSE);
    let bytes = key
        .grant(
            HOUSE,
            &to,
            &house.ana.identity,
            house.ana.id,
            &mut house.rng,
        )
        .unwrap();
    let open = |bytes: &[u8]| CaseKey::open_grant(bytes, &team, HOUSE, CASE, 2);

    let grant = open(&bytes).unwrap();
    assert_eq!(grant.granter(), house.ana.id);
    assert_eq!(
        grant.verify(&house.ana.verified).unwrap().key.bytes(),
        key.key.bytes()
    );

    assert_eq!(
        refusal(open(&bytes).unwrap().verify(&house.ben.verified)),
        VaultError::WrongKey
    );
    // The same id and even the same keys, in another organisation's register.
    let stranger = House::with_id(ELSEWHERE, 9).vouch(house.ana.id, &house.ana.identity);
    assert_eq!(
        refusal(open(&bytes).unwrap().verify(&stranger)),
        VaultError::WrongKey
    );

    assert!(CaseKey::open_grant(&bytes, &team, HOUSE, CASE, 1).is_err());
    assert!(CaseKey::open_grant(&bytes, &team, HOUSE, [0; 16], 2).is_err());
    assert!(CaseKey::open_grant(&bytes, &team, ELSEWHERE, CASE, 2).is_err());
    let other = house.group(1, 4);
    assert!(CaseKey::open_grant(&bytes, &other, HOUSE, CASE, 2).is_err());
    refuses_every_changed_byte(&bytes, |bytes| {
        open(bytes).and_then(|grant| grant.verify(&house.ana.verified))
    });
}

#[test]
fn a_grant_in_another_members_name_is_refused() {
    let mut house = House::open();
    let team = house.group(1, 1);
    let key = CaseKey::generate(CASE, 1, &mut house.rng);
    let to = team.as_recipient(HOUSE);
    let forged = key
        .grant(
            HOUSE,
            &to,
            &house.ben.identity,
            house.ana.id,
            &mut house.rng,
        )
        .unwrap();
    let grant = CaseKey::open_grant(&forged, &team, HOUSE, CASE, 1).unwrap();
    assert_eq!(
        refusal(grant.verify(&house.ana.verified)),
        VaultError::WrongKey
    );
}

#[test]
fn a_case_key_never_goes_to_another_organisation_or_to_no_group() {
    let mut house = House::open();
    let key = CaseKey::generate(CASE, 1, &mut house.rng);
    let inbox = house.group(1, 1);
    let ana = &house.ana;
    for to in [inbox.as_recipient(ELSEWHERE), ana.verified.key()] {
        let answer = key.grant(HOUSE, &to, &ana.identity, ana.id, &mut house.rng);
        assert_eq!(refusal(answer), VaultError::WrongKey);
    }
    assert!(
        key.grant(
            HOUSE,
            &ana.verified.personal(),
            &ana.identity,
            ana.id,
            &mut house.rng
        )
        .is_ok()
    );
}

#[test]
fn a_quick_grant_opens_for_its_group_alone() {
    let mut house = House::open();
    let [team, other, later] = [(1, 1), (2, 1), (1, 2)].map(|(id, epoch)| house.group(id, epoch));
    let key = CaseKey::generate(CASE, 1, &mut house.rng);
    let bytes = key.quick(&team, HOUSE, &mut house.rng).unwrap();
    let open = |bytes: &[u8]| CaseKey::open_quick(bytes, &team, HOUSE, CASE, 1);
    assert_eq!(open(&bytes).unwrap().key.bytes(), key.key.bytes());
    assert!(CaseKey::open_quick(&bytes, &other, HOUSE, CASE, 1).is_err());
    assert!(CaseKey::open_quick(&bytes, &later, HOUSE, CASE, 1).is_err());
    assert!(CaseKey::open_quick(&bytes, &team, HOUSE, CASE, 2).is_err());
    assert!(CaseKey::open_quick(&bytes, &team, HOUSE, [0; 16], 1).is_err());
    refuses_every_changed_byte(&bytes, open);
}

#[test]
fn cards_have_one_length_and_their_revision() {
    let key = CaseKey::generate(CASE, 1, &mut rng(1));
    let seal = |plaintext: &[u8]| key.seal_card(HOUSE, 5, plaintext, &mut rng(2));
    let [empty, full] = [vec![], vec![7; CARD_FRAME - 1]].map(|card| seal(&card).unwrap());
    assert_eq!(empty.len(), full.len());
    assert_eq!(refusal(seal(&[7; CARD_FRAME])), VaultError::TooLong);
    assert_eq!(
        key.open_card(HOUSE, 5, &full).unwrap().expose().len(),
        CARD_FRAME - 1
    );
    assert!(key.open_card(HOUSE, 4, &full).is_err());
    assert!(key.open_record(HOUSE, 5, None, &full).is_err());
}

/// Three records in a chain, and what opening all of them in an order gives.
struct Chain {
    key: CaseKey,
    records: Vec<Vec<u8>>,
}

impl Chain {
    fn of(texts: &[&str]) -> Self {
        let mut rng = rng(4);
        let key = CaseKey::generate(CASE, 1, &mut rng);
        let mut records = Vec::new();
        let mut head = None;
        for (seq, text) in (1..).zip(texts) {
            let bytes = key
                .seal_record(HOUSE, seq, head, text.as_bytes(), &mut rng)
                .unwrap();
            head = Some(record_hash(&bytes));
            records.push(bytes);
        }
        Self { key, records }
    }

    fn read(&self, records: &[Vec<u8>]) -> Result<Option<[u8; 32]>, VaultError> {
        let mut head = None;
        for (seq, bytes) in (1..).zip(records) {
            self.key.open_record(HOUSE, seq, head, bytes)?;
            head = Some(record_hash(bytes));
        }
        Ok(head)
    }
}

#[test]
fn a_chain_refuses_reordering_dropping_and_roll_back() {
    let chain = Chain::of(&["arrived", "moved", "freed"]);
    let [a, b, c] = <[_; 3]>::try_from(chain.records.clone()).unwrap();
    let head = chain.read(&chain.records).unwrap();
    assert_eq!(head, Some(record_hash(&c)));

    let edits = [
        vec![b.clone(), a.clone(), c.clone()],
        vec![a.clone(), c.clone(), b.clone()],
        vec![a.clone(), c.clone()],
        vec![b.clone(), c.clone()],
        vec![a.clone(), a.clone(), b.clone()],
    ];
    for records in edits {
        assert!(chain.read(&records).is_err());
    }
    // Another second record, honestly sealed: the third no longer follows.
    let after = Some(record_hash(&a));
    let other = chain
        .key
        .seal_record(HOUSE, 2, after, b"moved", &mut rng(5))
        .unwrap();
    assert!(chain.read(&[a.clone(), other.clone()]).is_ok());
    assert!(chain.read(&[a.clone(), other, c]).is_err());
    // A cut end reads well by itself, and does not match the head that the card keeps.
    assert_ne!(chain.read(&[a, b]).unwrap(), head);
}

#[test]
fn records_of_another_epoch_or_case_are_refused() {
    let chain = Chain::of(&["arrived"]);
    let secret = chain.key.key.bytes();
    for (case, epoch) in [(CASE, 2), ([0; 16], 1)] {
        let other = CaseKey {
            case,
            epoch,
            key: Key32::from_bytes(secret),
        };
        assert!(
            other
                .open_record(HOUSE, 1, None, &chain.records[0])
                .is_err()
        );
    }
    assert!(
        chain
            .key
            .open_record(ELSEWHERE, 1, None, &chain.records[0])
            .is_err()
    );
    refuses_every_changed_byte(&chain.records[0], |bytes| {
        chain.key.open_record(HOUSE, 1, None, bytes)
    });
}

#[test]
fn the_cases_copy_of_a_ledger_line_opens_at_its_line() {
    let key = CaseKey::generate(CASE, 1, &mut rng(1));
    let bytes = key
        .seal_ledger_line(HOUSE, [5; 16], b"looked", &mut rng(2))
        .unwrap();
    assert_eq!(
        key.open_ledger_line(HOUSE, [5; 16], &bytes)
            .unwrap()
            .expose(),
        b"looked"
    );
    assert!(key.open_ledger_line(HOUSE, [6; 16], &bytes).is_err());
}

#[test]
fn whoever_holds_the_case_key_has_the_same_mailbox() {
    let key = CaseKey::generate(CASE, 1, &mut rng(1));
    let other = CaseKey::generate(CASE, 2, &mut rng(2));
    assert_eq!(key.mailbox().public(), key.mailbox().public());
    assert_ne!(key.mailbox().public(), other.mailbox().public());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_changed_bit_of_a_record_or_a_grant_is_refused(
        text: Vec<u8>,
        at: prop::sample::Index,
        bit in 0_u8..8,
    ) {
        let mut house = House::open();
        let team = house.group(1, 1);
        let key = CaseKey::generate(CASE, 1, &mut house.rng);
        let mut record = key.seal_record(HOUSE, 1, None, &text, &mut house.rng).unwrap();
        let place = at.index(record.len());
        record[place] ^= 1 << bit;
        prop_assert!(key.open_record(HOUSE, 1, None, &record).is_err());

        let to = team.as_recipient(HOUSE);
        let ana = &house.ana;
        let mut grant = key.grant(HOUSE, &to, &ana.identity, ana.id, &mut house.rng).unwrap();
        let place = at.index(grant.len());
        grant[place] ^= 1 << bit;
        prop_assert!(CaseKey::open_grant(&grant, &team, HOUSE, CASE, 1).is_err());
    }
}
