//! Two languages that nobody speaks, for looking at pages: English a good deal longer and with marks
//! on its letters (`en-XA`), and English written from right to left (`ar-XB`).
//!
//! What must stay true: they are there only when the server is told so, and in no picker. Whatever
//! stays plain English on such a page is written into a template or a handler.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Language;

/// The language of a tag, if it is one of the two.
pub fn pretended(tag: &str) -> Option<&'static Language> {
    all().iter().find(|language| language.tag == tag)
}

/// Both.
pub fn all() -> &'static [Language] {
    static BOTH: OnceLock<[Language; 2]> = OnceLock::new();
    BOTH.get_or_init(|| {
        let longer = Language::pretended("en-XA", "Ļőñģéŕ", longer);
        let mut turned = Language::pretended("ar-XB", "Turned", turned);
        turned.right_to_left = true;
        [longer, turned]
    })
}

/// About four tenths longer, every letter with a mark.
fn longer(text: &str) -> Cow<'_, str> {
    let marked: String = text.chars().map(marked).collect();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let more: String = "~".repeat(letters * 2 / 5);
    // Long words are what breaks a narrow page: the tail hangs on the last one.
    let (words, space) = match marked.strip_suffix(char::is_whitespace) {
        Some(words) => (words, " "),
        None => (marked.as_str(), ""),
    };
    Cow::Owned(format!("{words}{more}{space}"))
}

fn marked(letter: char) -> char {
    const PLAIN: &str = "AEIOUYCNSZaeiouycnszlrgk";
    const MARKED: &str = "ÅÉÎÖÛÝÇÑŠŽåéîöûýçñšžļŕģķ";
    PLAIN
        .chars()
        .zip(MARKED.chars())
        .find(|(plain, _)| *plain == letter)
        .map_or(letter, |(_, marked)| marked)
}

/// Each word turned around by the marks that do so.
fn turned(text: &str) -> Cow<'_, str> {
    let mut turned = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let space = word.strip_prefix(bare).unwrap_or_default();
        if bare.is_empty() {
            turned.push_str(word);
        } else {
            turned.extend(["\u{200f}\u{202e}", bare, "\u{202c}\u{200f}", space]);
        }
    }
    Cow::Owned(turned)
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentArgs;

    use super::super::languages;
    use super::*;

    #[test]
    fn english_is_made_longer_and_turned() {
        let mut args = FluentArgs::new();
        args.set("count", 3);
        let say = |tag: &str| pretended(tag).unwrap().say("when-in-days", None, &args);
        let english = "in 3 days";
        let longer = say("en-XA");
        assert!(
            longer.chars().count() * 10 >= english.len() * 13,
            "{longer}"
        );
        assert!(longer.contains("öü") || longer.contains("dåý"), "{longer}");
        assert!(say("ar-XB").contains("\u{202e}in\u{202c}"));
        assert!(pretended("ar-XB").unwrap().right_to_left);
    }

    #[test]
    fn nobody_can_choose_them() {
        for language in all() {
            assert!(languages().iter().all(|known| known.tag != language.tag));
        }
        assert!(pretended("en").is_none());
    }
}
