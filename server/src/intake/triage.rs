//! The queue: looking, taking, closing.
//!
//! What must stay true: the queue is for members who hold its key; for everybody else an intake in
//! it does not exist. An intake whose writer the register does not know is shown as such, never
//! hidden.

use amparo_store::{GroupId, IntakeId, Moment};
use amparo_vault::GroupPurpose;
use serde::Deserialize;
use utoipa::IntoParams;

use super::model::{
    IntakeClosing, IntakeEnding, IntakeItem, IntakeOutcome, IntakeState, IntakeStep, IntakeView,
};
use super::priority::{self, PriorityReason};
use super::rows::{self, IntakeRow};
use super::seals::{self, Handling, Opened, Signers};
use super::write::WRITERS;
use crate::casefile::author;
use crate::foundation::web::{Listing, PageQuery, etag};
use crate::foundation::words::Priority;
use crate::foundation::{Act, Refusal, Role};
use crate::ledger::{self, About, What};
use crate::receipts;

/// Who looks through the queue.
const TRIAGE: [Role; 2] = [Role::Caseworker, Role::Supervisor];

/// Which intakes, how many, and from where.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct IntakeQuery {
    /// Only those that stand there. Without it: one's own drafts, and what the queue still has to
    /// do with, closed ones with unread letters among them.
    #[param(value_type = Option<String>)]
    pub state: Option<IntakeState>,
    /// At most so many items, 1 to 200; 50 if not said.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// What the acting member can see, most urgent first, then longest waiting.
pub(super) fn list(act: &mut Act<'_>, query: &IntakeQuery) -> Result<Listing<IntakeItem>, Refusal> {
    act.member_as(&WRITERS)?;
    let page = PageQuery {
        limit: query.limit,
        after: query.after.clone(),
    };
    let (limit, after) = (page.limit()?, page.after::<IntakeId>()?);
    let mut signers = Signers::new();
    let unread = receipts::unread_by_intake(act)?;
    let from = match after {
        None => None,
        Some(id) => Some(place_of(act, &mut signers, id)?),
    };
    let mut items = Vec::new();
    for row in candidates(act, query.state)? {
        let letters = unread.get(&row.id).copied().unwrap_or(0);
        if query.state.is_none() && row.state == IntakeState::Closed && letters == 0 {
            continue;
        }
        if let Some(opened) = seals::open(act, &mut signers, row)? {
            items.push(item(act, &opened, letters));
        }
    }
    items.sort_by_key(order);
    items.retain(|one| from.is_none_or(|from| order(one) > from));
    ledger::note(act, What::IntakeListed, About::default())?;
    Ok(Listing::cut(items, limit, |one| one.id.to_string()))
}

/// The place in the list, also of one that was taken off it meanwhile.
fn place_of(
    act: &mut Act<'_>,
    signers: &mut Signers,
    id: IntakeId,
) -> Result<(Priority, Moment, IntakeId), Refusal> {
    let opened = match rows::find(act.db(), id)? {
        Some(row) => seals::open(act, signers, row)?,
        None => None,
    };
    opened
        .map(|opened| order(&item(act, &opened, 0)))
        .ok_or_else(|| {
            Refusal::fault(
                "/after",
                "bad_cursor",
                "is not the `next` of a page of this list",
            )
        })
}

fn order(item: &IntakeItem) -> (Priority, Moment, IntakeId) {
    (item.priority, item.since, item.id)
}

/// Rows sealed to a group of the acting member.
fn candidates(act: &mut Act<'_>, state: Option<IntakeState>) -> Result<Vec<IntakeRow>, Refusal> {
    let member = act.member()?;
    let triage = member.roles.has_any(&TRIAGE);
    let group = |purpose| {
        let held = member.keyring().current(purpose);
        held.map(|key| GroupId::from_bytes(key.id()))
    };
    let mut rows = Vec::new();
    for &one in IntakeState::ALL {
        if state.is_some_and(|wanted| wanted != one) {
            continue;
        }
        let of = match one {
            IntakeState::Draft => group(GroupPurpose::Personal),
            _ if triage => group(GroupPurpose::Queue),
            _ => None,
        };
        if let Some(of) = of {
            rows.extend(rows::of_group(act.db(), of, one)?);
        }
    }
    Ok(rows)
}

/// One intake: one's own draft, or one in the queue whose key one holds.
pub(super) fn see(act: &mut Act<'_>, id: IntakeId) -> Result<(IntakeView, i64), Refusal> {
    act.member_as(&WRITERS)?;
    let opened = find(act, id)?;
    ledger::note(act, What::IntakeSeen, About::the(id.to_uuid()))?;
    let letters = receipts::unread_by_intake(act)?;
    Ok(view(act, opened, letters.get(&id).copied().unwrap_or(0)))
}

/// Looks into it. Colleagues see who does.
pub(super) fn take(
    act: &mut Act<'_>,
    id: IntakeId,
    seen: i64,
) -> Result<(IntakeView, i64), Refusal> {
    let opened = locked(act, id)?;
    must_be_fresh(act, &opened, seen)?;
    if opened.row.state != IntakeState::Waiting {
        return Err(Refusal::WrongState("only what waits can be taken"));
    }
    if let Some(link) = opened.content.as_ref().and_then(|it| it.receipt.as_ref()) {
        receipts::set_step(act, link, receipts::PersonStep::Read)?;
    }
    let handling = Handling {
        taken: Some(step(act)?),
        ..opened.handling.clone()
    };
    let opened = write(act, opened, IntakeState::Taken, handling)?;
    ledger::note(act, What::IntakeTaken, About::the(id.to_uuid()))?;
    Ok(view(act, opened, 0))
}

