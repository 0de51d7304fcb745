//! Languages: what a page says, in which direction, and whether anybody checked the words.
//!
//! What must stay true: every sentence exists in English; a sentence that somebody's safety hangs
//! on (`locales/critical.txt`) is never shown from a translation that nobody checked or whose
//! source has changed. Deliberately absent: sending text to any translation service.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use icu_locale_core::Locale;
use rust_embed::RustEmbed;
use serde::Deserialize;
use unic_langid::LanguageIdentifier;

mod pretended;
mod source;
mod survey;

pub use pretended::{all as pretended_languages, pretended};
pub use source::{digest_of, messages_of};
pub use survey::{Survey, survey, wanted_in};

#[derive(RustEmbed)]
#[folder = "locales"]
struct Files;

/// The language that everything is written in first.
const FIRST: &str = "en";

/// A language of the pages.
pub struct Language {
    /// The BCP 47 tag, as it stands in the path.
    pub tag: String,
    /// What its readers call it.
    pub autonym: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// Which pages speak it.
    pub scope: Scope,
    pub(crate) locale: Locale,
    bundle: FluentBundle<FluentResource>,
    unchecked: BTreeSet<String>,
    withheld: BTreeSet<String>,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Language({})", self.tag)
    }
}

/// What `state.toml` says about a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateFile {
    /// What its readers call it.
    pub autonym: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Which pages speak it; all of them if not said.
    #[serde(default)]
    pub scope: Scope,
    /// How far each message is checked.
    #[serde(default)]
    pub messages: BTreeMap<String, Mark>,
}

/// Which pages speak a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// All of them.
    #[default]
    All,
    /// The person's own pages, and what is read to her. The rest is English, and says so.
    Person,
}

/// How far one message is checked, and from which English text it was made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// `machine`, `reviewed` or `double`.
    pub state: State,
    /// The digest of the English text.
    pub source: String,
}

/// Who has seen a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody: a machine wrote it.
    Machine,
    /// Somebody who speaks the language.
    Reviewed,
    /// Two of them.
    Double,
}

/// Every language there is a folder for, English first.
pub fn languages() -> &'static [Language] {
    static ALL: OnceLock<Vec<Language>> = OnceLock::new();
    ALL.get_or_init(|| {
        let critical = critical();
        let source = text_of(FIRST);
        let source = messages_of(&source);
        let mut all: Vec<Language> = tags()
            .into_iter()
            .filter_map(|tag| Language::load(&tag, &source, &critical))
            .collect();
        all.sort_by_key(|language| (language.tag != FIRST, language.tag.clone()));
        all
    })
}

/// The language of a tag.
pub fn language(tag: &str) -> Option<&'static Language> {
    languages().iter().find(|language| language.tag == tag)
}

/// English; the pages cannot be without it.
pub fn english() -> &'static Language {
    static NONE: OnceLock<Language> = OnceLock::new();
    language(FIRST).unwrap_or_else(|| NONE.get_or_init(Language::empty))
}

/// A message in English, for what our own people read.
pub fn english_text(id: &str) -> String {
    english().say(id, None, &FluentArgs::new())
}

/// The language that fits the browser's wishes best.
pub fn best_for(accept_language: &str) -> &'static Language {
    let wanted = fluent_langneg::accepted_languages::parse(accept_language);
    let known: Vec<LanguageIdentifier> = languages()
        .iter()
        .filter_map(|language| language.tag.parse().ok())
        .collect();
    negotiate_languages(&wanted, &known, None, NegotiationStrategy::Filtering)
        .first()
        .and_then(|found| language(&found.to_string()))
        .unwrap_or_else(english)
}

impl Language {
    /// A message, or one of its attributes; English where this language has none to show.
    pub fn say(&'static self, id: &str, part: Option<&str>, args: &FluentArgs<'_>) -> String {
        self.find(id, part, args)
            .or_else(|| english().find(id, part, args))
            // Seen by nobody: the tests fail on any page with this sign.
            .unwrap_or_else(|| format!("⟦{id}⟧"))
    }

    /// A message or attribute that may be missing, such as a hint.
    pub fn say_if_any(&'static self, id: &str, part: Option<&str>) -> Option<String> {
        let none = FluentArgs::new();
        self.find(id, part, &none)
            .or_else(|| english().find(id, part, &none))
    }

    /// Whether [`Language::say`] would answer `id` in this language.
    pub fn shows(&self, id: &str) -> bool {
        self.bundle.has_message(id) && !self.withheld.contains(id)
    }

