//! Offering a need to a partner: checks, notice, packet, the case's own record, the clock.

use amparo_store::{CaseId, GroupId, OrganisationId, ReferralId};
use amparo_vault::{GroupPurpose, Kind, VerifiedKey};
use chrono::TimeDelta;

use super::disclose::{Parts, least_disclosure};
use super::end::ExpireReferral;
use super::events::{self, Happening, Readers, Said};
use super::model::{Side, State, Step, next};
use super::notice::{self, Notice};
use super::packet::{self, Packet};
use super::reasons::{NewReferral, SendDraft, VitalInterest};
use super::rows::{self, Row};
use super::sent::{self, Sent};
use super::{ReferralView, WORKERS, note_as_sender, seal};
use crate::casefile::{self, CaseAccess, File, Kept};
use crate::cases::{Need, NeedStatus};
use crate::consent::{self, Covering, Sharing};
use crate::foundation::web::etag;
use crate::foundation::{Act, Refusal, jobs};
use crate::ledger::{About, What};
use crate::register::{self, OrganisationKind};

/// The inbox of a partner whose key was compared. An authority has none, whatever the rows say.
pub(super) fn inbox_of(act: &mut Act<'_>, id: OrganisationId) -> Result<VerifiedKey, Refusal> {
    if register::organisation(act, id)?.kind == OrganisationKind::Authority {
        return Err(Refusal::Blocked("nothing is ever sent to an authority"));
    }
    let root = register::partner_root(act, id)?.ok_or(Refusal::Blocked(
        "compare the partner's twelve words before you send anything",
    ))?;
    register::published_key_under(act, &root, id, GroupPurpose::Inbox)
}

/// Writes a referral, and sends it unless it is to stay a draft.
pub(super) fn create(
    act: &mut Act<'_>,
    case: CaseId,
    new: &NewReferral,
) -> Result<ReferralView, Refusal> {
    act.member_as(WORKERS)?;
    casefile::work(act, case, |act, case| {
        case.must_be_open()?;
        sent::sync(act, case)?;
        let plan = Plan::draw(act, case, new)?;
        let id = write_draft(act, case, new, &plan)?;
        if new.draft {
            let row = sent::locate(act, id)?;
            note_as_sender(act, case, (&row, What::ReferralDrafted), None)?;
        } else {
            let ask = (new.confirmed_now, new.vital_interest.as_ref());
            send(act, case, id, ask)?;
        }
        view(act, case, id)
    })
}

/// Sends a draft. The consent and the receiver are looked at again: a draft may have lain long.
pub(super) fn send_draft(
    act: &mut Act<'_>,
    id: ReferralId,
    seen: i64,
    body: &SendDraft,
) -> Result<ReferralView, Refusal> {
    let row = sent::locate(act, id)?;
    casefile::work(act, row.case, |act, case| {
        case.must_be_open()?;
        sent::sync(act, case)?;
        let row = sent::lock(act, id)?;
        let after = next(row.state, Side::Sender, Step::Send)?;
        if after == row.state {
            case.note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
            return view(act, case, id);
        }
        if row.revision != seen {
            return Err(stale(view(act, case, id)?, serde_json::to_value(body)?)?);
        }
        send(
            act,
            case,
            id,
            (body.confirmed_now, body.vital_interest.as_ref()),
        )?;
        view(act, case, id)
    })
}

/// What a sender sent against a version that is not the present one.
pub(super) fn stale(current: ReferralView, sent: serde_json::Value) -> Result<Refusal, Refusal> {
    Ok(Refusal::StaleRevision {
        current_tag: etag(current.revision),
        current: serde_json::to_value(current)?,
        sent,
    })
}

fn view(act: &mut Act<'_>, case: &CaseAccess, id: ReferralId) -> Result<ReferralView, Refusal> {
    let row = sent::locate(act, id)?;
    let file = File::open(act, case)?;
    sent::view(act, case, &file, &row)
}

/// What is needed of the file to write a referral.
struct Plan {
    parts: Parts,
    need: Kept<Need>,
    inbox: VerifiedKey,
}

