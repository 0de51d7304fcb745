//! A mail, before it is sealed and while it is sent.

use serde::{Deserialize, Serialize};

/// A mail as it is sealed.
#[derive(Serialize, Deserialize)]
pub struct Letter {
    pub(super) to: String,
    pub(super) subject: String,
    pub(super) text: String,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letter(..)")
    }
}
