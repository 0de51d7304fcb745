//! How far every language is checked, counted from the `state.toml` files.

use std::collections::BTreeMap;

use super::language::{Language, Scope, State, for_the_person, languages, state_of, text_of};
use super::source::{digest_of, messages_of};

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

/// Every language but English.
pub fn survey() -> Vec<Survey> {
    languages()
        .iter()
        .filter(|language| language.tag != "en")
        .map(|language| {
            let wanted = wanted_in(language.scope);
            let mut found = Survey {
                language,
                wanted: wanted.len(),
                machine: 0,
                reviewed: 0,
                double: 0,
                stale: 0,
                missing: 0,
            };
            let said = messages_of(&text_of(&language.tag));
            let marks = state_of(&language.tag).map(|state| state.messages);
            let marks = marks.unwrap_or_default();
            for (id, text) in wanted {
                match marks.get(&id).filter(|_| said.contains_key(&id)) {
                    None => found.missing += 1,
                    Some(mark) if mark.source != digest_of(&text) => found.stale += 1,
                    Some(mark) => match mark.state {
                        State::Machine => found.machine += 1,
                        State::Reviewed => found.reviewed += 1,
                        State::Double => found.double += 1,
                    },
                }
            }
            found
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_counted_once() {
        for it in survey() {
            let sum = it.machine + it.reviewed + it.double + it.stale + it.missing;
            assert_eq!(sum, it.wanted, "{}", it.language.tag);
        }
    }
}
