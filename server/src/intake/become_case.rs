//! An intake becomes a case, or goes into one.
//!
//! What must stay true: nobody opens a file about somebody who said no to it; a report that the
//! person has erased meanwhile becomes nothing.

use amparo_store::{CaseId, IntakeId};

use super::bodies::{
    CaseFromIntake, IntakeCase, IntakeEnding, IntakeOutcome, LinkIntake, LinkPreview,
};
use super::merge::{Known, Merge, merge};
use super::model::IntakeCaller;
use super::seals::{Content, Opened};
use super::{opening, triage};
use crate::casefile::{self, CaseAccess, File, Record};
use crate::cases::{self, Custody, Need, Sheet};
use crate::consent::Consent;
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::people::{Part, Person};
use crate::receipts;
use crate::rights::Right;
use crate::tasks::Removal;
use crate::words::YesNoUnknown;

/// Opens a case with everything the intake says, and moves the receipt there.
pub(super) fn open_case(
    act: &mut Act<'_>,
    id: IntakeId,
    extra: &CaseFromIntake,
) -> Result<IntakeCase, Refusal> {
    let opened = triage::open_work(act, id)?;
    let content = readable(act, &opened)?;
    if content.intake.consent.file == YesNoUnknown::No {
        return Err(Refusal::Because(Reason::NoFileWanted));
    }
    let start = opening::opening(&content.intake, content.at, act.now.to_day(), extra);
    let case = cases::open(act, start)?;
    // Only the person's own number opens her letters: a caller who is somebody else keeps his apart.
    let own = content.intake.who.caller_is == Some(IntakeCaller::ThePerson) || extra.own_receipt;
    let receipt_attached = own && content.receipt.is_some();
    if let Some(link) = content.receipt.as_ref().filter(|_| !own) {
        receipts::set_step(act, link, receipts::PersonStep::InWork)?;
    }
    if let Some(link) = content.receipt.as_ref().filter(|_| own) {
        casefile::change(act, case, Right::Write, |act, access| {
            receipts::attach_case(act, link, access)
        })?;
    }
    finish(act, opened, IntakeOutcome::CaseOpened, case)?;
    Ok(IntakeCase {
        case,
        receipt_attached,
        became: Vec::new(),
    })
}

/// Adds what the intake says to a case in one's own reach, as records. The receipt moves there only
/// if somebody says that it is the person's own, and the case has none: whoever has the slip of
/// another caller must not read this person's letters.
pub(super) fn link(
    act: &mut Act<'_>,
    id: IntakeId,
    to: &LinkIntake,
) -> Result<IntakeCase, Refusal> {
    let opened = triage::open_work(act, id)?;
    let content = readable(act, &opened)?;
    if to.reopen {
        cases::reopen_for_call(act, to.case)?;
    }
    let has_one = receipts::case_has_one(act, to.case)?;
    let attach = content.receipt.as_ref();
    let attach = attach.filter(|_| to.own_receipt && !has_one);
    let became = casefile::change(act, to.case, Right::Write, |act, access| {
        access.must_be_open()?;
        let (at, today) = (content.at, act.now.to_day());
        let file = CaseParts::of(act, access)?;
        let merge = merge(&content.intake, &file.known, at, today);
        let became = merge.became.clone();
        file.take(act, access, merge)?;
        if let Some(link) = attach {
            receipts::attach_case(act, link, access)?;
        }
        cases::refresh(act, access)?;
        access.card.has_news = true;
        access.note(act, What::CaseChanged, About::the(id.to_uuid()))?;
        Ok(became)
    })?;
    let receipt_attached = attach.is_some();
    if let Some(link) = content.receipt.as_ref().filter(|_| !receipt_attached) {
        receipts::set_step(act, link, receipts::PersonStep::InWork)?;
    }
    finish(act, opened, IntakeOutcome::Linked, to.case)?;
    Ok(IntakeCase {
        case: to.case,
        receipt_attached,
        became,
    })
}

/// What would become of the intake in a case, without doing it. The look at the case is on record.
pub(super) fn preview(
    act: &mut Act<'_>,
    id: IntakeId,
    case: CaseId,
) -> Result<LinkPreview, Refusal> {
    let opened = triage::in_queue(act, id, Right::Read)?;
    let content = signed(&opened)?;
    if let Some(link) = &content.receipt
        && !receipts::is_there(act, link)?
    {
        return Err(Refusal::NotFound);
    }
    let access = casefile::find(act, case, Right::Read)?;
    let parts = CaseParts::of(act, &access)?;
    let merge = merge(&content.intake, &parts.known, content.at, act.now.to_day());
    access.note(act, What::CaseSeen, About::the(id.to_uuid()))?;
    ledger::note(act, What::IntakeSeen, About::the(id.to_uuid()))?;
    Ok(LinkPreview {
        case,
        pseudonym: access.card.pseudonym.clone(),
        status: access.card.status,
        became: merge.became,
        has_receipt: content.receipt.is_some(),
        case_has_receipt: receipts::case_has_one(act, case)?,
    })
}

