//! Letters that nobody has read yet and that lie under a former key of the queue, because somebody
//! left it since.
//!
//! A letter carries no number of a key, so it is tried: one that opens with a former key and not
//! with the newest is behind. One that opens with none is nobody's to renew.

use amparo_store::{OrganisationId, Position, ReceiptId, Sealed};
use amparo_vault::{GroupKey, GroupPurpose};

use super::rows;
use super::seals::{self, Side};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// A letter that lies under a former key.
#[derive(Clone, Copy, Debug)]
pub struct FormerLetter {
    receipt: ReceiptId,
    seq: Position,
}

/// Unread letters under a former key of the queue.
pub fn letters_behind(act: &mut Act<'_>) -> Result<Vec<FormerLetter>, Refusal> {
    let member = act.needs(Right::Rekey, Object::Team)?;
    let of = member.organisation;
    let Some(newest) = newest(act)? else {
        return Ok(Vec::new());
    };
    let unread = rows::unread_letters(act.db(), of)?;
    let mut behind = Vec::new();
    for (receipt, seq, sealed) in unread {
        if opens(newest, of, receipt, seq, &sealed) {
            continue;
        }
        let place = seals::place(of, receipt, seq);
        if Side::Queue.open(act, place, &sealed).is_ok() {
            behind.push(FormerLetter { receipt, seq });
        }
    }
    Ok(behind)
}

/// Seals one of them to the newest key.
pub fn renew_letter(act: &mut Act<'_>, letter: FormerLetter) -> Result<(), Refusal> {
    let member = act.needs(Right::Rekey, Object::Team)?;
    let (of, FormerLetter { receipt, seq }) = (member.organisation, letter);
    rows::lock(act.db(), receipt)?;
    let unread = rows::unread_letters(act.db(), of)?;
    // Read meanwhile, or on its way into a case.
    let sealed = unread
        .into_iter()
        .find(|(one, number, _)| (*one, *number) == (receipt, seq))
        .map(|(_, _, sealed)| sealed)
        .ok_or(Refusal::Because(Reason::ChangedMeanwhile))?;
    let place = seals::place(of, receipt, seq);
    let text = Side::Queue.open(act, place, &sealed)?;
    let sealed = Side::Queue.seal(act, place, &text)?;
    rows::set_letter(act.db(), receipt, seq, sealed)?;
    ledger::note(act, What::SealedAnew, About::the(receipt.to_uuid()))
}

/// The newest key of the queue, if the acting member holds it.
fn newest<'a>(act: &mut Act<'a>) -> Result<Option<&'a GroupKey>, Refusal> {
    let queue = register::standing_group(act, GroupPurpose::Queue)?;
    let key = register::group(act, queue)?;
    let epoch = key.group().map(|(_, epoch)| epoch);
    let keyring = act.member()?.keyring();
    Ok(epoch.and_then(|epoch| keyring.at(queue.as_bytes(), epoch)))
}

fn opens(
    key: &GroupKey,
    of: OrganisationId,
    receipt: ReceiptId,
    seq: Position,
    sealed: &Sealed,
) -> bool {
    seals::open_letter(key, &seals::place(of, receipt, seq).context(), sealed).is_ok()
}
