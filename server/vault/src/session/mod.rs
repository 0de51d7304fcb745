//! What is kept while somebody is logged in.
//!
//! A session row opens only with the token, which the browser holds, and the boot secret, which
//! is never written anywhere. A dump of the database, or a restart, leaves nothing that opens.
//! What must stay true: a session never holds the user master key, so a stolen one cannot add a
//! way in.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::identity::IdentityWire;
use crate::keyring::{self, KeyringWire};
use crate::opening_key::{HoldsOpeningKey, OpeningKey};
use crate::wire::{self, SecretField};
use crate::{
    Context, Identity, Key32, Keyring, KeyringKey, Kind, Mailbox, Padding, SecretBytes, SecretText,
    VaultError, envelope, primitives,
};

const MAILBOX: Padding = Padding::Fixed(256);

/// 32 random bytes per start of the process, only in memory.
pub struct BootSecret(Key32);

crate::secret::redacted!(BootSecret, SessionToken, SessionKeys);

impl BootSecret {
    /// A new one, at the start of the process.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(Key32::generate(rng))
    }

    #[cfg(test)]
    pub(crate) fn from_key(key: Key32) -> Self {
        Self(key)
    }
}

/// What the browser or the client holds: an id of 16 bytes and a secret of 32.
pub struct SessionToken {
    id: Zeroizing<[u8; 16]>,
    secret: Key32,
}

impl SessionToken {
    /// A new one.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut id = Zeroizing::new([0; 16]);
        rng.fill_bytes(id.as_mut());
        Self {
            id,
            secret: Key32::generate(rng),
        }
    }

    /// The token in clear for the cookie or the client, base64url without padding.
    pub fn to_text(&self) -> SecretText {
        let mut bytes = Zeroizing::new([0; 48]);
        for (to, from) in bytes
            .iter_mut()
            .zip(self.id.iter().chain(self.secret.bytes()))
        {
            *to = *from;
        }
        SecretText::new(data_encoding::BASE64URL_NOPAD.encode(bytes.as_ref()))
    }

    /// Reads what [`SessionToken::to_text`] wrote.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let bytes = data_encoding::BASE64URL_NOPAD
            .decode(text.as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| VaultError::UnknownFormat)?;
        let (id, secret) = bytes.split_first_chunk().ok_or(VaultError::UnknownFormat)?;
        Ok(Self {
            id: Zeroizing::new(*id),
            secret: Key32::from_slice(secret)?,
        })
    }

    /// The row's lookup tag: SHA-256 of the id. The id itself is in no row.
    pub fn lookup(&self) -> [u8; 32] {
        primitives::sha256(&[self.id.as_ref()])
    }

    /// The token that forms carry against requests from other sites.
    pub fn csrf(&self, boot: &BootSecret) -> String {
        data_encoding::BASE64URL_NOPAD.encode(self.derive(boot, "session/csrf").bytes())
    }

    fn derive(&self, boot: &BootSecret, purpose: &str) -> Key32 {
        let mut both = Zeroizing::new([0; 64]);
        for (to, from) in both
            .iter_mut()
            .zip(self.secret.bytes().iter().chain(boot.0.bytes()))
        {
            *to = *from;
        }
        primitives::derive(both.as_ref(), self.id.as_ref(), purpose)
    }
}

/// The keys of a member who is logged in.
pub struct SessionKeys {
    /// The member's own keys.
    pub identity: Identity,
    /// The member's groups.
    pub keyring: Keyring,
    /// What seals the keyring when it changes.
    pub keyring_key: KeyringKey,
}

/// Seals a member's keys for the time of a session.
pub fn seal_session(
    token: &SessionToken,
    boot: &BootSecret,
    account: [u8; 16],
    identity: &Identity,
    keyring: &Keyring,
    keyring_key: &KeyringKey,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    let plaintext = wire::encode(&SessionWire {
        identity: identity.to_wire(),
        keyring: keyring.to_wire(),
        keyring_key: keyring_key.to_wire(),
    })?;
    let key = token.derive(boot, "session/member");
    envelope::seal(
        &key,
        &member_context(account),
        &plaintext,
        keyring::PADDING,
        rng,
    )
}

/// Opens what [`seal_session`] made.
pub fn open_session(
    token: &SessionToken,
    boot: &BootSecret,
    account: [u8; 16],
    bytes: &[u8],
) -> Result<SessionKeys, VaultError> {
    let key = token.derive(boot, "session/member");
    let plaintext = envelope::open(&key, &member_context(account), bytes)?;
    let wire: SessionWire = wire::decode(plaintext.expose())?;
    Ok(SessionKeys {
        identity: Identity::from_wire(wire.identity),
        keyring: Keyring::from_wire(wire.keyring),
        keyring_key: KeyringKey::from_wire(wire.keyring_key),
    })
}

/// Seals the mailbox of a person who came back with a receipt. `object` is the mailbox's row.
pub fn seal_mailbox_session(
    token: &SessionToken,
    boot: &BootSecret,
    object: [u8; 16],
    mailbox: &Mailbox,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    let secret = SecretField::of(mailbox.opening_key().secret());
    let plaintext = wire::encode(&MailboxWire { mailbox: secret })?;
    let key = token.derive(boot, "session/mailbox");
    envelope::seal(&key, &mailbox_context(object), &plaintext, MAILBOX, rng)
}

/// Opens what [`seal_mailbox_session`] made.
pub fn open_mailbox_session(
    token: &SessionToken,
    boot: &BootSecret,
    object: [u8; 16],
    bytes: &[u8],
) -> Result<Mailbox, VaultError> {
    let key = token.derive(boot, "session/mailbox");
    let plaintext = envelope::open(&key, &mailbox_context(object), bytes)?;
    let wire: MailboxWire = wire::decode(plaintext.expose())?;
    Ok(Mailbox::new(OpeningKey::new(wire.mailbox.0)))
}

/// Seals the answer to a request, to give the same one when the request is repeated. `request` is
/// a hash of the whole request.
pub fn seal_reply(
    token: &SessionToken,
    boot: &BootSecret,
    request: [u8; 32],
    answer: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    let key = token.derive(boot, "session/reply");
    envelope::seal(&key, &reply_context(request), answer, Padding::Record, rng)
}

/// Opens what [`seal_reply`] made for the same session and request.
pub fn open_reply(
    token: &SessionToken,
    boot: &BootSecret,
    request: [u8; 32],
    bytes: &[u8],
) -> Result<SecretBytes, VaultError> {
    envelope::open(
        &token.derive(boot, "session/reply"),
        &reply_context(request),
        bytes,
    )
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionWire {
    identity: IdentityWire,
    keyring: KeyringWire,
    keyring_key: SecretField,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MailboxWire {
    mailbox: SecretField,
}

fn member_context(account: [u8; 16]) -> Context {
    Context::of(Kind::Session, [0; 16], account)
}

fn mailbox_context(object: [u8; 16]) -> Context {
    Context::of(Kind::MailboxSession, [0; 16], object)
}

fn reply_context(request: [u8; 32]) -> Context {
    Context::of(Kind::Reply, [0; 16], [0; 16]).after(Some(request))
}

#[cfg(test)]
mod tests;
