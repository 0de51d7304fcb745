//! Countries (ISO 3166-1, and Kosovo) and languages (ISO 639-3), for every room that reads or shows
//! them, by the names that people say: *Greek*, not *Modern Greek (1453-)*.
//!
//! What must stay true: a lookup answers with a code of the list or not at all. It never guesses
//! from a part of a name. Codes win over names: `En` is English, although a small language of
//! Vietnam bears that name, so languages with a name of two or three letters are safest given by
//! their code.
//!
//! Deliberately absent: subdivisions, and language families. The lists come from `server/data/iso`
//! and `server/data/cldr`, whose README names source and licence.

mod translated;
mod zones;

pub use zones::{earliest_zone, zones};

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One country of ISO 3166-1.
#[derive(Debug, Deserialize)]
pub struct Country {
    /// The code of two letters that Amparo stores, in capitals.
    pub alpha_2: String,
    /// The code of three letters, in capitals.
    pub alpha_3: String,
    /// The short English name in common use.
    pub name: String,
    /// Further English names, parted by `|`; may be empty.
    other_names: String,
}

/// One language of ISO 639-3.
#[derive(Debug, Deserialize)]
pub struct Language {
    /// The code of three letters that Amparo stores.
    pub iso_639_3: String,
    /// The code of two letters, empty for most languages.
    pub iso_639_1: String,
    /// The older bibliographic code of ISO 639-2, empty for most languages.
    iso_639_2b: String,
    /// The English name.
    pub name: String,
}

/// The alpha-2 code for a code of two or three letters, an English name, or a name in one of the
/// languages of the pages.
pub fn country(code_or_name: &str) -> Option<&'static str> {
    let (rows, index) = country_list();
    let key = fold(code_or_name);
    let found = index
        .get(&key)
        .or_else(|| index.get(key.strip_prefix("the ")?))
        .or_else(|| index.get(&fold(translated::countries().code(&key)?)))?;
    rows.get(*found).map(|row| row.alpha_2.as_str())
}

/// The English name for an alpha-2 code.
pub fn country_name(alpha_2: &str) -> Option<&'static str> {
    let (rows, index) = country_list();
    let row = rows.get(*index.get(&fold(alpha_2))?)?;
    let is_code = row.alpha_2.eq_ignore_ascii_case(alpha_2.trim());
    let said = translated::countries().name(ENGLISH, &row.alpha_2);
    is_code.then(|| said.unwrap_or(&row.name))
}

/// The name for an alpha-2 code in the language with this tag; in English if there is none in it.
pub fn country_name_in(tag: &str, alpha_2: &str) -> Option<&'static str> {
    let translated = translated::countries().name(tag, alpha_2);
    translated.or_else(|| country_name(alpha_2))
}

/// Every country, by alpha-2 code.
pub fn countries() -> impl Iterator<Item = &'static Country> {
    country_list().0.iter()
}

/// The ISO 639-3 code for a code of ISO 639-1, -2 or -3, a tag such as `es-MX`, or a name in
/// English or in one of the languages of the pages.
pub fn language(code_or_name: &str) -> Option<&'static str> {
    let (rows, index) = language_list();
    let key = fold(code_or_name);
    let found = index
        .get(&key)
        .or_else(|| index.get(key.strip_suffix(" language")?))
        .or_else(|| index.get(translated::languages().code(&key)?))
        .or_else(|| index.get(primary_subtag(code_or_name)?.as_str()))?;
    rows.get(*found).map(|row| row.iso_639_3.as_str())
}

/// The English name for a language code of ISO 639-1, -2 or -3.
pub fn language_name(code: &str) -> Option<&'static str> {
    let (rows, index) = language_list();
    let code = fold(code);
    let row = rows.get(*index.get(&code)?)?;
    let is_code = [&row.iso_639_3, &row.iso_639_1, &row.iso_639_2b].contains(&&code);
    let said = translated::languages().name(ENGLISH, &row.iso_639_3);
    is_code.then(|| said.unwrap_or(&row.name))
}

/// The name for an ISO 639-3 code in the language with this tag; in English if there is none in it.
pub fn language_name_in(tag: &str, code: &str) -> Option<&'static str> {
    let translated = translated::languages().name(tag, code);
    translated.or_else(|| language_name(code))
}

