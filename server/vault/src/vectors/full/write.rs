//! Writes `tests/vectors/amparo-v1-full.json` from `amparo-v1.json`:
//! `cargo test -p amparo-vault write_the_full_vectors -- --ignored`.

use serde_json::{Value, json};

use super::{FILE, open};
use crate::vectors::amparo::{BY_INSTANCE, File, IN_BOXES, IN_SIGNED_BOXES};
use crate::vectors::path;
use crate::{Context, Kind, codes, primitives, record_hash};

#[test]
#[ignore = "writes the file that the other tests read"]
fn write_the_full_vectors() {
    let objects: Vec<Value> = Writer(File::read()).all();
    let refused: usize = objects
        .iter()
        .map(|object| object["refused"].as_array().unwrap().len())
        .sum();
    let file = json!({
        "about": "How to read this: docs/sealing.md, How it is tested. The keys protect nothing.",
        "count": objects.len(),
        "refused": refused,
        "objects": objects,
    });
    let text = serde_json::to_string_pretty(&file).unwrap();
    std::fs::write(path(FILE), text + "\n").unwrap();
}

struct Writer(File);

/// The raw key, or what a key is derived from: material, salt, purpose.
type Key<'a> = (&'a [u8], &'a [u8], Option<&'a str>);

fn text(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

impl Writer {
    fn all(&self) -> Vec<Value> {
        let mut objects = self.unlocking();
        objects.extend(self.member());
        objects.extend(self.sessions());
        objects.extend(self.group());
        objects.extend(self.case());
        objects.extend(self.boxes());
        objects
    }

    /// What the file says of an object, without its content and what is refused.
    fn object(&self, name: &str, form: &str, key: Key<'_>, context: &Context) -> Value {
        let (material, salt, purpose) = key;
        json!({
            "name": name,
            "form": form,
            "key": { "material": text(material), "salt": text(salt), "purpose": purpose },
            "context": {
                "organisation": text(&context.organisation),
                "kind": context.kind.label(),
                "object": text(&context.object),
                "case": context.case.map(|id| text(&id)),
                "epoch": context.epoch,
                "version": context.version,
                "previous": context.previous.map(|hash| text(&hash)),
            },
            "encoded context": text(&context.encode()),
            "more": "",
            "signer": null,
            "sealed": text(&self.0.bytes(name)),
        })
    }

    fn envelope(&self, name: &str, key: Key<'_>, context: &Context) -> Value {
        finished(self.object(name, "envelope", key, context))
    }

    fn derived(&self, name: &str, from: &str, purpose: &str, context: &Context) -> Value {
        let material = self.0.bytes(from);
        self.envelope(name, (&material, &[], Some(purpose)), context)
    }

    fn signed(&self, name: &str, key: Key<'_>, context: &Context) -> Value {
        let mut object = self.object(name, "signed-box", key, context);
        object["signer"] = json!({
            "id": text(&self.0.member()),
            "public": text(&self.0.identity().public().signing),
        });
        finished(object)
    }

    fn unlocking(&self) -> Vec<Value> {
        let file = &self.0;
        let context = Context::of(Kind::UnlockMethod, [0; 16], file.member());
        let method = "recovery-code-v1";
        let code = codes::read::<20>(&file.text("recovery code")).unwrap();
        let salt = file.bytes(&format!("unlock {method} salt"));
        let secret = primitives::derive(code.as_slice(), &salt, "unlock/recovery");
        let mut more = Vec::new();
        for part in [method.as_bytes(), &[], &salt] {
            more.extend(u32::try_from(part.len()).unwrap().to_be_bytes());
            more.extend_from_slice(part);
        }
        let name = format!("unlock {method} wrapped");
        let key: Key<'_> = (secret.bytes(), &salt, Some("unlock/wrap"));
        let mut object = self.object(&name, "envelope", key, &context);
        object["more"] = Value::from(text(&more));
        vec![finished(object)]
    }

    fn member(&self) -> Vec<Value> {
        let (file, member) = (&self.0, self.0.member());
        let identity = Context::of(Kind::Identity, [0; 16], member);
        let keyring = Context::of(Kind::Keyring, [0; 16], member).version(9);
        let delivery = Context::of(Kind::Delivery, file.organisation(), member);
        let opening = file.bytes("key member opening");
        vec![
            self.derived("identity", "key user master", "umk/identity", &identity),
            self.derived("keyring", "key user master", "umk/keyring", &keyring),
            self.signed("delivery", (&opening, &[], None), &delivery),
        ]
    }

    fn sessions(&self) -> Vec<Value> {
        let (file, member) = (&self.0, self.0.member());
        let token = file.text("session token");
        let token = data_encoding::BASE64URL_NOPAD.decode(token.as_bytes());
        let (id, secret) = token.as_ref().unwrap().split_at(16);
        let both = [secret, &file.bytes("key boot")].concat();
        let mailbox = Context::of(Kind::MailboxSession, [0; 16], member);
        let session = Context::of(Kind::Session, [0; 16], member);
        let reply = Context::of(Kind::Reply, [0; 16], [0; 16]).after(Some([7; 32]));
        vec![
            self.envelope("session", (&both, id, Some("session/member")), &session),
            self.envelope(
                "mailbox-session",
                (&both, id, Some("session/mailbox")),
                &mailbox,
            ),
            self.envelope("reply", (&both, id, Some("session/reply")), &reply),
        ]
    }

    fn group(&self) -> Vec<Value> {
        let (file, seed) = (&self.0, "key group seed");
        let (house, group) = (file.organisation(), file.group().id());
        let of = |kind, object| Context {
            epoch: 3,
            ..Context::of(kind, house, object)
        };
        let segment = of(Kind::Segment, group).version(6);
        let entry = of(Kind::RegisterEntry, file.member()).version(4);
        let manifest = of(Kind::Manifest, house).version(7);
        vec![
            self.derived("segment", seed, "group/segment", &segment),
            self.derived("register-entry sealed", seed, "group/register", &entry),
            self.derived("manifest sealed", seed, "group/manifest", &manifest),
        ]
    }

    fn case(&self) -> Vec<Value> {
        let (file, key) = (&self.0, "key case");
        let (house, case) = (file.organisation(), file.fixed("id case"));
        let of = |kind, object| Context::of(kind, house, object).in_case(case, 2);
        let first = of(Kind::Record, case).version(1);
        let hash = record_hash(&file.bytes("record 1"));
        let second = of(Kind::Record, case).version(2).after(Some(hash));
        let line = of(Kind::CaseLedgerLine, file.fixed("id object"));
        let group = file.group().id();
        let grant = of(Kind::Grant, group).version(3);
        let quick = of(Kind::QuickGrant, group).version(3);
        let card = of(Kind::Card, case).version(2);
        let seed = file.bytes("key group seed");
        let opening: Key<'_> = (&seed, &[], Some("group/opening"));
        vec![
            self.derived("record 1", key, "case/record", &first),
            self.derived("record 2", key, "case/record", &second),
            self.derived("card", key, "case/card", &card),
            self.derived("case-ledger-line", key, "case/ledger", &line),
            self.signed("grant", opening, &grant),
            self.derived("quick-grant", "key group seed", "group/quick", &quick),
        ]
    }

    fn boxes(&self) -> Vec<Value> {
        let seed = self.0.bytes("key group seed");
        let key: Key<'_> = (&seed, &[], Some("group/opening"));
        let mut objects = Vec::new();
        for kind in IN_BOXES {
            let context = self.0.context(kind);
            objects.push(finished(self.object(kind.label(), "box", key, &context)));
        }
        for kind in IN_SIGNED_BOXES.into_iter().chain([Kind::Carried]) {
            objects.push(self.signed(kind.label(), key, &self.0.context(kind)));
        }
        for kind in BY_INSTANCE {
            let context = self.0.context(kind);
            objects.push(self.derived(kind.label(), "key instance", "instance/seal", &context));
        }
        objects
    }
}

/// Adds the content, and with what the object must be refused.
fn finished(mut object: Value) -> Value {
    let content = open(&object).unwrap();
    object["plaintext"] = Value::from(text(&content));
    let sealed = super::hex(&object["sealed"]).len();
    let context = &object["context"];
    let (epoch, version) = (&context["epoch"], &context["version"]);
    let raised = |number: &Value| number.as_u64().unwrap() + 1;
    let is_envelope = object["form"] == "envelope";
    let elsewhere = if is_envelope { "WrongKey" } else { "Tampered" };
    let mut refused = vec![
        json!({ "with": { "first byte": 2 }, "error": "UnknownFormat" }),
        json!({ "with": { "second byte": 2 }, "error": "UnknownFormat" }),
        json!({ "with": { "cut to": 1 }, "error": "UnknownFormat" }),
        json!({ "with": { "turned": 2 }, "error": elsewhere }),
        json!({ "with": { "turned": sealed - 1 }, "error": "Tampered" }),
        json!({ "with": { "turned": sealed - 17 }, "error": "Tampered" }),
        json!({ "with": { "epoch": raised(epoch) }, "error": elsewhere }),
        json!({ "with": { "version": raised(version) }, "error": elsewhere }),
        json!({ "with": { "organisation": "f".repeat(32) }, "error": elsewhere }),
        json!({ "with": { "object": "f".repeat(32) }, "error": elsewhere }),
        json!({ "with": { "case": "f".repeat(32) }, "error": elsewhere }),
        json!({ "with": { "previous": "f".repeat(64) }, "error": elsewhere }),
        json!({ "with": { "material": "f".repeat(64) }, "error": elsewhere }),
    ];
    let other = if context["kind"] == "card" {
        "record"
    } else {
        "card"
    };
    refused.push(json!({ "with": { "kind": other }, "error": elsewhere }));
    if is_envelope {
        refused.push(json!({ "with": { "turned": 26 }, "error": "WrongKey" }));
        refused.push(json!({ "with": { "more": "00" }, "error": "WrongKey" }));
        refused.push(json!({ "with": { "cut to": 73 }, "error": "UnknownFormat" }));
    } else {
        refused.push(json!({ "with": { "cut to": 33 }, "error": "UnknownFormat" }));
    }
    if object["form"] == "signed-box" {
        let stranger = text(&File::read().bytes("root public"));
        refused.push(json!({ "with": { "signer": stranger }, "error": "WrongKey" }));
    }
    object["refused"] = Value::from(refused);
    object
}
