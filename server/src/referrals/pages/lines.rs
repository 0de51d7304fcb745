//! What pages of several kinds say about a referral, line by line.

use amparo_store::Moment;
use serde::Serialize;

use crate::consent::SharedSection;
use crate::pages::Frame;
use crate::referrals::events::{EventView, Happening};
use crate::referrals::notice::NoticeFacts;
use crate::referrals::reasons;
use crate::referrals::{PartyView, ReferralBox, ReferralView};
use crate::words::YesNoUnknown;

/// A label and what stands beside it.
#[derive(Debug)]
pub(super) struct Line {
    pub label: String,
    pub texts: Vec<String>,
    /// Somebody wrote it: shown as it is, in its own direction.
    pub verbatim: bool,
}

impl Line {
    /// Words of ours.
    pub(super) fn ours(label: String, text: impl Into<String>) -> Self {
        Self {
            label,
            texts: vec![text.into()],
            verbatim: false,
        }
    }

    /// Words of somebody's.
    pub(super) fn theirs(label: String, text: impl Into<String>) -> Self {
        Self::several(label, vec![text.into()])
    }

    /// Several words of somebody's.
    pub(super) fn several(label: String, texts: Vec<String>) -> Self {
        Self {
            label,
            texts,
            verbatim: true,
        }
    }
}

/// The code of a word from a closed list, as it stands in bodies.
pub(super) fn code(word: &impl Serialize) -> String {
    reasons::word(word).unwrap_or_default()
}

/// A word of a closed list, in the page's language. One that has no message is shown by its code.
pub(super) fn known(t: &Frame, list: &str, word: &impl Serialize) -> String {
    let code = code(word);
    let id = format!("{list}-{code}");
    t.language()
        .say_if_any(&id, None)
        .unwrap_or_else(|| plain(&code))
}

/// `takes_earnings` and `TakesEarnings` as words.
fn plain(code: &str) -> String {
    let mut text = String::new();
    for c in code.chars() {
        if c == '_' || (c.is_ascii_uppercase() && !text.is_empty()) {
            text.push(' ');
        }
        if c != '_' {
            text.push(c.to_ascii_lowercase());
        }
    }
    text
}

/// Yes, no, or not known.
pub(super) fn answer(t: &Frame, answer: YesNoUnknown) -> String {
    known(t, "answer", &answer)
}

/// The sections of a file, to be ticked or listed.
pub(super) fn section(t: &Frame, section: SharedSection) -> String {
    known(t, "shared", &section)
}

/// Everything a notice says but the question, which stands by itself.
pub(super) fn notice(t: &Frame, about: &NoticeFacts) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut ours = |id: &str, text: String| lines.push(Line::ours(t.msg(id), text));
    ours("notice-need", help(t, about));
    ours("notice-urgency", known(t, "priority", &about.urgency));
    ours("notice-place", place(t, about));
    if about.languages.is_empty() {
        ours("notice-languages", t.msg("answer-unknown"));
    } else {
        ours("notice-languages", t.tongues(&about.languages));
    }
    ours("notice-age", known(t, "age", &about.age_band));
    ours("notice-detained", answer(t, about.detained));
    lines
}

/// What kind of help is asked for.
pub(super) fn help(t: &Frame, about: &NoticeFacts) -> String {
    known(t, "need", &about.category)
}

/// Where it must be met, no finer than a region.
pub(super) fn place(t: &Frame, about: &NoticeFacts) -> String {
    let country = about.country.as_ref().map(|it| t.country(it.as_str()));
    let names: Vec<String> = about.region.iter().cloned().chain(country).collect();
    let side = known(t, "side", &about.place);
    if names.is_empty() {
        side
    } else {
        format!("{} ({side})", t.listed(names))
    }
}

/// One step in the life of a referral: who, when, why.
#[derive(Debug)]
pub(super) struct Happened {
    pub what: String,
    pub at: Option<Moment>,
    pub by: String,
    pub why: Option<String>,
    /// The words that were said with it.
    pub said: Vec<Line>,
}

/// The steps of a referral, oldest first.
pub(super) fn timeline(t: &Frame, it: &ReferralView) -> Vec<Happened> {
    let events = it.events.iter().flatten();
    events.map(|event| happened(t, it, event)).collect()
}

fn happened(t: &Frame, it: &ReferralView, event: &EventView) -> Happened {
    let mut said = Vec::new();
    let mut theirs = |id: &str, text: &Option<String>| {
        if let Some(text) = text.as_ref().filter(|text| !text.trim().is_empty()) {
            said.push(Line::theirs(t.msg(id), text));
        }
    };
    let recalled = event.what == Some(Happening::Recalled);
    if recalled {
        theirs("happened-reason", &event.reason);
    }
    theirs("happened-note", &event.note);
    theirs("happened-who-could", &event.who_could);
    theirs("happened-next-step", &event.next_step);
    if let Some(day) = &event.date {
        said.push(Line::ours(t.msg("happened-date"), t.day(day)));
    }
    let what = event
        .what
        .map_or_else(|| state(t, it), |what| known(t, "happened", &what));
    Happened {
        what,
        at: event.at,
        by: by(t, it, event),
        why: why(t, event),
        said,
    }
}

/// Who did it: the member and the organisation, the clock, or the person.
fn by(t: &Frame, it: &ReferralView, event: &EventView) -> String {
    let party = [&it.sender, &it.receiver]
        .into_iter()
        .find(|party| Some(party.id) == event.organisation);
    match (&event.by, party, event.what) {
        (Some(name), Some(party), _) => format!("{name}, {}", party.name),
        (Some(name), None, _) => name.clone(),
        (None, _, Some(Happening::Expired)) => t.msg("by-clock"),
        (None, _, Some(Happening::EndedByPerson)) => t.msg("by-person"),
        (None, Some(party), _) => party.name.clone(),
        (None, None, _) => String::new(),
    }
}

/// The coded reason in words.
fn why(t: &Frame, event: &EventView) -> Option<String> {
    let list = match event.what? {
        Happening::Declined => "decline",
        Happening::Returned => "return",
        Happening::Completed => "outcome",
        _ => return None,
    };
    event.reason.as_ref().map(|code| known(t, list, code))
}

/// Where a referral stands.
pub(super) fn state(t: &Frame, it: &ReferralView) -> String {
    t.word("referral-state", it.state)
}

/// The frame of a page about a referral, below the box that it lies in.
pub(super) fn placed(t: Frame, it: &ReferralView) -> Frame {
    match it.direction {
        ReferralBox::In => t,
        ReferralBox::Out => t.under("/referrals/sent"),
    }
}

/// The other side.
pub(super) fn other(it: &ReferralView) -> &PartyView {
    match it.direction {
        ReferralBox::In => &it.sender,
        ReferralBox::Out => &it.receiver,
    }
}
