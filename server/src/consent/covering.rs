//! The proof that something may be shared.

use amparo_store::{CaseId, Day, OrganisationId, RecordId};

use super::model::{Consent, SharedSection, Sharing, covers};
use crate::casefile::{CaseAccess, File, Record};
use crate::foundation::{Act, Reason, Refusal};

/// What a sharing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A consent, by its record.
    Consent(RecordId),
    /// An override in somebody's vital interest, by its record.
    VitalInterest(RecordId),
}

/// Proof that these sections of this case may be shared with this organisation. Made by
/// [`covering`] and by an override, and by nothing else.
#[derive(Debug, PartialEq, Eq)]
pub struct Covering {
    case: CaseId,
    recipient: OrganisationId,
    sections: Vec<SharedSection>,
    basis: Basis,
    until: Option<Day>,
}

impl Covering {
    pub(super) fn new(case: CaseId, ask: &Sharing, basis: Basis, until: Option<Day>) -> Self {
        let mut sections = ask.sections.clone();
        sections.sort_unstable();
        sections.dedup();
        Self {
            case,
            recipient: ask.recipient,
            sections,
            basis,
            until,
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

    /// The last day on which the receiver may keep what was shared, if the consent has one.
    pub fn until(&self) -> Option<Day> {
        self.until
    }
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
    let consents = file.all::<Consent>()?;
    let today = act.now.to_day();
    let found = newest_that_covers(&consents, ask, today).map_err(Refusal::Because)?;
    Ok(Covering::new(
        case.id(),
        ask,
        Basis::Consent(found.id),
        found.body.until,
    ))
}

/// The newest consent under which something could be shared with `recipient` today, if the person
/// is asked where she wants to be. No proof: for showing what might be covered.
pub fn towards(
    act: &Act<'_>,
    file: &File,
    recipient: OrganisationId,
) -> Result<Option<Consent>, Refusal> {
    if file.sharing_stopped() {
        return Ok(None);
    }
    let ask = Sharing {
        recipient,
        sections: Vec::new(),
        confirmed_now: true,
    };
    let consents = file.all::<Consent>()?;
    let found = newest_that_covers(&consents, &ask, act.now.to_day());
    Ok(found.ok().map(|kept| kept.body.clone()))
}

fn newest_that_covers<'a>(
    consents: &'a [Record<Consent>],
    ask: &Sharing,
    today: Day,
) -> Result<&'a Record<Consent>, Reason> {
    let mut refused = None;
    for consent in consents.iter().rev() {
        match covers(&consent.body, ask, today) {
            Ok(()) => return Ok(consent),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    Err(refused.unwrap_or(Reason::NothingOnRecord))
}
