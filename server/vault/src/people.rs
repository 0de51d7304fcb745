//! People and an organisation for the tests of this crate, made from a fixed seed.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use crate::{
    Certificate, Entry, GroupKey, GroupPurpose, Identity, Membership, RootKey, VaultError,
    VerifiedMember, sign_entry, verify_entry,
};

/// The organisation's id.
pub(crate) const HOUSE: [u8; 16] = [0xa0; 16];
/// Another organisation's id.
pub(crate) const ELSEWHERE: [u8; 16] = [0xb0; 16];

/// A generator that gives the same bytes in every run.
pub(crate) fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// A member with keys and a register entry.
pub(crate) struct Person {
    pub(crate) id: [u8; 16],
    pub(crate) identity: Identity,
    pub(crate) personal: GroupKey,
    pub(crate) entry: Vec<u8>,
    pub(crate) verified: VerifiedMember,
}

/// An organisation: a root, an administrator, two members and a team.
pub(crate) struct House {
    pub(crate) id: [u8; 16],
    pub(crate) root: RootKey,
    pub(crate) admin: Identity,
    pub(crate) certificate: Certificate,
    pub(crate) ana: Person,
    pub(crate) ben: Person,
    pub(crate) rng: ChaCha20Rng,
}

impl House {
    pub(crate) fn open() -> Self {
        Self::with_id(HOUSE, 1)
    }

    pub(crate) fn with_id(id: [u8; 16], seed: u64) -> Self {
        let mut rng = rng(seed);
        let root = RootKey::generate(&mut rng);
        let admin = Identity::generate(&mut rng);
        let certificate = root.appoint(id, [0xad; 16], &admin.public());
        let [ana, ben] = [0x0a, 0x0b].map(|byte| {
            let identity = Identity::generate(&mut rng);
            let personal = GroupKey::generate([byte; 16], 1, &mut rng);
            let said = Entry::Member {
                member: [byte; 16],
                identity: identity.public(),
                personal: personal.public(),
            };
            let entry = sign_entry(&certificate, &admin, id, [byte; 16], 1, &said).unwrap();
            let verified = verify_entry(&root.public(), id, [byte; 16], &entry).unwrap();
            let verified = verified.member().unwrap();
            Person {
                id: [byte; 16],
                identity,
                personal,
                entry,
                verified,
            }
        });
        Self {
            id,
            root,
            admin,
            certificate,
            ana,
            ben,
            rng,
        }
    }

    /// A member that this organisation's register knows under these keys, whoever's they are.
    pub(crate) fn vouch(&self, member: [u8; 16], identity: &Identity) -> VerifiedMember {
        let said = Entry::Member {
            member,
            identity: identity.public(),
            personal: self.ana.personal.public(),
        };
        let signed = sign_entry(&self.certificate, &self.admin, self.id, member, 2, &said).unwrap();
        let verified = verify_entry(&self.root.public(), self.id, member, &signed).unwrap();
        verified.member().unwrap()
    }

    pub(crate) fn group(&mut self, id: u8, epoch: u32) -> GroupKey {
        GroupKey::generate([id; 16], epoch, &mut self.rng)
    }

    pub(crate) fn team(&mut self) -> Membership {
        let key = self.group(0x7e, 1);
        Membership {
            key,
            label: "Night team".to_owned(),
            purpose: GroupPurpose::Team,
        }
    }
}

/// The error of a refusal, whatever the type of the answer is.
pub(crate) fn refusal<T>(answer: Result<T, VaultError>) -> VaultError {
    match answer {
        Ok(_) => panic!("it was not refused"),
        Err(error) => error,
    }
}

/// Whether `open` refuses the bytes with any one bit changed, and accepts them unchanged. Every
/// byte is tried once, each with another bit.
pub(crate) fn refuses_every_changed_byte<T>(
    bytes: &[u8],
    open: impl Fn(&[u8]) -> Result<T, VaultError>,
) {
    assert!(open(bytes).is_ok(), "the control must open");
    // Large padding is the same everywhere: look at both ends closely, at the middle in steps.
    let close = 600.min(bytes.len());
    let places = (0..close)
        .chain((close..bytes.len()).step_by(211))
        .chain([bytes.len() - 1]);
    for place in places {
        let mut changed = bytes.to_vec();
        changed[place] ^= 1 << (place % 8);
        assert!(open(&changed).is_err(), "byte {place}");
    }
    for end in [0, 1, 2, bytes.len() / 2, bytes.len() - 1] {
        assert!(open(&bytes[..end]).is_err(), "cut at {end}");
    }
    assert!(open(&[bytes, &[0]].concat()).is_err(), "one byte more");
}
