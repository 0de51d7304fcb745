use std::collections::HashSet;

use super::*;
use crate::Kind;
use crate::people::{refuses_every_changed_byte, rng};

#[test]
fn the_key_file_brings_the_key_back() {
    let key = InstanceKey::generate(&mut rng(1));
    let text = key.to_hex_for_the_key_file();
    assert_eq!(text.expose().len(), 64);
    let read = InstanceKey::parse_hex(&format!("{}\n", text.expose())).unwrap();
    assert_eq!(read.0.bytes(), key.0.bytes());
    assert!(InstanceKey::parse_hex(&text.expose().chars().skip(2).collect::<String>()).is_err());
    assert!(InstanceKey::parse_hex("").is_err());
}

#[test]
fn tags_differ_by_key_purpose_and_text() {
    let [one, two] = [1, 2].map(|seed| InstanceKey::generate(&mut rng(seed)));
    let tags = [
        one.lookup_tag("name", "ana"),
        one.lookup_tag("name", "ben"),
        one.lookup_tag("mail", "ana"),
        one.lookup_tag("namea", "na"),
        two.lookup_tag("name", "ana"),
    ];
    assert_eq!(HashSet::from(tags).len(), tags.len());
    assert_eq!(one.lookup_tag("name", "ana"), tags[0]);
}

#[test]
fn salts_stay_the_same() {
    let key = InstanceKey::from_bytes([1; 32]);
    assert_eq!(key.dummy_salt("nobody"), key.dummy_salt("nobody"));
    assert_ne!(key.dummy_salt("nobody"), key.dummy_salt("no one"));
    assert_ne!(key.dummy_salt(""), key.receipt_salt());
    assert_ne!(
        key.receipt_salt(),
        InstanceKey::from_bytes([2; 32]).receipt_salt()
    );
}

#[test]
fn what_the_instance_seals_opens_in_its_context() {
    let key = InstanceKey::generate(&mut rng(1));
    let context = Context::of(Kind::Account, [1; 16], [2; 16]);
    let bytes = key
        .seal(&context, b"ana", Padding::Fixed(512), &mut rng(2))
        .unwrap();
    let open = |bytes: &[u8]| key.open(&context, bytes);
    assert_eq!(open(&bytes).unwrap().expose(), b"ana");
    assert!(
        key.open(&Context::of(Kind::Mail, [1; 16], [2; 16]), &bytes)
            .is_err()
    );
    assert!(
        InstanceKey::generate(&mut rng(3))
            .open(&context, &bytes)
            .is_err()
    );
    refuses_every_changed_byte(&bytes, open);
}
