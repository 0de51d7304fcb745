//! Lanes: how much work of each kind is done at once, so that no kind stands in the way of another.
//!
//! What must stay true: work waits here, and takes a thread only when it is its turn; a full lane
//! says at once when to come back. Whoever is signed in has a lane that strangers cannot enter, and
//! in it no sign-in has more than its share. What strangers ask for runs on threads that give way.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use amparo_store::SessionId;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::refusal::{Broken, Refusal};
use super::statements::counting;

/// Pieces of work of one sign-in at once: a page and what it asks for, and no more.
const SHARE: usize = 4;
/// How many more of one sign-in may wait.
const SHARE_WAITING: usize = 64;
/// Shares that are kept before those that nobody holds are dropped.
const SHARES_KEPT: usize = 1024;
/// Threads for work that gives way: as much as all such lanes together may do at once, and room.
const GIVING_WAY: usize = 16;
/// How much later than others such threads come: the middle of what Linux calls niceness.
const NICE: i32 = 10;

/// What kind of work it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Of a member who has signed in.
    SignedIn(SessionId),
    /// Of a person who came with a receipt. Anybody can have one: many of them must not stand in the
    /// way of the helpers.
    Person(SessionId),
    /// Pages for whoever is not signed in.
    Visitors,
    /// With a run of Argon2 for a passphrase.
    Passphrases,
    /// With a run of Argon2 for a receipt.
    Receipts,
    /// The public directory.
    Directory,
    /// Taking in other people's files.
    Imports,
}

impl Lane {
    /// Whether it gives way to those who are signed in.
    fn gives_way(self) -> bool {
        !matches!(self, Self::SignedIn(_) | Self::Person(_) | Self::Visitors)
    }
}

/// All lanes of a process.
#[derive(Debug)]
pub struct Lanes {
    signed_in: Track,
    persons: Track,
    visitors: Track,
    passphrases: Track,
    receipts: Track,
    directory: Track,
    imports: Track,
    shares: Mutex<HashMap<SessionId, Arc<Track>>>,
}

impl Lanes {
    /// Pieces of members' work at once.
    const SIGNED_IN: usize = 16;
    /// Of persons', and of visitors' pages.
    const OF_OTHERS: usize = 4;
    /// What all lanes let in at once that do not give way: as many threads they need.
    pub const THREADS: usize = Self::SIGNED_IN + 2 * Self::OF_OTHERS;

    /// The lanes of a server that does so many runs of Argon2 at once.
    pub fn new(passphrases: usize) -> Self {
        let seconds = Duration::from_secs;
        Self {
            signed_in: Track::new(Self::SIGNED_IN, 1024, seconds(10)),
            persons: Track::new(Self::OF_OTHERS, 256, seconds(10)),
            visitors: Track::new(Self::OF_OTHERS, 256, seconds(10)),
            passphrases: Track::new(passphrases, 64, seconds(20)),
            receipts: Track::new(1, 32, seconds(30)),
            directory: Track::new(2, 64, seconds(5)),
            imports: Track::new(1, 4, seconds(30)),
            shares: Mutex::default(),
        }
    }

    /// Does the work when it is its turn, away from the async threads. `Busy` if too many wait, or if
    /// its turn does not come in time.
    pub async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let share = match lane {
            Lane::SignedIn(session) | Lane::Person(session) => {
                Some(self.share(session).enter().await?)
            }
            _ => None,
        };
        let turn = self.track(lane).enter().await?;
        // Held by the work: who hangs up does not make room before it is done.
        let held = (turn, share);
        let work = counting(move || {
            let _held = held;
            work()
        });
        let doing = match GIVES_WAY.as_ref().filter(|_| lane.gives_way()) {
            Some(threads) => threads.spawn_blocking(work),
            None => tokio::task::spawn_blocking(work),
        };
        doing
            .await
            .unwrap_or_else(|why| Err(Broken::new("work ended by a panic", &why).into()))
    }

    fn track(&self, lane: Lane) -> &Track {
        match lane {
            Lane::SignedIn(_) => &self.signed_in,
            Lane::Person(_) => &self.persons,
            Lane::Visitors => &self.visitors,
            Lane::Passphrases => &self.passphrases,
            Lane::Receipts => &self.receipts,
            Lane::Directory => &self.directory,
            Lane::Imports => &self.imports,
        }
    }

    fn share(&self, session: SessionId) -> Arc<Track> {
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        if shares.len() >= SHARES_KEPT {
            shares.retain(|_, share| !share.is_unused());
        }
        let fresh = || Arc::new(Track::new(SHARE, SHARE_WAITING, Duration::from_secs(10)));
        Arc::clone(shares.entry(session).or_insert_with(fresh))
    }
}

/// Threads of their own, which come after those of whoever is signed in. `None` if the system gives
/// none: then the work is done on the common ones.
static GIVES_WAY: LazyLock<Option<Runtime>> = LazyLock::new(|| {
    let later = || {
        // Refused by some sandboxes; then all threads are alike.
        rustix::process::setpriority_process(None, NICE).ok();
    };
    Builder::new_current_thread()
        .max_blocking_threads(GIVING_WAY)
        .thread_name("giving way")
        .on_thread_start(later)
        .build()
        .ok()
});

