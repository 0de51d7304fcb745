//! The ways in: what a person knows opens the user master key, and that opens everything else.
//!
//! Each way is one row, so a new kind of key can be added without touching the others. What must
//! stay true: one Argon2 run per attempt, also for names that do not exist; the verifier in a row
//! opens nothing; the method, its settings, its salt and the member are bound into the wrap.

use std::hint::black_box;

use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::envelope::{open_bound, seal_bound};
use crate::{
    Context, Key32, Kind, Padding, Passphrase, SecretText, StretchParams, VaultError, codes,
    primitives,
};

const WRAP: Padding = Padding::Fixed(64);

/// A member's root secret of 32 bytes. It is never stored in clear and is not part of a session.
pub struct UserMasterKey(Key32);

crate::secret::redacted!(UserMasterKey, RecoveryCode);

impl UserMasterKey {
    /// A new one, for a member who sets a first passphrase.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self(Key32::generate(rng))
    }

    /// A row that this passphrase opens. Settings outside the limits are `UnknownFormat`.
    pub fn enrol_passphrase(
        &self,
        member: [u8; 16],
        passphrase: &Passphrase,
        params: StretchParams,
        rng: &mut impl CryptoRng,
    ) -> Result<UnlockRow, VaultError> {
        let salt = random_salt(rng);
        let stretched = params.stretch(passphrase.reveal().as_bytes(), &salt)?;
        self.wrap(
            Method::PassphraseArgon2idV1,
            params.encode(),
            salt,
            &stretched,
            member,
            rng,
        )
    }

    /// A fresh code to be printed once, and the row it opens.
    pub fn enrol_recovery(
        &self,
        member: [u8; 16],
        rng: &mut impl CryptoRng,
    ) -> Result<(RecoveryCode, UnlockRow), VaultError> {
        let code = RecoveryCode::generate(rng);
        let salt = random_salt(rng);
        let secret = code.secret(&salt);
        let row = self.wrap(
            Method::RecoveryCodeV1,
            Vec::new(),
            salt,
            &secret,
            member,
            rng,
        )?;
        Ok((code, row))
    }

    #[cfg(test)]
    pub(crate) fn from_key(key: Key32) -> Self {
        Self(key)
    }

    #[cfg(test)]
    pub(crate) fn key(&self) -> &Key32 {
        &self.0
    }

    pub(crate) fn derive(&self, purpose: &str) -> Key32 {
        primitives::derive(self.0.bytes(), &[], purpose)
    }

    fn wrap(
        &self,
        method: Method,
        params: Vec<u8>,
        salt: [u8; 16],
        secret: &Key32,
        member: [u8; 16],
        rng: &mut impl CryptoRng,
    ) -> Result<UnlockRow, VaultError> {
        let halves = Halves::of(secret, &salt);
        let mut row = UnlockRow {
            method,
            params,
            salt,
            verifier: halves.verifier,
            wrapped: Vec::new(),
        };
        row.wrapped = seal_bound(
            &halves.wrap,
            &context(member),
            &row.bound(),
            self.0.bytes(),
            WRAP,
            rng,
        )?;
        Ok(row)
    }
}

/// One way in, as it is stored. Nothing here is secret, but a guess can be tried against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlockRow {
    /// Which kind of way it is.
    pub method: Method,
    /// The method's settings; for a passphrase memory, passes and lanes, 4 bytes each.
    pub params: Vec<u8>,
    /// Random, made for this row.
    pub salt: [u8; 16],
    /// SHA-256 of the half that only proves knowledge.
    pub verifier: [u8; 32],
    /// The user master key, sealed under the other half.
    pub wrapped: Vec<u8>,
}

impl UnlockRow {
    fn bound(&self) -> Vec<u8> {
        let name = self.method.as_str().as_bytes();
        let mut bound = Vec::new();
        for part in [name, &self.params, &self.salt] {
            let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
            bound.extend_from_slice(&length.to_be_bytes());
            bound.extend_from_slice(part);
        }
        bound
    }

