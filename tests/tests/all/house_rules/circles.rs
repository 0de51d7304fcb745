//! Files do not use each other in circles: whoever reads one must be able to stop reading.
//!
//! The graph is drawn from paths in the text (`use crate::…`, `super::…`, and paths in code). A name
//! that a `mod.rs` hands on counts as the file it comes from. Doors that only hand on (`pub use`)
//! are no use of what is behind them, and tests inside a file do not count.

use std::collections::{BTreeMap, BTreeSet};

use super::{Sources, code, sources};

/// Circles that stay, and why.
const ALLOWED: [(&[&str], &str); 1] = [(
    &["foundation/act.rs", "foundation/app.rs"],
    "an act knows what all acts share, and only the app makes and commits one",
)];

type Path = Vec<String>;

/// What one file names: every path, and whether it only hands it on.
struct Named {
    path: Path,
    handed_on: bool,
}

/// The path of a file as a module.
fn module(file: &str) -> Path {
    let bare = file.trim_end_matches(".rs");
    let bare = bare.strip_suffix("/mod").unwrap_or(bare);
    if ["lib", "main"].contains(&bare) {
        return Vec::new();
    }
    bare.split('/').map(ToOwned::to_owned).collect()
}

/// The text without comments and without the tests at its end.
fn work_of(text: &str) -> String {
    let text = code(text);
    let end = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    text[..end].to_owned()
}

/// The paths of one `use`, with its braces opened.
fn opened(tree: &str, before: &[String], found: &mut Vec<Path>) {
    let mut depth = 0_u32;
    let parts = tree.split(|c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let steps = |text: &str| {
            let steps = text.split("::").map(str::trim);
            let steps = steps.filter(|step| !step.is_empty());
            steps.map(ToOwned::to_owned).collect::<Path>()
        };
        if let Some((head, rest)) = part.split_once('{') {
            let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
            opened(inner, &[before, &steps(head)].concat(), found);
        } else {
            let name = part.split(" as ").next().unwrap();
            found.push([before, &steps(name)].concat());
        }
    }
}

/// Everything that a file names, as paths from the root of the crate.
fn named(file: &str, text: &str) -> Vec<Named> {
    let (text, here) = (work_of(text), module(file));
    let mut found = Vec::new();
    let mut rest = String::new();
    for statement in text.split_inclusive(';') {
        let start = statement.rfind('\n').map_or(0, |_| {
            let lines = statement.char_indices().filter(|(_, c)| *c == '\n');
            let mut begins = lines.map(|(at, _)| at + 1).filter(|at| {
                let line = statement[*at..].trim_start();
                line.starts_with("use ") || line.starts_with("pub use ")
            });
            begins.next_back().unwrap_or(0)
        });
        let (code, line) = statement.split_at(start);
        let bare = line.trim_start().trim_end_matches(';');
        let handed_on = bare.starts_with("pub");
        let tree = bare
            .strip_prefix("pub use ")
            .or_else(|| bare.strip_prefix("use "))
            .or_else(|| Some(bare.strip_prefix("pub")?.split_once(") use ")?.1));
        rest.push_str(code);
        let Some(tree) = tree else {
            rest.push_str(line);
            continue;
        };
        let mut paths = Vec::new();
        opened(tree, &[], &mut paths);
        found.extend(paths.into_iter().map(|path| Named { path, handed_on }));
    }
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for word in rest.split(|c: char| !is_path(c)) {
        let starts = ["crate::", "super::", "self::"];
        if starts.iter().any(|start| word.starts_with(start)) {
            let path = word.split("::").filter(|step| !step.is_empty());
            let path = path.map(ToOwned::to_owned).collect();
            found.push(Named {
                path,
                handed_on: false,
            });
        }
    }
    for one in &mut found {
        one.path = from_root(&here, &one.path);
    }
    found
}

/// A path from the root. One that starts with a bare name is taken as below the file itself; what is
/// no module of ours is found to be none later.
fn from_root(here: &[String], path: &[String]) -> Path {
    let ups = path.iter().take_while(|step| *step == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => path[1..].to_vec(),
        Some("self") => [here, &path[1..]].concat(),
        Some("super") => [&here[..here.len().saturating_sub(ups)], &path[ups..]].concat(),
        _ => [here, path].concat(),
    }
}

