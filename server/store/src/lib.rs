//! The store: rows, columns and transactions, on SQLite or on PostgreSQL.
//!
//! What must stay true:
//! - The store knows no key and cannot decrypt. What is confidential arrives as [`Sealed`].
//! - [`Store::read`] and [`Store::write`] are the only doors to the rows.
//! - An act is kept whole or not at all, and an open transaction never returns to the pool.
//! - No error text carries a value from a row or a password from a URL.
//!
//! Deliberately absent: rules of casework, a clock, a source of randomness, a log, and any
//! connection that is both asynchronous and shared.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod connection;
mod counting;
mod dialect;
pub mod error;
pub mod ids;
mod manager;
mod migrations;
pub mod schema;
pub mod store;
mod target;
pub mod types;

pub use connection::AnyConnection;
pub use counting::statements_sent;
pub use error::{Retry, StaleRow, StoreError, one_row};
pub use ids::*;
pub use store::{Backend, Settings, Store, savepoint};
pub use types::{
    Bytes16, Day, Digest, Epoch, Moment, NotAnId, OutOfCount, OutOfRange, Position, Revision,
    Sealed, TooPlain, UnknownText,
};

/// What the macros of this crate need at the place where they are used.
#[doc(hidden)]
pub mod for_macros {
    pub use diesel;
    pub use serde;
}

#[cfg(test)]
mod tests;
