//! The hash chain over ledger lines and the signature on its head.
//!
//! Hashing is as in RFC 6962: a leaf and a node can never be taken for one another.
//! Deliberately absent: storage and time. Known limit: lines after the last checkpoint can be
//! dropped by an intruder who is inside the process.

use ed25519_dalek::SigningKey;
use rand_core::CryptoRng;

use crate::{Key32, Padding, VaultError, envelope, primitives};

/// Every line has one size, the auditors' and the case's copy alike: a longer name or reason must
/// not tell who acted.
pub const LEDGER_LINE: Padding = Padding::Fixed(1024);

/// The length of the case's copy of a line, sealed.
const COPY: usize = 2 + 24 + 32 + 1024 + 16;

/// Under which labels a case's lines are found: a pseudo-random function under the case key, so that
/// a line says to nobody else which case it is about, and a new key of the case gives new labels.
pub struct LedgerLabels(Key32);

crate::secret::redacted!(LedgerLabels);

impl LedgerLabels {
    pub(crate) fn new(key: Key32) -> Self {
        Self(key)
    }

    /// The label of the line with this number, from 0.
    pub fn at(&self, number: u64) -> [u8; 32] {
        primitives::hmac(self.0.bytes(), &[&number.to_be_bytes()])
    }
}

/// What stands in the place of the case's copy where a line is about no case, or nobody had its key:
/// as long as a copy, and random where a copy looks random.
pub fn no_copy(rng: &mut impl CryptoRng) -> Vec<u8> {
    let mut bytes = vec![0; COPY];
    rng.fill_bytes(&mut bytes);
    for (to, from) in bytes.iter_mut().zip([envelope::VERSION, envelope::SUITE]) {
        *to = from;
    }
    bytes
}

/// The head of an empty ledger: SHA-256 of nothing.
pub const EMPTY: [u8; 32] = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
    0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// The hash of one line.
pub fn leaf_hash(line: &[u8]) -> [u8; 32] {
    primitives::sha256(&[&[0], line])
}

/// The hash of two hashes.
pub fn node_hash(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    primitives::sha256(&[&[1], left, right])
}

/// The new head after one more leaf.
pub fn chain(previous: [u8; 32], leaf: [u8; 32]) -> [u8; 32] {
    node_hash(&previous, &leaf)
}

/// Signs checkpoints for one installation.
pub struct Notary(SigningKey);

crate::secret::redacted!(Notary);

impl Notary {
    pub(crate) fn new(key: SigningKey) -> Self {
        Self(key)
    }

    /// The public half, for those who check.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs the head of an organisation's ledger after `size` lines.
    pub fn sign_checkpoint(&self, organisation: [u8; 16], size: u64, head: [u8; 32]) -> [u8; 64] {
        primitives::sign(&self.0, &signed_bytes(organisation, size, head))
    }
}

/// Checks a signature that [`Notary::sign_checkpoint`] made.
pub fn verify_checkpoint(
    public: &[u8; 32],
    organisation: [u8; 16],
    size: u64,
    head: [u8; 32],
    signature: &[u8; 64],
) -> Result<(), VaultError> {
    primitives::verify(public, &signed_bytes(organisation, size, head), signature)
}

fn signed_bytes(organisation: [u8; 16], size: u64, head: [u8; 32]) -> Vec<u8> {
    let size = size.to_be_bytes();
    [
        b"amparo/v1/sign/checkpoint/".as_slice(),
        &organisation,
        &size,
        &head,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CaseKey, InstanceKey};

    #[test]
    fn hashes_are_those_of_rfc_6962() {
        assert_eq!(EMPTY, primitives::sha256(&[]));
        let leaf = data_encoding::HEXLOWER.encode(&leaf_hash(b""));
        assert_eq!(
            leaf,
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
        assert_ne!(
            leaf_hash(&[[1; 32], [2; 32]].concat()),
            node_hash(&[1; 32], &[2; 32])
        );
    }

    #[test]
    fn labels_are_of_one_case_and_epoch() {
        let rng = &mut crate::people::rng(1);
        let key = CaseKey::generate([1; 16], 1, rng);
        let next = CaseKey::generate([1; 16], 2, rng);
        let (a, b) = (key.ledger_labels(), next.ledger_labels());
        assert_eq!(a.at(3), key.ledger_labels().at(3));
        assert_ne!(a.at(3), a.at(4));
        assert_ne!(a.at(3), b.at(3));
    }

    #[test]
    fn a_line_without_a_copy_has_the_size_and_head_of_one_with() {
        let rng = &mut crate::people::rng(1);
        let key = CaseKey::generate([1; 16], 1, rng);
        let line = key.seal_ledger_line([1; 16], [2; 16], b"{}", rng).unwrap();
        let other = vec![b'x'; 1023];
        let long = key.seal_ledger_line([1; 16], [3; 16], &other, rng).unwrap();
        let none = no_copy(rng);
        assert_eq!([line.len(), long.len()], [none.len(); 2]);
        assert_eq!(line.get(..2), none.get(..2));
        assert!(key.open_ledger_line([1; 16], [2; 16], &none).is_err());
        let too_long = vec![b'x'; 1024];
        assert!(
            key.seal_ledger_line([1; 16], [4; 16], &too_long, rng)
                .is_err()
        );
    }

    #[test]
    fn another_order_gives_another_head() {
        let [a, b] = [leaf_hash(b"a"), leaf_hash(b"b")];
        assert_ne!(chain(chain(EMPTY, a), b), chain(chain(EMPTY, b), a));
    }

    #[test]
    fn a_checkpoint_holds_only_for_what_was_signed() {
        let notary = InstanceKey::from_bytes([7; 32]).notary();
        let signature = notary.sign_checkpoint([1; 16], 9, [2; 32]);
        let check = |organisation, size, head| {
            verify_checkpoint(&notary.public(), organisation, size, head, &signature)
        };
        assert_eq!(check([1; 16], 9, [2; 32]), Ok(()));
        for refused in [
            check([3; 16], 9, [2; 32]),
            check([1; 16], 8, [2; 32]),
            check([1; 16], 9, [3; 32]),
        ] {
            assert_eq!(refused, Err(VaultError::WrongKey));
        }
        let other = InstanceKey::from_bytes([8; 32]).notary().public();
        assert!(verify_checkpoint(&other, [1; 16], 9, [2; 32], &signature).is_err());
    }
}
