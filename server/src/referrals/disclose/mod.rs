//! Least disclosure: what of a file goes into a packet, and nothing else.
//!
//! Pure. What a section contains is decided here, by naming every field that leaves; a field that
//! nobody named stays. Immigration status leaves only where the consent lists it, and with it all
//! that gives it away: nationality, feared states, the legal basis of a detention, the numbers of
//! authorities. Notes about people, entries that were not marked safe for a partner, witnesses and
//! go-betweens never leave.

use amparo_store::{Day, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::{File, Record};
use crate::cases::{Assessment, Custody, Entry, Need};
use crate::consent::{Covering, SharedSection};
use crate::foundation::Refusal;
use crate::people::{AgeBand, ContactView, Gender, Identifier, IdentifierKind, Part, Person};
use crate::words::{Country, Language, NeedCategory, YesNoUnknown};

/// The parts of a file that a packet is drawn from.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub people: Vec<Person>,
    pub custody: Vec<Custody>,
    pub need: Need,
    pub assessments: Vec<Assessment>,
    pub entries: Vec<(Moment, Entry)>,
}

impl Parts {
    /// Takes them out of an opened file.
    pub(super) fn of(file: &File, need: &Need) -> Result<Self, Refusal> {
        fn bodies<T>(kept: Vec<Record<T>>) -> Vec<T> {
            kept.into_iter().map(|one| one.body).collect()
        }
        Ok(Self {
            people: bodies(file.all()?),
            custody: bodies(file.all()?),
            need: need.clone(),
            assessments: bodies(file.all()?),
            entries: file
                .all::<Entry>()?
                .into_iter()
                .map(|kept| (kept.created_at, kept.body))
                .collect(),
        })
    }
}

/// What a partner gets to see of a file: a copy, section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketContent {
    /// How it is safe to reach the person: the rule before the numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactView>,
    /// Who the person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<PacketIdentity>,
    /// Where the person is or was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custody: Option<Vec<PacketStay>>,
    /// The numbers one needs to call or visit there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detention_numbers: Option<Vec<Identifier>>,
    /// The need this is about, in detail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<PacketNeed>,
    /// Indicators of trafficking and forced labour, with their evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trafficking: Option<Vec<Assessment>>,
    /// Nationality, status and the numbers of authorities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub immigration_status: Option<PacketStatus>,
    /// Family in the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<Vec<PacketIdentity>>,
    /// Papers by their numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<Identifier>>,
    /// Entries that were marked safe for a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Vec<PacketNote>>,
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketIdentity {
    /// What part she has in the case.
    pub part: Part,
    /// Names as she says them; the first is the one to use.
    pub names: Vec<String>,
    /// As HTCDS writes it.
    pub gender: Gender,
    /// The day of birth, if it is known.
    #[schema(value_type = Option<String>, format = Date)]
    pub birth_date: Option<Day>,
    /// Otherwise how old she may be, in years.
    pub age_estimate: Option<u8>,
    /// What follows from the two on the day of sending.
    pub age_band: AgeBand,
    /// Languages she speaks, best first.
    pub languages: Vec<Language>,
    /// Whether an interpreter must be there.
    pub interpreter_needed: YesNoUnknown,
}

/// A stay in a place of detention, without what it says about somebody's status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketStay {
    /// The place.
    pub facility: String,
    /// The country.
    pub country: Option<Country>,
    /// The first day.
    #[schema(value_type = Option<String>, format = Date)]
    pub arrived: Option<Day>,
    /// The last day; none while it lasts.
    #[schema(value_type = Option<String>, format = Date)]
    pub left: Option<Day>,
    /// The number to call.
    pub phone: Option<String>,
    /// When and how one may visit.
    pub visiting_rules: Option<String>,
    /// Whether somebody listens to calls.
    pub recorded_line: YesNoUnknown,
    /// Who holds her. Only where immigration status is shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// On what ground. Only where immigration status is shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
}

/// What is missing, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketNeed {
    /// What is missing.
    pub category: NeedCategory,
    /// In detail.
    pub detail: String,
}

/// What is known of somebody's status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketStatus {
    /// Nationality, if it was noted.
    pub nationality: Option<Country>,
    /// States whose authorities must not learn of her.
    pub feared: Vec<Country>,
    /// Numbers of authorities and protection mechanisms.
    pub identifiers: Vec<Identifier>,
}

