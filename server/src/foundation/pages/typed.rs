//! What people type that no schema can check: countries and languages by name or by code, several
//! parted by commas.
//!
//! What must stay true: what is not understood is a fault of its field, never a guess; what a field
//! is filled with comes back as the same code. A country that is feared must not turn into another
//! because its name has a comma.

use std::fmt::Display;

use serde::Serialize;

use super::frame::Frame;
use crate::foundation::refusal::{Fault, Refusal};
use crate::foundation::words::{Country, Language};
use crate::reference;

impl Frame {
    /// The name of a country by its code; English, because the list of names is.
    pub fn country(&self, code: &str) -> String {
        reference::country_name(code).unwrap_or(code).to_owned()
    }

    /// The name of a language by its code; English, because the list of names is.
    pub fn tongue(&self, code: &str) -> String {
        reference::language_name(code).unwrap_or(code).to_owned()
    }

    /// Several languages in one line.
    pub fn tongues(&self, codes: &[impl Display]) -> String {
        let names = codes.iter().map(|code| self.tongue(&code.to_string()));
        names.collect::<Vec<_>>().join(", ")
    }

    /// Several countries in one line.
    pub fn countries(&self, codes: &[impl Display]) -> String {
        let names = codes.iter().map(|code| self.country(&code.to_string()));
        names.collect::<Vec<_>>().join(", ")
    }

    /// The address of one thing of a list: `t.to_one("/cases", id, "/letters")`.
    pub fn to_one(&self, list: &str, id: impl Display, rest: &str) -> String {
        self.to(format!("{list}/{id}{rest}"))
    }

    /// The message of a code of the API: `t.coded("entry-kind", kind)` is `entry-kind-note`.
    pub fn coded(&self, list: &str, code: impl Serialize) -> String {
        self.word(list, word_of(&code))
    }
}

/// A country as a field is filled with it: its name, or its code if the name would not come back.
pub fn country_as_typed(code: &str) -> &str {
    as_typed(code, reference::country_name, reference::country)
}

/// A language as a field is filled with it: its name, or its code if the name would not come back,
/// such as a name that is another language's code.
pub fn language_as_typed(code: &str) -> &str {
    as_typed(code, reference::language_name, reference::language)
}

/// Several codes as one field is filled with them.
pub fn all_as_typed(codes: &[impl AsRef<str>], one: fn(&str) -> &str) -> String {
    let texts: Vec<&str> = codes.iter().map(|code| one(code.as_ref())).collect();
    texts.join(", ")
}

type Find = fn(&str) -> Option<&'static str>;

fn as_typed(code: &str, name: Find, find: Find) -> &str {
    name(code)
        .filter(|name| !name.contains(PARTS) && find(name) == Some(code))
        .unwrap_or(code)
}

/// The word of a code, as it stands in bodies.
pub fn word_of(code: &impl Serialize) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// What several people typed, with every fault at once.
#[derive(Debug, Default)]
pub struct Typed {
    faults: Vec<Fault>,
}

impl Typed {
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
const PARTS: [char; 5] = [',', ';', '\n', '،', '、'];

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
        let mut typed = Typed::default();
        let languages = typed.languages(Some("Tigrinya, ar; fra\nArabic"), "/languages");
        let codes: Vec<&str> = languages.iter().map(Language::as_str).collect();
        assert_eq!(codes, ["tir", "ara", "fra"]);
        assert_eq!(
            typed.country(Some("Greece"), "/country").unwrap().as_str(),
            "GR"
        );
        assert_eq!(typed.country(Some("  "), "/country"), None);
        assert!(typed.done(()).is_ok());
        let mut typed = Typed::default();
        typed.country(Some("Atlantis"), "/country");
        typed.language(Some("Elvish?"), "/language");
        let Err(Refusal::Invalid(faults)) = typed.done(()) else {
            panic!("it was taken");
        };
        assert_eq!(faults.len(), 2);
    }

    #[test]
    fn every_code_comes_back_from_what_a_field_is_filled_with() {
        let mut typed = Typed::default();
        for it in reference::countries() {
            let back = typed.countries(Some(country_as_typed(&it.alpha_2)), "");
            assert_eq!(back, [Country::parse(&it.alpha_2).unwrap()]);
        }
        for it in reference::languages() {
            let back = typed.languages(Some(language_as_typed(&it.iso_639_3)), "");
            assert_eq!(back, [Language::parse(&it.iso_639_3).unwrap()]);
        }
        // The name alone would have named Congo-Brazzaville and something unknown.
        assert_eq!(country_as_typed("CD"), "CD");
        assert_eq!(country_as_typed("ER"), "Eritrea");
        assert!(typed.done(()).is_ok());
    }
}
