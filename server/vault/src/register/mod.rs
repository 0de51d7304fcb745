//! Who decides which public key is right.
//!
//! The organisation's root signs certificates for key administrators; they sign entries about
//! members, groups and partners. What must stay true: a [`VerifiedKey`] or a [`VerifiedMember`]
//! comes out of a checked entry and from nowhere else, so nobody seals to a key that a writer to
//! the database slipped in.
//!
//! The manifest makes one object of all entries: what it does not name does not exist. It is
//! numbered and names the one before, so that whoever keeps the newest number and hash notices a
//! register that was put back. It also names the administrators who left.

mod certificate;
mod entry;
mod manifest;
mod root;
mod verified;

pub use certificate::Certificate;
pub use entry::{Entry, sign_entry, verify_entry};
pub use manifest::{
    Listed, ListedGroup, Manifest, VerifiedManifest, sign_manifest, verify_manifest,
};
pub use root::{RootKey, RootPublic};
pub use verified::{VerifiedEntry, VerifiedKey, VerifiedMember};

#[cfg(test)]
mod tests;
