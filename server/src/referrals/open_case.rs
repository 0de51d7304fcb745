//! A case of one's own from an accepted packet, after a conflict check.
//!
//! The copy lives in the receiver's file from then on, under the receiver's own duties. No consent
//! is copied: the person agreed to the sharing with us, not to what we share next.

use amparo_store::{CaseId, ReferralId};
use serde::Serialize;
use utoipa::ToSchema;

use super::disclose::{PacketContent, PacketIdentity, PacketStay};
use super::events::{self, Happening, Said};
use super::packet::{self, Packet};
use super::reasons::OpenOwnCase;
use super::receiver::{self, Received};
use crate::cases::{
    self, CaseOrigin, Custody, Entry, EntryKind, Need, NeedStatus, Opening, Sheet, Side,
};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::people::{AgeBand, Gender, Part, Person, SafeContact};
use crate::rights::Right;
use crate::words::{Country, YesNoUnknown};

/// The case that the receiver opened from a packet.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OpenedCase {
    /// The new case, in the receiver's own organisation: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
}

/// Opens the case. Once: later the answer is that there is one.
pub(super) fn open_case(
    act: &mut Act<'_>,
    id: ReferralId,
    body: &OpenOwnCase,
) -> Result<OpenedCase, Refusal> {
    if !body.conflict_checked {
        return Err(Refusal::fault(
            "/conflict_checked",
            "not_checked",
            "look first whether you help, employ or are close to the other side",
        ));
    }
    let it = receiver::lock(act, id, Right::Answer)?;
    let packet = packet::handed_out(act, &it)?.packet;
    if opened_before(act, &it)?.is_some() {
        return Err(Refusal::Because(Reason::ReferralHasCase));
    }
    let case = cases::open(act, opening(&it, packet))?;
    let said = Said {
        case: Some(case),
        ..Said::default()
    };
    let readers = it.readers(act)?;
    let (what, state) = (Happening::CaseOpened, it.row.state);
    events::record(act, &it.row, what, state, said, &readers)?;
    ledger::note(act, What::PacketOpened, About::the(id.to_uuid()))?;
    Ok(OpenedCase { case })
}

/// The case of our own, if one was opened: once, whether or not its id can be read.
fn opened_before(act: &mut Act<'_>, it: &Received) -> Result<Option<Option<CaseId>>, Refusal> {
    let bodies = it.events(act)?.into_iter().filter_map(|read| read.body);
    let mut opened = bodies.filter(|(body, _)| body.what == Happening::CaseOpened);
    Ok(opened.next().map(|(body, _)| body.said.case))
}

/// The case of our own that was opened from a referral, for a page that shows the way to it.
pub(super) fn own_case(act: &mut Act<'_>, id: ReferralId) -> Result<Option<CaseId>, Refusal> {
    let it = receiver::find(act, id, Right::Read)?;
    Ok(opened_before(act, &it)?.flatten())
}

fn opening(it: &Received, packet: Packet) -> Opening {
    let facts = &it.notice.facts;
    let here = (facts.place == Side::Here).then(|| facts.country.clone());
    let mut opening = Opening::new(Sheet {
        summary: packet.purpose.clone(),
        tags: Vec::new(),
        priority: facts.urgency,
        priority_raised: None,
        country: here.flatten(),
        town: None,
        opened_because: String::new(),
        origin: Some(CaseOrigin::Referral {
            sender: packet.sender_name.clone(),
            sent_by: packet.sent_by.clone(),
            purpose: packet.purpose.clone(),
            until: packet.until,
        }),
    });
    let content = packet.content;
    opening.needs.push(Need {
        category: facts.category,
        side: facts.place,
        country: facts.country.clone(),
        urgency: facts.urgency,
        detail: content
            .need
            .as_ref()
            .map(|need| need.detail.clone())
            .unwrap_or_default(),
        status: NeedStatus::Open,
        outcome: None,
    });
    let mut main = main_person(&content, &facts.languages);
    if facts.age_band == AgeBand::Child && !main.has_age() {
        // Who is known to be a child stays one, whatever of her goes along.
        main.under_18 = YesNoUnknown::Yes;
    }
    opening.people.push(main);
    for one in content.family.iter().flatten() {
        opening.people.push(somebody(one));
    }
    opening.custody = content.custody.into_iter().flatten().map(stay).collect();
    opening.assessments = content.trafficking.unwrap_or_default();
    for note in content.notes.into_iter().flatten() {
        opening.entries.push(Entry {
            kind: EntryKind::Note,
            text: note.text,
            first_contact: None,
            safe_for_partner: false,
            on: Some(note.at),
        });
    }
    opening
}

fn main_person(content: &PacketContent, languages: &[crate::words::Language]) -> Person {
    let mut person = content.identity.as_ref().map_or_else(nobody, somebody);
    if person.languages.is_empty() {
        person.languages = languages.to_vec();
    }
    person.part = Part::Main;
    if let Some(contact) = &content.contact {
        let rule = contact.before_you_call.clone();
        person.safe_contact = SafeContact {
            stop: contact.before_you_call.stop.clone(),
            safe_to_call_back: rule.safe_to_call_back,
            hours: rule.hours,
            code_word: rule.code_word,
            voicemail: rule.voicemail,
            never_contact: rule.never_contact,
            note: rule.note,
            channels: contact.channels.clone(),
        };
    }
    if let Some(status) = &content.immigration_status {
        person.nationality.clone_from(&status.nationality);
        person.feared.clone_from(&status.feared);
        person
            .identifiers
            .extend(status.identifiers.iter().cloned());
    }
    let papers = content.documents.iter().flatten();
    let numbers = content.detention_numbers.iter().flatten();
    person.identifiers.extend(papers.chain(numbers).cloned());
    person
}

fn somebody(of: &PacketIdentity) -> Person {
    Person {
        part: of.part,
        names: of.names.clone(),
        gender: of.gender,
        birth_date: of.birth_date,
        age_estimate: of.age_estimate,
        under_18: match of.age_band {
            AgeBand::Child => YesNoUnknown::Yes,
            _ => YesNoUnknown::Unknown,
        },
        languages: of.languages.clone(),
        interpreter_needed: of.interpreter_needed,
        ..nobody()
    }
}

fn nobody() -> Person {
    Person {
        person: uuid::Uuid::nil(),
        part: Part::Main,
        names: Vec::new(),
        gender: Gender::NonSpecifiedUnknown,
        birth_date: None,
        age_estimate: None,
        under_18: YesNoUnknown::Unknown,
        pregnant_or_with_children: YesNoUnknown::Unknown,
        languages: Vec::new(),
        interpreter_needed: YesNoUnknown::Unknown,
        nationality: None::<Country>,
        identifiers: Vec::new(),
        safe_contact: SafeContact::default(),
        feared: Vec::new(),
        note: String::new(),
    }
}

fn stay(of: PacketStay) -> Custody {
    Custody {
        facility: of.facility,
        place: None,
        country: of.country,
        authority: of.authority,
        legal_basis: of.legal_basis,
        arrived: of.arrived,
        left: of.left,
        source: None,
        phone: of.phone,
        visiting_rules: of.visiting_rules,
        recorded_line: of.recorded_line,
    }
}
