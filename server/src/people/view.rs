//! What is shown of a person, and what is shown only when somebody is about to call.

use amparo_store::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::contact::{Channel, ChannelKind, ContactStop, SafeContact, Whose};
use super::model::{AgeBand, Gender, Identifier, Part, Person};
use crate::casefile::Section;
use crate::words::{Country, Language, YesNoUnknown};

/// A person as colleagues see her in a case: without numbers, addresses and code word.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PersonView {
    /// The human being, the same in every case she appears in.
    pub person: Uuid,
    /// What part she has in this case.
    pub part: Part,
    /// Names as she says them; the first is the one to use. Empty: anonymous.
    pub names: Vec<String>,
    /// Her gender, in the codes of HTCDS 2.0.
    pub gender: Gender,
    /// The day of birth (ISO 8601), if it is known.
    #[schema(value_type = Option<String>, format = Date)]
    pub birth_date: Option<Day>,
    /// How old she may be, in years, where the day of birth is not known.
    pub age_estimate: Option<u8>,
    /// The age as a band, computed today from the day of birth or the estimate.
    pub age_band: AgeBand,
    /// Whether she is under 18, as it was said or seen.
    pub under_18: YesNoUnknown,
    /// Whether she is pregnant or has children along.
    pub pregnant_or_with_children: YesNoUnknown,
    /// Languages she speaks, ISO 639-3, best first.
    pub languages: Vec<Language>,
    /// Whether an interpreter must be there.
    pub interpreter_needed: YesNoUnknown,
    /// Her nationality, ISO 3166-1 alpha-2. Null unless she said so.
    pub nationality: Option<Country>,
    /// Numbers by which authorities and organisations know her.
    pub identifiers: Vec<Identifier>,
    /// The rule for reaching her and the kinds of ways there are, without the numbers.
    pub safe_contact: SafeContactView,
    /// States whose authorities must not learn of her, ISO 3166-1 alpha-2. Nothing is sent to
    /// partners there.
    pub feared: Vec<Country>,
    /// Anything else colleagues must know about her.
    pub note: String,
}

/// The rule for reaching somebody, without numbers.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafeContactView {
    /// That nobody may contact her at all, as a colleague wrote it down. Null if the rest decides.
    pub stop: Option<ContactStop>,
    /// Whether she may be called back at all. Only `yes` is yes.
    pub safe_to_call_back: YesNoUnknown,
    /// At which hours she may be reached, in words. Null if nothing was said.
    pub hours: Option<String>,
    /// Whether a message may be left where others could hear it.
    pub voicemail: YesNoUnknown,
    /// There is a word to say first. `contact` shows it.
    pub has_code_word: bool,
    /// There are people or numbers that must never be contacted. `contact` shows them.
    pub has_never_contact: bool,
    /// The kinds of ways to reach her, safest first, without the numbers.
    pub channels: Vec<ChannelView>,
}

/// A way to reach somebody, without the number.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChannelView {
    /// What sort of way it is.
    pub kind: ChannelKind,
    /// Whose it is, and so who else may answer.
    pub whose: Whose,
    /// Whether somebody records it or listens.
    pub recorded_line: YesNoUnknown,
}

/// How to reach somebody. The rule stands before the numbers, also where fields are sorted by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactView {
    /// The rule for reaching her. Show it, and let it be read, before the numbers.
    pub before_you_call: ContactRule,
    /// The numbers and addresses, safest first.
    pub channels: Vec<Channel>,
}

/// What to take care of before, while and after one reaches somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactRule {
    /// That nobody may contact her at all, as a colleague wrote it down. Null if the rest decides.
    #[serde(default)]
    pub stop: Option<ContactStop>,
    /// Whether she may be called back at all. Only `yes` is yes.
    pub safe_to_call_back: YesNoUnknown,
    /// People and numbers that must never be contacted.
    pub never_contact: Vec<String>,
    /// What to say first, so that she knows who calls. Null if nothing was agreed.
    pub code_word: Option<String>,
    /// At which hours she may be reached, in words. Null if nothing was said.
    pub hours: Option<String>,
    /// Whether a message may be left where others could hear it.
    pub voicemail: YesNoUnknown,
    /// Anything else to take care of when reaching her.
    pub note: String,
}

