//! What a call adds to somebody who is known, and to the rule for reaching her: pure.

use crate::intake::about::{self, said};
use crate::intake::became::{Became, BecameKind};
use crate::intake::model::{Intake, IntakeCaller};
use crate::people::{Channel, Person, SafeContact};
use crate::words::YesNoUnknown;

/// What a call adds to somebody who is known: nothing is taken away.
pub(super) fn person_again(intake: &Intake, known: &Person, became: &mut Vec<Became>) -> Person {
    let mut new = about::person(intake);
    if intake.who.caller_is != Some(IntakeCaller::ThePerson) {
        // Somebody else may say that a call is not safe, and not that it is.
        let rule = &mut new.safe_contact;
        for answer in [&mut rule.safe_to_call_back, &mut rule.voicemail] {
            if *answer == YesNoUnknown::Yes {
                *answer = YesNoUnknown::Unknown;
            }
        }
    }
    let mut person = known.clone();
    for name in new.names {
        let is_known = person.names.iter().any(|one| one.trim() == name);
        if !is_known && person.names.len() < MOST_NAMES {
            person.names.push(name);
        }
    }
    for language in new.languages {
        if !person.languages.contains(&language) && person.languages.len() < MOST_LANGUAGES {
            person.languages.push(language);
        }
    }
    person.under_18 = yes_wins(known.under_18, new.under_18);
    let with_children = (
        known.pregnant_or_with_children,
        new.pregnant_or_with_children,
    );
    person.pregnant_or_with_children = yes_wins(with_children.0, with_children.1);
    person.interpreter_needed = yes_wins(known.interpreter_needed, new.interpreter_needed);
    person.nationality = known.nationality.clone().or(new.nationality);
    person.safe_contact = contact_again(&known.safe_contact, &new.safe_contact, became);
    let before = Person {
        safe_contact: person.safe_contact.clone(),
        ..known.clone()
    };
    if person != before {
        became.push(Became::plain(BecameKind::PersonChanged));
    }
    person
}

const MOST_NAMES: usize = 12;
const MOST_LANGUAGES: usize = 12;
const MOST_CHANNELS: usize = 12;
/// Characters that the note of a contact rule has room for.
const MOST_NOTE: usize = 2000;

/// The stricter of the two rules. What cannot be weighed stands beside what is known.
fn contact_again(known: &SafeContact, new: &SafeContact, became: &mut Vec<Became>) -> SafeContact {
    let mut rule = known.clone();
    rule.safe_to_call_back = no_wins(known.safe_to_call_back, new.safe_to_call_back);
    rule.voicemail = no_wins(known.voicemail, new.voicemail);
    let answers = |it: &SafeContact| (it.safe_to_call_back, it.voicemail);
    if answers(&rule) != answers(known) {
        became.push(Became::plain(match answers(&rule) {
            (YesNoUnknown::No, _) | (_, YesNoUnknown::No) => BecameKind::ContactStricter,
            _ => BecameKind::ContactNoted,
        }));
    }
    let mut beside: Vec<String> = Vec::new();
    keep(&mut rule.hours, new.hours.as_deref(), &mut beside);
    keep(&mut rule.code_word, new.code_word.as_deref(), &mut beside);
    let note = new.note.trim();
    if !note.is_empty() && !known.note.contains(note) {
        beside.push(note.to_owned());
    }
    for line in beside {
        let lines = [rule.note.trim(), line.as_str()];
        let both = lines.into_iter().filter(|it| !it.is_empty());
        let both: String = both.collect::<Vec<_>>().join("\n");
        if both.chars().count() <= MOST_NOTE {
            rule.note = both;
        }
    }
    if (&rule.hours, &rule.code_word, &rule.note) != (&known.hours, &known.code_word, &known.note) {
        became.push(Became::plain(BecameKind::ContactNoted));
    }
    for channel in &new.channels {
        let is_same = |one: &Channel| one.value == channel.value;
        if !rule.channels.iter().any(is_same) && rule.channels.len() < MOST_CHANNELS {
            rule.channels.push(channel.clone());
            became.push(Became::plain(BecameKind::ChannelAdded));
        }
    }
    rule
}

/// Keeps what is said where nothing was; what differs goes beside it.
fn keep(known: &mut Option<String>, new: Option<&str>, beside: &mut Vec<String>) {
    let Some(new) = said(new) else {
        return;
    };
    match known {
        Some(known) if known.trim() != new => beside.push(new),
        Some(_) => {}
        None => *known = Some(new),
    }
}

/// Of two answers where *yes* asks for more care.
fn yes_wins(known: YesNoUnknown, new: YesNoUnknown) -> YesNoUnknown {
    use YesNoUnknown::{Unknown, Yes};
    match (known, new) {
        (Yes, _) | (_, Yes) => Yes,
        (known, Unknown) => known,
        (_, new) => new,
    }
}

/// Of two answers where *no* asks for more care.
fn no_wins(known: YesNoUnknown, new: YesNoUnknown) -> YesNoUnknown {
    use YesNoUnknown::{No, Unknown};
    match (known, new) {
        (No, _) | (_, No) => No,
        (known, Unknown) => known,
        (_, new) => new,
    }
}
