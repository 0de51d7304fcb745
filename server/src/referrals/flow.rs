//! How far referrals come, counted without anybody's case.
//!
//! What must stay true: no count tells of one person. What is below eleven is not said, sums are
//! rounded to five, and where one count of a column is held back, a second one is too, so that
//! nobody can take it from the sum. Only clear columns are read: no key is needed, and times,
//! which are sealed, are not known here. Deliberately absent: any filter that could be combined.

use std::collections::{BTreeMap, BTreeSet};

use amparo_store::OrganisationId;

use super::model::State;
use super::rows;
use crate::foundation::{Act, Refusal};
use crate::register;
use crate::rights::{Object, Right};

/// Below this a count is not said.
pub const FEWEST: u32 = 11;
/// What is said is rounded to this.
const STEP: u32 = 5;

/// A count as it may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Fewer than eleven, perhaps none.
    Few,
    /// Held back so that another cannot be computed.
    Held,
    /// About so many.
    About(u32),
}

impl Cell {
    fn of(count: u32) -> Self {
        if count < FEWEST {
            Self::Few
        } else {
            Self::About((count + STEP / 2) / STEP * STEP)
        }
    }

    /// The share of `whole` in percent, if both may be said.
    pub fn percent_of(self, whole: Self) -> Option<u32> {
        match (self, whole) {
            (Self::About(part), Self::About(whole)) => {
                (part * 100).checked_div(whole).map(|it| it.min(100))
            }
            _ => None,
        }
    }
}

/// How far referrals came: sent, acknowledged, accepted, outcome known.
pub type Stages = [Cell; 4];

/// How far the referrals of one's organisation came.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Of all together.
    pub all: Stages,
    /// By receiver, by name.
    pub by_receiver: Vec<(String, Stages)>,
    /// How many counts are held back.
    pub held_back: usize,
}

/// How far the referrals came that the acting member's organisation sent.
pub(super) fn flow(act: &mut Act<'_>) -> Result<Flow, Refusal> {
    let own = act.needs(Right::Read, Object::Flow)?.organisation;
    let mut steps: BTreeMap<_, (OrganisationId, BTreeSet<&'static str>)> = BTreeMap::new();
    for (id, receiver, state) in rows::steps_of_sender(act.db(), own)? {
        let known = steps.entry(id.as_bytes());
        let (_, states) = known.or_insert_with(|| (receiver, BTreeSet::new()));
        states.insert(state.as_str());
    }
    let mut counts: BTreeMap<[u8; 16], (OrganisationId, [u32; 4])> = BTreeMap::new();
    for (receiver, states) in steps.into_values() {
        let (_, count) = counts
            .entry(receiver.as_bytes())
            .or_insert((receiver, [0; 4]));
        add(count, reached(&states));
    }
    let mut named = Vec::new();
    for (receiver, count) in counts.into_values() {
        named.push((register::organisation(act, receiver)?.profile.name, count));
    }
    named.sort();
    Ok(said(named))
}

/// Which of the four stages a referral came to.
fn reached(states: &BTreeSet<&'static str>) -> [u32; 4] {
    let any = |of: &[State]| u32::from(of.iter().any(|one| states.contains(one.as_str())));
    let accepted = [
        State::Accepted,
        State::Waitlisted,
        State::Started,
        State::Completed,
        State::Returned,
    ];
    let accepted = any(&accepted);
    let seen = any(&[State::Viewed, State::Declined]).max(accepted);
    [1, seen, accepted, any(&[State::Completed])]
}

fn add(to: &mut [u32; 4], more: [u32; 4]) {
    for (sum, one) in to.iter_mut().zip(more) {
        *sum += one;
    }
}

/// The counts as they may be said.
fn said(named: Vec<(String, [u32; 4])>) -> Flow {
    let mut sums = [0; 4];
    for (_, count) in &named {
        add(&mut sums, *count);
    }
    let mut by_receiver: Vec<(String, Stages)> = named
        .iter()
        .map(|(name, count)| (name.clone(), count.map(Cell::of)))
        .collect();
    for stage in 0..4 {
        hold_a_second(&mut by_receiver, stage);
    }
    let cells = by_receiver.iter().flat_map(|(_, stages)| stages.iter());
    let held_back = cells.filter(|it| !matches!(it, Cell::About(_))).count();
    Flow {
        all: sums.map(Cell::of),
        by_receiver,
        held_back,
    }
}

/// One count that is not said could be taken from the sum: the smallest other one is held back too.
fn hold_a_second(rows: &mut [(String, Stages)], stage: usize) {
    let mut column: Vec<&mut Cell> = rows
        .iter_mut()
        .filter_map(|(_, stages)| stages.get_mut(stage))
        .collect();
    let few = column.iter().filter(|it| ***it == Cell::Few).count();
    let smallest = column
        .iter_mut()
        .filter_map(|it| match **it {
            Cell::About(count) => Some((count, it)),
            _ => None,
        })
        .min_by_key(|(count, _)| *count);
    if few == 1
        && let Some((_, cell)) = smallest
    {
        **cell = Cell::Held;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(counts: &[[u32; 4]]) -> Vec<(String, [u32; 4])> {
        let name = |at: usize| format!("partner {at}");
        let rows = counts.iter().enumerate();
        rows.map(|(at, count)| (name(at), *count)).collect()
    }

    #[test]
    fn small_counts_are_not_said_and_cannot_be_computed() {
        let flow = said(named(&[
            [40, 30, 20, 20],
            [23, 12, 10, 10],
            [60, 60, 50, 3],
        ]));
        let column = |stage: usize| -> Vec<Cell> {
            flow.by_receiver
                .iter()
                .map(|(_, stages)| stages[stage])
                .collect()
        };
        assert_eq!(
            column(0),
            [Cell::About(40), Cell::About(25), Cell::About(60)]
        );
        // One is small, so the smallest of the others goes with it.
        assert_eq!(column(2), [Cell::Held, Cell::Few, Cell::About(50)]);
        // Two are small already.
        assert_eq!(column(3), [Cell::About(20), Cell::Few, Cell::Few]);
        assert_eq!(flow.all[0], Cell::About(125));
        assert_eq!(flow.held_back, 4);
    }

    #[test]
    fn what_is_not_said_has_no_share() {
        assert_eq!(Cell::of(10), Cell::Few);
        assert_eq!(Cell::of(0), Cell::Few);
        assert_eq!(Cell::of(11), Cell::About(10));
        assert_eq!(Cell::About(50).percent_of(Cell::About(200)), Some(25));
        assert_eq!(Cell::Few.percent_of(Cell::About(200)), None);
        assert_eq!(Cell::About(20).percent_of(Cell::Held), None);
    }

    #[test]
    fn a_referral_counts_for_every_stage_that_it_came_to() {
        let states = |of: &[State]| of.iter().map(|one| one.as_str()).collect();
        assert_eq!(reached(&states(&[State::Sent])), [1, 0, 0, 0]);
        assert_eq!(
            reached(&states(&[State::Sent, State::Declined])),
            [1, 1, 0, 0]
        );
        let whole = [
            State::Sent,
            State::Viewed,
            State::Accepted,
            State::Completed,
        ];
        assert_eq!(reached(&states(&whole)), [1, 1, 1, 1]);
    }
}
