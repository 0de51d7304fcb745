//! The shape of the source: no file too long to read, no pair where two arguments are meant.

use std::path::{Path, PathBuf};

use super::{Sources, code, read, sources};

/// No file is longer.
const LINES: usize = 400;

/// Files that may be longer, and why.
const LONGER: [(&str, &str); 1] = [(
    "server/store/src/schema.rs",
    "the list of the tables as diesel sees them: one macro a table, nothing to part",
)];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file of Rust in the server and the tests, by its path in the repository.
fn everything() -> Sources {
    let mut all = Sources::new();
    for folder in ["server", "tests"] {
        for (file, text) in read(&top().join(folder), "rs") {
            all.insert(format!("{folder}/{file}"), text);
        }
    }
    all
}

/// Files that nobody reads in one go.
fn too_long(sources: &Sources) -> Vec<String> {
    let may = |file: &str| LONGER.iter().any(|(one, _)| *one == file);
    sources
        .iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(file, lines)| *lines > LINES && !may(file))
        .map(|(file, lines)| format!("{file} has {lines} lines"))
        .collect()
}

#[test]
fn no_file_is_too_long_to_read() {
    let all = everything();
    assert_eq!(too_long(&all), [String::new(); 0]);
    for (file, why) in LONGER {
        let lines = all[file].lines().count();
        assert!(lines > LINES, "{file} is short enough now: {why}");
    }
    let mut planted = all;
    let text = "//! Long.\n".repeat(LINES + 1);
    planted.insert("tests/tests/all/planted.rs".to_owned(), text);
    let faults = ["tests/tests/all/planted.rs has 401 lines"];
    assert_eq!(too_long(&planted), faults);
}

/// The parameters of every function in a text, each with the function's name.
fn parameters(text: &str) -> Vec<(String, String)> {
    let text = code(text);
    let mut found = Vec::new();
    for (at, _) in text.match_indices("fn ") {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| !c.is_whitespace()) {
            continue;
        }
        let rest = &text[at + 3..];
        let name = super::word_at(rest);
        let Some(list) = after_name(&rest[name.len()..]) else {
            continue;
        };
        let mut depth = 0_i32;
        let mut one = String::new();
        let mut last = ' ';
        for c in list.chars() {
            match c {
                '(' | '[' | '{' | '<' => depth += 1,
                '>' if last == '-' => {}
                ')' if depth == 0 => break,
                ')' | ']' | '}' | '>' => depth -= 1,
                _ => {}
            }
            if c == ',' && depth == 0 {
                found.push((name.clone(), std::mem::take(&mut one)));
            } else {
                one.push(c);
            }
            last = c;
        }
        found.push((name, one));
    }
    found
}

/// What stands behind the opening bracket of the parameters, past what the function is generic over.
fn after_name(rest: &str) -> Option<&str> {
    let mut depth = 0_i32;
    let mut last = ' ';
    for (at, c) in rest.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if last != '-' => depth -= 1,
            '(' if depth == 0 => return Some(&rest[at + 1..]),
            _ if depth == 0 => return None,
            _ => {}
        }
        last = c;
    }
    None
}

/// Functions that take a pair in one argument. At the call nobody sees which of the two is which.
fn pairs(sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, text) in sources {
        for (name, parameter) in parameters(text) {
            let parameter = parameter.trim();
            let type_of = parameter.split_once(": ").map_or("", |(_, kind)| kind);
            let bare = type_of.trim_start_matches('&').trim_start_matches("mut ");
            let pair =
                bare.starts_with('(') && !bare.starts_with("()") && !bare.starts_with("(dyn ");
            if parameter.starts_with('(') || pair {
                faults.push(format!("{file}: {name} takes a pair"));
            }
        }
    }
    faults.dedup();
    faults
}

#[test]
fn no_function_takes_a_pair() {
    assert_eq!(pairs(&sources()), [String::new(); 0]);
    let plants = [
        "fn give((from, to): (u32, u32)) {}",
        "fn give(\n    act: &mut Act<'_>,\n    place: (CaseId, RecordId),\n) {}",
        "fn give<T: Fn(u8) -> u8>(work: T, pair: &(u8, u8)) {}",
    ];
    for text in plants {
        let planted = Sources::from([("cases/planted.rs".to_owned(), text.to_owned())]);
        assert_eq!(
            pairs(&planted),
            ["cases/planted.rs: give takes a pair"],
            "{text}"
        );
    }
    let harmless =
        "fn give(look: impl Fn((u8, u8)) -> u8, why: &(dyn Error + Send)) -> (u8, u8) {}";
    let harmless = Sources::from([("cases/planted.rs".to_owned(), harmless.to_owned())]);
    assert_eq!(pairs(&harmless), [String::new(); 0]);
}
