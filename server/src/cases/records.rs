//! Entries, custody, needs and assessments: the same four verbs for each.

use amparo_store::{CaseId, Day, RecordId};

use utoipa::ToSchema;

use super::assessment::Assessment;
use super::model::{Custody, Entry, Need, NeedStatus};
use super::{stays, summary};
use crate::casefile::{self, CaseAccess, File, Record, RecordView, Section};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{About, What};
use crate::rights::{Object, Right};
use crate::tasks::Removal;
use crate::web::{Changes, Listing, PageQuery, bad_cursor};
use crate::words::Priority;

/// A kind of record that a case has many of.
pub(super) trait Part: Section + ToSchema {
    /// What the ledger says when there is a new one.
    const ADDED: What;
    /// What the ledger says when one was changed.
    const CHANGED: What;
    /// Whether the card says something about it.
    const ON_CARD: bool;

    /// Refuses what a schema cannot see.
    fn check_after(&self, before: Option<&Self>, today: Day) -> Result<(), Refusal>;

    /// What it changes in others of its kind, and what only some may change. `id` is its own, once it
    /// has one.
    fn settle(
        &self,
        _: &mut Act<'_>,
        _: &mut CaseAccess,
        _id: Option<RecordId>,
    ) -> Result<(), Refusal> {
        Ok(())
    }
}

impl Part for Entry {
    const ADDED: What = What::EntryAdded;
    const CHANGED: What = What::EntryChanged;
    const ON_CARD: bool = false;

    fn check_after(&self, _: Option<&Self>, _: Day) -> Result<(), Refusal> {
        self.check("")
    }
}

impl Part for Custody {
    const ADDED: What = What::CustodyAdded;
    const CHANGED: What = What::CustodyChanged;
    const ON_CARD: bool = true;

    fn check_after(&self, _: Option<&Self>, today: Day) -> Result<(), Refusal> {
        self.check("", today)
    }

    fn settle(
        &self,
        act: &mut Act<'_>,
        case: &mut CaseAccess,
        id: Option<RecordId>,
    ) -> Result<(), Refusal> {
        let others = File::open(act, case)?.all::<Self>()?;
        for other in others.iter().filter(|other| Some(other.id) != id) {
            let left = stays::ended_by(&other.body, self, act.now.to_day())?;
            if left.is_some() {
                let ended = Self {
                    left,
                    ..other.body.clone()
                };
                case.change(act, other, other.version, ended)?;
                case.note(act, What::CustodyChanged, About::the(other.id.to_uuid()))?;
            }
        }
        Ok(())
    }
}

impl Part for Removal {
    const ADDED: What = What::RemovalAdded;
    const CHANGED: What = What::RemovalChanged;
    const ON_CARD: bool = true;

    fn check_after(&self, _: Option<&Self>, today: Day) -> Result<(), Refusal> {
        self.check("", today)
    }
}

impl Part for Need {
    const ADDED: What = What::NeedAdded;
    const CHANGED: What = What::NeedChanged;
    const ON_CARD: bool = true;

    fn check_after(&self, before: Option<&Self>, _: Day) -> Result<(), Refusal> {
        self.check("", before.map_or(NeedStatus::Open, |need| need.status))
    }

    /// What was for now only a supervisor makes less urgent, as on the sheet.
    fn settle(
        &self,
        act: &mut Act<'_>,
        case: &mut CaseAccess,
        id: Option<RecordId>,
    ) -> Result<(), Refusal> {
        let Some(id) = id.filter(|_| self.urgency != Priority::P1) else {
            return Ok(());
        };
        let before = File::open(act, case)?.one::<Self>(id)?.body.urgency;
        match before == Priority::P1 && !act.member()?.may(Right::Lower, Object::Case) {
            true => Err(Refusal::Because(Reason::SupervisorLowers)),
            false => Ok(()),
        }
    }
}

impl Part for Assessment {
    const ADDED: What = What::AssessmentAdded;
    const CHANGED: What = What::AssessmentChanged;
    const ON_CARD: bool = true;

    fn check_after(&self, _: Option<&Self>, _: Day) -> Result<(), Refusal> {
        self.check("")
    }
}

/// Adds one.
pub(super) fn add<T: Part>(act: &mut Act<'_>, id: CaseId, body: &T) -> Result<Record<T>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        let kept = add_to(act, case, body)?;
        if T::ON_CARD {
            summary::refresh(act, case)?;
        }
        Ok(kept)
    })
}

/// Adds a stay to an opened case, and ends the one before it; the card is left to the caller.
pub fn add_stay(act: &mut Act<'_>, case: &mut CaseAccess, stay: &Custody) -> Result<(), Refusal> {
    add_to(act, case, stay).map(|_| ())
}

/// Adds one to an opened case; the card is left to the caller.
pub(super) fn add_to<T: Part>(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    body: &T,
) -> Result<Record<T>, Refusal> {
    case.must_be_open()?;
    body.check_after(None, act.now.to_day())?;
    body.settle(act, case, None)?;
    let kept = case.add(act, body.clone())?;
    case.note(act, T::ADDED, About::the(kept.id.to_uuid()))?;
    Ok(kept)
}

/// Replaces the given fields of one.
pub(super) fn change<T: Part>(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
    seen: i64,
    changes: &Changes<T>,
) -> Result<Record<T>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        let kept = File::open(act, case)?.one::<T>(record)?;
        case.must_be_open()?;
        let body = kept.with(changes, seen)?;
        body.check_after(Some(&kept.body), act.now.to_day())?;
        body.settle(act, case, Some(record))?;
        let kept = case.change(act, &kept, seen, body)?;
        if T::ON_CARD {
            summary::refresh(act, case)?;
        }
        case.note(act, T::CHANGED, About::the(record.to_uuid()))?;
        Ok(kept)
    })
}

/// All of a kind, newest first.
pub(super) fn list<T: Section>(
    act: &mut Act<'_>,
    id: CaseId,
    page: &PageQuery,
) -> Result<Listing<Record<T>>, Refusal> {
    let (limit, after) = (page.limit()?, page.after::<RecordId>()?);
    let case = casefile::find(act, id, Right::Read)?;
    let mut all = File::open(act, &case)?.all::<T>()?;
    all.reverse();
    if let Some(last) = after {
        let seen = all.iter().position(|kept| kept.id == last);
        let seen = seen.ok_or_else(bad_cursor)?;
        all.drain(..=seen);
    }
    case.note(act, What::CaseSeen, About::default())?;
    Ok(Listing::cut(all, limit, |kept| kept.id.to_string()))
}

/// One of them.
pub(super) fn one<T: Section>(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
) -> Result<Record<T>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let kept = File::open(act, &case)?.one::<T>(record)?;
    case.note(act, What::CaseSeen, About::the(record.to_uuid()))?;
    Ok(kept)
}

/// A page of records as they are answered.
pub(super) fn shown<T, V>(
    page: Listing<Record<T>>,
    view: impl Fn(T) -> V,
) -> Listing<RecordView<V>> {
    Listing {
        items: page
            .items
            .into_iter()
            .map(|kept| kept.shown(&view))
            .collect(),
        next: page.next,
    }
}
