//! The whole register as one object: which entries stand, and who may not sign any more.
//!
//! `version ‖ suite ‖ certificate (130) ‖ CBOR ‖ signature (64)`
//!
//! What must stay true: an entry is given out only if its bytes have the hash that the manifest
//! names for its subject; a manifest is signed by an administrator whom it does not itself name
//! among those who left. Whether it is the newest one is for the caller to know: she keeps the
//! highest number, and the hash that it had.

use serde::{Deserialize, Serialize};

use super::certificate::LENGTH;
use super::entry::read_entry;
use super::{Certificate, Entry, RootPublic, VerifiedEntry, VerifiedKey};
use crate::envelope::{SUITE, VERSION, after_head};
use crate::{Context, GroupPublic, GroupPurpose, Identity, Kind, VaultError, primitives, wire};

/// What stands in the register at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// 1 for the first; each further one is one higher.
    pub number: u64,
    /// The hash of the manifest before; zeros for the first.
    #[serde(with = "wire::public")]
    pub previous: [u8; 32],
    /// Every entry that stands, at most one for a subject.
    pub entries: Vec<Listed>,
    /// Administrators who left: nothing that they sign is believed.
    #[serde(with = "wire::public_list")]
    pub revoked: Vec<[u8; 16]>,
}

/// One entry that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Whom or what it is about.
    #[serde(with = "wire::public")]
    pub subject: [u8; 16],
    /// The version of the entry.
    pub version: u64,
    /// SHA-256 of the signed entry.
    #[serde(with = "wire::public")]
    pub hash: [u8; 32],
    /// Of a group: its newest key.
    pub group: Option<ListedGroup>,
}

/// The newest key of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedGroup {
    /// The key.
    pub key: GroupPublic,
    /// What the group is for.
    pub purpose: GroupPurpose,
}

impl Manifest {
    /// Lists a signed entry in place of the one about the same subject.
    pub fn list(&mut self, subject: [u8; 16], version: u64, entry: &Entry, signed: &[u8]) {
        self.entries.retain(|listed| listed.subject != subject);
        let group = match entry {
            Entry::Group { group, purpose, .. } => Some(ListedGroup {
                key: group.clone(),
                purpose: *purpose,
            }),
            _ => None,
        };
        self.entries.push(Listed {
            subject,
            version,
            hash: primitives::sha256(&[signed]),
            group,
        });
    }
}

/// Signs a manifest as a key administrator. A certificate of somebody else, or a signer who is
/// among those who left, is refused.
pub fn sign_manifest(
    certificate: &Certificate,
    signer: &Identity,
    organisation: [u8; 16],
    manifest: &Manifest,
) -> Result<Vec<u8>, VaultError> {
    let own = signer.public().signing == *certificate.signing();
    let left = manifest.revoked.contains(&certificate.admin());
    if !own || left || certificate.organisation() != organisation {
        return Err(VaultError::WrongKey);
    }
    let certificate = certificate.to_bytes();
    let plaintext = wire::encode(manifest)?;
    let message = signed_bytes(organisation, manifest, &certificate, &plaintext);
    let signature = primitives::sign(signer.signing_key(), &message);
    let parts: [&[u8]; 4] = [&[VERSION, SUITE], &certificate, &plaintext, &signature];
    Ok(parts.concat())
}

/// Checks a manifest against an organisation's root.
pub fn verify_manifest(
    root: &RootPublic,
    organisation: [u8; 16],
    bytes: &[u8],
) -> Result<VerifiedManifest, VaultError> {
    let (head, plaintext, signature) = split(bytes).ok_or(VaultError::UnknownFormat)?;
    let certificate = Certificate::from_bytes(head)?;
    certificate.verify(root, organisation)?;
    let manifest: Manifest = wire::decode(plaintext)?;
    let message = signed_bytes(organisation, &manifest, head, plaintext);
    primitives::verify(certificate.signing(), &message, signature)?;
    if manifest.revoked.contains(&certificate.admin()) {
        return Err(VaultError::WrongKey);
    }
    Ok(VerifiedManifest {
        organisation,
        signer: certificate.admin(),
        hash: primitives::sha256(&[bytes]),
        manifest,
    })
}

/// A manifest whose signature was checked up to the root.
#[derive(Debug, Clone)]
pub struct VerifiedManifest {
    organisation: [u8; 16],
    signer: [u8; 16],
    hash: [u8; 32],
    manifest: Manifest,
}

impl VerifiedManifest {
    /// Its number. Refuse one below the highest seen.
    pub fn number(&self) -> u64 {
        self.manifest.number
    }

    /// SHA-256 of its signed bytes. Refuse another one at the number that was seen.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// The administrator who signed it.
    pub fn signer(&self) -> [u8; 16] {
        self.signer
    }

    /// What it says.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What stands about a subject.
    pub fn listed(&self, subject: [u8; 16]) -> Option<&Listed> {
        self.manifest
            .entries
            .iter()
            .find(|listed| listed.subject == subject)
    }

    /// The newest key of a group to seal to.
    pub fn group(&self, id: [u8; 16]) -> Option<VerifiedKey> {
        let group = self.listed(id)?.group.as_ref()?;
        Some(VerifiedKey::of_group(self.organisation, &group.key))
    }

    /// The entry about a subject, if these are the bytes that the manifest names.
    pub fn entry(&self, subject: [u8; 16], signed: &[u8]) -> Result<VerifiedEntry, VaultError> {
        let listed = self.listed(subject).ok_or(VaultError::WrongKey)?;
        if primitives::sha256(&[signed]) != listed.hash {
            return Err(VaultError::Tampered);
        }
        let entry = read_entry(self.organisation, subject, signed)?;
        if entry.version() == listed.version {
            Ok(entry)
        } else {
            Err(VaultError::Tampered)
        }
    }
}

type Split<'a> = (&'a [u8; LENGTH], &'a [u8], &'a [u8; 64]);

fn split(bytes: &[u8]) -> Option<Split<'_>> {
    let (certificate, rest) = after_head(bytes).ok()?.split_first_chunk()?;
    let (plaintext, signature) = rest.split_last_chunk()?;
    Some((certificate, plaintext, signature))
}

// Version and suite are under the signature: the same bytes must not count in another suite.
fn signed_bytes(
    organisation: [u8; 16],
    manifest: &Manifest,
    certificate: &[u8],
    plaintext: &[u8],
) -> Vec<u8> {
    let context = Context {
        previous: Some(manifest.previous),
        ..Context::of(Kind::Manifest, organisation, organisation).version(manifest.number)
    };
    [
        b"amparo/v1/sign/manifest/".as_slice(),
        &[VERSION, SUITE],
        &context.encode(),
        certificate,
        plaintext,
    ]
    .concat()
}
