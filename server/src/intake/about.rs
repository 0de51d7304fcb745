//! Who an intake is about and where they are held, as a case takes it over: pure.

use super::model::{Intake, IntakeCaller, Interpreter};
use crate::cases::Custody;
use crate::people::{Channel, ChannelKind, Gender, Part, Person, SafeContact, Whose};
use crate::words::YesNoUnknown;

/// The age kept for somebody of whom only "under 18" is known: the rules for children must hold.
pub(super) const UNDER_18: u8 = 17;

/// The one it is about.
pub(super) fn person(intake: &Intake) -> Person {
    let name = intake.who.name_to_use.as_deref().map(str::trim);
    let child = intake.triage.under_18 == YesNoUnknown::Yes;
    let note = if child { "under_18_said" } else { "" };
    Person {
        person: uuid::Uuid::nil(),
        part: Part::Main,
        names: name
            .filter(|name| !name.is_empty())
            .map(ToOwned::to_owned)
            .into_iter()
            .collect(),
        gender: Gender::default(),
        birth_date: None,
        age_estimate: child.then_some(UNDER_18),
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
        note: note.to_owned(),
    }
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
    let whose = match intake.who.caller_is {
        Some(IntakeCaller::ThePerson) => Whose::Own,
        _ => Whose::Other,
    };
    SafeContact {
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
