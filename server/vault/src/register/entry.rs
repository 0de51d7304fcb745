//! What the register says, signed.
//!
//! `version ‖ suite ‖ certificate (130) ‖ entry version (8) ‖ CBOR ‖ signature (64)`

use serde::{Deserialize, Serialize};

use super::certificate::LENGTH;
use super::{Certificate, RootPublic, VerifiedEntry};
use crate::envelope::{SUITE, VERSION, after_head};
use crate::wire;
use crate::{
    Context, GroupPublic, GroupPurpose, Identity, Kind, PublicIdentity, VaultError, primitives,
};

/// One statement of the register. Its subject is the member, the group, the partner organisation,
/// or for a charter the organisation itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Entry {
    /// A member and the public keys of theirs.
    Member {
        /// The member's id.
        #[serde(with = "wire::public")]
        member: [u8; 16],
        /// Their opening and signing keys.
        identity: PublicIdentity,
        /// The group that is this member alone.
        personal: GroupPublic,
    },
    /// Somebody who left. Her keys stay, so that what she signed before can still be checked; she
    /// is no member, and nothing is sealed to her.
    Removed {
        /// The member's id.
        #[serde(with = "wire::public")]
        member: [u8; 16],
        /// Their opening and signing keys, as they were.
        identity: PublicIdentity,
        /// The group that was this member alone.
        personal: GroupPublic,
    },
    /// A group in its current epoch.
    Group {
        /// The group's public key.
        group: GroupPublic,
        /// What it is for.
        purpose: GroupPurpose,
        /// What it is called.
        label: String,
        /// Who should hold its key.
        #[serde(with = "wire::public_list")]
        members: Vec<[u8; 16]>,
    },
    /// Which group serves which purpose.
    Charter {
        /// Purpose and group id.
        #[serde(with = "charter")]
        groups: Vec<(GroupPurpose, [u8; 16])>,
    },
    /// Another organisation, after its fingerprint was compared.
    Partner {
        /// Its id.
        #[serde(with = "wire::public")]
        organisation: [u8; 16],
        /// Its root.
        root: RootPublic,
    },
    /// A group's key for those who are not in the organisation, with the state of the register that
    /// it belongs to. It names no member.
    Published {
        /// The group's public key.
        group: GroupPublic,
        /// What it is for.
        purpose: GroupPurpose,
        /// The number of the manifest that lists the key.
        number: u64,
        /// The hash of that manifest.
        #[serde(with = "wire::public")]
        manifest: [u8; 32],
        /// Administrators who left.
        #[serde(with = "wire::public_list")]
        revoked: Vec<[u8; 16]>,
    },
}

impl Entry {
    fn is_about(&self, subject: [u8; 16], organisation: [u8; 16]) -> bool {
        let id = match self {
            Self::Member { member, .. } | Self::Removed { member, .. } => *member,
            Self::Group { group, .. } | Self::Published { group, .. } => group.id,
            Self::Charter { .. } => organisation,
            Self::Partner { organisation, .. } => *organisation,
        };
        id == subject
    }
}

/// Signs an entry as a key administrator. The result carries its certificate. An entry about
/// another subject, or a certificate of somebody else, is refused.
pub fn sign_entry(
    certificate: &Certificate,
    signer: &Identity,
    organisation: [u8; 16],
    subject: [u8; 16],
    version: u64,
    entry: &Entry,
) -> Result<Vec<u8>, VaultError> {
    let own = signer.public().signing == *certificate.signing();
    if !own || certificate.organisation() != organisation {
        return Err(VaultError::WrongKey);
    }
    if !entry.is_about(subject, organisation) {
        return Err(VaultError::Tampered);
    }
    let certificate = certificate.to_bytes();
    let plaintext = wire::encode(entry)?;
    let message = signed_bytes(organisation, subject, version, &certificate, &plaintext);
    let signature = primitives::sign(signer.signing_key(), &message);
    let parts: [&[u8]; 5] = [
        &[VERSION, SUITE],
        &certificate,
        &version.to_be_bytes(),
        &plaintext,
        &signature,
    ];
    Ok(parts.concat())
}

/// Checks an entry about a subject against an organisation's root.
pub fn verify_entry(
    root: &RootPublic,
    organisation: [u8; 16],
    subject: [u8; 16],
    bytes: &[u8],
) -> Result<VerifiedEntry, VaultError> {
    let parts = Parts::read(bytes).ok_or(VaultError::UnknownFormat)?;
    let certificate = Certificate::from_bytes(parts.certificate)?;
    certificate.verify(root, organisation)?;
    let message = signed_bytes(
        organisation,
        subject,
        parts.version,
        parts.certificate,
        parts.plaintext,
    );
    primitives::verify(certificate.signing(), &message, parts.signature)?;
    read_entry(organisation, subject, bytes)
}

/// Reads an entry whose bytes are known to be the right ones, by a signature or by a hash.
pub(super) fn read_entry(
    organisation: [u8; 16],
    subject: [u8; 16],
    bytes: &[u8],
) -> Result<VerifiedEntry, VaultError> {
    let parts = Parts::read(bytes).ok_or(VaultError::UnknownFormat)?;
    let signer = Certificate::from_bytes(parts.certificate)?.admin();
    let entry: Entry = wire::decode(parts.plaintext)?;
    if !entry.is_about(subject, organisation) {
        return Err(VaultError::Tampered);
    }
    Ok(VerifiedEntry::new(
        organisation,
        parts.version,
        signer,
        entry,
    ))
}

struct Parts<'a> {
    certificate: &'a [u8; LENGTH],
    version: u64,
    plaintext: &'a [u8],
    signature: &'a [u8; 64],
}

impl<'a> Parts<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let rest = after_head(bytes).ok()?;
        let (certificate, rest) = rest.split_first_chunk()?;
        let (version, rest) = rest.split_first_chunk()?;
        let (plaintext, signature) = rest.split_last_chunk()?;
        Some(Self {
            certificate,
            version: u64::from_be_bytes(*version),
            plaintext,
            signature,
        })
    }
}

fn signed_bytes(
    organisation: [u8; 16],
    subject: [u8; 16],
    version: u64,
    certificate: &[u8],
    plaintext: &[u8],
) -> Vec<u8> {
    let context = Context::of(Kind::RegisterEntry, organisation, subject).version(version);
    [
        b"amparo/v1/sign/register-entry/".as_slice(),
        &context.encode(),
        certificate,
        plaintext,
    ]
    .concat()
}

mod charter {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::GroupPurpose;
    use crate::wire::Public;

    pub(super) fn serialize<S: Serializer>(
        groups: &[(GroupPurpose, [u8; 16])],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let groups: Vec<_> = groups
            .iter()
            .map(|(purpose, id)| (purpose, Public(*id)))
            .collect();
        groups.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(GroupPurpose, [u8; 16])>, D::Error> {
        let groups = Vec::<(GroupPurpose, Public<16>)>::deserialize(deserializer)?;
        Ok(groups
            .into_iter()
            .map(|(purpose, id)| (purpose, id.0))
            .collect())
    }
}
