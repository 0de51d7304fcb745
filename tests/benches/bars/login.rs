//! The CPU that a log-in costs beside the one run of Argon2id that it must cost, what memory remains
//! after many, and whether a refusal's time tells that a name is known.

use std::time::Duration;

use amparo::foundation::Clock;
use amparo_tests::Database;
use amparo_vault::{Passphrase, StretchParams, spend_as_if_unlocking};
use chrono::{DateTime, TimeDelta};
use rustix::time::{ClockId, clock_gettime};

use crate::http::Connection;
use crate::people::{self, Worker};
use crate::report::{Verdict, median, milliseconds, note, row};
use crate::server::Server;

/// Log-ins, and runs of Argon2id, in one round.
const BATCH: u32 = 5;
const ROUNDS: usize = 5;
/// Refused log-ins of each kind.
const TRIES: usize = 80;

/// A server whose clock is moved by hand: each code of the second factor counts once.
fn server() -> (Server, [Worker; 2]) {
    let morning: DateTime<chrono::Utc> = "2026-11-24T08:00:00Z".parse().unwrap();
    let server = Server::start(Database::sqlite(), Clock::still(morning));
    let people = people::found(&server);
    (server, people)
}

/// CPU of one log-in (both steps, whole process without the client) against one run of Argon2id.
pub fn cpu() {
    let (server, [sofia, _]) = server();
    let mut connection = Connection::open(server.address);
    sofia.signs_in_later(&server, &mut connection);
    let passphrase = Passphrase::new("gravel tulip onward cement hazel pilot".to_owned());
    let (mut ours, mut argon) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (process, client) = (spent(ProcessOr::Process), spent(ProcessOr::Thread));
        for _ in 0..BATCH {
            sofia.signs_in_later(&server, &mut connection);
        }
        let client = spent(ProcessOr::Thread) - client;
        ours.push(milliseconds(
            (spent(ProcessOr::Process) - process - client) / BATCH,
        ));
        let before = spent(ProcessOr::Thread);
        for _ in 0..BATCH {
            spend_as_if_unlocking(&passphrase, [7; 16], StretchParams::RECOMMENDED);
        }
        argon.push(milliseconds((spent(ProcessOr::Thread) - before) / BATCH));
    }
    let (ours, argon) = (median(&ours), median(&argon));
    let ratio = ours / argon;
    row(
        "CPU of a log-in, both steps",
        &format!("{ours:.1} ms"),
        &format!("{argon:.1} ms: one run of Argon2id (rust-argon2, 64 MiB, 3 passes, 1 lane)"),
        Some(ratio),
        "≤ 1.15 ×",
        &Verdict::of(ratio <= 1.15),
    );
}

/// Whether the time of a refusal tells that a login name exists: a wrong passphrase for a name that
/// is known and for one that is not, in turns.
pub fn timing() {
    let (server, [sofia, _]) = server();
    let mut connection = Connection::open(server.address);
    sofia.signs_in_later(&server, &mut connection);
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for turn in 0..TRIES {
        if turn % 8 == 0 {
            // The tries for one name are counted for a quarter of an hour.
            server.app.clock.later(TimeDelta::minutes(16));
        }
        known.push(milliseconds(sofia.is_refused(&mut connection)));
        unknown.push(milliseconds(people::stranger_is_refused(&mut connection)));
    }
    let (known, unknown) = (median(&known), median(&unknown));
    let apart = (known - unknown).abs() / unknown;
    row(
        "a refused log-in, name known against unknown, median",
        &format!("{known:.1} ms known"),
        &format!("{unknown:.1} ms unknown"),
        Some(known / unknown),
        "within 5 %",
        &Verdict::of(apart <= 0.05),
    );
}

/// Memory after many log-ins, in a process that does nothing else.
pub fn memory() {
    let times = if long() { 1000 } else { 100 };
    let (server, [sofia, _]) = server();
    let mut connection = Connection::open(server.address);
    let before = mebibytes("VmRSS:");
    for _ in 0..times {
        sofia.signs_in_later(&server, &mut connection);
    }
    let (after, most) = (mebibytes("VmRSS:"), mebibytes("VmHWM:"));
    let how_many = format!("memory after {times} log-ins");
    row(
        &how_many,
        &format!("{after:.0} MiB"),
        &format!("{before:.0} MiB before"),
        Some(after / before),
        "≤ 200 MiB after 1,000",
        &Verdict::of(after <= 200.0),
    );
    note(&format!(
        "{how_many}: at most {most:.0} MiB on the way (each run of Argon2id takes 64)"
    ));
    if !long() {
        note("AMPARO_BENCH_LONG=1 does 1,000 log-ins");
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the bench, not the server, reads this"
)]
fn long() -> bool {
    std::env::var("AMPARO_BENCH_LONG").is_ok_and(|value| !value.is_empty())
}

enum ProcessOr {
    Process,
    Thread,
}

/// CPU time spent so far.
fn spent(of: ProcessOr) -> Duration {
    let clock = match of {
        ProcessOr::Process => ClockId::ProcessCPUTime,
        ProcessOr::Thread => ClockId::ThreadCPUTime,
    };
    clock_gettime(clock).try_into().unwrap()
}

/// A line of this process's status that is a size.
fn mebibytes(line: &str) -> f64 {
    crate::start::mebibytes_of("self", line)
}
