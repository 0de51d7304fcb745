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
use serde::{Deserialize, Serialize};

use crate::sealed_box::OpeningKey;
use crate::wire::{self, SecretField};
use crate::{
    Context, GroupKey, Identity, Key32, Kind, Mailbox, Opener, Padding, SecretBytes, SignedMessage,
    VaultError, VerifiedKey, VerifiedMember, envelope, primitives, seal_signed_to,
};

/// The length of a card's frame in bytes; its content is at most one byte shorter.
pub const CARD_FRAME: usize = 1024;

const CARD: Padding = Padding::Fixed(CARD_FRAME);
const GRANT: Padding = Padding::Fixed(256);
const QUICK: Padding = Padding::Fixed(64);

/// The key of a case in one epoch.
pub struct CaseKey {
    case: [u8; 16],
    epoch: u32,
    key: Key32,
}

crate::secret::redacted!(CaseKey, UnverifiedGrant);

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

    /// Grants the case to a group of the same organisation. Any other key is `WrongKey`: another
    /// organisation gets a packet with its own copy, never the key of a case.
    pub fn grant(
        &self,
        organisation: [u8; 16],
        to: &VerifiedKey,
        granter: &Identity,
        granter_id: [u8; 16],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let (Some(group), true) = (to.group(), to.organisation() == Some(organisation)) else {
            return Err(VaultError::WrongKey);
        };
        let context = grant_context(Kind::Grant, organisation, group, self.case, self.epoch);
        let plaintext = wire::encode(&GrantWire {
            key: SecretField::of(self.key.bytes()),
        })?;
        seal_signed_to(to, granter, granter_id, &context, &plaintext, GRANT, rng)
    }

    /// Opens a grant to this group. The case key stays out of reach until the granter is verified.
    pub fn open_grant(
        bytes: &[u8],
        group: &GroupKey,
        organisation: [u8; 16],
        case: [u8; 16],
        epoch: u32,
    ) -> Result<UnverifiedGrant, VaultError> {
        let context = grant_context(Kind::Grant, organisation, group_of(group), case, epoch);
        let message = group.open_signed(&context, bytes)?;
        Ok(UnverifiedGrant {
            message,
            organisation,
            case,
            epoch,
        })
    }

    /// The same key for a group one holds oneself, without a signature and much faster to open.
    pub fn quick(
        &self,
        group: &GroupKey,
        organisation: [u8; 16],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = grant_context(
            Kind::QuickGrant,
            organisation,
            group_of(group),
            self.case,
            self.epoch,
        );
        envelope::seal(
            &group.derive("group/quick"),
            &context,
            self.key.bytes(),
            QUICK,
            rng,
        )
    }

    /// Opens what [`CaseKey::quick`] made. Whoever made it held the group key.
    pub fn open_quick(
        bytes: &[u8],
        group: &GroupKey,
        organisation: [u8; 16],
        case: [u8; 16],
        epoch: u32,
    ) -> Result<Self, VaultError> {
        let context = grant_context(Kind::QuickGrant, organisation, group_of(group), case, epoch);
        let key = envelope::open(&group.derive("group/quick"), &context, bytes)?;
        Ok(Self {
            case,
            epoch,
            key: Key32::from_slice(key.expose())?,
        })
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
            Padding::Record,
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

/// An opened grant that is not yet believed.
pub struct UnverifiedGrant {
    message: SignedMessage,
    organisation: [u8; 16],
    case: [u8; 16],
    epoch: u32,
}

impl UnverifiedGrant {
    /// The id of the member who claims to have granted it.
    pub fn granter(&self) -> [u8; 16] {
        self.message.signer()
    }

    /// Gives out the case key if this member of the same organisation granted it.
    pub fn verify(self, by: &VerifiedMember) -> Result<CaseKey, VaultError> {
        if by.organisation() != self.organisation {
            return Err(VaultError::WrongKey);
        }
        let plaintext = self.message.verify(by)?;
        let wire: GrantWire = wire::decode(plaintext.expose())?;
        Ok(CaseKey {
            case: self.case,
            epoch: self.epoch,
            key: wire.key.0,
        })
    }
}

/// The hash of a sealed record, for the context of the next one and for the card.
pub fn record_hash(bytes: &[u8]) -> [u8; 32] {
    primitives::sha256(&[bytes])
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GrantWire {
    key: SecretField,
}

/// The group's epoch stands where versions stand: the case's own epoch needs the epoch's place.
fn grant_context(
    kind: Kind,
    organisation: [u8; 16],
    (group, group_epoch): ([u8; 16], u32),
    case: [u8; 16],
    epoch: u32,
) -> Context {
    Context::of(kind, organisation, group)
        .in_case(case, epoch)
        .version(group_epoch.into())
}

fn group_of(group: &GroupKey) -> ([u8; 16], u32) {
    (group.id(), group.epoch())
}

#[cfg(test)]
mod tests;
