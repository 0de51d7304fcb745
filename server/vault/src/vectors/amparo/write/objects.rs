//! The objects of a case and of the instance, and the boxes between people.

use super::Writer;
use crate::vectors::amparo::{BY_INSTANCE, FLOOR, IN_BOXES, IN_SIGNED_BOXES};
use crate::{
    Padding, ReceiptCode, StopStatement, chain, leaf_hash, record_hash, seal_signed_to, seal_to,
};

impl Writer {
    pub(super) fn case(&mut self) {
        let (key, organisation) = (self.file.case(), self.file.organisation());
        let (group, object) = (self.file.group(), self.file.fixed("id object"));
        let (identity, member) = (self.file.identity(), self.file.member());
        let rng = &mut self.rng;
        let first = key
            .seal_record(organisation, 1, None, b"record 1", rng)
            .unwrap();
        let after = Some(record_hash(&first));
        let to = group.as_recipient(organisation);
        let objects = [
            (
                "record 2",
                key.seal_record(organisation, 2, after, b"record 2", rng),
            ),
            ("record 1", Ok(first)),
            ("card", key.seal_card(organisation, 2, b"card", rng)),
            (
                "case-ledger-line",
                key.seal_ledger_line(organisation, object, b"case-ledger-line", rng),
            ),
            (
                "grant",
                key.grant(organisation, &to, &identity, member, rng),
            ),
            ("quick-grant", key.quick(&group, organisation, rng)),
        ];
        for (name, bytes) in objects {
            self.seal(name, bytes);
        }
        let label = group.labels().of(key.case(), key.epoch());
        self.put("grant label", &label);
    }

    pub(super) fn boxes(&mut self) {
        let to = self.file.group().as_recipient(self.file.organisation());
        let (identity, member) = (self.file.identity(), self.file.member());
        for kind in IN_BOXES {
            let (context, text) = (self.file.context(kind), kind.label().as_bytes());
            let bytes = seal_to(&to, &context, text, Padding::Record, &mut self.rng);
            self.seal(kind.label(), bytes);
        }
        for kind in IN_SIGNED_BOXES {
            let (context, text) = (self.file.context(kind), kind.label().as_bytes());
            let rng = &mut self.rng;
            let bytes =
                seal_signed_to(&to, &identity, member, &context, text, Padding::Record, rng);
            self.seal(kind.label(), bytes);
        }
    }

    pub(super) fn instance(&mut self) {
        let instance = self.file.instance();
        for kind in BY_INSTANCE {
            let (context, text) = (self.file.context(kind), kind.label().as_bytes());
            let bytes = instance.seal(&context, text, Padding::Fixed(512), &mut self.rng);
            self.seal(kind.label(), bytes);
        }
        self.put("instance lookup tag", &instance.lookup_tag("name", "ana"));
        self.put("instance dummy salt", &instance.dummy_salt("ana"));
        self.put("instance receipt salt", &instance.receipt_salt());
        let code = ReceiptCode::generate(&mut self.rng);
        let keys = code.stretch(&instance.receipt_salt(), FLOOR).unwrap();
        self.text("receipt", code.grouped().expose());
        self.put("receipt tag", &keys.tag);
        self.put("receipt mailbox", &keys.mailbox.public());
        let stop = keys.mailbox.stop_key();
        self.put("receipt stop", &stop.public());
        let said = StopStatement {
            organisation: self.file.organisation(),
            receipt: self.file.fixed("id object"),
            number: 1,
        };
        self.put("receipt statement", &stop.sign(&said));
        let head = chain(crate::EMPTY_LEDGER, leaf_hash(b"line"));
        self.put("ledger head", &head);
        self.put("notary public", &instance.notary().public());
        let checkpoint = instance
            .notary()
            .sign_checkpoint(self.file.organisation(), 1, head);
        self.put("ledger checkpoint", &checkpoint);
    }
}
