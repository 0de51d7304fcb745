//! The names of countries and languages in the language of the page, and what a field is filled with.
//!
//! What must stay true: what a field is filled with comes back as the same code. A country that is
//! feared must not turn into another because its name has a comma.

use std::fmt::Display;

use super::frame::Frame;
use super::typed::PARTS;
use crate::words::reference;

/// The names of one language.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    tag: &'static str,
}

impl Frame {
    /// The names of countries and languages that this page shows.
    pub fn names(&self) -> Names {
        Names {
            tag: &self.language.tag,
        }
    }

    /// The name of a country by its code.
    pub fn country(&self, code: &str) -> String {
        self.names().country(code).unwrap_or(code).to_owned()
    }

    /// The name of a language by its code.
    pub fn tongue(&self, code: &str) -> String {
        self.names().language(code).unwrap_or(code).to_owned()
    }

    /// Several languages in one line.
    pub fn tongues(&self, codes: &[impl Display]) -> String {
        self.listed(codes.iter().map(|code| self.tongue(&code.to_string())))
    }

    /// Several countries in one line.
    pub fn countries(&self, codes: &[impl Display]) -> String {
        self.listed(codes.iter().map(|code| self.country(&code.to_string())))
    }

    /// Several names in one line, parted as the language parts them: Arabic has a comma of its own.
    pub fn listed(&self, names: impl IntoIterator<Item = String>) -> String {
        let names: Vec<String> = names.into_iter().collect();
        names.join(&self.comma())
    }

    /// What stands between the names of a list.
    pub fn comma(&self) -> String {
        self.msg("list-comma")
    }
}

impl Names {
    /// The English ones.
    pub const ENGLISH: Self = Self { tag: "en" };

    fn country(self, code: &str) -> Option<&'static str> {
        reference::country_name_in(self.tag, code)
    }

    fn language(self, code: &str) -> Option<&'static str> {
        reference::language_name_in(self.tag, code)
    }

    /// A country as a field is filled with it: its name, or its code if the name would not come
    /// back.
    pub fn country_as_typed(self, code: impl Display) -> String {
        as_typed(
            code.to_string(),
            |code| self.country(code),
            reference::country,
        )
    }

    /// A language as a field is filled with it: its name, or its code if the name would not come
    /// back, such as a name that is another language's code.
    pub fn language_as_typed(self, code: impl Display) -> String {
        as_typed(
            code.to_string(),
            |code| self.language(code),
            reference::language,
        )
    }

    /// Several countries as one field is filled with them; none if there are none.
    pub fn countries_as_typed(self, codes: &[impl Display]) -> Option<String> {
        in_a_line(codes.iter().map(|code| self.country_as_typed(code)))
    }

    /// Several languages as one field is filled with them; none if there are none.
    pub fn languages_as_typed(self, codes: &[impl Display]) -> Option<String> {
        in_a_line(codes.iter().map(|code| self.language_as_typed(code)))
    }
}

fn as_typed(
    code: String,
    name: impl Fn(&str) -> Option<&'static str>,
    find: fn(&str) -> Option<&'static str>,
) -> String {
    name(&code)
        .filter(|name| !name.contains(PARTS) && find(name) == Some(&code))
        .map_or(code, ToOwned::to_owned)
}

fn in_a_line(names: impl Iterator<Item = String>) -> Option<String> {
    let line = names.collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::super::typed::TypedReader;
    use super::*;
    use crate::words::{Country, Language};

    #[test]
    fn every_code_comes_back_from_what_a_field_is_filled_with() {
        let mut typed = TypedReader::default();
        for tag in ["en", "es", "fr", "ar", "bn", "fa-AF"] {
            let names = Names { tag };
            for it in reference::countries() {
                let code = Country::parse(&it.alpha_2).unwrap();
                let text = names.country_as_typed(&code);
                assert_eq!(typed.countries(Some(&text), ""), [code], "{text}");
            }
            for it in reference::languages() {
                let code = Language::parse(&it.iso_639_3).unwrap();
                let text = names.language_as_typed(&code);
                assert_eq!(typed.languages(Some(&text), ""), [code], "{text}");
            }
        }
        assert!(typed.done(()).is_ok());
    }

    #[test]
    fn names_are_those_of_the_page_where_they_come_back() {
        assert_eq!(Names::ENGLISH.country_as_typed("CD"), "Congo (DRC)");
        assert_eq!(Names::ENGLISH.country_as_typed("XK"), "Kosovo");
        assert_eq!(Names::ENGLISH.language_as_typed("ell"), "Greek");
        assert_eq!(Names::ENGLISH.country_as_typed("GR"), "Greece");
        assert_eq!(Names { tag: "ar" }.country_as_typed("GR"), "اليونان");
        assert_eq!(Names { tag: "es" }.language_as_typed("tir"), "tigriña");
    }
}
