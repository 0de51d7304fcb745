//! The notice: what a receiver reads before saying yes. No name, no identifying text, no case id.

use amparo_store::{Moment, OrganisationId};
use amparo_vault::Padding;
use chrono::{TimeDelta, Timelike};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::cases::{Need, Side as NeedSide};
use crate::foundation::{Fault, Refusal};
use crate::people::{AgeBand, Part, Person};
use crate::words::reference;
use crate::words::{Country, Language, NeedCategory, Priority, YesNoUnknown};

use super::disclose::Parts;
use super::reasons::NewReferral;
use super::witness::Witnessed;

/// One length for every notice, unless a question is written in long letters.
pub(super) const PADDING: Padding = Padding::PowerOfTwo { least: 8 * 1024 };

/// What a partner reads before it accepts: what is needed, without who needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticeFacts {
    /// What is missing, by category.
    pub category: NeedCategory,
    /// How soon it must be met.
    pub urgency: Priority,
    /// Where it must be met: in the country where the person is, or where she comes from.
    #[serde(rename = "where")]
    pub place: NeedSide,
    /// The country where it must be met, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// The region or large town where it must be met; never anything finer.
    pub region: Option<String>,
    /// Languages the person speaks, ISO 639-3, best first.
    pub languages: Vec<Language>,
    /// The age of the person, as a band only.
    pub age_band: AgeBand,
    /// Whether the person is held somewhere now.
    pub detained: YesNoUnknown,
    /// What the receiver is asked to do, in the sender's words.
    pub question: String,
    /// Until when an answer is expected (RFC 3339, UTC). Afterwards the referral expires.
    #[schema(value_type = String, format = DateTime)]
    pub answer_by: Moment,
}

/// The sealed content of a notice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Notice {
    pub facts: NoticeFacts,
    /// Who asks.
    pub sender: OrganisationId,
    pub sender_name: String,
    /// The public key of the sending case's mailbox: answers are sealed to it.
    pub mailbox: [u8; 32],
    /// None in notices of earlier releases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnessed: Option<Witnessed>,
}

/// Draws the facts from a file. Takes the category, bands and words from closed lists; the only
/// free text is what the sender wrote for this purpose.
pub(super) fn facts(
    parts: &Parts,
    card_country: Option<&Country>,
    new: &NewReferral,
    now: Moment,
) -> NoticeFacts {
    let need = &parts.need;
    let main = parts.main();
    NoticeFacts {
        category: need.category,
        urgency: need.urgency,
        place: need.side,
        country: country(need, card_country),
        region: new.region.as_deref().map(|text| text.trim().to_owned()),
        languages: main.map(|one| one.languages.clone()).unwrap_or_default(),
        age_band: main.map_or(AgeBand::Unknown, |one| one.age_band(now.to_day())),
        detained: parts.detained(),
        question: new.question.trim().to_owned(),
        answer_by: answer_by(now, need.urgency),
    }
}

/// The country of a need; one that must be met here is met where the person is.
fn country(need: &Need, card_country: Option<&Country>) -> Option<Country> {
    let here = (need.side == NeedSide::Here).then_some(card_country);
    need.country.as_ref().or(here.flatten()).cloned()
}

/// By when an answer is due: rounded up to a quarter of an hour, so that the clear column does
/// not say to the second when somebody worked.
pub(super) fn answer_by(now: Moment, urgency: Priority) -> Moment {
    let due = now.plus(urgency.answer_within());
    let time = due.to_utc();
    let into = i64::from(time.minute() % 15) * 60_000_000
        + i64::from(time.second()) * 1_000_000
        + i64::from(time.nanosecond() / 1_000);
    let quarter = 15 * 60_000_000;
    due.plus(TimeDelta::microseconds((quarter - into) % quarter))
}

