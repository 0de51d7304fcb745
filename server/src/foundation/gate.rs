//! The gate in front of Argon2: bounded in memory, so that a flood of log-ins cannot take the
//! machine down. A full gate answers "busy, come back", and sessions already open are not slowed.

use std::sync::{Condvar, Mutex, PoisonError};
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
    waiting: usize,
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

    /// Waits for a permit; refuses with `Busy` when the queue is full or the wait was too long.
    pub fn enter(&self) -> Result<Permit<'_>, Refusal> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.running >= self.permits {
            if state.waiting >= self.queue {
                return Err(Refusal::Busy(2));
            }
            state.waiting += 1;
            let (mut after, timeout) = self
                .freed
                .wait_timeout_while(state, self.patience, |s| s.running >= self.permits)
                .unwrap_or_else(PoisonError::into_inner);
            after.waiting -= 1;
            if timeout.timed_out() && after.running >= self.permits {
                return Err(Refusal::Busy(2));
            }
            state = after;
        }
        state.running += 1;
        Ok(Permit(self))
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .running -= 1;
        self.0.freed.notify_one();
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
        drop(inside);
        assert!(gate.enter().is_ok());
    }
}
