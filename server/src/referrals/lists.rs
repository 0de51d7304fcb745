//! The two boxes of an organisation: what was offered to us, and what we offered.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use amparo_store::{Moment, OrganisationId, ReferralId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::model::State;
use super::rows::{self, Box, Row};
use super::{ReferralBox, ReferralView, receiver, sender};
use crate::casefile;
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};

/// Which referrals, and how many.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReferralQuery {
    /// Which way: `in` for what was offered to the caller's organisation, `out` for what it
    /// offered, as far as the caller can open the cases.
    #[serde(rename = "box")]
    #[param(inline)]
    pub direction: ReferralBox,
    /// Only referrals in this state. If absent, all of them.
    #[param(inline)]
    pub state: Option<State>,
    /// How many referrals to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

/// One page of a box: what waits for an answer first, by the time it is due; then the rest.
pub(super) fn list(
    act: &mut Act<'_>,
    query: &ReferralQuery,
) -> Result<Listing<ReferralView>, Refusal> {
    let page = PageQuery {
        limit: query.limit,
        after: query.after.clone(),
    };
    match query.state {
        Some(state) => in_states(act, query.direction, &[state], &page),
        None => in_states(act, query.direction, State::ALL, &page),
    }
}

/// The same for several states.
pub(super) fn in_states(
    act: &mut Act<'_>,
    direction: ReferralBox,
    states: &[State],
    page: &PageQuery,
) -> Result<Listing<ReferralView>, Refusal> {
    noted(act)?;
    part(act, direction, states, page)
}

/// Puts on record that a box was looked at.
pub(super) fn noted(act: &mut Act<'_>) -> Result<(), Refusal> {
    ledger::note(act, What::ReferralListed, About::default())
}

/// The same for a page with several parts, whose look is on record already.
pub(super) fn part(
    act: &mut Act<'_>,
    direction: ReferralBox,
    states: &[State],
    page: &PageQuery,
) -> Result<Listing<ReferralView>, Refusal> {
    let organisation = act.needs(Right::Read, Object::Referral)?.organisation;
    let limit = page.limit()?;
    let after = page.after::<Cursor>()?;
    let mut names = Names::default();
    let views = match direction {
        ReferralBox::In => {
            let rows = Rows::new(Box::In, organisation, states);
            let mut view = |act: &mut Act<'_>, row| received_view(act, row, &mut names);
            gather(act, &rows, after, limit, &mut view)?
        }
        ReferralBox::Out => {
            let rows = Rows::new(Box::Out, organisation, states);
            let reach = casefile::ids_in_reach(act)?;
            let mut view = |act: &mut Act<'_>, row: Row| {
                if !reach.contains(&row.case) {
                    return Ok(None);
                }
                sent_view(act, &row, &mut names).map(Some)
            };
            gather(act, &rows, after, limit, &mut view)?
        }
    };
    Ok(Listing::cut(views, limit, |view| {
        Cursor::of(view).to_string()
    }))
}

