//! The keys of a case and the chain of its records.
//!
//! A case key is 32 random bytes per epoch. It reaches a group as a grant: sealed to the group,
//! signed by the member who granted it. A member of the group may leave a quick grant beside it,
//! sealed under the group's symmetric key: it opens much faster, and only a holder of the group
//! key can have made it. What must stay true: each record is bound to its place
//! and to the hash of the one before, so replacing, dropping or reordering records is refused.
//!
//! Known limit: cutting off the end of the chain is seen only against the head and the number of
//! records, which the card keeps.

use rand_core::CryptoRng;

use crate::opening_key::OpeningKey;
use crate::{
    Context, Key32, Kind, LEDGER_LINE, LedgerLabels, Mailbox, Padding, SecretBytes, VaultError,
    envelope, primitives,
};

mod grant;

pub use grant::UnverifiedGrant;

/// The length of a card's frame in bytes; its content is at most one byte shorter.
pub const CARD_FRAME: usize = 1024;

const CARD: Padding = Padding::Fixed(CARD_FRAME);

/// The key of a case in one epoch.
pub struct CaseKey {
    case: [u8; 16],
    epoch: u32,
    key: Key32,
}

crate::secret::redacted!(CaseKey);

impl CaseKey {
    /// A new key. The epoch starts at 1 and grows when somebody loses access.
    pub fn generate(case: [u8; 16], epoch: u32, rng: &mut impl CryptoRng) -> Self {
        Self {
            case,
            epoch,
            key: Key32::generate(rng),
        }
    }

    /// The case's id.
    pub fn case(&self) -> [u8; 16] {
        self.case
    }

    /// The key's epoch.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Seals the summary of the case into the fixed frame, at a revision.
    pub fn seal_card(
        &self,
        organisation: [u8; 16],
        revision: u64,
        plaintext: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = self
            .context(Kind::Card, organisation, self.case)
            .version(revision);
        envelope::seal(&self.derive("case/card"), &context, plaintext, CARD, rng)
    }

    /// Opens the summary of the case at its revision.
    pub fn open_card(
        &self,
        organisation: [u8; 16],
        revision: u64,
        bytes: &[u8],
    ) -> Result<SecretBytes, VaultError> {
        let context = self
            .context(Kind::Card, organisation, self.case)
            .version(revision);
        envelope::open(&self.derive("case/card"), &context, bytes)
    }

    /// Seals a record at place `seq`, after the record with the hash `previous`.
    pub fn seal_record(
        &self,
        organisation: [u8; 16],
        seq: u64,
        previous: Option<[u8; 32]>,
        plaintext: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = self.context(Kind::Record, organisation, self.case);
        let context = context.version(seq).after(previous);
        envelope::seal(
            &self.derive("case/record"),
            &context,
            plaintext,
            Padding::Record,
            rng,
        )
    }

    /// Opens a record at its place.
    pub fn open_record(
        &self,
        organisation: [u8; 16],
        seq: u64,
        previous: Option<[u8; 32]>,
        bytes: &[u8],
    ) -> Result<SecretBytes, VaultError> {
        let context = self.context(Kind::Record, organisation, self.case);
        let context = context.version(seq).after(previous);
        envelope::open(&self.derive("case/record"), &context, bytes)
    }

    /// Seals the case's own copy of a ledger line.
    pub fn seal_ledger_line(
        &self,
        organisation: [u8; 16],
        line: [u8; 16],
        plaintext: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = self.context(Kind::CaseLedgerLine, organisation, line);
        envelope::seal(
            &self.derive("case/ledger"),
            &context,
            plaintext,
            LEDGER_LINE,
            rng,
        )
    }

    /// Opens the case's own copy of a ledger line.
    pub fn open_ledger_line(
        &self,
        organisation: [u8; 16],
        line: [u8; 16],
        bytes: &[u8],
    ) -> Result<SecretBytes, VaultError> {
        let context = self.context(Kind::CaseLedgerLine, organisation, line);
        envelope::open(&self.derive("case/ledger"), &context, bytes)
    }

    /// Under which labels the case's ledger lines are found.
    pub fn ledger_labels(&self) -> LedgerLabels {
        LedgerLabels::new(self.derive("case/ledger-label"))
    }

    /// The case's mailbox: whoever holds the case key reads what the person writes.
    pub fn mailbox(&self) -> Mailbox {
        Mailbox::new(OpeningKey::new(self.derive("case/mailbox")))
    }

    #[cfg(test)]
    pub(crate) fn from_parts(case: [u8; 16], epoch: u32, key: Key32) -> Self {
        Self { case, epoch, key }
    }

    fn derive(&self, purpose: &str) -> Key32 {
        primitives::derive(self.key.bytes(), &[], purpose)
    }

    fn context(&self, kind: Kind, organisation: [u8; 16], object: [u8; 16]) -> Context {
        Context::of(kind, organisation, object).in_case(self.case, self.epoch)
    }
}

/// The hash of a sealed record, for the context of the next one and for the card.
pub fn record_hash(bytes: &[u8]) -> [u8; 32] {
    primitives::sha256(&[bytes])
}

#[cfg(test)]
mod tests;
