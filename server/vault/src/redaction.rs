//! No `Debug` of a secret type prints a secret: each prints its name and nothing else.

use core::fmt::Debug;

use crate::opening_key::HoldsOpeningKey;
use crate::people::{HOUSE, House, rng};
use crate::{
    BootSecret, CaseKey, Context, Delivery, Identity, InstanceKey, Key32, Keyring, Kind, Opener,
    Padding, Passphrase, ReceiptCode, RootKey, SecretBytes, SecretText, SessionKeys, SessionToken,
    StretchParams, UserMasterKey, deliver, seal_signed_to,
};

/// Both forms of `Debug`, as the pretty one is another code path in derived implementations.
fn prints_only(name: &str, secret: &dyn Debug) {
    assert_eq!(format!("{secret:?}"), format!("{name}(redacted)"));
    assert_eq!(format!("{secret:#?}"), format!("{name}(redacted)"));
}

#[test]
fn containers_print_no_secret() {
    prints_only("SecretBytes", &SecretBytes::new(b"secret".to_vec()));
    prints_only("SecretText", &SecretText::new("secret".to_owned()));
    prints_only("Key32", &Key32::generate(&mut rng(1)));
    prints_only("Passphrase", &Passphrase::new("secret".to_owned()));
}

#[test]
fn keys_print_no_secret() {
    let mut house = House::open();
    let team = house.team();
    let master = UserMasterKey::generate(&mut house.rng);
    let (recovery, _) = master.enrol_recovery([1; 16], &mut house.rng).unwrap();
    let instance = InstanceKey::generate(&mut house.rng);
    prints_only("UserMasterKey", &master);
    prints_only("RecoveryCode", &recovery);
    prints_only("Identity", &house.ana.identity);
    prints_only("OpeningKey", house.ana.identity.opening_key());
    prints_only("GroupKey", &team.key);
    prints_only("GrantLabels", &team.key.labels());
    prints_only("Membership", &team);
    prints_only("Keyring", &Keyring::new());
    prints_only("KeyringKey", &master.keyring_key());
    prints_only("RootKey", &RootKey::generate(&mut house.rng));
    prints_only("CaseKey", &CaseKey::generate([1; 16], 1, &mut house.rng));
    prints_only("InstanceKey", &instance);
    prints_only("Notary", &instance.notary());
}

#[test]
fn receipts_and_sessions_print_no_secret() {
    let receipt = ReceiptCode::generate(&mut rng(1));
    let stretched = receipt.stretch(&[1; 16], StretchParams::FLOOR).unwrap();
    let session = SessionKeys {
        identity: Identity::generate(&mut rng(2)),
        keyring: Keyring::new(),
        keyring_key: UserMasterKey::generate(&mut rng(3)).keyring_key(),
    };
    prints_only("ReceiptCode", &receipt);
    prints_only("ReceiptKeys", &stretched);
    prints_only("Mailbox", &stretched.mailbox);
    prints_only("BootSecret", &BootSecret::generate(&mut rng(1)));
    prints_only("SessionToken", &SessionToken::generate(&mut rng(1)));
    prints_only("SessionKeys", &session);
}

#[test]
fn what_is_opened_and_not_yet_believed_prints_no_secret() {
    let mut house = House::open();
    let team = house.team();
    let case = CaseKey::generate([1; 16], 1, &mut house.rng);
    let (ana, rng) = (&house.ana, &mut house.rng);
    let to = team.key.as_recipient(HOUSE);

    let grant = case.grant(HOUSE, &to, &ana.identity, ana.id, rng).unwrap();
    let opened = CaseKey::open_grant(&grant, &team.key, HOUSE, [1; 16], 1).unwrap();
    prints_only("UnverifiedGrant", &opened);

    let sent = deliver(&team, HOUSE, &ana.verified, &ana.identity, ana.id, rng).unwrap();
    let opened = Delivery::open(&sent, HOUSE, ana.id, &ana.identity).unwrap();
    prints_only("UnverifiedDelivery", &opened);

    let context = Context::of(Kind::Letter, HOUSE, [1; 16]);
    let padding = Padding::Record;
    let sealed = seal_signed_to(
        &to,
        &ana.identity,
        ana.id,
        &context,
        b"secret",
        padding,
        rng,
    );
    let opened = team.key.open_signed(&context, &sealed.unwrap()).unwrap();
    prints_only("SignedMessage", &opened);
}

/// The control: what is not secret does print its content, so the tests above can fail.
#[test]
fn a_public_key_prints_its_content() {
    let public = RootKey::generate(&mut rng(1)).public();
    assert!(format!("{public:?}").contains(&public.to_hex()));
}
