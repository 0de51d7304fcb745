//! The proof that something may be shared.

use amparo_store::{CaseId, Day, Moment, OrganisationId, RecordId};
use uuid::Uuid;

use super::model::{Agreement, Consent, SharedSection, Sharing};
use super::rules::{Subject, covers};
use crate::casefile::{CaseAccess, File, Record};
use crate::foundation::{Act, Reason, Refusal};
use crate::people::{Part, Person};
use crate::words::NeedCategory;

/// What a sharing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A consent, by its record.
    Consent(RecordId),
    /// An override in somebody's vital interest, by its record.
    VitalInterest(RecordId),
}

/// Somebody else of a case whose own consent covers a sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The human being.
    pub person: Uuid,
    /// Her consent, by its record.
    pub consent: RecordId,
    /// The last day of it, if it has one.
    until: Option<Day>,
}

/// Proof that these sections of this case may be shared with this organisation. Made by
/// [`covering`] and by an override, and by nothing else.
#[derive(Debug, PartialEq, Eq)]
pub struct Covering {
    case: CaseId,
    recipient: OrganisationId,
    sections: Vec<SharedSection>,
    basis: Basis,
    agreement: Option<Agreement>,
    others: Vec<Other>,
    until: Option<Day>,
    ends_at: Option<Moment>,
}

impl Covering {
    /// Rests on what the person agreed to, and each of the others for herself. It holds no longer
    /// than the shortest of their consents.
    fn by_consent(
        case: CaseId,
        ask: &Sharing,
        consent: &Record<Consent>,
        others: Vec<Other>,
    ) -> Self {
        let ends = others.iter().filter_map(|other| other.until);
        Self {
            case,
            recipient: ask.recipient,
            sections: each_once(&ask.sections),
            basis: Basis::Consent(consent.id),
            agreement: Some(Agreement::of(&consent.body)),
            until: ends.chain(consent.body.until).min(),
            others,
            ends_at: None,
        }
    }

    /// Rests on nobody's word, and so not for long.
    pub(super) fn by_override(case: CaseId, ask: &Sharing, id: RecordId, ends_at: Moment) -> Self {
        Self {
            case,
            recipient: ask.recipient,
            sections: each_once(&ask.sections),
            basis: Basis::VitalInterest(id),
            agreement: None,
            others: Vec::new(),
            until: Some(ends_at.to_day()),
            ends_at: Some(ends_at),
        }
    }

    /// The case whose data it is.
    pub fn case(&self) -> CaseId {
        self.case
    }

    /// With whom it may be shared.
    pub fn recipient(&self) -> OrganisationId {
        self.recipient
    }

    /// What may be shared, each once, in the order of [`SharedSection`].
    pub fn sections(&self) -> &[SharedSection] {
        &self.sections
    }

    /// Whether a section is among them.
    pub fn has(&self, section: SharedSection) -> bool {
        self.sections.contains(&section)
    }

    /// The record it rests on.
    pub fn basis(&self) -> RecordId {
        match self.basis {
            Basis::Consent(id) | Basis::VitalInterest(id) => id,
        }
    }

    /// What kind of record that is.
    pub fn ground(&self) -> Basis {
        self.basis
    }

    /// Who agreed, how, and how it was explained. None: nobody did.
    pub fn agreement(&self) -> Option<&Agreement> {
        self.agreement.as_ref()
    }

    /// The other people of the case whose data may go along, each by a consent of her own.
    pub fn others(&self) -> &[Other] {
        &self.others
    }

    /// The last day on which the receiver may keep what was shared, if the consent has one.
    pub fn until(&self) -> Option<Day> {
        self.until
    }

    /// The moment at which it ends, if it rests on nobody's word.
    pub fn ends_at(&self) -> Option<Moment> {
        self.ends_at
    }
}

fn each_once(sections: &[SharedSection]) -> Vec<SharedSection> {
    let mut sections = sections.to_vec();
    sections.sort_unstable();
    sections.dedup();
    sections
}

