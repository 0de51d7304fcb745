//! Offering a need to a partner: checks, notice, packet, the case's own record, the clock.

use amparo_store::{OrganisationId, Position, RecordId, ReferralId, Sealed};
use amparo_vault::{Kind, VerifiedKey};
use chrono::TimeDelta;

use super::disclose::{Parts, least_disclosure};
use super::end::ExpireReferral;
use super::events::{self, Happening, Readers, Said};
use super::inbox::{group_of, inbox_of};
use super::model::{Side, Step, next};
use super::notice::{self, Notice};
use super::packet::{self, Packet, Parcel};
use super::reasons::VitalInterest;
use super::rows::{self, Row};
use super::sender::{self, Sent};
use super::{note_as_sender, seal, tell, witness};
use crate::casefile::{CaseAccess, File, Record};
use crate::cases::{Need, NeedStatus};
use crate::consent::{self, Covering, Sharing};
use crate::foundation::{Act, Reason, Refusal, RefusalKind, jobs};
use crate::ledger::What;
use crate::register;
use crate::rights::Right;
use crate::routing;

/// A need of the case that nobody was asked to meet yet.
pub(super) fn need_of(file: &File, id: RecordId) -> Result<Record<Need>, Refusal> {
    let need = file.one::<Need>(id).map_err(|refusal| match refusal {
        Refusal::NotFound => Refusal::fault("/need", "unknown", "is not a need of this case"),
        other => other,
    })?;
    match need.body.status {
        NeedStatus::Open => Ok(need),
        NeedStatus::InReferral => Err(Refusal::Because(Reason::NeedOffered)),
        NeedStatus::Met | NeedStatus::Dropped => Err(Refusal::Because(Reason::NeedNotOpen)),
    }
}

/// The hard filters of routing at the moment of sending, and the key that was compared.
pub(super) fn may_receive(
    act: &mut Act<'_>,
    case: &CaseAccess,
    file: &File,
    need: &Need,
    receiver: OrganisationId,
) -> Result<VerifiedKey, Refusal> {
    if file.sharing_stopped() {
        return Err(Refusal::Because(Reason::SharingStopped));
    }
    let inbox = inbox_of(act, receiver)?;
    routing::check_receiver(act, case, file, need, receiver)?;
    Ok(inbox)
}

/// The notice to a receiver, with the mailbox of the case.
pub(super) fn notice_of(
    act: &mut Act<'_>,
    case: &CaseAccess,
    receiver: OrganisationId,
    facts: &notice::NoticeFacts,
) -> Result<Notice, Refusal> {
    let sender = case.organisation();
    Ok(Notice {
        facts: facts.clone(),
        sender,
        sender_name: register::organisation(act, sender)?.profile.name,
        mailbox: case.key().mailbox().public(),
        witnessed: witness::to(act, receiver)?,
    })
}

/// Sends what was written: proof of consent, packet, notice, state, record, clock, ledger.
pub(super) fn send(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: ReferralId,
    confirmed_now: bool,
    vital: Option<&VitalInterest>,
) -> Result<(), Refusal> {
    let mut row = sender::lock(act, id, Right::Refer)?;
    let after = next(row.state, Side::Sender, Step::Send)?;
    let file = File::open(act, case)?;
    let kept = sender::record_of(&file, id)?;
    let need = need_of(&file, kept.body.need)?;
    let inbox = may_receive(act, case, &file, &need.body, row.receiver)?;
    let ask = Sharing {
        recipient: row.receiver,
        sections: kept.body.sections.clone(),
        need: need.body.category,
        confirmed_now,
    };
    let covering = proof(act, case, &file, &ask, vital)?;
    let mut record = kept.body.clone();
    record.about.answer_by = notice::answer_by(act.now, record.about.urgency);
    record.basis = Some(covering.basis());
    record.also = covering.others().iter().map(|it| it.consent).collect();
    record.until = covering.until();
    record.went_out_at = Some(act.now);
    let parts = Parts::of(&file, &need.body)?;
    let packet = pack(act, case, &row, &record, &parts, &covering, &inbox)?;
    address(act, case, &mut row, &record, &inbox)?;
    rows::set_sealed(act.db(), &row, Some(packet))?;
    rows::set_state(act.db(), &row, after)?;
    row.state = after;
    let readers = Readers {
        sender: Some(sender::mailbox_of(case)),
        receiver: Some(inbox),
    };
    let said = Said {
        about: Some(record.about.clone()),
        ..Said::default()
    };
    events::record(act, &row, Happening::Sent, after, said, &readers)?;
    let due = record.about.answer_by.to_utc() - act.now.to_utc();
    case.change(act, &kept, kept.version, record)?;
    // Takes the event into the record and the need out of routing.
    sender::sync(act, case)?;
    jobs::enqueue(
        act,
        &ExpireReferral { referral: id },
        due.max(TimeDelta::zero()),
    )?;
    tell::tell_inbox(act, row.receiver)?;
    note_as_sender(act, case, &row, What::ReferralSent, None)
}

/// A consent that covers it; else, if somebody vouches for it, an override that is recorded.
fn proof(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    file: &File,
    ask: &Sharing,
    vital: Option<&VitalInterest>,
) -> Result<Covering, Refusal> {
    match (consent::covering(act, case, file, ask), vital) {
        (Err(refusal), Some(vital)) if refusal.kind() == Some(RefusalKind::NoConsent) => {
            consent::override_vital_interest(act, case, ask, &vital.reason)
        }
        (answer, _) => answer,
    }
}

fn pack(
    act: &mut Act<'_>,
    case: &CaseAccess,
    row: &Row,
    record: &Sent,
    parts: &Parts,
    covering: &Covering,
    inbox: &VerifiedKey,
) -> Result<Sealed, Refusal> {
    let content = least_disclosure(parts, covering, act.now.to_day());
    let sender_name = register::organisation(act, case.organisation())?
        .profile
        .name;
    let packet = Packet::new(
        row.id,
        case.organisation(),
        sender_name,
        act.member()?.display_name.clone(),
        record.about.question.clone(),
        covering,
        content,
    );
    let parcel = Parcel {
        packet,
        witnessed: witness::to(act, row.receiver)?,
    };
    let place = seal::context(Kind::Packet, row.sender, row.id, Position::NONE);
    seal::by_member(act, inbox, &place, &parcel, packet::PADDING)
}

/// Seals the notice to the inbox and puts the address on the row.
fn address(
    act: &mut Act<'_>,
    case: &CaseAccess,
    row: &mut Row,
    record: &Sent,
    inbox: &VerifiedKey,
) -> Result<(), Refusal> {
    let (group, epoch) = group_of(inbox)?;
    let notice = notice_of(act, case, row.receiver, &record.about)?;
    let context = seal::context(Kind::Notice, row.sender, row.id, Position::NONE);
    row.inbox = group;
    row.inbox_epoch = epoch;
    row.answer_by = Some(record.about.answer_by);
    row.notice = seal::by_member(act, inbox, &context, &notice, notice::PADDING)?;
    Ok(())
}
