//! What is wrong with a translation: each check, and a planted fault that it must catch.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

type Texts = BTreeMap<String, String>;

/// The values that a message stands on: `count` for `{ $count }`.
fn values(text: &str) -> BTreeSet<String> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    text.split('$')
        .skip(1)
        .map(|rest| rest.split(ends).next().unwrap_or_default().to_owned())
        .collect()
}

/// The attributes of a message, such as `.hint`.
fn attributes(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix('.'))
        .filter_map(|line| line.split_once(" ="))
        .map(|(name, _)| name)
        .collect()
}

/// Messages that are made from other values or have other parts than in English.
fn different(english: &Texts, said: &Texts) -> Vec<String> {
    let both = said
        .iter()
        .filter_map(|(id, text)| Some((id, english.get(id)?, text)));
    both.filter(|(_, source, text)| {
        values(source) != values(text) || attributes(source) != attributes(text)
    })
    .map(|(id, ..)| id.clone())
    .collect()
}

/// Messages that English does not have.
fn strange(english: &Texts, said: &Texts) -> Vec<String> {
    let all = said.keys();
    all.filter(|id| !english.contains_key(*id))
        .cloned()
        .collect()
}

/// Messages that the language should have and has not. What safety hangs on may be left to people.
fn missing(wanted: &BTreeSet<String>, said: &Texts) -> Vec<String> {
    let critical = critical();
    let all = wanted.iter();
    all.filter(|id| !said.contains_key(*id) && !critical.contains(*id))
        .cloned()
        .collect()
}

/// Messages whose English has changed since they were made, or that have no mark at all.
fn stale(english: &Texts, said: &Texts, state: &StateFile) -> Vec<String> {
    let both = said.keys().filter_map(|id| Some((id, english.get(id)?)));
    both.filter(|(id, source)| {
        let mark = state.messages.get(*id);
        mark.is_none_or(|mark| mark.source != digest_of(source))
    })
    .map(|(id, _)| id.clone())
    .collect()
}

/// The plural categories that whole numbers have in a language, by the rules that Fluent follows.
fn categories(tag: &str) -> BTreeSet<String> {
    let probe = "it = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }";
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap()]);
    bundle.add_resource_overriding(FluentResource::try_new(probe.to_owned()).unwrap());
    let pattern = bundle.get_message("it").unwrap().value().unwrap();
    (0..=1000)
        .map(|number: i64| {
            let mut args = FluentArgs::new();
            args.set("n", number);
            let said = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
            said.into_owned()
        })
        .collect()
}

/// The keys of every choice in a message: `[one]`, `*[other]`.
fn choices(text: &str) -> Vec<BTreeSet<String>> {
    let mut all = Vec::new();
    for choice in text.split("->").skip(1) {
        let keys = choice
            .lines()
            .take_while(|line| line.trim() != "}")
            .filter_map(|line| {
                let line = line.trim().trim_start_matches('*');
                Some(line.strip_prefix('[')?.split_once(']')?.0.to_owned())
            });
        all.push(keys.collect());
    }
    all
}

/// Messages that choose by number and forget a category of their language.
fn incomplete(categories: &BTreeSet<String>, said: &Texts) -> Vec<String> {
    let names = ["zero", "one", "two", "few", "many", "other"];
    let forgets = |keys: &BTreeSet<String>| {
        let by_number = |key: &String| names.contains(&key.as_str()) || key.parse::<i64>().is_ok();
        keys.iter().all(by_number) && !keys.is_superset(categories)
    };
    let all = said.iter();
    all.filter(|(_, text)| choices(text).iter().any(forgets))
        .map(|(id, _)| id.clone())
        .collect()
}

fn nothing() -> Vec<String> {
    Vec::new()
}

#[test]
fn no_translation_says_what_english_does_not() {
    let english = texts(FIRST);
    for tag in tags() {
        assert_eq!(strange(&english, &texts(&tag)), nothing(), "{tag}");
    }
    let mut planted = english.clone();
    planted.insert("planted".to_owned(), "planted = X".to_owned());
    assert_eq!(strange(&english, &planted), ["planted"]);
}

#[test]
fn translations_use_the_same_values_and_parts() {
    let english = texts(FIRST);
    for tag in tags() {
        assert_eq!(different(&english, &texts(&tag)), nothing(), "{tag}");
    }
    for planted in [
        "a = { $number }",
        "a = { $count } { $more }",
        "a = none",
        "a = { $count }\n    .hint = x",
    ] {
        let source = Texts::from([("a".to_owned(), "a = { $count }".to_owned())]);
        let planted = Texts::from([("a".to_owned(), planted.to_owned())]);
        assert_eq!(different(&source, &planted), ["a"], "{planted:?}");
    }
}

#[test]
fn no_translation_is_older_than_its_english() {
    let english = texts(FIRST);
    for tag in tags().into_iter().filter(|tag| tag != FIRST) {
        let state = state_of(&tag).unwrap();
        let stale = stale(&english, &texts(&tag), &state);
        assert_eq!(
            stale,
            nothing(),
            "{tag}: make them anew, then run mark.py --made-anew ID…"
        );
    }
    let (state, said) = (state_of("es").unwrap(), texts("es"));
    let mut changed = english.clone();
    changed.insert("save".to_owned(), "save = Keep".to_owned());
    assert_eq!(stale(&changed, &said, &state), ["save"]);
    let mut unmarked = state;
    unmarked.messages.remove("save");
    assert_eq!(stale(&english, &said, &unmarked), ["save"]);
}

#[test]
fn every_language_has_the_pages_of_the_person() {
    let wanted = for_the_person();
    for tag in tags() {
        assert_eq!(missing(&wanted, &texts(&tag)), nothing(), "{tag}");
    }
    let mut planted = texts(FIRST);
    planted.remove("my-status-title");
    assert_eq!(missing(&wanted, &planted), ["my-status-title"]);
}

#[test]
fn languages_that_helpers_work_in_have_everything() {
    let wanted: BTreeSet<String> = texts(FIRST).into_keys().collect();
    let all = languages().iter().filter(|it| it.scope == Scope::All);
    for language in all {
        let missing = missing(&wanted, &texts(&language.tag));
        assert_eq!(missing, nothing(), "{}", language.tag);
    }
}

#[test]
fn plurals_have_every_category_of_their_language() {
    for language in languages() {
        let needed = categories(&language.tag);
        let incomplete = incomplete(&needed, &texts(&language.tag));
        assert_eq!(incomplete, nothing(), "{} needs {needed:?}", language.tag);
    }
    let planted = "n = { $n ->\n    [one] x\n    [few] y\n   *[other] z\n}";
    let planted = Texts::from([("n".to_owned(), planted.to_owned())]);
    assert_eq!(incomplete(&categories("uk"), &planted), ["n"]);
    assert_eq!(incomplete(&categories("en"), &planted), nothing());
    assert_eq!(categories("ar").len(), 6);
    assert_eq!(categories("id").len(), 1);
    assert_eq!(categories("fa-AF"), categories("fa"));
}

#[test]
fn a_file_that_cannot_be_read_is_caught() {
    for planted in [
        "one = { $count",
        "one = x\ntwo = { $n ->\n  [one] x\n}\n",
        "= x",
    ] {
        assert!(
            FluentResource::try_new(planted.to_owned()).is_err(),
            "{planted}"
        );
    }
}
