//! Slows down guessing. In memory only: what is forgotten at a restart costs an attacker a restart,
//! which locks out everybody and is seen.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use amparo_store::Moment;
use chrono::TimeDelta;

use crate::foundation::Refusal;

/// How long failures are remembered.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Entries kept at most; the oldest windows go first.
const CAPACITY: usize = 100_000;

/// Counts tries by a tag that says nothing about whose they are.
#[derive(Debug, Default)]
pub struct Limiter(Mutex<HashMap<[u8; 32], (Moment, u32)>>);

impl Limiter {
    /// Counts a try, or refuses it when `tag` had `most` within the window. Counting comes before
    /// the slow check: many tries at once would all pass a look at the count.
    pub fn attempt(&self, tag: [u8; 32], now: Moment, most: u32) -> Result<(), Refusal> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= CAPACITY {
            known.retain(|_, (since, _)| now < since.plus(WINDOW));
        }
        let entry = known.entry(tag).or_insert((now, 0));
        if now >= entry.0.plus(WINDOW) {
            *entry = (now, 0);
        }
        if entry.1 >= most {
            let wait = (entry.0.plus(WINDOW).to_utc() - now.to_utc()).num_seconds();
            return Err(Refusal::TooMany(u32::try_from(wait.max(1)).unwrap_or(900)));
        }
        entry.1 += 1;
        Ok(())
    }

    /// Takes a try back that was not made after all, or that was no failure where successes must
    /// not wipe out what others did.
    pub fn take_back(&self, tag: [u8; 32]) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, count)) = known.get_mut(&tag) {
            *count = count.saturating_sub(1);
        }
    }

    /// Forgets the tries of `tag`.
    pub fn succeeded(&self, tag: [u8; 32]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessing_is_slowed_down_and_forgotten_after_a_while() {
        let limiter = Limiter::default();
        let start: Moment = "2026-01-01T00:00:00Z".parse().unwrap();
        for _ in 0..3 {
            limiter.attempt([1; 32], start, 3).unwrap();
        }
        assert!(matches!(
            limiter.attempt([1; 32], start, 3),
            Err(Refusal::TooMany(900))
        ));
        limiter.attempt([2; 32], start, 3).unwrap();
        limiter.attempt([1; 32], start.plus(WINDOW), 3).unwrap();
    }

    #[test]
    fn many_tries_at_once_do_not_pass_together() {
        let limiter = Limiter::default();
        let now: Moment = "2026-01-01T00:00:00Z".parse().unwrap();
        let passed: usize = std::thread::scope(|scope| {
            let tries: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| limiter.attempt([1; 32], now, 3).is_ok()))
                .collect();
            tries
                .into_iter()
                .map(|one| usize::from(one.join().unwrap()))
                .sum()
        });
        assert_eq!(passed, 3);
        limiter.take_back([1; 32]);
        limiter.attempt([1; 32], now, 3).unwrap();
    }
}
