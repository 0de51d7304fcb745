//! What the page offers to choose from. Everything else can be typed by its name or code.

use crate::intake::priority::PriorityReason;
use crate::pages::Frame;
use crate::words::reference;
use crate::words::{NeedCategory, Priority};

/// Languages that are often spoken on such lines, by the names that people use.
pub(super) const LANGUAGES: [&str; 67] = [
    "Akan",
    "Albanian",
    "Algerian Arabic",
    "Amharic",
    "Arabic",
    "Bambara",
    "Bengali",
    "Bulgarian",
    "Burmese",
    "Cantonese",
    "Dari",
    "Dutch",
    "Dyula",
    "Egyptian Arabic",
    "English",
    "Farsi",
    "Filipino",
    "French",
    "Fula",
    "Georgian",
    "German",
    "Greek",
    "Gujarati",
    "Haitian Creole",
    "Hausa",
    "Hindi",
    "Igbo",
    "Indonesian",
    "Italian",
    "Khmer",
    "Kinyarwanda",
    "Kirundi",
    "Kurdish Kurmanji",
    "Kurdish Sorani",
    "Lao",
    "Lingala",
    "Malay",
    "Mandarin",
    "Mongolian",
    "Moroccan Arabic",
    "Nepali",
    "North Levantine Arabic",
    "Oromo",
    "Pashto",
    "Polish",
    "Portuguese",
    "Punjabi",
    "Quechua",
    "Romanian",
    "Russian",
    "Sinhala",
    "Somali",
    "Spanish",
    "Swahili",
    "Tagalog",
    "Tamil",
    "Thai",
    "Tigrinya",
    "Turkish",
    "Ukrainian",
    "Urdu",
    "Uzbek",
    "Vietnamese",
    "Wolof",
    "Xhosa",
    "Yoruba",
    "Zulu",
];

/// The languages in the language of the page. English ones stand as they are: some have a name in
/// use beside the one of the standard.
pub(super) fn languages(t: &Frame) -> Vec<String> {
    if t.lang() == "en" {
        return LANGUAGES.map(ToOwned::to_owned).into();
    }
    let codes = LANGUAGES
        .iter()
        .filter_map(|name| reference::language(name));
    let mut names: Vec<String> = codes
        .map(|code| t.names().language_as_typed(code))
        .collect();
    names.sort_by_cached_key(|name| reference::fold(name));
    names.dedup();
    names
}

/// The names of all countries in the language of the page.
pub(super) fn countries(t: &Frame) -> Vec<String> {
    let all = t.country_options().into_iter();
    all.map(|(_, name)| name).collect()
}

/// The words of a closed list with their texts.
pub(super) fn options(t: &Frame, list: &str, words: &[&str]) -> Vec<(String, String)> {
    t.options(list, words)
}

/// Why something is as urgent as it is, with how much that makes of it.
pub(super) fn reason(t: &Frame, reason: &PriorityReason) -> String {
    match reason.code.as_str() {
        "raised" => t.msg1("reason-raised", "why", reason.says.as_str()),
        code => t.word("reason", code),
    }
}

/// The word of a priority.
pub(super) fn priority_word(priority: Priority) -> &'static str {
    match priority {
        Priority::P1 => "P1",
        Priority::P2 => "P2",
        Priority::P3 => "P3",
        Priority::P4 => "P4",
    }
}

/// The needs, the most frequent first.
pub(super) fn needs(t: &Frame) -> Vec<(String, String)> {
    let words: Vec<&str> = NeedCategory::ALL.iter().map(|need| need.as_str()).collect();
    options(t, "need", &words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_understood() {
        for name in LANGUAGES {
            assert!(reference::language(name).is_some(), "{name}");
        }
        for it in reference::countries() {
            assert!(reference::country(&it.name).is_some(), "{}", it.name);
        }
        assert!(LANGUAGES.is_sorted());
    }
}
