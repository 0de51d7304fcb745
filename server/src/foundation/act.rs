//! One act of one person: who, when, with what keys, in which transaction, and what was witnessed.
//!
//! Rooms take `&mut Act` as their first argument and never anything wider. Only [`super::App`]
//! makes and commits one, and it refuses to commit an act that nobody witnessed.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

use amparo_store::{AnyConnection, Moment};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use uuid::Uuid;

use super::app::App;
use super::caller::{Caller, Member, Person};
use super::marks::{Mark, MarkedRow, Standing};
use super::refusal::{Broken, Refusal};
use super::traces::{Afterwards, Line, Traces};

/// One act of one person.
pub struct Act<'a> {
    /// When the act began. All its times are this one.
    pub now: Moment,
    app: &'a App,
    caller: &'a Caller,
    db: &'a mut AnyConnection,
    rng: ChaCha20Rng,
    marks: Standing,
    traces: Traces,
    kept: HashMap<TypeId, Box<dyn Any>>,
}

impl<'a> Act<'a> {
    pub(super) fn new(
        app: &'a App,
        caller: &'a Caller,
        db: &'a mut AnyConnection,
        rng: ChaCha20Rng,
        marks: Standing,
    ) -> Self {
        Self {
            now: app.clock.now(),
            app,
            caller,
            db,
            rng,
            marks,
            traces: Traces::default(),
            kept: HashMap::new(),
        }
    }

    /// Keeps what was opened until the act ends, in place of what was kept of its type.
    pub fn keep<T: 'static>(&mut self, opened: Arc<T>) {
        self.kept.insert(TypeId::of::<T>(), Box::new(opened));
    }

    /// What was kept of a type in this act. It is gone with the act, so it may be in clear.
    pub fn kept<T: 'static>(&self) -> Option<Arc<T>> {
        let kept = self.kept.get(&TypeId::of::<T>())?;
        kept.downcast_ref::<Arc<T>>().map(Arc::clone)
    }

    /// The open transaction. For `rows.rs` files only.
    pub fn db(&mut self) -> &mut AnyConnection {
        self.db
    }

    /// The act's own generator.
    pub fn rng(&mut self) -> &mut ChaCha20Rng {
        &mut self.rng
    }

    /// Sixteen random bytes as `UUIDv4`: ids that say nothing about time.
    pub fn fresh_id(&mut self) -> Uuid {
        let mut bytes = [0_u8; 16];
        self.rng.fill_bytes(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// What all acts share.
    pub fn app(&self) -> &'a App {
        self.app
    }

    /// Who acts.
    pub fn caller(&self) -> &'a Caller {
        self.caller
    }

    /// The member who acts, or the refusal for everybody else.
    pub fn member(&self) -> Result<&'a Member, Refusal> {
        self.caller.member()
    }

    /// The person with the receipt.
    pub fn person(&self) -> Result<&'a Person, Refusal> {
        self.caller.person()
    }

    /// Puts a line on record. For the ledger room only.
    pub fn witness(&mut self, line: Line) {
        self.traces.lines.push(line);
    }

    /// Whether anybody witnessed the act.
    pub fn witnessed(&self) -> bool {
        !self.traces.lines.is_empty()
    }

    /// The act will be refused, and the refusal shows what is there, as to somebody who was too
    /// slow. What was witnessed so far did not happen; what is witnessed from here on is the look.
    pub fn shows_instead(&mut self) {
        self.traces = Traces {
            shown: true,
            ..Traces::default()
        };
    }

    /// Leaves a small change to be made after a look, such as a quicker way to a key.
    pub fn afterwards(&mut self, change: Afterwards) {
        self.traces.afterwards.push(change);
    }

    /// Leaves a change of what this process remembers, made when the act ended well. If the act runs
    /// again, only what the last run left is done.
    pub fn once_committed(&mut self, change: impl FnOnce() + Send + Sync + 'static) {
        self.traces.once_committed.push(Box::new(change));
    }

    /// Says which version of a row was read. Refuses one that is older than a version this server
    /// has seen before: somebody put the row back.
    pub fn saw(&mut self, place: MarkedRow, version: u64) -> Result<(), Refusal> {
        self.saw_mark(place, Mark::version(version))
    }

    /// The same for a row that has a hash: at the version that was seen before, refuses another.
    pub fn saw_head(
        &mut self,
        place: MarkedRow,
        version: u64,
        head: [u8; 32],
    ) -> Result<(), Refusal> {
        self.saw_mark(place, Mark::head(version, head))
    }

    fn saw_mark(&mut self, place: MarkedRow, seen: Mark) -> Result<(), Refusal> {
        if !seen.may_follow(&self.mark(place)) {
            return Err(Broken::bug("a row was put back to an older state").into());
        }
        self.traces.seen.push((place, seen));
        Ok(())
    }

    /// The newest of a row that this server had seen when the act began; version 0 if nothing.
    pub fn mark(&self, place: MarkedRow) -> Mark {
        self.marks.of(&place).unwrap_or_default()
    }

    /// The highest version of a row that this server had seen when the act began; 0 if none.
    pub fn highest(&self, place: MarkedRow) -> u64 {
        self.mark(place).version
    }

    pub(super) fn into_traces(self) -> Traces {
        self.traces
    }
}
