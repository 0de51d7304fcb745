//! The list: one's own drafts, and what the queue still has to do with.
//!
//! Deliberately absent from a line: names, numbers, notes. They are shown when one intake is opened.

use std::collections::HashMap;

use amparo_store::{GroupId, IntakeId, Moment};
use amparo_vault::GroupPurpose;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bodies::IntakeItem;
use super::model::IntakeState;
use super::seals::{self, Signers};
use super::views::{is_late, item};
use super::{glances, rows};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::receipts;
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery, bad_cursor};
use crate::words::Priority;

/// Which intakes, how many, and from where.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct IntakeQuery {
    /// Only those that stand there: `draft`, `waiting`, `taken` or `closed`. If absent: the
    /// caller's own drafts, and what the queue still has to do with, closed ones with unread
    /// letters among them.
    #[param(inline)]
    pub state: Option<IntakeState>,
    /// How many intakes to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// What the acting member can see: most urgent first, then longest waiting. Of what is closed, the
/// newest day first.
pub(super) fn list(act: &mut Act<'_>, query: &IntakeQuery) -> Result<Listing<IntakeItem>, Refusal> {
    act.needs(Right::Read, Object::Draft)?;
    let page = PageQuery {
        limit: query.limit,
        after: query.after.clone(),
    };
    let (limit, after) = (page.limit()?, page.after::<IntakeId>()?);
    let unread = receipts::unread_by_intake(act)?;
    let stopped = receipts::contact_stopped_by_intake(act)?;
    let mut items = match query.state {
        Some(IntakeState::Closed) => closed(act, after, limit, &unread)?,
        state => open(act, state, after, &unread)?,
    };
    for one in &mut items {
        one.no_contact = stopped.contains(&one.id);
    }
    ledger::note(act, What::IntakeListed, About::default())?;
    Ok(Listing::cut(items, limit, |one| one.id.to_string()))
}

type Unread = HashMap<IntakeId, i64>;

/// What is not closed, or has letters that nobody read.
fn open(
    act: &mut Act<'_>,
    state: Option<IntakeState>,
    after: Option<IntakeId>,
    unread: &Unread,
) -> Result<Vec<IntakeItem>, Refusal> {
    let mut signers = Signers::new();
    let from = match after {
        None => None,
        Some(id) => Some(place_of(act, &mut signers, id)?),
    };
    let mut items = Vec::new();
    let mut whole = Vec::new();
    if wants(state, IntakeState::Draft)
        && let Some(own) = group(act, GroupPurpose::Personal)?
    {
        whole = rows::of_group(act.db(), own, IntakeState::Draft)?;
    }
    if let Some(queue) = queue(act)? {
        let states = [IntakeState::Waiting, IntakeState::Taken];
        let states: Vec<_> = states
            .into_iter()
            .filter(|one| wants(state, *one))
            .collect();
        let heads = rows::heads(act.db(), queue, &states)?;
        items = glances::of_queue(act, &mut signers, &heads)?;
        if state.is_none() {
            let ids: Vec<IntakeId> = unread.keys().copied().collect();
            let closed = rows::some(act.db(), &ids)?.into_iter();
            whole.extend(closed.filter(|row| row.state == IntakeState::Closed));
        }
    }
    for row in whole {
        let opened = seals::open(act, &mut signers, row)?;
        items.extend(opened.map(|opened| item(act, &opened, 0)));
    }
    for one in &mut items {
        one.letters_unread = unread.get(&one.id).copied().unwrap_or(0);
        one.late = is_late(one, act.now);
    }
    items.sort_by_key(order);
    items.retain(|one| from.is_none_or(|from| order(one) > from));
    Ok(items)
}

/// A page of what is closed, and one more.
fn closed(
    act: &mut Act<'_>,
    after: Option<IntakeId>,
    limit: usize,
    unread: &Unread,
) -> Result<Vec<IntakeItem>, Refusal> {
    let Some(queue) = queue(act)? else {
        return Ok(Vec::new());
    };
    let after = match after {
        None => None,
        Some(id) => {
            let row = rows::find(act.db(), id)?.filter(|row| row.group == queue);
            let row = row.ok_or_else(bad_cursor)?;
            Some((row.created_on, row.id))
        }
    };
    let mut signers = Signers::new();
    let mut items = Vec::new();
    let most = i64::try_from(limit).unwrap_or(200) + 1;
    for row in rows::closed(act.db(), queue, after, most)? {
        let letters = unread.get(&row.id).copied().unwrap_or(0);
        let opened = seals::open(act, &mut signers, row)?;
        items.extend(opened.map(|opened| item(act, &opened, letters)));
    }
    Ok(items)
}

fn wants(state: Option<IntakeState>, one: IntakeState) -> bool {
    state.is_none_or(|wanted| wanted == one)
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
        .ok_or_else(bad_cursor)
}

fn order(item: &IntakeItem) -> (Priority, Moment, IntakeId) {
    (item.priority, item.since, item.id)
}

/// The queue, for whoever triages.
fn queue(act: &Act<'_>) -> Result<Option<GroupId>, Refusal> {
    match act.member()?.may(Right::Read, Object::Intake) {
        true => group(act, GroupPurpose::Queue),
        false => Ok(None),
    }
}

fn group(act: &Act<'_>, purpose: GroupPurpose) -> Result<Option<GroupId>, Refusal> {
    let held = act.member()?.keyring().current(purpose);
    Ok(held.map(|key| GroupId::from_bytes(key.id())))
}
