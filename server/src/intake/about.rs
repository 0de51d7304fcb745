//! Who an intake is about and where they are held, as a case takes it over: pure.

use super::model::{Intake, Interpreter};
use crate::cases::Custody;
use crate::people::{Channel, ChannelKind, Gender, Part, Person, SafeContact};
use crate::tasks::{Removal, RemovalState, RemovalWay};
use crate::words::{YesNoUnknown, reference};

/// What was said, if anything was.
pub(super) fn said(text: Option<&str>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(ToOwned::to_owned)
}

/// The one it is about.
pub(super) fn person(intake: &Intake) -> Person {
    Person {
        person: uuid::Uuid::nil(),
        part: Part::Main,
        names: said(intake.who.name_to_use.as_deref())
            .into_iter()
            .collect(),
        gender: Gender::default(),
        birth_date: None,
        // No age is invented: whoever is said to be under 18 may be two years old.
        age_estimate: None,
        under_18: intake.triage.under_18,
        pregnant_or_with_children: intake.triage.pregnant_or_with_children,
        languages: intake.language.iter().cloned().collect(),
        interpreter_needed: match intake.interpreter {
            Some(Interpreter::None) => YesNoUnknown::No,
            Some(Interpreter::Phone | Interpreter::Present) => YesNoUnknown::Yes,
            None => YesNoUnknown::Unknown,
        },
        nationality: intake.citizen_of.clone(),
        identifiers: Vec::new(),
        safe_contact: safe_contact(intake),
        feared: Vec::new(),
        note: String::new(),
    }
}

/// The removal that is ahead, if somebody fears one or knows its day.
pub(super) fn removal(intake: &Intake) -> Option<Removal> {
    let said = &intake.triage.removal;
    if said.date.is_none() && said.feared != YesNoUnknown::Yes {
        return None;
    }
    let time = said.time.as_deref().filter(|_| said.date.is_some());
    let local = said
        .date
        .map(|day| day.to_date().and_time(chrono::NaiveTime::MIN));
    let country = intake.now_in.as_ref().map(crate::words::Country::as_str);
    // A country may have several clocks: on none of them it happens earlier.
    let zone = country
        .zip(local)
        .and_then(|(it, local)| reference::earliest_zone(it, local));
    Some(Removal {
        day: said.date,
        time: time.map(ToOwned::to_owned),
        time_zone: zone.map(|zone| zone.name().to_owned()),
        way: RemovalWay::Unknown,
        carrier: None,
        from: None,
        to: None,
        source: Some("first_contact".to_owned()),
        confirmed_on: None,
        state: match said.date {
            Some(_) => RemovalState::Announced,
            None => RemovalState::Rumoured,
        },
        stopped_by: None,
    })
}

/// Where they are held, if somebody said so.
pub(super) fn custody(intake: &Intake) -> Option<Custody> {
    let held = intake.triage.detained == YesNoUnknown::Yes;
    held.then(|| Custody {
        facility: intake
            .town
            .clone()
            .filter(|town| !town.trim().is_empty())
            .unwrap_or_else(|| "not_known".to_owned()),
        place: None,
        country: intake.now_in.clone(),
        authority: None,
        legal_basis: None,
        arrived: None,
        left: None,
        source: Some("first_contact".to_owned()),
        phone: None,
        visiting_rules: None,
        recorded_line: YesNoUnknown::Unknown,
    })
}

fn safe_contact(intake: &Intake) -> SafeContact {
    let contact = &intake.contact;
    // The person may speak from somebody else's telephone: only an answer makes it her own.
    let whose = contact.whose.unwrap_or_default();
    SafeContact {
        stop: None,
        safe_to_call_back: intake.triage.safe_to_call_back,
        hours: contact.when.clone(),
        code_word: contact.code_word.clone(),
        voicemail: contact.voicemail,
        never_contact: Vec::new(),
        note: contact.how.clone().unwrap_or_default(),
        channels: contact
            .phone
            .iter()
            .map(|phone| Channel {
                kind: ChannelKind::Phone,
                value: phone.to_string(),
                whose,
                recorded_line: YesNoUnknown::Unknown,
            })
            .collect(),
    }
}
