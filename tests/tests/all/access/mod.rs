//! Who may do what with what: every operation of the published document, everybody who may ask,
//! every kind of object.
//!
//! What must be is computed (`expected`): from the table of rights in the house, from what each
//! operation needs (`needs`), and from what ties the actors to the objects. `tests/access/matrix.tsv`
//! is what came out, for people to review; `AMPARO_ACCEPT=1` writes it. What is observed at the doors
//! is compared with it. What must hold whatever the table says stands in `rules`.

mod expected;
mod needs;
pub(crate) mod objects;
mod rules;

use std::collections::BTreeMap;
use std::path::PathBuf;

use amparo_tests::document::{Operation, PlainWords};
use amparo_tests::{House, Reply, World};

use objects::{Object, Objects};

/// Everybody who may ask, in the order of the table's columns.
pub(crate) const ACTORS: [&str; 14] = [
    "visitor",
    "halfway",
    "waiting",
    "removed",
    "person",
    "volunteer",
    "ana",
    "bea",
    "supervisor",
    "coordinator",
    "administrator",
    "auditor",
    "partner",
    "partner supervisor",
];

/// One row: what everybody was answered.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) operation: Operation,
    pub(crate) object: Object,
    pub(crate) replies: BTreeMap<&'static str, Reply>,
}

impl Row {
    fn key(&self) -> String {
        format!("{}\t{}", self.operation.id, self.object.as_str())
    }

    fn line(&self) -> String {
        let cells = ACTORS.iter().map(|who| class(&self.replies[who]));
        let cells: Vec<String> = cells.collect();
        format!("{}\t{}", self.key(), cells.join("\t"))
    }
}

/// Every good answer is the same; a refusal is what it is.
fn class(reply: &Reply) -> String {
    match reply.status {
        200..=299 => "ok".to_owned(),
        other => other.to_string(),
    }
}

async fn observe(
    world: &mut World,
    objects: &Objects,
    operation: &Operation,
    object: Object,
) -> Row {
    let mut replies = BTreeMap::new();
    for who in ACTORS {
        let (path, body) = objects.request(world, operation, object, who);
        // Without it every caller is told of the query, and the row says nothing about access.
        let whole = path.clone() + &operation.needed_query(&world.document);
        let mut ask = world.who(who).ask(&operation.method, &whole);
        if operation.changes_a_version() {
            ask = ask.with_if_match(objects.revision(world, operation, &path).await);
        }
        if operation.body_schema().is_some() {
            ask = ask.with_raw("application/json", body.to_string());
        }
        let reply = ask.await;
        if reply.status < 300 && operation.method != "GET" {
            world.house.back();
            world.person_comes_back().await;
            // Sign-ins are in memory: putting the rows back does not bring them back, and the keys of
            // whoever changed one are newer than the rows.
            let tag = operation.entry["tags"][0].as_str();
            let newer = ["teams", "removal"].map(Some).contains(&tag);
            for other in ACTORS {
                world.who(other).comes_back(newer && other == who).await;
            }
        }
        replies.insert(who, reply);
    }
    Row {
        operation: operation.clone(),
        object,
        replies,
    }
}

fn table() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("access/matrix.tsv")
}

/// A line of the matrix as it can be seen at the doors: which right it is for does not show there,
/// nor why somebody is told that nothing is there.
fn visible(line: &str) -> String {
    let fields: Vec<&str> = line.split('\t').collect();
    let cells = fields
        .iter()
        .skip(3)
        .map(|cell| cell.trim_matches(['(', ')']));
    let mut all = vec![fields[0], fields[1]];
    all.extend(cells);
    all.join("\t")
}

/// What is wrong between what must be and what was observed.
fn differences(expected: &[String], observed: &[String]) -> Vec<String> {
    let known: Vec<String> = expected.iter().map(|line| visible(line)).collect();
    let missing = observed
        .iter()
        .filter(|line| !known.contains(line))
        .map(|line| format!("observed, but must not be: {line}"));
    let stale = known
        .iter()
        .filter(|line| !observed.contains(line))
        .map(|line| format!("must be, but was not observed: {line}"));
    missing.chain(stale).collect()
}

#[actix_web::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let house = House::open().await;
    let mut world = World::build(&house, &mut PlainWords).await;
    let objects = Objects::make(&world).await;
    for who in ACTORS {
        // Everybody is signed in before the rows are noted.
        world.who(who).get("/me").await;
    }
    house.note_every_row();
    let mut rows = Vec::new();
    let mut operations = world.document.operations();
    // What ends a sign-in comes last: the half one cannot begin again, and another has another id.
    operations.sort_by_key(|it| it.id == "sign_out");
    for operation in operations {
        for object in Object::of(&operation) {
            rows.push(observe(&mut world, &objects, &operation, object).await);
        }
    }
    let faults = rules::broken(&rows);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    let differences = differences(&expected::lines(&expected::table()), &lines);
    let head = format!("operation\tobject\t{}", ACTORS.join("\t"));
    assert!(differences.is_empty(), "{head}\n{}", differences.join("\n"));
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the test says whether a change is meant"
)]
fn the_matrix_is_what_the_rights_say() {
    let rendered = expected::rendered(&expected::table());
    if std::env::var("AMPARO_ACCEPT").is_ok() {
        std::fs::write(table(), &rendered).unwrap();
    }
    let committed = std::fs::read_to_string(table()).unwrap_or_default();
    let changed: Vec<&str> = rendered
        .lines()
        .filter(|line| !committed.lines().any(|known| known == *line))
        .collect();
    assert!(
        committed == rendered,
        "not as committed, or in another order:\n{}",
        changed.join("\n")
    );
}

/// Every cell of the table of rights, changed: a role taken away or given.
#[test]
fn no_cell_of_the_rights_changes_unseen() {
    let committed = std::fs::read_to_string(table()).unwrap();
    let whole = expected::table();
    let seen: Vec<String> = expected::lines(&whole)
        .iter()
        .map(|it| visible(it))
        .collect();
    for (key, (roles, _)) in &whole {
        for role in amparo::foundation::Role::ALL {
            let mut planted = whole.clone();
            let row = planted.get_mut(key).unwrap();
            let taken = roles.contains(&role);
            if taken {
                row.0.retain(|one| *one != role);
            } else {
                row.0.push(role);
            }
            let what = format!("{key:?} for {role:?}");
            assert_ne!(expected::rendered(&planted), committed, "{what}");
            // Who loses a right is answered otherwise; who gets one may still lack the key.
            let named = needs::NEEDS.iter();
            let named = named.filter(|(need, _)| *need == needs::Need::A(key.1, key.0));
            if taken && named.count() > 0 && key.1 != amparo::rights::Right::SignOff {
                let lines = expected::lines(&planted);
                let differs = lines.iter().any(|line| !seen.contains(&visible(line)));
                assert!(differs, "{what} changes no answer");
            }
        }
    }
}

#[test]
fn an_operation_without_a_row_is_caught() {
    let expected = expected::lines(&expected::table());
    let mut observed: Vec<String> = expected.iter().map(|line| visible(line)).collect();
    assert!(differences(&expected, &observed).is_empty());
    observed.push("planted_operation\tours\tok".to_owned());
    assert_eq!(differences(&expected, &observed).len(), 1);
}
