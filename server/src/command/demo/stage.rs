//! What every scene of the demonstration stands on, and the call it goes by.

use chrono::TimeDelta;
use rand_chacha::ChaCha20Rng;
use serde_json::Value;

use super::cast::below;
use super::client::Doors;
use super::network::Network;

/// What every scene needs.
#[derive(Debug)]
pub struct Stage<'a> {
    /// The doors.
    pub doors: Doors<'a>,
    /// The organisations.
    pub network: &'a Network,
    /// The dice.
    pub rng: ChaCha20Rng,
}

impl Stage<'_> {
    /// Whether something that happens in so many of a hundred cases happens now.
    pub fn chance(&mut self, percent: u64) -> bool {
        below(&mut self.rng, 100) < percent
    }

    /// A little later.
    pub fn pause(&self) {
        self.doors.app.clock.later(TimeDelta::seconds(7));
    }
}

/// One call, as it is written down, with what later scenes go by.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing that happens or does not"
)]
pub struct Call {
    /// The body for the door.
    pub body: Value,
    /// Held somewhere.
    pub detained: bool,
    /// Something points to trafficking.
    pub trafficking: bool,
    /// Has agreed that partners are asked.
    pub may_share: bool,
    /// Will come back with the receipt.
    pub writes_back: bool,
    /// The language to speak.
    pub language: String,
}
