//! What honest people do, each by the server's rules.

use crate::rules::Rules;
use crate::set::{Set, Small};
use crate::view::{Due, View, due, open, open_to_write, to_grant};
use crate::world::{Case, Entry, Grant, Group, Key, Manifest, Member, Pin, Sealed, State, Subject};

/// What somebody honest does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Honest {
    /// Ada removes Mal, and revokes her certificate.
    RemoveMal,
    /// Ada admits the newcomer into everyone and supervisors.
    Admit,
    /// Ada gives a case to the team.
    Grant(Case),
    /// Ada takes a case away from the team.
    Revoke(Case),
    /// Ada makes a new key of a group.
    Rotate(Group),
    /// A new key of a case, by somebody who opens it.
    Rekey(Member, Case),
    /// Ada seals the waiting call anew.
    SealCallAnew,
    /// Ben signs in: his server looks at the register, and remembers it.
    LookIn,
    /// The server is started again.
    Restart,
}

/// What happens in an organisation besides removing somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Life {
    /// A newcomer is admitted.
    pub admission: bool,
    /// One case is given to the team, the other is taken away from it.
    pub sharing: bool,
}

impl Life {
    /// Nothing besides.
    pub const QUIET: Self = Self {
        admission: false,
        sharing: false,
    };
    /// All of it.
    pub const FULL: Self = Self {
        admission: true,
        sharing: true,
    };

    /// Everything that somebody honest might try.
    pub fn acts(self) -> Vec<Honest> {
        use Honest::{
            Admit, Grant, LookIn, Rekey, RemoveMal, Restart, Revoke, Rotate, SealCallAnew,
        };
        let mut acts = vec![RemoveMal, SealCallAnew, LookIn, Restart];
        acts.extend(Group::ALL.iter().map(|group| Rotate(*group)));
        for member in [Member::Ada, Member::Ben] {
            acts.extend(Case::ALL.iter().map(|case| Rekey(member, *case)));
        }
        if self.admission {
            acts.push(Admit);
        }
        if self.sharing {
            acts.extend([Grant(Case::Own), Revoke(Case::Shared)]);
        }
        acts
    }
}

/// The state afterwards; nothing if it is refused, or would show nothing new.
pub fn done(before: &State, rules: Rules, act: Honest) -> Option<State> {
    let mut state = before.clone();
    match act {
        Honest::RemoveMal => remove(&mut state, rules)?,
        Honest::Admit => admit(&mut state, rules)?,
        Honest::Grant(case) => grant(&mut state, rules, case)?,
        Honest::Revoke(case) => revoke(&mut state, rules, case)?,
        Honest::Rotate(group) => rotate(&mut state, rules, group)?,
        Honest::Rekey(member, case) => rekey_behind(&mut state, rules, member, case)?,
        Honest::SealCallAnew => seal_call_anew(&mut state, rules)?,
        Honest::LookIn => {
            look(&mut state, rules, Member::Ben);
        }
        Honest::Restart => state.memory = [0; 5],
    }
    Some(state)
}

/// Whether the team has done all that it is asked. Where nobody wrote rows, it is also enough that
/// nothing which is asked can be done.
pub fn is_finished(state: &State, rules: Rules) -> bool {
    if !state.truth.removed {
        return false;
    }
    let asked = [Member::Ada, Member::Ben].map(|reader| due(state, rules, reader));
    let nothing_asked = asked
        .iter()
        .all(|due| due.as_ref().is_some_and(Vec::is_empty));
    nothing_asked
        || (state.truth.writes == 0
            && !asked
                .iter()
                .flatten()
                .flatten()
                .any(|due| can_do(state, rules, *due)))
}

/// Whether all that is asked can be done, where nobody wrote rows.
pub fn can_be_finished(state: &State, rules: Rules) -> bool {
    state.truth.writes > 0
        || !is_finished(state, rules)
        || due(state, rules, Member::Ada).is_some_and(|due| due.is_empty())
}

fn can_do(state: &State, rules: Rules, asked: Due) -> bool {
    let tries = match asked {
        Due::Group(group) => vec![Honest::Rotate(group)],
        Due::Case(case) => vec![
            Honest::Rekey(Member::Ada, case),
            Honest::Rekey(Member::Ben, case),
        ],
        Due::Call => vec![Honest::SealCallAnew],
    };
    tries
        .into_iter()
        .any(|act| done(state, rules, act).is_some())
}

