//! A person, and the rules that can be said without a database.

use amparo_store::Day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::contact::SafeContact;
use crate::casefile::Section;
use crate::foundation::{Fault, Refusal};
use crate::words::{Country, Language, YesNoUnknown};

/// A person in a case. She may be known by nothing but a chosen name, or by none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The human being, the same in every case she appears in. Leave it out for somebody new.
    #[serde(default = "Uuid::nil")]
    pub person: Uuid,
    /// What part she has in this case. `main` unless said.
    #[serde(default)]
    pub part: Part,
    /// Names as she says them; the first is the one to use. Empty: anonymous. At most 12, each of
    /// at most 200 characters.
    #[serde(default)]
    #[schema(max_items = 12, max_length = 200)]
    pub names: Vec<String>,
    /// Her gender, in the codes of HTCDS 2.0.
    #[serde(default)]
    pub gender: Gender,
    /// The day of birth (ISO 8601), if it is known.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub birth_date: Option<Day>,
    /// How old she may be, in years, where the day of birth is not known.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 120)]
    pub age_estimate: Option<u8>,
    /// Whether she is under 18, as it was said or seen, where neither the day of birth nor the years
    /// are known.
    #[serde(default)]
    pub under_18: YesNoUnknown,
    /// Whether she is pregnant or has children along.
    #[serde(default)]
    pub pregnant_or_with_children: YesNoUnknown,
    /// Languages she speaks, ISO 639-3, best first. At most 12.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub languages: Vec<Language>,
    /// Whether an interpreter must be there.
    #[serde(default)]
    pub interpreter_needed: YesNoUnknown,
    /// Her nationality, ISO 3166-1 alpha-2. Never asked for as a condition of help; absent unless
    /// she said so.
    #[serde(default)]
    pub nationality: Option<Country>,
    /// Numbers by which authorities and organisations know her. At most 20.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub identifiers: Vec<Identifier>,
    /// How it is safe to reach her. Read it with `contact` before you change it, so that no warning
    /// is lost.
    #[serde(default)]
    pub safe_contact: SafeContact,
    /// States whose authorities must not learn of her, ISO 3166-1 alpha-2. Nothing is sent to
    /// partners there.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub feared: Vec<Country>,
    /// Anything else colleagues must know about her. At most 4000 characters.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub note: String,
}

impl Section for Person {
    const KIND: &'static str = "person";
}

/// What part a person has in a case. `main`: the one it is about. `family`: grown-up family.
/// `contact`: somebody through whom the others are reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The one the case is about.
    #[default]
    Main,
    /// Family, grown up.
    Family,
    /// A child in the family.
    Child,
    /// Somebody who saw it.
    Witness,
    /// Somebody through whom the others are reached.
    Contact,
}

/// A gender, in the codes of HTCDS 2.0. `NonSpecifiedUnknown`: not said, or not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum Gender {
    /// Feminine.
    Feminine,
    /// Masculine.
    Masculine,
    /// Transgender, feminine.
    TransgenderFeminine,
    /// Transgender, masculine.
    TransgenderMasculine,
    /// Not conforming.
    NonConforming,
    /// Not said, or not known.
    #[default]
    NonSpecifiedUnknown,
}

/// A number by which an authority or an organisation knows somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Whose number it is.
    pub kind: IdentifierKind,
    /// The number as it is written: 1 to 80 characters.
    #[schema(min_length = 1, max_length = 80)]
    pub value: String,
}

/// Whose number an identifier is. `a_number`: the alien number of the immigration authorities of
/// the United States. `detention_number`: given by a place of detention. `nrm`: by a national
/// referral mechanism. `unhcr`: by UNHCR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// The alien number of the immigration authorities of the United States.
    ANumber,
    /// The number in a place of detention.
    DetentionNumber,
    /// A passport.
    Passport,
    /// A national referral mechanism.
    Nrm,
    /// UNHCR.
    Unhcr,
    /// Somebody else's.
    Other,
}

/// An age that can be told without telling who. `child`: under 18. `young_adult`: 18 to 25.
/// `adult`: 26 to 59. `older`: 60 and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Under 18.
    Child,
    /// 18 to 25.
    YoungAdult,
    /// 26 to 59.
    Adult,
    /// 60 and over.
    Older,
    /// Not known.
    Unknown,
}

