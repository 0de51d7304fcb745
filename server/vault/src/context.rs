//! What an object is and where it belongs.
//!
//! What must stay true: two different contexts never have the same encoding, and a code or a
//! label, once given out, keeps its meaning for ever. Every sealed object is bound to its context,
//! so a row that is moved, swapped or rolled back does not open.

/// Every kind of object the vault can seal or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A user master key, wrapped by one unlock method.
    UnlockMethod,
    /// A member's private keys.
    Identity,
    /// A member's groups and pinned roots.
    Keyring,
    /// The keys of a member who is logged in.
    Session,
    /// An answer kept so that a repeated request is answered once.
    Reply,
    /// Details of an account, sealed by the instance.
    Account,
    /// Details of an organisation, sealed by the instance.
    Organisation,
    /// An invitation to join.
    Invitation,
    /// A queued mail.
    Mail,
    /// An entry of the organisation's register.
    RegisterEntry,
    /// A group key on its way to a member.
    Delivery,
    /// A case key on its way to a group.
    Grant,
    /// One sealed object of a case.
    Record,
    /// The sealed summary of a case.
    Card,
    /// A piece of a search index that lives in memory.
    Segment,
    /// A contact that asks for help.
    Intake,
    /// A volunteer's own copy before hand-over.
    Draft,
    /// A message between the person and the caseworkers.
    Letter,
    /// What the person sees with the receipt.
    ReceiptStatus,
    /// A referral without names.
    Notice,
    /// A referral's content.
    Packet,
    /// A step in the life of a referral.
    ReferralEvent,
    /// A line of the organisation's ledger.
    LedgerLine,
    /// The case's own copy of a ledger line.
    CaseLedgerLine,
    /// The mailbox of a person who came back with a receipt.
    MailboxSession,
    /// A document that belongs to a case.
    Document,
    /// A directory entry that is not public.
    Directory,
    /// A task or deadline.
    Task,
    /// A setting of the instance.
    Setting,
    /// A case key under a group's symmetric key.
    QuickGrant,
    /// The whole register at one moment: which entries stand.
    Manifest,
    /// A signed message under a later key of its group.
    Carried,
    /// The newest versions and heads this server has seen.
    Marks,
}

impl Kind {
    /// All kinds, in the order of their codes.
    pub const ALL: [Self; 33] = [
        Self::UnlockMethod,
        Self::Identity,
        Self::Keyring,
        Self::Session,
        Self::Reply,
        Self::Account,
        Self::Organisation,
        Self::Invitation,
        Self::Mail,
        Self::RegisterEntry,
        Self::Delivery,
        Self::Grant,
        Self::Record,
        Self::Card,
        Self::Segment,
        Self::Intake,
        Self::Draft,
        Self::Letter,
        Self::ReceiptStatus,
        Self::Notice,
        Self::Packet,
        Self::ReferralEvent,
        Self::LedgerLine,
        Self::CaseLedgerLine,
        Self::MailboxSession,
        Self::Document,
        Self::Directory,
        Self::Task,
        Self::Setting,
        Self::QuickGrant,
        Self::Manifest,
        Self::Carried,
        Self::Marks,
    ];

    /// The number that stands in the encoding of a context.
    pub const fn code(self) -> u16 {
        self.entry().0
    }

    /// The word that separates the keys of one kind from those of another. Lower-case ASCII.
    pub const fn label(self) -> &'static str {
        self.entry().1
    }

    const fn entry(self) -> (u16, &'static str) {
        match self {
            Self::UnlockMethod => (1, "unlock-method"),
            Self::Identity => (2, "identity"),
            Self::Keyring => (3, "keyring"),
            Self::Session => (4, "session"),
            Self::Reply => (5, "reply"),
            Self::Account => (6, "account"),
            Self::Organisation => (7, "organisation"),
            Self::Invitation => (8, "invitation"),
            Self::Mail => (9, "mail"),
            Self::RegisterEntry => (10, "register-entry"),
            Self::Delivery => (11, "delivery"),
            Self::Grant => (12, "grant"),
            Self::Record => (13, "record"),
            Self::Card => (14, "card"),
            Self::Segment => (15, "segment"),
            Self::Intake => (16, "intake"),
            Self::Draft => (17, "draft"),
            Self::Letter => (18, "letter"),
            Self::ReceiptStatus => (19, "receipt-status"),
            Self::Notice => (20, "notice"),
            Self::Packet => (21, "packet"),
            Self::ReferralEvent => (22, "referral-event"),
            Self::LedgerLine => (23, "ledger-line"),
            Self::CaseLedgerLine => (24, "case-ledger-line"),
            Self::MailboxSession => (25, "mailbox-session"),
            Self::Document => (26, "document"),
            Self::Directory => (27, "directory"),
            Self::Task => (28, "task"),
            Self::Setting => (29, "setting"),
            Self::QuickGrant => (30, "quick-grant"),
            Self::Manifest => (31, "manifest"),
            Self::Carried => (32, "carried"),
            Self::Marks => (33, "marks"),
        }
    }
}

