//! The file of our own vectors, read by name.

use serde_json::Value;

use super::FILE;
use crate::vectors::{hex, json};
use crate::{
    BootSecret, CaseKey, Context, GroupKey, Identity, InstanceKey, Key32, Kind, Method, RootPublic,
    SessionToken, UnlockRow, UserMasterKey, VerifiedMember, verify_entry,
};

/// The file, read by name.
pub(super) struct File(pub(super) Value);

impl File {
    pub(super) fn read() -> Self {
        Self(json(FILE))
    }

    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        hex(&self.0[name])
    }

    pub(super) fn fixed<const N: usize>(&self, name: &str) -> [u8; N] {
        self.bytes(name).try_into().unwrap()
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.0[name].as_str().unwrap().to_owned()
    }

    pub(super) fn key(&self, name: &str) -> Key32 {
        Key32::from_bytes(&self.fixed(name))
    }

    pub(super) fn identity(&self) -> Identity {
        let json = serde_json::json!({
            "opening": self.bytes("key member opening"),
            "signing": self.bytes("key member signing"),
        });
        Identity::from_wire(serde_json::from_value(json).unwrap())
    }

    pub(super) fn group(&self) -> GroupKey {
        let seed = self.key("key group seed");
        GroupKey::from_seed(self.fixed("id group"), 3, seed)
    }

    pub(super) fn case(&self) -> CaseKey {
        CaseKey::from_parts(self.fixed("id case"), 2, self.key("key case"))
    }

    pub(super) fn master(&self) -> UserMasterKey {
        UserMasterKey::from_key(self.key("key user master"))
    }

    pub(super) fn instance(&self) -> InstanceKey {
        InstanceKey::from_bytes(self.fixed("key instance"))
    }

    pub(super) fn boot(&self) -> BootSecret {
        BootSecret::from_key(self.key("key boot"))
    }

    pub(super) fn token(&self) -> SessionToken {
        SessionToken::parse(&self.text("session token")).unwrap()
    }

    pub(super) fn row(&self, method: Method) -> UnlockRow {
        let field = |field: &str| format!("unlock {} {field}", method.as_str());
        UnlockRow {
            method,
            params: self.bytes(&field("params")),
            salt: self.fixed(&field("salt")),
            verifier: self.fixed(&field("verifier")),
            wrapped: self.bytes(&field("wrapped")),
        }
    }

    pub(super) fn organisation(&self) -> [u8; 16] {
        self.fixed("id organisation")
    }

    pub(super) fn member(&self) -> [u8; 16] {
        self.fixed("id member")
    }

    pub(super) fn context(&self, kind: Kind) -> Context {
        Context::of(kind, self.organisation(), self.fixed("id object"))
    }

    pub(super) fn verified(&self) -> VerifiedMember {
        let root = RootPublic::from_bytes(self.fixed("root public"));
        let entry = self.bytes("register-entry member");
        verify_entry(&root, self.organisation(), self.member(), &entry)
            .unwrap()
            .member()
            .unwrap()
    }
}
