//! What an intake says, line by line; what nobody asked is said to be unknown.

use super::typed::{share_word, word};
use crate::intake::model::Intake;
use crate::pages::Frame;
use crate::words::YesNoUnknown;

/// A line of what was said: the question's message, and the answer.
pub(super) struct Said {
    pub question: &'static str,
    pub answer: String,
    /// A person's own words, or a name.
    pub words: bool,
}

/// Everything that was said, section by section, as on the page of the call.
pub(super) fn sections(t: &Frame, intake: &Intake) -> Vec<(&'static str, Vec<Said>)> {
    vec![
        ("call-1", triage_of(t, intake)),
        ("call-2", place_of(t, intake)),
        ("call-3", needs_of(t, intake)),
        ("call-4", consent_of(t, intake)),
        ("call-5", who_of(t, intake)),
        ("call-6", notes_of(t, intake)),
    ]
}

fn answer(t: &Frame, question: &'static str, answer: YesNoUnknown) -> Said {
    let answer = t.word("answer", word(&answer));
    Said {
        question,
        answer,
        words: false,
    }
}

/// A word of a closed list; unknown if there is none.
fn listed(t: &Frame, question: &'static str, list: &str, word: &str) -> Said {
    let answer = if word.is_empty() {
        t.msg("answer-unknown")
    } else {
        t.word(list, word)
    };
    Said {
        question,
        answer,
        words: false,
    }
}

fn words(t: &Frame, question: &'static str, words: Option<String>) -> Said {
    let known = words.is_some();
    Said {
        question,
        answer: words.unwrap_or_else(|| t.msg("answer-unknown")),
        words: known,
    }
}

fn triage_of(t: &Frame, intake: &Intake) -> Vec<Said> {
    let triage = &intake.triage;
    let date = triage.removal.date.as_ref().map(|day| {
        let time = triage.removal.time.as_deref().unwrap_or_default();
        format!("{} {time}", t.day(day)).trim_end().to_owned()
    });
    vec![
        answer(t, "call-danger_now", triage.danger_now),
        answer(t, "call-detained", triage.detained),
        words(t, "call-removal", date),
        answer(t, "call-removal_feared", triage.removal.feared),
        answer(t, "call-urgent_medical", triage.urgent_medical),
        answer(t, "call-under_18", triage.under_18),
        answer(
            t,
            "call-pregnant_or_with_children",
            triage.pregnant_or_with_children,
        ),
        answer(t, "call-safe_to_call_back", triage.safe_to_call_back),
    ]
}

fn place_of(t: &Frame, intake: &Intake) -> Vec<Said> {
    let interpreter = word(&intake.interpreter);
    vec![
        words(
            t,
            "call-language",
            intake.language.as_ref().map(|it| t.tongue(it.as_str())),
        ),
        listed(t, "call-interpreter", "interpreter", &interpreter),
        words(
            t,
            "call-citizen_of",
            intake.citizen_of.as_ref().map(|it| t.country(it.as_str())),
        ),
        words(
            t,
            "call-now_in",
            intake.now_in.as_ref().map(|it| t.country(it.as_str())),
        ),
        words(t, "call-town", intake.town.clone()),
    ]
}

fn needs_of(t: &Frame, intake: &Intake) -> Vec<Said> {
    let needs: Vec<String> = intake
        .needs
        .iter()
        .map(|need| t.word("need", need.as_str()))
        .collect();
    let needs = Some(needs.join(" · ")).filter(|needs| !needs.is_empty());
    vec![words(t, "call-needs", needs)]
}

fn consent_of(t: &Frame, intake: &Intake) -> Vec<Said> {
    let consent = &intake.consent;
    let explained = word(&consent.explained_by);
    let share = share_word(consent.share.as_ref());
    vec![
        answer(t, "call-consent_file", consent.file),
        listed(t, "call-consent_share", "share", &share),
        listed(t, "call-explained_by", "explained", &explained),
    ]
}

fn who_of(t: &Frame, intake: &Intake) -> Vec<Said> {
    let (who, contact) = (&intake.who, &intake.contact);
    let caller = word(&who.caller_is);
    vec![
        words(t, "call-name_to_use", who.name_to_use.clone()),
        listed(t, "call-caller_is", "caller", &caller),
        words(
            t,
            "call-phone",
            contact.phone.as_ref().map(ToString::to_string),
        ),
        listed(t, "call-whose", "whose", &word(&contact.whose)),
        words(t, "call-how", contact.how.clone()),
        words(t, "call-when", contact.when.clone()),
        words(t, "call-code_word", contact.code_word.clone()),
        answer(t, "call-voicemail", contact.voicemail),
    ]
}

fn notes_of(t: &Frame, intake: &Intake) -> Vec<Said> {
    let (outcome, channel) = (word(&intake.outcome), word(&intake.channel));
    vec![
        words(t, "call-notes", intake.notes.clone()),
        listed(t, "call-outcome", "outcome", &outcome),
        listed(t, "call-channel", "contact-channel", &channel),
    ]
}
