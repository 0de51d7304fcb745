//! Who may do what with what: every operation of the published document, everybody who may ask,
//! every kind of object.
//!
//! What is observed is compared with `tests/access/matrix.tsv`; `AMPARO_ACCEPT=1` writes it. The
//! table is reviewed by people; what must hold whatever the table says stands in `rules`.

mod objects;
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

/// What is wrong between the committed table and what was observed.
fn differences(committed: &str, observed: &[String]) -> Vec<String> {
    let known: Vec<&str> = committed.lines().skip(1).collect();
    let missing = observed
        .iter()
        .filter(|line| !known.contains(&line.as_str()))
        .map(|line| format!("observed, not in the table: {line}"));
    let stale = known
        .iter()
        .filter(|line| !observed.iter().any(|it| it == *line))
        .map(|line| format!("in the table, not observed: {line}"));
    missing.chain(stale).collect()
}

#[actix_web::test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the test says whether a change is meant"
)]
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
    for operation in world.document.operations() {
        for object in Object::of(&operation) {
            rows.push(observe(&mut world, &objects, &operation, object).await);
        }
    }
    let faults = rules::broken(&rows);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    let head = format!("operation\tobject\t{}", ACTORS.join("\t"));
    if std::env::var("AMPARO_ACCEPT").is_ok() {
        std::fs::write(table(), format!("{head}\n{}\n", lines.join("\n"))).unwrap();
    }
    let committed = std::fs::read_to_string(table()).unwrap_or_default();
    let differences = differences(&committed, &lines);
    assert!(differences.is_empty(), "{head}\n{}", differences.join("\n"));
}

#[test]
fn an_operation_without_a_row_is_caught() {
    let committed = std::fs::read_to_string(table()).unwrap();
    let mut observed: Vec<String> = committed.lines().skip(1).map(ToOwned::to_owned).collect();
    assert!(differences(&committed, &observed).is_empty());
    observed.push("planted_operation\tours\tok".to_owned());
    assert_eq!(differences(&committed, &observed).len(), 1);
}
