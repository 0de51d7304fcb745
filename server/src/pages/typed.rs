//! What people type that no schema can check: countries and languages by name or by code, several
//! parted by commas.
//!
//! What must stay true: what is not understood is a fault of its field, never a guess.

use std::fmt::Display;

use serde::Serialize;
use serde_json::Value;

use super::frame::Frame;
use crate::foundation::refusal::{Fault, Refusal};
use crate::words::reference;
use crate::words::{Country, Language};

impl Frame {
    /// The address of one thing of a list: `t.to_one("/cases", id, "/letters")`.
    pub fn to_one(&self, list: &str, id: impl Display, rest: &str) -> String {
        self.to(format!("{list}/{id}{rest}"))
    }

    /// The words of a closed list to choose from: each with its text, `place-kind-court`.
    pub fn options<W: Display>(
        &self,
        list: &str,
        words: impl IntoIterator<Item = W>,
    ) -> Vec<(String, String)> {
        let option = |word: W| (word.to_string(), self.word(list, &word));
        words.into_iter().map(option).collect()
    }

    /// The message of a code of the API: `t.coded("entry-kind", kind)` is `entry-kind-note`.
    pub fn coded(&self, list: &str, code: impl Serialize) -> String {
        self.word(list, word_of(&code))
    }
}

/// The word of a code, as it stands in bodies.
pub fn word_of(code: &impl Serialize) -> String {
    match serde_json::to_value(code) {
        Ok(Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// What somebody else saved meanwhile, in the words of the form, so that both stand side by side.
pub fn saved_as(refusal: Refusal, show: impl FnOnce(&Value) -> Option<Value>) -> Refusal {
    match refusal {
        Refusal::StaleRevision {
            current_tag,
            current,
            sent,
        } => Refusal::StaleRevision {
            current_tag,
            current: show(&current).unwrap_or(current),
            sent,
        },
        other => other,
    }
}

/// What several people typed, with every fault at once.
#[derive(Debug, Default)]
pub struct TypedReader {
    faults: Vec<Fault>,
}

impl TypedReader {
    /// A country, if one was typed.
    pub fn country(&mut self, text: Option<&str>, place: &str) -> Option<Country> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        let found = reference::country(text).and_then(Country::parse);
        if found.is_none() {
            self.fault(place, "unknown_country");
        }
        found
    }

    /// Countries, parted by commas or lines.
    pub fn countries(&mut self, text: Option<&str>, place: &str) -> Vec<Country> {
        let parts = parts_of(text.unwrap_or_default());
        once(parts.filter_map(|part| self.country(Some(part), place)))
    }

    /// A language, if one was typed.
    pub fn language(&mut self, text: Option<&str>, place: &str) -> Option<Language> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        let found = reference::language(text).and_then(Language::parse);
        if found.is_none() {
            self.fault(place, "unknown_language");
        }
        found
    }

    /// Languages, parted by commas or lines.
    pub fn languages(&mut self, text: Option<&str>, place: &str) -> Vec<Language> {
        let parts = parts_of(text.unwrap_or_default());
        once(parts.filter_map(|part| self.language(Some(part), place)))
    }

    /// One more fault; `place` is the field's JSON pointer.
    pub fn fault(&mut self, place: &str, code: &str) {
        self.faults.push(Fault::at(place, code, ""));
    }

    /// What was read, unless something is wrong.
    pub fn done<T>(self, read: T) -> Result<T, Refusal> {
        if self.faults.is_empty() {
            Ok(read)
        } else {
            Err(Refusal::Invalid(self.faults))
        }
    }
}

/// The lines of a text that say something.
pub fn lines_of(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// What parts several names in one field.
pub(super) const PARTS: [char; 5] = [',', ';', '\n', '،', '、'];

/// What was typed twice counts once.
fn once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

fn parts_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(PARTS)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_are_understood_and_nothing_is_guessed() {
        let mut typed = TypedReader::default();
        let languages = typed.languages(Some("Tigrinya, ar; fra\nArabic"), "/languages");
        let codes: Vec<&str> = languages.iter().map(Language::as_str).collect();
        assert_eq!(codes, ["tir", "ara", "fra"]);
        assert_eq!(
            typed.country(Some("Greece"), "/country").unwrap().as_str(),
            "GR"
        );
        assert_eq!(typed.country(Some("  "), "/country"), None);
        assert!(typed.done(()).is_ok());
        let mut typed = TypedReader::default();
        typed.country(Some("Atlantis"), "/country");
        typed.language(Some("Elvish?"), "/language");
        let Err(Refusal::Invalid(faults)) = typed.done(()) else {
            panic!("it was taken");
        };
        assert_eq!(faults.len(), 2);
    }
}
