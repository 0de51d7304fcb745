//! What a member's server believes of the rows: the rules that are in question.

use crate::rules::Rules;
use crate::set::{Set, Small};
use crate::world::{Case, Entry, Grant, Group, Key, Member, Pin, Serial, State, Subject};

/// The register as one member's server reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// What is believed about each subject.
    pub entries: [Option<Entry>; 4],
    /// Who left.
    pub left: Set<Member>,
    /// The manifest that it was read from, where there is one.
    pub head: Option<Pin>,
}

/// Something that the page of teams asks for after a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A new key of a group.
    Group(Group),
    /// A new key of a case.
    Case(Case),
    /// A waiting call, to be sealed anew.
    Call,
}

impl View {
    /// Of somebody who stays: Ada or Ben.
    pub fn of(state: &State, rules: Rules, reader: Member) -> Self {
        if rules.committed_register {
            committed(state, rules, reader)
        } else {
            by_rows(state, reader)
        }
    }

    /// What is believed about a subject.
    pub fn entry(&self, subject: Subject) -> Option<Entry> {
        self.entries[subject.place()]
    }

    /// The present key of a group.
    pub fn group(&self, group: Group) -> Option<Entry> {
        self.entry(Subject::Group(group))
    }

    /// Whether a group's key is also that of somebody who left.
    pub fn is_due(&self, group: Group) -> bool {
        self.group(group)
            .is_some_and(|entry| !entry.members.both(self.left).is_empty())
    }
}

/// Each row for itself: any epoch of everyone that the keyring holds, no older than what this
/// process has seen, and not signed with a certificate that the organisation's row revokes.
fn by_rows(state: &State, reader: Member) -> View {
    let database = &state.database;
    let held = database.keyrings[reader.place()].keys[Group::Everyone.place()];
    let mut entries = [None; 4];
    for (place, row) in database.register.iter().enumerate() {
        let opens = held.has(row.under);
        let stands = !database.revoked.has(row.entry.signer);
        if opens && stands && row.entry.version >= state.memory[place] {
            entries[place] = Some(row.entry);
        }
    }
    View {
        entries,
        left: database.left,
        head: None,
    }
}

/// One object: the newest epoch of everyone, following what keyring and marks have seen.
fn committed(state: &State, rules: Rules, reader: Member) -> View {
    let nothing = View {
        entries: [None; 4],
        left: Set::default(),
        head: None,
    };
    let (database, keyring) = (&state.database, &state.database.keyrings[reader.place()]);
    let manifest = &database.manifest;
    let newest = keyring.newest(Group::Everyone);
    let stands = Some(manifest.under) == newest
        && !manifest.head.revoked.has(manifest.head.signer)
        && (!rules.pins || follows(rules, manifest.head, keyring.pin))
        && (!rules.marks || follows(rules, manifest.head, state.marks.register));
    if !stands {
        return nothing;
    }
    let mut entries = [None; 4];
    for (place, row) in database.register.iter().enumerate() {
        let is_named = row.entry == manifest.entries[place] && Some(row.under) == newest;
        if is_named && row.entry.version >= state.memory[place] {
            entries[place] = Some(row.entry);
        }
    }
    View {
        entries,
        left: manifest.head.revoked,
        head: Some(manifest.head),
    }
}

/// Whether a manifest is the known one or one that may come after it.
fn follows(rules: Rules, head: Pin, known: Pin) -> bool {
    let may_sign = !rules.revoked_for_ever || !known.revoked.has(head.signer);
    head == known || (head.number > known.number && may_sign)
}

/// The key of a case that a member's server opens it with, and whether by a present key of a group.
pub fn open(state: &State, rules: Rules, reader: Member, case: Case) -> Option<(Serial, bool)> {
    let row = &state.database.cases[case.place()];
    let (key, length) = state.marks.cases[case.place()];
    if rules.marks && (row.key < key || row.length < length) {
        return None;
    }
    let view = View::of(state, rules, reader);
    if rules.access_in_chain
        && rules.access_signed
        && (view.left.has(row.signer) || view.group(Group::Everyone).is_none())
    {
        return None;
    }
    let keyring = &state.database.keyrings[reader.place()];
    let mut opened = None;
    for group in Group::ALL {
        if rules.access_in_chain && row.access[group.place()].is_none() {
            continue;
        }
        let Some(Grant {
            to: Key::Group(to),
            key: Some(key),
        }) = row.grants[group.place()]
        else {
            continue;
        };
        if key != row.key || !keyring.keys[group.place()].has(to) {
            continue;
        }
        let is_present = view.group(*group).map(|entry| entry.key) == Some(Key::Group(to));
        if opened.is_none() || is_present {
            opened = Some((key, is_present));
        }
    }
    opened
}

/// Opens a case to write into it.
pub fn open_to_write(state: &State, rules: Rules, reader: Member, case: Case) -> Option<Serial> {
    let (key, is_present) = open(state, rules, reader, case)?;
    (is_present || !rules.old_grants_are_history).then_some(key)
}

/// The groups that a case's new key is granted to.
pub fn to_grant(state: &State, rules: Rules, view: &View, case: Case) -> Set<Group> {
    let row = &state.database.cases[case.place()];
    let mut groups = Set::default();
    for group in Group::ALL {
        let has_access = if rules.access_in_chain {
            row.access[group.place()].is_some()
        } else {
            row.grants[group.place()].is_some()
        };
        let may_have = !rules.not_to_the_due || !view.is_due(*group);
        if has_access && may_have && view.group(*group).is_some() {
            groups.insert(*group);
        }
    }
    groups
}

/// All that the page asks of a member; nothing if the page cannot be shown.
pub fn due(state: &State, rules: Rules, reader: Member) -> Option<Vec<Due>> {
    let view = View::of(state, rules, reader);
    if rules.committed_register && view.entries.iter().any(Option::is_none) {
        return None;
    }
    let mut due = Vec::new();
    for group in Group::ALL {
        if view.is_due(*group) {
            due.push(Due::Group(*group));
        }
    }
    for case in Case::ALL {
        if is_behind(state, rules, &view, reader, *case) {
            due.push(Due::Case(*case));
        }
    }
    let queue = view.group(Group::Supervisors).map(|entry| entry.key);
    if rules.calls_sealed_anew
        && reader == Member::Ada
        && queue != Some(Key::Group(state.database.call))
    {
        due.push(Due::Call);
    }
    Some(due)
}

/// Whether a case that the reader can open is still granted to a former key of a group.
fn is_behind(state: &State, rules: Rules, view: &View, reader: Member, case: Case) -> bool {
    let row = &state.database.cases[case.place()];
    if rules.access_in_chain && open(state, rules, reader, case).is_none() {
        return false;
    }
    Group::ALL.iter().any(|group| {
        let granted = if rules.access_in_chain {
            row.access[group.place()].map(Key::Group)
        } else {
            row.grants[group.place()].map(|grant| grant.to)
        };
        match (granted, view.group(*group).map(|entry| entry.key)) {
            (Some(Key::Group(to)), Some(Key::Group(now))) => to < now,
            _ => false,
        }
    })
}
