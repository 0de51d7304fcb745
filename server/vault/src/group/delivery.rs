//! A group key on its way from one member to another.
//!
//! Deliberately absent: any sign outside of which group it is. All deliveries have one length.

use rand_core::CryptoRng;

use super::{Membership, MembershipWire};
use crate::register::{RootPublic, verify_entry};
use crate::wire;
use crate::{
    Context, Identity, Kind, Opener, Padding, SignedMessage, VaultError, VerifiedMember,
    seal_signed_to,
};

const PADDING: Padding = Padding::Fixed(1024);

/// Seals a group key to a member, signed by the member who holds it. A label of more than about
/// 700 bytes is `TooLong`.
pub fn deliver(
    membership: &Membership,
    organisation: [u8; 16],
    to: &VerifiedMember,
    signer: &Identity,
    signer_id: [u8; 16],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    // A group belongs to one organisation; its key never leaves it.
    if to.organisation() != organisation {
        return Err(VaultError::WrongKey);
    }
    let plaintext = wire::encode(&membership.to_wire())?;
    let context = context(organisation, to.id());
    seal_signed_to(
        &to.key(),
        signer,
        signer_id,
        &context,
        &plaintext,
        PADDING,
        rng,
    )
}

/// Opens what [`deliver`] made.
#[derive(Debug)]
pub enum Delivery {}

impl Delivery {
    /// Opens a delivery to `me`. The group key stays out of reach until the signer is verified.
    pub fn open(
        bytes: &[u8],
        organisation: [u8; 16],
        me: [u8; 16],
        identity: &Identity,
    ) -> Result<UnverifiedDelivery, VaultError> {
        let message = identity.open_signed(&context(organisation, me), bytes)?;
        Ok(UnverifiedDelivery {
            message,
            organisation,
        })
    }
}

/// An opened delivery that is not yet believed.
pub struct UnverifiedDelivery {
    message: SignedMessage,
    organisation: [u8; 16],
}

crate::secret::redacted!(UnverifiedDelivery);

impl UnverifiedDelivery {
    /// The id of the member who claims to have signed.
    pub fn signer(&self) -> [u8; 16] {
        self.message.signer()
    }

    /// Gives out the group key if this member of the same organisation signed it. Whether they may
    /// hand out this group is for the caller to check in the register.
    pub fn verify(self, by: &VerifiedMember) -> Result<Membership, VaultError> {
        if by.organisation() != self.organisation {
            return Err(VaultError::WrongKey);
        }
        let plaintext = self.message.verify(by)?;
        wire::decode::<MembershipWire>(plaintext.expose()).map(Membership::from_wire)
    }

    /// The same for a newcomer, who has no register yet: `member_entry` is the signer's entry, and
    /// `root` is the root whose fingerprint came with the invitation.
    pub fn verify_with_root(
        self,
        root: &RootPublic,
        member_entry: &[u8],
    ) -> Result<Membership, VaultError> {
        let entry = verify_entry(root, self.organisation, self.signer(), member_entry)?;
        let by = entry.member().ok_or(VaultError::WrongKey)?;
        self.verify(&by)
    }
}

fn context(organisation: [u8; 16], to: [u8; 16]) -> Context {
    Context::of(Kind::Delivery, organisation, to)
}
