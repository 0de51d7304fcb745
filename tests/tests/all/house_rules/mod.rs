//! What `lib.rs` and the style promise about the source, read from the source. Each check is shown
//! a planted fault that it must catch.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

mod circles;
mod doors;
mod shape;
mod types;
mod weight;

/// Files by their path below the folder that was read, mostly `server/src`.
type Sources = BTreeMap<String, String>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../server")
}

fn read(folder: &Path, ending: &str) -> Sources {
    let mut found = Sources::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(next) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                found.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn sources() -> Sources {
    read(&root().join("src"), "rs")
}

/// The text without comments: a sentence may speak of any room.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let bare = line.trim_start();
        if bare.starts_with("//") { "" } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms from top to bottom, as `lib.rs` prints them.
fn order(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(ToOwned::to_owned)
        .collect()
}

/// The names that follow `start` in code: one, or the heads of a list in braces.
fn heads_after(text: &str, start: &str) -> Vec<String> {
    let mut heads = Vec::new();
    for (at, _) in text.match_indices(start) {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
            continue;
        }
        let rest = &text[at + start.len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0_i32;
            let mut head = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => heads.push(std::mem::take(&mut head)),
                    _ => head.push(c),
                }
            }
            heads.push(head);
        } else {
            heads.push(rest.to_owned());
        }
    }
    heads.iter().map(|head| word_at(head)).collect()
}