/// Ends an intake that becomes no case.
pub(super) fn close(
    act: &mut Act<'_>,
    (id, seen): (IntakeId, i64),
    closing: &IntakeClosing,
) -> Result<(IntakeView, i64), Refusal> {
    if matches!(
        closing.outcome,
        IntakeOutcome::CaseOpened | IntakeOutcome::Linked
    ) {
        return Err(Refusal::fault(
            "/outcome",
            "not_here",
            "has a door of its own: open-case or link",
        ));
    }
    let opened = open_work(act, id)?;
    must_be_fresh(act, &opened, seen)?;
    if let Some(link) = opened.content.as_ref().and_then(|it| it.receipt.as_ref()) {
        receipts::set_step(act, link, receipts::PersonStep::Closed)?;
    }
    let ending = IntakeEnding {
        step: step(act)?,
        outcome: closing.outcome,
        reason: Some(closing.reason.clone()),
        case: None,
    };
    let opened = end(act, opened, ending)?;
    ledger::note(act, What::IntakeClosed, About::the(id.to_uuid()))?;
    Ok(view(act, opened, 0))
}

/// An intake in the queue that still has something to be done with, taken for a change.
pub(super) fn open_work(act: &mut Act<'_>, id: IntakeId) -> Result<Opened, Refusal> {
    let opened = locked(act, id)?;
    if opened.row.state == IntakeState::Closed {
        return Err(Refusal::WrongState("this intake is closed"));
    }
    Ok(opened)
}

/// Writes down how it ended.
pub(super) fn end(
    act: &mut Act<'_>,
    opened: Opened,
    ending: IntakeEnding,
) -> Result<Opened, Refusal> {
    let handling = Handling {
        ended: Some(ending),
        ..opened.handling.clone()
    };
    write(act, opened, IntakeState::Closed, handling)
}

/// The acting member and now.
pub(super) fn step(act: &Act<'_>) -> Result<IntakeStep, Refusal> {
    Ok(IntakeStep {
        by: author(act)?,
        at: act.now,
    })
}

/// One intake of the queue, opened. The caller notes.
pub(super) fn in_queue(act: &mut Act<'_>, id: IntakeId) -> Result<Opened, Refusal> {
    act.member_as(&TRIAGE)?;
    let opened = find(act, id)?;
    if opened.row.state == IntakeState::Draft {
        return Err(Refusal::NotFound);
    }
    Ok(opened)
}

fn locked(act: &mut Act<'_>, id: IntakeId) -> Result<Opened, Refusal> {
    rows::lock(act.db(), id)?;
    in_queue(act, id)
}

fn find(act: &mut Act<'_>, id: IntakeId) -> Result<Opened, Refusal> {
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.state != IntakeState::Draft {
        act.member_as(&TRIAGE)?;
    }
    seals::open(act, &mut Signers::new(), row)?.ok_or(Refusal::NotFound)
}

fn must_be_fresh(act: &mut Act<'_>, opened: &Opened, seen: i64) -> Result<(), Refusal> {
    if opened.row.revision == seen {
        return Ok(());
    }
    let current = item(act, opened, 0);
    Err(Refusal::StaleRevision {
        current_tag: etag(opened.row.revision),
        current: serde_json::to_value(current)?,
        sent: serde_json::Value::Null,
    })
}

fn write(
    act: &mut Act<'_>,
    mut opened: Opened,
    state: IntakeState,
    handling: Handling,
) -> Result<Opened, Refusal> {
    opened.row.state = state;
    opened.row.revision += 1;
    opened.row.handling = Some(seals::seal_handling(act, &opened.row, &handling)?);
    opened.handling = handling;
    rows::replace(act.db(), &opened.row)?;
    Ok(opened)
}

fn urgency(act: &Act<'_>, opened: &Opened) -> (Priority, Vec<PriorityReason>, Moment) {
    match &opened.content {
        Some(content) => {
            let (how, why) = priority::priority(&content.intake, act.now.to_day());
            (how, why, content.at)
        }
        None => (Priority::P4, Vec::new(), opened.row.created_on.start()),
    }
}

fn item(act: &Act<'_>, opened: &Opened, letters_unread: i64) -> IntakeItem {
    let (priority, reasons, since) = urgency(act, opened);
    let content = opened.content.as_ref();
    let intake = content.map(|content| &content.intake);
    IntakeItem {
        id: opened.row.id,
        state: opened.row.state,
        revision: opened.row.revision,
        verified: content.is_some(),
        priority,
        reasons,
        outcome: intake.map(|intake| intake.outcome),
        language: intake.and_then(|intake| intake.language.clone()),
        now_in: intake.and_then(|intake| intake.now_in.clone()),
        needs: intake
            .map(|intake| intake.needs.clone())
            .unwrap_or_default(),
        since,
        by: content.map(|content| content.by.clone()),
        taken: opened.handling.taken.clone(),
        letters_unread,
    }
}

fn view(act: &Act<'_>, opened: Opened, letters_unread: i64) -> (IntakeView, i64) {
    let (priority, reasons, since) = urgency(act, &opened);
    let revision = opened.row.revision;
    let (intake, by, receipt) = match opened.content {
        Some(content) => (
            Some(content.intake),
            Some(content.by),
            content.receipt.is_some(),
        ),
        None => (None, None, false),
    };
    let view = IntakeView {
        id: opened.row.id,
        state: opened.row.state,
        verified: intake.is_some(),
        priority,
        reasons,
        intake,
        by,
        since,
        receipt,
        letters_unread,
        taken: opened.handling.taken,
        ended: opened.handling.ended,
    };
    (view, revision)
}
