//! Everything a member can open, in one sealed blob.
//!
//! What must stay true: outside it nobody can see which groups a member belongs to, nor how many:
//! the blob is padded to powers of two from 16 KiB. Roots are pinned here, where a writer to the
//! database cannot reach them.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::group::MembershipWire;
use crate::register::RootPublic;
use crate::wire::{self, SecretField};
use crate::{
    Context, GroupKey, GroupPurpose, Key32, Kind, Membership, Padding, UserMasterKey, VaultError,
    envelope,
};

/// The padding of keyrings and of the sessions that carry one.
pub(crate) const PADDING: Padding = Padding::PowerOfTwo { least: 16_384 };

/// The key that seals a member's keyring.
pub struct KeyringKey(Key32);

crate::secret::redacted!(KeyringKey, Keyring);

impl UserMasterKey {
    /// The key that seals this member's keyring. A session keeps it, as keyrings change.
    pub fn keyring_key(&self) -> KeyringKey {
        KeyringKey(self.derive("umk/keyring"))
    }
}

impl KeyringKey {
    pub(crate) fn to_wire(&self) -> SecretField {
        SecretField::of(self.0.bytes())
    }

    pub(crate) fn from_wire(wire: SecretField) -> Self {
        Self(wire.0)
    }
}

/// What a pin remembers of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PinKind {
    /// The number and hash of the register's newest manifest.
    Register,
    /// The number of lines of the ledger and its head.
    Ledger,
}

/// The newest state of something that was seen: its number, and the hash that it had there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    #[serde(with = "wire::public")]
    organisation: [u8; 16],
    kind: PinKind,
    /// It only grows.
    pub number: u64,
    /// What stood at that number.
    #[serde(with = "wire::public")]
    pub hash: [u8; 32],
}

/// A member's groups, pinned roots, and the newest heads that she has seen.
#[derive(Default)]
pub struct Keyring {
    memberships: Vec<Membership>,
    roots: Vec<([u8; 16], RootPublic)>,
    pins: Vec<Pin>,
}

impl Keyring {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// All groups and epochs, in the order they came.
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The newest key of a purpose. Where there are several groups of one purpose, the highest
    /// epoch wins; use [`Keyring::by_id`] with the charter's id to be exact.
    pub fn current(&self, purpose: GroupPurpose) -> Option<&GroupKey> {
        self.newest(|membership| membership.purpose == purpose)
    }

    /// The newest key of a group.
    pub fn by_id(&self, id: [u8; 16]) -> Option<&GroupKey> {
        self.newest(|membership| membership.key.id() == id)
    }

    /// The key of a group at an epoch.
    pub fn at(&self, id: [u8; 16], epoch: u32) -> Option<&GroupKey> {
        self.newest(|membership| membership.key.id() == id && membership.key.epoch() == epoch)
    }

    /// Adds a group. One that is already there, same id and epoch, is left as it is: a second
    /// delivery must not replace a key.
    pub fn add(&mut self, membership: Membership) {
        if self
            .at(membership.key.id(), membership.key.epoch())
            .is_none()
        {
            self.memberships.push(membership);
        }
    }

    /// Drops all epochs of a group.
    pub fn forget(&mut self, id: [u8; 16]) {
        self.memberships
            .retain(|membership| membership.key.id() != id);
    }

    /// Pins an organisation's root, in place of an earlier one.
    pub fn pin_root(&mut self, organisation: [u8; 16], root: RootPublic) {
        self.roots.retain(|(pinned, _)| *pinned != organisation);
        self.roots.push((organisation, root));
    }

    /// The pinned root of an organisation.
    pub fn root_of(&self, organisation: [u8; 16]) -> Option<&RootPublic> {
        self.roots
            .iter()
            .find(|(pinned, _)| *pinned == organisation)
            .map(|(_, root)| root)
    }

    /// Remembers the newest head of an organisation that was seen. A lower number changes nothing,
    /// nor does another hash at the same number. Answers whether anything changed.
    pub fn pin(
        &mut self,
        organisation: [u8; 16],
        kind: PinKind,
        number: u64,
        hash: [u8; 32],
    ) -> bool {
        let newest = self.pinned(organisation, kind).map(|pin| pin.number);
        if newest.is_some_and(|newest| newest >= number) {
            return false;
        }
        self.pins
            .retain(|pin| (pin.organisation, pin.kind) != (organisation, kind));
        self.pins.push(Pin {
            organisation,
            kind,
            number,
            hash,
        });
        true
    }

    /// The newest head of an organisation that was seen.
    pub fn pinned(&self, organisation: [u8; 16], kind: PinKind) -> Option<Pin> {
        self.pins
            .iter()
            .find(|pin| (pin.organisation, pin.kind) == (organisation, kind))
            .copied()
    }

    /// Seals the keyring. `version` grows with each change; an older one does not open as a newer.
    pub fn seal(
        &self,
        key: &KeyringKey,
        member: [u8; 16],
        version: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, VaultError> {
        let plaintext = wire::encode(&self.to_wire())?;
        envelope::seal(&key.0, &context(member, version), &plaintext, PADDING, rng)
    }

    /// Opens what [`Keyring::seal`] made at this version.
    pub fn open(
        key: &KeyringKey,
        member: [u8; 16],
        version: u64,
        bytes: &[u8],
    ) -> Result<Self, VaultError> {
        let plaintext = envelope::open(&key.0, &context(member, version), bytes)?;
        wire::decode::<KeyringWire>(plaintext.expose()).map(Self::from_wire)
    }

    pub(crate) fn to_wire(&self) -> KeyringWire {
        KeyringWire {
            memberships: self.memberships.iter().map(Membership::to_wire).collect(),
            roots: self
                .roots
                .iter()
                .map(|(organisation, root)| PinWire {
                    organisation: *organisation,
                    root: root.clone(),
                })
                .collect(),
            pins: self.pins.clone(),
        }
    }

    pub(crate) fn from_wire(wire: KeyringWire) -> Self {
        Self {
            memberships: wire
                .memberships
                .into_iter()
                .map(Membership::from_wire)
                .collect(),
            roots: wire
                .roots
                .into_iter()
                .map(|pin| (pin.organisation, pin.root))
                .collect(),
            pins: wire.pins,
        }
    }

    fn newest(&self, wanted: impl Fn(&Membership) -> bool) -> Option<&GroupKey> {
        self.memberships
            .iter()
            .filter(|membership| wanted(membership))
            .map(|membership| &membership.key)
            .max_by_key(|key| key.epoch())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyringWire {
    memberships: Vec<MembershipWire>,
    roots: Vec<PinWire>,
    // Keyrings of the first release have none.
    #[serde(default)]
    pins: Vec<Pin>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PinWire {
    #[serde(with = "wire::public")]
    organisation: [u8; 16],
    root: RootPublic,
}

fn context(member: [u8; 16], version: u64) -> Context {
    Context::of(Kind::Keyring, [0; 16], member).version(version)
}

#[cfg(test)]
mod tests;
