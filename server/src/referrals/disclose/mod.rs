//! Least disclosure: what of a file goes into a packet, and nothing else.
//!
//! Pure. What a section contains is decided here, by naming every field that leaves; a field that
//! nobody named stays. Immigration status leaves only where the consent lists it, and with it all
//! that gives it away: nationality, feared states, the legal basis of a detention, the numbers of
//! authorities. Of the other people of a case only those leave who have a covering consent of their
//! own, and of them who they are, never how they are reached. Notes about people and entries that
//! were not marked safe for a partner never leave.

use amparo_store::{Day, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

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

/// What a partner gets of a file: a copy, section by section. A section that was not agreed to is
/// null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketContent {
    /// How it is safe to reach the person: the rule before the numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactView>,
    /// Who the person is: name, age, languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<PacketIdentity>,
    /// Where the person is or was held, oldest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custody: Option<Vec<PacketStay>>,
    /// The numbers one needs to call or visit a place of detention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detention_numbers: Option<Vec<Identifier>>,
    /// The need that the referral is about, in detail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<PacketNeed>,
    /// What points to trafficking and forced labour, with the evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trafficking: Option<Vec<Assessment>>,
    /// Nationality, feared states and the numbers of authorities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub immigration_status: Option<PacketStatus>,
    /// The other people of the case who agreed to it themselves, or for whom somebody did who may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<Vec<PacketIdentity>>,
    /// Papers of the person, by their numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<Identifier>>,
    /// The lines of the timeline that were marked safe for a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Vec<PacketNote>>,
}

impl PacketContent {
    /// Leaves out how to reach the person, and says that nobody may call.
    pub(super) fn hide_numbers(&mut self) {
        if let Some(contact) = &mut self.contact {
            contact.channels.clear();
            contact.before_you_call.safe_to_call_back = YesNoUnknown::No;
            contact.before_you_call.voicemail = YesNoUnknown::No;
        }
    }
}

/// Who somebody is, as far as a packet tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketIdentity {
    /// What part she has in the sender's case.
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
    /// The age as a band, computed on the day of sending.
    pub age_band: AgeBand,
    /// Languages she speaks, ISO 639-3, best first.
    pub languages: Vec<Language>,
    /// Whether an interpreter must be there.
    pub interpreter_needed: YesNoUnknown,
}

/// A stay in a place of detention, without what it says about somebody's status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketStay {
    /// The name of the place where she is or was held.
    pub facility: String,
    /// The country it lies in, ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// The first day (ISO 8601). Null if it is not known.
    #[schema(value_type = Option<String>, format = Date)]
    pub arrived: Option<Day>,
    /// The last day (ISO 8601). Null while it lasts.
    #[schema(value_type = Option<String>, format = Date)]
    pub left: Option<Day>,
    /// The number by which the place is reached, as the sender's file has it.
    pub phone: Option<String>,
    /// Who may visit, when and how.
    pub visiting_rules: Option<String>,
    /// Whether calls to the place are recorded or listened to.
    pub recorded_line: YesNoUnknown,
    /// The authority that holds her. Null unless `immigration_status` is shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// On what ground she is held. Null unless `immigration_status` is shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
}

/// The need that a referral is about, in detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketNeed {
    /// What is missing, by category.
    pub category: NeedCategory,
    /// More about it, in the words of the sender's file.
    pub detail: String,
}

/// What is known of somebody's status and of whom she fears.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketStatus {
    /// Her nationality, ISO 3166-1 alpha-2. Null unless she said so.
    pub nationality: Option<Country>,
    /// States whose authorities must not learn of her, ISO 3166-1 alpha-2.
    pub feared: Vec<Country>,
    /// Numbers by which authorities and protection mechanisms know her.
    pub identifiers: Vec<Identifier>,
}

/// A line of the timeline that may leave the sender's organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PacketNote {
    /// When it happened, or else was written (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// What happened or was said.
    pub text: String,
}

/// What the proof covers, and nothing else.
pub(super) fn least_disclosure(parts: &Parts, covering: &Covering, today: Day) -> PacketContent {
    let others: Vec<Uuid> = covering.others().iter().map(|one| one.person).collect();
    of_sections(parts, covering.sections(), &others, today)
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

/// What these sections would tell, with the others who agreed. For the sender's own eyes: what leaves
/// takes a proof.
pub(super) fn of_sections(
    parts: &Parts,
    sections: &[SharedSection],
    others: &[Uuid],
    today: Day,
) -> PacketContent {
    use SharedSection as S;
    let has = |section| sections.contains(&section);
    let main = parts.main();
    let need = has(need_section(parts.need.category));
    let mut content = PacketContent {
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
        family: has(S::Family).then(|| family(parts, others, today)),
        documents: main
            .filter(|_| has(S::Documents))
            .map(|one| numbers(one, |kind| kind == IdentifierKind::Passport)),
        notes: has(S::Notes).then(|| notes(parts)),
    };
    // Nobody may contact her: then nobody is told how.
    if main.is_some_and(|one| one.safe_contact.is_stopped(today)) {
        content.hide_numbers();
    }
    content
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

/// The people of the case beside the main person.
fn others_of(parts: &Parts) -> impl Iterator<Item = &Person> {
    let main = parts.main().map_or(Uuid::nil(), |main| main.person);
    let others = parts.people.iter();
    others.filter(move |one| one.part != Part::Main && one.person != main)
}

fn family(parts: &Parts, agreed: &[Uuid], today: Day) -> Vec<PacketIdentity> {
    others_of(parts)
        .filter(|one| agreed.contains(&one.person))
        .map(|one| identity(one, today))
        .collect()
}

/// How many people of the case stay out of a packet, because none of them agreed to be in it.
pub(super) fn left_out(parts: &Parts, content: &PacketContent) -> usize {
    content.family.as_ref().map_or(0, |family| {
        others_of(parts).count().saturating_sub(family.len())
    })
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
