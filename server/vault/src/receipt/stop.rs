//! What the person says with the receipt, so that a row cannot say it for her: share nothing any
//! more, do not contact me, and that either may go on again.
//!
//! What must stay true: only the digits make a statement; one about another receipt, another
//! organisation or another number is not taken for it.

use ed25519_dalek::SigningKey;

use super::Mailbox;
use crate::opening_key::HoldsOpeningKey as _;
use crate::{VaultError, primitives};

/// Signs the person's statements.
pub struct StopKey(SigningKey);

crate::secret::redacted!(StopKey);

impl Mailbox {
    /// The key for statements. It comes out of the mailbox's, so a visit need not hold both.
    pub fn stop_key(&self) -> StopKey {
        let seed = primitives::derive(self.opening_key().secret(), &[], "receipt/stop");
        StopKey(SigningKey::from_bytes(seed.bytes()))
    }
}

/// A statement of the person. Its number says what stands from then on, in its two lowest bits: 1
/// stops the sharing, 2 stops all contact. So the newest number alone tells how things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopStatement {
    /// The organisation that took the call.
    pub organisation: [u8; 16],
    /// The receipt.
    pub receipt: [u8; 16],
    /// Grows with each statement. The first is 1.
    pub number: u64,
}

/// What the person has stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopped {
    /// Nothing may be shared any more.
    pub sharing: bool,
    /// Nobody may call or write to her.
    pub contact: bool,
}

impl Stopped {
    /// What a statement of this number says.
    pub const fn by(number: u64) -> Self {
        Self {
            sharing: number & 1 != 0,
            contact: number & 2 != 0,
        }
    }

    /// Both together: what either of them stops.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            sharing: self.sharing || other.sharing,
            contact: self.contact || other.contact,
        }
    }

    /// The number of the next statement after `newest` that says this.
    pub const fn next(self, newest: u64) -> u64 {
        let wanted = match (self.sharing, self.contact) {
            (false, false) => 0_u64,
            (true, false) => 1,
            (false, true) => 2,
            (true, true) => 3,
        };
        let next = newest.saturating_add(1);
        // At most three numbers further.
        next.saturating_add(wanted.wrapping_sub(next) & 3)
    }
}

impl StopKey {
    /// The public half, to be kept inside a sealed file.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// The signature of a statement.
    pub fn sign(&self, statement: &StopStatement) -> [u8; 64] {
        primitives::sign(&self.0, &statement.signed_bytes())
    }
}

impl StopStatement {
    /// Checks a signature with a key that was read from inside a sealed file.
    pub fn verify(&self, public: &[u8; 32], signature: &[u8; 64]) -> Result<(), VaultError> {
        primitives::verify(public, &self.signed_bytes(), signature)
    }

    fn signed_bytes(&self) -> Vec<u8> {
        [
            b"amparo/v1/sign/stop-sharing/".as_slice(),
            &self.organisation,
            &self.receipt,
            &self.number.to_be_bytes(),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Key32;
    use crate::opening_key::OpeningKey;

    fn mailbox(seed: u8) -> Mailbox {
        Mailbox::new(OpeningKey::new(Key32::from_bytes(&[seed; 32])))
    }

    const SAID: StopStatement = StopStatement {
        organisation: [1; 16],
        receipt: [2; 16],
        number: 3,
    };

    #[test]
    fn a_statement_holds_for_its_receipt_and_its_number_alone() {
        let key = mailbox(7).stop_key();
        let (public, signature) = (key.public(), key.sign(&SAID));
        assert_eq!(SAID.verify(&public, &signature), Ok(()));
        for other in [
            StopStatement {
                organisation: [9; 16],
                ..SAID
            },
            StopStatement {
                receipt: [9; 16],
                ..SAID
            },
            StopStatement { number: 4, ..SAID },
        ] {
            assert!(other.verify(&public, &signature).is_err(), "{other:?}");
        }
        let another = mailbox(8).stop_key().public();
        assert!(SAID.verify(&another, &signature).is_err());
        for place in 0..signature.len() {
            let mut changed = signature;
            changed[place] ^= 1;
            assert!(SAID.verify(&public, &changed).is_err(), "{place}");
        }
    }

    #[test]
    fn another_program_signs_the_same() {
        let theirs = "9731842c73f8dbd78aac70fabd3e4e16d76efe9015657319a910fae6f7186f53\
                      9f0710b9495f6379bb1cda5b45e3fbeaa603de0f80239ca3ec3aee49edfa850d";
        let public = "a362b07a1804a227d9715bcda78997c2f6acf79f174aa5dc0aba64b339cc58e3";
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        let key = mailbox(7).stop_key();
        assert_eq!(hex(&key.sign(&SAID)), theirs);
        assert_eq!(hex(&key.public()), public);
    }

    #[test]
    fn the_number_says_what_is_stopped() {
        let of = |sharing, contact| Stopped { sharing, contact };
        assert_eq!(Stopped::by(0), Stopped::default());
        for newest in 0..12 {
            for wanted in [
                of(false, false),
                of(true, false),
                of(false, true),
                of(true, true),
            ] {
                let next = wanted.next(newest);
                assert_eq!(Stopped::by(next), wanted, "{newest}");
                assert!((newest + 1..=newest + 4).contains(&next), "{newest}");
            }
        }
        assert_eq!(of(true, false).or(of(false, true)), of(true, true));
    }

    #[test]
    fn the_same_digits_give_the_same_key_and_debug_shows_nothing() {
        assert_eq!(
            mailbox(7).stop_key().public(),
            mailbox(7).stop_key().public()
        );
        assert_ne!(mailbox(7).stop_key().public(), mailbox(7).public());
        assert!(!format!("{:?}", mailbox(7).stop_key()).contains('7'));
    }
}
