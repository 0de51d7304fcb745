//! A member's own keys: X25519 to open what is sealed to them, Ed25519 to sign.
//!
//! What must stay true: the private halves leave this type only sealed, under a key that comes
//! from the member's master key, or inside a session.

use ed25519_dalek::SigningKey;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::opening_key::{HoldsOpeningKey, OpeningKey};
use crate::wire::{self, SecretField};
use crate::{Context, Key32, Kind, Padding, UserMasterKey, VaultError, envelope};

const PADDING: Padding = Padding::Fixed(256);

/// A member's private keys.
pub struct Identity {
    opening: OpeningKey,
    signing: SigningKey,
}

crate::secret::redacted!(Identity);

impl Identity {
    /// New keys, made when a member sets a first passphrase.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self::from_secrets(Key32::generate(rng), &Key32::generate(rng))
    }

    /// The public halves, for the register.
    pub fn public(&self) -> PublicIdentity {
        PublicIdentity {
            opening: self.opening.public(),
            signing: self.signing.verifying_key().to_bytes(),
        }
    }

    /// Seals the keys for the member's row.
    pub fn seal(
        &self,
        master: &UserMasterKey,
        member: [u8; 16],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let plaintext = wire::encode(&self.to_wire())?;
        envelope::seal(
            &sealing_key(master),
            &context(member),
            &plaintext,
            PADDING,
            rng,
        )
    }

    /// Opens what [`Identity::seal`] made.
    pub fn open(
        master: &UserMasterKey,
        member: [u8; 16],
        bytes: &[u8],
    ) -> Result<Self, VaultError> {
        let plaintext = envelope::open(&sealing_key(master), &context(member), bytes)?;
        wire::decode::<IdentityWire>(plaintext.expose()).map(Self::from_wire)
    }

    pub(crate) fn signing_key(&self) -> &SigningKey {
        &self.signing
    }

    pub(crate) fn to_wire(&self) -> IdentityWire {
        IdentityWire {
            opening: SecretField::of(self.opening.secret()),
            signing: SecretField::of(self.signing.as_bytes()),
        }
    }

    pub(crate) fn from_wire(wire: IdentityWire) -> Self {
        Self::from_secrets(wire.opening.0, &wire.signing.0)
    }

    fn from_secrets(opening: Key32, signing: &Key32) -> Self {
        Self {
            opening: OpeningKey::new(opening),
            signing: SigningKey::from_bytes(signing.bytes()),
        }
    }
}

impl HoldsOpeningKey for Identity {
    fn opening_key(&self) -> &OpeningKey {
        &self.opening
    }
}

/// A member's public keys. Hex in JSON, bytes in CBOR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicIdentity {
    /// X25519: others seal to it.
    #[serde(with = "wire::public")]
    pub opening: [u8; 32],
    /// Ed25519: others check signatures with it.
    #[serde(with = "wire::public")]
    pub signing: [u8; 32],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityWire {
    opening: SecretField,
    signing: SecretField,
}

fn context(member: [u8; 16]) -> Context {
    Context::of(Kind::Identity, [0; 16], member)
}

fn sealing_key(master: &UserMasterKey) -> Key32 {
    master.derive("umk/identity")
}

#[cfg(test)]
mod tests;
