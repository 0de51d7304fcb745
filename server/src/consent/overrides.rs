//! Sharing without consent, because a life is in danger and nobody can be asked.
//!
//! It is recorded before anything leaves, and the card tells every supervisor until one of them
//! has looked at it.

use amparo_store::{CaseId, RecordId};

use super::covering::{Basis, Covering};
use super::model::{Override, Sharing, SignedOff};
use crate::casefile::{self, CaseAccess, File, Record};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{About, What};
use crate::rights::{Object, Right};

/// Records an override and makes the proof. Who said *stop* is not overridden.
pub fn override_vital_interest(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    ask: &Sharing,
    reason: &str,
) -> Result<Covering, Refusal> {
    act.needs(Right::Refer, Object::Case)?;
    case.must_be_open()?;
    let file = File::open(act, case)?;
    if file.sharing_stopped() {
        return Err(Refusal::Because(Reason::SharingStopped));
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::fault(
            "/reason",
            "missing",
            "say whose life is in danger and why nobody can be asked",
        ));
    }
    let record = Override {
        recipient: ask.recipient,
        sections: ask.sections.clone(),
        reason: reason.to_owned(),
        signed_off: None,
    };
    let kept = case.add(act, record)?;
    case.card.override_unsigned = true;
    let about = About::the(kept.id.to_uuid()).because(reason);
    case.note(act, What::ConsentOverridden, about)?;
    Ok(Covering::new(
        case.id(),
        ask,
        Basis::VitalInterest(kept.id),
        None,
    ))
}

/// A supervisor looked at an override. Nobody signs her own.
pub fn sign_off(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
) -> Result<Record<Override>, Refusal> {
    casefile::change(act, id, Right::SignOff, |act, case| sign(act, case, record))
}

fn sign(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: RecordId,
) -> Result<Record<Override>, Refusal> {
    let member = act.member()?;
    let all = File::open(act, case)?.all::<Override>()?;
    let kept = all
        .iter()
        .find(|kept| kept.id == id)
        .ok_or(Refusal::NotFound)?;
    if kept.body.signed_off.is_some() {
        return Err(Refusal::Because(Reason::SignedOffBefore));
    }
    if kept.by.account == member.account {
        return Err(Refusal::Because(Reason::OwnOverride));
    }
    let mut record = kept.body.clone();
    record.signed_off = Some(SignedOff {
        by: member.display_name.clone(),
        at: act.now,
    });
    let signed = case.change(act, kept, kept.version, record)?;
    case.card.override_unsigned = all
        .iter()
        .any(|other| other.id != id && other.body.signed_off.is_none());
    case.note(act, What::OverrideSignedOff, About::the(id.to_uuid()))?;
    Ok(signed)
}
