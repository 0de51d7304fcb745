//! Column types that are stored and read alike in both databases.
//!
//! What must stay true: a value that was written reads back equal from either database, and a
//! column that cannot be understood is an error that names the type, never the value.
//!
//! Deliberately absent: database types that only one side has (uuid, timestamptz, json, arrays).

mod bytes;
pub(crate) mod column;
mod count;
pub(crate) mod id;
mod text;
mod time;

pub use bytes::{Bytes16, Digest, Sealed, TooPlain};
pub use column::Unreadable;
pub use count::{Epoch, OutOfCount, Position, Revision};
pub use id::NotAnId;
pub use text::UnknownText;
pub use time::{Day, Moment, OutOfRange};