/// A note that may leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketNote {
    /// When it was written, or what day it is about.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// The text.
    pub text: String,
}

/// What the proof covers, and nothing else.
pub(super) fn least_disclosure(parts: &Parts, covering: &Covering, today: Day) -> PacketContent {
    of_sections(parts, covering.sections(), today)
}

/// What a partner usually cannot do without. The sender adds or takes away.
pub(super) fn usual_sections(category: NeedCategory) -> Vec<SharedSection> {
    use SharedSection as S;
    vec![S::Identity, S::Contact, S::Custody, need_section(category)]
}

/// The section that a need stands in: health is one of its own.
fn need_section(category: NeedCategory) -> SharedSection {
    match category {
        NeedCategory::Health | NeedCategory::MentalHealth => SharedSection::Health,
        _ => SharedSection::Needs,
    }
}

/// What these sections would tell. For the sender's own eyes: what leaves takes a proof.
pub(super) fn of_sections(parts: &Parts, sections: &[SharedSection], today: Day) -> PacketContent {
    use SharedSection as S;
    let has = |section| sections.contains(&section);
    let main = parts.main();
    let need = has(need_section(parts.need.category));
    PacketContent {
        contact: main
            .filter(|_| has(S::Contact))
            .map(|one| ContactView::new(one.safe_contact.clone())),
        identity: main
            .filter(|_| has(S::Identity))
            .map(|one| identity(one, today)),
        custody: has(S::Custody).then(|| {
            let status = has(S::ImmigrationStatus);
            parts.custody.iter().map(|one| stay(one, status)).collect()
        }),
        detention_numbers: main
            .filter(|_| has(S::Custody))
            .map(|one| numbers(one, |kind| kind == IdentifierKind::DetentionNumber)),
        need: need.then(|| PacketNeed {
            category: parts.need.category,
            detail: parts.need.detail.clone(),
        }),
        trafficking: has(S::Trafficking).then(|| parts.assessments.clone()),
        immigration_status: main.filter(|_| has(S::ImmigrationStatus)).map(status),
        family: has(S::Family).then(|| family(parts, today)),
        documents: main
            .filter(|_| has(S::Documents))
            .map(|one| numbers(one, |kind| kind == IdentifierKind::Passport)),
        notes: has(S::Notes).then(|| notes(parts)),
    }
}

fn identity(of: &Person, today: Day) -> PacketIdentity {
    PacketIdentity {
        part: of.part,
        names: of.names.clone(),
        gender: of.gender,
        birth_date: of.birth_date,
        age_estimate: of.age_estimate,
        age_band: of.age_band(today),
        languages: of.languages.clone(),
        interpreter_needed: of.interpreter_needed,
    }
}

fn stay(of: &Custody, status: bool) -> PacketStay {
    PacketStay {
        facility: of.facility.clone(),
        country: of.country.clone(),
        arrived: of.arrived,
        left: of.left,
        phone: of.phone.clone(),
        visiting_rules: of.visiting_rules.clone(),
        recorded_line: of.recorded_line,
        authority: of.authority.clone().filter(|_| status),
        legal_basis: of.legal_basis.clone().filter(|_| status),
    }
}

fn status(of: &Person) -> PacketStatus {
    PacketStatus {
        nationality: of.nationality.clone(),
        feared: of.feared.clone(),
        identifiers: numbers(of, |kind| {
            use IdentifierKind::{ANumber, Nrm, Other, Unhcr};
            matches!(kind, ANumber | Nrm | Unhcr | Other)
        }),
    }
}

fn numbers(of: &Person, wanted: impl Fn(IdentifierKind) -> bool) -> Vec<Identifier> {
    let all = of.identifiers.iter();
    all.filter(|one| wanted(one.kind)).cloned().collect()
}

fn family(parts: &Parts, today: Day) -> Vec<PacketIdentity> {
    parts
        .people
        .iter()
        .filter(|one| matches!(one.part, Part::Family | Part::Child))
        .map(|one| identity(one, today))
        .collect()
}

fn notes(parts: &Parts) -> Vec<PacketNote> {
    parts
        .entries
        .iter()
        .filter(|(_, entry)| entry.safe_for_partner)
        .map(|(written, entry)| PacketNote {
            at: entry.on.unwrap_or(*written),
            text: entry.text.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
