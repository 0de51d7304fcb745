//! Clearing away what nobody can use any more: sessions that ended, invitations that lapsed.

use super::live::Live;
use super::rows;
use crate::foundation::{App, Refusal};

/// Clears away. Housekeeping: nobody's act.
pub fn sweep(app: &App) -> Result<(), Refusal> {
    let now = app.clock.now();
    app.memory::<Live>().sweep(now);
    app.store
        .write(|db| rows::delete_invitations_before(db, now.to_day()))
}