/// Finds a consent that covers a sharing today. The words of the refusal are those of the newest
/// consent, which is the one to talk about.
pub fn covering(
    act: &Act<'_>,
    case: &CaseAccess,
    file: &File,
    ask: &Sharing,
) -> Result<Covering, Refusal> {
    if file.sharing_stopped() {
        return Err(Refusal::Because(Reason::SharingStopped));
    }
    let (consents, people) = (file.all::<Consent>()?, file.bodies::<Person>()?);
    let today = act.now.to_day();
    let main = Subject::main_of(&people, today);
    let found = newest_that_covers(&consents, ask, &main, today).map_err(Refusal::Because)?;
    let others = of_others(&consents, &people, ask, today);
    Ok(Covering::by_consent(case.id(), ask, found, others))
}

/// The newest consent under which something could be shared with `recipient` for a need today, if
/// the person is asked where she wants to be. No proof: for showing what might be covered.
pub fn towards(
    act: &Act<'_>,
    file: &File,
    recipient: OrganisationId,
    need: NeedCategory,
) -> Result<Option<Consent>, Refusal> {
    if file.sharing_stopped() {
        return Ok(None);
    }
    let ask = Sharing {
        recipient,
        sections: Vec::new(),
        need,
        confirmed_now: true,
    };
    let (consents, people) = (file.all::<Consent>()?, file.bodies::<Person>()?);
    let today = act.now.to_day();
    let main = Subject::main_of(&people, today);
    let found = newest_that_covers(&consents, &ask, &main, today);
    Ok(found.ok().map(|kept| kept.body.clone()))
}

/// The other people of a case whose data may go along with a sharing today. No proof: for showing
/// it before it is sent.
pub fn others_towards(act: &Act<'_>, file: &File, ask: &Sharing) -> Result<Vec<Other>, Refusal> {
    if file.sharing_stopped() {
        return Ok(Vec::new());
    }
    let (consents, people) = (file.all::<Consent>()?, file.bodies::<Person>()?);
    Ok(of_others(&consents, &people, ask, act.now.to_day()))
}

/// Each of them by a consent of her own for `family` or `identity`. Only the main person was asked
/// just now: who wants to be asked each time is left out.
fn of_others(
    consents: &[Record<Consent>],
    people: &[Person],
    ask: &Sharing,
    today: Day,
) -> Vec<Other> {
    if !ask.sections.contains(&SharedSection::Family) {
        return Vec::new();
    }
    let main = Subject::main_of(people, today);
    let others = people
        .iter()
        .filter(|person| person.part != Part::Main && person.person != main.person());
    let own = |person: &Person| {
        let whose = Subject::of(person, today);
        [SharedSection::Family, SharedSection::Identity]
            .into_iter()
            .find_map(|section| {
                let ask = Sharing {
                    sections: vec![section],
                    confirmed_now: false,
                    ..ask.clone()
                };
                newest_that_covers(consents, &ask, &whose, today).ok()
            })
            .map(|kept| Other {
                person: person.person,
                consent: kept.id,
                until: kept.body.until,
            })
    };
    others.filter_map(own).collect()
}

/// Where asking is all that is missing, that is said; else why the newest one does not cover it. Who
/// said later that nothing may be shared yet is not passed over for what she said before.
fn newest_that_covers<'a>(
    consents: &'a [Record<Consent>],
    ask: &Sharing,
    whose: &Subject,
    today: Day,
) -> Result<&'a Record<Consent>, Reason> {
    let mut refused = None;
    let own = consents.iter().rev().filter(|one| whose.is_of(&one.body));
    for consent in own {
        match covers(&consent.body, ask, whose, today) {
            Ok(()) => return Ok(consent),
            Err(Reason::NobodyYet) => return Err(refused.unwrap_or(Reason::NobodyYet)),
            Err(Reason::AskEachTime) => refused = Some(Reason::AskEachTime),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    Err(refused.unwrap_or(Reason::NothingOnRecord))
}
