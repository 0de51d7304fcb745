//! Why the vault refuses.
//!
//! Deliberately absent: any detail. A wrong key and a changed object read the same outside, so
//! that nobody learns from a message which of the two it was.

use thiserror::Error;

/// The four refusals of the vault. None carries data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum VaultError {
    /// The key, passphrase, code or signer is not the one this object was made with or for.
    #[error("this cannot be opened")]
    WrongKey,
    /// The object, or what it was bound to, is not what was sealed.
    #[error("this cannot be opened")]
    Tampered,
    /// The bytes or the text are not in a format, or with settings, that this version accepts.
    #[error("this format is not known")]
    UnknownFormat,
    /// The content does not fit into the fixed frame of its kind.
    #[error("this is too long")]
    TooLong,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_key_and_a_changed_object_read_the_same() {
        assert_eq!(
            VaultError::WrongKey.to_string(),
            VaultError::Tampered.to_string()
        );
        assert_ne!(
            VaultError::WrongKey.to_string(),
            VaultError::TooLong.to_string()
        );
    }
}