impl Person {
    /// The age band on a day. Somebody noted as a child without an age is a child. Nobody counts as
    /// grown up because it was said that she is not under 18.
    pub fn age_band(&self, today: Day) -> AgeBand {
        let years = self
            .birth_date
            .map(|born| years_between(born, today))
            .or(self.age_estimate.map(i32::from));
        match years {
            Some(years) if years < 18 => AgeBand::Child,
            Some(18..=25) => AgeBand::YoungAdult,
            Some(26..=59) => AgeBand::Adult,
            Some(_) => AgeBand::Older,
            None if self.part == Part::Child || self.under_18 == YesNoUnknown::Yes => {
                AgeBand::Child
            }
            None => AgeBand::Unknown,
        }
    }

    /// Whether a day of birth or an estimate says how old she is.
    pub fn has_age(&self) -> bool {
        self.birth_date.is_some() || self.age_estimate.is_some()
    }

    /// The name to use, if she gave one.
    pub fn name(&self) -> Option<&str> {
        self.names
            .iter()
            .map(|name| name.trim())
            .find(|name| !name.is_empty())
    }

    /// Refuses what cannot be, with every fault at once. `place` is where the person stands in
    /// what was sent.
    pub fn check(&self, place: &str, today: Day) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        let mut born = |code: &str, detail: &str| {
            faults.push(Fault::at(format!("{place}/birth_date"), code, detail));
        };
        match self.birth_date.map(|born| years_between(born, today)) {
            Some(..0) => born("in_the_future", "nobody is born after today"),
            Some(OLDEST..) => born(
                "too_long_ago",
                "lies 120 years back or more: is it in another calendar, or are digits missing?",
            ),
            _ => {}
        }
        for (index, name) in self.names.iter().enumerate() {
            if name.trim().is_empty() {
                faults.push(Fault::at(
                    format!("{place}/names/{index}"),
                    "empty",
                    "must not be empty; leave the list empty for somebody without a name",
                ));
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Invalid(faults))
        }
    }
}

/// Years that nobody reaches. A year of the Persian, Islamic or Ethiopian calendar, or one typed with
/// two digits, lies further back.
const OLDEST: i32 = 120;

fn years_between(born: Day, today: Day) -> i32 {
    let (born, today) = (born.to_date(), today.to_date());
    let before_birthday = (today.month(), today.day()) < (born.month(), born.day());
    today.year() - born.year() - i32::from(before_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> Person {
        serde_json::from_str("{}").unwrap()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_person_may_be_nobody_in_particular() {
        let person = person();
        assert_eq!(person.name(), None);
        assert_eq!(person.safe_contact.voicemail, YesNoUnknown::Unknown);
        assert_eq!(person.age_band(day("2026-11-24")), AgeBand::Unknown);
    }

    #[test]
    fn a_child_grows_up_on_the_birthday() {
        let mut person = person();
        person.birth_date = Some(day("2008-11-25"));
        assert_eq!(person.age_band(day("2026-11-24")), AgeBand::Child);
        assert_eq!(person.age_band(day("2026-11-25")), AgeBand::YoungAdult);
        // The day of birth wins over a guess.
        person.age_estimate = Some(40);
        assert_eq!(person.age_band(day("2026-11-24")), AgeBand::Child);
        person.birth_date = None;
        assert_eq!(person.age_band(day("2026-11-24")), AgeBand::Adult);
        person.age_estimate = Some(60);
        assert_eq!(person.age_band(day("2026-11-24")), AgeBand::Older);
    }

    #[test]
    fn somebody_noted_as_a_child_is_one() {
        let mut person = person();
        person.part = Part::Child;
        assert_eq!(person.age_band(day("2026-11-24")), AgeBand::Child);
    }

    #[test]
    fn a_day_of_another_calendar_is_asked_about() {
        let today = day("2026-11-24");
        let mut person = person();
        for (born, taken) in [
            ("1906-11-25", true),
            ("1906-11-24", false),
            ("1388-05-01", false),
            ("0008-03-01", false),
            ("2026-11-24", true),
        ] {
            person.birth_date = Some(day(born));
            assert_eq!(person.check("", today).is_ok(), taken, "{born}");
        }
    }

    #[test]
    fn impossible_people_are_refused_whole() {
        let mut person = person();
        person.birth_date = Some(day("2027-01-01"));
        person.names = vec!["Ana".to_owned(), "  ".to_owned()];
        let Err(Refusal::Invalid(faults)) = person.check("/people/0", day("2026-11-24")) else {
            panic!("it was taken");
        };
        let at: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(at, ["/people/0/birth_date", "/people/0/names/1"]);
    }
}
