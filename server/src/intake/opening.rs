//! What a case takes over from an intake: pure.
//!
//! Nothing is invented. An answer that nobody gave becomes a question in the first entry, and a
//! consent says no more than what was read aloud.

use amparo_store::{Day, Moment};

use super::bodies::CaseFromIntake;
use super::model::{ContactChannel, Intake, IntakeCaller, Triage};
use super::{about, priority};
use crate::cases::{Entry, EntryKind, Need, NeedStatus, Opening, PriorityRaised, Sheet, Side};
use crate::consent::{Consent, Explained, ExplainedBy, Given, Purpose, Recipients, SharedSection};
use crate::words::{NeedCategory, Priority, YesNoUnknown};

/// What the text that is read aloud says will be shared, if the volunteer noted nothing else.
const READ_ALOUD: [SharedSection; 4] = [
    SharedSection::Identity,
    SharedSection::Contact,
    SharedSection::Custody,
    SharedSection::Needs,
];

/// The opening of a case from an intake that was handed over at a moment.
pub(super) fn opening(intake: &Intake, at: Moment, today: Day, extra: &CaseFromIntake) -> Opening {
    let (priority, reasons) = priority(intake, today);
    let says: Vec<String> = reasons.into_iter().map(|reason| reason.says).collect();
    let mut opening = Opening::new(Sheet {
        summary: extra
            .summary
            .clone()
            .unwrap_or_else(|| cut(&says.join(" "), 4000)),
        tags: extra.tags.clone(),
        priority,
        priority_raised: intake
            .priority_raised
            .as_ref()
            .map(|raised| PriorityRaised {
                reason: raised.reason.clone(),
            }),
        country: intake.now_in.clone(),
        opened_because: format!("An intake of {}.", at.to_day()),
    });
    opening.people = vec![about::person(intake)];
    opening.custody = about::custody(intake).into_iter().collect();
    opening.needs = needs(intake, priority, &[]);
    opening.consents = consent_of(intake, at.to_day()).into_iter().collect();
    opening.entries = entries(intake, at);
    opening
}

/// What the first contact said, for the timeline.
pub(super) fn entries(intake: &Intake, at: Moment) -> Vec<Entry> {
    let kind = match intake.channel {
        Some(ContactChannel::Phone) | None => EntryKind::Call,
        Some(ContactChannel::Visit) => EntryKind::Visit,
        Some(ContactChannel::Chat | ContactChannel::Mail | ContactChannel::Web) => {
            EntryKind::Message
        }
    };
    let entry = |text: String| Entry {
        kind,
        text,
        safe_for_partner: false,
        on: Some(at),
    };
    let notes = intake
        .notes
        .as_deref()
        .map(str::trim)
        .filter(|notes| !notes.is_empty());
    std::iter::once(entry(first_lines(intake)))
        .chain(notes.map(|notes| entry(notes.to_owned())))
        .collect()
}

/// The needs that are not among `known`.
pub(super) fn needs(intake: &Intake, urgency: Priority, known: &[NeedCategory]) -> Vec<Need> {
    let mut wanted = intake.needs.clone();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
        .into_iter()
        .filter(|category| !known.contains(category))
        .map(|category| {
            let (side, country) = match category {
                NeedCategory::ReturnReintegration => (Side::Origin, intake.citizen_of.clone()),
                _ => (Side::Here, intake.now_in.clone()),
            };
            Need {
                category,
                side,
                country,
                urgency,
                detail: String::new(),
                status: NeedStatus::Open,
                outcome: None,
            }
        })
        .collect()
}

/// What the person agreed to, if it was said with whom something may be shared and it is known in
/// which language that was explained. Otherwise nothing may be shared yet, and no record is needed.
pub(super) fn consent_of(intake: &Intake, given_on: Day) -> Option<Consent> {
    let said = &intake.consent;
    let language = said.language.clone().or_else(|| intake.language.clone())?;
    let recipients = said.share.clone()?;
    let sections = if said.sections.is_empty() {
        READ_ALOUD.to_vec()
    } else {
        said.sections.clone()
    };
    Some(Consent {
        sections,
        recipients,
        purpose: Purpose::Referral,
        purpose_words: None,
        until: None,
        explained: Explained {
            language,
            script_version: said.script_version.clone(),
            by: said.explained_by.unwrap_or(ExplainedBy::NotPossible),
            how_checked: None,
        },
        given: given(intake.who.caller_is),
        given_on,
        withdrawn: None,
    })
}

fn given(caller: Option<IntakeCaller>) -> Given {
    let who = match caller {
        Some(IntakeCaller::ThePerson) | None => return Given::Spoken,
        Some(IntakeCaller::Family) => "somebody of the family",
        Some(IntakeCaller::Other) => "somebody else",
    };
    Given::Proxy {
        who: who.to_owned(),
        why: "the person did not call".to_owned(),
    }
}

