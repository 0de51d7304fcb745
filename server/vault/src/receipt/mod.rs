//! The receipt: 18 digits that let the person come back.
//!
//! What must stay true: the digits open a mailbox that nobody else can open, and a slip of one
//! digit or of two neighbours is told apart from a code that does not exist.
//!
//! Known limit: 16 random digits are 53 bits. Whoever holds a dump and the instance key can try
//! them at the cost of one Argon2id run each.

use core::fmt;

use rand_core::CryptoRng;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::opening_key::{HoldsOpeningKey, OpeningKey};
use crate::{SecretText, StretchParams, VaultError, VerifiedKey, primitives};

mod stop;

pub use stop::{StopKey, StopStatement, Stopped};

const RANDOM: usize = 16;
const LENGTH: usize = RANDOM + 2;

/// A receipt's digits: 16 random ones and two check digits (ISO 7064, MOD 97-10).
pub struct ReceiptCode(Zeroizing<[u8; LENGTH]>);

crate::secret::redacted!(ReceiptCode, Mailbox);

/// Why typed text is not a receipt. It says nothing about which receipts exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReceiptFault {
    /// Not 18 digits.
    #[error("a receipt has 18 numbers")]
    WrongLength,
    /// Something that is neither a digit nor a space nor a hyphen.
    #[error("a receipt has only numbers")]
    NotADigit,
    /// The check digits do not fit.
    #[error("one number is wrong")]
    OneNumberIsWrong,
}

impl ReceiptCode {
    /// A new receipt.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut code = Self(Zeroizing::new([0; LENGTH]));
        for digit in code.0.iter_mut().take(RANDOM) {
            *digit = random_digit(rng);
        }
        let check = check_digits(code.0.as_ref());
        for (digit, checked) in code.0.iter_mut().skip(RANDOM).zip(check) {
            *digit = checked;
        }
        code
    }

    /// Reads typed digits of any common script. Spaces and hyphens do not matter.
    pub fn parse(typed: &str) -> Result<Self, ReceiptFault> {
        let mut code = Self(Zeroizing::new([0; LENGTH]));
        let mut places = code.0.iter_mut();
        for letter in typed.chars().filter(|letter| !is_separator(*letter)) {
            let digit = digit(letter).ok_or(ReceiptFault::NotADigit)?;
            *places.next().ok_or(ReceiptFault::WrongLength)? = digit;
        }
        if places.next().is_some() {
            return Err(ReceiptFault::WrongLength);
        }
        let check = check_digits(code.0.as_ref());
        if code.0.iter().skip(RANDOM).ne(&check) {
            return Err(ReceiptFault::OneNumberIsWrong);
        }
        Ok(code)
    }

    /// The digits in clear, in groups of three, to be shown once.
    pub fn grouped(&self) -> SecretText {
        let mut text = String::with_capacity(LENGTH.saturating_mul(2));
        for (index, letter) in self.letters().enumerate() {
            if index > 0 && index.is_multiple_of(3) {
                text.push(' ');
            }
            text.push(letter);
        }
        SecretText::new(text)
    }

    /// The tag to look a receipt up by, and the person's mailbox: one Argon2id run.
    pub fn stretch(
        &self,
        salt: &[u8; 16],
        params: StretchParams,
    ) -> Result<ReceiptKeys, VaultError> {
        let mut digits = Zeroizing::new(String::with_capacity(LENGTH));
        digits.extend(self.letters());
        let stretched = params.stretch(digits.as_bytes(), salt)?;
        let key = |purpose| primitives::derive(stretched.bytes(), salt, purpose);
        Ok(ReceiptKeys {
            tag: *key("receipt/tag").bytes(),
            mailbox: Mailbox::new(OpeningKey::new(key("receipt/mailbox"))),
        })
    }

    fn letters(&self) -> impl Iterator<Item = char> {
        self.0
            .iter()
            .filter_map(|digit| char::from_digit(u32::from(*digit), 10))
    }
}

/// What a receipt gives.
pub struct ReceiptKeys {
    /// The row's lookup tag. It opens nothing.
    pub tag: [u8; 32],
    /// The person's mailbox.
    pub mailbox: Mailbox,
}

impl fmt::Debug for ReceiptKeys {
    // The tag names the row, and so the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptKeys(redacted)")
    }
}

/// A private key for letters: the person's, from the receipt, or the case's.
pub struct Mailbox(OpeningKey);

impl Mailbox {
    /// The public half, to be kept inside a sealed file.
    pub fn public(&self) -> [u8; 32] {
        self.0.public()
    }

    pub(crate) fn new(key: OpeningKey) -> Self {
        Self(key)
    }
}

impl HoldsOpeningKey for Mailbox {
    fn opening_key(&self) -> &OpeningKey {
        &self.0
    }
}

/// Makes a mailbox's public key one to seal to.
#[derive(Debug)]
pub enum MailboxKey {}

impl MailboxKey {
    /// DANGER. Call this only with a key that was read from inside an object that was sealed, and
    /// verified where it is signed: an intake, a record of the case, a message. A key from a plain
    /// column or from a request would let a stranger read every letter to the person.
    pub fn from_sealed_file(public: [u8; 32]) -> VerifiedKey {
        VerifiedKey::of_mailbox(public)
    }
}

/// The zeros of the decimal digits in scripts that people here type with.
const ZEROS: [char; 9] = ['0', '٠', '۰', '०', '০', '၀', '០', '๐', '０'];

fn digit(letter: char) -> Option<u8> {
    ZEROS.iter().find_map(|zero| {
        let distance = u32::from(letter).checked_sub(u32::from(*zero))?;
        u8::try_from(distance).ok().filter(|digit| *digit < 10)
    })
}

/// Also the marks of direction that come along when right-to-left text is copied.
fn is_separator(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '-' | '\u{2010}'..='\u{2015}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        )
}

/// Two digits that make the whole number leave 1 when divided by 97.
fn check_digits(digits: &[u8]) -> [u8; 2] {
    let rest = digits
        .iter()
        .take(RANDOM)
        .chain(&[0, 0])
        .fold(0_u16, |rest, digit| (rest * 10 + u16::from(*digit)) % 97);
    let check = 98 - rest;
    [check / 10, check % 10].map(|digit| u8::try_from(digit).unwrap_or_default())
}

/// A digit drawn so that each is equally likely: bytes from 250 on are drawn again.
fn random_digit(rng: &mut impl CryptoRng) -> u8 {
    loop {
        let mut byte = [0];
        rng.fill_bytes(&mut byte);
        if let [byte @ 0..250] = byte {
            return byte % 10;
        }
    }
}

#[cfg(test)]
mod tests;
