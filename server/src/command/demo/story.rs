//! The cases of the demonstration.

use amparo_store::Moment;
use chrono::{DateTime, Utc};
use rand_chacha::ChaCha20Rng;

use super::book::Receipt;
use super::client::Client;
use super::network::Network;
use crate::foundation::{App, Refusal};

/// Plays so many cases.
pub async fn play(
    app: &App,
    _client: &Client,
    _network: &mut Network,
    (_cases, _rng): (u32, ChaCha20Rng),
    _until: DateTime<Utc>,
) -> Result<Vec<Receipt>, Refusal> {
    let _: Moment = app.clock.now();
    Ok(Vec::new())
}
