//! How a case key reaches a group.
//!
//! A grant is sealed to the group's public key and signed, so anybody in the organisation can make
//! one and everybody knows who did. A quick grant is sealed under the group's symmetric key: only
//! a holder of that key can have made it, and it does not say which.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::CaseKey;
use crate::wire::{self, SecretField};
use crate::{
    Context, GroupKey, Identity, Key32, Kind, Opener, Padding, SignedMessage, VaultError,
    VerifiedKey, VerifiedMember, envelope, seal_signed_to,
};

const GRANT: Padding = Padding::Fixed(256);
const QUICK: Padding = Padding::Fixed(64);

impl CaseKey {
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
        let (Some((group, group_epoch)), true) =
            (to.group(), to.organisation() == Some(organisation))
        else {
            return Err(VaultError::WrongKey);
        };
        let context = grant_context(
            Kind::Grant,
            organisation,
            group,
            group_epoch,
            self.case,
            self.epoch,
        );
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
        let context = grant_context(
            Kind::Grant,
            organisation,
            group.id(),
            group.epoch(),
            case,
            epoch,
        );
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
            group.id(),
            group.epoch(),
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
        let context = grant_context(
            Kind::QuickGrant,
            organisation,
            group.id(),
            group.epoch(),
            case,
            epoch,
        );
        let key = envelope::open(&group.derive("group/quick"), &context, bytes)?;
        Ok(Self {
            case,
            epoch,
            key: Key32::from_slice(key.expose())?,
        })
    }
}

/// An opened grant that is not yet believed.
pub struct UnverifiedGrant {
    message: SignedMessage,
    organisation: [u8; 16],
    case: [u8; 16],
    epoch: u32,
}

crate::secret::redacted!(UnverifiedGrant);

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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GrantWire {
    key: SecretField,
}

/// The group's epoch stands where versions stand: the case's own epoch needs the epoch's place.
fn grant_context(
    kind: Kind,
    organisation: [u8; 16],
    group: [u8; 16],
    group_epoch: u32,
    case: [u8; 16],
    epoch: u32,
) -> Context {
    Context::of(kind, organisation, group)
        .in_case(case, epoch)
        .version(group_epoch.into())
}
