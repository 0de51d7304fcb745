//! A packet, section by section, in the order in which one should read it: the rule for reaching
//! the person before everything else.

use super::lines::{Line, answer, code, known};
use crate::cases::Assessment;
use crate::consent::{Agreement, Given};
use crate::pages::Frame;
use crate::people::{Channel, ContactView, Identifier};
use crate::referrals::disclose::{PacketContent, PacketIdentity, PacketStatus, PacketStay};

/// The lists of words whose names have a hyphen, as messages have: a list is not a message.
const STATUS: &str = "trafficking-status";
const ACT: &str = "trafficking-act";
const MEANS: &str = "trafficking-means";

/// A section of a packet: one block for each person, stay or note.
#[derive(Debug)]
pub(super) struct PacketPart {
    /// For the anchor and the style; `contact` is a warning.
    pub code: &'static str,
    pub title: String,
    pub blocks: Vec<Vec<Line>>,
}

/// Every section that the packet has, also those in which nothing is on file.
pub(super) fn parts(t: &Frame, content: &PacketContent) -> Vec<PacketPart> {
    let mut all = Parts { t, all: Vec::new() };
    all.put("contact", content.contact.as_ref(), |it| {
        vec![contact(t, it)]
    });
    all.put("identity", content.identity.as_ref(), |it| {
        vec![identity(t, it)]
    });
    all.put("needs", content.need.as_ref(), |it| {
        let kind = Line::ours(t.msg("packet-need"), known(t, "need", &it.category));
        let mut lines = vec![kind];
        put_if_said(&mut lines, t.msg("packet-detail"), Some(&it.detail));
        vec![lines]
    });
    all.put("custody", content.custody.as_ref(), |it| {
        it.iter().map(|one| stay(t, one)).collect()
    });
    all.put(
        "detention_numbers",
        content.detention_numbers.as_ref(),
        |it| numbers(t, it),
    );
    all.put("family", content.family.as_ref(), |it| {
        it.iter().map(|one| identity(t, one)).collect()
    });
    all.put("documents", content.documents.as_ref(), |it| numbers(t, it));
    all.put("trafficking", content.trafficking.as_ref(), |it| {
        it.iter().map(|one| assessment(t, one)).collect()
    });
    let status = content.immigration_status.as_ref();
    all.put("immigration_status", status, |it| vec![immigration(t, it)]);
    all.put("notes", content.notes.as_ref(), |it| {
        let note = |one: &crate::referrals::disclose::PacketNote| {
            vec![Line::theirs(t.moment(&one.at), &one.text)]
        };
        it.iter().map(note).collect()
    });
    all.all
}

/// Who agreed to it, how, and how it was explained.
pub(super) fn agreed(t: &Frame, of: &Agreement) -> Vec<Line> {
    let mut lines = match &of.given {
        Given::Spoken | Given::Signed => {
            let how = if of.given == Given::Signed {
                "agreed-signed"
            } else {
                "agreed-spoken"
            };
            vec![Line::ours(t.msg("agreed-who"), t.msg(how))]
        }
        Given::Proxy { role, who, why } => vec![
            Line::ours(t.msg("agreed-who"), t.coded("proxy-role", role)),
            Line::theirs(t.msg("agreed-named"), t.word_or_text("proxy-who", who)),
            Line::theirs(t.msg("agreed-why"), t.word_or_text("proxy-why", why)),
        ],
    };
    let mut ours = |id: &str, text: String| lines.push(Line::ours(t.msg(id), text));
    ours("agreed-on", t.day(&of.given_on));
    ours("agreed-language", t.tongue(of.language.as_str()));
    ours("agreed-explained", known(t, "explainer", &of.explained_by));
    if let Some(view) = &of.child_view {
        ours("agreed-child-view", t.coded("child-view", view));
    }
    if let Some(decided) = &of.child_decided {
        ours("agreed-child-decided", t.coded("child-decided", decided));
    }
    lines
}

struct Parts<'a> {
    t: &'a Frame,
    all: Vec<PacketPart>,
}

impl Parts<'_> {
    fn put<T>(
        &mut self,
        code: &'static str,
        of: Option<&T>,
        blocks: impl FnOnce(&T) -> Vec<Vec<Line>>,
    ) {
        if let Some(of) = of {
            self.all.push(PacketPart {
                code,
                title: self.t.word("packet-title", code),
                blocks: blocks(of),
            });
        }
    }
}

fn contact(t: &Frame, of: &ContactView) -> Vec<Line> {
    let rule = &of.before_you_call;
    let mut lines = Vec::new();
    let stop = rule.stop.as_ref().map(|stop| &stop.because);
    put_if_said(&mut lines, t.msg("contact-stopped"), stop);
    lines.push(Line::ours(
        t.msg("contact-call-back"),
        answer(t, rule.safe_to_call_back),
    ));
    if !rule.never_contact.is_empty() {
        let never = rule.never_contact.clone();
        lines.push(Line::several(t.msg("contact-never"), never));
    }
    for (id, text) in [
        ("contact-hours", rule.hours.as_ref()),
        ("contact-code-word", rule.code_word.as_ref()),
        ("contact-note", Some(&rule.note)),
    ] {
        put_if_said(&mut lines, t.msg(id), text);
    }
    let voicemail = answer(t, rule.voicemail);
    lines.push(Line::ours(t.msg("contact-voicemail"), voicemail));
    for channel in &of.channels {
        lines.push(way(t, channel));
    }
    lines
}

