//! What a case takes over from an intake: pure.
//!
//! Nothing is invented. An answer that nobody gave becomes a question in the first entry, and a
//! consent says no more than what was read aloud.

use amparo_store::{Day, Moment};

use super::bodies::CaseFromIntake;
use super::model::{ContactChannel, Intake, IntakeCaller, Triage};
use super::{about, priority};
use crate::cases::{
    CaseOrigin, Entry, EntryKind, FirstAnswer, FirstCaller, FirstContact, FirstQuestion, Need,
    NeedStatus, Opening, PriorityRaised, Sheet, Side,
};
use crate::consent::{
    Consent, Explained, ExplainedBy, Given, ProxyRole, Purpose, Recipients, SharedSection,
};
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
    let reasons = reasons.into_iter().map(|reason| reason.code).collect();
    let mut opening = Opening::new(Sheet {
        summary: extra.summary.clone().unwrap_or_default(),
        tags: extra.tags.clone(),
        priority,
        priority_raised: intake
            .priority_raised
            .as_ref()
            .map(|raised| PriorityRaised {
                reason: raised.reason.clone(),
            }),
        country: intake.now_in.clone(),
        town: intake.town.clone(),
        opened_because: String::new(),
        origin: Some(CaseOrigin::FirstContact {
            on: at.to_day(),
            reasons,
        }),
    });
    opening.people = vec![about::person(intake)];
    opening.custody = about::custody(intake).into_iter().collect();
    opening.removals = about::removal(intake).into_iter().collect();
    opening.needs = needs(intake, priority);
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
    let entry = |text: String, first_contact: Option<FirstContact>| Entry {
        kind,
        text,
        first_contact,
        safe_for_partner: false,
        on: Some(at),
    };
    let notes = intake
        .notes
        .as_deref()
        .map(str::trim)
        .filter(|notes| !notes.is_empty());
    std::iter::once(entry(String::new(), Some(first_contact(intake))))
        .chain(notes.map(|notes| entry(notes.to_owned(), None)))
        .collect()
}

/// The needs that were named, and those that an answer of the first questions says without a word:
/// who needs a doctor now needs care, who is in danger now needs safety, and both at once.
pub(super) fn needs(intake: &Intake, urgency: Priority) -> Vec<Need> {
    let triage = &intake.triage;
    let now: Vec<NeedCategory> = [
        (triage.urgent_medical, NeedCategory::Health),
        (triage.danger_now, NeedCategory::Safety),
    ]
    .into_iter()
    .filter_map(|(answer, category)| (answer == YesNoUnknown::Yes).then_some(category))
    .collect();
    let mut wanted = intake.needs.clone();
    wanted.extend(&now);
    wanted.sort_unstable();
    wanted.dedup();
    wanted
        .into_iter()
        .map(|category| {
            let urgency = match now.contains(&category) {
                true => Priority::P1,
                false => urgency,
            };
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
        person: None,
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
        child: None,
        given_on,
        withdrawn: None,
    })
}

/// Nobody knows in what right somebody else called: it covers nothing until the person says so.
fn given(caller: Option<IntakeCaller>) -> Given {
    let who = match caller {
        Some(IntakeCaller::ThePerson) | None => return Given::Spoken,
        Some(IntakeCaller::Family) => "family",
        Some(IntakeCaller::Other) => "other",
    };
    Given::Proxy {
        role: ProxyRole::Other,
        who: who.to_owned(),
        why: "did_not_call".to_owned(),
    }
}

/// The answers, and who gave them.
fn first_contact(intake: &Intake) -> FirstContact {
    let removal = &intake.triage.removal;
    FirstContact {
        answers: answers(&intake.triage)
            .into_iter()
            .map(|(question, answer)| FirstAnswer { question, answer })
            .collect(),
        removal_on: removal.date,
        removal_time: removal.time.clone(),
        town: intake.town.clone(),
        caller: intake.who.caller_is.map(|caller| match caller {
            IntakeCaller::ThePerson => FirstCaller::ThePerson,
            IntakeCaller::Family => FirstCaller::Family,
            IntakeCaller::Other => FirstCaller::Other,
        }),
        file: intake.consent.file,
        share: !matches!(intake.consent.share, None | Some(Recipients::NobodyYet)),
    }
}

fn answers(triage: &Triage) -> [(FirstQuestion, YesNoUnknown); 7] {
    use FirstQuestion as Q;
    [
        (Q::DangerNow, triage.danger_now),
        (Q::Detained, triage.detained),
        (Q::UrgentMedical, triage.urgent_medical),
        (Q::Under18, triage.under_18),
        (Q::PregnantOrWithChildren, triage.pregnant_or_with_children),
        (Q::RemovalFeared, triage.removal.feared),
        (Q::SafeToCallBack, triage.safe_to_call_back),
    ]
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
        let said = opening.entries[0].first_contact.as_ref().unwrap();
        let unknown = |it: &FirstAnswer| it.answer == YesNoUnknown::Unknown;
        assert!(said.answers.iter().all(unknown));
        assert!(!said.share);
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
        assert_eq!(person.age_estimate, None);
        assert_eq!(person.under_18, YesNoUnknown::Yes);
        assert_eq!(person.safe_contact.channels[0].whose, Whose::Other);
        assert_eq!(opening.custody[0].facility, "Tripoli");
        assert_eq!(opening.needs.len(), 2);
        assert_eq!(opening.needs[1].side, Side::Origin);
        assert_eq!(opening.entries[1].text, "Her brother called.");
        assert_eq!(opening.entries[1].kind, EntryKind::Visit);
        let consent = &opening.consents[0];
        assert_eq!(consent.recipients, Recipients::AskEachTime);
        assert_eq!(consent.explained.language.as_str(), "tir");
        let role = ProxyRole::Other;
        assert!(matches!(&consent.given, Given::Proxy { role: it, .. } if *it == role));
    }
}
