//! The only file that calls the cryptographic crates.
//!
//! Each function is a thin wrapper with our types and our errors; the published test vectors run
//! against these wrappers. Deliberately absent: any construction of our own.

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hkdf::Hkdf;
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Key32, StretchParams, VaultError};

type Aead = hpke::aead::ChaCha20Poly1305;
type Kdf = hpke::kdf::HkdfSha256;
type Kem = hpke::kem::X25519HkdfSha256;

/// Encrypts `text` in place and returns the tag.
pub(crate) fn xchacha_seal(
    key: &[u8; 32],
    nonce: &[u8; 24],
    associated: &[u8],
    text: &mut [u8],
) -> Result<[u8; 16], VaultError> {
    XChaCha20Poly1305::new(key.into())
        .encrypt_inout_detached(nonce.into(), associated, text.into())
        .map(Into::into)
        .map_err(|_| VaultError::TooLong)
}

/// Checks the tag, then decrypts `text` in place.
pub(crate) fn xchacha_open(
    key: &[u8; 32],
    nonce: &[u8; 24],
    associated: &[u8],
    text: &mut [u8],
    tag: &[u8; 16],
) -> Result<(), VaultError> {
    XChaCha20Poly1305::new(key.into())
        .decrypt_inout_detached(nonce.into(), associated, text.into(), tag.into())
        .map_err(|_| VaultError::Tampered)
}

/// HKDF-SHA-256, extract and expand. The parts of `info` are joined as they are.
pub(crate) fn hkdf(
    secret: &[u8],
    salt: &[u8],
    info: &[&[u8]],
    out: &mut [u8],
) -> Result<(), VaultError> {
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand_multi_info(info, out)
        .map_err(|_| VaultError::TooLong)
}

/// A key for one purpose, under `"amparo/v1/derive/" ‖ purpose`.
pub(crate) fn derive(secret: &[u8], salt: &[u8], purpose: &str) -> Key32 {
    let mut key = Key32::from_bytes(&[0; 32]);
    let done = hkdf(
        secret,
        salt,
        &[b"amparo/v1/derive/", purpose.as_bytes()],
        key.bytes_mut(),
    );
    // 32 bytes are far below the 8,160 that HKDF-SHA-256 can give.
    debug_assert!(done.is_ok());
    key
}

/// HMAC-SHA-256 over the parts, joined as they are.
pub(crate) fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // HKDF's first step is HMAC by definition (RFC 5869, 2.2), and takes a key of any length.
    let mut mac = hkdf::HkdfExtract::<Sha256>::new(Some(key));
    for part in parts {
        mac.input_ikm(part);
    }
    mac.finalize().0.into()
}

/// SHA-256 over the parts, joined as they are.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// The X25519 public key of a secret.
pub(crate) fn x25519_public(secret: &[u8; 32]) -> [u8; 32] {
    x25519_dalek::PublicKey::from(&x25519_dalek::StaticSecret::from(*secret)).to_bytes()
}

/// Signs with Ed25519.
pub(crate) fn sign(key: &SigningKey, message: &[u8]) -> [u8; 64] {
    key.sign(message).to_bytes()
}

/// Checks an Ed25519 signature strictly: no small-order key, no second encoding.
pub(crate) fn verify(
    public: &[u8; 32],
    message: &[u8],
    signature: &[u8; 64],
) -> Result<(), VaultError> {
    VerifyingKey::from_bytes(public)
        .and_then(|key| key.verify_strict(message, &Signature::from_bytes(signature)))
        .map_err(|_| VaultError::WrongKey)
}

/// An HPKE sender in base mode that has sealed nothing yet (RFC 9180, `SetupBaseS`).
pub(crate) struct HpkeSender {
    encapsulated: [u8; 32],
    context: hpke::aead::AeadCtxS<Aead, Kdf, Kem>,
}

impl HpkeSender {
    /// Encapsulates to `to`: the costly half of sealing, which needs no text.
    pub(crate) fn begin(
        to: &[u8; 32],
        info: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, VaultError> {
        let refuse = |_| VaultError::WrongKey;
        let to = <Kem as hpke::Kem>::PublicKey::from_bytes(to).map_err(refuse)?;
        let (encapsulated, context) =
            hpke::setup_sender_with_rng::<Aead, Kdf, Kem>(&OpModeS::Base, &to, info, rng)
                .map_err(refuse)?;
        Ok(Self {
            encapsulated: encapsulated.to_bytes().into(),
            context,
        })
    }

    /// Seals the one text. Taking `self` is what keeps a nonce from being used twice.
    pub(crate) fn seal(
        mut self,
        associated: &[u8],
        text: &[u8],
    ) -> Result<([u8; 32], Vec<u8>), VaultError> {
        let sealed = self.context.seal(text, associated);
        let sealed = sealed.map_err(|_| VaultError::TooLong)?;
        Ok((self.encapsulated, sealed))
    }
}

/// Opens what [`HpkeSender::seal`] made. A wrong key cannot be told from a changed ciphertext.
pub(crate) fn hpke_open(
    secret: &[u8; 32],
    encapsulated: &[u8; 32],
    info: &[u8],
    associated: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let refuse = |_| VaultError::Tampered;
    let secret = <Kem as hpke::Kem>::PrivateKey::from_bytes(secret).map_err(refuse)?;
    let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(encapsulated).map_err(refuse)?;
    hpke::single_shot_open::<Aead, Kdf, Kem>(
        &OpModeR::Base,
        &secret,
        &encapsulated,
        info,
        sealed,
        associated,
    )
    .map(Zeroizing::new)
    .map_err(refuse)
}

/// Argon2id version 0x13 with 32 bytes of output. The caller has checked the floor.
pub(crate) fn argon2id(
    password: &[u8],
    salt: &[u8],
    params: StretchParams,
    pepper: &[u8],
    associated: &[u8],
) -> Result<Key32, VaultError> {
    let config = argon2::Config {
        ad: associated,
        hash_length: 32,
        lanes: params.lanes,
        mem_cost: params.memory_kib,
        secret: pepper,
        // More threads would take cores from other people's logins.
        thread_mode: argon2::ThreadMode::Sequential,
        time_cost: params.passes,
        variant: argon2::Variant::Argon2id,
        version: argon2::Version::Version13,
    };
    let stretched = argon2::hash_raw(password, salt, &config)
        .map(Zeroizing::new)
        .map_err(|_| VaultError::UnknownFormat)?;
    Key32::from_slice(&stretched)
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::Verifier;

    use super::*;

    /// A key of order one, for which one signature fits every message.
    #[test]
    fn a_signature_that_fits_everything_is_refused() {
        let mut public = [0; 32];
        public[0] = 1;
        let mut signature = [0; 64];
        signature[0] = 1;
        assert_eq!(
            verify(&public, b"anything", &signature),
            Err(VaultError::WrongKey)
        );
        let key = VerifyingKey::from_bytes(&public).unwrap();
        let lenient = key.verify(b"anything", &Signature::from_bytes(&signature));
        assert!(lenient.is_ok(), "the control: the lenient check accepts it");
    }
}
