//! What types may not be: printable with a secret in them, or of one name in the API.

use std::collections::BTreeMap;

use super::{Sources, code, heads_after, sources, word_at};

/// Bodies and answers that carry a secret and could be written into a log by `{:?}`.
fn tell_tales(sources: &Sources) -> Vec<String> {
    let secrets = [
        "pub passphrase: String",
        "pub token: String",
        "pub totp_secret: String",
        "pub otpauth_url: String",
        "pub recovery_code: String",
        "format = \"password\"",
    ];
    let mut found = Vec::new();
    for (file, text) in sources {
        for item in code(text).split("#[derive(").skip(1) {
            let (derives, rest) = item.split_once(")]").unwrap_or_default();
            let body = rest.split("\n}").next().unwrap_or_default();
            if derives.contains("Debug") && secrets.iter().any(|it| body.contains(it)) {
                found.push(file.clone());
            }
        }
    }
    found
}

#[test]
fn what_carries_a_secret_cannot_be_printed() {
    assert_eq!(tell_tales(&sources()), [String::new(); 0]);
    let mut planted = sources();
    planted.insert(
        "cases/open.rs".to_owned(),
        "#[derive(Debug, Deserialize)]\npub struct Lock {\n    pub passphrase: String,\n}\n"
            .to_owned(),
    );
    assert_eq!(tell_tales(&planted), ["cases/open.rs"]);
}

/// Types of the API that have the same name: the document keeps one of them in silence, and bodies
/// are then checked against the wrong one.
fn namesakes(sources: &Sources) -> Vec<String> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for text in sources.values() {
        let text = code(text);
        for (at, _) in text.match_indices("#[derive(") {
            let rest = &text[at..];
            let (derived, rest) = rest.split_once(")]").unwrap_or((rest, ""));
            if !derived.contains("ToSchema") {
                continue;
            }
            let (head, _) = rest.split_once(['{', ';']).unwrap_or((rest, ""));
            let given = head.split_once("schema(as = ").map(|(_, name)| name);
            let own = ["pub struct ", "pub enum "]
                .iter()
                .find_map(|it| head.split_once(it).map(|(_, name)| name));
            if let Some(name) = given.or(own) {
                *names.entry(word_at(name)).or_default() += 1;
            }
        }
        for name in heads_after(&text, "impl ToSchema for ") {
            *names.entry(name).or_default() += 1;
        }
        for (at, _) in text.match_indices("word_schema!(") {
            let list = text[at + 13..].split(')').next().unwrap();
            for name in list.split(',').filter(|name| !name.contains('$')) {
                let name = format!("Directory{}", word_at(name));
                *names.entry(name).or_default() += 1;
            }
        }
        for (at, _) in text.match_indices("word!(\n") {
            let name = text[at..]
                .lines()
                .map(str::trim)
                .find(|line| line.contains(", \""));
            *names.entry(word_at(name.unwrap_or_default())).or_default() += 1;
        }
    }
    let twice = names
        .into_iter()
        .filter(|(name, count)| !name.is_empty() && *count > 1);
    twice.map(|(name, _)| name).collect()
}

#[test]
fn no_two_types_of_the_api_have_one_name() {
    assert_eq!(namesakes(&sources()), [String::new(); 0]);
    let mut planted = sources();
    let text = "#[derive(Debug, ToSchema)]\npub struct Sheet {\n}".to_owned();
    planted.insert("cases/planted.rs".to_owned(), text);
    assert_eq!(namesakes(&planted), ["Sheet"]);
}