impl PersonView {
    /// The view of a person on a day.
    pub fn new(person: &Person, today: Day) -> Self {
        let it = person.clone();
        Self {
            person: it.person,
            part: it.part,
            names: it.names,
            gender: it.gender,
            birth_date: it.birth_date,
            age_estimate: it.age_estimate,
            age_band: person.age_band(today),
            under_18: it.under_18,
            pregnant_or_with_children: it.pregnant_or_with_children,
            languages: it.languages,
            interpreter_needed: it.interpreter_needed,
            nationality: it.nationality,
            identifiers: it.identifiers,
            safe_contact: SafeContactView::new(&it.safe_contact),
            feared: it.feared,
            note: it.note,
        }
    }
}

impl SafeContactView {
    fn new(contact: &SafeContact) -> Self {
        Self {
            stop: contact.stop.clone(),
            safe_to_call_back: contact.safe_to_call_back,
            hours: contact.hours.clone(),
            voicemail: contact.voicemail,
            has_code_word: contact.code_word.is_some(),
            has_never_contact: !contact.never_contact.is_empty(),
            channels: contact.channels.iter().map(ChannelView::new).collect(),
        }
    }
}

impl ChannelView {
    fn new(channel: &Channel) -> Self {
        Self {
            kind: channel.kind,
            whose: channel.whose,
            recorded_line: channel.recorded_line,
        }
    }
}

impl ContactView {
    /// The rule, then the numbers.
    pub fn new(contact: SafeContact) -> Self {
        Self {
            before_you_call: ContactRule {
                stop: contact.stop,
                safe_to_call_back: contact.safe_to_call_back,
                never_contact: contact.never_contact,
                code_word: contact.code_word,
                hours: contact.hours,
                voicemail: contact.voicemail,
                note: contact.note,
            },
            channels: contact.channels,
        }
    }
}

/// An old version of a record of this kind, as history may show it. Other kinds stay as they are.
pub fn without_numbers(kind: &str, body: &Value, today: Day) -> Value {
    if kind != Person::KIND {
        return body.clone();
    }
    // What cannot be read is hidden whole: it may hold a number.
    serde_json::from_value::<Person>(body.clone())
        .ok()
        .and_then(|person| serde_json::to_value(PersonView::new(&person, today)).ok())
        .unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hunted() -> Person {
        serde_json::from_value(serde_json::json!({
            "names": ["Ana"],
            "safe_contact": {
                "safe_to_call_back": "no",
                "code_word": "the library",
                "never_contact": ["her husband"],
                "channels": [{ "kind": "phone", "value": "+302101234567", "whose": "shared" }],
            },
        }))
        .unwrap()
    }

    #[test]
    fn the_ordinary_view_holds_no_number() {
        let today: Day = "2026-11-24".parse().unwrap();
        let view = serde_json::to_string(&PersonView::new(&hunted(), today)).unwrap();
        assert!(!view.contains("302101234567"));
        assert!(!view.contains("library"));
        let body = serde_json::to_value(hunted()).unwrap();
        let old = without_numbers("person", &body, today).to_string();
        assert!(old.contains("Ana") && !old.contains("302101234567"));
        assert_eq!(without_numbers("entry", &body, today), body);
        assert_eq!(
            without_numbers("person", &Value::from(7), today),
            Value::Null
        );
    }

    #[test]
    fn the_rule_comes_before_the_numbers() {
        let view = ContactView::new(hunted().safe_contact);
        let text = serde_json::to_value(view).unwrap().to_string();
        assert!(text.find("never_contact").unwrap() < text.find("302101234567").unwrap());
        assert!(text.find("the library").unwrap() < text.find("302101234567").unwrap());
    }
}
