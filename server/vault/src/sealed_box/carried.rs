//! A signed message that is sealed anew to a later key of the same group.
//!
//! The signature of a message covers the key that it was sealed to, so that nobody can pass it on as
//! if it had been written to a third person. When somebody leaves a group, what waits for the group
//! must lie under its new key all the same. So a member seals the message, with its signature and
//! the key it was written to, in a signed box of her own: who opens it sees who wrote it, to which
//! key, and who carried it.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::{SignedMessage, seal_signed_to};
use crate::{Context, Identity, Kind, Padding, VaultError, VerifiedKey, VerifiedMember, wire};

/// The context of the box around a message: the same place, of another kind.
pub(super) fn context(of: &Context) -> Context {
    Context {
        kind: Kind::Carried,
        ..of.clone()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    #[serde(with = "wire::public")]
    to: [u8; 32],
    #[serde(with = "wire::public")]
    signer: [u8; 16],
    #[serde(with = "wire::public")]
    signature: [u8; 64],
    #[serde(with = "serde_bytes")]
    content: Vec<u8>,
}

impl SignedMessage {
    /// Seals the message as it was signed to another key, signed by whoever carries it.
    pub fn carry(
        &self,
        to: &VerifiedKey,
        carrier: &Identity,
        carrier_id: [u8; 16],
        padding: Padding,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let mut wire = Wire {
            to: self.to,
            signer: self.signer,
            signature: self.signature,
            content: self.plaintext.expose().to_vec(),
        };
        let plaintext = wire::encode(&wire);
        zeroize::Zeroize::zeroize(&mut wire.content);
        let context = context(&self.context);
        seal_signed_to(to, carrier, carrier_id, &context, &plaintext?, padding, rng)
    }
}

/// An opened message that somebody carried. Neither she nor its writer is believed yet.
pub struct CarriedMessage {
    outer: SignedMessage,
    context: Context,
}

crate::secret::redacted!(CarriedMessage);

impl CarriedMessage {
    pub(super) fn new(outer: SignedMessage, context: Context) -> Self {
        Self { outer, context }
    }

    /// The id of the member who claims to have carried it.
    pub fn carrier(&self) -> [u8; 16] {
        self.outer.signer()
    }

    /// Gives out the message if this member carried it. Its own signature is still to be checked.
    pub fn verify(self, by: &VerifiedMember) -> Result<SignedMessage, VaultError> {
        let plaintext = self.outer.verify(by)?;
        let mut wire: Wire = wire::decode(plaintext.expose())?;
        let message = SignedMessage::new(
            &self.context,
            wire.to,
            wire.signer,
            wire.signature,
            &wire.content,
        );
        zeroize::Zeroize::zeroize(&mut wire.content);
        Ok(message)
    }
}