/// Which file uses which.
fn graph(sources: &Sources) -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<Path, &String> = sources
        .keys()
        .filter(|file| *file != "main.rs")
        .map(|file| (module(file), file))
        .collect();
    let names: BTreeMap<&String, Vec<Named>> = sources
        .iter()
        .map(|(file, text)| (file, named(file, text)))
        .collect();
    let mut graph = BTreeMap::new();
    for (file, named) in &names {
        let door = file.ends_with("mod.rs") || *file == "lib.rs";
        let mut uses = BTreeSet::new();
        for one in named.iter().filter(|one| !(door && one.handed_on)) {
            if let Some(used) = file_of(&files, &names, &one.path, 0)
                && used != file.as_str()
            {
                uses.insert(used.to_owned());
            }
        }
        graph.insert((*file).clone(), uses);
    }
    graph
}

/// The file a path ends in. A name that a module hands on is followed to where it comes from.
fn file_of<'a>(
    files: &BTreeMap<Path, &'a String>,
    names: &BTreeMap<&String, Vec<Named>>,
    path: &[String],
    steps: u32,
) -> Option<&'a str> {
    let length = (1..=path.len())
        .rev()
        .find(|n| files.contains_key(&path[..*n]))?;
    let file = files[&path[..length]];
    if let Some(name) = path.get(length)
        && steps < 6
    {
        let source = names[file]
            .iter()
            .find(|one| one.path.last() == Some(name) && one.path[..] != path[..=length]);
        if let Some(source) = source {
            let whole = [source.path.as_slice(), &path[length + 1..]].concat();
            return file_of(files, names, &whole, steps + 1).or(Some(file));
        }
    }
    Some(file)
}

/// All files that a file leads to.
fn reach(graph: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from.to_owned()];
    while let Some(next) = waiting.pop() {
        for used in graph.get(&next).into_iter().flatten() {
            if seen.insert(used.clone()) {
                waiting.push(used.clone());
            }
        }
    }
    seen
}

/// Files that lead back to themselves, with those they do it through.
fn circles(sources: &Sources) -> Vec<Vec<String>> {
    let graph = graph(sources);
    let reached: BTreeMap<&String, BTreeSet<String>> = graph
        .keys()
        .map(|file| (file, reach(&graph, file)))
        .collect();
    let mut found = Vec::new();
    for (file, there) in &reached {
        let circle: Vec<String> = there
            .iter()
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(*file)))
            .cloned()
            .collect();
        if circle.len() > 1 && !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

/// Circles that nobody argued for.
fn unargued(sources: &Sources) -> Vec<Vec<String>> {
    let mut found = circles(sources);
    found.retain(|circle| !ALLOWED.iter().any(|(files, _)| circle == files));
    found
}

#[test]
fn files_do_not_use_each_other_in_circles() {
    assert_eq!(unargued(&sources()), [Vec::<String>::new(); 0]);
    for (files, why) in ALLOWED {
        let stands = circles(&sources()).iter().any(|circle| circle == files);
        assert!(stands, "{files:?} is no circle any more: {why}");
    }
}

#[test]
fn a_planted_circle_is_caught() {
    let plants = [
        (
            "use super::planted_b::B;\npub struct A;",
            "fn b(_: super::planted_a::A) {}\npub struct B;",
        ),
        (
            "use crate::mail::{planted_b::{self, B}};",
            "\nuse super::planted_a::A;",
        ),
    ];
    for (a, b) in plants {
        let mut sources = sources();
        sources.insert("mail/planted_a.rs".to_owned(), a.to_owned());
        sources.insert("mail/planted_b.rs".to_owned(), b.to_owned());
        let both = ["mail/planted_a.rs", "mail/planted_b.rs"];
        assert!(
            unargued(&sources).iter().any(|circle| *circle == both),
            "{a}"
        );
    }
    let mut harmless = sources();
    let text = "pub struct A;\n#[cfg(test)]\nmod tests {\n use super::super::planted_b::B;\n}";
    harmless.insert("mail/planted_a.rs".to_owned(), text.to_owned());
    let text = "/// As [`super::planted_a::A`].\nuse super::planted_a::A;".to_owned();
    harmless.insert("mail/planted_b.rs".to_owned(), text);
    assert_eq!(unargued(&harmless).len(), 0);
}
