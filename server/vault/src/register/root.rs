//! The organisation's root key and the words people compare it by.

use core::fmt;

use ed25519_dalek::SigningKey;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::spoken::words_of;
use crate::wire;
use crate::{Key32, SecretText, VaultError, codes, primitives};

/// An organisation's root: an Ed25519 key that is kept on paper.
pub struct RootKey(SigningKey);

crate::secret::redacted!(RootKey);

impl RootKey {
    /// A new root.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(SigningKey::from_bytes(Key32::generate(rng).bytes()))
    }

    /// The root in clear, for paper: 14 groups of four letters, the last five with a checksum.
    pub fn phrase(&self) -> SecretText {
        let mut bytes = Zeroizing::new([0; SECRET + CHECKSUM]);
        let secret = self.0.as_bytes();
        for (to, from) in bytes.iter_mut().zip(secret.iter().chain(&checksum(secret))) {
            *to = *from;
        }
        codes::write(bytes.as_ref())
    }

    /// Reads the paper. A slip of the pen is `UnknownFormat`.
    pub fn from_phrase(typed: &str) -> Result<Self, VaultError> {
        let bytes = codes::read::<{ SECRET + CHECKSUM }>(typed)?;
        let (secret, check) = bytes
            .split_first_chunk::<SECRET>()
            .ok_or(VaultError::UnknownFormat)?;
        if check != checksum(secret) {
            return Err(VaultError::UnknownFormat);
        }
        Ok(Self(SigningKey::from_bytes(secret)))
    }

    /// The public half.
    pub fn public(&self) -> RootPublic {
        RootPublic(self.0.verifying_key().to_bytes())
    }

    pub(super) fn signing_key(&self) -> &SigningKey {
        &self.0
    }
}

const SECRET: usize = 32;
const CHECKSUM: usize = 3;

/// The public half of a root. Hex in JSON, bytes in CBOR.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RootPublic(#[serde(with = "wire::public")] [u8; 32]);

impl RootPublic {
    /// Takes 32 bytes that are to be compared by their fingerprint or were pinned before.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key's bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as 64 hexadecimal digits.
    pub fn to_hex(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.0)
    }

    /// Reads what [`RootPublic::to_hex`] wrote. Compare the fingerprint before believing it.
    pub fn parse_hex(text: &str) -> Result<Self, VaultError> {
        let bytes = data_encoding::HEXLOWER_PERMISSIVE
            .decode(text.as_bytes())
            .map_err(|_| VaultError::UnknownFormat)?;
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| VaultError::UnknownFormat)
    }

    /// Twelve words to read to each other on another channel, 154 bits.
    pub fn fingerprint(&self) -> [&'static str; 12] {
        let hash = primitives::sha256(&[b"amparo/v1/fingerprint/root", &self.0]);
        words_of(&hash)
    }
}

impl fmt::Debug for RootPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RootPublic({})", self.to_hex())
    }
}

fn checksum(secret: &[u8; SECRET]) -> [u8; CHECKSUM] {
    let [a, b, c, ..] = primitives::sha256(&[b"amparo/v1/checksum/root", secret]);
    [a, b, c]
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;

    #[test]
    fn paper_brings_the_root_back_and_shows_slips() {
        let root = RootKey::generate(&mut ChaCha20Rng::seed_from_u64(1));
        let phrase = root.phrase();
        let text = phrase.expose();
        assert_eq!(text.split('-').count(), 14);
        assert_eq!(RootKey::from_phrase(text).unwrap().public(), root.public());
        for (index, letter) in text.char_indices().filter(|(_, letter)| *letter != '-') {
            let other = if letter == '7' { '8' } else { '7' };
            let mut slip = text.to_owned();
            slip.replace_range(index..=index, &other.to_string());
            assert!(RootKey::from_phrase(&slip).is_err(), "{index}");
        }
    }

    #[test]
    fn fingerprints_are_twelve_words_and_differ() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let [one, two] = [0, 1].map(|_| RootKey::generate(&mut rng).public().fingerprint());
        assert!(one.iter().all(|word| word.len() >= 3));
        assert_ne!(one, two);
    }
}
