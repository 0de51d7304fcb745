//! The gate in front of Argon2: bounded in memory, so that a flood of log-ins cannot take the
//! machine down. A full gate answers "busy, come back", and sessions already open are not slowed.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::refusal::Refusal;

/// Lets at most `permits` runs of Argon2 happen at once, and at most `queue` callers wait.
#[derive(Debug)]
pub struct Gate {
    permits: usize,
    queue: usize,
    patience: Duration,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    running: usize,
    /// Who waits, by number, in the order they came.
    waiting: VecDeque<u64>,
    came: u64,
}

/// One permit; given back when dropped.
#[derive(Debug)]
pub struct Permit<'a>(&'a Gate);

impl Gate {
    /// A gate for `permits` runs at once.
    pub fn new(permits: usize, queue: usize, patience: Duration) -> Self {
        let state = Mutex::new(State::default());
        Self {
            permits: permits.max(1),
            queue,
            patience,
            state,
            freed: Condvar::new(),
        }
    }

    /// Waits for a permit, first come first served; refuses with `Busy` when the queue is full or
    /// the wait was too long.
    pub fn enter(&self) -> Result<Permit<'_>, Refusal> {
        let mut state = self.state();
        if state.running >= self.permits || !state.waiting.is_empty() {
            if state.waiting.len() >= self.queue {
                return Err(Refusal::Busy(2));
            }
            let mine = state.came;
            state.came += 1;
            state.waiting.push_back(mine);
            let not_yet =
                |s: &mut State| s.running >= self.permits || s.waiting.front() != Some(&mine);
            let (mut after, timeout) = self
                .freed
                .wait_timeout_while(state, self.patience, not_yet)
                .unwrap_or_else(PoisonError::into_inner);
            after.waiting.retain(|one| *one != mine);
            if timeout.timed_out() {
                // Whoever came next may be let in.
                self.freed.notify_all();
                return Err(Refusal::Busy(2));
            }
            state = after;
        }
        state.running += 1;
        Ok(Permit(self))
    }

    /// A permit if one is free and nobody waits for it.
    pub fn try_enter(&self) -> Option<Permit<'_>> {
        let mut state = self.state();
        let is_free = state.running < self.permits && state.waiting.is_empty();
        is_free.then(|| {
            state.running += 1;
            Permit(self)
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.state().running -= 1;
        self.0.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_gate_refuses_and_a_left_gate_opens() {
        let gate = Gate::new(1, 0, Duration::from_millis(10));
        let inside = gate.enter().unwrap();
        assert!(matches!(gate.enter(), Err(Refusal::Busy(_))));
        assert!(gate.try_enter().is_none());
        drop(inside);
        assert!(gate.enter().is_ok());
        assert!(gate.try_enter().is_some());
    }

    #[test]
    fn who_came_first_goes_first() {
        let gate = Gate::new(1, 8, Duration::from_mins(1));
        let order = Mutex::new(Vec::new());
        let inside = gate.enter().unwrap();
        std::thread::scope(|threads| {
            for number in 0..4 {
                let (gate, order) = (&gate, &order);
                threads.spawn(move || {
                    let _permit = gate.enter().unwrap();
                    order.lock().unwrap().push(number);
                });
                while gate.state().waiting.len() <= number {
                    std::thread::yield_now();
                }
            }
            assert!(gate.try_enter().is_none());
            drop(inside);
        });
        assert_eq!(order.into_inner().unwrap(), [0, 1, 2, 3]);
    }
}