/// Refuses free text that names the person: it would be read before acceptance.
pub(super) fn must_name_nobody(parts: &Parts, new: &NewReferral) -> Result<(), Refusal> {
    let fields = [
        ("/question", Some(new.question.as_str())),
        ("/region", new.region.as_deref()),
    ];
    let faults: Vec<Fault> = fields
        .into_iter()
        .filter_map(|(place, text)| text.map(|text| (place, text)))
        .filter(|(_, text)| names_somebody(&parts.people, text))
        .map(|(place, _)| {
            let why = "contains a name or a number of the person: the receiver reads it before \
                       accepting";
            Fault::at(place, "names_somebody", why)
        })
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

/// Whether a text contains a name, an identifier or a number of one of the people.
fn names_somebody(people: &[Person], text: &str) -> bool {
    let words = format!(" {} ", reference::fold(text));
    let digits = digits(text);
    people.iter().any(|person| {
        let named = person
            .names
            .iter()
            .chain(person.identifiers.iter().map(|one| &one.value))
            .map(|name| reference::fold(name))
            .any(|name| !name.is_empty() && words.contains(&format!(" {name} ")));
        let numbered = person
            .safe_contact
            .channels
            .iter()
            .map(|channel| self::digits(&channel.value))
            .any(|number| number.len() >= 6 && digits.contains(&number));
        named || numbered
    })
}

/// Words of `text` that are a part of somebody's name. They may be meant otherwise, so the sender
/// is asked to look once more, and nothing is refused.
pub(super) fn parts_of_names(parts: &Parts, text: &str) -> Vec<String> {
    let names: Vec<String> = parts
        .people
        .iter()
        .flat_map(|person| &person.names)
        .map(|name| reference::fold(name))
        .collect();
    let is_part = |word: &str| {
        let word = reference::fold(word);
        word.chars().count() >= 3
            && names
                .iter()
                .any(|name| name.split(' ').any(|it| it == word))
    };
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut found: Vec<String> = words
        .filter(|word| is_part(word))
        .map(ToOwned::to_owned)
        .collect();
    found.dedup();
    found
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

impl Parts {
    /// The person the case is about.
    pub(super) fn main(&self) -> Option<&Person> {
        self.people
            .iter()
            .find(|person| person.part == Part::Main)
            .or(self.people.first())
    }

    /// Held now, if the custody records say so; *unknown* is not *no*.
    fn detained(&self) -> YesNoUnknown {
        match (
            self.custody.is_empty(),
            self.custody.iter().any(|stay| stay.left.is_none()),
        ) {
            (true, _) => YesNoUnknown::Unknown,
            (false, true) => YesNoUnknown::Yes,
            (false, false) => YesNoUnknown::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn the_answer_time_follows_from_the_urgency_and_is_rounded_up() {
        let cases = [
            ("2026-11-24T08:00:00Z", Priority::P1, "2026-11-24T09:00:00Z"),
            (
                "2026-11-24T08:00:00.000001Z",
                Priority::P1,
                "2026-11-24T09:15:00Z",
            ),
            ("2026-11-24T08:14:59Z", Priority::P2, "2026-11-25T08:15:00Z"),
            ("2026-11-24T08:15:00Z", Priority::P3, "2026-11-27T08:15:00Z"),
            ("2026-12-31T23:46:00Z", Priority::P4, "2027-01-08T00:00:00Z"),
        ];
        for (now, urgency, due) in cases {
            assert_eq!(answer_by(at(now), urgency), at(due), "{now}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_pointed_at() {
        let person: Person = serde_json::from_value(serde_json::json!({
            "names": ["Samira Haddád", "Al"],
        }))
        .unwrap();
        let need = serde_json::json!({ "category": "legal", "urgency": "P2" });
        let parts = Parts {
            people: vec![person],
            custody: Vec::new(),
            need: serde_json::from_value(need).unwrap(),
            assessments: Vec::new(),
            entries: Vec::new(),
        };
        let found = parts_of_names(&parts, "Ask for SAMIRA, or Ms Haddad; al fresco; samiras");
        assert_eq!(found, ["SAMIRA", "Haddad"]);
    }

    #[test]
    fn a_name_or_number_in_the_question_is_found() {
        let person: Person = serde_json::from_value(serde_json::json!({
            "names": ["Samira Haddad", "Sam"],
            "identifiers": [{ "kind": "a_number", "value": "A-098 765 432" }],
            "safe_contact": { "channels": [{ "kind": "phone", "value": "+30 210 1234567" }] },
        }))
        .unwrap();
        let people = [person];
        for text in [
            "Please call SAMIRA  Haddád today",
            "ask for Sam.",
            "her number is A 098-765-432",
            "ring 210 123 45 67, or +302101234567",
        ] {
            let told = names_somebody(&people, text);
            assert!(told, "{text}");
        }
        for text in [
            "Bond hearing on Friday",
            "the same question",
            "call us on 112",
        ] {
            assert!(!names_somebody(&people, text), "{text}");
        }
    }
}
