//! Secrets on paper: Crockford's base 32 in groups of four.
//!
//! Reading is tolerant, as people copy by hand: case, spaces and hyphens do not matter, O is 0,
//! I and L are 1.

use base32::Alphabet;
use zeroize::Zeroizing;

use crate::{SecretText, VaultError};

/// Writes bytes in groups of four with hyphens between them.
pub(crate) fn write(bytes: &[u8]) -> SecretText {
    let plain = Zeroizing::new(base32::encode(Alphabet::Crockford, bytes));
    let mut grouped = String::with_capacity(plain.len().saturating_mul(2));
    for (index, letter) in plain.chars().enumerate() {
        if index > 0 && index.is_multiple_of(4) {
            grouped.push('-');
        }
        grouped.push(letter);
    }
    SecretText::new(grouped)
}

/// Reads exactly `N` bytes. `N` must be a multiple of five, so that no bits are left over.
pub(crate) fn read<const N: usize>(text: &str) -> Result<Zeroizing<[u8; N]>, VaultError> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    plain.extend(text.chars().filter(|letter| !is_separator(*letter)));
    let bytes = base32::decode(Alphabet::Crockford, &plain)
        .map(Zeroizing::new)
        .ok_or(VaultError::UnknownFormat)?;
    bytes
        .as_slice()
        .try_into()
        .map(Zeroizing::new)
        .map_err(|_| VaultError::UnknownFormat)
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_however_it_was_copied() {
        let bytes = [0x00, 0x44, 0x32, 0x14, 0xc7, 0xff, 0xfe, 0x01, 0x02, 0x03];
        let text = write(&bytes);
        let sloppy = text
            .expose()
            .to_lowercase()
            .replace('0', "o")
            .replacen('1', "l", 1)
            .replace('1', "I")
            .replace('-', " \u{2013} ");
        assert_eq!(*read::<10>(text.expose()).unwrap(), bytes);
        assert_eq!(*read::<10>(&sloppy).unwrap(), bytes);
    }

    #[test]
    fn other_letters_and_lengths_are_refused() {
        let text = write(&[7; 10]);
        let rest: String = text.expose().chars().skip(1).collect();
        assert!(read::<10>(&format!("0{rest}")).is_ok());
        assert!(read::<10>(&format!("U{rest}")).is_err());
        assert!(read::<10>(&rest).is_err());
        assert!(read::<5>(text.expose()).is_err());
        assert!(read::<10>("").is_err());
    }
}
