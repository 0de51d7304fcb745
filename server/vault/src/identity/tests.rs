use super::*;
use crate::people::{refusal, refuses_every_changed_byte, rng};

#[test]
fn an_identity_opens_for_its_member_and_master_key() {
    let [master, other] = [1, 2].map(|seed| UserMasterKey::generate(&mut rng(seed)));
    let identity = Identity::generate(&mut rng(3));
    let bytes = identity.seal(&master, [1; 16], &mut rng(4)).unwrap();
    let opened = Identity::open(&master, [1; 16], &bytes).unwrap();
    assert_eq!(opened.public(), identity.public());
    assert_eq!(
        refusal(Identity::open(&other, [1; 16], &bytes)),
        VaultError::WrongKey
    );
    assert!(Identity::open(&master, [2; 16], &bytes).is_err());
    refuses_every_changed_byte(&bytes, |bytes| Identity::open(&master, [1; 16], bytes));
}

#[test]
fn public_keys_travel_as_json() {
    let public = Identity::generate(&mut rng(1)).public();
    let json = serde_json::to_string(&public).unwrap();
    assert_eq!(
        json.matches(|c: char| c.is_ascii_hexdigit()).count() / 64,
        2
    );
    assert_eq!(
        serde_json::from_str::<PublicIdentity>(&json).unwrap(),
        public
    );
}
