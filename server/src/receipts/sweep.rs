//! Receipts that nobody used for a year: their digits open nothing any more.
//!
//! What must stay true: once a receipt has lapsed, nothing is left in the database that a guess at its
//! digits could be tried against, and nothing new is sealed to it. What helpers read of a case stays.

use amparo_store::Digest;
use rand_core::Rng as _;

use super::model::Deposit;
use super::rows::{self, ReceiptRow};
use super::{seals, stops};
use crate::foundation::{Act, App, Refusal};

/// Takes away what has lapsed. Housekeeping: nobody's act.
pub fn sweep(app: &App) -> Result<(), Refusal> {
    stops::take_over(app)?;
    let today = app.clock.now().to_day();
    // Most times there is nothing to write.
    if app.store.read(|db| rows::lapsed(db, today))?.is_empty() {
        return Ok(());
    }
    app.housekeep(|act| {
        for row in rows::lapsed(act.db(), today)? {
            rows::lock(act.db(), row.id)?;
            lapse(act, &row)?;
        }
        Ok(())
    })
}

fn lapse(act: &mut Act<'_>, row: &ReceiptRow) -> Result<(), Refusal> {
    if row.case.is_none() {
        return rows::delete(act.db(), row.id);
    }
    stops::lapse(act, row)?;
    let mut tag = [0; 32];
    act.rng().fill_bytes(&mut tag);
    rows::forget_person(act.db(), row.id, Digest::new(tag))?;
    // The deposit names the mailbox, and whoever has the instance key could compare. A key that
    // nobody has stands in its place.
    let mut mailbox = [0; 32];
    act.rng().fill_bytes(&mut mailbox);
    let to = seals::open_deposit(act, row)?.to;
    let deposit = Deposit { mailbox, to };
    let after = row.revision.next();
    let sealed = seals::seal_deposit(act, row.organisation, row.id, after, &deposit)?;
    rows::set_deposit(act.db(), row, row.intake, row.case, sealed)
}
