//! Bytes with a meaning: sealed objects, digests, and short random values.
//!
//! What must stay true: none of them shows its bytes in `Debug`, and a [`Sealed`] cannot be made
//! from plain text by mistake.
//!
//! Deliberately absent: opening, sealing, hashing. The vault does that; here are only its results.

use std::fmt;

use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::sql_types::Binary;

use super::Unreadable;
use super::column::portable_column;

/// The first byte of every sealed object: the version of the envelope.
const ENVELOPE_VERSION: u8 = 1;

/// The shortest sealed object, in bytes: version, suite and the smallest sealed key.
const SHORTEST_SEALED: usize = 34;

/// The bytes do not look like a sealed object, so they are not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not a sealed object")]
pub struct TooPlain;

/// What the vault sealed. The store keeps it and can neither read nor make it.
///
/// The check is a guard against a mistake, not a proof: only the vault can tell true envelopes.
#[derive(Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Binary)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes an envelope made by the vault.
    ///
    /// Refuses with [`TooPlain`] what is shorter than 34 bytes or does not start with version 1.
    pub fn new(envelope: Vec<u8>) -> Result<Self, TooPlain> {
        let looks_sealed =
            envelope.len() >= SHORTEST_SEALED && envelope.first() == Some(&ENVELOPE_VERSION);
        if looks_sealed {
            Ok(Self(envelope))
        } else {
            Err(TooPlain)
        }
    }

    /// The envelope, to be opened by the vault.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }

    /// The envelope, without a copy.
    pub fn into_vec(self) -> Vec<u8> {
        self.0
    }
}

impl TryFrom<Vec<u8>> for Sealed {
    type Error = TooPlain;

    fn try_from(envelope: Vec<u8>) -> Result<Self, TooPlain> {
        Self::new(envelope)
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}

portable_column!(Sealed: Binary,
write [u8] = |sealed| Ok(sealed.0.as_slice()),
read Vec<u8> = |bytes| Self::new(bytes).map_err(|TooPlain| Unreadable {
    type_name: "Sealed",
    why: "is too short or has another version",
}));

/// Makes a newtype over a fixed number of bytes that hides them in `Debug`.
macro_rules! fixed_bytes {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
        #[diesel(sql_type = Binary)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Takes the bytes as they are.
            pub const fn new(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The bytes, borrowed.
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }

            /// The bytes.
            pub const fn into_bytes(self) -> [u8; $length] {
                self.0
            }
        }

        impl From<[u8; $length]> for $name {
            fn from(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }

        portable_column!($name: Binary,
            write [u8] = |bytes| Ok(bytes.0.as_slice()),
            read Vec<u8> = |bytes| <[u8; $length]>::try_from(bytes).map(Self).map_err(|_bytes| {
                Unreadable { type_name: stringify!($name), why: "has another length" }
            }));
    };
}

fixed_bytes!(
    /// A SHA-256 or HMAC-SHA-256 result: of a session id, a login name, a receipt.
    Digest,
    32
);

fixed_bytes!(
    /// Sixteen bytes that are no id: a salt, a nonce's seed, a lookup tag.
    Bytes16,
    16
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_refused() {
        let plain = b"Maria is held in the north wing and must be called at night".to_vec();
        assert_eq!(Sealed::new(plain), Err(TooPlain));
        assert_eq!(Sealed::new(Vec::new()), Err(TooPlain));
        assert_eq!(Sealed::new(vec![1; 33]), Err(TooPlain));
        assert_eq!(Sealed::new(vec![2; 34]), Err(TooPlain));
        assert!(Sealed::new(vec![1; 34]).is_ok());
    }

    #[test]
    fn debug_shows_no_byte() {
        assert_eq!(
            format!("{:?}", Sealed::new(vec![1; 40]).unwrap()),
            "Sealed(40 bytes)"
        );
        assert_eq!(format!("{:?}", Digest::new([7; 32])), "Digest(..)");
        assert_eq!(format!("{:?}", Bytes16::new([7; 16])), "Bytes16(..)");
    }
}
