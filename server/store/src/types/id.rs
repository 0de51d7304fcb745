//! How an id type is made. The list of ids is in `ids.rs`.
//!
//! What must stay true: an id has one spelling (hyphenated, 36 characters), and an id of one kind
//! cannot be passed where another kind is meant.
//!
//! Deliberately absent: making a fresh id. Randomness is handed in, so the caller brings a `Uuid`.

use uuid::Uuid;

/// The text is not an id in its one spelling. Says nothing about the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id")]
pub struct NotAnId;

/// The length of a hyphenated uuid, in characters.
const HYPHENATED: usize = 36;

/// Reads the hyphenated spelling and no other, so that one object has one address.
pub(crate) fn parse(text: &str) -> Result<Uuid, NotAnId> {
    if text.len() != HYPHENATED {
        return Err(NotAnId);
    }
    Uuid::try_parse(text).map_err(|_why| NotAnId)
}

/// Makes id types: sixteen bytes in the database, hyphenated text outside.
macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Binary)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// Takes a uuid as this kind of id.
            pub const fn from_uuid(id: uuid::Uuid) -> Self {
                Self(id)
            }

            /// The id as a plain uuid.
            pub const fn to_uuid(self) -> uuid::Uuid {
                self.0
            }

            /// Takes sixteen bytes as this kind of id.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(uuid::Uuid::from_bytes(bytes))
            }

            /// The sixteen bytes, as they are stored and as they are bound into sealed objects.
            pub const fn as_bytes(&self) -> [u8; 16] {
                *self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.as_hyphenated())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.as_hyphenated())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::types::NotAnId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::types::id::parse(text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        $crate::types::column::portable_column!($name: diesel::sql_types::Binary,
            write [u8] = |id| Ok(id.0.as_bytes().as_slice()),
            read Vec<u8> = |bytes| uuid::Uuid::from_slice(&bytes).map(Self).map_err(|_why| {
                $crate::types::Unreadable { type_name: stringify!($name), why: "is not 16 bytes long" }
            }));
    )+};
}

pub(crate) use typed_ids;
