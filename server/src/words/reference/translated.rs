//! The names of countries and languages in the languages of the pages (Unicode CLDR).
//!
//! What must stay true: a name that means one thing in one language and another in the next means
//! nothing here.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

use super::fold;

const COUNTRIES: &str = include_str!("../../../data/cldr/countries.csv");
const LANGUAGES: &str = include_str!("../../../data/cldr/languages.csv");

/// Codes with their names, a column for each language.
#[derive(Debug, Default)]
pub(super) struct Names {
    tags: Vec<String>,
    rows: HashMap<String, Vec<String>>,
    /// The code of each name as it is compared; none if several bear it.
    codes: HashMap<String, Option<String>>,
}

/// The names of countries, by alpha-2 code.
pub(super) fn countries() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| Names::read(COUNTRIES))
}

/// The names of languages, by ISO 639-3 code.
pub(super) fn languages() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| Names::read(LANGUAGES))
}

impl Names {
    fn read(table: &str) -> Self {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let heads = reader.headers().into_iter().flatten().skip(1);
        let mut read = Self {
            tags: heads.map(ToOwned::to_owned).collect(),
            ..Self::default()
        };
        for row in reader.records().flatten() {
            let mut fields = row.iter().map(ToOwned::to_owned);
            let Some(code) = fields.next() else { continue };
            let names: Vec<String> = fields.collect();
            for name in &names {
                read.learn(fold(name), &code);
            }
            read.rows.insert(code, names);
        }
        read
    }

    fn learn(&mut self, key: String, code: &str) {
        match self.codes.entry(key) {
            Entry::Vacant(free) => {
                free.insert(Some(code.to_owned()));
            }
            Entry::Occupied(mut taken) if taken.get().as_deref() != Some(code) => {
                taken.insert(None);
            }
            Entry::Occupied(_) => {}
        }
    }

    /// The code of a name in the form in which names are compared.
    pub(super) fn code(&self, folded: &str) -> Option<&str> {
        self.codes.get(folded)?.as_deref()
    }

    /// The name in one language.
    pub(super) fn name(&self, tag: &str, code: &str) -> Option<&str> {
        let at = self.tags.iter().position(|known| known == tag)?;
        let name = self.rows.get(code)?.get(at)?;
        (!name.is_empty()).then_some(name)
    }

    /// The names of a code that no other code bears.
    pub(super) fn names_only_of(&self, code: &str) -> impl Iterator<Item = &str> {
        let names = self.rows.get(code).into_iter().flatten();
        let own = move |name: &&str| self.code(&fold(name)) == Some(code);
        names.map(String::as_str).filter(own)
    }

    /// Every code with each of its names.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.rows.iter();
        let named = all.flat_map(|(code, names)| names.iter().map(move |name| (code, name)));
        named
            .map(|(code, name)| (code.as_str(), name.as_str()))
            .filter(|(_, name)| !name.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for it in super::super::countries() {
            for tag in &countries().tags {
                assert!(countries().name(tag, &it.alpha_2).is_some(), "{tag}");
            }
        }
    }

    #[test]
    fn a_name_of_two_means_neither() {
        let names = Names::read("code,es,fr\nAA,uno,un\nBB,dos,uno\n");
        assert_eq!(names.code("uno"), None);
        assert_eq!(names.code("dos"), Some("BB"));
        assert_eq!(names.code("un"), Some("AA"));
        assert_eq!(names.name("fr", "BB"), Some("uno"));
        assert_eq!(names.name("de", "BB"), None);
    }
}
