//! A member who works while strangers, or one colleague, ask for more than the machine can do.
//!
//! What must stay true: the flood goes on as long as she is measured, each connection sends again as
//! soon as it has its answer, and answers to the flood count for nothing but to see that it arrived.

use std::io::{Cursor, Write as _};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use amparo::foundation::{Clock, Refusal, rng};
use amparo_tests::Database;
use amparo_vault::ReceiptCode;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::http::{Connection, Request};
use crate::people;
use crate::report::{Verdict, note, p95, row};
use crate::routing;
use crate::server::Server;

/// How long she is measured in each flood.
const WHILE: Duration = Duration::from_secs(8);
/// She asks again so soon after an answer.
const PAUSE: Duration = Duration::from_millis(15);

/// What she saw.
struct Seen {
    times: Vec<Duration>,
    faults: usize,
}

/// A flood: so many connections, and what the one with this number sends.
struct Flood<'a> {
    what: &'a str,
    connections: usize,
    request: &'a (dyn Fn(usize) -> Request + Sync),
}

/// Every flood, one after the other, on SQLite.
pub fn floods() {
    let server = Server::start(Database::sqlite(), Clock::System);
    let [sofia, _] = people::found(&server);
    let token = sofia.signs_in(&server, &mut Connection::open(server.address));
    let is_short = std::env::var_os("AMPARO_BENCH_SHORT").is_some();
    if !is_short {
        server.app.store.write::<_, Refusal>(routing::fill).unwrap();
    }
    let me = Request::new("GET", "/me", Some(&token), None);
    let quiet = p95(&works(server.address, &me, Instant::now() + WHILE).times);
    let receipts: Vec<String> = (0..24)
        .map(|_| ReceiptCode::generate(&mut rng::fresh().unwrap()))
        .map(|code| code.grouped().expose().to_owned())
        .collect();
    let faults = vec![json!({ "x": 1 }); 20_000];
    let sign_in = |number: usize| {
        let given =
            json!({ "login": format!("nobody{number}"), "passphrase": "not the right words" });
        Request::new("POST", "/sessions", None, Some(&given))
    };
    let search = |number: usize| {
        let path = format!("//hsds/services?search=service%20{number}&per_page=50");
        Request::new("GET", &path, None, None)
    };
    let receipt = |number: usize| {
        let given = json!({ "receipt": receipts[number % receipts.len()] });
        Request::new("POST", "/receipts/sessions", None, Some(&given))
    };
    let stranger = |_| {
        Request::new(
            "POST",
            "/sessions",
            None,
            Some(&json!({ "faults": faults })),
        )
    };
    let colleague = |_| {
        Request::new(
            "POST",
            "/intakes",
            Some(&token),
            Some(&json!({ "x": faults })),
        )
    };
    for flood in [
        Flood {
            what: "40 anonymous sign-ins",
            connections: 40,
            request: &sign_in,
        },
        Flood {
            what: match is_short {
                true => "64 searches of the public directory",
                false => "64 searches of the public directory (100,000 services)",
            },
            connections: 64,
            request: &search,
        },
        Flood {
            what: "24 receipts tried",
            connections: 24,
            request: &receipt,
        },
        Flood {
            what: "6 strangers with 20,000 faults each",
            connections: 6,
            request: &stranger,
        },
        Flood {
            what: "6 connections of her own sign-in with 20,000 faults each",
            connections: 6,
            request: &colleague,
        },
    ] {
        under(&server, &me, &flood, quiet);
    }
    unfinished(&server, &me, quiet);
    importing(
        &server,
        &me,
        &token,
        if is_short { 5_000 } else { 500_000 },
        quiet,
    );
    note(&format!(
        "memory of this process at its most, clients included: {:.0} MiB",
        most_memory()
    ));
}