/// The register as the reader's server sees it, which remembers that.
fn look(state: &mut State, rules: Rules, reader: Member) -> View {
    let view = View::of(state, rules, reader);
    if !rules.marks {
        // Where there are marks, this adds nothing to them.
        for (place, entry) in view.entries.iter().enumerate() {
            state.memory[place] = state.memory[place].max(entry.map_or(0, |entry| entry.version));
        }
        state.memory[4] = state.memory[4].max(state.database.published.version);
    }
    if let Some(head) = view.head {
        if rules.pins {
            state.database.keyrings[reader.place()].pin = head;
        }
        if rules.marks {
            state.marks.register = head;
        }
    }
    view
}

/// Signs entries as Ada. The manifest names them, and the next one names it.
fn put(
    state: &mut State,
    rules: Rules,
    view: &View,
    changes: &[(Subject, Entry)],
    revoked: Set<Member>,
) -> Option<()> {
    let under = state.database.keyrings[Member::Ada.place()].newest(Group::Everyone)?;
    for (subject, entry) in changes {
        let entry = *entry;
        state.database.register[subject.place()] = Sealed { entry, under };
    }
    if rules.committed_register {
        // It is one object: what it says of the others is what the one before said, not what rows say.
        let head = view.head?;
        let head = Pin {
            number: head.number + 1,
            signer: Member::Ada,
            revoked: head.revoked.with(revoked),
        };
        let mut entries = state.database.manifest.entries;
        for (subject, entry) in changes {
            entries[subject.place()] = *entry;
        }
        state.database.manifest = Manifest {
            head,
            under,
            entries,
        };
        state.database.register = entries.map(|entry| Sealed { entry, under });
        if rules.pins {
            state.database.keyrings[Member::Ada.place()].pin = head;
        }
        if rules.marks {
            state.marks.register = head;
        }
    }
    Some(())
}

fn remove(state: &mut State, rules: Rules) -> Option<()> {
    if state.truth.removed {
        return None;
    }
    let view = look(state, rules, Member::Ada);
    put(state, rules, &view, &[], Set::of(&[Member::Mal]))?;
    state.database.left.insert(Member::Mal);
    state.database.revoked.insert(Member::Mal);
    state.truth.removed = true;
    Some(())
}

fn admit(state: &mut State, rules: Rules) -> Option<()> {
    let key = state.database.waiting?;
    if rules.newcomers_words && key != Key::Genuine {
        return None;
    }
    let view = look(state, rules, Member::Ada);
    let mut changes = Vec::new();
    for group in [Group::Everyone, Group::Supervisors] {
        let mut entry = view.group(group)?;
        entry.members.insert(Member::Nia);
        entry.version += 1;
        changes.push((Subject::Group(group), entry));
        if key == Key::Forged {
            let held = state.database.keyrings[Member::Ada.place()].keys[group.place()];
            state.mal.groups[group.place()] = state.mal.groups[group.place()].with(held);
        }
    }
    state.truth.sealed_to_foreign |= key == Key::Forged;
    state.database.waiting = None;
    put(state, rules, &view, &changes, Set::default())
}

/// A new epoch of a group, when the page asks for it.
fn rotate(state: &mut State, rules: Rules, group: Group) -> Option<()> {
    let view = look(state, rules, Member::Ada);
    if !view.is_due(group) {
        return None;
    }
    let mut entry = view.group(group)?;
    let ada = &state.database.keyrings[Member::Ada.place()];
    if !rules.rotate_without_the_key && ada.keys[group.place()].is_empty() {
        return None;
    }
    let mut staying = entry.members.without(view.left);
    if staying.is_empty() {
        // The last one left: where a key can be made by anybody, the key administrator takes it over.
        staying.insert(Member::Ada);
    }
    let fresh = state.truth.groups[group.place()].next()?;
    state.truth.groups[group.place()] = fresh;
    for member in staying.iter() {
        match member {
            Member::Ada | Member::Ben => {
                state.database.keyrings[member.place()].keys[group.place()].insert(fresh);
            }
            Member::Mal => state.mal.groups[group.place()].insert(fresh),
            Member::Nia => {}
        }
    }
    entry.members = staying;
    entry.key = Key::Group(fresh);
    entry.version += 1;
    if group == Group::Everyone {
        let held = state.database.keyrings[Member::Ada.place()].keys[group.place()];
        for row in &mut state.database.register {
            if held.has(row.under) {
                row.under = fresh;
            }
        }
    }
    if group == Group::Supervisors {
        state.database.published = entry;
        if rules.marks {
            state.marks.published = entry.version;
        }
    }
    put(
        state,
        rules,
        &view,
        &[(Subject::Group(group), entry)],
        Set::default(),
    )
}

