//! Seals to a public key, with or without a signature inside.
//!
//! `version ‖ suite ‖ encapsulated key (32) ‖ ciphertext with tag (16)`, HPKE (RFC 9180) in base
//! mode. Who sent it is an Ed25519 signature under the seal: an outsider cannot see the sender,
//! and a recipient whose key was stolen cannot be fooled, as HPKE's own sender mode allows.
//!
//! What must stay true: only a [`VerifiedKey`] is sealed to, and an opened message from somebody
//! is not readable before its signature was checked.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::envelope::{SUITE, VERSION, after_head};
use crate::opening_key::{HoldsOpeningKey, OpeningKey};
use crate::padding::content_length;
use crate::{
    Context, Identity, Padding, SecretBytes, VaultError, VerifiedKey, VerifiedMember, primitives,
};

mod carried;

pub use carried::CarriedMessage;

const SIGNED_HEAD: usize = 16 + 64;

/// Seals content to a key. Nobody learns from it who sealed it.
pub fn seal_to(
    to: &VerifiedKey,
    context: &Context,
    plaintext: &[u8],
    padding: Padding,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    BegunSeal::begin(to, context, rng)?.finish(plaintext, padding)
}

/// Seals content to a key, with the signer's id and signature inside the seal.
pub fn seal_signed_to(
    to: &VerifiedKey,
    signer: &Identity,
    signer_id: [u8; 16],
    context: &Context,
    plaintext: &[u8],
    padding: Padding,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, VaultError> {
    BegunSeal::begin_signed(to, context, rng)?.finish_signed(signer, signer_id, plaintext, padding)
}

/// A seal that was begun before its content is known: the encapsulation, which is most of the cost
/// and needs only the key and the place. An act that must hold a lock while it seals begins before.
///
/// It seals one content and is used up by it. The bytes are those of [`seal_to`] and
/// [`seal_signed_to`], which begin and finish in one go.
pub struct BegunSeal {
    to: [u8; 32],
    context: Context,
    form: Form,
    sender: primitives::HpkeSender,
}

crate::secret::redacted!(BegunSeal);

impl BegunSeal {
    /// Begins what [`BegunSeal::finish`] ends.
    pub fn begin(
        to: &VerifiedKey,
        context: &Context,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, VaultError> {
        Self::of(Form::Plain, to, context, rng)
    }

    /// Begins what [`BegunSeal::finish_signed`] ends.
    pub fn begin_signed(
        to: &VerifiedKey,
        context: &Context,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, VaultError> {
        Self::of(Form::Signed, to, context, rng)
    }

    fn of(
        form: Form,
        to: &VerifiedKey,
        context: &Context,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, VaultError> {
        let to = to.public();
        Ok(Self {
            sender: primitives::HpkeSender::begin(&to, &info(context, form), rng)?,
            context: context.clone(),
            to,
            form,
        })
    }

    /// Whether it was begun for this key and place.
    pub fn is_for(&self, to: &VerifiedKey, context: &Context) -> bool {
        self.to == to.public() && self.context == *context
    }

    /// Seals the content. A seal that was begun to be signed is refused.
    pub fn finish(self, plaintext: &[u8], padding: Padding) -> Result<Vec<u8>, VaultError> {
        match self.form {
            Form::Plain => self.end(plaintext, padding),
            Form::Signed => Err(VaultError::WrongKey),
        }
    }

    /// Seals the content with the signer's id and signature inside. A seal that was begun not to be
    /// signed is refused.
    pub fn finish_signed(
        self,
        signer: &Identity,
        signer_id: [u8; 16],
        plaintext: &[u8],
        padding: Padding,
    ) -> Result<Vec<u8>, VaultError> {
        if matches!(self.form, Form::Plain) {
            return Err(VaultError::WrongKey);
        }
        let message = signed_bytes(&self.context, &self.to, &signer_id, plaintext);
        let signature = primitives::sign(signer.signing_key(), &message);
        let room = plaintext
            .len()
            .checked_add(SIGNED_HEAD)
            .ok_or(VaultError::TooLong)?;
        let mut inside = Zeroizing::new(Vec::with_capacity(room));
        inside.extend_from_slice(&signer_id);
        inside.extend_from_slice(&signature);
        inside.extend_from_slice(plaintext);
        self.end(&inside, padding)
    }

    fn end(self, inside: &[u8], padding: Padding) -> Result<Vec<u8>, VaultError> {
        let mut padded = Zeroizing::new(Vec::with_capacity(padding.padded_length(inside.len())?));
        padding.append(&mut padded, inside)?;
        let (encapsulated, sealed) = self.sender.seal(&[VERSION, SUITE], &padded)?;
        let mut out = vec![VERSION, SUITE];
        out.extend_from_slice(&encapsulated);
        out.extend_from_slice(&sealed);
        Ok(out)
    }
}

/// Holders of a private key that others seal to.
pub trait Opener: HoldsOpeningKey {
    /// Opens what [`seal_to`] made for this key in this context.
    fn open_sealed(&self, context: &Context, bytes: &[u8]) -> Result<SecretBytes, VaultError> {
        open(self.opening_key(), context, Form::Plain, bytes).map(Into::into)
    }

    /// Opens what [`seal_signed_to`] made for this key in this context. The content stays out of
    /// reach until the signature is checked.
    fn open_signed(&self, context: &Context, bytes: &[u8]) -> Result<SignedMessage, VaultError> {
        let inside = open(self.opening_key(), context, Form::Signed, bytes)?;
        let (signer, rest) = inside
            .split_first_chunk::<16>()
            .ok_or(VaultError::Tampered)?;
        let (signature, plaintext) = rest.split_first_chunk::<64>().ok_or(VaultError::Tampered)?;
        Ok(SignedMessage::new(
            context,
            self.opening_key().public(),
            *signer,
            *signature,
            plaintext,
        ))
    }

    /// Opens what [`SignedMessage::carry`] made for this key out of a message in this context.
    /// Neither who carried it nor who wrote it is believed yet.
    fn open_carried(&self, context: &Context, bytes: &[u8]) -> Result<CarriedMessage, VaultError> {
        let outer = self.open_signed(&carried::context(context), bytes)?;
        Ok(CarriedMessage::new(outer, context.clone()))
    }
}

impl<T: HoldsOpeningKey> Opener for T {}

/// An opened message that is not yet believed.
pub struct SignedMessage {
    context: Context,
    to: [u8; 32],
    signer: [u8; 16],
    signature: [u8; 64],
    message: Zeroizing<Vec<u8>>,
    plaintext: SecretBytes,
}

crate::secret::redacted!(SignedMessage);

impl SignedMessage {
    fn new(
        context: &Context,
        to: [u8; 32],
        signer: [u8; 16],
        signature: [u8; 64],
        plaintext: &[u8],
    ) -> Self {
        Self {
            context: context.clone(),
            message: signed_bytes(context, &to, &signer, plaintext),
            to,
            signer,
            signature,
            plaintext: SecretBytes::new(plaintext.to_vec()),
        }
    }

    /// The id of the member who claims to have signed. Look this member up in the register.
    pub fn signer(&self) -> [u8; 16] {
        self.signer
    }

    /// Gives out the content if this member signed it.
    pub fn verify(self, by: &VerifiedMember) -> Result<SecretBytes, VaultError> {
        if self.signer != by.id() {
            return Err(VaultError::WrongKey);
        }
        primitives::verify(&by.identity().signing, &self.message, &self.signature)?;
        Ok(self.plaintext)
    }

    /// The same with a key alone: vectors name no member.
    #[cfg(test)]
    pub(crate) fn verify_by(self, signing: &[u8; 32]) -> Result<Vec<u8>, VaultError> {
        primitives::verify(signing, &self.message, &self.signature)?;
        Ok(self.plaintext.expose().to_vec())
    }
}

/// Keeps a plain box from being read as a signed one: the two have different HPKE infos.
#[derive(Clone, Copy)]
enum Form {
    Plain,
    Signed,
}

fn open(
    key: &OpeningKey,
    context: &Context,
    form: Form,
    bytes: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (encapsulated, sealed) = after_head(bytes)?
        .split_first_chunk::<32>()
        .ok_or(VaultError::UnknownFormat)?;
    let info = info(context, form);
    let mut plaintext =
        primitives::hpke_open(key.secret(), encapsulated, &info, &[VERSION, SUITE], sealed)?;
    let length = content_length(&plaintext)?;
    plaintext.truncate(length);
    Ok(plaintext)
}

fn info(context: &Context, form: Form) -> Vec<u8> {
    let form = match form {
        Form::Plain => b"amparo/v1/box/".as_slice(),
        Form::Signed => b"amparo/v1/signed-box/",
    };
    [form, context.kind.label().as_bytes(), &context.encode()].concat()
}

fn signed_bytes(
    context: &Context,
    to: &[u8; 32],
    signer: &[u8; 16],
    plaintext: &[u8],
) -> Zeroizing<Vec<u8>> {
    let head = [
        b"amparo/v1/sign/message/".as_slice(),
        context.kind.label().as_bytes(),
        &context.encode(),
        to,
        signer,
    ]
    .concat();
    let room = head.len().saturating_add(plaintext.len());
    let mut message = Zeroizing::new(Vec::with_capacity(room));
    message.extend_from_slice(&head);
    message.extend_from_slice(plaintext);
    message
}

#[cfg(test)]
mod tests;
