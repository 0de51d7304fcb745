//! Somebody with every row tries to join members to cases, and must not succeed.
//!
//! The script knows the schema, the ids of all accounts and of all cases. It looks for rows that
//! hold both, and for chains of rows that share an id, a hash or any other long value. On
//! PostgreSQL it also uses the number of the transaction that wrote a row.

use std::collections::{BTreeMap, BTreeSet};

use amparo_tests::document::PlainWords;
use amparo_tests::{House, Kind, World};

/// A row: where it stands, and its values in hex.
#[derive(Clone, Debug)]
struct Row {
    #[expect(dead_code, reason = "shown when two rows can be joined")]
    table: String,
    values: Vec<String>,
}

fn dump(house: &House) -> Vec<Row> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column, _) in house.store().tables().unwrap() {
        tables.entry(table).or_default().push(column);
    }
    let mut rows = Vec::new();
    for (table, columns) in tables
        .iter()
        .filter(|(table, _)| !table.starts_with("noted_"))
    {
        for values in house.texts(table, columns) {
            rows.push(Row {
                table: table.clone(),
                values,
            });
        }
    }
    rows
}

/// Rows in whose bytes, wherever, an account and a case stand together.
fn in_one_row(rows: &[Row], accounts: &BTreeSet<String>, cases: &BTreeSet<String>) -> Vec<String> {
    let holds = |row: &Row, ids: &BTreeSet<String>| {
        let text = row.values.join(" ").replace('-', "");
        ids.iter().any(|id| text.contains(id.as_str()))
    };
    rows.iter()
        .filter(|row| holds(row, accounts) && holds(row, cases))
        .map(|row| format!("{row:?}"))
        .collect()
}

/// Chains of rows from an account to a case over any value of 16 bytes or more. What everybody in
/// an organisation shares (its id, and what leads only there) joins nobody to anything.
fn over_other_rows(
    rows: &[Row],
    accounts: &BTreeSet<String>,
    cases: &BTreeSet<String>,
    shared: &BTreeSet<String>,
) -> Vec<String> {
    let mut by_value: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        for value in row.values.iter().filter(|value| value.len() >= 32) {
            if !shared.contains(value.as_str()) {
                by_value.entry(value).or_default().push(index);
            }
        }
    }
    let mut edges = Vec::new();
    for account in accounts {
        let mut seen: BTreeSet<&str> = BTreeSet::from([account.as_str()]);
        let mut next = vec![account.as_str()];
        while let Some(value) = next.pop() {
            for index in by_value.get(value).into_iter().flatten() {
                for other in rows[*index].values.iter().filter(|it| it.len() >= 32) {
                    if !shared.contains(other.as_str()) && seen.insert(other) {
                        next.push(other);
                    }
                }
            }
        }
        let reached = cases.iter().filter(|case| seen.contains(case.as_str()));
        edges.extend(reached.map(|case| format!("{account} reaches {case}")));
    }
    edges
}

async fn scene() -> (
    House,
    World,
    BTreeSet<String>,
    BTreeSet<String>,
    BTreeSet<String>,
) {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    house.fold_ledger();
    let column = |query: &str| house.ids(query).into_iter().collect::<BTreeSet<String>>();
    let accounts = column("select id as it from accounts");
    let cases = column("select id as it from cases");
    let organisations = column("select id as it from organisations");
    assert!(accounts.len() > 10 && cases.len() >= 2);
    (house, world, accounts, cases, organisations)
}

#[actix_web::test]
async fn no_rows_join_a_member_to_a_case() {
    let (house, _, accounts, cases, organisations) = scene().await;
    let rows = dump(&house);
    assert!(rows.len() > 100);
    assert_eq!(in_one_row(&rows, &accounts, &cases), [String::new(); 0]);
    let chains = over_other_rows(&rows, &accounts, &cases, &organisations);
    assert_eq!(chains, [String::new(); 0]);
}

#[actix_web::test]
async fn planted_edges_are_found() {
    let (house, world, accounts, cases, organisations) = scene().await;
    let (account, case) = (world.who("ana").id(), world.id("case"));
    let clean = dump(&house);
    let mut one_row = clean.clone();
    one_row.push(Row {
        table: "jobs".to_owned(),
        values: vec![format!("{{\"case\":\"{case}\",\"by\":\"{account}\"}}")],
    });
    assert_eq!(in_one_row(&one_row, &accounts, &cases).len(), 1);
    // Whose grant it is: the row that must never be.
    let group = house.ids(&format!(
        "select label as it from grants where case_id = {{x:{}}}",
        case.replace('-', "")
    ));
    let mut membership = clean;
    membership.push(Row {
        table: "memberships".to_owned(),
        values: vec![account.replace('-', ""), group[0].clone()],
    });
    assert!(!over_other_rows(&membership, &accounts, &cases, &organisations).is_empty());
}

/// Somebody has one volunteer's passphrase: the register tells her whose own group is which.
#[actix_web::test]
async fn no_group_that_the_register_names_stands_beside_a_case() {
    let (house, world, _, cases, _) = scene().await;
    let mut own = BTreeSet::new();
    for who in ["ana", "bea", "supervisor"] {
        let me = world.who(who).get("/me").await.expect(200);
        let groups = me.body["groups"].as_array().unwrap().clone();
        own.extend(
            groups
                .iter()
                .map(|group| group["id"].as_str().unwrap().replace('-', "")),
        );
    }
    assert!(own.len() > 4);
    let rows = dump(&house);
    assert_eq!(in_one_row(&rows, &own, &cases), [String::new(); 0]);
    // The control: a grant as it was before there were labels.
    let mut planted = rows;
    planted.push(Row {
        table: "grants_before".to_owned(),
        values: vec![own.first().unwrap().clone(), cases.first().unwrap().clone()],
    });
    assert_eq!(in_one_row(&planted, &own, &cases).len(), 1);
}

/// The members' own groups are not written in the transactions that write accounts.
#[actix_web::test]
async fn the_numbers_of_transactions_join_nobody_to_her_own_group() {
    let (house, world, ..) = scene().await;
    if house.database().kind() == Kind::Sqlite {
        // Rows of SQLite carry no such number; their order is that of their random keys.
        return;
    }
    let me = world.who("ana").get("/me").await.expect(200);
    let groups = me.body["groups"].as_array().unwrap().clone();
    let own = groups
        .iter()
        .find(|group| group["purpose"] == "personal")
        .unwrap();
    let own = own["id"].as_str().unwrap().replace('-', "");
    let accounts = [("accounts", "id"), ("unlock_methods", "account_id")];
    let mut tried = 0;
    for (table, column) in accounts {
        let joined = house.column(&format!(
            "select encode(a.{column}, 'hex') as it from {table} a \
             join intakes g on a.xmin::text = g.xmin::text \
             where encode(g.group_id, 'hex') = '{own}' and a.{column} is not null"
        ));
        assert_eq!(joined, [String::new(); 0], "{table}");
        tried += 1;
    }
    assert_eq!(tried, 2);
    // The control: the same question finds what was written together.
    let together = house.column(
        "select encode(a.id, 'hex') as it from accounts a \
         join unlock_methods u on a.xmin::text = u.xmin::text and u.account_id = a.id",
    );
    assert!(!together.is_empty());
}
