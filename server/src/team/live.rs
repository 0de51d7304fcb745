//! The sessions of this process, in memory and nowhere else.
//!
//! What must stay true: a session is no row. A row would not outlive the process that can open it,
//! and would only tell whoever takes the disk who was signed in when. What is sealed opens with the
//! token, which the browser holds, and the boot secret. Nobody can fill the memory: each member and
//! each receipt has few, and all receipts together have a bound. Consequence: one process serves
//! everybody, or the same one always serves the same person.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use amparo_store::{AccountId, Moment, ReceiptId, SessionId};
use amparo_vault::SessionToken;
use chrono::TimeDelta;

use super::model::Stage;
use crate::foundation::Act;
use crate::foundation::config::{ABSOLUTE_HOURS, IDLE_MINUTES};

/// Sessions of one member at once; one more ends the one that was not used for longest.
const OF_A_MEMBER: usize = 16;
/// Visits with one receipt at once.
const OF_A_RECEIPT: usize = 4;
/// Visits with receipts at once, of all persons together.
const OF_ALL_RECEIPTS: usize = 20_000;

/// When a session that began at `created` ends in any case.
pub fn ends_at(created: Moment) -> Moment {
    created.plus(TimeDelta::hours(ABSOLUTE_HOURS))
}

/// Whose session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A member's.
    Member(AccountId),
    /// The person's with this receipt. No row says so.
    Person(ReceiptId),
}

/// A session.
#[derive(Clone, Debug)]
pub struct Session {
    /// The id shown in lists.
    pub id: SessionId,
    /// Whose.
    pub holder: Holder,
    /// How far it has come.
    pub stage: Stage,
    /// The keys, under token and boot secret.
    pub sealed: Arc<[u8]>,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
}

impl Session {
    fn has_ended(&self, now: Moment) -> bool {
        now >= ends_at(self.created_at)
            || now >= self.seen_at.plus(TimeDelta::minutes(IDLE_MINUTES))
    }
}

/// Every session of this process, by the digest of its token's id.
#[derive(Debug, Default)]
pub(super) struct Live(Mutex<HashMap<[u8; 32], Session>>);

impl Live {
    /// The session, if it has not ended. It is used now.
    pub(super) fn used(&self, lookup: [u8; 32], now: Moment) -> Option<Session> {
        let mut all = self.all();
        let session = all.get_mut(&lookup)?;
        if session.has_ended(now) {
            all.remove(&lookup);
            return None;
        }
        session.seen_at = now;
        Some(session.clone())
    }

    /// Adds one; the holder's own that was not used for longest makes room.
    pub(super) fn add(&self, lookup: [u8; 32], session: Session) {
        let mut all = self.all();
        let now = session.created_at;
        all.retain(|_, one| !one.has_ended(now));
        let holder = session.holder;
        match holder {
            Holder::Member(_) => make_room(&mut all, OF_A_MEMBER, |one| one.holder == holder),
            Holder::Person(_) => {
                make_room(&mut all, OF_A_RECEIPT, |one| one.holder == holder);
                let is_person = |one: &Session| matches!(one.holder, Holder::Person(_));
                make_room(&mut all, OF_ALL_RECEIPTS, is_person);
            }
        }
        all.insert(lookup, session);
    }

    /// Seals a session's keys anew.
    pub(super) fn reseal(&self, lookup: [u8; 32], sealed: Arc<[u8]>) {
        if let Some(session) = self.all().get_mut(&lookup) {
            session.sealed = sealed;
        }
    }

    /// Ends one.
    pub(super) fn end(&self, lookup: [u8; 32]) {
        self.all().remove(&lookup);
    }

    /// Ends those of a holder that are to end.
    pub(super) fn end_of(&self, holder: Holder, which: impl Fn(&Session) -> bool) {
        self.all()
            .retain(|_, one| one.holder != holder || !which(one));
    }

    /// Those of a holder that have not ended, the newest first.
    pub(super) fn of(&self, holder: Holder, now: Moment) -> Vec<Session> {
        let all = self.all();
        let own = all.values();
        let own = own.filter(|one| one.holder == holder && !one.has_ended(now));
        let mut own: Vec<Session> = own.cloned().collect();
        own.sort_by_key(|one| (std::cmp::Reverse(one.created_at), one.id.as_bytes()));
        own
    }

