//! What the languages and templates promise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

mod translations;

fn texts(tag: &str) -> BTreeMap<String, String> {
    messages_of(&text_of(tag))
}

/// Every file below a folder of the package, with this ending.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.display().to_string(), text));
            }
        }
    }
    found
}

/// The ids that a template or a handler names outright.
fn named_in(text: &str) -> BTreeSet<String> {
    let calls = [
        "msg(\"",
        "msg1(\"",
        "msg2(\"",
        "part(\"",
        "(t, \"",
        "said(\"",
        "title: \"",
        "lead: \"",
        "button: \"",
    ];
    let mut ids = BTreeSet::new();
    for call in calls {
        for rest in text.split(call).skip(1) {
            let id = rest.split('"').next().unwrap_or_default();
            let looks_like_one = id.contains('-')
                && id
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            if looks_like_one {
                let said = if call.starts_with("said") {
                    "said-"
                } else {
                    ""
                };
                ids.insert(format!("{said}{id}"));
            }
        }
    }
    ids
}

#[test]
fn every_file_can_be_read_and_no_name_stands_twice() {
    for tag in tags() {
        let text = text_of(&tag);
        if let Err((_, faults)) = FluentResource::try_new(text.clone()) {
            panic!("{tag}: {faults:?}");
        }
        let names: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once(" =").map(|(name, _)| name))
            .collect();
        let once: BTreeSet<&str> = names.iter().copied().collect();
        let twice: Vec<&&str> = once
            .iter()
            .filter(|name| names.iter().filter(|other| other == name).count() > 1)
            .collect();
        assert!(twice.is_empty(), "{tag}: twice: {twice:?}");
    }
}

#[test]
fn every_message_that_is_named_is_said_in_english() {
    let english = texts("en");
    let mut missing = BTreeSet::new();
    let pages = files("src", "rs")
        .into_iter()
        .filter(|(path, _)| path.contains("pages"));
    for (path, text) in files("templates", "html").into_iter().chain(pages) {
        if path.ends_with("tests.rs") {
            continue;
        }
        let ids = named_in(&text)
            .into_iter()
            .filter(|id| !english.contains_key(id));
        missing.extend(ids.map(|id| format!("{id} in {path}")));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_state_file_can_be_read() {
    for tag in tags() {
        let state = state_of(&tag).unwrap_or_else(|| panic!("{tag}/state.toml"));
        assert!(["ltr", "rtl"].contains(&state.direction.as_str()), "{tag}");
        assert!(!state.autonym.is_empty());
    }
}

#[test]
fn what_safety_hangs_on_is_english_until_somebody_checked_it() {
    let critical = critical();
    assert!(critical.iter().all(|id| texts("en").contains_key(id)));
    for language in languages() {
        for id in &critical {
            let checked = language.tag == FIRST || !language.unchecked.contains(id);
            assert_eq!(language.shows(id), checked, "{}: {id}", language.tag);
        }
    }
}

#[test]
fn wishes_are_met_or_answered_in_english() {
    assert_eq!(best_for("ar-MA,ar;q=0.9,fr;q=0.8").tag, "ar");
    assert_eq!(best_for("es-419").tag, "es");
    assert_eq!(best_for("xx, *;q=0.1").tag, "en");
    assert_eq!(best_for("").tag, "en");
}

#[test]
fn templates_have_no_way_around_escaping_and_the_policy() {
    let banned = [
        "|safe",
        "| safe",
        "escape=\"none\"",
        "{% autoescape",
        "style=\"",
        "style='",
        "<style",
        "javascript:",
        "<script>",
        "http-equiv",
    ];
    for (path, text) in files("templates", "html") {
        for word in banned {
            assert!(!text.contains(word), "{path}: {word}");
        }
        for on in text.split(" on").skip(1) {
            let name: String = on.chars().take_while(char::is_ascii_lowercase).collect();
            let is_handler = !name.is_empty() && on.get(name.len()..).unwrap().starts_with('=');
            assert!(!is_handler, "{path}: on{name}=");
        }
    }
}

#[test]
fn the_stylesheet_serves_both_directions() {
    for (path, text) in files("assets", "css") {
        for line in text.lines().map(str::trim) {
            let property = line.split(':').next().unwrap_or_default();
            let physical = ["left", "right", "top", "bottom", "width", "height"];
            let is_physical = physical.iter().any(|side| {
                property == *side
                    || property.ends_with(&format!("-{side}"))
                    || property.starts_with(&format!("border-{side}"))
            });
            // These have no direction.
            let neutral = ["line-height", "border-width", "outline-width"];
            let is_physical = is_physical && !neutral.contains(&property);
            let declares = line.ends_with(';') && !line.starts_with('@');
            assert!(!(declares && is_physical), "{path}: {line}");
            assert!(!line.contains("url("), "{path}: {line}");
        }
    }
}
