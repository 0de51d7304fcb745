//! The list: one's own drafts, and what the queue still has to do with.
//!
//! Deliberately absent from a line: names, numbers, notes. They are shown when one intake is opened.

use amparo_store::{GroupId, IntakeId, Moment};
use amparo_vault::GroupPurpose;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bodies::IntakeItem;
use super::model::IntakeState;
use super::rows::{self, IntakeRow};
use super::seals::{self, Signers};
use super::views::item;
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
    #[param(value_type = Option<String>)]
    pub state: Option<IntakeState>,
    /// How many intakes to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// What the acting member can see, most urgent first, then longest waiting.
pub(super) fn list(act: &mut Act<'_>, query: &IntakeQuery) -> Result<Listing<IntakeItem>, Refusal> {
    act.needs(Right::Read, Object::Draft)?;
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
        .ok_or_else(bad_cursor)
}

fn order(item: &IntakeItem) -> (Priority, Moment, IntakeId) {
    (item.priority, item.since, item.id)
}

/// Rows sealed to a group of the acting member.
fn candidates(act: &mut Act<'_>, state: Option<IntakeState>) -> Result<Vec<IntakeRow>, Refusal> {
    let member = act.member()?;
    let triage = member.may(Right::Read, Object::Intake);
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
