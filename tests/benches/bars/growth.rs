//! What ten times the cases cost: opening one and logging in stay as they were, a list may grow with
//! them. Search has its own part.

use amparo::foundation::Clock;
use amparo_tests::Database;
use amparo_vault::GroupPurpose;
use chrono::DateTime;

use crate::cases::{open_with_entries, turn};
use crate::http::{Connection, Request};
use crate::report::{Verdict, median, milliseconds, row};
use crate::server::Server;
use crate::{people, strangers};

const FEW: usize = 500;
const MANY: usize = 5000;
const ROUNDS: usize = 3;

struct Costs {
    log_in: f64,
    open: f64,
    page: f64,
}

/// The same three questions at 500 and at 5,000 cases.
pub fn growth() {
    let morning: DateTime<chrono::Utc> = "2026-11-24T08:00:00Z".parse().unwrap();
    let server = Server::start(Database::sqlite(), Clock::still(morning));
    let [sofia, _] = people::found(&server);
    let mut connection = Connection::open(server.address);
    let groups = [GroupPurpose::Personal, GroupPurpose::Supervisors];
    let mut before = 0;
    let mut costs = Vec::new();
    for size in [FEW, MANY] {
        let token = sofia.signs_in_later(&server, &mut connection);
        let caller = people::caller(&server, &token);
        strangers::open_cases(&server, &caller, (before, size), &groups);
        before = size;
        costs.push(measure(&server, &sofia, &mut connection));
    }
    let (few, many) = (&costs[0], &costs[1]);
    let say = |what: &str, few: f64, many: f64, bar: &str, most: f64| {
        row(
            &format!("{what}, {FEW} → {MANY} cases"),
            &format!("{many:.1} ms"),
            &format!("{few:.1} ms at {FEW}"),
            Some(many / few),
            bar,
            &Verdict::of(many <= most * few),
        );
    };
    say(
        "log-in, both steps",
        few.log_in,
        many.log_in,
        "flat (≤ 1.2 ×)",
        1.2,
    );
    say(
        "open a case, p95",
        few.open,
        many.open,
        "flat (≤ 1.2 ×)",
        1.2,
    );
    say(
        "page of 50, p95",
        few.page,
        many.page,
        "≤ 10 × for 10 ×",
        10.0,
    );
}

fn measure(server: &Server, sofia: &people::Worker, connection: &mut Connection) -> Costs {
    let (mut log_in, mut open, mut page) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = std::time::Instant::now();
        let token = sofia.signs_in_later(server, connection);
        log_in.push(milliseconds(began.elapsed()));
        let id = open_with_entries(connection, &token, 10);
        let one = Request::new("GET", &format!("/cases/{id}"), Some(&token), None);
        let list = Request::new("GET", "/cases?limit=50", Some(&token), None);
        open.push(turn(server, 1, &one));
        page.push(turn(server, 1, &list));
    }
    Costs {
        log_in: median(&log_in),
        open: median(&open),
        page: median(&page),
    }
}
