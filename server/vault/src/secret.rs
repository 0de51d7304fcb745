//! Containers for bytes and text that must not leak.
//!
//! What must stay true: no `Clone`, no `Serialize`, no `Display`; `Debug` prints no content; the
//! memory is wiped when the value is dropped. The way out has a name that is easy to search for.
//!
//! Known limit: a move may leave a copy on the stack that nobody wipes.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::VaultError;

/// Writes a `Debug` that names the type and nothing inside it.
macro_rules! redacted {
    ($($name:ident),+ $(,)?) => {$(
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(redacted)"))
            }
        }
    )+};
}
pub(crate) use redacted;

/// Opened content. Wiped when dropped.
pub struct SecretBytes(Zeroizing<Vec<u8>>);

impl SecretBytes {
    /// Takes over bytes that are to be wiped later.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The content itself. Never log it; never copy it into something that is not wiped.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl From<Zeroizing<Vec<u8>>> for SecretBytes {
    fn from(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }
}

/// Secret text made for a person to read or a browser to hold. Wiped when dropped.
pub struct SecretText(Zeroizing<String>);

impl SecretText {
    /// Takes over text that is to be wiped later.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself. Never log it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// A symmetric key or seed of 32 bytes. Only the vault makes one.
pub struct Key32(Zeroizing<[u8; 32]>);

redacted!(SecretBytes, SecretText, Key32);

impl Key32 {
    pub(crate) fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut key = Self(Zeroizing::new([0; 32]));
        rng.fill_bytes(key.0.as_mut());
        key
    }

    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Zeroizing::new(*bytes))
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Result<Self, VaultError> {
        let bytes: &[u8; 32] = bytes.try_into().map_err(|_| VaultError::UnknownFormat)?;
        Ok(Self::from_bytes(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }
}
