//! What there is: people, groups, cases, and the rows about them.

use std::sync::Arc;

use crate::set::{Set, Small};

/// The number of a key: each new one of a group or a case has the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Serial {
    /// From the beginning.
    First,
    /// Made by the first change.
    Second,
    /// Made by the second change.
    Third,
}

impl Serial {
    /// The one that is made next, within the bounds.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }
}

/// People of the organisation. A member's own group is a team with one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// Key administrator and supervisor. She stays.
    Ada,
    /// A caseworker of the team, who also takes calls. He stays.
    Ben,
    /// Key administrator, supervisor and founder of the team. She is removed.
    Mal,
    /// Newcomer: waits until she is admitted.
    Nia,
}

/// Groups of the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// All members; the register is sealed to it.
    Everyone,
    /// Supervisors. It is also the queue: calls and packets are sealed to its published key.
    Supervisors,
    /// The team that Mal founded.
    Team,
}

/// Whom an entry of the register is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A group, and its present key.
    Group(Group),
    /// The partner organisation, and its inbox.
    Partner,
}

/// Cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// Opened for supervisors and the team.
    Shared,
    /// Opened for supervisors alone.
    Own,
}

macro_rules! small {
    ($kind:ident: $($one:expr),+) => {
        impl Small for $kind {
            const ALL: &'static [Self] = &[$($one),+];
            fn place(self) -> usize {
                Self::ALL.iter().position(|one| *one == self).unwrap_or_default()
            }
        }
    };
}

small!(Serial: Serial::First, Serial::Second, Serial::Third);
small!(Member: Member::Ada, Member::Ben, Member::Mal, Member::Nia);
small!(Group: Group::Everyone, Group::Supervisors, Group::Team);
small!(Subject: Subject::Group(Group::Everyone), Subject::Group(Group::Supervisors),
    Subject::Group(Group::Team), Subject::Partner);
small!(Case: Case::Shared, Case::Own);

/// A public key that something can be sealed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// Of a group of the organisation.
    Group(Serial),
    /// Of somebody else who is whom she says: the partner, or the newcomer.
    Genuine,
    /// Made by Mal.
    Forged,
}

/// A signed entry of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Grows with each change.
    pub version: u8,
    /// The key that is said to be right.
    pub key: Key,
    /// Who belongs to the group.
    pub members: Set<Member>,
    /// The key administrator who signed it.
    pub signer: Member,
}

/// An entry as a row: sealed under a key of everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sealed {
    /// What is in it.
    pub entry: Entry,
    /// The key of everyone that opens it.
    pub under: Serial,
}

/// Which manifest somebody has seen: number, and who signed it in place of its hash. There is one
/// honest line of manifests, so these two say which one it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pin {
    /// Its number.
    pub number: u8,
    /// Who signed it.
    pub signer: Member,
    /// The certificates that it revokes.
    pub revoked: Set<Member>,
}

/// The manifest: what the register says, as one object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Manifest {
    /// Number, signer and revoked certificates.
    pub head: Pin,
    /// The key of everyone that it is sealed under.
    pub under: Serial,
    /// Version and hash of each entry; here the entries themselves.
    pub entries: [Entry; 4],
}

/// A member's sealed keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Keyring {
    /// Keys of each group.
    pub keys: [Set<Serial>; 3],
    /// The newest manifest seen.
    pub pin: Pin,
}

impl Keyring {
    /// The newest key of a group.
    pub fn newest(&self, group: Group) -> Option<Serial> {
        self.keys[group.place()].iter().next_back()
    }
}

/// A row that lets a group open a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grant {
    /// The key of the group that it is sealed to.
    pub to: Key,
    /// The case key in it; nothing if the row is random bytes.
    pub key: Option<Serial>,
}

/// A case: its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Its present key.
    pub key: Serial,
    /// How many records there are; only changes of access are counted here.
    pub length: u8,
    /// Who has access, as its chain says: for each group the key that it was granted to.
    pub access: [Option<Serial>; 3],
    /// Who signed that. Its signature is inside the chain.
    pub signer: Member,
    /// Rows of grants, by group.
    pub grants: [Option<Grant>; 3],
}

/// All rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Database {
    /// The register, by subject.
    pub register: [Sealed; 4],
    /// What commits the register.
    pub manifest: Manifest,
    /// The queue's key as partners read it.
    pub published: Entry,
    /// Certificates that are revoked, as the organisation's row says it.
    pub revoked: Set<Member>,
    /// Accounts whose rows say that they were removed.
    pub left: Set<Member>,
    /// The key of the newcomer who waits, until she is admitted.
    pub waiting: Option<Key>,
    /// The keyrings of those who stay: Ada's and Ben's.
    pub keyrings: [Keyring; 2],
    /// The cases.
    pub cases: [Row; 2],
    /// The key that a waiting call is sealed under.
    pub call: Serial,
}

