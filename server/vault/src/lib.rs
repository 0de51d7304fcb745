//! Seals and opens bytes for Amparo.
//!
//! What must stay true:
//! - Everything sealed is an opaque byte string. Its first byte is the version of the format,
//!   its second the suite of algorithms. `docs/sealing.md` gives every byte.
//! - Every object is bound to its [`Context`]: opened anywhere else, it is refused.
//! - A public key is sealed to only as a [`VerifiedKey`], which a checked register entry makes.
//! - Key types have no `Clone`, no `Serialize` and a redacted `Debug`, and are wiped when dropped.
//!
//! Deliberately absent: a database, HTTP, a log, a clock, a source of randomness. Ids are plain
//! `[u8; 16]` here; the rooms of the server give them types.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod case;
mod codes;
pub mod context;
mod envelope;
mod error;
pub mod group;
pub mod identity;
pub mod instance;
pub mod keyring;
pub mod ledger;
mod opening_key;
pub mod padding;
pub mod passphrase;
mod primitives;
pub mod receipt;
pub mod register;
pub mod sealed_box;
pub mod secret;
pub mod session;
mod spoken;
pub mod unlock;
mod wire;

#[cfg(test)]
mod people;
#[cfg(test)]
mod redaction;
#[cfg(test)]
mod vectors;

pub use case::{CARD_FRAME, CaseKey, UnverifiedGrant, record_hash};
pub use context::{Context, Kind};
pub use error::VaultError;
pub use group::{
    Delivery, GrantLabels, GroupKey, GroupPublic, GroupPurpose, Membership, UnverifiedDelivery,
    deliver,
};
pub use identity::{Identity, PublicIdentity};
pub use instance::InstanceKey;
pub use keyring::{Keyring, KeyringKey, Pin, PinKind};
pub use ledger::{
    EMPTY as EMPTY_LEDGER, LEDGER_LINE, LedgerLabels, Notary, chain, leaf_hash, no_copy, node_hash,
    verify_checkpoint,
};
pub use padding::Padding;
pub use passphrase::{GUESSES, Passphrase, StretchParams, Weakness, judge};
pub use receipt::{
    Mailbox, MailboxKey, ReceiptCode, ReceiptFault, ReceiptKeys, StopKey, StopStatement, Stopped,
};
pub use register::{
    Certificate, Entry, Listed, ListedGroup, Manifest, RootKey, RootPublic, VerifiedEntry,
    VerifiedKey, VerifiedManifest, VerifiedMember, sign_entry, sign_manifest, verify_entry,
    verify_manifest,
};
pub use sealed_box::{BegunSeal, CarriedMessage, Opener, SignedMessage, seal_signed_to, seal_to};
pub use secret::{Key32, SecretBytes, SecretText};
pub use session::{
    BootSecret, SessionKeys, SessionToken, open_mailbox_session, open_reply, open_session,
    seal_mailbox_session, seal_reply, seal_session,
};
pub use spoken::NewcomerWords;
pub use unlock::{
    Method, RecoveryCode, UnlockRow, UserMasterKey, spend_as_if_unlocking, unlock_with_passphrase,
    unlock_with_recovery,
};
/// Wipes what it holds when dropped. Hand plaintexts over in it.
pub use zeroize::Zeroizing;
