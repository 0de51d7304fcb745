//! The figures of `docs/benchmarks.md`, each beside a baseline from the same run.
//!
//! `tests/bench.sh` runs this once for each name below and gathers the rows; a name alone runs one
//! part: `cargo bench -p amparo-tests --bench bars -- login`. What must stay true: ours and the
//! baseline take turns in one process on one machine, and medians over the turns are compared; a
//! bar that is missed is said and is no failure; a part that breaks panics.
//! Deliberately absent: a history of figures. Machines differ, ratios are what is kept.

#![forbid(unsafe_code)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench says what it found and breaks loudly"
)]

mod cases;
mod floods;
mod growth;
mod http;
mod intake;
mod load;
mod login;
mod people;
mod picture;
mod plain;
mod queue;
mod report;
mod routing;
mod search;
mod server;
mod start;
mod strangers;

/// Every part, by name.
const PARTS: [(&str, fn()); 11] = [
    ("start", start::start),
    ("login", login::cpu),
    ("timing", login::timing),
    ("memory", login::memory),
    ("intake", intake::intake),
    ("cases", cases::cases),
    ("routing", routing::routing),
    ("search", search::search),
    ("growth", growth::growth),
    ("queue", queue::queue),
    ("floods", floods::floods),
];

fn main() {
    // `cargo bench` adds a flag of its own.
    let names: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    if names == ["list"] {
        PARTS.iter().for_each(|(name, _)| println!("{name}"));
        return;
    }
    for name in &names {
        let known = PARTS.iter().find(|(known, _)| known == name);
        known
            .unwrap_or_else(|| panic!("no part is called {name}"))
            .1();
    }
}
