//! Writes `tests/vectors/amparo-v1.json` from a fixed seed:
//! `cargo test -p amparo-vault write_the_vectors -- --ignored`.
//!
//! Only names that the file does not have yet are added.

mod objects;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use serde_json::{Map, Value};

use super::file::File;
use super::{FILE, FLOOR};
use crate::vectors::path;
use crate::{
    Entry, GroupPublic, GroupPurpose, Identity, Keyring, Kind, Manifest, Membership, Opener,
    Padding, Passphrase, RootKey, RootPublic, SessionToken, UnlockRow, VaultError, deliver,
    primitives, seal_mailbox_session, seal_reply, seal_session, sign_entry, sign_manifest,
};

#[test]
#[ignore = "writes the file that the other tests read"]
fn write_the_vectors() {
    let old = std::fs::read(path(FILE)).ok();
    let mut known: Map<String, Value> = old
        .map(|bytes| serde_json::from_slice(&bytes).unwrap())
        .unwrap_or_default();
    for (name, value) in all() {
        known.entry(name).or_insert(value);
    }
    let text = serde_json::to_string_pretty(&Value::Object(known)).unwrap();
    std::fs::write(path(FILE), text + "\n").unwrap();
}

/// What is written so far, and the generator.
struct Writer {
    file: File,
    rng: ChaCha20Rng,
}

impl Writer {
    /// Writes what was just sealed.
    fn seal(&mut self, name: &str, bytes: Result<Vec<u8>, VaultError>) {
        self.put(name, &bytes.unwrap());
    }

    fn text(&mut self, name: &str, text: &str) {
        self.file.0[name] = Value::from(text);
    }

    fn put(&mut self, name: &str, bytes: &[u8]) {
        self.text(name, &data_encoding::HEXLOWER.encode(bytes));
    }

    fn draw<const N: usize>(&mut self, name: &str) {
        let mut bytes = [0; N];
        self.rng.fill_bytes(&mut bytes);
        self.put(name, &bytes);
    }
}

fn all() -> Map<String, Value> {
    let file = File(Value::Object(Map::new()));
    let rng = ChaCha20Rng::seed_from_u64(0x00a3_9a50);
    let mut writer = Writer { file, rng };
    for name in "organisation member admin group case object partner".split(' ') {
        writer.draw::<16>(&format!("id {name}"));
    }
    for name in "case,group seed,user master,instance,boot,member opening,member signing".split(',')
    {
        writer.draw::<32>(&format!("key {name}"));
    }
    writer.unlocking();
    writer.register();
    writer.member();
    writer.sessions();
    writer.case();
    writer.boxes();
    writer.instance();
    // What came later is drawn last: what was drawn before stays the same.
    writer.manifest();
    let Value::Object(map) = writer.file.0 else {
        unreachable!()
    };
    map
}

impl Writer {
    fn unlocking(&mut self) {
        let (master, member) = (self.file.master(), self.file.member());
        let passphrase = Passphrase::generate(6, &mut self.rng);
        self.text("passphrase", passphrase.reveal());
        let row = master
            .enrol_passphrase(member, &passphrase, FLOOR, &mut self.rng)
            .unwrap();
        self.row(&row);
        let (code, row) = master.enrol_recovery(member, &mut self.rng).unwrap();
        self.text("recovery code", code.reveal().expose());
        self.row(&row);
    }

    fn row(&mut self, row: &UnlockRow) {
        let fields: [(&str, &[u8]); 4] = [
            ("params", &row.params),
            ("salt", &row.salt),
            ("verifier", &row.verifier),
            ("wrapped", &row.wrapped),
        ];
        for (field, bytes) in fields {
            self.put(&format!("unlock {} {field}", row.method.as_str()), bytes);
        }
    }

    fn register(&mut self) {
        let (organisation, member) = (self.file.organisation(), self.file.member());
        let root = RootKey::generate(&mut self.rng);
        self.text("root phrase", root.phrase().expose());
        self.put("root public", root.public().as_bytes());
        self.text("root fingerprint", &root.public().fingerprint().join(" "));
        let admin = Identity::generate(&mut self.rng);
        let certificate = root.appoint(organisation, self.file.fixed("id admin"), &admin.public());
        self.put("certificate", &certificate.to_bytes());

        let group: GroupPublic = self.file.group().public();
        let partner = self.file.fixed("id partner");
        let identity = self.file.identity().public();
        let entries = [
            (
                "member",
                member,
                Entry::Member {
                    member,
                    identity,
                    personal: group.clone(),
                },
            ),
            (
                "charter",
                organisation,
                Entry::Charter {
                    groups: vec![(GroupPurpose::Team, group.id)],
                },
            ),
            (
                "partner",
                partner,
                Entry::Partner {
                    organisation: partner,
                    root: root.public(),
                },
            ),
            (
                "group",
                group.id,
                Entry::Group {
                    group,
                    purpose: GroupPurpose::Team,
                    label: "Night team".to_owned(),
                    members: vec![member],
                },
            ),
        ];
        for (name, subject, entry) in entries {
            let bytes = sign_entry(&certificate, &admin, organisation, subject, 4, &entry);
            self.seal(&format!("register-entry {name}"), bytes);
        }
        let signed = self.file.bytes("register-entry member");
        let sealed = self
            .file
            .group()
            .seal_register_entry(organisation, member, 4, &signed, &mut self.rng)
            .unwrap();
        self.put("register-entry sealed", &sealed);
    }

