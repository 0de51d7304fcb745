//! Opening a case with 50 entries, and a page of the list of one's own cases.

use std::time::Duration;

use amparo::foundation::Clock;
use amparo_tests::Database;
use amparo_vault::GroupPurpose;
use serde_json::{Value, json};

use crate::http::{Connection, Request};
use crate::report::{Verdict, median, note, p95, row};
use crate::server::{Server, databases};
use crate::{load, people, strangers};

const ROUNDS: usize = 5;
const TURN: Duration = Duration::from_secs(2);
/// Cases of one's own.
const OWN: usize = 5000;

/// Both, on every database of this run.
pub fn cases() {
    for database in databases() {
        on(database);
    }
}

fn on(database: Database) {
    let server = Server::start(database, Clock::System);
    let [sofia, _] = people::found(&server);
    let mut connection = Connection::open(server.address);
    let token = sofia.signs_in(&server, &mut connection);
    let whole = open_with_entries(&mut connection, &token, 50);
    let bare = open_with_entries(&mut connection, &token, 0);
    let open = |id: &str| Request::new("GET", &format!("/cases/{id}"), Some(&token), None);
    let me = Request::new("GET", "/me", Some(&token), None);
    let (mut ours, mut empty, mut least) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(turn(&server, 8, &open(&whole)));
        empty.push(turn(&server, 8, &open(&bare)));
        least.push(turn(&server, 8, &me));
    }
    let (ours, empty) = (median(&ours), median(&empty));
    row(
        &format!(
            "open a case with 50 entries, {}, 8 connections, p95",
            server.name()
        ),
        &format!("{ours:.1} ms"),
        &format!("{empty:.1} ms: a case without entries"),
        Some(ours / empty),
        "≤ 10 ms",
        &Verdict::of(ours <= 10.0),
    );
    note(&format!(
        "{}: `GET /me`, 8 connections, p95 {:.1} ms",
        server.name(),
        median(&least)
    ));
    page(&server, &token);
}

/// A page of 50 out of 5,000, as a caseworker asks for it.
fn page(server: &Server, token: &str) {
    let caller = people::caller(server, token);
    let groups = [GroupPurpose::Personal, GroupPurpose::Supervisors];
    strangers::open_cases(server, &caller, (0, OWN), &groups);
    let list = Request::new("GET", "/cases?limit=50&assigned=me", Some(token), None);
    let me = Request::new("GET", "/me", Some(token), None);
    let answer = Connection::open(server.address).send(&list).expect(200);
    assert_eq!(answer["items"].as_array().unwrap().len(), 50);
    let (mut ours, mut least) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(turn(server, 1, &list));
        least.push(turn(server, 1, &me));
    }
    let (ours, least) = (median(&ours), median(&least));
    row(
        &format!("page of 50 out of {OWN} own cases, {}, p95", server.name()),
        &format!("{ours:.1} ms"),
        &format!("{least:.1} ms: `GET /me`, the same way without a list"),
        Some(ours / least),
        "≤ 25 ms",
        &Verdict::of(ours <= 25.0),
    );
}

/// One turn of load; the time that 95 of 100 answers stayed under.
pub fn turn(server: &Server, connections: usize, request: &Request) -> f64 {
    let requests = std::slice::from_ref(request);
    let round = load::round(server.address, connections, TURN, requests, 200);
    assert_eq!(round.failed, 0, "a request failed under load");
    p95(&round.times)
}

/// Opens a case and answers its id.
pub fn open_with_entries(connection: &mut Connection, token: &str, entries: usize) -> String {
    let text = "She called from the detention centre. The hearing was moved to Thursday; the \
                lawyer knows. Wages of three months are still owed. Call back after 18:00 only.";
    let entry = json!({ "kind": "call", "text": text.repeat(3) });
    let entries: Vec<Value> = vec![entry; entries];
    let body = json!({
        "sheet": { "priority": "P2", "summary": text, "country": "GR" },
        "needs": [{ "category": "legal", "urgency": "P2" }],
        "entries": entries,
    });
    let opened = connection
        .ask("POST", "/cases", token, Some(&body))
        .expect(201);
    opened["id"].as_str().unwrap().to_owned()
}
