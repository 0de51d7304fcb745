//! The hash chain over ledger lines and the signature on its head.
//!
//! Hashing is as in RFC 6962: a leaf and a node can never be taken for one another.
//! Deliberately absent: storage and time. Known limit: lines after the last checkpoint can be
//! dropped by an intruder who is inside the process.

use ed25519_dalek::SigningKey;

use crate::{VaultError, primitives};

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
    use crate::InstanceKey;

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