fn under(server: &Server, me: &Request, flood: &Flood<'_>, quiet: f64) {
    let (over, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
    let seen = std::thread::scope(|scope| {
        for number in 0..flood.connections {
            let (over, answered) = (&over, &answered);
            let request = (flood.request)(number);
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    let mut connection = Connection::open(server.address);
                    while !over.load(Ordering::Relaxed) && connection.try_send(&request).is_ok() {
                        answered.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        let seen = works(server.address, me, Instant::now() + WHILE);
        over.store(true, Ordering::Relaxed);
        seen
    });
    note(&format!(
        "{}: {} answers",
        flood.what,
        answered.load(Ordering::Relaxed)
    ));
    said(flood.what, &seen, quiet);
}

/// Connections that begin a body and never end it.
fn unfinished(server: &Server, me: &Request, quiet: f64) {
    let begin =
        b"POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
        Content-Length: 1000\r\n\r\n{";
    let held: Vec<Connection> = (0..1000)
        .map(|_| {
            let mut connection = Connection::open(server.address);
            connection.begin(begin).unwrap();
            connection
        })
        .collect();
    let seen = works(server.address, me, Instant::now() + WHILE);
    said(&format!("{} unfinished bodies", held.len()), &seen, quiet);
}

/// A colleague takes a large file into the directory.
fn importing(server: &Server, me: &Request, token: &str, rows: usize, quiet: f64) {
    let import = Request::archive(
        "/directory/imports?publisher=City&format=hsds-3.0-csv",
        token,
        &archive(rows),
    );
    let began = Instant::now();
    let (seen, took) = std::thread::scope(|scope| {
        let importing = scope.spawn(|| {
            Connection::open(server.address).send(&import).expect(201);
            began.elapsed()
        });
        let mut seen = works(server.address, me, Instant::now() + WHILE);
        while !importing.is_finished() {
            let more = works(server.address, me, Instant::now() + WHILE);
            seen.times.extend(more.times);
            seen.faults += more.faults;
        }
        (seen, importing.join().unwrap())
    });
    note(&format!("the import took {:.0} s", took.as_secs_f64()));
    said(&format!("an import of {rows} rows"), &seen, quiet);
}

/// A table of organisations with so many rows, packed.
fn archive(rows: usize) -> Vec<u8> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    packed
        .start_file("organizations.csv", SimpleFileOptions::default())
        .unwrap();
    packed.write_all(b"id,name,description\n").unwrap();
    for at in 0..rows {
        let row = format!(
            "{at},Organisation {at},Helps people in district {}\n",
            at % 97
        );
        packed.write_all(row.as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// She asks, over one connection.
#[expect(clippy::disallowed_methods, reason = "a bench may wait")]
fn works(address: SocketAddr, me: &Request, until: Instant) -> Seen {
    let mut connection = Connection::open(address);
    let mut seen = Seen {
        times: Vec::new(),
        faults: 0,
    };
    while Instant::now() < until {
        let sent = Instant::now();
        let answer = connection.send(me);
        seen.times.push(sent.elapsed());
        if answer.status != 200 {
            seen.faults += 1;
        }
        std::thread::sleep(PAUSE);
    }
    seen
}

fn said(what: &str, seen: &Seen, quiet: f64) {
    let ours = p95(&seen.times);
    let faults = match seen.faults {
        0 => String::new(),
        some => format!(", {some} refused"),
    };
    row(
        &format!("`GET /me` of a member during: {what}, p95"),
        &format!("{ours:.1} ms{faults}"),
        &format!("{quiet:.1} ms: nobody else"),
        Some(ours / quiet),
        "≤ 100 ms, none refused",
        &Verdict::of(ours <= 100.0 && seen.faults == 0),
    );
    // How long it took is for people to judge; that she was answered is not.
    assert_eq!(seen.faults, 0, "a member was refused during: {what}");
}

/// The most memory that this process ever held, in MiB.
fn most_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: f64 = line
        .unwrap()
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .unwrap();
    kib / 1024.0
}
