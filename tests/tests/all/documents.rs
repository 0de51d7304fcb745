//! What the documents beside the code say about the repository, read from both: files that they
//! name are there, the versions agree, every crate and every exception has its reason. Each check is
//! shown a planted fault that it must catch.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Documents by their path below the repository.
type Documents = BTreeMap<String, String>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

fn documents() -> Documents {
    let mut found = Documents::new();
    let mut folders: Vec<String> = ["docs", ".github", "deploy"].map(str::to_owned).into();
    let mut files: Vec<String> = vec!["tests/browser/README.md".to_owned()];
    files.extend(files_of("."));
    while let Some(folder) = folders.pop() {
        files.extend(files_of(&folder));
        for entry in std::fs::read_dir(root().join(&folder)).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(format!("{folder}/{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    for name in files.into_iter().filter(|name| name.ends_with(".md")) {
        let name = name.trim_start_matches("./").to_owned();
        found.insert(name.clone(), text(&name));
    }
    found
}

fn files_of(folder: &str) -> Vec<String> {
    std::fs::read_dir(root().join(folder))
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        .collect()
}

/// What stands between two marks, line by line: nothing that we name runs over a line's end.
fn between<'a>(document: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for line in document.lines() {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((inside, next)) = after.split_once(close) else {
                break;
            };
            found.push(inside);
            rest = next;
        }
    }
    found
}

/// Names of files in a document: what links lead to, seen from its folder, and what stands as code
/// and begins like a path of this repository.
fn named(document: &str, body: &str) -> Vec<PathBuf> {
    let here = root().join(document).parent().unwrap().to_path_buf();
    let mut found = Vec::new();
    for link in between(body, "](", ")") {
        let file = link.split('#').next().unwrap();
        if !file.is_empty() && !link.contains("://") && !link.starts_with("mailto:") {
            found.push(here.join(file));
        }
    }
    let tops = [
        ".ci/",
        ".github/",
        "deploy/",
        "docs/",
        "migrations/",
        "server/",
        "tests/",
    ];
    for code in between(body, "`", "`") {
        let path = code.split([' ', ':']).next().unwrap();
        let pattern = path.contains(['<', '{', '*', '…', '$']);
        let at_top = path.ends_with(".md") && path.chars().next().is_some_and(char::is_uppercase);
        let ours = tops.iter().any(|top| path.starts_with(top)) || (at_top && !path.contains('/'));
        if ours && !pattern && !path.starts_with("tests/…") {
            found.push(root().join(path));
        }
    }
    found
}

fn missing(documents: &Documents) -> Vec<String> {
    let mut faults = Vec::new();
    for (document, body) in documents {
        for path in named(document, body) {
            if !path.exists() {
                let path = path.display().to_string();
                let path = path.rsplit("/../").next().unwrap().to_owned();
                faults.push(format!("{document} names {path}, which is not there"));
            }
        }
    }
    faults
}

#[test]
fn what_documents_name_is_there() {
    let documents = documents();
    for one in ["README.md", "CONTRIBUTING.md", "docs/development.md"] {
        assert!(documents.contains_key(one), "{one} was not read");
    }
    assert_eq!(missing(&documents), [String::new(); 0]);
}

#[test]
fn a_planted_name_is_caught() {
    let plants = [
        "see [this](docs/nowhere.md)",
        "see [this](docs/nowhere.md#part)",
        "see `docs/nowhere.md`",
        "run `tests/nowhere.sh sqlite`",
        "see `NOWHERE.md`",
    ];
    for plant in plants {
        let planted = Documents::from([("README.md".to_owned(), plant.to_owned())]);
        assert_eq!(missing(&planted).len(), 1, "{plant}");
    }
    let harmless =
        "[a](https://example.org/x.md) `server/src/<room>/pages.rs` `tests/run list` [b](#c)";
    let planted = Documents::from([("README.md".to_owned(), harmless.to_owned())]);
    assert_eq!(missing(&planted), [String::new(); 0]);
}

/// What follows a beginning of a line, up to the first character that no version has.
fn after<'a>(body: &'a str, start: &str) -> Option<&'a str> {
    let rest = body
        .lines()
        .find_map(|line| line.trim().strip_prefix(start))?;
    rest.split(|c: char| !c.is_ascii_digit() && c != '.').next()
}

/// The image and the CI take the compiler that the toolchain file names; the manifest asks for no
/// newer one.
fn disagreements(toolchain: &str, others: &[(&str, &str, &str)], manifest: &str) -> Vec<String> {
    let wanted = after(toolchain, "channel = \"").expect("a channel");
    let mut faults = Vec::new();
    for (name, body, start) in others {
        if after(body, start) != Some(wanted) {
            faults.push(format!("{name} does not say {wanted}"));
        }
    }
    let least = after(manifest, "rust-version = \"").expect("a least version");
    if !wanted.starts_with(least) {
        faults.push(format!("Cargo.toml says {least}"));
    }
    faults
}