    fn manifest(&mut self) {
        let (organisation, member) = (self.file.organisation(), self.file.member());
        let root = RootKey::from_phrase(&self.file.text("root phrase")).unwrap();
        let admin = Identity::generate(&mut self.rng);
        let appointed = self.file.fixed("id admin");
        let certificate = root.appoint(organisation, appointed, &admin.public());
        let group = self.file.group();
        let entry = Entry::Group {
            group: group.public(),
            purpose: GroupPurpose::Team,
            label: "Night team".to_owned(),
            members: vec![member],
        };
        let signed = self.file.bytes("register-entry group");
        let mut manifest = Manifest {
            number: 7,
            previous: [6; 32],
            revoked: vec![[5; 16]],
            ..Manifest::default()
        };
        manifest.list(group.id(), 4, &entry, &signed);
        let bytes = sign_manifest(&certificate, &admin, organisation, &manifest);
        self.seal("manifest", bytes);
        let signed = self.file.bytes("manifest");
        let bytes = group.seal_manifest(organisation, 7, &signed, &mut self.rng);
        self.seal("manifest sealed", bytes);
        let entry = Entry::Published {
            group: group.public(),
            purpose: GroupPurpose::Team,
            number: 7,
            manifest: primitives::sha256(&[&signed]),
            revoked: vec![[5; 16]],
        };
        let bytes = sign_entry(&certificate, &admin, organisation, group.id(), 7, &entry);
        self.seal("register-entry published", bytes);

        let (identity, context) = (self.file.identity(), self.file.context(Kind::Intake));
        let former = self.file.bytes(Kind::Intake.label());
        let message = group.open_signed(&context, &former).unwrap();
        let to = group.as_recipient(organisation);
        let bytes = message.carry(&to, &identity, member, Padding::Record, &mut self.rng);
        self.seal("carried", bytes);
    }

    fn membership(&self) -> Membership {
        let (key, label) = (self.file.group(), "Night team".to_owned());
        Membership {
            key,
            label,
            purpose: GroupPurpose::Team,
        }
    }

    fn keyring(&self) -> Keyring {
        let mut keyring = Keyring::new();
        keyring.add(self.membership());
        let root = RootPublic::from_bytes(self.file.fixed("root public"));
        keyring.pin_root(self.file.organisation(), root);
        keyring
    }

    fn member(&mut self) {
        let (member, organisation) = (self.file.member(), self.file.organisation());
        let (master, identity) = (self.file.master(), self.file.identity());
        let bytes = identity.seal(&master, member, &mut self.rng);
        self.seal("identity", bytes);
        let key = master.keyring_key();
        let bytes = self.keyring().seal(&key, member, 9, &mut self.rng);
        self.seal("keyring", bytes);
        let (team, to) = (self.membership(), self.file.verified());
        let bytes = deliver(&team, organisation, &to, &identity, member, &mut self.rng);
        self.seal("delivery", bytes);
        let bytes = team
            .key
            .seal_segment(organisation, 6, b"segment", &mut self.rng);
        self.seal("segment", bytes);
    }

    fn sessions(&mut self) {
        let (member, boot) = (self.file.member(), self.file.boot());
        let token = SessionToken::generate(&mut self.rng);
        self.text("session token", token.to_text().expose());
        self.put("session lookup", &token.lookup());
        self.text("session csrf", &token.csrf(&boot));
        let (identity, keyring) = (self.file.identity(), self.keyring());
        let key = self.file.master().keyring_key();
        let bytes = seal_session(
            &token,
            &boot,
            member,
            &identity,
            &keyring,
            &key,
            &mut self.rng,
        );
        self.seal("session", bytes);
        let mailbox = self.file.case().mailbox();
        let bytes = seal_mailbox_session(&token, &boot, member, &mailbox, &mut self.rng);
        self.seal("mailbox-session", bytes);
        let bytes = seal_reply(&token, &boot, [7; 32], b"reply", &mut self.rng);
        self.seal("reply", bytes);
    }
}