    /// Forgets what has ended.
    pub(super) fn sweep(&self, now: Moment) {
        self.all().retain(|_, one| !one.has_ended(now));
    }

    fn all(&self) -> MutexGuard<'_, HashMap<[u8; 32], Session>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Seals the keys of a session anew.
pub(super) fn reseal(act: &mut Act<'_>, token: &SessionToken, sealed: Vec<u8>) {
    let (lookup, sealed) = (token.lookup(), Arc::from(sealed));
    let live = act.app().memory::<Live>();
    act.once_committed(move || live.reseal(lookup, sealed));
}

fn make_room(all: &mut HashMap<[u8; 32], Session>, most: usize, counts: impl Fn(&Session) -> bool) {
    while all.values().filter(|one| counts(one)).count() >= most {
        let counted = all.iter().filter(|(_, one)| counts(one));
        let longest = counted.min_by_key(|(_, one)| one.seen_at);
        let Some(lookup) = longest.map(|(lookup, _)| *lookup) else {
            return;
        };
        all.remove(&lookup);
    }
}

/// The last code that each second factor was used with. A code counts once. Not on the disk: it
/// would say when each member signed in last. After a restart a code of the last minute counts
/// again, to somebody who has the passphrase too.
#[derive(Debug, Default)]
pub(super) struct UsedCodes(Mutex<HashMap<[u8; 32], u64>>);

impl UsedCodes {
    /// The time step of the last code.
    pub(super) fn last(&self, factor: [u8; 32]) -> u64 {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&factor).copied().unwrap_or_default()
    }

    /// Uses a code; answers whether it was not used before.
    pub(super) fn take(&self, factor: [u8; 32], step: u64) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = known.entry(factor).or_default();
        let fresh = step > *last;
        *last = step.max(*last);
        fresh
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Moment {
        let start: Moment = "2026-01-01T00:00:00Z".parse().unwrap();
        start.plus(TimeDelta::minutes(minutes))
    }

    fn session(holder: Holder, number: u8, minutes: i64) -> Session {
        Session {
            id: SessionId::from_bytes([number; 16]),
            holder,
            stage: Stage::Full,
            sealed: Arc::new([]),
            created_at: at(minutes),
            seen_at: at(minutes),
        }
    }

    const ANA: Holder = Holder::Member(AccountId::from_bytes([1; 16]));
    const PERSON: Holder = Holder::Person(ReceiptId::from_bytes([1; 16]));

    #[test]
    fn a_session_ends_when_it_is_idle_and_after_ten_hours() {
        let live = Live::default();
        live.add([1; 32], session(ANA, 1, 0));
        for minutes in (0..600).step_by(14) {
            assert!(live.used([1; 32], at(minutes)).is_some(), "{minutes}");
        }
        assert!(live.used([1; 32], at(600)).is_none());
        live.add([2; 32], session(ANA, 2, 0));
        assert!(live.used([2; 32], at(15)).is_none());
        assert!(live.of(ANA, at(15)).is_empty());
    }

    #[test]
    fn nobody_fills_the_memory_and_nobody_ends_anothers() {
        let live = Live::default();
        live.add([250; 32], session(ANA, 250, 0));
        for number in 0..20 {
            live.add([number; 32], session(PERSON, number, 1));
            live.used([0; 32], at(2));
        }
        assert_eq!(live.of(PERSON, at(2)).len(), OF_A_RECEIPT);
        assert!(live.used([0; 32], at(2)).is_some(), "it was in use");
        assert!(live.used([250; 32], at(2)).is_some());
        for number in 100..140 {
            live.add([number; 32], session(ANA, number, 2));
        }
        assert_eq!(live.of(ANA, at(2)).len(), OF_A_MEMBER);
        live.end_of(ANA, |one| one.id != SessionId::from_bytes([139; 16]));
        assert_eq!(live.of(ANA, at(2)).len(), 1);
        assert_eq!(live.of(PERSON, at(2)).len(), OF_A_RECEIPT);
    }

    #[test]
    fn a_code_counts_once() {
        let codes = UsedCodes::default();
        assert!(codes.take([1; 32], 7));
        assert!(!codes.take([1; 32], 7) && !codes.take([1; 32], 6));
        assert!(codes.take([2; 32], 7) && codes.take([1; 32], 8));
    }
}
