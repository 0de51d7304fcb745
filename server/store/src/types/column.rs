//! How a newtype becomes a column: by borrowing what diesel already stores on every backend.
//!
//! Deliberately absent: one impl per backend. They would drift.

/// A column held something that its type does not allow. Names the type, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{type_name} {why}")]
pub struct Unreadable {
    /// The type that refused.
    pub type_name: &'static str,
    /// What was wrong, in words that hold no value.
    pub why: &'static str,
}

/// Makes `$type` a column of SQL type `$sql`: written as a borrowed `$stored`, read as `$read`.
macro_rules! portable_column {
    ($type:ty: $sql:ty, write $stored:ty = $write:expr, read $read:ty = $parse:expr) => {
        impl<DB> diesel::serialize::ToSql<$sql, DB> for $type
        where
            DB: diesel::backend::Backend,
            $stored: diesel::serialize::ToSql<$sql, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, DB>,
            ) -> diesel::serialize::Result {
                let write: fn(&$type) -> Result<&$stored, $crate::types::Unreadable> = $write;
                let stored: &'b $stored = write(self)?;
                <$stored as diesel::serialize::ToSql<$sql, DB>>::to_sql(stored, out)
            }
        }

        impl<DB> diesel::deserialize::FromSql<$sql, DB> for $type
        where
            DB: diesel::backend::Backend,
            $read: diesel::deserialize::FromSql<$sql, DB>,
        {
            fn from_sql(
                raw: <DB as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                let parse: fn($read) -> Result<$type, $crate::types::Unreadable> = $parse;
                let read = <$read as diesel::deserialize::FromSql<$sql, DB>>::from_sql(raw)?;
                Ok(parse(read)?)
            }
        }
    };
}

pub(crate) use portable_column;
