//! Slows down guessing. In memory only: what is forgotten at a restart costs an attacker a restart,
//! which locks out everybody and is seen.

use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use amparo_store::Moment;
use chrono::TimeDelta;
use lru::LruCache;

use crate::foundation::Refusal;

/// How long failures are remembered.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Tags kept at most. Those that were not tried for longest go first: whoever wants one to go pays a
/// run of Argon2 for each name that she fills this with, which takes longer than the window.
const CAPACITY: NonZeroUsize = NonZeroUsize::MIN.saturating_add(99_999);

/// Counts tries by a tag that says nothing about whose they are.
#[derive(Debug)]
pub struct Limiter(Mutex<LruCache<[u8; 32], (Moment, u32)>>);

impl Default for Limiter {
    fn default() -> Self {
        Self::holding(CAPACITY)
    }
}

impl Limiter {
    fn holding(capacity: NonZeroUsize) -> Self {
        // It grows as it is filled: room for all at once would be idle memory.
        let mut tries = LruCache::unbounded();
        tries.resize(capacity);
        Self(Mutex::new(tries))
    }

    fn tries(&self) -> MutexGuard<'_, LruCache<[u8; 32], (Moment, u32)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a try, or refuses it when `tag` had `most` within the window. Counting comes before
    /// the slow check: many tries at once would all pass a look at the count.
    pub fn attempt(&self, tag: [u8; 32], now: Moment, most: u32) -> Result<(), Refusal> {
        let mut tries = self.tries();
        let entry = tries.get_or_insert_mut(tag, || (now, 0));
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
        if let Some((_, count)) = self.tries().get_mut(&tag) {
            *count = count.saturating_sub(1);
        }
    }

    /// Forgets the tries of `tag`.
    pub fn succeeded(&self, tag: [u8; 32]) {
        self.tries().pop(&tag);
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
    fn a_flood_of_names_pushes_out_the_oldest_and_no_more() {
        let limiter = Limiter::holding(NonZeroUsize::new(100).unwrap());
        let now: Moment = "2026-01-01T00:00:00Z".parse().unwrap();
        for number in 0..200_u8 {
            limiter.attempt([number; 32], now, 1).unwrap();
        }
        assert_eq!(limiter.tries().len(), 100);
        assert!(limiter.attempt([199; 32], now, 1).is_err());
        assert!(limiter.attempt([0; 32], now, 1).is_ok());
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