/// The records of a case that a call may change.
struct CaseParts {
    sheet: Record<Sheet>,
    person: Option<Record<Person>>,
    removals: Vec<Record<Removal>>,
    needs: Vec<Record<Need>>,
    known: Known,
}

impl CaseParts {
    fn of(act: &mut Act<'_>, access: &CaseAccess) -> Result<Self, Refusal> {
        let file = File::open(act, access)?;
        let people = file.all::<Person>()?;
        let main = people.iter().find(|kept| kept.body.part == Part::Main);
        let person = main.or_else(|| people.first()).cloned();
        let stays = file.bodies::<Custody>()?;
        let mut removals = file.all::<Removal>()?;
        removals.retain(|kept| kept.body.is_ahead());
        let mut needs = file.all::<Need>()?;
        needs.retain(|kept| kept.body.status.is_unmet());
        let sheet = file.only::<Sheet>()?;
        let known = Known {
            sheet: sheet.body.clone(),
            person: person.as_ref().map(|kept| kept.body.clone()),
            stay: cases::present_stay(&stays).cloned(),
            removals: removals.iter().map(|kept| kept.body.clone()).collect(),
            needs: needs.iter().map(|kept| kept.body.clone()).collect(),
        };
        Ok(Self {
            sheet,
            person,
            removals,
            needs,
            known,
        })
    }

    /// Writes the records that a call becomes.
    fn take(
        &self,
        act: &mut Act<'_>,
        access: &mut CaseAccess,
        merge: Merge,
    ) -> Result<(), Refusal> {
        if merge.sheet != self.sheet.body {
            access.change(act, &self.sheet, self.sheet.version, merge.sheet)?;
        }
        let whose = match &self.person {
            Some(kept) => {
                if kept.body != merge.person {
                    access.change(act, kept, kept.version, merge.person)?;
                }
                kept.body.person
            }
            None => {
                let person = Person {
                    person: act.fresh_id(),
                    ..merge.person
                };
                access.add(act, person)?.body.person
            }
        };
        if let Some(stay) = &merge.stay {
            cases::add_stay(act, access, stay)?;
        }
        match merge.removal {
            Some((Some(place), removal)) => {
                if let Some(kept) = self.removals.get(place) {
                    access.change(act, kept, kept.version, removal)?;
                }
            }
            Some((None, removal)) => {
                access.add(act, removal)?;
            }
            None => {}
        }
        for need in merge.needs {
            access.add(act, need)?;
        }
        for (place, urgency) in merge.raised {
            if let Some(kept) = self.needs.get(place) {
                let need = Need {
                    urgency,
                    ..kept.body.clone()
                };
                access.change(act, kept, kept.version, need)?;
            }
        }
        if let Some(consent) = merge.consent {
            let consent = Consent {
                person: Some(whose),
                ..consent
            };
            let kept = access.add(act, consent)?;
            access.note(act, What::ConsentGiven, About::the(kept.id.to_uuid()))?;
        }
        for entry in merge.entries {
            access.add(act, entry)?;
        }
        Ok(())
    }
}

/// The content, if the register knows who wrote it and the person has not erased it.
fn readable(act: &mut Act<'_>, opened: &Opened) -> Result<Content, Refusal> {
    let content = signed(opened)?;
    if let Some(link) = &content.receipt
        && !receipts::still_there(act, link)?
    {
        return Err(Refusal::NotFound);
    }
    Ok(content)
}

/// The content, if the register knows who wrote it.
fn signed(opened: &Opened) -> Result<Content, Refusal> {
    let content = opened.content.clone();
    content.ok_or(Refusal::Because(Reason::IntakeNotSigned))
}

fn finish(
    act: &mut Act<'_>,
    opened: Opened,
    outcome: IntakeOutcome,
    case: CaseId,
) -> Result<(), Refusal> {
    let about = About::the(opened.row.id.to_uuid());
    let ending = IntakeEnding {
        step: triage::step(act)?,
        outcome,
        reason: None,
        case: Some(case),
    };
    triage::end(act, opened, ending)?;
    ledger::note(act, What::IntakeLinked, about)
}
