//! The root's word that a member may sign register entries.

use super::{RootKey, RootPublic};
use crate::envelope::{SUITE, VERSION, after_head};
use crate::{PublicIdentity, VaultError, primitives};

/// The length of a certificate in bytes.
pub(super) const LENGTH: usize = 2 + 16 + 16 + 32 + 64;

/// A key administrator's appointment. It is public to the members and holds no secret.
///
/// `version ‖ suite ‖ organisation (16) ‖ administrator (16) ‖ signing key (32) ‖ signature (64)`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    organisation: [u8; 16],
    admin: [u8; 16],
    signing: [u8; 32],
    signature: [u8; 64],
}

impl RootKey {
    /// Appoints a member as key administrator of an organisation. There is no expiry: an
    /// appointment ends with a new root.
    pub fn appoint(
        &self,
        organisation: [u8; 16],
        admin: [u8; 16],
        identity: &PublicIdentity,
    ) -> Certificate {
        let signing = identity.signing;
        let message = signed_bytes(&organisation, &admin, &signing);
        let signature = primitives::sign(self.signing_key(), &message);
        Certificate {
            organisation,
            admin,
            signing,
            signature,
        }
    }
}

impl Certificate {
    /// The organisation it holds for.
    pub fn organisation(&self) -> [u8; 16] {
        self.organisation
    }

    /// The member who was appointed.
    pub fn admin(&self) -> [u8; 16] {
        self.admin
    }

    /// The stored form, 130 bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = [VERSION, SUITE];
        let parts: [&[u8]; 5] = [
            &head,
            &self.organisation,
            &self.admin,
            &self.signing,
            &self.signature,
        ];
        parts.concat()
    }

    /// Reads the stored form. It is not yet believed: checking happens with an entry.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        Self::read(bytes).ok_or(VaultError::UnknownFormat)
    }

    /// Whether this root made this appointment for this organisation.
    pub fn verify(&self, root: &RootPublic, organisation: [u8; 16]) -> Result<(), VaultError> {
        if self.organisation != organisation {
            return Err(VaultError::WrongKey);
        }
        let message = signed_bytes(&self.organisation, &self.admin, &self.signing);
        primitives::verify(root.as_bytes(), &message, &self.signature)
    }

    pub(super) fn signing(&self) -> &[u8; 32] {
        &self.signing
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let rest = after_head(bytes).ok()?;
        let (organisation, rest) = rest.split_first_chunk()?;
        let (admin, rest) = rest.split_first_chunk()?;
        let (signing, rest) = rest.split_first_chunk()?;
        let signature = rest.try_into().ok()?;
        Some(Self {
            organisation: *organisation,
            admin: *admin,
            signing: *signing,
            signature,
        })
    }
}

fn signed_bytes(organisation: &[u8; 16], admin: &[u8; 16], signing: &[u8; 32]) -> Vec<u8> {
    [
        b"amparo/v1/sign/certificate/".as_slice(),
        organisation,
        admin,
        signing,
    ]
    .concat()
}
