//! Clearing away what nobody can use any more: sessions that ended, invitations that lapsed.

use chrono::TimeDelta;

use super::rows;
use super::sessions::LastUsed;
use crate::foundation::config::{ABSOLUTE_HOURS, IDLE_MINUTES};
use crate::foundation::{App, Refusal};

/// Clears away. Housekeeping: nobody's act.
pub fn sweep(app: &App) -> Result<(), Refusal> {
    let now = app.clock.now();
    let ended = now.plus(-TimeDelta::hours(ABSOLUTE_HOURS));
    app.memory::<LastUsed>()
        .forget(now.plus(-TimeDelta::minutes(IDLE_MINUTES)));
    app.store.write(|db| {
        rows::delete_sessions_before(db, ended)?;
        rows::delete_invitations_before(db, now.to_day())
    })
}
