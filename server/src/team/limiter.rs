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

/// Counts failures by a tag that says nothing about whose they are.
#[derive(Debug, Default)]
pub struct Limiter(Mutex<HashMap<[u8; 32], (Moment, u32)>>);

impl Limiter {
    /// Refuses when `tag` failed `most` times within the window.
    pub fn check(&self, tag: [u8; 32], now: Moment, most: u32) -> Result<(), Refusal> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(&tag) {
            Some((since, count)) if *count >= most && now < since.plus(WINDOW) => {
                let wait = (since.plus(WINDOW).to_utc() - now.to_utc()).num_seconds();
                Err(Refusal::TooMany(u32::try_from(wait.max(1)).unwrap_or(900)))
            }
            _ => Ok(()),
        }
    }

    /// Counts a failure.
    pub fn failed(&self, tag: [u8; 32], now: Moment) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= CAPACITY {
            known.retain(|_, (since, _)| now < since.plus(WINDOW));
        }
        let entry = known.entry(tag).or_insert((now, 0));
        if now >= entry.0.plus(WINDOW) {
            *entry = (now, 0);
        }
        entry.1 += 1;
    }

    /// Forgets the failures of `tag`.
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
            limiter.check([1; 32], start, 3).unwrap();
            limiter.failed([1; 32], start);
        }
        assert!(matches!(
            limiter.check([1; 32], start, 3),
            Err(Refusal::TooMany(900))
        ));
        limiter.check([2; 32], start, 3).unwrap();
        limiter.check([1; 32], start.plus(WINDOW), 3).unwrap();
    }
}
