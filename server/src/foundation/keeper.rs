//! Keeps what looks leave behind, those of several people in one transaction.
//!
//! A look is answered when its line is on the disk. Each commit waits for the disk and for the
//! commit before it; so whoever's turn it is commits the traces of everybody who waits.
//!
//! What must stay true: nobody is answered before her own traces were committed; if the common
//! transaction fails, each tries alone, so that one that cannot be kept harms no other.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::refusal::Refusal;
use super::traces::Traces;

/// One look's traces, and whether they were committed.
struct Look {
    traces: Traces,
    kept: AtomicBool,
}

/// Keeps the traces of looks.
#[derive(Default)]
pub(super) struct TraceKeeper {
    waiting: Mutex<Vec<Arc<Look>>>,
    turn: Mutex<()>,
}

impl TraceKeeper {
    /// Answers when the traces are committed, by whoever's turn it was. `commit` keeps all it is
    /// given in one transaction, or nothing.
    pub(super) fn keep(
        &self,
        traces: Traces,
        commit: impl Fn(&[&Traces]) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let own = Arc::new(Look {
            traces,
            kept: AtomicBool::new(false),
        });
        self.waiting().push(Arc::clone(&own));
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if own.kept.load(Ordering::Acquire) {
            return Ok(());
        }
        let mut together = std::mem::take(&mut *self.waiting());
        // Not there if it stood in a common transaction that failed.
        if !together.iter().any(|one| Arc::ptr_eq(one, &own)) {
            together.push(Arc::clone(&own));
        }
        let all: Vec<&Traces> = together.iter().map(|one| &one.traces).collect();
        match commit(&all) {
            Ok(()) => {
                for one in &together {
                    one.kept.store(true, Ordering::Release);
                }
                Ok(())
            }
            Err(refusal) if together.len() < 2 => Err(refusal),
            Err(_) => commit(&[&own.traces]),
        }
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Look>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::time::Duration;

    use super::*;
    use crate::foundation::marks::{Mark, RowKind};
    use crate::foundation::refusal::Broken;

    fn traces(mark: u64) -> Traces {
        Traces {
            seen: vec![((RowKind::Account, [0; 16], [0; 16]), Mark::version(mark))],
            ..Traces::default()
        }
    }

    fn marks(all: &[&Traces]) -> Vec<u64> {
        all.iter()
            .flat_map(|one| one.seen.iter().map(|(_, mark)| mark.version))
            .collect()
    }

    /// Eight looks at once, while the first commit takes its time.
    fn eight(commit: impl Fn(&[&Traces]) -> Result<(), Refusal> + Sync) -> Vec<(u64, bool)> {
        let (keeper, together) = (TraceKeeper::default(), Barrier::new(8));
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|mark| {
                    let (keeper, together, commit) = (&keeper, &together, &commit);
                    scope.spawn(move || {
                        together.wait();
                        (mark, keeper.keep(traces(mark), commit).is_ok())
                    })
                })
                .collect();
            threads.into_iter().map(|one| one.join().unwrap()).collect()
        })
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a slow disk")]
    fn who_waits_is_kept_together_and_exactly_once() {
        let kept = Mutex::new(Vec::new());
        let commits = Mutex::new(0);
        let answers = eight(|all| {
            std::thread::sleep(Duration::from_millis(50));
            kept.lock().unwrap().extend(marks(all));
            *commits.lock().unwrap() += 1;
            Ok(())
        });
        assert!(answers.iter().all(|(_, ok)| *ok));
        let mut kept = kept.into_inner().unwrap();
        kept.sort_unstable();
        assert_eq!(kept, (0..8).collect::<Vec<u64>>());
        assert!(*commits.lock().unwrap() < 8, "nothing was kept together");
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a slow disk")]
    fn one_that_cannot_be_kept_harms_no_other() {
        let kept = Mutex::new(Vec::new());
        let answers = eight(|all| {
            std::thread::sleep(Duration::from_millis(20));
            if marks(all).contains(&3) {
                return Err(Broken::bug("the disk does not like it").into());
            }
            kept.lock().unwrap().extend(marks(all));
            Ok(())
        });
        for (mark, ok) in answers {
            assert_eq!(ok, mark != 3, "{mark}");
            assert_eq!(
                kept.lock()
                    .unwrap()
                    .iter()
                    .filter(|one| **one == mark)
                    .count(),
                usize::from(ok),
                "{mark}"
            );
        }
    }
}
