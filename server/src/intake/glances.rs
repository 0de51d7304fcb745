//! What the list of the queue says about each call, remembered: opening a call takes a hundred times
//! as long as looking at a line of it.
//!
//! What must stay true: what is remembered lies sealed under the queue's key, under a tag that names
//! no queue, and counts for the revision and the day it was made for. A call that nobody whom the
//! register knows has signed is looked at again each time.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use amparo_store::{Day, IntakeId};
use amparo_vault::{GroupKey, GroupPurpose, Zeroizing};
use lru::LruCache;

use super::bodies::IntakeItem;
use super::rows::{self, Head};
use super::seals::{self, Signers};
use super::views::item;
use crate::foundation::{Act, Refusal};

/// Queues that are remembered at most.
const QUEUES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(63);
/// Calls that are read from the database at once.
const AT_ONCE: usize = 200;
/// The number of the one piece that is sealed for a queue.
const PIECE: u64 = u64::MAX;

struct Remembered(Mutex<LruCache<[u8; 32], Arc<Glances>>>);

impl Default for Remembered {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(QUEUES)))
    }
}

/// The lines of one queue's calls, as they were on a day.
struct Glances {
    day: Day,
    sealed: Vec<u8>,
}

/// The lines of these calls of the queue that the acting member can open.
pub(super) fn of_queue(
    act: &mut Act<'_>,
    signers: &mut Signers,
    heads: &[Head],
) -> Result<Vec<IntakeItem>, Refusal> {
    let member = act.member()?;
    let organisation = member.organisation.as_bytes();
    let Some(queue) = member.keyring().current(GroupPurpose::Queue) else {
        return Ok(Vec::new());
    };
    let remembered = act.app().memory::<Remembered>();
    let tag = queue.labels().of([0; 16], 0);
    let before = {
        let mut all = remembered.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&tag).cloned()
    };
    let today = act.now.to_day();
    let mut known = match before.filter(|it| it.day == today) {
        Some(glances) => opened(queue, organisation, &glances)?,
        None => HashMap::new(),
    };
    let wanted: HashSet<(IntakeId, i64)> = heads.iter().map(Head::version).collect();
    let count = known.len();
    known.retain(|id, one| wanted.contains(&(*id, one.revision)));
    let mut is_other = known.len() < count;
    let fresh: Vec<IntakeId> = heads
        .iter()
        .map(|head| head.id)
        .filter(|id| !known.contains_key(id))
        .collect();
    let mut unsigned = Vec::new();
    for some in fresh.chunks(AT_ONCE) {
        for row in rows::some(act.db(), some)? {
            let Some(opened) = seals::open(act, signers, row)? else {
                continue;
            };
            let line = item(act, &opened, 0);
            match line.verified {
                true => {
                    is_other = true;
                    known.insert(line.id, line);
                }
                false => unsigned.push(line),
            }
        }
    }
    if is_other {
        let lines: Vec<&IntakeItem> = known.values().collect();
        let plain = Zeroizing::new(serde_json::to_vec(&lines)?);
        let sealed = queue.seal_segment(organisation, PIECE, &plain, act.rng())?;
        let glances = Arc::new(Glances { day: today, sealed });
        act.once_committed(move || {
            let mut all = remembered.0.lock().unwrap_or_else(PoisonError::into_inner);
            all.put(tag, glances);
        });
    }
    let mut lines: Vec<IntakeItem> = known.into_values().collect();
    lines.append(&mut unsigned);
    Ok(lines)
}

fn opened(
    queue: &GroupKey,
    organisation: [u8; 16],
    glances: &Glances,
) -> Result<HashMap<IntakeId, IntakeItem>, Refusal> {
    let plain = queue.open_segment(organisation, PIECE, &glances.sealed)?;
    let lines: Vec<IntakeItem> = serde_json::from_slice(plain.expose())?;
    Ok(lines.into_iter().map(|line| (line.id, line)).collect())
}

impl Head {
    fn version(&self) -> (IntakeId, i64) {
        (self.id, self.revision.number())
    }
}
