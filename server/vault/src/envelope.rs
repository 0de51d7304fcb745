//! The symmetric seal under every object of the vault.
//!
//! `version ‖ suite ‖ nonce (24) ‖ commitment (32) ‖ XChaCha20-Poly1305 ciphertext with tag (16)`
//!
//! Two keys come out of HKDF-SHA-256 with the nonce as salt: one encrypts, the other is the
//! commitment. XChaCha20-Poly1305 alone lets a forger make one ciphertext that opens under two
//! keys; the commitment is checked first and rules that out.

use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::padding::content_length;
use crate::{Context, Key32, Padding, SecretBytes, VaultError, primitives};

/// The version of the format, the first byte of everything sealed or signed.
pub(crate) const VERSION: u8 = 1;
/// XChaCha20-Poly1305, HKDF-SHA-256, X25519, ChaCha20-Poly1305 and Ed25519.
pub(crate) const SUITE: u8 = 1;

const NONCE: usize = 24;
const COMMITMENT: usize = 32;
const TAG: usize = 16;
const HEAD: usize = 2 + NONCE + COMMITMENT;

/// Seals content to a context.
pub(crate) fn seal(
    key: &Key32,
    context: &Context,
    plaintext: &[u8],
    padding: Padding,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    seal_bound(key, context, &[], plaintext, padding, rng)
}

/// Opens what [`seal`] made under the same key and context.
pub(crate) fn open(
    key: &Key32,
    context: &Context,
    bytes: &[u8],
) -> Result<SecretBytes, VaultError> {
    open_bound(key, context, &[], bytes)
}

/// Like [`seal`], and bound to more bytes than a context holds.
pub(crate) fn seal_bound(
    key: &Key32,
    context: &Context,
    more: &[u8],
    plaintext: &[u8],
    padding: Padding,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; NONCE];
    rng.fill_bytes(&mut nonce);
    let bound = bound_to(context, more);
    let keys = derive_keys(key, context, &bound, &nonce)?;

    let padded = padding.padded_length(plaintext.len())?;
    let whole = padded.checked_add(HEAD + TAG).ok_or(VaultError::TooLong)?;
    // With all the room from the start, the plaintext is never left behind by a reallocation.
    let mut out = Vec::with_capacity(whole);
    out.extend_from_slice(&[VERSION, SUITE]);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&keys.commitment);
    padding.append(&mut out, plaintext)?;
    let text = out.get_mut(HEAD..).ok_or(VaultError::TooLong)?;
    let tag = primitives::xchacha_seal(keys.encryption.bytes(), &nonce, &bound, text)?;
    out.extend_from_slice(&tag);
    Ok(out)
}

/// Opens what [`seal_bound`] made with the same `more`.
pub(crate) fn open_bound(
    key: &Key32,
    context: &Context,
    more: &[u8],
    bytes: &[u8],
) -> Result<SecretBytes, VaultError> {
    let rest = after_head(bytes)?;
    let (nonce, rest) = rest
        .split_first_chunk::<NONCE>()
        .ok_or(VaultError::UnknownFormat)?;
    let (commitment, rest) = rest
        .split_first_chunk::<COMMITMENT>()
        .ok_or(VaultError::UnknownFormat)?;
    let (text, tag) = rest
        .split_last_chunk::<TAG>()
        .ok_or(VaultError::UnknownFormat)?;

    let bound = bound_to(context, more);
    let keys = derive_keys(key, context, &bound, nonce)?;
    if !bool::from(keys.commitment.ct_eq(commitment)) {
        return Err(VaultError::WrongKey);
    }
    let mut text = Zeroizing::new(text.to_vec());
    primitives::xchacha_open(keys.encryption.bytes(), nonce, &bound, &mut text, tag)?;
    let length = content_length(&text)?;
    text.truncate(length);
    Ok(text.into())
}

/// Checks the version and the suite, and returns what follows them.
pub(crate) fn after_head(bytes: &[u8]) -> Result<&[u8], VaultError> {
    match bytes {
        [VERSION, SUITE, rest @ ..] => Ok(rest),
        _ => Err(VaultError::UnknownFormat),
    }
}

struct Keys {
    encryption: Key32,
    commitment: [u8; COMMITMENT],
}

