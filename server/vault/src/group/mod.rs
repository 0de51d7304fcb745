//! Keys that several people hold: a team, a queue, an inbox, or one member alone.
//!
//! A group has an opaque id and, per epoch, one seed. From the seed come the X25519 key that
//! others seal to and the symmetric keys for quick grants, labels of grants, segments and register
//! entries.
//! What must stay true: a group key moves from member to member only signed and sealed, and is
//! believed only after the signer was found in the register.

use core::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::opening_key::{HoldsOpeningKey, OpeningKey};
use crate::wire::{self, SecretField};
use crate::{
    Context, Key32, Kind, Padding, SecretBytes, VaultError, VerifiedKey, envelope, primitives,
};

mod delivery;

pub use delivery::{Delivery, UnverifiedDelivery, deliver};

/// The private key of a group in one epoch.
pub struct GroupKey {
    id: [u8; 16],
    epoch: u32,
    seed: Key32,
    opening: OpeningKey,
}

crate::secret::redacted!(GroupKey);

impl GroupKey {
    /// A new key. The epoch starts at 1 and grows when somebody leaves.
    pub fn generate(id: [u8; 16], epoch: u32, rng: &mut impl CryptoRng) -> Self {
        Self::from_seed(id, epoch, Key32::generate(rng))
    }

    /// The group's id.
    pub fn id(&self) -> [u8; 16] {
        self.id
    }

    /// The key's epoch.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The public half, for the register.
    pub fn public(&self) -> GroupPublic {
        GroupPublic {
            id: self.id,
            epoch: self.epoch,
            key: self.opening.public(),
        }
    }

    /// The same key to seal to. Holding the private half is proof enough of whose it is.
    pub fn as_recipient(&self, organisation: [u8; 16]) -> VerifiedKey {
        VerifiedKey::of_group(organisation, &self.public())
    }

    /// Seals a piece of a search index, numbered within the group.
    pub fn seal_segment(
        &self,
        organisation: [u8; 16],
        segment: u64,
        plaintext: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = self.segment_context(organisation, segment);
        envelope::seal(
            &self.derive("group/segment"),
            &context,
            plaintext,
            Padding::Record,
            rng,
        )
    }

    /// Opens a piece of a search index.
    pub fn open_segment(
        &self,
        organisation: [u8; 16],
        segment: u64,
        bytes: &[u8],
    ) -> Result<SecretBytes, VaultError> {
        envelope::open(
            &self.derive("group/segment"),
            &self.segment_context(organisation, segment),
            bytes,
        )
    }

    /// Seals a signed register entry for the members of this group.
    pub fn seal_register_entry(
        &self,
        organisation: [u8; 16],
        subject: [u8; 16],
        version: u64,
        signed: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = self.register_context(organisation, subject, version);
        envelope::seal(
            &self.derive("group/register"),
            &context,
            signed,
            Padding::Record,
            rng,
        )
    }

    /// Opens a signed register entry. It still has to be verified.
    pub fn open_register_entry(
        &self,
        organisation: [u8; 16],
        subject: [u8; 16],
        version: u64,
        bytes: &[u8],
    ) -> Result<SecretBytes, VaultError> {
        let context = self.register_context(organisation, subject, version);
        envelope::open(&self.derive("group/register"), &context, bytes)
    }

    /// Seals a signed manifest of the register for the members of this group.
    pub fn seal_manifest(
        &self,
        organisation: [u8; 16],
        number: u64,
        signed: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let context = self.manifest_context(organisation, number);
        let padding = Padding::PowerOfTwo { least: 4096 };
        envelope::seal(
            &self.derive("group/manifest"),
            &context,
            signed,
            padding,
            rng,
        )
    }

    /// Opens a signed manifest. It still has to be verified.
    pub fn open_manifest(
        &self,
        organisation: [u8; 16],
        number: u64,
        bytes: &[u8],
    ) -> Result<SecretBytes, VaultError> {
        let context = self.manifest_context(organisation, number);
        envelope::open(&self.derive("group/manifest"), &context, bytes)
    }

    /// The key of the labels that this group's grants are found by.
    pub fn labels(&self) -> GrantLabels {
        GrantLabels(self.derive("group/label"))
    }