/// Everything an object is bound to. Whoever opens it must know the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The organisation it belongs to; zeros where an object belongs to none.
    pub organisation: [u8; 16],
    /// What it is.
    pub kind: Kind,
    /// Its own id.
    pub object: [u8; 16],
    /// The case it belongs to.
    pub case: Option<[u8; 16]>,
    /// The epoch of the key that seals it; 0 where keys have no epochs.
    pub epoch: u32,
    /// Its version, or its place in a sequence.
    pub version: u64,
    /// The SHA-256 hash of what it follows.
    pub previous: Option<[u8; 32]>,
}

impl Context {
    /// A context outside any case, first version, following nothing.
    pub const fn of(kind: Kind, organisation: [u8; 16], object: [u8; 16]) -> Self {
        Self {
            organisation,
            kind,
            object,
            case: None,
            epoch: 0,
            version: 0,
            previous: None,
        }
    }

    /// The same, inside a case and an epoch of its key.
    #[must_use]
    pub const fn in_case(mut self, case: [u8; 16], epoch: u32) -> Self {
        self.case = Some(case);
        self.epoch = epoch;
        self
    }

    /// The same, at a version or a place in a sequence.
    #[must_use]
    pub const fn version(mut self, version: u64) -> Self {
        self.version = version;
        self
    }

    /// The same, following an object with this hash, or nothing.
    #[must_use]
    pub const fn after(mut self, previous: Option<[u8; 32]>) -> Self {
        self.previous = previous;
        self
    }

    /// The one encoding of this context: seven fields, each after one byte with its length.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(101);
        put::<16>(&mut bytes, Some(&self.organisation));
        put::<2>(&mut bytes, Some(&self.kind.code().to_be_bytes()));
        put::<16>(&mut bytes, Some(&self.object));
        put::<16>(&mut bytes, self.case.as_ref());
        put::<4>(&mut bytes, Some(&self.epoch.to_be_bytes()));
        put::<8>(&mut bytes, Some(&self.version.to_be_bytes()));
        put::<32>(&mut bytes, self.previous.as_ref());
        bytes
    }
}

fn put<const N: usize>(bytes: &mut Vec<u8>, field: Option<&[u8; N]>) {
    match field {
        Some(field) => {
            // All fields are at most 32 bytes, so the fallback is never taken.
            bytes.push(u8::try_from(N).unwrap_or(u8::MAX));
            bytes.extend_from_slice(field);
        }
        None => bytes.push(0),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_and_labels_are_unique_and_in_order() {
        let labels: HashSet<_> = Kind::ALL.iter().map(|kind| kind.label()).collect();
        assert_eq!(labels.len(), Kind::ALL.len());
        for (index, kind) in Kind::ALL.iter().enumerate() {
            assert_eq!(usize::from(kind.code()), index + 1);
            assert!(
                kind.label()
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            );
        }
    }

    #[test]
    fn every_field_changes_the_encoding() {
        let base = Context::of(Kind::Record, [1; 16], [2; 16]);
        let others = [
            Context::of(Kind::Card, [1; 16], [2; 16]),
            Context::of(Kind::Record, [9; 16], [2; 16]),
            Context::of(Kind::Record, [1; 16], [9; 16]),
            base.clone().in_case([0; 16], 0),
            base.clone().in_case([0; 16], 1),
            base.clone().version(1),
            base.clone().after(Some([0; 32])),
            base.clone().in_case([3; 16], 0),
        ];
        let encodings: HashSet<_> = others.iter().chain([&base]).map(Context::encode).collect();
        assert_eq!(encodings.len(), others.len() + 1);
    }

    #[test]
    fn the_encoding_is_as_documented() {
        let context = Context::of(Kind::Record, [1; 16], [2; 16])
            .in_case([3; 16], 4)
            .version(5)
            .after(None);
        let mut expected = vec![16];
        expected.extend([1; 16]);
        expected.extend([2, 0, 13, 16]);
        expected.extend([2; 16]);
        expected.push(16);
        expected.extend([3; 16]);
        expected.extend([4, 0, 0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 5, 0]);
        assert_eq!(context.encode(), expected);
    }
}
