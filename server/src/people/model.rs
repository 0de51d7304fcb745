//! A person, and the rules that can be said without a database.

use amparo_store::Day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

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

/// How it is safe to reach a person. A call at the wrong time or to the wrong number can put her in
/// danger: the rule comes before the numbers, here and on every screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafeContact {
    /// Whether she may be called back at all. Only `yes` is yes.
    #[serde(default)]
    pub safe_to_call_back: YesNoUnknown,
    /// At which hours she may be reached, in words. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub hours: Option<String>,
    /// What to say first, so that she knows who calls. At most 80 characters. A secret between her
    /// and the caseworkers.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub code_word: Option<String>,
    /// Whether a message may be left where others could hear it.
    #[serde(default)]
    pub voicemail: YesNoUnknown,
    /// People and numbers that must never be contacted. At most 20, each of at most 200 characters.
    #[serde(default)]
    #[schema(max_items = 20, max_length = 200)]
    pub never_contact: Vec<String>,
    /// Anything else to take care of when reaching her. At most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: String,
    /// The ways to reach her, safest first. At most 12.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub channels: Vec<Channel>,
}

/// One way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// What sort of way it is.
    pub kind: ChannelKind,
    /// The number (E.164 if it is one), address, place or go-between: 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    pub value: String,
    /// Whose it is, and so who else may answer.
    #[serde(default)]
    pub whose: Whose,
    /// Whether somebody records it or listens.
    #[serde(default)]
    pub recorded_line: YesNoUnknown,
}

/// A sort of way to reach somebody. `visit`: going there. `through_somebody`: a go-between passes
/// it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A call.
    Phone,
    /// A text message.
    Sms,
    /// `WhatsApp`.
    Whatsapp,
    /// Signal.
    Signal,
    /// A letter or a mail.
    Mail,
    /// Going there.
    Visit,
    /// Somebody who passes it on.
    ThroughSomebody,
}

/// Whose a telephone or an address is, and so who else may answer. `own`: hers alone. `facility`:
/// the place of detention's. `other`: somebody else's, or not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Hers alone.
    Own,
    /// Shared with others.
    Shared,
    /// The place of detention's.
    Facility,
    /// Somebody else's, or not known.
    #[default]
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
    /// The age band on a day. Somebody noted as a child without an age is a child.
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
            None if self.part == Part::Child => AgeBand::Child,
            None => AgeBand::Unknown,
        }
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
        if self.birth_date.is_some_and(|born| born > today) {
            faults.push(Fault::at(
                format!("{place}/birth_date"),
                "in_the_future",
                "nobody is born after today",
            ));
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
