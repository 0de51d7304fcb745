//! What a member's own keyring remembers of the ledger: the head that she saw last.
//!
//! Who writes rows, and even who has the instance key and the marks, cannot write on a keyring: it
//! opens with her master key. So an auditor sees whether the chain goes on from what she saw.

use amparo_store::Sealed;
use amparo_vault::{Keyring, PinKind, seal_session};

use super::{accounts, live, rows};
use crate::foundation::{Act, Refusal};

/// Pins the head of the ledger on the keyring of the auditor who just found it whole, after the look.
/// If her keyring changes at the same moment, the next check pins it.
pub fn pin_ledger(act: &mut Act<'_>, lines: u64, head: [u8; 32]) -> Result<(), Refusal> {
    let member = act.member()?;
    let account = accounts::find(act, member.account)?;
    let (key, id) = (member.keyring_key(), account.id.as_bytes());
    let seen = account.keyring_version;
    let mut keyring = Keyring::open(key, id, seen.get(), account.keyring.as_slice())?;
    if !keyring.pin(member.organisation.as_bytes(), PinKind::Ledger, lines, head) {
        return Ok(());
    }
    let next = seen.next();
    let sealed = Sealed::new(keyring.seal(key, id, next.get(), act.rng())?)?;
    let boot = &act.app().boot;
    let session = seal_session(
        &member.token,
        boot,
        id,
        member.identity(),
        &keyring,
        key,
        act.rng(),
    )?;
    live::reseal(act, &member.token, session);
    act.afterwards(Box::new(move |db| {
        rows::update_keyring(db, account.id, seen, next, sealed.clone()).map(drop)
    }));
    Ok(())
}
