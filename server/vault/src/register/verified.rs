//! What came out of a checked register entry. Holding one of these is the proof.

use super::{Entry, RootPublic};
use crate::{GroupPublic, PublicIdentity};

/// A register entry whose chain of signatures up to the root was checked.
#[derive(Debug, Clone)]
pub struct VerifiedEntry {
    organisation: [u8; 16],
    version: u64,
    signer: [u8; 16],
    entry: Entry,
}

impl VerifiedEntry {
    pub(super) fn new(
        organisation: [u8; 16],
        version: u64,
        signer: [u8; 16],
        entry: Entry,
    ) -> Self {
        Self {
            organisation,
            version,
            signer,
            entry,
        }
    }

    /// The entry's version. Refuse one below the highest seen.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The administrator who signed it.
    pub fn signer(&self) -> [u8; 16] {
        self.signer
    }

    /// What it says.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The member it speaks of, if it does. Somebody who left is none.
    pub fn member(&self) -> Option<VerifiedMember> {
        match &self.entry {
            Entry::Member { .. } => self.author(),
            _ => None,
        }
    }

    /// The member it speaks of, or who left: for checking what she signed in her time. Never seal
    /// to an author.
    pub fn author(&self) -> Option<VerifiedMember> {
        let (Entry::Member {
            member,
            identity,
            personal,
        }
        | Entry::Removed {
            member,
            identity,
            personal,
        }) = &self.entry
        else {
            return None;
        };
        Some(VerifiedMember {
            organisation: self.organisation,
            id: *member,
            identity: identity.clone(),
            personal: personal.clone(),
        })
    }

    /// The group's key to seal to, if it speaks of a group.
    pub fn group(&self) -> Option<VerifiedKey> {
        let (Entry::Group { group, .. } | Entry::Published { group, .. }) = &self.entry else {
            return None;
        };
        Some(VerifiedKey::of_group(self.organisation, group))
    }

    /// The partner's root, if it speaks of a partner.
    pub fn partner(&self) -> Option<RootPublic> {
        let Entry::Partner { root, .. } = &self.entry else {
            return None;
        };
        Some(root.clone())
    }
}

/// A public key that is known to be the right one. The only thing the vault seals to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedKey {
    public: [u8; 32],
    group: Option<([u8; 16], u32)>,
    organisation: Option<[u8; 16]>,
}

impl VerifiedKey {
    /// The X25519 key.
    pub fn public(&self) -> [u8; 32] {
        self.public
    }

    /// The group's id and the key's epoch, if it belongs to a group.
    pub fn group(&self) -> Option<([u8; 16], u32)> {
        self.group
    }

    /// The organisation that vouches for it. A person's mailbox has none.
    pub fn organisation(&self) -> Option<[u8; 16]> {
        self.organisation
    }

    pub(crate) fn of_group(organisation: [u8; 16], group: &GroupPublic) -> Self {
        Self {
            public: group.key,
            group: Some((group.id, group.epoch)),
            organisation: Some(organisation),
        }
    }

    pub(crate) fn of_mailbox(public: [u8; 32]) -> Self {
        Self {
            public,
            group: None,
            organisation: None,
        }
    }
}

/// A member whose keys are known to be the right ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedMember {
    organisation: [u8; 16],
    id: [u8; 16],
    identity: PublicIdentity,
    personal: GroupPublic,
}

impl VerifiedMember {
    /// The member's id.
    pub fn id(&self) -> [u8; 16] {
        self.id
    }

    /// The organisation that vouches for them.
    pub fn organisation(&self) -> [u8; 16] {
        self.organisation
    }

    /// Their opening and signing keys.
    pub fn identity(&self) -> &PublicIdentity {
        &self.identity
    }

    /// The key of the group that is this member alone.
    pub fn personal(&self) -> VerifiedKey {
        VerifiedKey::of_group(self.organisation, &self.personal)
    }

    /// Their own opening key.
    pub fn key(&self) -> VerifiedKey {
        VerifiedKey {
            public: self.identity.opening,
            group: None,
            organisation: Some(self.organisation),
        }
    }
}