/// So many at once, so many waiting, in the order they came.
#[derive(Debug)]
struct Track {
    permits: Arc<Semaphore>,
    at_once: usize,
    waiting: AtomicUsize,
    room: usize,
    patience: Duration,
}

impl Track {
    fn new(at_once: usize, room: usize, patience: Duration) -> Self {
        let at_once = at_once.max(1);
        Self {
            permits: Arc::new(Semaphore::new(at_once)),
            at_once,
            waiting: AtomicUsize::new(0),
            room,
            patience,
        }
    }

    async fn enter(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        if let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() {
            return Ok(permit);
        }
        let _place = Place::take(self)?;
        let turn = Arc::clone(&self.permits).acquire_owned();
        match tokio::time::timeout(self.patience, turn).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(Refusal::Busy(2)),
        }
    }

    fn is_unused(&self) -> bool {
        self.permits.available_permits() == self.at_once
            && self.waiting.load(Ordering::Relaxed) == 0
    }
}

/// A place among those who wait; given back when dropped, also by who hangs up.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(track: &'a Track) -> Result<Self, Refusal> {
        if track.waiting.fetch_add(1, Ordering::Relaxed) >= track.room {
            track.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(Refusal::Busy(2));
        }
        Ok(Self(&track.waiting))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn session(number: u8) -> SessionId {
        SessionId::from_bytes([number; 16])
    }

    /// Fills a lane with work that ends when the sender is dropped.
    fn stuck(lanes: &Arc<Lanes>, lane: Lane, times: usize) -> mpsc::Sender<()> {
        let (ends, end) = mpsc::channel::<()>();
        let end = Arc::new(Mutex::new(end));
        for _ in 0..times {
            let (lanes, end) = (Arc::clone(lanes), Arc::clone(&end));
            actix_web::rt::spawn(async move {
                lanes
                    .run(lane, move || {
                        end.lock().unwrap().recv().ok();
                        Ok(())
                    })
                    .await
            });
        }
        ends
    }

    async fn until(done: impl Fn() -> bool) {
        while !done() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    #[actix_web::test]
    async fn strangers_stop_nobody_who_is_signed_in() {
        let lanes = Arc::new(Lanes::new(1));
        let strangers = [Lane::Visitors, Lane::Passphrases, Lane::Receipts];
        let strangers = strangers
            .into_iter()
            .chain([Lane::Directory, Lane::Imports]);
        let persons = (100..120).map(|number| Lane::Person(session(number)));
        let strangers = strangers.chain(persons);
        let _ends: Vec<_> = strangers.map(|lane| stuck(&lanes, lane, 300)).collect();
        until(|| lanes.directory.permits.available_permits() == 0).await;
        let here = lanes.run(Lane::SignedIn(session(1)), || Ok(7)).await;
        assert_eq!(here.unwrap(), 7);
    }

    #[actix_web::test]
    async fn a_full_lane_says_when_to_come_back() {
        let lanes = Arc::new(Lanes::new(1));
        let _ends = stuck(&lanes, Lane::Imports, 5);
        until(|| lanes.imports.waiting.load(Ordering::Relaxed) == 4).await;
        let more = lanes.run(Lane::Imports, || Ok(())).await;
        assert!(matches!(more, Err(Refusal::Busy(2))));
    }

    #[actix_web::test]
    async fn one_script_does_not_starve_colleagues() {
        let lanes = Arc::new(Lanes::new(1));
        let _ends = stuck(&lanes, Lane::SignedIn(session(1)), 60);
        until(|| lanes.signed_in.permits.available_permits() == Lanes::SIGNED_IN - SHARE).await;
        let other = lanes.run(Lane::SignedIn(session(2)), || Ok(7)).await;
        assert_eq!(other.unwrap(), 7);
    }

    #[actix_web::test]
    async fn who_hangs_up_leaves_the_queue() {
        let lanes = Arc::new(Lanes::new(1));
        let _ends = stuck(&lanes, Lane::Imports, 1);
        until(|| lanes.imports.permits.available_permits() == 0).await;
        let waits = lanes.run(Lane::Imports, || Ok(()));
        let gone = tokio::time::timeout(Duration::from_millis(5), waits).await;
        assert!(gone.is_err());
        assert_eq!(lanes.imports.waiting.load(Ordering::Relaxed), 0);
    }

    #[actix_web::test]
    async fn a_panic_is_a_fault_and_gives_its_place_back() {
        let lanes = Lanes::new(1);
        let broken = lanes.run(Lane::Imports, || -> Result<(), Refusal> {
            panic!("planted")
        });
        assert!(matches!(broken.await, Err(Refusal::Broken(_))));
        assert!(lanes.run(Lane::Imports, || Ok(())).await.is_ok());
    }

    #[actix_web::test]
    async fn shares_that_nobody_holds_are_dropped() {
        let lanes = Lanes::new(1);
        for at in 0..3000_u32 {
            let mut id = [0; 16];
            id[..4].copy_from_slice(&at.to_be_bytes());
            let lane = Lane::SignedIn(SessionId::from_bytes(id));
            lanes.run(lane, || Ok(())).await.unwrap();
        }
        assert!(lanes.shares.lock().unwrap().len() <= SHARES_KEPT);
    }
}