fn way(t: &Frame, of: &Channel) -> Line {
    let label = format!(
        "{} – {}",
        known(t, "channel", &of.kind),
        known(t, "whose", &of.whose)
    );
    let listens = match code(&of.recorded_line).as_str() {
        "yes" => Some(t.msg("channel-recorded")),
        "unknown" => Some(t.msg("channel-perhaps-recorded")),
        _ => None,
    };
    let mut texts = vec![of.value.clone()];
    texts.extend(listens);
    Line::several(label, texts)
}

fn identity(t: &Frame, of: &PacketIdentity) -> Vec<Line> {
    let names = match of.names.as_slice() {
        [] => Line::ours(t.msg("packet-names"), t.msg("answer-unknown")),
        names => Line::several(t.msg("packet-names"), names.to_vec()),
    };
    let mut lines = vec![names];
    let mut ours = |id: &str, text: String| lines.push(Line::ours(t.msg(id), text));
    ours("packet-part", known(t, "part", &of.part));
    ours("packet-gender", known(t, "gender", &of.gender));
    match (&of.birth_date, of.age_estimate) {
        (Some(day), _) => ours("packet-born", t.day(day)),
        (None, Some(years)) => ours("packet-years", t.number(years)),
        (None, None) => ours("notice-age", known(t, "age", &of.age_band)),
    }
    ours("notice-languages", t.tongues(&of.languages));
    ours("packet-interpreter", answer(t, of.interpreter_needed));
    lines
}

fn stay(t: &Frame, of: &PacketStay) -> Vec<Line> {
    let mut lines = vec![Line::theirs(t.msg("stay-place"), &of.facility)];
    if let Some(one) = &of.country {
        lines.push(Line::ours(t.msg("stay-country"), t.country(one.as_str())));
    }
    if let Some(day) = &of.arrived {
        lines.push(Line::ours(t.msg("stay-arrived"), t.day(day)));
    }
    let left = of.left.as_ref().map(|day| t.day(day));
    let left = left.unwrap_or_else(|| t.msg("stay-still-there"));
    lines.push(Line::ours(t.msg("stay-left"), left));
    for (id, text) in [
        ("stay-phone", &of.phone),
        ("stay-visits", &of.visiting_rules),
        ("stay-authority", &of.authority),
        ("stay-legal-basis", &of.legal_basis),
    ] {
        put_if_said(&mut lines, t.msg(id), text.as_ref());
    }
    let recorded = answer(t, of.recorded_line);
    lines.push(Line::ours(t.msg("stay-recorded"), recorded));
    lines
}

fn immigration(t: &Frame, of: &PacketStatus) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(one) = &of.nationality {
        lines.push(Line::ours(
            t.msg("status-nationality"),
            t.country(one.as_str()),
        ));
    }
    if !of.feared.is_empty() {
        lines.push(Line::ours(t.msg("status-feared"), t.countries(&of.feared)));
    }
    lines.extend(of.identifiers.iter().map(|one| number(t, one)));
    lines
}

fn numbers(t: &Frame, of: &[Identifier]) -> Vec<Vec<Line>> {
    if of.is_empty() {
        return Vec::new();
    }
    vec![of.iter().map(|one| number(t, one)).collect()]
}

fn number(t: &Frame, of: &Identifier) -> Line {
    Line::theirs(known(t, "identifier", &of.kind), &of.value)
}

fn assessment(t: &Frame, of: &Assessment) -> Vec<Line> {
    let mut lines = Vec::new();
    for one in &of.indicators {
        let strength = known(t, "strength", &one.strength);
        let label = format!("{} ({strength})", known(t, "indicator", &one.indicator));
        lines.push(Line::theirs(label, &one.evidence));
    }
    if let Some(status) = &of.trafficking_status {
        let status = known(t, STATUS, status);
        lines.push(Line::ours(t.msg("assessment-status"), status));
    }
    let mut listed = |id: &str, names: Vec<String>| {
        if !names.is_empty() {
            lines.push(Line::ours(t.msg(id), t.listed(names)));
        }
    };
    listed("assessment-acts", words(t, ACT, &of.acts));
    listed("assessment-means", words(t, MEANS, &of.means));
    listed(
        "assessment-purposes",
        words(t, "exploitation", &of.purposes),
    );
    put_if_said(&mut lines, t.msg("packet-detail"), Some(&of.note));
    lines
}

fn words(t: &Frame, list: &str, all: &[impl serde::Serialize]) -> Vec<String> {
    all.iter().map(|one| known(t, list, one)).collect()
}

fn put_if_said(lines: &mut Vec<Line>, label: String, text: Option<&String>) {
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        lines.push(Line::theirs(label, text));
    }
}
