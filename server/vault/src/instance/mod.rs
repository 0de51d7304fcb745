//! The key of one installation, kept in a file outside the database.
//!
//! It seals what the server itself must read without anybody logged in: account names, mail
//! addresses, queued mail. What must stay true: a dump of the database alone holds no staff
//! identity, and equal texts have equal tags only under the same key and purpose.
//!
//! Known limit: whoever has the file and a dump has the accounts, though no case.

use ed25519_dalek::SigningKey;
use rand_core::CryptoRng;

use crate::{
    Context, Key32, Notary, Padding, SecretBytes, SecretText, VaultError, envelope, primitives,
};

/// 32 random bytes of one installation.
pub struct InstanceKey(Key32);

crate::secret::redacted!(InstanceKey);

impl InstanceKey {
    /// A new one.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(Key32::generate(rng))
    }

    /// Takes the bytes of a credential.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Key32::from_bytes(&bytes))
    }

    /// The key in clear, only for writing the key file.
    pub fn to_hex_for_the_key_file(&self) -> SecretText {
        SecretText::new(data_encoding::HEXLOWER.encode(self.0.bytes()))
    }

    /// Reads the key file: 64 hexadecimal digits; space around them does not matter.
    pub fn parse_hex(text: &str) -> Result<Self, VaultError> {
        let bytes = data_encoding::HEXLOWER_PERMISSIVE
            .decode(text.trim().as_bytes())
            .map(zeroize::Zeroizing::new)
            .map_err(|_| VaultError::UnknownFormat)?;
        Key32::from_slice(&bytes).map(Self)
    }

    /// A tag to find a row by, without the text. The caller normalises and folds the case first.
    pub fn lookup_tag(&self, purpose: &str, text: &str) -> [u8; 32] {
        self.tag("instance/lookup", purpose, text)
    }

    /// Seals what the server itself must read.
    pub fn seal(
        &self,
        context: &Context,
        plaintext: &[u8],
        padding: Padding,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        envelope::seal(
            &self.derive("instance/seal"),
            context,
            plaintext,
            padding,
            rng,
        )
    }

    /// Opens what [`InstanceKey::seal`] made in this context.
    pub fn open(&self, context: &Context, bytes: &[u8]) -> Result<SecretBytes, VaultError> {
        envelope::open(&self.derive("instance/seal"), context, bytes)
    }

    /// The salt of all receipts. A receipt carries no name, so it cannot have a salt of its own.
    pub fn receipt_salt(&self) -> [u8; 16] {
        self.short_tag("receipt", "")
    }

    /// A salt for a name that does not exist: always the same for the same name.
    pub fn dummy_salt(&self, text: &str) -> [u8; 16] {
        self.short_tag("dummy", text)
    }

    /// The key that signs checkpoints of ledgers.
    pub fn notary(&self) -> Notary {
        Notary::new(SigningKey::from_bytes(
            self.derive("instance/notary").bytes(),
        ))
    }

    fn derive(&self, purpose: &str) -> Key32 {
        primitives::derive(self.0.bytes(), &[], purpose)
    }

    fn short_tag(&self, purpose: &str, text: &str) -> [u8; 16] {
        let tag = self.tag("instance/salt", purpose, text);
        tag.first_chunk().copied().unwrap_or_default()
    }

    fn tag(&self, key: &str, purpose: &str, text: &str) -> [u8; 32] {
        let length = u64::try_from(purpose.len())
            .unwrap_or(u64::MAX)
            .to_be_bytes();
        let parts = [length.as_slice(), purpose.as_bytes(), text.as_bytes()];
        primitives::hmac(self.derive(key).bytes(), &parts)
    }
}

#[cfg(test)]
mod tests;
