//! One picture of the house, and one shape of its rooms. The picture stands in `docs/house.txt`;
//! `lib.rs` and `docs/architecture.md` show it, and the order of the modules is its order.
//!
//! `AMPARO_ACCEPT=1` prints it into both places.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text_of(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// The picture as a block of `//!` lines.
fn as_comment(picture: &str) -> String {
    let line = |line: &str| format!("//! {line}").trim_end().to_owned();
    let lines: Vec<String> = picture.lines().map(line).collect();
    format!("//! ```text\n{}\n//! ```\n", lines.join("\n"))
}

/// The picture as a block of a page.
fn as_block(picture: &str) -> String {
    format!("```text\n{picture}```\n")
}

/// What stands from the first fence with `start` to its end, as it is there now.
fn shown<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let from = text.find(start)?;
    let length = text[from + start.len()..].find(end)? + start.len() + end.len();
    Some(&text[from..from + length])
}

/// The names that the picture prints, from the top down.
fn printed(picture: &str) -> Vec<String> {
    let lines = picture
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix('│'));
    let names = lines.filter_map(|line| line.split_whitespace().next().zip(Some(line)));
    names
        .filter(|(name, line)| {
            name.ends_with('/') || line.starts_with("  ") && !line.starts_with("   ")
        })
        .map(|(name, _)| name.trim_end_matches('/').to_owned())
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase()))
        .collect()
}

/// The modules of `lib.rs` from the top down.
fn modules(lib: &str) -> Vec<String> {
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    lib.lines().filter_map(name).collect()
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the test says whether a change is meant"
)]
fn one_picture_is_shown_everywhere() {
    let picture = text_of("docs/house.txt");
    let places = [
        (
            "server/src/lib.rs",
            "//! ```text\n",
            "//! ```\n",
            as_comment(&picture),
        ),
        (
            "docs/architecture.md",
            "```text\n",
            "```\n",
            as_block(&picture),
        ),
    ];
    for (path, start, end, wanted) in places {
        let text = text_of(path);
        let there = shown(&text, start, end).unwrap_or_else(|| panic!("{path} shows no picture"));
        if there != wanted && std::env::var("AMPARO_ACCEPT").is_ok() {
            std::fs::write(root().join(path), text.replace(there, &wanted)).unwrap();
            continue;
        }
        assert_eq!(there, wanted, "{path} shows another picture");
    }
}

#[test]
fn the_picture_prints_every_module_in_its_order() {
    let (picture, lib) = (text_of("docs/house.txt"), text_of("server/src/lib.rs"));
    assert_eq!(printed(&picture), modules(&lib));
    // Two rooms that changed places, and one that is missing, are seen.
    let turned = lib
        .replace("pub mod mail;", "pub mod x;")
        .replace("pub mod ledger;", "pub mod mail;")
        .replace("pub mod x;", "pub mod ledger;");
    assert_ne!(printed(&picture), modules(&turned));
    assert_ne!(
        printed(&picture),
        modules(&lib.replace("pub mod tasks;\n", ""))
    );
}

#[test]
fn the_picture_fits_a_page_and_has_straight_walls() {
    let crooked = |picture: &str| {
        let wall = |line: &&str| line.contains('│') && line.ends_with('│') && line.len() > 40;
        let widths: Vec<usize> = picture
            .lines()
            .filter(wall)
            .map(|it| it.chars().count())
            .collect();
        widths.iter().any(|it| *it > 90)
            || widths
                .windows(2)
                .any(|two| two[0] != two[1] && two.iter().all(|it| *it > 70))
    };
    let picture = text_of("docs/house.txt");
    assert!(!crooked(&picture));
    assert!(crooked(&picture.replace("ledger  ", "ledger ")));
}

/// Files and folders of one shape: `x/mod.rs` and never `x.rs` beside `x/`; one `api`, one `pages`
/// and one `rows` of a room, as a file or as a folder; nothing that only looks like a part of them.
fn misshapen(files: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        let name = file.rsplit('/').next().unwrap();
        if let Some(folder) = file.strip_suffix(".rs") {
            let beside = format!("{folder}/");
            if files.iter().any(|other| other.starts_with(&beside)) {
                faults.push(format!("{file} stands beside a folder of its name"));
            }
        }
        for part in ["api_", "pages_", "rows_"] {
            if name.starts_with(part) {
                faults.push(format!("{file} belongs into {}/", &part[..part.len() - 1]));
            }
        }
    }
    faults
}

fn rust_files() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = [
        "server/src",
        "server/vault/src",
        "server/store/src",
        "tests",
    ]
    .map(|it| root().join(it))
    .into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found
}

#[test]
fn every_room_has_one_shape() {
    let files = rust_files();
    assert!(files.len() > 300, "the sources were not found");
    assert_eq!(misshapen(&files), [String::new(); 0]);
    for planted in [
        ["cases/mod.rs", "cases/pages_old.rs"],
        ["cases/rows.rs", "cases/rows/cards.rs"],
        ["team/api_members.rs", "team/mod.rs"],
    ] {
        let planted: Vec<String> = planted.iter().map(ToString::to_string).collect();
        assert_eq!(misshapen(&planted).len(), 1, "{planted:?}");
    }
}
