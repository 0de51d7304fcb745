//! How far every language is checked, counted from the `state.toml` files.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::source::{digest_of, messages_of};
use super::{Language, Mark, Scope, State, for_the_person, languages, state_of, text_of};

/// How far one language is checked.
#[derive(Debug)]
pub struct Survey {
    /// The language.
    pub language: &'static Language,
    /// Sentences that it should have.
    pub wanted: usize,
    /// A machine wrote them and nobody has checked them.
    pub machine: usize,
    /// Somebody who speaks the language has checked them.
    pub reviewed: usize,
    /// Two people have.
    pub double: usize,
    /// The English has changed since.
    pub stale: usize,
    /// Not translated: shown in English.
    pub missing: usize,
}

/// The English messages that a language with this scope should have.
pub fn wanted_in(scope: Scope) -> BTreeMap<String, String> {
    let mut english = messages_of(&text_of("en"));
    if scope == Scope::Person {
        let person = for_the_person();
        english.retain(|id, _| person.contains(id));
    }
    english
}

/// Every language but English. All of it is built in, so it is counted once.
pub fn survey() -> &'static [Survey] {
    static COUNTED: OnceLock<Vec<Survey>> = OnceLock::new();
    COUNTED.get_or_init(|| {
        let others = languages().iter().filter(|language| language.tag != "en");
        others
            .map(|language| {
                let marks = state_of(&language.tag).map(|state| state.messages);
                let said = messages_of(&text_of(&language.tag));
                let wanted = wanted_in(language.scope);
                count(language, &wanted, &said, &marks.unwrap_or_default())
            })
            .collect()
    })
}

fn count(
    language: &'static Language,
    wanted: &BTreeMap<String, String>,
    said: &BTreeMap<String, String>,
    marks: &BTreeMap<String, Mark>,
) -> Survey {
    let mut found = Survey {
        language,
        wanted: wanted.len(),
        machine: 0,
        reviewed: 0,
        double: 0,
        stale: 0,
        missing: 0,
    };
    for (id, text) in wanted {
        match marks.get(id).filter(|_| said.contains_key(id)) {
            None => found.missing += 1,
            Some(mark) if mark.source != digest_of(text) => found.stale += 1,
            Some(mark) => match mark.state {
                State::Machine => found.machine += 1,
                State::Reviewed => found.reviewed += 1,
                State::Double => found.double += 1,
            },
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_is_counted_as_what_it_is() {
        let texts = |ids: &[&str]| -> BTreeMap<String, String> {
            ids.iter()
                .map(|id| ((*id).to_owned(), format!("{id} = A")))
                .collect()
        };
        let mark = |state, source: &str| Mark {
            state,
            source: digest_of(source),
        };
        let marks = BTreeMap::from([
            ("a".to_owned(), mark(State::Machine, "a = A")),
            ("b".to_owned(), mark(State::Reviewed, "b = A")),
            ("c".to_owned(), mark(State::Double, "c = A")),
            ("d".to_owned(), mark(State::Reviewed, "d = what it was")),
            // Marked, and said nowhere.
            ("e".to_owned(), mark(State::Machine, "e = A")),
        ]);
        let (wanted, said) = (
            texts(&["a", "b", "c", "d", "e"]),
            texts(&["a", "b", "c", "d"]),
        );
        let found = count(languages().first().unwrap(), &wanted, &said, &marks);
        let counts = [
            found.machine,
            found.reviewed,
            found.double,
            found.stale,
            found.missing,
        ];
        assert_eq!((counts, found.wanted), ([1; 5], 5));
    }
}