/// The answers in words, and what is still to be asked.
fn first_lines(intake: &Intake) -> String {
    let mut lines = vec!["First contact.".to_owned()];
    let (known, open): (Vec<_>, Vec<_>) = answers(&intake.triage)
        .into_iter()
        .partition(|(_, answer)| *answer != YesNoUnknown::Unknown);
    for (question, answer) in known {
        let word = if answer == YesNoUnknown::Yes {
            "yes"
        } else {
            "no"
        };
        lines.push(format!("{question}: {word}."));
    }
    if let Some(date) = intake.triage.removal.date {
        let time = intake.triage.removal.time.as_deref().unwrap_or("not known");
        lines.push(format!("Removal on {date}, time {time}."));
    }
    if let Some(town) = &intake.town {
        lines.push(format!("Town or place: {town}."));
    }
    lines.push(
        match intake.who.caller_is {
            Some(IntakeCaller::ThePerson) => "The person called.",
            Some(IntakeCaller::Family) => "Somebody of the family called.",
            Some(IntakeCaller::Other) => "Somebody else called.",
            None => "Who called is not known.",
        }
        .to_owned(),
    );
    if intake.consent.file != YesNoUnknown::Yes {
        lines.push("Ask whether a file may be kept: nobody said yes to it yet.".to_owned());
    }
    if matches!(intake.consent.share, None | Some(Recipients::NobodyYet)) {
        lines.push("Nothing may be shared yet.".to_owned());
    }
    if !open.is_empty() {
        let open: Vec<&str> = open.into_iter().map(|(question, _)| question).collect();
        lines.push(format!("Still to be asked: {}.", open.join(", ")));
    }
    lines.join("\n")
}

fn answers(triage: &Triage) -> [(&'static str, YesNoUnknown); 7] {
    [
        ("danger now", triage.danger_now),
        ("detained", triage.detained),
        ("urgent medical need", triage.urgent_medical),
        ("under 18", triage.under_18),
        (
            "pregnant or with children",
            triage.pregnant_or_with_children,
        ),
        ("removal feared", triage.removal.feared),
        ("safe to call back", triage.safe_to_call_back),
    ]
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::people::Whose;

    fn opened(body: serde_json::Value) -> Opening {
        let intake: Intake = serde_json::from_value(body).unwrap();
        let at: Moment = "2026-11-24T09:00:00Z".parse().unwrap();
        opening(&intake, at, at.to_day(), &CaseFromIntake::default())
    }

    #[test]
    fn nothing_is_invented_from_a_dropped_call() {
        let opening = opened(json!({ "outcome": "help_wanted" }));
        assert!(opening.custody.is_empty());
        assert!(opening.needs.is_empty());
        assert!(opening.consents.is_empty());
        let person = &opening.people[0];
        assert!(person.names.is_empty());
        assert_eq!(person.age_estimate, None);
        assert_eq!(person.safe_contact.safe_to_call_back, YesNoUnknown::Unknown);
        let text = &opening.entries[0].text;
        assert!(text.contains("Still to be asked: danger now, detained"));
        assert!(text.contains("Nothing may be shared yet."));
    }

    #[test]
    fn what_was_said_goes_along() {
        let opening = opened(json!({
            "outcome": "help_wanted",
            "channel": "visit",
            "triage": { "detained": "yes", "under_18": "yes", "safe_to_call_back": "no" },
            "language": "ti",
            "interpreter": "phone",
            "citizen_of": "ER",
            "now_in": "LY",
            "town": "Tripoli",
            "needs": ["legal", "legal", "return_reintegration"],
            "consent": { "file": "yes", "share": { "kind": "ask_each_time" }, "explained_by": "interpreter" },
            "who": { "name_to_use": " Selam ", "caller_is": "family" },
            "contact": { "phone": "+302101234567", "when": "evenings", "code_word": "aunt" },
            "notes": "Her brother called.",
        }));
        assert_eq!(opening.sheet.priority, Priority::P1);
        let person = &opening.people[0];
        assert_eq!(person.name(), Some("Selam"));
        assert_eq!(person.age_estimate, Some(about::UNDER_18));
        assert_eq!(person.safe_contact.channels[0].whose, Whose::Other);
        assert_eq!(opening.custody[0].facility, "Tripoli");
        assert_eq!(opening.needs.len(), 2);
        assert_eq!(opening.needs[1].side, Side::Origin);
        assert_eq!(opening.entries[1].text, "Her brother called.");
        assert_eq!(opening.entries[1].kind, EntryKind::Visit);
        let consent = &opening.consents[0];
        assert_eq!(consent.recipients, Recipients::AskEachTime);
        assert_eq!(consent.explained.language.as_str(), "tir");
        assert!(matches!(consent.given, Given::Proxy { .. }));
    }
}
