//! The file of our own vectors, read by name.

use serde_json::Value;

use super::FILE;
use crate::vectors::{hex, json};
use crate::{
    BootSecret, CaseKey, Context, GroupKey, Identity, InstanceKey, Key32, Kind, Method, RootPublic,
    SessionToken, UnlockRow, UserMasterKey, VerifiedMember, verify_entry,
};

/// The file, read by name.
pub(in crate::vectors) struct File(pub(in crate::vectors) Value);

impl File {
    pub(in crate::vectors) fn read() -> Self {
        Self(json(FILE))
    }

    pub(in crate::vectors) fn bytes(&self, name: &str) -> Vec<u8> {
        hex(&self.0[name])
    }

    pub(in crate::vectors) fn fixed<const N: usize>(&self, name: &str) -> [u8; N] {
        self.bytes(name).try_into().unwrap()
    }

    pub(in crate::vectors) fn text(&self, name: &str) -> String {
        self.0[name].as_str().unwrap().to_owned()
    }

    pub(in crate::vectors) fn key(&self, name: &str) -> Key32 {
        Key32::from_bytes(&self.fixed(name))
    }

    pub(in crate::vectors) fn identity(&self) -> Identity {
        let json = serde_json::json!({
            "opening": self.bytes("key member opening"),
            "signing": self.bytes("key member signing"),
        });
        Identity::from_wire(serde_json::from_value(json).unwrap())
    }

    pub(in crate::vectors) fn group(&self) -> GroupKey {
        let seed = self.key("key group seed");
        GroupKey::from_seed(self.fixed("id group"), 3, seed)
    }

    pub(in crate::vectors) fn case(&self) -> CaseKey {
        CaseKey::from_parts(self.fixed("id case"), 2, self.key("key case"))
    }

    pub(in crate::vectors) fn master(&self) -> UserMasterKey {
        UserMasterKey::from_key(self.key("key user master"))
    }

    pub(in crate::vectors) fn instance(&self) -> InstanceKey {
        InstanceKey::from_bytes(self.fixed("key instance"))
    }

    pub(in crate::vectors) fn boot(&self) -> BootSecret {
        BootSecret::from_key(self.key("key boot"))
    }

    pub(in crate::vectors) fn token(&self) -> SessionToken {
        SessionToken::parse(&self.text("session token")).unwrap()
    }

    pub(in crate::vectors) fn row(&self, method: Method) -> UnlockRow {
        let field = |field: &str| format!("unlock {} {field}", method.as_str());
        UnlockRow {
            method,
            params: self.bytes(&field("params")),
            salt: self.fixed(&field("salt")),
            verifier: self.fixed(&field("verifier")),
            wrapped: self.bytes(&field("wrapped")),
        }
    }

    pub(in crate::vectors) fn organisation(&self) -> [u8; 16] {
        self.fixed("id organisation")
    }

    pub(in crate::vectors) fn member(&self) -> [u8; 16] {
        self.fixed("id member")
    }

    pub(in crate::vectors) fn context(&self, kind: Kind) -> Context {
        Context::of(kind, self.organisation(), self.fixed("id object"))
    }

    pub(in crate::vectors) fn verified(&self) -> VerifiedMember {
        let root = RootPublic::from_bytes(self.fixed("root public"));
        let entry = self.bytes("register-entry member");
        verify_entry(&root, self.organisation(), self.member(), &entry)
            .unwrap()
            .member()
            .unwrap()
    }
}
