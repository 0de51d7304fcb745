//! Who decides which public key is right.
//!
//! The organisation's root signs certificates for key administrators; they sign entries about
//! members, groups and partners. What must stay true: a [`VerifiedKey`] or a [`VerifiedMember`]
//! comes out of a checked entry and from nowhere else, so nobody seals to a key that a writer to
//! the database slipped in.
//!
//! Deliberately absent: revocation of an administrator other than a new root, and a defence
//! against the roll-back of the whole register. The caller keeps the highest version seen.

mod certificate;
mod entry;
mod root;
mod verified;

pub use certificate::Certificate;
pub use entry::{Entry, sign_entry, verify_entry};
pub use root::{RootKey, RootPublic};
pub use verified::{VerifiedEntry, VerifiedKey, VerifiedMember};

#[cfg(test)]
mod tests;
