//! How far each language is checked, counted from `locales/*/state.toml`. No secret, so anybody may
//! read it: whoever reads a machine's words has a right to know.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{get, web};
use askama::Template;

use crate::foundation::Refusal;
use crate::languages::{Language, State, StateFile, digest_of, messages_of};
use crate::pages::{At, Frame, Page, PageDoor, Shown};

#[derive(Template)]
#[template(path = "doors/languages.html")]
struct LanguagesPage {
    t: Frame,
    critical: usize,
    first: String,
    lines: Vec<LanguageLine>,
}

/// The sentences of one language that somebody should look at.
#[derive(Template)]
#[template(path = "doors/language.html")]
struct LanguagePage {
    t: Frame,
    language: &'static Language,
    sentences: Vec<Sentence>,
    next: Option<String>,
}

struct Sentence {
    id: String,
    english: String,
    /// Nothing if it is missing.
    translated: Option<String>,
    why: &'static str,
    critical: bool,
}

/// Sentences on one page.
const PAGE: usize = 100;

struct LanguageLine {
    href: String,
    autonym: String,
    tag: String,
    right_to_left: bool,
    all: usize,
    /// How many of them are checked, in words.
    share: String,
    count: Count,
}

/// What became of each English sentence in one language.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    machine: usize,
    reviewed: usize,
    double: usize,
    /// Checked or not, the English has changed since.
    stale: usize,
    missing: usize,
    /// Shown in English because somebody's safety hangs on it.
    withheld: usize,
}

impl Count {
    fn of(
        source: &BTreeMap<String, String>,
        state: &StateFile,
        known: &BTreeMap<String, String>,
        critical: &BTreeSet<String>,
    ) -> Self {
        let mut count = Self::default();
        for (id, text) in source {
            let mark = state.messages.get(id).filter(|_| known.contains_key(id));
            let current = mark.filter(|mark| mark.source == digest_of(text));
            let place = match (mark, current.map(|mark| mark.state)) {
                (None, _) => &mut count.missing,
                (_, None) => &mut count.stale,
                (_, Some(State::Machine)) => &mut count.machine,
                (_, Some(State::Reviewed)) => &mut count.reviewed,
                (_, Some(State::Double)) => &mut count.double,
            };
            *place += 1;
            let checked = current.is_some_and(|mark| mark.state != State::Machine);
            if critical.contains(id) && !checked {
                count.withheld += 1;
            }
        }
        count
    }

    fn checked(&self) -> usize {
        self.reviewed + self.double
    }
}

/// The table.
#[get("/languages")]
async fn languages(door: PageDoor) -> Page {
    door.show(|t| {
        let critical = crate::languages::critical();
        let line = |language: &Language| {
            let state = crate::languages::state_of(&language.tag)?;
            let known = messages_of(&crate::languages::text_of(&language.tag));
            let source = crate::languages::wanted_in(language.scope);
            let count = Count::of(&source, &state, &known, &critical);
            let (checked, all) = (count.checked(), source.len());
            Some(LanguageLine {
                href: t.to(format!("/languages/{}", language.tag)),
                autonym: language.autonym.clone(),
                tag: language.tag.clone(),
                right_to_left: language.right_to_left,
                all,
                share: t.msg2("languages-share-of", "checked", checked, "all", all),
                count,
            })
        };
        let first = crate::languages::english();
        Shown::page(&LanguagesPage {
            critical: critical.len(),
            first: first.autonym.clone(),
            lines: crate::languages::languages()
                .iter()
                .filter(|language| language.tag != first.tag)
                .filter_map(line)
                .collect(),
            t,
        })
    })
}

/// What is to be checked in one language, with the English beside it.
#[get("/languages/{tag}")]
async fn one_language(door: PageDoor, tag: At<String>) -> Page {
    door.consult(move |act, t| {
        act.member()?;
        let known = crate::languages::languages().iter();
        let language = known
            .filter(|language| language.tag != crate::languages::english().tag)
            .find(|language| language.tag == *tag)
            .ok_or(Refusal::NotFound)?;
        let after = t.asked("after").to_owned();
        let mut sentences = to_be_checked(language, &after);
        let more = sentences.len() > PAGE;
        sentences.truncate(PAGE);
        let last = sentences.last().filter(|_| more);
        Shown::page(&LanguagePage {
            next: last.map(|it| it.id.clone()),
            language,
            sentences,
            t,
        })
    })
    .await
}

/// One page of sentences that nobody has checked as they stand, and one more.
fn to_be_checked(language: &Language, after: &str) -> Vec<Sentence> {
    let tag = &language.tag;
    let (state, known) = (
        crate::languages::state_of(tag),
        messages_of(&crate::languages::text_of(tag)),
    );
    let critical = crate::languages::critical();
    let marks = state.map(|state| state.messages).unwrap_or_default();
    crate::languages::wanted_in(language.scope)
        .into_iter()
        .filter(|(id, _)| id.as_str() > after)
        .filter_map(|(id, english)| {
            let translated = known.get(&id).map(|text| without_name(text));
            let mark = marks.get(&id).filter(|_| translated.is_some());
            let why = match mark {
                None => "languages-missing",
                Some(mark) if mark.source != digest_of(&english) => "languages-stale",
                Some(mark) if mark.state == State::Machine => "languages-machine",
                Some(_) => return None,
            };
            Some(Sentence {
                critical: critical.contains(&id),
                english: without_name(&english),
                translated,
                why,
                id,
            })
        })
        .take(PAGE + 1)
        .collect()
}

/// The text of a message, without `name =` before it.
fn without_name(text: &str) -> String {
    let (_, text) = text.split_once('=').unwrap_or(("", text));
    text.trim().to_owned()
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(languages).service(one_language);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::{Mark, Scope};

    #[test]
    fn every_sentence_is_counted_once() {
        let texts = |ids: &[&str]| -> BTreeMap<String, String> {
            ids.iter()
                .map(|id| ((*id).to_owned(), format!("{id} = x")))
                .collect()
        };
        let mark = |id: &str, state, source: Option<&str>| {
            let source = source.map_or_else(|| digest_of(&format!("{id} = x")), ToOwned::to_owned);
            (id.to_owned(), Mark { state, source })
        };
        let state = StateFile {
            autonym: String::new(),
            direction: "ltr".to_owned(),
            scope: Scope::All,
            messages: BTreeMap::from([
                mark("a", State::Machine, None),
                mark("b", State::Reviewed, None),
                mark("c", State::Double, None),
                mark("d", State::Reviewed, Some("00000000")),
            ]),
        };
        let source = texts(&["a", "b", "c", "d", "e"]);
        let critical = BTreeSet::from(["b".to_owned(), "d".to_owned()]);
        let count = Count::of(&source, &state, &texts(&["a", "b", "c", "d"]), &critical);
        assert_eq!(
            count,
            Count {
                machine: 1,
                reviewed: 1,
                double: 1,
                stale: 1,
                missing: 1,
                withheld: 1
            }
        );
        assert_eq!(count.checked(), 2);
    }
}