/// What rows cannot reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Marks {
    /// The newest manifest.
    pub register: Pin,
    /// The newest version of the published key.
    pub published: u8,
    /// Newest key and length of each case.
    pub cases: [(Serial, u8); 2],
}

/// What is true, whatever rows say. No rule may look at it; the promises are judged by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Truth {
    /// Mal was removed.
    pub removed: bool,
    /// How often the adversary wrote rows.
    pub writes: u8,
    /// The newest key of each group that anybody made.
    pub groups: [Serial; 3],
    /// The newest key of each case.
    pub cases: [Serial; 2],
    /// Whom somebody decided to give each case.
    pub access: [Set<Group>; 2],
    /// Keys of each case that something was written under when all that is asked was done.
    pub written: [Set<Serial>; 2],
    /// Keys of the queue that calls and letters were sealed to when all that is asked was done.
    pub sealed: Set<Serial>,
    /// Somebody honest sealed to a key that Mal made.
    pub sealed_to_foreign: bool,
    /// Somebody honest granted a case to a group that nobody decided to give it to.
    pub granted_unasked: bool,
}

/// What Mal has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mal {
    /// Keys of groups.
    pub groups: [Set<Serial>; 3],
    /// Keys of cases.
    pub cases: [Set<Serial>; 2],
    /// One old copy of the database.
    pub copy: Option<Arc<Database>>,
}

/// Everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// All rows.
    pub database: Database,
    /// Versions of entries that the running server has seen, by subject, and of the published key.
    pub memory: [u8; 5],
    /// The file of marks.
    pub marks: Marks,
    /// What is true.
    pub truth: Truth,
    /// The adversary.
    pub mal: Mal,
}

impl State {
    /// Right after founding: three members, a team, two cases, a call that waits. `team` is who
    /// belongs to the team that Mal founded.
    pub fn founded(team: Set<Member>) -> Self {
        let (database, first) = (Database::founded(team), Serial::First);
        let register = database.manifest.head;
        let access = database.cases.map(|row| {
            let named = |group: &Group| row.access[group.place()].is_some();
            let groups: Vec<Group> = Group::ALL.iter().copied().filter(named).collect();
            Set::of(&groups)
        });
        let key = Set::of(&[first]);
        let of_team = if team.has(Member::Mal) {
            key
        } else {
            Set::default()
        };
        Self {
            database,
            memory: [0; 5],
            marks: Marks {
                register,
                published: 1,
                cases: [(first, 1); 2],
            },
            truth: Truth {
                removed: false,
                writes: 0,
                groups: [first; 3],
                cases: [first; 2],
                access,
                written: [Set::default(); 2],
                sealed: Set::default(),
                sealed_to_foreign: false,
                granted_unasked: false,
            },
            mal: Mal {
                groups: [key, key, of_team],
                cases: [key; 2],
                copy: None,
            },
        }
    }
}

impl Database {
    fn founded(team: Set<Member>) -> Self {
        let first = Serial::First;
        let entry = |key, members: &[Member]| Entry {
            version: 1,
            key,
            members: Set::of(members),
            signer: Member::Ada,
        };
        let mut entries = [
            entry(Key::Group(first), &[Member::Ada, Member::Ben, Member::Mal]),
            entry(Key::Group(first), &[Member::Ada, Member::Mal]),
            entry(Key::Group(first), &[]),
            entry(Key::Genuine, &[]),
        ];
        entries[Group::Team.place()].members = team;
        let head = Pin {
            number: 1,
            signer: Member::Ada,
            revoked: Set::default(),
        };
        let key = |has: bool| {
            if has {
                Set::of(&[first])
            } else {
                Set::default()
            }
        };
        let keyring = |member, supervises| Keyring {
            keys: [key(true), key(supervises), key(team.has(member))],
            pin: head,
        };
        let grant = Some(Grant {
            to: Key::Group(first),
            key: Some(first),
        });
        let case = |of_the_team: bool| Row {
            key: first,
            length: 1,
            access: [None, Some(first), of_the_team.then_some(first)],
            signer: Member::Ada,
            grants: [None, grant, if of_the_team { grant } else { None }],
        };
        Self {
            register: entries.map(|entry| Sealed {
                entry,
                under: first,
            }),
            manifest: Manifest {
                head,
                under: first,
                entries,
            },
            published: entries[Group::Supervisors.place()],
            revoked: Set::default(),
            left: Set::default(),
            waiting: Some(Key::Genuine),
            keyrings: [keyring(Member::Ada, true), keyring(Member::Ben, false)],
            cases: [case(true), case(false)],
            call: first,
        }
    }
}