/// Every language, by ISO 639-3 code.
pub fn languages() -> impl Iterator<Item = &'static Language> {
    language_list().0.iter()
}

/// The form in which names are compared: no accents, no case, words parted by one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match letter {
            // `Q'eqchi'` and `Qeqchi` are one name.
            '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' => {}
            _ if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

type List<T> = (Vec<T>, HashMap<String, usize>);

/// The language in which a name is said if the language of the page has none.
const ENGLISH: &str = "en";

const COUNTRIES: &str = include_str!("../../../data/iso/countries.csv");
const LANGUAGES: &str = include_str!("../../../data/iso/languages.csv");
const ALIASES: &str = include_str!("../../../data/iso/aliases.csv");

fn country_list() -> &'static List<Country> {
    static LIST: OnceLock<List<Country>> = OnceLock::new();
    LIST.get_or_init(|| {
        let rows: Vec<Country> = rows(COUNTRIES);
        let mut index = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            add(&mut index, &row.alpha_2, at);
            add(&mut index, &row.alpha_3, at);
        }
        for (at, row) in rows.iter().enumerate() {
            add(&mut index, &row.name, at);
            row.other_names
                .split('|')
                .for_each(|name| add(&mut index, name, at));
        }
        add_aliases(&mut index, "country");
        (rows, index)
    })
}

fn language_list() -> &'static List<Language> {
    static LIST: OnceLock<List<Language>> = OnceLock::new();
    LIST.get_or_init(|| {
        let rows: Vec<Language> = rows(LANGUAGES);
        let mut index = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            add(&mut index, &row.iso_639_3, at);
        }
        for (at, row) in rows.iter().enumerate() {
            add(&mut index, &row.iso_639_1, at);
            add(&mut index, &row.iso_639_2b, at);
        }
        // Of several languages with one name, the one with a code of two letters is meant: on a
        // page in Spanish, `mongol` is Mongolian and not the Mongol of New Guinea.
        let known = |(_, row): &(usize, &Language)| !row.iso_639_1.is_empty();
        for (at, row) in rows.iter().enumerate().filter(known) {
            add(&mut index, &row.name, at);
        }
        for (at, row) in rows.iter().enumerate().filter(known) {
            let names = translated::languages().names_only_of(&row.iso_639_3);
            names.for_each(|name| add(&mut index, name, at));
        }
        for (at, row) in rows.iter().enumerate() {
            add(&mut index, &row.name, at);
        }
        // `Swahili (macrolanguage)` is what people call Swahili.
        for (at, row) in rows.iter().enumerate().filter(known) {
            if let Some((plain, _)) = row.name.split_once('(') {
                add(&mut index, plain, at);
            }
        }
        add_aliases(&mut index, "language");
        (rows, index)
    })
}

fn rows<T: DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .flatten()
        .collect()
}

/// The first comer keeps a name, so codes must be added before names.
fn add(index: &mut HashMap<String, usize>, name: &str, at: usize) {
    let key = fold(name);
    if !key.is_empty() {
        index.entry(key).or_insert(at);
    }
}

fn add_aliases(index: &mut HashMap<String, usize>, list: &str) {
    for (kind, name, code) in rows::<(String, String, String)>(ALIASES) {
        if kind == list
            && let Some(at) = index.get(&fold(&code)).copied()
        {
            add(index, &name, at);
        }
    }
}

