//! The model as the checker takes it: first states, steps, promises.

use std::thread::available_parallelism;

use stateright::{Checker, HasDiscoveries, Model, Property};

use crate::act::{self, Honest, Life};
use crate::adversary::{self, Hands, Wicked};
use crate::judge;
use crate::rules::Rules;
use crate::set::{Set, Small};
use crate::world::{Case, Group, Member, State};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Of somebody honest.
    We(Honest),
    /// Of the adversary.
    Mal(Wicked),
}

/// An organisation under some rules.
#[derive(Clone, Copy, Debug)]
pub struct House {
    /// The rules of the server.
    pub rules: Rules,
    /// What the adversary is able to do.
    pub hands: Hands,
    /// What happens besides.
    pub life: Life,
}

/// Nothing that is written later opens for her, though she wrote no row.
pub const ENDS_FOR_READERS: &str = "removal ends, for who only reads";
/// Nothing that is written into a case later opens for her, whatever rows she writes.
pub const ENDS_FOR_CASES: &str = "removal ends, for cases";
/// Nothing that is sealed to the queue later opens for her, whatever rows she writes.
pub const ENDS_FOR_CALLS: &str = "removal ends, for calls";
/// Nobody honest seals to a key of hers.
pub const NO_FOREIGN_KEY: &str = "no foreign key is sealed to";
/// No case is granted to a group that nobody decided to give it to.
pub const NO_GRANT_UNASKED: &str = "no grant without the chain";
/// All that is asked for can be done by those who are there.
pub const CAN_BE_FINISHED: &str = "those who stay can finish it";

/// Every promise.
pub const PROMISES: [&str; 6] = [
    ENDS_FOR_READERS,
    ENDS_FOR_CASES,
    ENDS_FOR_CALLS,
    NO_FOREIGN_KEY,
    NO_GRANT_UNASKED,
    CAN_BE_FINISHED,
];

impl House {
    /// As far as the numbers in [`State`] and [`Serial`](crate::world::Serial) reach.
    pub const fn of(rules: Rules, hands: Hands, life: Life) -> Self {
        Self { rules, hands, life }
    }

    /// Walks through every state, and tells what was found.
    pub fn explore(self) -> Found {
        let threads = available_parallelism().map_or(1, Into::into);
        self.found(&self.checker().threads(threads).spawn_bfs().join())
    }

    /// Walks until the promise is found not to hold. The way there is the shortest.
    pub fn find(self, promise: &'static str) -> Found {
        let enough = HasDiscoveries::AnyOf([promise].into());
        self.found(&self.checker().finish_when(enough).spawn_bfs().join())
    }

    /// Walks until any promise is found not to hold.
    pub fn find_any(self) -> Found {
        let checker = self.checker().finish_when(HasDiscoveries::Any);
        self.found(&checker.spawn_bfs().join())
    }

    fn found(self, checker: &impl Checker<Self>) -> Found {
        let mut broken: Vec<(&'static str, Vec<Step>)> = checker
            .discoveries()
            .into_iter()
            .map(|(promise, path)| (promise, self.until_broken(promise, path.into_vec())))
            .collect();
        broken.sort_by_key(|(promise, _)| PROMISES.iter().position(|one| one == promise));
        Found {
            house: self,
            broken,
            states: checker.unique_state_count(),
            depth: checker.max_depth(),
        }
    }

    /// The steps to the first state in which the promise does not hold.
    fn until_broken(&self, promise: &'static str, path: Vec<(State, Option<Step>)>) -> Vec<Step> {
        let promised = self.property(promise).condition;
        let broken = path
            .iter()
            .position(|(state, _)| !promised(self, state))
            .unwrap_or(path.len());
        path.into_iter()
            .take(broken)
            .filter_map(|(_, step)| step)
            .collect()
    }
}

/// What a walk found.
#[derive(Debug)]
pub struct Found {
    /// What was walked through.
    pub house: House,
    /// Promises that do not hold, each with the shortest way there.
    pub broken: Vec<(&'static str, Vec<Step>)>,
    /// How many different states there are.
    pub states: usize,
    /// How many steps the longest of the shortest ways takes.
    pub depth: usize,
}

impl Found {
    /// The way to where a promise does not hold.
    pub fn way(&self, promise: &str) -> Option<&[Step]> {
        self.broken
            .iter()
            .find(|(name, _)| *name == promise)
            .map(|(_, way)| way.as_slice())
    }

    /// As it is printed.
    pub fn tell(&self, rules: &str) -> String {
        let mut lines = vec![format!(
            "{rules}: {} states, {} steps deep",
            self.states, self.depth
        )];
        for (promise, way) in &self.broken {
            lines.push(format!("  BROKEN {promise}"));
            let steps = way.iter().zip(1..);
            lines.extend(steps.map(|(step, number)| format!("    {number}. {step:?}")));
        }
        lines.join("\n")
    }
}

impl Model for House {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        let teams = [
            Set::of(&[Member::Mal]),
            Set::of(&[Member::Ben, Member::Mal]),
            Set::of(&[Member::Ben]),
        ];
        teams.map(State::founded).into()
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        steps.extend(self.life.acts().into_iter().map(Step::We));
        let able = adversary::all()
            .into_iter()
            .filter(|act| self.hands.can(state, *act));
        steps.extend(able.map(Step::Mal));
    }

    fn next_state(&self, before: &State, step: Step) -> Option<State> {
        let mut state = match step {
            Step::We(honest) => act::done(before, self.rules, honest)?,
            Step::Mal(wicked) => adversary::done(before, wicked)?,
        };
        judge::read_by_mal(&mut state);
        judge::judge(&mut state, self.rules);
        (state != *before).then_some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(ENDS_FOR_READERS, |_, state: &State| {
                state.truth.writes > 0 || !(reads_case(state) || reads_call(state))
            }),
            Property::always(ENDS_FOR_CASES, |_, state: &State| !reads_case(state)),
            Property::always(ENDS_FOR_CALLS, |_, state: &State| !reads_call(state)),
            Property::always(NO_FOREIGN_KEY, |_, state: &State| {
                !state.truth.sealed_to_foreign
            }),
            Property::always(NO_GRANT_UNASKED, |_, state: &State| {
                !state.truth.granted_unasked
            }),
            Property::always(CAN_BE_FINISHED, |house: &Self, state: &State| {
                act::can_be_finished(state, house.rules)
            }),
        ]
    }
}

fn reads_case(state: &State) -> bool {
    Case::ALL.iter().any(|case| {
        let written = state.truth.written[case.place()];
        !written.both(state.mal.cases[case.place()]).is_empty()
    })
}

fn reads_call(state: &State) -> bool {
    !state
        .truth
        .sealed
        .both(state.mal.groups[Group::Supervisors.place()])
        .is_empty()
}
