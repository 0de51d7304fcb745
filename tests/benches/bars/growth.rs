//! What size costs: the looks that are made all day, at more and more cases. Those that are flat stay
//! as they were; counting and searching grow with what lies there. Search has its own part.

use amparo::foundation::Clock;
use amparo_tests::Database;
use amparo_vault::GroupPurpose;
use chrono::DateTime;

use crate::cases::{open_with_entries, turn};
use crate::http::{Connection, Request};
use crate::report::{Verdict, median, milliseconds, note, row};
use crate::server::Server;
use crate::{people, picture, strangers};

/// The largest takes minutes to fill: only if `AMPARO_BENCH_LONG` is set.
const SIZES: [usize; 4] = [1_000, 5_000, 20_000, 100_000];
const ROUNDS: usize = 3;

/// It looks at every case.
const GROWS: f64 = f64::INFINITY;

/// What is asked at each size, and how much more the last may cost than the first.
const QUESTIONS: [(&str, f64); 5] = [
    ("log-in, both steps", 1.3),
    ("open a case", 1.3),
    ("first page of cases", 1.3),
    ("agenda", GROWS),
    ("workload", GROWS),
];

/// Medians in milliseconds, by question.
type Costs = [f64; QUESTIONS.len()];

/// The same questions at every size, on SQLite.
pub fn growth() {
    let morning: DateTime<chrono::Utc> = "2026-11-24T08:00:00Z".parse().unwrap();
    let server = Server::start(Database::sqlite(), Clock::still(morning));
    let [sofia, _] = people::found(&server);
    let mut connection = Connection::open(server.address);
    let groups = [GroupPurpose::Personal, GroupPurpose::Supervisors];
    let is_long = std::env::var_os("AMPARO_BENCH_LONG").is_some();
    let sizes = &SIZES[..if is_long { 4 } else { 3 }];
    let mut before = 0;
    let mut costs: Vec<Costs> = Vec::new();
    for size in sizes {
        let token = sofia.signs_in_later(&server, &mut connection);
        let caller = people::caller(&server, &token);
        strangers::open_cases(&server, &caller, (before, *size), &groups);
        before = *size;
        costs.push(measure(&server, &sofia, &mut connection));
    }
    let (first, last) = (sizes[0], sizes[sizes.len() - 1]);
    for (number, (what, most)) in QUESTIONS.iter().enumerate() {
        let (few, many) = (costs[0][number], costs[costs.len() - 1][number]);
        let (bar, verdict) = match *most {
            GROWS => ("grows".to_owned(), Verdict::NotMeasured("no bar")),
            flat => (format!("≤ {flat} ×"), Verdict::of(many <= flat * few)),
        };
        row(
            &format!("{what}, {first} → {last} cases"),
            &format!("{many:.1} ms"),
            &format!("{few:.1} ms at {first}"),
            Some(many / few),
            &bar,
            &verdict,
        );
    }
    let lines: Vec<(&str, Vec<f64>)> = QUESTIONS
        .iter()
        .enumerate()
        .map(|(number, (what, _))| (*what, costs.iter().map(|one| one[number]).collect()))
        .collect();
    for (what, line) in &lines {
        note(&format!("{what}: {line:.1?} ms at {sizes:?}"));
    }
    let to = std::env::var_os("AMPARO_BENCH_PICTURE");
    if let Some(to) = to {
        picture::growth(to.as_ref(), sizes, &lines);
    }
}

fn measure(server: &Server, sofia: &people::Worker, connection: &mut Connection) -> Costs {
    let mut all: [Vec<f64>; QUESTIONS.len()] = Default::default();
    for _ in 0..ROUNDS {
        let began = std::time::Instant::now();
        let token = sofia.signs_in_later(server, connection);
        all[0].push(milliseconds(began.elapsed()));
        let id = open_with_entries(connection, &token, 10);
        let paths = [
            format!("/cases/{id}"),
            "/cases?limit=50".to_owned(),
            "/tasks?limit=50".to_owned(),
            "/workload".to_owned(),
        ];
        for (times, path) in all[1..].iter_mut().zip(paths) {
            let look = Request::new("GET", &path, Some(&token), None);
            times.push(turn(server, 1, &look));
        }
    }
    all.map(|times| median(&times))
}
