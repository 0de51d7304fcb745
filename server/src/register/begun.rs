//! Seals that are begun before the act that will need them.
//!
//! Encapsulating to a key costs more than all the rest of an intake, and SQLite lets one act write at
//! a time. So the key's half is done before the act takes its turn, for an id that is drawn then.
//! What must stay true: the act still looks up the present key, and a seal that was begun for
//! another key or place is thrown away; each seal is used for one content. A seal that is ready is
//! the key to something that will be written later, so whoever reads the memory must not find it
//! there for long: the oldest is used first, and after a minute it is dropped.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use amparo_store::{Moment, OrganisationId};
use amparo_vault::{BegunSeal, Context, GroupPurpose, VerifiedKey};
use chrono::TimeDelta;
use rand_core::Rng;
use uuid::Uuid;

use super::published;
use crate::foundation::{App, Refusal, rng};

/// Seals kept ready for one key: about as many as there can be acts at once.
const MOST: usize = 16;

/// How long a seal that was begun is kept.
const KEPT_SECONDS: i64 = 60;

/// A seal that was begun, and the id of the object it is for.
pub struct Begun {
    /// The object.
    pub id: Uuid,
    /// The seal.
    pub seal: BegunSeal,
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Begun(..)")
    }
}

/// For whom, and how a seal is begun at the place of an object.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// The organisation.
    pub of: OrganisationId,
    /// Its group.
    pub purpose: GroupPurpose,
    /// The place of the object.
    pub context: fn(OrganisationId, Uuid) -> Context,
    /// Whether the content will be signed.
    pub signed: bool,
}

/// Begins one seal, unless enough are ready or the key was not checked yet since the start.
pub fn begin(app: &App, it: Beginning) -> Result<(), Refusal> {
    let ready = app.memory::<Ready>();
    let now = app.clock.now();
    ready.drop_before(now);
    let Some(key) = published::checked(app, it.of, it.purpose) else {
        return Ok(());
    };
    if ready.count((it.of, it.purpose)) >= MOST {
        return Ok(());
    }
    let mut rng = rng::fresh()?;
    let mut bytes = [0_u8; 16];
    rng.fill_bytes(&mut bytes);
    let id = uuid::Builder::from_random_bytes(bytes).into_uuid();
    let context = (it.context)(it.of, id);
    let seal = if it.signed {
        BegunSeal::begin_signed(&key, &context, &mut rng)?
    } else {
        BegunSeal::begin(&key, &context, &mut rng)?
    };
    ready.put((it.of, it.purpose), now, Begun { id, seal });
    Ok(())
}

/// One that is ready for this very key, if there is one.
pub fn begun(app: &App, it: Beginning, to: &VerifiedKey) -> Option<Begun> {
    let ready = app.memory::<Ready>();
    ready.drop_before(app.clock.now());
    let found = ready.take((it.of, it.purpose))?;
    let context = (it.context)(it.of, found.id);
    found.seal.is_for(to, &context).then_some(found)
}

/// Drops what nobody used in time. The doors call it about once a minute.
pub fn drop_old_seals(app: &App) {
    app.memory::<Ready>().drop_before(app.clock.now());
}

type Key = (OrganisationId, GroupPurpose);

#[derive(Default)]
struct Ready(Mutex<HashMap<Key, VecDeque<(Moment, Begun)>>>);

impl Ready {
    fn count(&self, key: Key) -> usize {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&key).map_or(0, VecDeque::len)
    }

    fn put(&self, key: Key, at: Moment, begun: Begun) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(key).or_default().push_back((at, begun));
    }

    fn take(&self, key: Key) -> Option<Begun> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get_mut(&key)?.pop_front().map(|(_, begun)| begun)
    }

    fn drop_before(&self, now: Moment) {
        let oldest = now.plus(-TimeDelta::seconds(KEPT_SECONDS));
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for seals in all.values_mut() {
            seals.retain(|(at, _)| *at >= oldest);
        }
    }
}
