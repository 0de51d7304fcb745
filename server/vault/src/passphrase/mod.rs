//! Passphrases: their form, their strength, and how costly one guess is.
//!
//! What must stay true: the same words typed on another keyboard give the same bytes (NFKC), and
//! nothing below [`StretchParams::FLOOR`] is ever computed, whatever a row says.
//! Deliberately absent: rules about classes of characters. They do not make a guess harder.

use rand_core::CryptoRng;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{Key32, VaultError, primitives};

mod strength;

pub use strength::{GUESSES, Weakness, judge};

/// What a person types to unlock. Normalised to NFKC, wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

crate::secret::redacted!(Passphrase);

impl Passphrase {
    /// Takes over typed text. The original is wiped.
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        // NFKC makes a text at most eleven times longer (UAX 15); with the room from the start, no
        // half-grown copy is left behind.
        let room = typed.len().saturating_mul(11);
        let mut normal = Zeroizing::new(String::with_capacity(room));
        normal.extend(typed.nfkc());
        Self(normal)
    }

    /// Draws words from the EFF's long list, 12.9 bits each. Six are what we offer.
    pub fn generate(words: usize, rng: &mut impl CryptoRng) -> Self {
        let room = words.saturating_mul(LONGEST_WORD + 1);
        let mut text = Zeroizing::new(String::with_capacity(room));
        for index in 0..words {
            if index > 0 {
                text.push(' ');
            }
            text.push_str(random_word(rng));
        }
        Self(text)
    }

    /// The passphrase in clear, to show it once to the person it was generated for.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// What one guess costs (Argon2id, version 0x13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StretchParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes. They run one after the other here, so more than one buys nothing.
    pub lanes: u32,
}

impl StretchParams {
    /// 64 MiB, three passes, one lane: RFC 9106's choice for little memory, on one lane.
    pub const RECOMMENDED: Self = Self {
        memory_kib: 65_536,
        passes: 3,
        lanes: 1,
    };
    /// 256 MiB, three passes, one lane: for receipts. They are short, one sweep over all of them
    /// tries every receipt at once, and a person signs in once in a while.
    pub const RECEIPT: Self = Self {
        memory_kib: 262_144,
        passes: 3,
        lanes: 1,
    };
    /// 19 MiB, two passes, one lane: OWASP's least. Weaker settings are refused.
    pub const FLOOR: Self = Self {
        memory_kib: 19_456,
        passes: 2,
        lanes: 1,
    };
    /// Above this, a forged row could exhaust the machine.
    pub const CEILING: Self = Self {
        memory_kib: 1_048_576,
        passes: 16,
        lanes: 16,
    };

    /// Whether each setting lies between the floor and the ceiling.
    pub fn is_allowed(self) -> bool {
        (Self::FLOOR.memory_kib..=Self::CEILING.memory_kib).contains(&self.memory_kib)
            && (Self::FLOOR.passes..=Self::CEILING.passes).contains(&self.passes)
            && (Self::FLOOR.lanes..=Self::CEILING.lanes).contains(&self.lanes)
    }

    pub(crate) fn encode(self) -> Vec<u8> {
        [self.memory_kib, self.passes, self.lanes]
            .iter()
            .flat_map(|n| n.to_be_bytes())
            .collect()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, VaultError> {
        let ([memory, passes, lanes], []) = bytes.as_chunks::<4>() else {
            return Err(VaultError::UnknownFormat);
        };
        Ok(Self {
            memory_kib: u32::from_be_bytes(*memory),
            passes: u32::from_be_bytes(*passes),
            lanes: u32::from_be_bytes(*lanes),
        })
    }

    /// One run of Argon2id, refused outside the limits.
    pub(crate) fn stretch(self, secret: &[u8], salt: &[u8; 16]) -> Result<Key32, VaultError> {
        if !self.is_allowed() {
            return Err(VaultError::UnknownFormat);
        }
        primitives::argon2id(secret, salt, self, &[], &[])
    }
}

const LONGEST_WORD: usize = 9;

/// A word drawn so that each is equally likely: draws past the last whole multiple are repeated.
fn random_word(rng: &mut impl CryptoRng) -> &'static str {
    let words = eff_wordlist::large::LIST;
    let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
    let fair = u32::MAX - u32::MAX % count;
    loop {
        let draw = rng.next_u32();
        let index = usize::try_from(draw % count).unwrap_or_default();
        if let (true, Some((_, word))) = (draw < fair, words.get(index)) {
            return word;
        }
    }
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;

    #[test]
    fn the_same_words_from_two_keyboards_are_the_same() {
        let composed = Passphrase::new("caf\u{e9} ﬁn".to_owned());
        let decomposed = Passphrase::new("cafe\u{301} fin".to_owned());
        assert_eq!(composed.reveal(), decomposed.reveal());
        // The character that grows most.
        assert_eq!(Passphrase::new("\u{fdfa}".to_owned()).reveal().len(), 33);
    }

    #[test]
    fn generated_words_come_from_the_list_and_are_good() {
        let mut rng = ChaCha20Rng::seed_from_u64(7);
        let passphrase = Passphrase::generate(6, &mut rng);
        let words: Vec<_> = passphrase.reveal().split(' ').collect();
        assert_eq!(words.len(), 6);
        for word in words {
            assert!(
                eff_wordlist::large::LIST
                    .iter()
                    .any(|(_, listed)| *listed == word)
            );
        }
        assert_ne!(
            Passphrase::generate(6, &mut rng).reveal(),
            passphrase.reveal()
        );
    }

    #[test]
    fn the_list_is_whole_and_its_words_fit() {
        let list = eff_wordlist::large::LIST;
        assert_eq!(list.len(), 7776);
        assert_eq!(
            list.iter().map(|(_, word)| word.len()).max(),
            Some(LONGEST_WORD)
        );
    }

    #[test]
    fn settings_outside_the_limits_are_refused() {
        let floor = StretchParams::FLOOR;
        let bad = [
            StretchParams {
                memory_kib: floor.memory_kib - 1,
                ..floor
            },
            StretchParams {
                passes: floor.passes - 1,
                ..floor
            },
            StretchParams { lanes: 0, ..floor },
            StretchParams {
                memory_kib: u32::MAX,
                ..floor
            },
        ];
        for params in bad {
            let error = params.stretch(b"secret", &[0; 16]).unwrap_err();
            assert_eq!(error, VaultError::UnknownFormat);
        }
        assert!(floor.is_allowed() && StretchParams::RECOMMENDED.is_allowed());
        assert_eq!(StretchParams::decode(&floor.encode()), Ok(floor));
        assert!(StretchParams::decode(&[0; 11]).is_err());
    }
}