    /// Its direction, for `dir`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// Whether some sentence was seen by nobody but a machine.
    pub fn is_unchecked(&self) -> bool {
        !self.unchecked.is_empty()
    }

    fn find(&self, id: &str, part: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        if self.withheld.contains(id) {
            return None;
        }
        let message = self.bundle.get_message(id)?;
        let pattern = match part {
            None => message.value()?,
            Some(part) => message.get_attribute(part)?.value(),
        };
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(args), &mut faults)
            .into_owned();
        Some(text)
    }

    fn load(
        tag: &str,
        source: &BTreeMap<String, String>,
        critical: &BTreeSet<String>,
    ) -> Option<Self> {
        let state = state_of(tag)?;
        let id: LanguageIdentifier = tag.parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Whatever cannot be read is left out: the page says it in English. A test finds it.
        let resource = FluentResource::try_new(text_of(tag)).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        let unchecked: BTreeSet<String> = source
            .iter()
            .filter(|_| tag != FIRST)
            .filter(|(id, text)| !is_checked(&state, id, text))
            .map(|(id, _)| id.clone())
            .collect();
        let withheld = unchecked.intersection(critical).cloned().collect();
        Some(Self {
            tag: tag.to_owned(),
            autonym: state.autonym,
            right_to_left: state.direction == "rtl",
            scope: state.scope,
            locale: locale_of(tag)?,
            bundle,
            unchecked,
            withheld,
        })
    }

    /// English as it would be in another language: each text is put through `change`. For looking at
    /// pages; nobody speaks it.
    pub(super) fn pretended(tag: &str, autonym: &str, change: fn(&str) -> Cow<'_, str>) -> Self {
        let id: LanguageIdentifier = FIRST.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        let resource = FluentResource::try_new(text_of(FIRST)).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        bundle.set_transform(Some(change));
        Self {
            tag: tag.to_owned(),
            autonym: autonym.to_owned(),
            locale: locale_of(FIRST).unwrap_or(Locale::UNKNOWN),
            bundle,
            ..Self::empty()
        }
    }

    fn empty() -> Self {
        Self {
            tag: FIRST.to_owned(),
            autonym: String::new(),
            right_to_left: false,
            scope: Scope::All,
            locale: Locale::UNKNOWN,
            bundle: FluentBundle::new_concurrent(Vec::new()),
            unchecked: BTreeSet::new(),
            withheld: BTreeSet::new(),
        }
    }
}

/// Somebody checked it, and the English has not changed since.
fn is_checked(state: &StateFile, id: &str, source: &str) -> bool {
    state
        .messages
        .get(id)
        .is_some_and(|mark| mark.state != State::Machine && mark.source == digest_of(source))
}

/// How dates and numbers are written. English ones as in *27 November 2026*, for helpers all over
/// the world: the bare tag would mean the United States.
fn locale_of(tag: &str) -> Option<Locale> {
    let tag = if tag == FIRST { "en-GB" } else { tag };
    Locale::try_from_str(tag).ok()
}

/// The folders.
pub fn tags() -> BTreeSet<String> {
    Files::iter()
        .filter_map(|path| path.split_once('/').map(|(tag, _)| tag.to_owned()))
        .collect()
}

/// What `state.toml` of a language says; `None` if it is missing or cannot be read.
pub fn state_of(tag: &str) -> Option<StateFile> {
    toml::from_str(&file(&format!("{tag}/state.toml"))?).ok()
}

/// All message files of a language, one after the other.
pub fn text_of(tag: &str) -> String {
    let mut paths: Vec<_> = Files::iter()
        .filter(|path| path.starts_with(&format!("{tag}/")) && path.ends_with(".ftl"))
        .collect();
    paths.sort();
    let files: Vec<String> = paths.iter().filter_map(|path| file(path)).collect();
    files.join("\n\n")
}

/// The messages that are never shown from a translation nobody checked.
pub fn critical() -> BTreeSet<String> {
    listed("critical.txt")
}

/// The messages that the person can meet: all of `person.ftl`, and those of other files that
/// `person.txt` names.
pub fn for_the_person() -> BTreeSet<String> {
    let own = messages_of(&file("en/person.ftl").unwrap_or_default());
    let mut all = listed("person.txt");
    all.extend(own.into_keys());
    all
}

/// The ids in a file of `locales`, one a line.
fn listed(path: &str) -> BTreeSet<String> {
    file(path)
        .unwrap_or_default()
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(ToOwned::to_owned)
        .collect()
}

fn file(path: &str) -> Option<String> {
    String::from_utf8(Files::get(path)?.data.into_owned()).ok()
}

#[cfg(test)]
mod tests;
