//! The person or family we help; how it is safe to reach them.
//!
//! Invariants: the safe-contact rule comes before the numbers; numbers and addresses leave only
//! through [`contact()`], which puts the look on record. The ordinary view, the history and the
//! answer to a stale edit hold no number. Deliberately absent: routes. People are written into a
//! case, and `cases` keeps the card in step.

use amparo_store::RecordId;

use crate::casefile::{CaseAccess, File, Record};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{About, What};
use crate::web::{Changes, etag};

mod contact;
mod model;
mod view;

pub use contact::*;
pub use model::*;
pub use view::{ChannelView, ContactRule, ContactView, PersonView, without_numbers};

/// Writes somebody into a case.
pub fn add(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    mut person: Person,
) -> Result<Record<Person>, Refusal> {
    case.must_be_open()?;
    person.check("", act.now.to_day())?;
    if person.person.is_nil() {
        person.person = act.fresh_id();
    }
    let kept = case.add(act, person)?;
    case.note(act, What::PersonAdded, About::the(kept.id.to_uuid()))?;
    Ok(kept)
}

/// Replaces the given fields. A stale edit is answered without numbers.
pub fn change(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: RecordId,
    seen: i64,
    changes: &Changes<Person>,
) -> Result<Record<Person>, Refusal> {
    case.must_be_open()?;
    let kept = File::open(act, case)?.one::<Person>(id)?;
    if kept.version != seen {
        return Err(Refusal::StaleRevision {
            current_tag: etag(kept.version),
            current: serde_json::to_value(PersonView::new(&kept.body, act.now.to_day()))?,
            sent: changes.sent(),
        });
    }
    let mut person = kept.with(changes, seen)?;
    person.check("", act.now.to_day())?;
    if person.person.is_nil() {
        person.person = kept.body.person;
    }
    let kept = case.change(act, &kept, seen, person)?;
    case.note(act, What::PersonChanged, About::the(id.to_uuid()))?;
    Ok(kept)
}

/// Shows how to reach somebody: the rule first, then the numbers. The look is on record. Where nobody
/// may contact her the numbers stand behind a reason, which is on record too.
pub fn contact(
    act: &mut Act<'_>,
    case: &CaseAccess,
    id: RecordId,
    because: Option<&str>,
) -> Result<ContactView, Refusal> {
    let file = File::open(act, case)?;
    let contact = file.one::<Person>(id)?.body.safe_contact;
    let is_stopped = file.contact_stopped() || contact.is_stopped(act.now.to_day());
    let about = About::the(id.to_uuid());
    match because {
        None if is_stopped => return Err(Refusal::Because(Reason::ContactStopped)),
        None => case.note(act, What::ContactSeen, about)?,
        Some(because) => case.note(act, What::ContactSeen, about.because(because))?,
    }
    Ok(ContactView::new(contact))
}
