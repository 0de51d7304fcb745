//! What Mal does to rows. She needs no key for most of it, and uses every key she ever had.

use std::sync::Arc;

use crate::set::{Set, Small};
use crate::world::{Case, Entry, Grant, Group, Key, Manifest, Member, Pin, Sealed, State, Subject};

/// Something that she puts back from her copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The register with its manifest, the published key, both keyrings, and what rows say of who
    /// left: all but the cases.
    AllButCases,
    /// The register's row about one subject.
    Entry(Subject),
    /// The whole register, with its manifest.
    Register,
    /// The queue's published key.
    Published,
    /// The organisation's row, which says whose certificates are revoked.
    Revoked,
    /// Her own account, which says that she left.
    Account,
    /// Somebody's keyring.
    Keyring(Member),
    /// A case with all its rows.
    Case(Case),
    /// The grants of a case.
    Grants(Case),
    /// The call that waits.
    Call,
}

/// What she does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wicked {
    /// Takes a copy of the database, once.
    Copy,
    /// Puts something back.
    PutBack(Part),
    /// Writes random bytes as a grant, over whatever is there.
    Plant(Case, Group),
    /// Signs an entry with a key of hers, by her old certificate.
    Forge(Subject),
    /// The same with the published key of the queue.
    ForgePublished,
    /// Signs a whole register of hers: as the present one, or as the next.
    ForgeRegister {
        /// Whether it takes the next number.
        next: bool,
    },
    /// Writes into a case whose key she has that every group has access.
    ForgeAccess(Case),
    /// Puts a key of hers into the place of the newcomer's.
    SwapNewcomer,
}

/// What she is able to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hands {
    /// How often she writes rows, at most.
    pub writes: u8,
    /// She puts back what was there before.
    pub puts_back: bool,
    /// She writes random bytes.
    pub plants: bool,
    /// She signs and seals with keys that she has or makes.
    pub forges: bool,
}

impl Hands {
    /// Reads, and writes nothing.
    pub const READER: Self = Self {
        writes: 0,
        puts_back: false,
        plants: false,
        forges: false,
    };
    /// Does all of it.
    pub const ALL: Self = Self {
        writes: 3,
        puts_back: true,
        plants: true,
        forges: true,
    };

    /// Whether she can do this now.
    pub fn can(self, state: &State, act: Wicked) -> bool {
        let able = match act {
            Wicked::Copy => return self.puts_back,
            Wicked::PutBack(_) => self.puts_back,
            Wicked::Plant(..) => self.plants,
            _ => self.forges,
        };
        able && state.truth.writes < self.writes
    }
}

/// Everything that she might try.
pub fn all() -> Vec<Wicked> {
    use Wicked::{
        Copy, Forge, ForgeAccess, ForgePublished, ForgeRegister, Plant, PutBack, SwapNewcomer,
    };
    let mut all = vec![
        Copy,
        SwapNewcomer,
        ForgePublished,
        ForgeRegister { next: false },
        ForgeRegister { next: true },
    ];
    for part in [
        Part::Register,
        Part::Published,
        Part::Revoked,
        Part::Account,
        Part::Call,
    ] {
        all.push(PutBack(part));
    }
    all.extend([Member::Ada, Member::Ben].map(|member| PutBack(Part::Keyring(member))));
    for subject in Subject::ALL {
        all.extend([PutBack(Part::Entry(*subject)), Forge(*subject)]);
    }
    for case in Case::ALL {
        all.extend([
            PutBack(Part::Case(*case)),
            PutBack(Part::Grants(*case)),
            ForgeAccess(*case),
        ]);
        all.extend([Group::Supervisors, Group::Team].map(|group| Plant(*case, group)));
    }
    all
}