fn word_at(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// Uses of a room that is printed above the one that uses it.
fn looks_up(sources: &Sources) -> Vec<String> {
    let rooms = order(&sources["lib.rs"]);
    let place = |room: &str| rooms.iter().position(|one| one == room);
    let mut faults = Vec::new();
    for (file, text) in sources {
        let room = file.split(['/', '.']).next().unwrap();
        let Some(here) = place(room) else { continue };
        let text = code(text);
        // `super` that leads out of the room is another way to write `crate`.
        let depth = file
            .trim_end_matches("/mod.rs")
            .trim_end_matches(".rs")
            .split('/')
            .count();
        let mut used = heads_after(&text, "crate::");
        used.extend(heads_after(&text, &"super::".repeat(depth)));
        for other in used {
            if place(&other).is_some_and(|there| there < here) {
                faults.push(format!("{file} uses {other}, which is above {room}"));
            }
        }
    }
    faults.dedup();
    faults
}

#[test]
fn no_room_looks_up() {
    assert_eq!(looks_up(&sources()), [String::new(); 0]);
}

#[test]
fn a_planted_look_upwards_is_caught() {
    let plants = [
        ("ledger/planted.rs", "use crate::team::names;"),
        ("foundation/planted.rs", "fn x() { crate::ledger::note(); }"),
        (
            "people/planted.rs",
            "use crate::{foundation::Act, cases::{self, Case}};",
        ),
        ("people/mod.rs", "use super::cases;"),
        ("people/planted.rs", "use super::super::referrals;"),
    ];
    for (file, text) in plants {
        let mut sources = sources();
        sources.insert(file.to_owned(), text.to_owned());
        assert_eq!(looks_up(&sources).len(), 1, "{text}");
    }
    let harmless = [
        ("team/planted.rs", "use crate::ledger::note;"),
        (
            "ledger/planted.rs",
            "/// Unlike [`crate::team`], this\nfn x() {}",
        ),
        ("team/planted.rs", "use super::people;"),
    ];
    for (file, text) in harmless {
        let mut sources = sources();
        sources.insert(file.to_owned(), text.to_owned());
        assert_eq!(looks_up(&sources), [String::new(); 0], "{text}");
    }
}

/// diesel outside the files that may speak it.
fn strays(sources: &Sources) -> Vec<String> {
    let may = |file: &str| {
        file.ends_with("rows.rs")
            || file.contains("/rows/")
            // Turns an error of the database into a refusal; asks nothing of it.
            || file == "foundation/refusal.rs"
    };
    sources
        .iter()
        .filter(|(file, text)| !may(file) && code(text).contains("diesel::"))
        .map(|(file, _)| file.clone())
        .collect()
}

#[test]
fn only_rows_speak_to_the_database() {
    assert_eq!(strays(&sources()), [String::new(); 0]);
    let mut planted = sources();
    planted.insert(
        "cases/open.rs".to_owned(),
        "use diesel::prelude::*;".to_owned(),
    );
    assert_eq!(strays(&planted), ["cases/open.rs"]);
}

/// A room's rows may name its own tables only: other rooms' are asked for through their verbs.
fn foreign_tables(sources: &Sources) -> Vec<String> {
    let mut users: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in sources.iter().filter(|(file, _)| file.contains("rows")) {
        let room = file.split('/').next().unwrap();
        for table in heads_after(&code(text), "amparo_store::schema::") {
            let rooms = users.entry(table).or_default();
            if !rooms.iter().any(|one| one == room) {
                rooms.push(room.to_owned());
            }
        }
    }
    users
        .into_iter()
        .filter(|(table, rooms)| !table.is_empty() && rooms.len() > 1)
        .map(|(table, rooms)| format!("{table} is used by {}", rooms.join(" and ")))
        .collect()
}

#[test]
fn every_table_belongs_to_one_room() {
    assert_eq!(foreign_tables(&sources()), [String::new(); 0]);
    let mut planted = sources();
    let text = "use amparo_store::schema::{accounts, cases};".to_owned();
    planted.insert("mail/rows.rs".to_owned(), text);
    assert!(!foreign_tables(&planted).is_empty());
}

/// Lines that print. Only `command/say.rs` speaks to a terminal.
fn prints(sources: &Sources) -> Vec<String> {
    let says = ["println!", "print!(", "eprintln!", "eprint!(", "dbg!("];
    sources
        .iter()
        .filter(|(_, text)| says.iter().any(|it| code(text).contains(it)))
        .map(|(file, _)| file.clone())
        .collect()
}

#[test]
fn nothing_is_printed() {
    assert_eq!(prints(&sources()), [String::new(); 0]);
    let mut planted = sources();
    planted.insert(
        "cases/open.rs".to_owned(),
        "println!(\"{name}\");".to_owned(),
    );
    assert_eq!(prints(&planted), ["cases/open.rs"]);
}

/// Files whose names say nothing, or whose first line does not say what they are for.
fn badly_named(sources: &Sources) -> Vec<String> {
    let empty = [
        "util",
        "utils",
        "helper",
        "common",
        "misc",
        "manager",
        "handler",
        "handlers",
        "types",
        "base",
        "core",
        "lib2",
        "repository",
        "controller",
        "dto",
    ];
    let mut faults = Vec::new();
    for (file, text) in sources {
        let name = file.rsplit('/').next().unwrap().trim_end_matches(".rs");
        if empty.contains(&name) {
            faults.push(format!("{file}: the name says nothing"));
        }
        if !text.starts_with("//!") {
            faults.push(format!("{file}: does not say what it is for"));
        }
    }
    faults
}

#[test]
fn files_have_names_and_say_what_they_are_for() {
    assert_eq!(badly_named(&sources()), [String::new(); 0]);
    let mut planted = sources();
    planted.insert("cases/utils.rs".to_owned(), "fn x() {}".to_owned());
    assert_eq!(badly_named(&planted).len(), 2);
}

/// Templates that switch escaping off.
fn unescaped(templates: &Sources) -> Vec<String> {
    let safe = |text: &str| {
        let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        tight.contains("|safe")
            || tight.contains("{%autoescape")
            || tight.contains("|escape(\"none\")")
    };
    templates
        .iter()
        .filter(|(_, text)| safe(text))
        .map(|(file, _)| file.clone())
        .collect()
}

#[test]
fn no_template_switches_escaping_off() {
    assert_eq!(
        unescaped(&read(&root().join("templates"), "html")),
        [String::new(); 0]
    );
    let planted = Sources::from([("a.html".to_owned(), "{{ name | safe }}".to_owned())]);
    assert_eq!(unescaped(&planted), ["a.html"]);
}

/// Time and randomness that are not handed in.
fn not_handed_in(sources: &Sources) -> Vec<String> {
    let banned = [
        "Utc::now()",
        "Uuid::new_v4(",
        "Uuid::now_v7(",
        "SystemTime::now",
        "thread_rng",
        "rand::rng(",
    ];
    let may = |file: &str| file == "foundation/clock.rs" || file.starts_with("command/");
    sources
        .iter()
        .filter(|(file, text)| !may(file) && banned.iter().any(|it| code(text).contains(it)))
        .map(|(file, _)| file.clone())
        .collect()
}

#[test]
fn time_and_randomness_are_handed_in() {
    assert_eq!(not_handed_in(&sources()), [String::new(); 0]);
    let mut planted = sources();
    planted.insert(
        "cases/open.rs".to_owned(),
        "let now = Utc::now();".to_owned(),
    );
    assert_eq!(not_handed_in(&planted), ["cases/open.rs"]);
}
