//! What honest people might do with what they believe, and what Mal reads of it.

use crate::act::is_finished;
use crate::rules::Rules;
use crate::set::Small;
use crate::view::{View, open_to_write};
use crate::world::{Case, Grant, Group, Key, Member, State, Subject};

/// What honest people might do now with what they believe. It changes no row that matters here, so
/// all of it is taken to happen in every state: calls, what is noted about them, referrals in both
/// directions, and, once all that is asked is done, writing into every case.
pub fn judge(state: &mut State, rules: Rules) {
    let finished = is_finished(state, rules);
    for reader in [Member::Ada, Member::Ben] {
        let view = View::of(state, rules, reader);
        let believed = [Subject::Group(Group::Supervisors), Subject::Partner];
        for entry in believed
            .into_iter()
            .filter_map(|subject| view.entry(subject))
        {
            seal_to(state, finished, entry.key);
        }
        for case in Case::ALL {
            let key = open_to_write(state, rules, reader, *case);
            if let (true, Some(key)) = (finished, key) {
                state.truth.written[case.place()].insert(key);
            }
        }
    }
    if let Some(key) = key_for_handling(state, rules) {
        seal_to(state, finished, key);
    }
    if let Some(key) = key_for_partners(state, rules) {
        seal_to(state, finished, key);
    }
}

/// Somebody seals to a key of the queue, or of the partner.
fn seal_to(state: &mut State, finished: bool, key: Key) {
    match key {
        Key::Forged => state.truth.sealed_to_foreign = true,
        Key::Group(serial) if finished => state.truth.sealed.insert(serial),
        Key::Group(_) | Key::Genuine => {}
    }
}

/// What becomes of a call is sealed under the key that the call is sealed under.
fn key_for_handling(state: &State, rules: Rules) -> Option<Key> {
    let now = View::of(state, rules, Member::Ada)
        .group(Group::Supervisors)?
        .key;
    let key = Key::Group(state.database.call);
    (!rules.calls_sealed_anew || key == now).then_some(key)
}

/// The key of the queue that a partner seals to.
fn key_for_partners(state: &State, rules: Rules) -> Option<Key> {
    let published = state.database.published;
    let known = if rules.marks {
        state.marks.published
    } else {
        state.memory[4]
    };
    let (row, mark) = (state.database.revoked, state.marks.register.revoked);
    let revoked = if rules.marks && rules.revoked_for_ever {
        row.with(mark)
    } else {
        row
    };
    let stands = !revoked.has(published.signer) && published.version >= known;
    stands.then_some(published.key)
}

/// Mal reads what lies in the database and in her copy, and keeps every key.
pub fn read_by_mal(state: &mut State) {
    let State { database, mal, .. } = state;
    let copies = std::iter::once(&*database).chain(mal.copy.as_deref());
    let mut learnt = mal.cases;
    for rows in copies {
        for (case, row) in rows.cases.iter().enumerate() {
            for (group, grant) in row.grants.iter().enumerate() {
                let Some(Grant { to, key: Some(key) }) = grant else {
                    continue;
                };
                let opens = match to {
                    Key::Group(serial) => mal.groups[group].has(*serial),
                    Key::Forged => true,
                    Key::Genuine => false,
                };
                if opens {
                    learnt[case].insert(*key);
                }
            }
        }
    }
    mal.cases = learnt;
}
