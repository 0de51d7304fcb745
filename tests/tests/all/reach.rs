//! Lists and search over the sealed segments in memory: they say what the database says, however it
//! changed since they were made.

use amparo::casefile::{self, Author, Before, Card, Grantee};
use amparo::foundation::{Act, Caller};
use amparo::ledger::{self, About, What};
use amparo_store::GroupId;
use amparo_tests::{Actor, House, Value, json};
use amparo_vault::{GroupPurpose, SessionToken};

/// More than one segment, and more than is read one by one before segments are made of it.
const MANY: usize = 300;

async fn caller(actor: &Actor) -> Caller {
    let token = SessionToken::parse(&actor.token().await).unwrap();
    actor.house().app().authenticate(token).unwrap()
}

fn card(number: usize, worker: &Author) -> Card {
    let mut card: Card = serde_json::from_value(json!({
        "c": format!("C-{number:04}"), "p": "P3", "s": "open", "a": worker,
        "b": "2026-11-01", "t": "2026-11-01",
    }))
    .unwrap();
    card.add_search(&format!("stranger{number:04}"));
    card
}

fn open_many(act: &mut Act<'_>, from: usize, to: usize, groups: &[GroupPurpose]) -> Vec<String> {
    let member = act.member().unwrap();
    let worker = casefile::author(act).unwrap();
    let mut ids = Vec::new();
    for number in from..to {
        let held = |purpose: &GroupPurpose| member.keyring().current(*purpose).unwrap();
        let recipient = |purpose| {
            let key = held(purpose).as_recipient(member.organisation.as_bytes());
            Grantee::new(key, None).unwrap()
        };
        let grants: Vec<_> = groups.iter().map(recipient).collect();
        let id = casefile::open_new(act, card(number, &worker), &grants).unwrap();
        ids.push(id.to_string());
    }
    ledger::note(act, What::CaseOpened, About::default()).unwrap();
    ids
}

/// Every case of every page, in order.
async fn listed(actor: &Actor) -> Vec<String> {
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let page = actor.get(&format!("/cases?limit=200{after}")).await;
        let page = page.expect(200);
        let id = |item: &Value| item["id"].as_str().unwrap().to_owned();
        all.extend(page.items().iter().map(id));
        match page.body["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return all,
        }
    }
}

async fn found(actor: &Actor, query: &str) -> usize {
    let page = actor
        .post("/search", json!({ "query": query, "limit": 200 }))
        .await;
    page.expect(200).items().len()
}

#[actix_web::test]
async fn what_changes_is_seen_however_much_it_is() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, samira) = (hotline.supervisor(), hotline.second_supervisor());
    let bea = hotline.caseworker("Bea").await;
    let caller = caller(&sofia).await;
    let both = [GroupPurpose::Personal, GroupPurpose::Supervisors];
    let open = |from, to| {
        let ids = house
            .app()
            .write(&caller, |act| Ok(open_many(act, from, to, &both)));
        ids.unwrap()
    };
    let mut all = open(0, MANY);
    for who in [&sofia, &samira] {
        let mut seen = listed(who).await;
        seen.sort();
        all.sort();
        assert_eq!(seen, all, "each case once, also through two groups");
    }
    assert_eq!(found(&sofia, "stranger0017").await, 1);
    assert_eq!(found(&samira, "stranger00").await, 100);
    // A few more are read one by one, many more become segments; both are seen.
    for to in [MANY + 3, 2 * MANY + 3, 2 * MANY + 4] {
        all.extend(open(all.len(), to));
        assert_eq!(listed(&samira).await.len(), to);
        assert_eq!(found(&samira, &format!("stranger{:04}", to - 1)).await, 1);
    }
    assert_eq!(listed(&sofia).await.len(), all.len());
    assert!(listed(&bea).await.is_empty());
    assert_eq!(found(&bea, "stranger0017").await, 0);
}

#[actix_web::test]
async fn a_card_that_moves_stands_where_it_belongs_and_once() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let opened = sofia
        .post("/cases", json!({ "sheet": { "priority": "P4" } }))
        .await;
    let id = opened.expect(201).id();
    let caller = caller(&sofia).await;
    let groups = [GroupPurpose::Supervisors];
    let open = |act: &mut Act<'_>| Ok(open_many(act, 0, MANY, &groups));
    house.app().write(&caller, open).unwrap();
    assert_eq!(listed(&sofia).await.last(), Some(&id));
    for (version, priority) in [(1, "P2"), (2, "P1")] {
        let change = sofia.patch(&format!("/cases/{id}"), json!({ "priority": priority }));
        change.with_if_match(version).await.expect(200);
        let now = listed(&sofia).await;
        assert_eq!(now.len(), MANY + 1);
        assert_eq!(now.first(), Some(&id));
    }
}

#[actix_web::test]
async fn a_case_that_went_without_a_trace_is_not_shown() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let caller = caller(&sofia).await;
    let groups = [GroupPurpose::Supervisors];
    let open = |act: &mut Act<'_>| Ok(open_many(act, 0, 5, &groups));
    let ids = house.app().write(&caller, open).unwrap();
    assert_eq!(listed(&sofia).await.len(), 5);
    let bytes = ids[2].replace('-', "");
    house.sql(&format!("delete from cases where id = {{x:{bytes}}}"));
    let left = listed(&sofia).await;
    assert_eq!(left.len(), 4);
    assert!(!left.contains(&ids[2]));
}

#[actix_web::test]
async fn a_case_that_went_without_a_trace_keeps_no_removal_from_its_end() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let caller = caller(&sofia).await;
    let open = |act: &mut Act<'_>| Ok(open_many(act, 0, 5, &[GroupPurpose::Supervisors]));
    let ids = house.app().write(&caller, open).unwrap();
    let held = caller.member().unwrap().keyring();
    let group = held.current(GroupPurpose::Supervisors).unwrap().id();
    let group = GroupId::from_bytes(group);
    let behind = |act: &mut Act<'_>| casefile::cases_behind(act, &[Before { group, epoch: None }]);
    assert_eq!(house.app().consult(&caller, behind).unwrap().len(), 5);
    let bytes = ids[2].replace('-', "");
    house.sql(&format!("delete from cases where id = {{x:{bytes}}}"));
    assert_eq!(house.app().consult(&caller, behind).unwrap().len(), 4);
}