fn grant(state: &mut State, rules: Rules, case: Case) -> Option<()> {
    let team = Group::Team.place();
    if state.truth.access[case.place()].has(Group::Team) {
        return None;
    }
    let view = look(state, rules, Member::Ada);
    let key = open_to_write(state, rules, Member::Ada, case)?;
    let entry = view.group(Group::Team)?;
    if rules.not_to_the_due && view.is_due(Group::Team) {
        return None;
    }
    state.truth.access[case.place()].insert(Group::Team);
    state.truth.sealed_to_foreign |= entry.key == Key::Forged;
    let row = &mut state.database.cases[case.place()];
    row.grants[team] = Some(Grant {
        to: entry.key,
        key: Some(key),
    });
    if let Key::Group(to) = entry.key {
        row.access[team] = Some(to);
    }
    row.signer = Member::Ada;
    row.length += 1;
    mark_case(state, rules, case);
    Some(())
}

fn revoke(state: &mut State, rules: Rules, case: Case) -> Option<()> {
    if !state.truth.access[case.place()].has(Group::Team) {
        return None;
    }
    let view = look(state, rules, Member::Ada);
    open_to_write(state, rules, Member::Ada, case)?;
    state.truth.access[case.place()].remove(Group::Team);
    let row = &mut state.database.cases[case.place()];
    row.grants[Group::Team.place()] = None;
    row.access[Group::Team.place()] = None;
    row.signer = Member::Ada;
    row.length += 1;
    if rules.revoking_changes_the_key {
        return rekey(state, rules, &view, case);
    }
    mark_case(state, rules, case);
    Some(())
}

fn rekey_behind(state: &mut State, rules: Rules, reader: Member, case: Case) -> Option<()> {
    if !due(state, rules, reader)?.contains(&Due::Case(case)) {
        return None;
    }
    let view = look(state, rules, reader);
    open(state, rules, reader, case)?;
    rekey(state, rules, &view, case)
}

fn rekey(state: &mut State, rules: Rules, view: &View, case: Case) -> Option<()> {
    let groups = to_grant(state, rules, view, case);
    if groups.is_empty() {
        return None;
    }
    let fresh = state.truth.cases[case.place()].next()?;
    state.truth.cases[case.place()] = fresh;
    let row = &mut state.database.cases[case.place()];
    row.key = fresh;
    row.length += 1;
    row.signer = Member::Ada;
    row.grants = [None; 3];
    for group in groups.iter() {
        let entry = view.group(group)?;
        row.grants[group.place()] = Some(Grant {
            to: entry.key,
            key: Some(fresh),
        });
        if let Key::Group(to) = entry.key {
            row.access[group.place()] = Some(to);
        }
        state.truth.sealed_to_foreign |= entry.key == Key::Forged;
        state.truth.granted_unasked |= !state.truth.access[case.place()].has(group);
    }
    mark_case(state, rules, case);
    Some(())
}

fn mark_case(state: &mut State, rules: Rules, case: Case) {
    if rules.marks {
        let row = &state.database.cases[case.place()];
        state.marks.cases[case.place()] = (row.key, row.length);
    }
}

fn seal_call_anew(state: &mut State, rules: Rules) -> Option<()> {
    let view = look(state, rules, Member::Ada);
    let Key::Group(now) = view.group(Group::Supervisors)?.key else {
        return None;
    };
    let opens = state.database.keyrings[Member::Ada.place()].keys[Group::Supervisors.place()]
        .has(state.database.call);
    if !rules.calls_sealed_anew || now == state.database.call || !opens {
        return None;
    }
    state.database.call = now;
    Some(())
}