/// One item more than the limit, of those that the member may see. The others are passed over.
fn gather(
    act: &mut Act<'_>,
    rows: &Rows,
    mut after: Option<Cursor>,
    limit: usize,
    view: &mut impl FnMut(&mut Act<'_>, Row) -> Result<Option<ReferralView>, Refusal>,
) -> Result<Vec<ReferralView>, Refusal> {
    let mut views = Vec::new();
    loop {
        let some = rows.take(act, after, limit + 1)?;
        let last_page = some.len() <= limit;
        after = some.last().map(Cursor::of_row);
        for row in some {
            views.extend(view(act, row)?);
            if views.len() > limit {
                return Ok(views);
            }
        }
        if last_page {
            return Ok(views);
        }
    }
}

fn received_view(
    act: &mut Act<'_>,
    row: Row,
    names: &mut Names,
) -> Result<Option<ReferralView>, Refusal> {
    let it = match receiver::open(act, row) {
        Ok(it) => it,
        // Sent to an inbox whose key this member does not hold.
        Err(Refusal::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let receiver = names.of(act, it.row.receiver)?;
    Ok(Some(it.view(receiver)))
}

/// What the card and the first event say; the file stays closed.
fn sent_view(act: &mut Act<'_>, row: &Row, names: &mut Names) -> Result<ReferralView, Refusal> {
    let case = casefile::find(act, row.case, Right::Read)?;
    let mut view = ReferralView::of(row);
    view.direction = ReferralBox::Out;
    view.sender.name = names.of(act, row.sender)?;
    view.receiver.name = names.of(act, row.receiver)?;
    view.case = Some(case.id());
    view.pseudonym = Some(case.card.pseudonym.clone());
    view.escalated = sender::came_to_nothing(row.state);
    view.about = sender::about_in_events(act, &case, row)?;
    Ok(view)
}

/// The names of organisations, each looked up once.
#[derive(Default)]
struct Names(HashMap<OrganisationId, String>);

impl Names {
    fn of(&mut self, act: &mut Act<'_>, id: OrganisationId) -> Result<String, Refusal> {
        if let Some(name) = self.0.get(&id) {
            return Ok(name.clone());
        }
        let name = register::organisation(act, id)?.profile.name;
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

/// The rows of a box in their order.
struct Rows {
    which: Box,
    of: OrganisationId,
    waiting: Vec<State>,
    settled: Vec<State>,
}

impl Rows {
    fn new(which: Box, of: OrganisationId, states: &[State]) -> Self {
        let (waiting, settled) = states.iter().copied().partition(|one| one.waits());
        Self {
            which,
            of,
            waiting,
            settled,
        }
    }

    fn take(
        &self,
        act: &mut Act<'_>,
        after: Option<Cursor>,
        take: usize,
    ) -> Result<Vec<Row>, Refusal> {
        let count = |of: usize| i64::try_from(of).unwrap_or(201);
        let mut rows = match after {
            Some(Cursor::Settled(_)) => Vec::new(),
            None => rows::waiting(
                act.db(),
                self.which,
                self.of,
                &self.waiting,
                None,
                count(take),
            )?,
            Some(Cursor::Waiting(due, id)) => {
                let after = Some((due, id));
                rows::waiting(
                    act.db(),
                    self.which,
                    self.of,
                    &self.waiting,
                    after,
                    count(take),
                )?
            }
        };
        let missing = take - rows.len();
        if missing > 0 {
            let after = match after {
                Some(Cursor::Settled(id)) => Some(id),
                _ => None,
            };
            let (which, of) = (self.which, self.of);
            let more = rows::settled(act.db(), which, of, &self.settled, after, count(missing))?;
            rows.extend(more);
        }
        Ok(rows)
    }
}

/// Where a page begins: `w` with the time an answer is due, or `s`, and an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    Waiting(Moment, ReferralId),
    Settled(ReferralId),
}

impl Cursor {
    fn new(state: State, due: Option<Moment>, id: ReferralId) -> Self {
        match due {
            Some(due) if state.waits() => Self::Waiting(due, id),
            _ => Self::Settled(id),
        }
    }

    fn of(view: &ReferralView) -> Self {
        Self::new(view.state, view.answer_by, view.id)
    }

    fn of_row(row: &Row) -> Self {
        Self::new(row.state, row.answer_by, row.id)
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting(due, id) => write!(f, "w.{id}.{due}"),
            Self::Settled(id) => write!(f, "s.{id}"),
        }
    }
}

impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, rest) = text.split_once('.').ok_or(())?;
        match kind {
            "w" => {
                let (id, due) = rest.split_once('.').ok_or(())?;
                let due = due.parse().map_err(|_| ())?;
                Ok(Self::Waiting(due, id.parse().map_err(|_| ())?))
            }
            "s" => Ok(Self::Settled(rest.parse().map_err(|_| ())?)),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back() {
        let id = ReferralId::from_bytes([7; 16]);
        let due = "2026-11-24T09:15:00Z".parse().unwrap();
        for cursor in [Cursor::Waiting(due, id), Cursor::Settled(id)] {
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
        for bad in [
            "",
            "w",
            "s.",
            "w.x.y",
            "x.07070707-0707-0707-0707-070707070707",
        ] {
            assert_eq!(bad.parse::<Cursor>(), Err(()));
        }
    }
}