impl Plan {
    fn draw(act: &mut Act<'_>, case: &CaseAccess, new: &NewReferral) -> Result<Self, Refusal> {
        let file = File::open(act, case)?;
        let need = need_of(&file, new.need)?;
        let own = act.member()?.organisation;
        must_take_part(act, "/receiver", new.receiver, own)?;
        for (index, other) in new.alternates.iter().enumerate() {
            must_take_part(act, &format!("/alternates/{index}"), *other, own)?;
        }
        let parts = Parts::of(&file, &need.body)?;
        notice::must_name_nobody(&parts, new)?;
        Ok(Self {
            inbox: may_receive(act, case, &file, (&need.body, new.receiver))?,
            parts,
            need,
        })
    }
}

fn need_of(file: &File, id: amparo_store::RecordId) -> Result<Kept<Need>, Refusal> {
    let need = file.one::<Need>(id).map_err(|refusal| match refusal {
        Refusal::NotFound => Refusal::fault("/need", "unknown", "is not a need of this case"),
        other => other,
    })?;
    match need.body.status {
        NeedStatus::Open => Ok(need),
        NeedStatus::InReferral => Err(Refusal::WrongState(
            "the need is offered to somebody already: take that back first",
        )),
        NeedStatus::Met | NeedStatus::Dropped => {
            Err(Refusal::WrongState("the need is not open any more"))
        }
    }
}

fn must_take_part(
    act: &mut Act<'_>,
    place: &str,
    id: OrganisationId,
    own: OrganisationId,
) -> Result<(), Refusal> {
    if id == own {
        let why = "is your own organisation: assign the case instead";
        return Err(Refusal::fault(place, "own", why));
    }
    match register::organisation(act, id) {
        Ok(_) => Ok(()),
        Err(Refusal::NotFound) => {
            let why = "is not an organisation that takes part";
            Err(Refusal::fault(place, "unknown", why))
        }
        Err(other) => Err(other),
    }
}

/// The hard filters of routing at the moment of sending, and the key that was compared.
fn may_receive(
    act: &mut Act<'_>,
    case: &CaseAccess,
    file: &File,
    (need, receiver): (&Need, OrganisationId),
) -> Result<VerifiedKey, Refusal> {
    if case.sharing_stopped() {
        return Err(Refusal::NoConsent(
            "the person said that nothing may be shared any more",
        ));
    }
    let inbox = inbox_of(act, receiver)?;
    let _ = (file, need);
    if !crate::team::agreement_with(act, receiver)? {
        return Err(Refusal::Blocked(
            "there is no agreement with this organisation",
        ));
    }
    Ok(inbox)
}

/// The row and the record of a draft. Its notice is sealed to the case itself: the receiver could
/// open one that was sealed to the inbox, whatever the state says.
fn write_draft(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    new: &NewReferral,
    plan: &Plan,
) -> Result<ReferralId, Refusal> {
    let id = ReferralId::from_uuid(act.fresh_id());
    let about = notice::facts(&plan.parts, case.card.country.as_ref(), new, act.now);
    let mailbox = sent::mailbox_of(case);
    let notice = notice_of(act, case, &about)?;
    let context = seal::context(Kind::Notice, case.organisation(), id, 0);
    let row = Row {
        id,
        case: case.id(),
        sender: case.organisation(),
        receiver: new.receiver,
        inbox: GroupId::from_bytes(plan.inbox.group().map(|group| group.0).unwrap_or_default()),
        inbox_epoch: 0,
        state: State::Draft,
        answer_by: None,
        notice: seal::by_member(act, &mailbox, &context, &notice, notice::PADDING)?,
        revision: 1,
    };
    rows::insert(act.db(), &row, None)?;
    let readers = Readers {
        sender: Some(mailbox),
        receiver: None,
    };
    let said = Said {
        about: Some(about.clone()),
        ..Said::default()
    };
    events::record(
        act,
        &row,
        (Happening::Drafted, State::Draft),
        said,
        &readers,
    )?;
    let record = Sent {
        referral: id,
        need: plan.need.id,
        receiver: new.receiver,
        sections: new.sections.clone(),
        basis: None,
        until: None,
        sent_at: None,
        about,
        alternates: new.alternates.clone(),
        state: State::Draft,
        folded: 0,
        history: Vec::new(),
    };
    case.add(act, record)?;
    Ok(id)
}

