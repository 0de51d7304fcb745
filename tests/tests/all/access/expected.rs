//! The matrix as it must be: computed from the table of rights, from what each operation needs,
//! and from what ties each actor to each object of the world.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use amparo::foundation::Role;
use amparo::rights::{Object as Thing, Right, TABLE, Tie};
use amparo_tests::document::{Document, Operation};

use super::ACTORS;
use super::needs::{NEEDS, Need, OTHERWISE, need_of};
use super::objects::{Object, THEIRS, collections};

/// Every operation; reading the document takes long beside all that is tried with it.
static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| Document::published().operations());

/// The table of rights, to be tried with a cell changed.
pub(super) type Table = BTreeMap<(Thing, Right), (Vec<Role>, Tie)>;

/// The table that the house asks.
pub(super) fn table() -> Table {
    let rows = TABLE.iter();
    rows.map(|row| ((row.object, row.right), (row.roles.to_vec(), row.tie)))
        .collect()
}

/// The first line.
pub(super) fn head() -> String {
    format!("operation\tobject\tneeds\t{}", ACTORS.join("\t"))
}

/// Every line about an operation.
pub(super) fn lines(table: &Table) -> Vec<String> {
    let lines = OPERATIONS.iter().flat_map(|operation| {
        let objects = Object::of(operation).into_iter();
        objects.map(move |object| line(table, operation, object))
    });
    lines.collect()
}

/// The rights that no operation of the API asks for by itself: pages do, or a verb within another.
pub(super) fn other_rights(table: &Table) -> Vec<String> {
    let named = |key: &(Thing, Right)| NEEDS.iter().any(|(need, _)| *need == Need::A(key.1, key.0));
    let others = table.keys().filter(|key| !named(key));
    others
        .map(|(thing, right)| format!("-\t-\t{}", words(table, Need::A(*right, *thing))))
        .collect()
}

/// The whole file.
pub(super) fn rendered(table: &Table) -> String {
    let mut all = vec![head()];
    all.extend(lines(table));
    all.extend(other_rights(table));
    all.join("\n") + "\n"
}

fn line(table: &Table, operation: &Operation, object: Object) -> String {
    let need = need_of(&operation.id);
    let mut line = format!(
        "{}\t{}\t{}",
        operation.id,
        object.as_str(),
        words(table, need)
    );
    for who in ACTORS {
        line.push('\t');
        line.push_str(&cell(table, operation, object, who));
    }
    line
}

fn words(table: &Table, need: Need) -> String {
    let Need::A(right, thing) = need else {
        return format!("{need:?}");
    };
    let roles = table.get(&(thing, right)).map(|row| row.0.as_slice());
    let roles: Vec<String> = roles
        .into_iter()
        .flatten()
        .map(|role| format!("{role:?}"))
        .collect();
    format!("{right:?} {thing:?}: {}", roles.join(", "))
}

/// What somebody must be answered. `(404)` is said to who may, where there is nothing: at the door
/// nobody can tell it from a refusal, and here it must not look like one.
fn cell(table: &Table, operation: &Operation, object: Object, who: &str) -> String {
    match refusal(table, operation, object, who) {
        Some(status) => status.to_string(),
        None => match otherwise(&operation.id, object, who) {
            None => "ok".to_owned(),
            Some(404) => "(404)".to_owned(),
            Some(status) => status.to_string(),
        },
    }
}

fn refusal(table: &Table, operation: &Operation, object: Object, who: &str) -> Option<u16> {
    let need = need_of(&operation.id);
    // Somebody who was removed has only a token that no longer counts.
    if who == "removed" {
        return Some(401);
    }
    let signed_in = !matches!(who, "visitor" | "halfway" | "person");
    let has = match need {
        Need::Proof => return None,
        Need::Begun => signed_in || who == "halfway",
        Need::Receipt => who == "person",
        Need::Own | Need::A(..) => signed_in,
    };
    if !has {
        return Some(401);
    }
    let may = match need {
        Need::Own => is_own(object, who),
        Need::A(right, thing) => table.get(&(thing, right)).is_some_and(|(roles, tie)| {
            role_of(who).is_some_and(|role| roles.contains(&role))
                && is_tied(operation, object, who, *tie)
        }),
        _ => true,
    };
    (!may).then_some(404)
}

fn otherwise(operation: &str, object: Object, who: &str) -> Option<u16> {
    let found = OTHERWISE.iter().find(|(id, of, whom, ..)| {
        *id == operation
            && (of.is_empty() || *of == object.as_str())
            && (whom.is_empty() || whom.contains(&who))
    });
    found.map(|found| found.3)
}

/// The one role of an actor who was admitted.
fn role_of(who: &str) -> Option<Role> {
    match who {
        "volunteer" => Some(Role::Volunteer),
        "ana" | "bea" | "partner" => Some(Role::Caseworker),
        "supervisor" | "partner supervisor" => Some(Role::Supervisor),
        "coordinator" => Some(Role::Coordinator),
        "administrator" => Some(Role::Administrator),
        "auditor" => Some(Role::Auditor),
        _ => None,
    }
}

/// Ana's other sign-in, and one of the partner's caseworker.
fn is_own(object: Object, who: &str) -> bool {
    match object {
        Object::Nothing => true,
        Object::Ours => who == "ana",
        Object::Theirs => who == "partner",
        _ => false,
    }
}

fn is_tied(operation: &Operation, object: Object, who: &str, tie: Tie) -> bool {
    let theirs = match object {
        Object::Nothing => return true,
        Object::Ours => false,
        Object::Theirs => true,
        Object::Absent | Object::NoSuchPart | Object::Crossed => return false,
    };
    if tie == Tie::Nothing {
        return true;
    }
    let collections = collections(operation);
    // Where the partner has no such thing, one of ours is asked for below its case: not there.
    if theirs && !collections.iter().all(|one| THEIRS.contains(&one.as_str())) {
        return false;
    }
    let partner = who.starts_with("partner");
    // The case is Ana's, and every case is the supervisors'.
    let holds_case = if theirs {
        partner
    } else {
        matches!(who, "ana" | "supervisor")
    };
    let in_case = collections.first().is_some_and(|it| it == "cases");
    match tie {
        Tie::Nothing => true,
        Tie::Organisation => partner == theirs,
        Tie::Key if in_case => holds_case,
        // The queue's.
        Tie::Key => partner == theirs,
        Tie::Writer => !theirs && who == "volunteer",
        Tie::Sender => holds_case,
        Tie::Receiver => !theirs && partner,
        Tie::Side => holds_case || (!theirs && partner),
    }
}