/// `es` of `es-MX`; none for text that is not shaped like a language tag.
fn primary_subtag(text: &str) -> Option<String> {
    let (first, rest) = text.trim().split_once(['-', '_'])?;
    let tag_like = |part: &str| part.len() <= 8 && part.chars().all(|c| c.is_ascii_alphanumeric());
    let is_tag = (2..=3).contains(&first.len()) && rest.split(['-', '_']).all(tag_like);
    is_tag.then(|| fold(first))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_lists_are_whole() {
        // 249 and 7,906: counted in the upstream JSON files; the four special codes are left out.
        // ISO does not list Kosovo.
        assert_eq!(countries().count(), 250);
        assert_eq!(languages().count(), 7_906);
    }

    #[test]
    fn every_code_finds_itself() {
        for row in countries() {
            assert_eq!(country(&row.alpha_2), Some(row.alpha_2.as_str()));
            assert_eq!(country(&row.alpha_3), Some(row.alpha_2.as_str()));
            assert_eq!(
                country(&row.name),
                Some(row.alpha_2.as_str()),
                "{}",
                row.name
            );
            let said = country_name(&row.alpha_2).unwrap();
            assert_eq!(country(said), Some(row.alpha_2.as_str()), "{said}");
        }
        for row in languages() {
            assert_eq!(language(&row.iso_639_3), Some(row.iso_639_3.as_str()));
            assert!(language_name(&row.iso_639_3).is_some());
        }
    }

    #[test]
    fn every_alias_works() {
        for (kind, name, code) in rows::<(String, String, String)>(ALIASES) {
            let found = if kind == "country" {
                country(&name)
            } else {
                language(&name)
            };
            assert_eq!(found, Some(code.as_str()), "{name}");
        }
    }

    #[test]
    fn names_are_found_without_accents_and_case() {
        assert_eq!(country("côte d'ivoire"), Some("CI"));
        assert_eq!(country("COTE D'IVOIRE"), Some("CI"));
        assert_eq!(country("The Gambia"), Some("GM"));
        assert_eq!(country("Lao People's Democratic Republic"), Some("LA"));
        assert_eq!(language("español"), Some("spa"));
        assert_eq!(language("Spanish"), Some("spa"));
        assert_eq!(language("es"), Some("spa"));
        assert_eq!(language("pt_BR"), Some("por"));
        assert_eq!(language("per"), Some("fas"));
        assert_eq!(language("Chinese (Mandarin)"), Some("cmn"));
        assert_eq!(language("Swahili"), Some("swa"));
        assert_eq!(language("Q'eqchi'"), Some("kek"));
        assert_eq!(language("Arabic language"), Some("ara"));
        assert_eq!(country("Grecia"), Some("GR"));
        assert_eq!(country("سوريا"), Some("SY"));
        assert_eq!(language("tigriña"), Some("tir"));
        assert_eq!(language("العربية"), Some("ara"));
        assert_eq!(country("Kosovo"), Some("XK"));
        assert_eq!(country("Bosnia and Herzegovina"), Some("BA"));
    }

    #[test]
    fn names_are_those_that_people_say() {
        let country = |code| country_name(code).unwrap();
        assert_eq!(
            ["CD", "PS", "RU"].map(country),
            ["Congo (DRC)", "Palestine", "Russia"]
        );
        let language = |code| language_name(code).unwrap();
        assert_eq!(
            ["ell", "pus", "pan", "swa", "ckb"].map(language),
            ["Greek", "Pashto", "Punjabi", "Swahili", "Kurdish (Sorani)"]
        );
        // CLDR has no name for it.
        assert_eq!(language("aaa"), "Ghotuo");
    }

    /// A name in one language that is a code, or another name in English, means the latter. No
    /// country has such a name.
    #[test]
    fn a_translated_name_never_means_another_country() {
        for (code, name) in translated::countries().all() {
            let found = country(name);
            assert!(found.is_none_or(|found| found == code), "{name}: {found:?}");
        }
        let taken: BTreeSet<String> = translated::languages()
            .all()
            .filter(|(code, name)| language(name).is_some_and(|found| found != *code))
            .map(|(_, name)| fold(name))
            .collect();
        // Codes of others, and names of two small languages each.
        let known = [
            "asu", "bassa", "fom", "ga", "kom", "laz", "makua", "nko", "rwa", "voro",
        ];
        assert_eq!(taken, known.map(ToOwned::to_owned).into());
        assert_eq!(language("mongol"), Some("mon"));
    }

    #[test]
    fn what_is_not_in_the_list_is_not_guessed() {
        for text in ["", " ", "Narnia", "Northern", "the", "¿?", "XX"] {
            assert_eq!(country(text), None, "{text}");
        }
        for text in [
            "",
            "Klingonish",
            "Chinese or Spanish",
            "-",
            "mixe-zoque-something-long",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
        assert_eq!(country_name("Spain"), None);
        assert_eq!(language_name("Spanish"), None);
    }
}
