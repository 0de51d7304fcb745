//! Every clear column of every table, but of the public directory, with whatever fits into it: none of
//! it gives anybody what was refused before, and none of it is answered as a fault of ours: damage is
//! told as damage.

use amparo_tests::document::{Operation, PlainWords};
use amparo_tests::{House, Reply, World};

use crate::access::ACTORS;
use crate::access::objects::{Object, Objects};
use crate::clear_columns;

/// With each value, one look of so many is made, and with the next value the next: all of them with
/// each take a quarter of an hour, and are made if `AMPARO_TEST_LOOKS` says `all`.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests read it, not the server"
)]
fn turns() -> usize {
    let all = std::env::var("AMPARO_TEST_LOOKS").is_ok_and(|it| it == "all");
    if all { 1 } else { 8 }
}

/// Somebody looks at something.
struct Look {
    who: &'static str,
    path: String,
    shown: bool,
}

/// Every operation that reads, by some who may and some who may not.
async fn looks(world: &World, objects: &Objects) -> Vec<Look> {
    let mut looks = Vec::new();
    let reads = |it: &Operation| it.method == "GET";
    for operation in world.document.operations().into_iter().filter(reads) {
        let object = match Object::of(&operation)[..] {
            [Object::Nothing] => Object::Nothing,
            _ => Object::Ours,
        };
        // Those last in the order are signed in and of another organisation.
        let (mut may, mut may_not) = (None, None);
        for who in ACTORS {
            let (path, _) = objects.request(world, &operation, object, who);
            let path = path + &operation.needed_query(&world.document);
            let shown = world.who(who).get(&path).await.status < 300;
            let look = Look { who, path, shown };
            match shown {
                true if may.is_some() => {}
                true => may = Some(look),
                false => may_not = Some(look),
            }
        }
        looks.extend(may.into_iter().chain(may_not));
    }
    looks
}

/// What is wrong with an answer.
fn fault(look: &Look, answer: &Reply) -> Option<String> {
    let Look { who, path, shown } = look;
    let wrong = match answer.status {
        ..300 if !shown => "shown what she was refused",
        500.. => "answered as a fault of ours",
        _ => return None,
    };
    Some(format!("{who}, {path}: {wrong}: {}", answer.text()))
}

/// What a writer of rows may put there: nothing, the smallest, the largest, and that of another row.
fn values(table: &str, column: &str, kind: &str) -> Vec<String> {
    let other = format!(
        "(select o.{column} from {table} as o where o.{column} <> {table}.{column} limit 1)"
    );
    let fixed: &[&str] = match kind.to_lowercase().as_str() {
        "blob" | "bytea" => &["{x:}", "{x:00000000000000000000000000000000}"],
        "text" => &["''", "'x'", "'9999-12-31'", "'+262142-12-31T23:59:59Z'"],
        "date" => &["'0001-01-01'", "'9999-12-31'"],
        kind if kind.starts_with("timestamp") => &["'0001-01-01'", "'9999-12-31'"],
        "boolean" => &["true", "false"],
        _ => &["-1", "0", "7", "2147483647"],
    };
    let fixed = fixed.iter().map(ToString::to_string);
    fixed.chain([other]).collect()
}

/// A statement that puts a value into every row, or else one that puts it into the first.
fn planted(house: &House, table: &str, column: &str, value: &str) -> bool {
    let everywhere = format!("update {table} set {column} = {value} where {value} is not null");
    let once = format!(
        "{everywhere} and {column} = (select {column} from {table} order by {column} limit 1)"
    );
    house.takes(&everywhere) || house.takes(&once)
}

/// Rows as they were, and everybody signed in, if `table` may have ended that.
async fn back(world: &mut World, table: &str) {
    world.house.back();
    if !["accounts", "unlock_methods", "receipts", "organisations"].contains(&table) {
        return;
    }
    for who in ACTORS {
        world.who(who).comes_back(false).await;
    }
    if world.who("person").get("/receipts/current").await.status == 401 {
        world.person_comes_back().await;
    }
}

#[actix_web::test]
async fn no_value_in_any_clear_column_opens_anything() {
    let house = House::open().await;
    let mut world = World::build(&house, &mut PlainWords).await;
    let objects = Objects::make(&world).await;
    let looks = looks(&world, &objects).await;
    let tables = house.store().tables().unwrap();
    house.note_every_row();
    let (path, shown) = ("/me".to_owned(), false);
    let (who, answer) = ("ana", world.who("ana").get(&path).await);
    assert!(fault(&Look { who, path, shown }, &answer).is_some());
    let (turns, mut tried, mut faults) = (turns(), 0, Vec::new());
    for (table, column, kind) in tables {
        if !clear_columns::is_clear(&table, &column) {
            continue;
        }
        for value in values(&table, &column, &kind) {
            if !planted(&house, &table, &column, &value) {
                continue;
            }
            tried += 1;
            for look in looks.iter().skip(tried % turns).step_by(turns) {
                let answer = world.who(look.who).get(&look.path).await;
                let fault = fault(look, &answer);
                faults.extend(fault.map(|it| format!("{table}.{column} = {value}: {it}")));
            }
            back(&mut world, &table).await;
        }
    }
    assert!(tried > 200 && looks.len() > 60, "{tried}, {}", looks.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
