//! Our own format: one object of each kind, which every later version must open.
//!
//! Nothing here is drawn again: keys, ids and sealed bytes come from the file. A new kind of object
//! is added by the generator in `write.rs`; what is in the file stays as it is.

mod file;
mod write;

pub(super) use file::File;

use crate::{
    CaseKey, Certificate, Delivery, Entry, Identity, Keyring, Kind, Method, Opener, Passphrase,
    ReceiptCode, RecoveryCode, RootKey, RootPublic, StopStatement, StretchParams, chain, leaf_hash,
    open_mailbox_session, open_reply, open_session, record_hash, unlock_with_passphrase,
    unlock_with_recovery, verify_checkpoint, verify_entry, verify_manifest,
};

const FILE: &str = "amparo-v1.json";
const FLOOR: StretchParams = StretchParams::FLOOR;

/// Kinds that the instance seals, that are sealed to a key, and that are also signed.
pub(super) const BY_INSTANCE: [Kind; 7] = [
    Kind::Account,
    Kind::Organisation,
    Kind::Invitation,
    Kind::Mail,
    Kind::Directory,
    Kind::Setting,
    Kind::Marks,
];
pub(super) const IN_BOXES: [Kind; 4] = [
    Kind::Draft,
    Kind::LedgerLine,
    Kind::ReceiptStatus,
    Kind::Document,
];
pub(super) const IN_SIGNED_BOXES: [Kind; 6] = [
    Kind::Intake,
    Kind::Letter,
    Kind::Notice,
    Kind::Packet,
    Kind::ReferralEvent,
    Kind::Task,
];

#[test]
fn unlock_rows_open() {
    let file = File::read();
    let master = file.key("key user master");
    let passphrase = Passphrase::new(file.text("passphrase"));
    let row = file.row(Method::PassphraseArgon2idV1);
    let opened = unlock_with_passphrase(&row, file.member(), &passphrase).unwrap();
    assert_eq!(opened.key().bytes(), master.bytes());
    let code = RecoveryCode::parse(&file.text("recovery code")).unwrap();
    let row = file.row(Method::RecoveryCodeV1);
    let opened = unlock_with_recovery(&row, file.member(), &code).unwrap();
    assert_eq!(opened.key().bytes(), master.bytes());
}

#[test]
fn a_members_objects_open() {
    let file = File::read();
    let (master, member) = (file.master(), file.member());
    let identity = Identity::open(&master, member, &file.bytes("identity")).unwrap();
    assert_eq!(identity.public(), file.identity().public());
    let key = master.keyring_key();
    let keyring = Keyring::open(&key, member, 9, &file.bytes("keyring")).unwrap();
    assert_eq!(
        keyring.by_id(file.fixed("id group")).unwrap().public(),
        file.group().public()
    );
    assert_eq!(keyring.memberships()[0].label, "Night team");
    assert_eq!(
        keyring.root_of(file.organisation()).unwrap().as_bytes(),
        &file.fixed("root public")
    );
}

#[test]
fn sessions_open() {
    let file = File::read();
    let (token, boot) = (file.token(), file.boot());
    assert_eq!(token.lookup(), file.fixed("session lookup"));
    assert_eq!(token.csrf(&boot), file.text("session csrf"));
    let keys = open_session(&token, &boot, file.member(), &file.bytes("session")).unwrap();
    assert_eq!(keys.identity.public(), file.identity().public());
    assert_eq!(keys.keyring.memberships().len(), 1);
    let mailbox =
        open_mailbox_session(&token, &boot, file.member(), &file.bytes("mailbox-session")).unwrap();
    assert_eq!(mailbox.public(), file.case().mailbox().public());
    let reply = open_reply(&token, &boot, [7; 32], &file.bytes("reply")).unwrap();
    assert_eq!(reply.expose(), b"reply");
}

#[test]
fn the_register_is_believed() {
    let file = File::read();
    let root = RootKey::from_phrase(&file.text("root phrase"))
        .unwrap()
        .public();
    assert_eq!(root.as_bytes(), &file.fixed("root public"));
    assert_eq!(root.fingerprint().join(" "), file.text("root fingerprint"));
    let certificate = Certificate::from_bytes(&file.bytes("certificate")).unwrap();
    assert_eq!(certificate.verify(&root, file.organisation()), Ok(()));
    assert_eq!(file.verified().identity(), &file.identity().public());
    for (name, id) in [
        ("group", "id group"),
        ("charter", "id organisation"),
        ("partner", "id partner"),
    ] {
        let bytes = file.bytes(&format!("register-entry {name}"));
        let entry = verify_entry(&root, file.organisation(), file.fixed(id), &bytes).unwrap();
        assert_eq!(entry.version(), 4);
    }
    let sealed = file.bytes("register-entry sealed");
    let opened = file
        .group()
        .open_register_entry(file.organisation(), file.member(), 4, &sealed)
        .unwrap();
    assert_eq!(opened.expose(), file.bytes("register-entry member"));
}

#[test]
fn the_manifest_gives_out_what_it_lists() {
    let file = File::read();
    let (group, organisation) = (file.group(), file.organisation());
    let root = RootPublic::from_bytes(file.fixed("root public"));
    let sealed = file.bytes("manifest sealed");
    let signed = group.open_manifest(organisation, 7, &sealed).unwrap();
    assert_eq!(signed.expose(), file.bytes("manifest"));
    let manifest = verify_manifest(&root, organisation, signed.expose()).unwrap();
    assert_eq!(manifest.number(), 7);
    let entry = manifest
        .entry(group.id(), &file.bytes("register-entry group"))
        .unwrap();
    assert_eq!(entry.group(), manifest.group(group.id()));
    let bytes = file.bytes("register-entry published");
    let published = verify_entry(&root, organisation, group.id(), &bytes).unwrap();
    let Entry::Published {
        number,
        manifest: hash,
        ..
    } = published.entry()
    else {
        panic!("another entry");
    };
    assert_eq!((*number, *hash), (7, manifest.hash()));
}

