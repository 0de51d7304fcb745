//! A new key for a case, because somebody who could open it no longer may.
//!
//! Every record is opened and sealed anew, so that nothing in the database opens under the old key
//! any more. Whoever copied the rows before keeps what the copy holds; no key can change that.

use amparo_store::{CaseId, Epoch, GroupId, Sealed};
use amparo_vault::{CaseKey, VerifiedKey, record_hash};

use super::{CaseAccess, access, cards, rows};
use crate::foundation::{Act, Broken, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::Right;

/// Gives a case a new key and the grants to it, in place of all there were. The rooms above seal
/// what they keep under the key anew in the same act.
pub fn rekey(act: &mut Act<'_>, id: CaseId, groups: &[VerifiedKey]) -> Result<(), Refusal> {
    access::lock(act, id)?;
    let old = access::find(act, id, Right::Rekey)?;
    let epoch = old.key.epoch().saturating_add(1);
    let key = CaseKey::generate(id.as_bytes(), epoch, act.rng());
    let head = reseal_records(act, &old, &key)?;
    rows::set_epoch(act.db(), id, old.key.epoch().try_into()?, epoch.try_into()?)?;
    rows::delete_grants(act.db(), id)?;
    let CaseAccess {
        key: old_key,
        card,
        stop,
        ..
    } = old;
    let new = CaseAccess {
        id,
        organisation: old.organisation,
        key,
        length: old.length,
        head,
        stop,
        card,
    };
    for to in groups {
        access::grant_to(act, &new, to)?;
    }
    ledger::reseal_case(act, &old_key, &new.key)?;
    act.app().rekeyed(act, &old_key, &new.key)?;
    new.note(act, What::CaseRekeyed, About::default())?;
    cards::seal(act, &new)
}

/// Cases that a group could open before its present epoch and whose keys were not changed since.
pub fn cases_behind(
    act: &mut Act<'_>,
    group: GroupId,
    epoch: Epoch,
) -> Result<Vec<CaseId>, Refusal> {
    act.member()?;
    rows::granted_before(act.db(), group, epoch)
}

/// Seals every record under the new key, each bound to the new one before it.
fn reseal_records(
    act: &mut Act<'_>,
    old: &CaseAccess,
    key: &CaseKey,
) -> Result<Option<[u8; 32]>, Refusal> {
    let organisation = old.organisation.as_bytes();
    let epoch = key.epoch().try_into()?;
    let (mut before, mut after) = (None, None);
    for (place, (seq, sealed)) in (1_u64..).zip(rows::records(act.db(), old.id)?) {
        if seq.get() != place {
            return Err(Broken::bug("a record of a case is missing").into());
        }
        let plain = old
            .key
            .open_record(organisation, place, before, sealed.as_slice())?;
        before = Some(record_hash(sealed.as_slice()));
        let fresh = key.seal_record(organisation, place, after, plain.expose(), act.rng())?;
        after = Some(record_hash(&fresh));
        rows::replace_record(act.db(), old.id, seq, epoch, Sealed::new(fresh)?)?;
    }
    if before == old.head {
        Ok(after)
    } else {
        Err(Broken::bug("the end of a case's chain was cut off or changed").into())
    }
}
