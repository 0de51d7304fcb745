//! What a request costs the database, counted in statements: on a server in another room each is a
//! way there and back.

use amparo_tests::document::PlainWords;
use amparo_tests::{House, Reply, World, json};

use crate::access::ACTORS;
use crate::access::objects::{Object, Objects};

/// Statements of a look at oneself, of opening a case, and of a page of a list. The bars of the design
/// are 4, 8 and 8: a line of the ledger is a transaction of its own. On PostgreSQL one more
/// asks, before a commit, whether the transaction is still there.
const BARS: [u32; 3] = [4, 13, 11];
/// No other look takes more, but the one at all that a removal left to do, which goes through every
/// group of the organisation.
const MOST: u32 = 26;
const OF_REMOVAL: u32 = 60;

fn statements(reply: &Reply) -> u32 {
    let told = reply.header("server-timing").unwrap_or_default();
    let number = told.strip_prefix("db;desc=\"");
    let number = number.and_then(|rest| rest.strip_suffix(" statements\""));
    number.expect("nothing was told").parse().unwrap()
}

#[actix_web::test]
async fn the_looks_that_are_made_all_day_take_few_statements() {
    let house = House::telling_statements().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("ana").await;
    let mut case = String::new();
    for _ in 0..30 {
        let sheet = json!({ "sheet": { "priority": "P2" } });
        case = ana.post("/cases", sheet).await.expect(201).id();
    }
    let one = format!("/cases/{case}");
    for _ in 0..50 {
        let entry = json!({ "kind": "note", "text": "Called." });
        ana.post(&format!("{one}/entries"), entry).await.expect(201);
    }
    for (path, most) in ["/me", &one, "/cases"].into_iter().zip(BARS) {
        ana.get(path).await.expect(200);
        let sent = statements(&ana.get(path).await.expect(200));
        assert!((1..=most).contains(&sent), "{path}: {sent} of {most}");
    }
}

#[actix_web::test]
async fn no_look_takes_a_statement_for_each_thing_it_shows() {
    let house = House::telling_statements().await;
    let world = World::build(&house, &mut PlainWords).await;
    let objects = Objects::make(&world).await;
    let mut looked = 0;
    let mut heavy = Vec::new();
    for operation in world.document.operations() {
        if operation.method != "GET" {
            continue;
        }
        let object = match Object::of(&operation)[..] {
            [Object::Nothing] => Object::Nothing,
            _ => Object::Ours,
        };
        for who in ACTORS {
            let (path, _) = objects.request(&world, &operation, object, who);
            let path = path + &operation.needed_query(&world.document);

            let first = world.who(who).get(&path).await;
            if first.status != 200 {
                continue;
            }
            let sent = statements(&world.who(who).get(&path).await);
            looked += 1;
            let is_removal = path.ends_with("/removal");
            if sent > if is_removal { OF_REMOVAL } else { MOST } {
                heavy.push(format!("{who} {path}: {sent}"));
            }
            break;
        }
    }
    assert!(looked > 40, "only {looked}");
    assert!(heavy.is_empty(), "{}", heavy.join("\n"));
}

#[actix_web::test]
async fn a_real_server_tells_nobody() {
    let house = House::open().await;
    let reply = house.visitor().get("/me").await;
    assert_eq!(reply.header("server-timing"), None);
}
