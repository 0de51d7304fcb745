//! What the person says with the receipt, so that a row cannot say it for her: share nothing, or
//! share again.
//!
//! What must stay true: only the digits make a statement; one about another receipt, another
//! organisation or an earlier number is not taken for it.

use core::fmt;

use ed25519_dalek::SigningKey;

use super::Mailbox;
use crate::opening_key::HoldsOpeningKey as _;
use crate::{VaultError, primitives};

/// Number, word, signature.
const LENGTH: usize = 8 + 1 + 64;

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

/// A statement about the sharing of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StopStatement {
    /// The organisation that took the call.
    pub organisation: [u8; 16],
    /// The receipt.
    pub receipt: [u8; 16],
    /// Grows with each statement.
    pub number: u64,
    /// Share nothing any more; else: share again.
    pub stops: bool,
}

impl fmt::Debug for StopStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StopStatement(..)")
    }
}

impl StopKey {
    /// The public half, to be kept inside a sealed file.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// The statement as a row keeps it: number ‖ 1 or 0 ‖ signature.
    pub fn sign(&self, statement: StopStatement) -> Vec<u8> {
        let signature = primitives::sign(&self.0, &statement.signed_bytes());
        [
            statement.number.to_be_bytes().as_slice(),
            &[u8::from(statement.stops)],
            &signature,
        ]
        .concat()
    }
}

impl StopStatement {
    /// Reads a row about this receipt with a key that was read from inside a sealed file.
    pub fn verify(
        public: &[u8; 32],
        organisation: [u8; 16],
        receipt: [u8; 16],
        row: &[u8],
    ) -> Result<Self, VaultError> {
        let row: &[u8; LENGTH] = row.try_into().map_err(|_| VaultError::UnknownFormat)?;
        let (number, rest) = row
            .split_first_chunk::<8>()
            .ok_or(VaultError::UnknownFormat)?;
        let ([word], signature) = rest
            .split_first_chunk::<1>()
            .ok_or(VaultError::UnknownFormat)?;
        let signature: &[u8; 64] = signature
            .try_into()
            .map_err(|_| VaultError::UnknownFormat)?;
        let statement = Self {
            organisation,
            receipt,
            number: u64::from_be_bytes(*number),
            stops: match word {
                0 => false,
                1 => true,
                _ => return Err(VaultError::UnknownFormat),
            },
        };
        primitives::verify(public, &statement.signed_bytes(), signature)?;
        Ok(statement)
    }

    fn signed_bytes(self) -> Vec<u8> {
        [
            b"amparo/v1/sign/stop-sharing/".as_slice(),
            &self.organisation,
            &self.receipt,
            &self.number.to_be_bytes(),
            &[u8::from(self.stops)],
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
        stops: true,
    };

    #[test]
    fn a_statement_holds_for_its_receipt_and_its_word_alone() {
        let key = mailbox(7).stop_key();
        let row = key.sign(SAID);
        let read = |public: &[u8; 32], organisation, receipt, row: &[u8]| {
            StopStatement::verify(public, organisation, receipt, row)
        };
        let public = key.public();
        assert_eq!(read(&public, [1; 16], [2; 16], &row), Ok(SAID));
        assert!(read(&public, [9; 16], [2; 16], &row).is_err());
        assert!(read(&public, [1; 16], [9; 16], &row).is_err());
        assert!(read(&mailbox(8).stop_key().public(), [1; 16], [2; 16], &row).is_err());
        for place in 0..row.len() {
            let mut changed = row.clone();
            changed[place] ^= 1;
            assert!(read(&public, [1; 16], [2; 16], &changed).is_err(), "{place}");
        }
        assert!(read(&public, [1; 16], [2; 16], &row[1..]).is_err());
    }

    #[test]
    fn a_statement_is_that_of_another_program() {
        let theirs = "00000000000000030167d6ebdd34c0f7744c6b147f188831c6c93b3148f279c1b00e592c9bd9\
                      9b6a563183604bcf74a3ace7773629cedfc61afe8e73b897617eda369d9197e7166308";
        let key = mailbox(7).stop_key();
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        assert_eq!(hex(&key.sign(SAID)), theirs);
        let public = "a362b07a1804a227d9715bcda78997c2f6acf79f174aa5dc0aba64b339cc58e3";
        assert_eq!(hex(&key.public()), public);
    }

    #[test]
    fn the_same_digits_give_the_same_key_and_debug_shows_nothing() {
        assert_eq!(mailbox(7).stop_key().public(), mailbox(7).stop_key().public());
        assert_ne!(mailbox(7).stop_key().public(), mailbox(7).public());
        assert_eq!(format!("{SAID:?}"), "StopStatement(..)");
        assert!(!format!("{:?}", mailbox(7).stop_key()).contains('7'));
    }
}