    fn open(&self, secret: &Key32, member: [u8; 16]) -> Result<UserMasterKey, VaultError> {
        let halves = Halves::of(secret, &self.salt);
        if !bool::from(halves.verifier.ct_eq(&self.verifier)) {
            return Err(VaultError::WrongKey);
        }
        let key = open_bound(&halves.wrap, &context(member), &self.bound(), &self.wrapped)?;
        Key32::from_slice(key.expose()).map(UserMasterKey)
    }
}

/// The kinds of ways in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// A passphrase, stretched with Argon2id.
    PassphraseArgon2idV1,
    /// A printed code of 160 random bits.
    RecoveryCodeV1,
}

impl Method {
    /// The name in a stored row.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PassphraseArgon2idV1 => "pass-argon2id-v1",
            Self::RecoveryCodeV1 => "recovery-code-v1",
        }
    }

    /// Reads a stored name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::PassphraseArgon2idV1, Self::RecoveryCodeV1]
            .into_iter()
            .find(|method| method.as_str() == name)
    }
}

/// Opens a passphrase row. A wrong passphrase is `WrongKey`; a row that was changed is refused.
pub fn unlock_with_passphrase(
    row: &UnlockRow,
    member: [u8; 16],
    passphrase: &Passphrase,
) -> Result<UserMasterKey, VaultError> {
    if row.method != Method::PassphraseArgon2idV1 {
        return Err(VaultError::UnknownFormat);
    }
    let params = StretchParams::decode(&row.params)?;
    row.open(
        &params.stretch(passphrase.reveal().as_bytes(), &row.salt)?,
        member,
    )
}

/// Opens a recovery row.
pub fn unlock_with_recovery(
    row: &UnlockRow,
    member: [u8; 16],
    code: &RecoveryCode,
) -> Result<UserMasterKey, VaultError> {
    if row.method != Method::RecoveryCodeV1 || !row.params.is_empty() {
        return Err(VaultError::UnknownFormat);
    }
    row.open(&code.secret(&row.salt), member)
}

/// Spends what an unlock spends, for a name that does not exist.
pub fn spend_as_if_unlocking(passphrase: &Passphrase, salt: [u8; 16], params: StretchParams) {
    let halves = params
        .stretch(passphrase.reveal().as_bytes(), &salt)
        .map(|stretched| Halves::of(&stretched, &salt).verifier);
    black_box(halves.is_ok_and(|verifier| bool::from(verifier.ct_eq(&[0; 32]))));
}

/// A printed code that opens the user master key without the passphrase: 160 random bits, so
/// stretching would add nothing.
pub struct RecoveryCode(Zeroizing<[u8; 20]>);

impl RecoveryCode {
    /// Reads a typed code. See the tolerance in `docs/sealing.md`.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        codes::read(typed).map(Self)
    }

    /// The code in clear, to print it once: eight groups of four letters.
    pub fn reveal(&self) -> SecretText {
        codes::write(self.0.as_ref())
    }

    fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut code = Self(Zeroizing::new([0; 20]));
        rng.fill_bytes(code.0.as_mut());
        code
    }

    fn secret(&self, salt: &[u8; 16]) -> Key32 {
        primitives::derive(self.0.as_ref(), salt, "unlock/recovery")
    }
}

/// The two halves of a stretched secret: one proves, the other opens. Neither tells the other.
struct Halves {
    verifier: [u8; 32],
    wrap: Key32,
}

impl Halves {
    fn of(secret: &Key32, salt: &[u8; 16]) -> Self {
        let auth = primitives::derive(secret.bytes(), salt, "unlock/auth");
        Self {
            verifier: primitives::sha256(&[auth.bytes()]),
            wrap: primitives::derive(secret.bytes(), salt, "unlock/wrap"),
        }
    }
}

fn context(member: [u8; 16]) -> Context {
    Context::of(Kind::UnlockMethod, [0; 16], member)
}

fn random_salt(rng: &mut impl CryptoRng) -> [u8; 16] {
    let mut salt = [0; 16];
    rng.fill_bytes(&mut salt);
    salt
}

#[cfg(test)]
mod tests;