fn notice_of(
    act: &mut Act<'_>,
    case: &CaseAccess,
    facts: &notice::NoticeFacts,
) -> Result<Notice, Refusal> {
    let sender = case.organisation();
    Ok(Notice {
        facts: facts.clone(),
        sender,
        sender_name: register::organisation(act, sender)?.profile.name,
        mailbox: case.key().mailbox().public(),
    })
}

/// Sends what was written: proof of consent, packet, notice, state, record, clock, ledger.
fn send(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: ReferralId,
    (confirmed_now, vital): (bool, Option<&VitalInterest>),
) -> Result<(), Refusal> {
    let mut row = sent::lock(act, id)?;
    let after = next(row.state, Side::Sender, Step::Send)?;
    let file = File::open(act, case)?;
    let kept = sent::record_of(&file, id)?;
    let need = need_of(&file, kept.body.need)?;
    let inbox = may_receive(act, case, &file, (&need.body, row.receiver))?;
    let ask = Sharing {
        recipient: row.receiver,
        sections: kept.body.sections.clone(),
        confirmed_now,
    };
    let covering = proof(act, case, &file, &ask, vital)?;
    let mut record = kept.body.clone();
    record.about.answer_by = notice::answer_by(act.now, record.about.urgency);
    record.basis = Some(covering.basis());
    record.until = covering.until();
    record.sent_at = Some(act.now);
    let parts = Parts::of(&file, &need.body)?;
    let packet = pack(act, case, (&row, &record), (&parts, &covering, &inbox))?;
    address(act, case, &mut row, (&record, &inbox))?;
    rows::set_sealed(act.db(), &row, Some(packet))?;
    rows::set_state(act.db(), &row, after)?;
    row.state = after;
    let readers = Readers {
        sender: Some(sent::mailbox_of(case)),
        receiver: Some(inbox),
    };
    let said = Said {
        about: Some(record.about.clone()),
        ..Said::default()
    };
    events::record(act, &row, (Happening::Sent, after), said, &readers)?;
    let due = record.about.answer_by.to_utc() - act.now.to_utc();
    case.change(act, &kept, kept.version, record)?;
    // Takes the event into the record and the need out of routing.
    sent::sync(act, case)?;
    jobs::enqueue(
        act,
        &ExpireReferral { referral: id },
        due.max(TimeDelta::zero()),
    )?;
    note_as_sender(act, case, (&row, What::ReferralSent), None)
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
        (Err(Refusal::NoConsent(_)), Some(vital)) => {
            consent::override_vital_interest(act, case, ask, &vital.reason)
        }
        (answer, _) => answer,
    }
}

fn pack(
    act: &mut Act<'_>,
    case: &CaseAccess,
    (row, record): (&Row, &Sent),
    (parts, covering, inbox): (&Parts, &Covering, &VerifiedKey),
) -> Result<amparo_store::Sealed, Refusal> {
    let content = least_disclosure(parts, covering, act.now.to_day());
    let sender_name = register::organisation(act, case.organisation())?
        .profile
        .name;
    let packet = Packet::new(
        (row.id, case.organisation(), sender_name),
        act.member()?.display_name.clone(),
        record.about.question.clone(),
        covering,
        content,
    );
    let context = seal::context(Kind::Packet, row.sender, row.id, 0);
    seal::by_member(act, inbox, &context, &packet, packet::PADDING)
}

/// Seals the notice to the inbox and puts the address on the row.
fn address(
    act: &mut Act<'_>,
    case: &CaseAccess,
    row: &mut Row,
    (record, inbox): (&Sent, &VerifiedKey),
) -> Result<(), Refusal> {
    let (group, epoch) = inbox.group().unwrap_or_default();
    let notice = notice_of(act, case, &record.about)?;
    let context = seal::context(Kind::Notice, row.sender, row.id, 0);
    row.inbox = GroupId::from_bytes(group);
    row.inbox_epoch = i32::try_from(epoch).unwrap_or(i32::MAX);
    row.answer_by = Some(record.about.answer_by);
    row.notice = seal::by_member(act, inbox, &context, &notice, notice::PADDING)?;
    Ok(())
}