fn derive_keys(
    key: &Key32,
    context: &Context,
    bound: &[u8],
    nonce: &[u8; NONCE],
) -> Result<Keys, VaultError> {
    let mut both = Zeroizing::new([0; 32 + COMMITMENT]);
    // A label is lower-case ASCII and the first bound byte is the version, 1: no two differ only
    // in where the label ends.
    let info = [
        b"amparo/v1/".as_slice(),
        context.kind.label().as_bytes(),
        bound,
    ];
    primitives::hkdf(key.bytes(), nonce, &info, both.as_mut())?;
    let (encryption, commitment) = both
        .split_first_chunk::<32>()
        .ok_or(VaultError::UnknownFormat)?;
    Ok(Keys {
        encryption: Key32::from_bytes(encryption),
        commitment: commitment
            .try_into()
            .map_err(|_| VaultError::UnknownFormat)?,
    })
}

fn bound_to(context: &Context, more: &[u8]) -> Vec<u8> {
    let mut bound = vec![VERSION, SUITE];
    bound.extend_from_slice(&context.encode());
    bound.extend_from_slice(more);
    bound
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;
    use crate::Kind;

    fn sealed(plaintext: &[u8]) -> (Key32, Context, Vec<u8>) {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let key = Key32::generate(&mut rng);
        let context = Context::of(Kind::Record, [1; 16], [2; 16]);
        let bytes = seal(&key, &context, plaintext, Padding::Record, &mut rng).unwrap();
        (key, context, bytes)
    }

    #[test]
    fn what_is_sealed_opens() {
        let (key, context, bytes) = sealed(b"a note");
        assert_eq!(bytes.len(), HEAD + 256 + TAG);
        assert_eq!(open(&key, &context, &bytes).unwrap().expose(), b"a note");
    }

    #[test]
    fn another_key_is_known_to_be_wrong_before_decryption() {
        let (_, context, bytes) = sealed(b"a note");
        let other = Key32::generate(&mut ChaCha20Rng::seed_from_u64(2));
        assert_eq!(
            open(&other, &context, &bytes).unwrap_err(),
            VaultError::WrongKey
        );
    }

    #[test]
    fn another_context_is_refused() {
        let (key, context, bytes) = sealed(b"a note");
        let elsewhere = [
            context.clone().version(1),
            context.clone().in_case([0; 16], 0),
            context.clone().after(Some([0; 32])),
            Context {
                kind: Kind::Card,
                ..context.clone()
            },
        ];
        for other in elsewhere {
            assert_eq!(
                open(&key, &other, &bytes).unwrap_err(),
                VaultError::WrongKey
            );
        }
        assert!(open_bound(&key, &context, b"more", &bytes).is_err());
    }

    #[test]
    fn a_swapped_commitment_does_not_help() {
        // Two objects under one key and context: neither part of one opens with the other.
        let (key, context, first) = sealed(b"one");
        let mut rng = ChaCha20Rng::seed_from_u64(3);
        let second = seal(&key, &context, b"two", Padding::Record, &mut rng).unwrap();
        let mut mixed = first.clone();
        mixed[HEAD..].copy_from_slice(&second[HEAD..]);
        assert_eq!(
            open(&key, &context, &mixed).unwrap_err(),
            VaultError::Tampered
        );
        mixed[2..HEAD].copy_from_slice(&second[2..HEAD]);
        assert_eq!(open(&key, &context, &mixed).unwrap().expose(), b"two");
    }

    #[test]
    fn short_and_unknown_bytes_are_an_unknown_format() {
        let (key, context, bytes) = sealed(b"a note");
        for end in 0..HEAD + TAG {
            let error = open(&key, &context, &bytes[..end]).unwrap_err();
            assert_eq!(error, VaultError::UnknownFormat, "{end}");
        }
        for (index, value) in [(0, 2), (1, 2)] {
            let mut other = bytes.clone();
            other[index] = value;
            let error = open(&key, &context, &other).unwrap_err();
            assert_eq!(error, VaultError::UnknownFormat);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_changed_bit_is_refused(plaintext: Vec<u8>, at: prop::sample::Index, bit in 0_u8..8) {
            let (key, context, mut bytes) = sealed(&plaintext);
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert!(open(&key, &context, &bytes).is_err());
            bytes[at] ^= 1 << bit;
            let opened = open(&key, &context, &bytes).unwrap();
            prop_assert_eq!(opened.expose(), plaintext);
        }
    }
}
