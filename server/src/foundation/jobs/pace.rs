//! How long a job waits after a failure, and when it is given up. Pure.

use chrono::TimeDelta;

/// A job is given up after so many attempts: with the waits between them, after about 16 hours.
pub const MOST_ATTEMPTS: i32 = 12;

/// What a given-up job would need to be tried again is destroyed after so many days; the row stays.
pub const KEPT_DAYS: i64 = 7;

/// After the first failure.
const FIRST_WAIT_MINUTES: i64 = 1;

/// However often it failed.
const LONGEST_WAIT_MINUTES: i64 = 4 * 60;

/// How long a job is nobody else's while it is worked at. Longer than anything outside may take, so
/// that two do not do the same.
pub(super) fn lease() -> TimeDelta {
    TimeDelta::minutes(15)
}

/// The wait after the given number of attempts: twice as long each time, up to a limit, and up to
/// a quarter longer by `chance`, so that what failed together does not come back together.
pub(super) fn wait_after(attempts: i32, chance: u32) -> TimeDelta {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(16);
    let minutes = (FIRST_WAIT_MINUTES << doublings).min(LONGEST_WAIT_MINUTES);
    let seconds = minutes * 60;
    TimeDelta::seconds(seconds + seconds / 4 * i64::from(chance) / i64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_twice_the_last_up_to_a_limit() {
        let minutes = |attempts| wait_after(attempts, 0).num_minutes();
        let waits: Vec<i64> = (1..MOST_ATTEMPTS).map(minutes).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]);
        assert_eq!(waits.iter().sum::<i64>() / 60, 16);
        assert_eq!(minutes(i32::MAX), LONGEST_WAIT_MINUTES);
        assert_eq!(minutes(0), FIRST_WAIT_MINUTES);
    }

    #[test]
    fn chance_adds_a_quarter_at_most() {
        assert_eq!(wait_after(3, u32::MAX), TimeDelta::minutes(5));
        assert!(wait_after(3, u32::MAX / 2) < TimeDelta::minutes(5));
        assert!(wait_after(3, u32::MAX / 2) > TimeDelta::minutes(4));
    }
}
