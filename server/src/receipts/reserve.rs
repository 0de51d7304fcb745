//! Receipts made in advance: one run of Argon2 must neither hold a transaction nor keep a caller
//! on the line.
//!
//! What must stay true: one run at a time takes 256 MiB, whoever asks for it, so memory is bounded;
//! whoever takes a call gets a receipt from the reserve, and waits for a run only if none is ready.
//! A receipt leaves the reserve once, and one that no row names opens nothing.
//! Known limit: the digits of unused receipts lie in the memory of this process until they are
//! taken.

use std::sync::{Mutex, PoisonError};

use amparo_vault::{ReceiptCode, ReceiptKeys, SecretText};

use crate::foundation::gate::Permit;
use crate::foundation::{App, Refusal, rng};

/// Receipts made in one round of housekeeping: what else it does each second must not wait for long.
const A_ROUND: usize = 1;

/// Digits nobody has yet, and the keys that come out of them.
pub struct Ready {
    code: ReceiptCode,
    pub(super) keys: ReceiptKeys,
}

impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ready(redacted)")
    }
}

impl Ready {
    /// The digits in groups of three, to be shown once.
    pub fn digits(&self) -> SecretText {
        self.code.grouped()
    }
}

/// The receipts that are ready.
#[derive(Default)]
pub(super) struct Reserve(Mutex<Vec<Ready>>);

impl std::fmt::Debug for Reserve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reserve(redacted)")
    }
}

impl Reserve {
    fn take(&self) -> Option<Ready> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn put(&self, ready: Ready) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(ready);
    }

    fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// A receipt from the reserve; made now if there is none. Never call it inside an act.
pub fn ready(app: &App) -> Result<Ready, Refusal> {
    let reserve = app.memory::<Reserve>();
    if let Some(ready) = reserve.take() {
        return Ok(ready);
    }
    let permit = app.stretching_receipts.enter()?;
    // One may have been made while this caller waited.
    match reserve.take() {
        Some(ready) => Ok(ready),
        None => make(app, &permit),
    }
}

/// Fills the reserve a little. Whoever waits for a run goes first.
pub fn fill(app: &App) -> Result<(), Refusal> {
    let reserve = app.memory::<Reserve>();
    for _ in 0..A_ROUND {
        if reserve.count() >= app.config.receipt_reserve {
            break;
        }
        let Some(permit) = app.stretching_receipts.try_enter() else {
            break;
        };
        // In the reserve before the next caller is let in.
        reserve.put(make(app, &permit)?);
    }
    Ok(())
}

fn make(app: &App, _permit: &Permit<'_>) -> Result<Ready, Refusal> {
    let code = ReceiptCode::generate(&mut rng::fresh()?);
    let keys = code.stretch(&app.instance.receipt_salt(), app.config.receipt_stretch)?;
    Ok(Ready { code, keys })
}

#[cfg(test)]
mod tests {
    use amparo_vault::StretchParams;

    use super::*;

    #[test]
    fn debug_shows_no_digit() {
        let code = ReceiptCode::generate(&mut rng::fresh().unwrap());
        let keys = code.stretch(&[1; 16], StretchParams::FLOOR).unwrap();
        let ready = Ready { code, keys };
        assert_eq!(format!("{ready:?}"), "Ready(redacted)");
        let reserve = Reserve::default();
        reserve.put(ready);
        assert_eq!(format!("{reserve:?}"), "Reserve(redacted)");
        assert!(reserve.take().is_some());
        assert!(reserve.take().is_none());
    }
}