#[test]
fn one_compiler_is_named_everywhere() {
    let (toolchain, manifest) = (text("rust-toolchain.toml"), text("Cargo.toml"));
    let (image, ci) = (text("deploy/Dockerfile"), text(".github/workflows/ci.yml"));
    let others = [
        ("deploy/Dockerfile", image.as_str(), "FROM rust:"),
        (".github/workflows/ci.yml", ci.as_str(), "image: rust:"),
    ];
    assert_eq!(
        disagreements(&toolchain, &others, &manifest),
        [String::new(); 0]
    );
    let planted = [("image", "FROM rust:1.2.3-bookworm", "FROM rust:")];
    let newer = "rust-version = \"9.9\"";
    assert_eq!(disagreements(&toolchain, &planted, newer).len(), 2);
    assert!(
        text(".dockerignore")
            .lines()
            .any(|it| it == "rust-toolchain.toml"),
        "in the image the toolchain file would have rustup fetch what only a developer needs"
    );
}

/// The crates of the workspace that decision 0007 does not name, and those that it names in vain.
fn unexplained(manifest: &str, decision: &str) -> Vec<String> {
    let list = manifest
        .split_once("[workspace.dependencies]")
        .and_then(|(_, rest)| rest.split_once("\n["))
        .map(|(list, _)| list)
        .expect("the crates of the workspace");
    let chosen: Vec<&str> = list
        .lines()
        .filter(|line| !line.starts_with('#') && !line.contains("path = "))
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .collect();
    let explained: Vec<&str> = decision
        .lines()
        .filter(|line| line.starts_with("**Asked for**") || line.starts_with("| "))
        .flat_map(|line| {
            // Of a row the second column: its reasons may speak of others.
            let column = if line.starts_with('|') {
                line.split('|').nth(2).unwrap_or_default()
            } else {
                line
            };
            between(column, "`", "`")
        })
        .collect();
    let unsaid = chosen.iter().filter(|it| !explained.contains(it));
    let in_vain = explained.iter().filter(|it| !chosen.contains(it));
    unsaid.chain(in_vain).map(|it| (*it).to_owned()).collect()
}

#[test]
fn every_crate_has_its_reason() {
    let (manifest, decision) = (text("Cargo.toml"), text("docs/decisions/0007-crates.md"));
    assert_eq!(unexplained(&manifest, &decision), [String::new(); 0]);
    let more = manifest.replace(
        "[workspace.dependencies]",
        "[workspace.dependencies]\nleft-pad = \"1.0\"",
    );
    assert_eq!(unexplained(&more, &decision), ["left-pad"]);
    let gone = manifest.replace("\nhpke = ", "\n# hpke = ");
    assert_eq!(unexplained(&gone, &decision), ["hpke"]);
}

/// Exceptions and bans of `deny.toml` that do not say why, on their line or on the line above.
fn silent_exceptions(deny: &str) -> Vec<String> {
    let mut before = "";
    let mut faults = Vec::new();
    for line in deny.lines() {
        let line = line.trim();
        let exception = line.starts_with("{ crate") || line.starts_with("{ id");
        let bare = line.starts_with('"') && line.contains("RUSTSEC");
        if (exception || bare) && !line.contains("reason =") && !before.starts_with('#') {
            faults.push(line.to_owned());
        }
        before = line;
    }
    faults
}

#[test]
fn every_exception_says_why() {
    let deny = text("deny.toml");
    assert_eq!(silent_exceptions(&deny), [String::new(); 0]);
    for plant in [
        "\"RUSTSEC-2026-0001\",",
        "{ crate = \"a\", allow = [\"GPL-2.0\"] },",
    ] {
        assert_eq!(silent_exceptions(&format!("{deny}\n\n{plant}")), [plant]);
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let changes = text("CHANGELOG.md");
    let manifest = text("Cargo.toml");
    let version = after(&manifest, "version = \"").expect("a version");
    assert!(changes.contains("\n## [Unreleased]\n"));
    assert!(
        changes.contains(&format!("\n## [{version}] - ")),
        "{version}"
    );
}

#[test]
fn a_forge_runs_what_the_machine_runs() {
    let ci = text(".github/workflows/ci.yml");
    let runs: Vec<&str> = ci.lines().filter(|line| line.contains("run: ")).collect();
    assert_eq!(runs, ["      - run: .ci/run"]);
}

/// Names in backticks of a table's last column that look like tests and are none.
fn no_tests(table: &str, sources: &str) -> Vec<String> {
    let rows = table.lines().filter(|line| line.starts_with('|'));
    let now = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    let named = now.flat_map(|text| text.split('`').skip(1).step_by(2));
    let tests = named.filter(|name| name.matches('_').count() > 2);
    tests
        .filter(|name| !sources.contains(&format!("fn {name}(")))
        .map(ToOwned::to_owned)
        .collect()
}

fn all_sources() -> String {
    let mut text = String::new();
    let mut folders = vec![root().join("server"), root().join("tests/tests")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn what_was_mended_names_tests_that_are_there() {
    let sources = all_sources();
    let table = text("docs/kept.md");
    assert!(table.matches('`').count() > 60);
    assert_eq!(no_tests(&table, &sources), [String::new(); 0]);
    let planted = "| 1 | found | `nobody_wrote_this_test` and `there_is_one_present_stay` |";
    assert_eq!(no_tests(planted, &sources), ["nobody_wrote_this_test"]);
}