/// The state afterwards; nothing if it changes nothing, or she cannot.
pub fn done(before: &State, act: Wicked) -> Option<State> {
    let mut state = before.clone();
    match act {
        Wicked::Copy => {
            // While she is still there. What she wrote herself she can write again.
            if state.truth.removed || state.mal.copy.is_some() || state.truth.writes > 0 {
                return None;
            }
            state.mal.copy = Some(Arc::new(state.database.clone()));
            return Some(state);
        }
        Wicked::PutBack(part) => put_back(&mut state, part)?,
        Wicked::Plant(case, group) => plant(&mut state, case, group)?,
        Wicked::SwapNewcomer => {
            state.database.waiting = state.database.waiting.map(|_| Key::Forged);
        }
        Wicked::ForgeAccess(case) => forge_access(&mut state, case)?,
        Wicked::Forge(_) | Wicked::ForgePublished | Wicked::ForgeRegister { .. }
            if !state.truth.removed =>
        {
            // Until then she signs by right.
            return None;
        }
        Wicked::Forge(subject) => {
            let place = subject.place();
            let entry = forged(before.database.register[place].entry, subject);
            let under = hers(before)?;
            state.database.register[place] = Sealed { entry, under };
        }
        Wicked::ForgePublished => {
            let queue = Subject::Group(Group::Supervisors);
            state.database.published = forged(before.database.published, queue);
        }
        Wicked::ForgeRegister { next } => forge_register(&mut state, next)?,
    }
    if state.database == before.database {
        return None;
    }
    state.truth.writes += 1;
    Some(state)
}

fn put_back(state: &mut State, part: Part) -> Option<()> {
    let old = state.mal.copy.as_deref()?;
    let now = &mut state.database;
    match part {
        Part::Entry(subject) => now.register[subject.place()] = old.register[subject.place()],
        Part::Register => {
            now.register = old.register;
            now.manifest = old.manifest;
        }
        Part::AllButCases => {
            let cases = now.cases;
            *now = old.clone();
            now.cases = cases;
        }
        Part::Published => now.published = old.published,
        Part::Revoked => now.revoked = old.revoked,
        Part::Account => now.left = old.left,
        Part::Keyring(member) => now.keyrings[member.place()] = old.keyrings[member.place()],
        Part::Case(case) => now.cases[case.place()] = old.cases[case.place()],
        Part::Grants(case) => now.cases[case.place()].grants = old.cases[case.place()].grants,
        Part::Call => now.call = old.call,
    }
    Some(())
}

/// The row says that it is for the group's newest key.
fn plant(state: &mut State, case: Case, group: Group) -> Option<()> {
    let Key::Group(to) = state.database.register[Subject::Group(group).place()]
        .entry
        .key
    else {
        return None;
    };
    let grant = Grant {
        to: Key::Group(to),
        key: None,
    };
    state.database.cases[case.place()].grants[group.place()] = Some(grant);
    Some(())
}

fn forge_access(state: &mut State, case: Case) -> Option<()> {
    let row = &mut state.database.cases[case.place()];
    if !state.mal.cases[case.place()].has(row.key) || row.access[Group::Team.place()].is_some() {
        return None;
    }
    row.access[Group::Team.place()] = Some(state.truth.groups[Group::Team.place()]);
    row.signer = Member::Mal;
    row.length += 1;
    Some(())
}

/// The newest key of everyone that she has.
fn hers(state: &State) -> Option<crate::world::Serial> {
    state.mal.groups[Group::Everyone.place()].iter().next_back()
}

fn forged(entry: Entry, subject: Subject) -> Entry {
    if entry.signer == Member::Mal {
        return entry;
    }
    let members = match subject {
        Subject::Group(_) => entry.members.with(Set::of(&[Member::Mal])),
        Subject::Partner => Set::default(),
    };
    Entry {
        version: entry.version + 1,
        key: Key::Forged,
        members,
        signer: Member::Mal,
    }
}

fn forge_register(state: &mut State, next: bool) -> Option<()> {
    let under = hers(state)?;
    let manifest = state.database.manifest;
    if manifest.head.signer == Member::Mal {
        return None;
    }
    let number = manifest.head.number + u8::from(next);
    let head = Pin {
        number,
        signer: Member::Mal,
        revoked: Set::default(),
    };
    // Everyone stays as it is, or those who hold its key could not open hers.
    let mut entries = manifest.entries;
    for subject in [
        Subject::Group(Group::Supervisors),
        Subject::Group(Group::Team),
        Subject::Partner,
    ] {
        entries[subject.place()] = forged(entries[subject.place()], subject);
    }
    state.database.manifest = Manifest {
        head,
        under,
        entries,
    };
    state.database.register = entries.map(|entry| Sealed { entry, under });
    Some(())
}
