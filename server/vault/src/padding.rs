//! Hides the exact length of what is sealed.
//!
//! A byte 0x80 and then zeros follow the content, up to a length that says little about it
//! (ISO/IEC 7816-4). The padding lies inside the seal, so nobody can try lengths against it.
//! Deliberately absent: compression, because the length would then tell about the content.

use crate::VaultError;

const MARK: u8 = 0x80;
const RECORD_BUCKETS: [usize; 5] = [256, 1024, 4 * 1024, 16 * 1024, LARGEST_BUCKET];
const LARGEST_BUCKET: usize = 64 * 1024;

/// How much the length of an object may tell. Lengths are in bytes and include the mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Padding {
    /// 256 B, 1, 4, 16 or 64 KiB; beyond that whole multiples of 64 KiB.
    Record,
    /// One length for all. What does not fit, with one byte for the mark, is `TooLong`.
    Fixed(usize),
    /// The next power of two that is not below `least`.
    PowerOfTwo {
        /// The smallest length, in bytes.
        least: usize,
    },
    /// At most 12 % more, for large files: only the leading bits of the length stay visible.
    Padme,
}

impl Padding {
    /// The length after padding of content of `length` bytes.
    pub fn padded_length(self, length: usize) -> Result<usize, VaultError> {
        let least = length.checked_add(1).ok_or(VaultError::TooLong)?;
        let padded = match self {
            Self::Record => RECORD_BUCKETS
                .into_iter()
                .find(|bucket| *bucket >= least)
                .or_else(|| least.checked_next_multiple_of(LARGEST_BUCKET)),
            Self::Fixed(fixed) => (least <= fixed).then_some(fixed),
            Self::PowerOfTwo { least: floor } => least.max(floor).checked_next_power_of_two(),
            Self::Padme => padme(least),
        };
        padded.ok_or(VaultError::TooLong)
    }

    /// Appends the padded content. `out` must have the room already, or a copy is left behind.
    pub(crate) fn append(self, out: &mut Vec<u8>, content: &[u8]) -> Result<(), VaultError> {
        let padded = self.padded_length(content.len())?;
        let end = out.len().checked_add(padded).ok_or(VaultError::TooLong)?;
        out.extend_from_slice(content);
        out.push(MARK);
        out.resize(end, 0);
        Ok(())
    }
}

/// The length of the content inside padded bytes.
pub(crate) fn content_length(padded: &[u8]) -> Result<usize, VaultError> {
    let mark = padded
        .iter()
        .rposition(|byte| *byte != 0)
        .ok_or(VaultError::Tampered)?;
    if padded.get(mark) == Some(&MARK) {
        Ok(mark)
    } else {
        Err(VaultError::Tampered)
    }
}

/// Rounds up so that only the length's exponent and as many leading bits as the exponent has
/// bits remain (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files", 2019).
fn padme(length: usize) -> Option<usize> {
    let exponent = length.checked_ilog2()?;
    let kept = exponent
        .checked_ilog2()
        .map_or(0, |bits| bits.saturating_add(1));
    let unit = 1_usize.checked_shl(exponent.saturating_sub(kept))?;
    length.checked_next_multiple_of(unit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn records_fall_into_buckets() {
        let pairs = [
            (0, 256),
            (255, 256),
            (256, 1024),
            (1024, 4096),
            (65_535, 65_536),
        ];
        for (length, bucket) in pairs
            .into_iter()
            .chain([(65_536, 131_072), (200_000, 262_144)])
        {
            assert_eq!(
                Padding::Record.padded_length(length),
                Ok(bucket),
                "{length}"
            );
        }
    }

    #[test]
    fn a_fixed_frame_refuses_what_does_not_fit() {
        assert_eq!(Padding::Fixed(8).padded_length(7), Ok(8));
        assert_eq!(Padding::Fixed(8).padded_length(8), Err(VaultError::TooLong));
        assert_eq!(
            Padding::Fixed(usize::MAX).padded_length(usize::MAX),
            Err(VaultError::TooLong)
        );
    }

    #[test]
    fn powers_of_two_start_at_the_least() {
        let padding = Padding::PowerOfTwo { least: 16_384 };
        assert_eq!(padding.padded_length(1), Ok(16_384));
        assert_eq!(padding.padded_length(16_383), Ok(16_384));
        assert_eq!(padding.padded_length(16_384), Ok(32_768));
    }

    #[test]
    fn padding_without_a_mark_is_refused() {
        for bytes in [&[][..], &[0, 0][..], &[1, 2, 0][..]] {
            assert_eq!(content_length(bytes), Err(VaultError::Tampered));
        }
        assert_eq!(content_length(&[1, MARK, 0]), Ok(1));
    }

    proptest! {
        #[test]
        fn content_comes_back(content: Vec<u8>, which in 0_usize..3) {
            let all = [Padding::Record, Padding::Padme, Padding::PowerOfTwo { least: 32 }];
            let mut padded = Vec::new();
            all[which].append(&mut padded, &content).unwrap();
            prop_assert_eq!(content_length(&padded), Ok(content.len()));
        }

        #[test]
        fn padme_costs_at_most_twelve_per_cent(length in 1_usize..1 << 40) {
            let padded = padme(length).unwrap();
            prop_assert!(padded >= length);
            prop_assert!((padded - length) * 100 <= length * 12);
        }
    }
}
