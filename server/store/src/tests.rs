//! What the whole crate promises, on both databases.
