//! No `Debug` of a secret type prints a secret. Each line is the exact text.

use crate::people::{HOUSE, House, rng};
use crate::{
    BootSecret, CaseKey, Context, Delivery, InstanceKey, Key32, Keyring, Kind, Opener, Padding,
    Passphrase, ReceiptCode, SecretBytes, SecretText, SessionKeys, SessionToken, StretchParams,
    UserMasterKey, deliver, seal_signed_to,
};

#[test]
fn debug_prints_no_secret() {
    let mut house = House::open();
    let team = house.team();
    let case = CaseKey::generate([1; 16], 1, &mut house.rng);
    let master = UserMasterKey::generate(&mut house.rng);
    let (recovery, _) = master.enrol_recovery([1; 16], &mut house.rng).unwrap();
    let receipt = ReceiptCode::generate(&mut house.rng);
    let stretched = receipt.stretch(&[1; 16], StretchParams::FLOOR).unwrap();
    let instance = InstanceKey::generate(&mut house.rng);
    let ana = &house.ana;
    let to = team.key.as_recipient(HOUSE);
    let grant = case
        .grant(HOUSE, &to, &ana.identity, ana.id, &mut house.rng)
        .unwrap();
    let grant = CaseKey::open_grant(&grant, &team.key, HOUSE, [1; 16], 1).unwrap();
    let sent = deliver(
        &team,
        HOUSE,
        &ana.verified,
        &ana.identity,
        ana.id,
        &mut house.rng,
    )
    .unwrap();
    let delivery = Delivery::open(&sent, HOUSE, ana.id, &ana.identity).unwrap();
    let context = Context::of(Kind::Letter, HOUSE, [1; 16]);
    let signed = seal_signed_to(
        &to,
        &ana.identity,
        ana.id,
        &context,
        b"secret",
        Padding::Record,
        &mut house.rng,
    )
    .unwrap();
    let message = team.key.open_signed(&context, &signed).unwrap();
    let session = SessionKeys {
        identity: crate::Identity::generate(&mut rng(2)),
        keyring: Keyring::new(),
        keyring_key: master.keyring_key(),
    };

    let printed = [
        format!("{:?}", SecretBytes::new(b"secret".to_vec())),
        format!("{:?}", SecretText::new("secret".to_owned())),
        format!("{:?}", Key32::generate(&mut rng(1))),
        format!("{:?}", Passphrase::new("secret".to_owned())),
        format!("{master:?}"),
        format!("{recovery:?}"),
        format!("{:?}", ana.identity),
        format!("{:?}", team.key),
        format!("{team:?}"),
        format!("{delivery:?}"),
        format!("{:?}", session.keyring),
        format!("{:?}", session.keyring_key),
        format!("{:?}", house.root),
        format!("{case:?}"),
        format!("{grant:?}"),
        format!("{message:?}"),
        format!("{receipt:?}"),
        format!("{stretched:?}"),
        format!("{:?}", stretched.mailbox),
        format!("{:?}", BootSecret::generate(&mut rng(1))),
        format!("{:?}", SessionToken::generate(&mut rng(1))),
        format!("{session:?}"),
        format!("{instance:?}"),
        format!("{:?}", instance.notary()),
    ];
    let names = "SecretBytes SecretText Key32 Passphrase UserMasterKey RecoveryCode Identity \
        GroupKey Membership UnverifiedDelivery Keyring KeyringKey RootKey CaseKey UnverifiedGrant \
        SignedMessage ReceiptCode ReceiptKeys Mailbox BootSecret SessionToken SessionKeys \
        InstanceKey Notary";
    let expected: Vec<_> = names
        .split_whitespace()
        .map(|name| format!("{name}(redacted)"))
        .collect();
    assert_eq!(printed.as_slice(), expected);
}