    pub(crate) fn from_seed(id: [u8; 16], epoch: u32, seed: Key32) -> Self {
        let opening = OpeningKey::new(primitives::derive(seed.bytes(), &[], "group/opening"));
        Self {
            id,
            epoch,
            seed,
            opening,
        }
    }

    pub(crate) fn derive(&self, purpose: &str) -> Key32 {
        primitives::derive(self.seed.bytes(), &[], purpose)
    }

    fn segment_context(&self, organisation: [u8; 16], segment: u64) -> Context {
        let context = Context::of(Kind::Segment, organisation, self.id).version(segment);
        Context {
            epoch: self.epoch,
            ..context
        }
    }

    fn manifest_context(&self, organisation: [u8; 16], number: u64) -> Context {
        Context {
            epoch: self.epoch,
            ..Context::of(Kind::Manifest, organisation, organisation).version(number)
        }
    }

    fn register_context(&self, organisation: [u8; 16], subject: [u8; 16], version: u64) -> Context {
        let context = Context::of(Kind::RegisterEntry, organisation, subject).version(version);
        Context {
            epoch: self.epoch,
            ..context
        }
    }
}

/// Makes the labels that a group's grants are found by. Without the group's key a label says nothing
/// about the group, and two labels of one group are like those of two.
pub struct GrantLabels(Key32);

crate::secret::redacted!(GrantLabels);

impl GrantLabels {
    /// The label of the group's grant of a case at an epoch of the case's key.
    pub fn of(&self, case: [u8; 16], case_epoch: u32) -> [u8; 32] {
        primitives::hmac(self.0.bytes(), &[&case, &case_epoch.to_be_bytes()])
    }
}

impl HoldsOpeningKey for GroupKey {
    fn opening_key(&self) -> &OpeningKey {
        &self.opening
    }
}

/// The public half of a group key. Hex in JSON, bytes in CBOR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupPublic {
    /// The group's id.
    #[serde(with = "wire::public")]
    pub id: [u8; 16],
    /// The key's epoch.
    pub epoch: u32,
    /// X25519: others seal to it.
    #[serde(with = "wire::public")]
    pub key: [u8; 32],
}

/// A group key as a member holds it.
pub struct Membership {
    /// The key.
    pub key: GroupKey,
    /// What the group is called.
    pub label: String,
    /// What the group is for.
    pub purpose: GroupPurpose,
}

impl fmt::Debug for Membership {
    // The label can name a place or a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Membership(redacted)")
    }
}

impl Membership {
    pub(crate) fn to_wire(&self) -> MembershipWire {
        MembershipWire {
            id: self.key.id,
            epoch: self.key.epoch,
            seed: SecretField::of(self.key.seed.bytes()),
            label: self.label.clone(),
            purpose: self.purpose,
        }
    }

    pub(crate) fn from_wire(wire: MembershipWire) -> Self {
        Self {
            key: GroupKey::from_seed(wire.id, wire.epoch, wire.seed.0),
            label: wire.label,
            purpose: wire.purpose,
        }
    }
}

/// What a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupPurpose {
    /// All members of the organisation.
    Everyone,
    /// Those who triage, assign and approve.
    Supervisors,
    /// A team of caseworkers.
    Team,
    /// Where intakes arrive.
    Queue,
    /// Where referrals arrive.
    Inbox,
    /// Those who read the ledger.
    Auditors,
    /// One member alone.
    Personal,
}

impl GroupPurpose {
    /// All purposes.
    pub const ALL: [Self; 7] = [
        Self::Everyone,
        Self::Supervisors,
        Self::Team,
        Self::Queue,
        Self::Inbox,
        Self::Auditors,
        Self::Personal,
    ];

    /// The name as it is stored. The same as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Supervisors => "supervisors",
            Self::Team => "team",
            Self::Queue => "queue",
            Self::Inbox => "inbox",
            Self::Auditors => "auditors",
            Self::Personal => "personal",
        }
    }

    /// Reads a stored name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.as_str() == name)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MembershipWire {
    #[serde(with = "wire::public")]
    id: [u8; 16],
    epoch: u32,
    seed: SecretField,
    label: String,
    purpose: GroupPurpose,
}

#[cfg(test)]
mod tests;
