//! Words that people read to each other by voice, to know whose keys they have in front of them.

use crate::identity::PublicIdentity;
use crate::{GroupPublic, primitives};

/// How many words a newcomer reads out: 77 bits.
const WORDS: usize = 6;

/// The words of a newcomer's own keys: her account, her identity, the group that is hers alone. Who
/// puts other keys in their place cannot make others with the same words.
pub struct NewcomerWords {
    hash: [u8; 32],
    words: [&'static str; WORDS],
}

impl NewcomerWords {
    /// The words of these keys.
    pub fn of(member: [u8; 16], identity: &PublicIdentity, personal: &GroupPublic) -> Self {
        let hash = primitives::sha256(&[
            b"amparo/v1/fingerprint/member",
            &member,
            &identity.opening,
            &identity.signing,
            &personal.id,
            &personal.epoch.to_be_bytes(),
            &personal.key,
        ]);
        Self {
            hash,
            words: words_of(&hash),
        }
    }

    /// The words, for the newcomer's own screen.
    pub const fn list(&self) -> &[&'static str; WORDS] {
        &self.words
    }

    /// Whether these are the words that somebody heard. Case and spaces around them do not matter.
    pub fn are(&self, heard: &[impl AsRef<str>]) -> bool {
        heard.len() == WORDS
            && self
                .words
                .iter()
                .zip(heard)
                .all(|(word, heard)| *word == heard.as_ref().trim().to_lowercase())
    }

    /// For each word six to choose from, in alphabetical order: who listens chooses what she hears,
    /// and who does not listen chooses right once in 46,656. The same each time, or two looks would
    /// show which of them stays.
    pub fn choices(&self) -> [[&'static str; WORDS]; WORDS] {
        let mut place = 0;
        self.words.map(|word| {
            place += 1;
            let drawn =
                primitives::sha256(&[b"amparo/v1/fingerprint/choices", &self.hash, &[place]]);
            let mut choices = [word; WORDS];
            let mut others = words_of::<16>(&drawn)
                .into_iter()
                .filter(|one| *one != word);
            for choice in choices.iter_mut().skip(1) {
                *choice = others.next().unwrap_or(word);
            }
            choices.sort_unstable();
            choices
        })
    }
}

impl core::fmt::Debug for NewcomerWords {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("NewcomerWords(..)")
    }
}

/// Each of the first `N` u16 of a hash, modulo the length of the EFF's long list.
pub(crate) fn words_of<const N: usize>(hash: &[u8; 32]) -> [&'static str; N] {
    let words = eff_wordlist::large::LIST;
    let mut pairs = hash.as_chunks::<2>().0.iter();
    core::array::from_fn(|_| {
        let pair = pairs.next().copied().unwrap_or_default();
        let index = usize::from(u16::from_be_bytes(pair)).checked_rem(words.len());
        index
            .and_then(|index| words.get(index))
            .map_or("", |(_, word)| *word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(
        change: impl FnOnce(&mut [u8; 16], &mut PublicIdentity, &mut GroupPublic),
    ) -> NewcomerWords {
        let mut member = [1; 16];
        let mut identity = PublicIdentity {
            opening: [2; 32],
            signing: [3; 32],
        };
        let mut personal = GroupPublic {
            id: [4; 16],
            epoch: 1,
            key: [5; 32],
        };
        change(&mut member, &mut identity, &mut personal);
        NewcomerWords::of(member, &identity, &personal)
    }

    #[test]
    fn every_key_and_id_changes_the_words() {
        let own = words(|_, _, _| {});
        let others = [
            words(|member, _, _| member[0] = 9),
            words(|_, identity, _| identity.opening[0] = 9),
            words(|_, identity, _| identity.signing[0] = 9),
            words(|_, _, personal| personal.id[0] = 9),
            words(|_, _, personal| personal.epoch = 9),
            words(|_, _, personal| personal.key[0] = 9),
        ];
        assert!(own.are(own.list()));
        for other in others {
            assert!(!own.are(other.list()));
        }
    }

    #[test]
    fn what_is_heard_is_compared_whole_and_in_order() {
        let own = words(|_, _, _| {});
        let mut heard = own.list().map(|word| format!(" {} ", word.to_uppercase()));
        assert!(own.are(&heard));
        heard.swap(0, 1);
        assert!(!own.are(&heard));
        assert!(!own.are(&own.list()[..5]));
    }

    #[test]
    fn the_right_word_is_among_six_different_ones_and_its_place_does_not_tell() {
        let mut places = std::collections::BTreeSet::new();
        for number in 0..40 {
            let own = words(|member, _, _| member[1] = number);
            for (word, choices) in own.list().iter().zip(own.choices()) {
                assert!(choices.is_sorted());
                let different: std::collections::BTreeSet<_> = choices.iter().collect();
                assert!(different.len() >= 5);
                places.insert(choices.iter().position(|choice| choice == word).unwrap());
            }
        }
        assert_eq!(places.len(), 6);
    }
}
