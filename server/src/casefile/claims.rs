//! Labels and quick ways for grants that waited, written behind.
//!
//! A member of a group opened a grant that waits. What she found out is kept in memory, sealed, and
//! written about once a minute, that of everybody together and in no order: so neither the time nor
//! the neighbours of a row in the log say who came by. What is lost with the process is found out
//! again at the next look.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use amparo_store::{CaseId, Digest};

use super::rows;
use crate::foundation::{App, Refusal};

/// By the case and the label under which the grant waits.
#[derive(Default)]
struct Claims(Mutex<HashMap<(CaseId, Digest), rows::Grant>>);

/// Leaves a grant that was just opened, with its label and its quick way, for the one that waits.
pub(super) fn leave(app: &App, case: CaseId, waits_under: Digest, claimed: rows::Grant) {
    let claims = app.memory::<Claims>();
    let mut claims = claims.0.lock().unwrap_or_else(PoisonError::into_inner);
    claims.insert((case, waits_under), claimed);
}

/// Writes what was found out since the last time. The doors call it about once a minute.
pub fn write_claims(app: &App) -> Result<(), Refusal> {
    let claims = app.memory::<Claims>();
    let all = std::mem::take(&mut *claims.0.lock().unwrap_or_else(PoisonError::into_inner));
    if all.is_empty() {
        return Ok(());
    }
    app.housekeep(|act| {
        all.iter()
            .try_for_each(|((case, waits), grant)| rows::claim(act.db(), *case, *waits, grant))
    })
}
