//! The queue of a hotline after years: what waits is shown at once, however much was closed.

use amparo::foundation::Clock;
use amparo_tests::Database;
use serde_json::{Value, json};

use crate::cases::turn;
use crate::http::{Connection, Request};
use crate::intake::body;
use crate::people;
use crate::report::{Verdict, row};
use crate::server::Server;

/// Contacts that were closed, and that wait, if `AMPARO_BENCH_LONG` is set, and else.
const YEARS: (usize, usize) = (20_000, 2_000);
const MONTHS: (usize, usize) = (2_000, 200);
const CONNECTIONS: usize = 8;

/// The queue with nobody waiting and little closed, and then with much of both, on SQLite.
pub fn queue() {
    let server = Server::start(Database::sqlite(), Clock::System);
    let [sofia, _] = people::found(&server);
    let token = sofia.signs_in(&server, &mut Connection::open(server.address));
    let list = Request::new("GET", "/intakes?limit=50", Some(&token), None);
    fill(&server, &token, 50, false);
    let few = turn(&server, CONNECTIONS, &list);
    let is_long = std::env::var_os("AMPARO_BENCH_LONG").is_some();
    let (closed, waiting) = if is_long { YEARS } else { MONTHS };
    fill(&server, &token, closed, true);
    fill(&server, &token, waiting, false);
    let many = turn(&server, CONNECTIONS, &list);
    row(
        &format!(
            "page of 50 of the queue, {waiting} waiting, {closed} closed, {CONNECTIONS} connections, p95"
        ),
        &format!("{many:.1} ms"),
        &format!("{few:.1} ms: 50 waiting, none closed"),
        Some(many / few),
        "≤ 25 ms",
        &Verdict::of(many <= 25.0),
    );
}

/// Writes so many calls, and closes them.
fn fill(server: &Server, token: &str, count: usize, is_closed: bool) {
    let call = body("none");
    let close = json!({ "outcome": "not_reached", "reason": "Nobody there." });
    std::thread::scope(|scope| {
        for number in 0..CONNECTIONS {
            let (call, close) = (&call, &close);
            scope.spawn(move || {
                let mut connection = Connection::open(server.address);
                for _ in 0..count / CONNECTIONS + usize::from(number < count % CONNECTIONS) {
                    let written = connection.ask("POST", "/intakes", token, Some(call));
                    if is_closed {
                        end(&mut connection, token, &written.expect(201), close);
                    }
                }
            });
        }
    });
}

fn end(connection: &mut Connection, token: &str, written: &Value, close: &Value) {
    let path = format!("/intakes/{}/close", written["id"].as_str().unwrap());
    let version = written["revision"].as_i64().unwrap_or(1);
    connection
        .send(&Request::of_version(version, &path, token, Some(close)))
        .expect(200);
}