#[test]
fn what_was_carried_keeps_its_signature() {
    let file = File::read();
    let context = file.context(Kind::Intake);
    let carried = file
        .group()
        .open_carried(&context, &file.bytes("carried"))
        .unwrap();
    let message = carried.verify(&file.verified()).unwrap();
    let opened = message.verify(&file.verified()).unwrap();
    assert_eq!(opened.expose(), Kind::Intake.label().as_bytes());
}

#[test]
fn a_groups_objects_open() {
    let file = File::read();
    let (group, organisation) = (file.group(), file.organisation());
    let delivery = Delivery::open(
        &file.bytes("delivery"),
        organisation,
        file.member(),
        &file.identity(),
    );
    let received = delivery.unwrap().verify(&file.verified()).unwrap();
    assert_eq!(received.key.public(), group.public());
    let segment = group
        .open_segment(organisation, 6, &file.bytes("segment"))
        .unwrap();
    assert_eq!(segment.expose(), b"segment");

    let key = file.case();
    let (case, epoch) = (key.case(), key.epoch());
    let grant =
        CaseKey::open_grant(&file.bytes("grant"), &group, organisation, case, epoch).unwrap();
    let granted = grant.verify(&file.verified()).unwrap();
    assert_eq!(granted.mailbox().public(), key.mailbox().public());
    let bytes = file.bytes("quick-grant");
    let quick = CaseKey::open_quick(&bytes, &group, organisation, case, epoch).unwrap();
    assert_eq!(quick.mailbox().public(), key.mailbox().public());
    assert_eq!(group.labels().of(case, epoch), file.fixed("grant label"));
}

#[test]
fn a_cases_objects_open() {
    let file = File::read();
    let (key, organisation) = (file.case(), file.organisation());
    let [first, second] = ["record 1", "record 2"].map(|name| file.bytes(name));
    let opened = key.open_record(organisation, 1, None, &first).unwrap();
    assert_eq!(opened.expose(), b"record 1");
    let after = Some(record_hash(&first));
    let opened = key.open_record(organisation, 2, after, &second).unwrap();
    assert_eq!(opened.expose(), b"record 2");
    assert_eq!(
        key.open_card(organisation, 2, &file.bytes("card"))
            .unwrap()
            .expose(),
        b"card"
    );
    let line = file.bytes("case-ledger-line");
    let opened = key
        .open_ledger_line(organisation, file.fixed("id object"), &line)
        .unwrap();
    assert_eq!(opened.expose(), b"case-ledger-line");
}

#[test]
fn boxes_open_and_their_signers_are_believed() {
    let file = File::read();
    for kind in IN_BOXES {
        let bytes = file.bytes(kind.label());
        let opened = file
            .group()
            .open_sealed(&file.context(kind), &bytes)
            .unwrap();
        assert_eq!(opened.expose(), kind.label().as_bytes());
    }
    for kind in IN_SIGNED_BOXES {
        let bytes = file.bytes(kind.label());
        let message = file
            .group()
            .open_signed(&file.context(kind), &bytes)
            .unwrap();
        let opened = message.verify(&file.verified()).unwrap();
        assert_eq!(opened.expose(), kind.label().as_bytes());
    }
}

#[test]
fn the_instances_objects_open() {
    let file = File::read();
    let instance = file.instance();
    for kind in BY_INSTANCE {
        let opened = instance
            .open(&file.context(kind), &file.bytes(kind.label()))
            .unwrap();
        assert_eq!(opened.expose(), kind.label().as_bytes());
    }
    assert_eq!(
        instance.lookup_tag("name", "ana"),
        file.fixed("instance lookup tag")
    );
    assert_eq!(
        instance.dummy_salt("ana"),
        file.fixed("instance dummy salt")
    );
    assert_eq!(instance.receipt_salt(), file.fixed("instance receipt salt"));

    let code = ReceiptCode::parse(&file.text("receipt")).unwrap();
    let keys = code.stretch(&instance.receipt_salt(), FLOOR).unwrap();
    assert_eq!(keys.tag, file.fixed("receipt tag"));
    assert_eq!(keys.mailbox.public(), file.fixed("receipt mailbox"));
    let said = StopStatement {
        organisation: file.organisation(),
        receipt: file.fixed("id object"),
        number: 1,
    };
    let stop = file.fixed("receipt stop");
    assert_eq!(keys.mailbox.stop_key().public(), stop);
    let signature = file.bytes("receipt statement").try_into().unwrap();
    assert_eq!(said.verify(&stop, &signature), Ok(()));
    assert_eq!(keys.mailbox.stop_key().sign(&said), signature);

    let head = chain(crate::EMPTY_LEDGER, leaf_hash(b"line"));
    assert_eq!(head, file.fixed("ledger head"));
    let [notary, signature] = [file.bytes("notary public"), file.bytes("ledger checkpoint")];
    let (notary, signature) = (notary.try_into().unwrap(), signature.try_into().unwrap());
    assert_eq!(instance.notary().public(), notary);
    assert_eq!(
        verify_checkpoint(&notary, file.organisation(), 1, head, &signature),
        Ok(())
    );
}

#[test]
fn every_kind_has_its_vector() {
    let file = File::read();
    let names: Vec<_> = file.0.as_object().unwrap().keys().cloned().collect();
    for kind in Kind::ALL {
        let unlock = kind == Kind::UnlockMethod;
        let start = if unlock { "unlock" } else { kind.label() };
        assert!(names.iter().any(|name| name.starts_with(start)), "{kind:?}");
    }
}
