//! The X25519 private key inside a group key, an identity or a mailbox.
//!
//! The module is private, so no type outside the vault can hold such a key or reach one.

use crate::{Key32, primitives};

/// Whoever holds a private key that others seal to.
pub trait HoldsOpeningKey {
    /// The key.
    fn opening_key(&self) -> &OpeningKey;
}

/// An X25519 private key.
pub struct OpeningKey(Key32);

crate::secret::redacted!(OpeningKey);

impl OpeningKey {
    pub(crate) fn new(secret: Key32) -> Self {
        Self(secret)
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    pub(crate) fn public(&self) -> [u8; 32] {
        primitives::x25519_public(self.0.bytes())
    }
}
