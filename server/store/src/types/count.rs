//! Numbers that only grow: the epoch of a key, the revision of a row, the position in a chain.
//!
//! What must stay true: none is below zero. A column that holds such a number is not read; the error
//! names the type and, as every unreadable column, the column, never the number.
//!
//! Deliberately absent: arithmetic. A number is followed by the next one, and nothing else.

use std::fmt;

use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::sql_types::{BigInt, Integer};

use super::Unreadable;
use super::column::portable_column;

/// The number has no place in its column. Says nothing about the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} cannot be this number")]
pub struct OutOfCount(
    /// The type that refused.
    pub &'static str,
);

/// Makes a number from zero upwards over what the column stores.
macro_rules! count {
    ($(#[$doc:meta])* $name:ident: $sql:ident as $stored:ty, out $out:ty) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression,
            FromSqlRow,
        )]
        #[diesel(sql_type = $sql)]
        pub struct $name($stored);

        impl $name {
            /// Before the first.
            pub const NONE: Self = Self(0);
            /// The first.
            pub const FIRST: Self = Self(1);

            /// After every other.
            pub const LAST: Self = Self(<$stored>::MAX);

            /// The number, as the vault binds it into seals.
            pub const fn get(self) -> $out {
                self.0.unsigned_abs()
            }

            /// The number, as bodies of the API hold it.
            pub const fn number(self) -> $stored {
                self.0
            }

            /// The one that follows. There is no number after the last one.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }
        }

        impl TryFrom<$out> for $name {
            type Error = OutOfCount;

            fn try_from(number: $out) -> Result<Self, OutOfCount> {
                <$stored>::try_from(number)
                    .map(Self)
                    .map_err(|_large| OutOfCount(stringify!($name)))
            }
        }

        impl TryFrom<$stored> for $name {
            type Error = OutOfCount;

            fn try_from(number: $stored) -> Result<Self, OutOfCount> {
                if number < 0 {
                    Err(OutOfCount(stringify!($name)))
                } else {
                    Ok(Self(number))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let number = <$stored as serde::Deserialize>::deserialize(from)?;
                Self::try_from(number).map_err(serde::de::Error::custom)
            }
        }

        portable_column!($name: $sql,
            write $stored = |count| Ok(&count.0),
            read $stored = |number| Self::try_from(number).map_err(|_below| Unreadable {
                type_name: stringify!($name),
                why: "is below zero",
            }));
    };
}

count!(
    /// Which key of a group or of a case: a new one begins when somebody leaves.
    Epoch: Integer as i32, out u32
);

count!(
    /// How often a row was written: what a change names, so that nobody else's is lost.
    Revision: BigInt as i64, out u64
);

count!(
    /// Where something stands in a chain or a count that only grows.
    Position: BigInt as i64, out u64
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_below_zero() {
        assert_eq!(Epoch::try_from(-1_i32), Err(OutOfCount("Epoch")));
        assert_eq!(Revision::try_from(-1_i64), Err(OutOfCount("Revision")));
        assert_eq!(Epoch::try_from(u32::MAX), Err(OutOfCount("Epoch")));
        assert_eq!(Position::try_from(u64::MAX), Err(OutOfCount("Position")));
        assert_eq!(
            OutOfCount("Epoch").to_string(),
            "Epoch cannot be this number"
        );
    }

    #[test]
    fn numbers_go_one_by_one() {
        assert_eq!(Epoch::NONE.next(), Epoch::FIRST);
        assert_eq!(Revision::FIRST.next().get(), 2);
        assert_eq!(Revision::FIRST.number(), 1);
        assert_eq!(
            Position::try_from(i64::MAX).unwrap().next().number(),
            i64::MAX
        );
    }
}
