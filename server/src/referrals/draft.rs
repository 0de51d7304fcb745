//! Writing a referral, and sending one that was a draft.

use amparo_store::{CaseId, Epoch, OrganisationId, Position, ReferralId, Revision};
use amparo_vault::{Kind, VerifiedKey};

use super::disclose::Parts;
use super::events::{self, Happening, Readers, Said};
use super::inbox::group_of;
use super::model::{Side, State, Step, next};
use super::notice;
use super::reasons::{NewReferral, SendDraft};
use super::rows::{self, Row};
use super::send::{may_receive, need_of, notice_of, send};
use super::sender::{self, Sent};
use super::view::stale;
use super::{ReferralView, note_as_sender, seal};
use crate::casefile::{self, CaseAccess, File, Record};
use crate::cases::Need;
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};
use crate::register;
use crate::rights::Right;

/// Writes a referral, and sends it unless it is to stay a draft.
pub(super) fn create(
    act: &mut Act<'_>,
    case: CaseId,
    new: &NewReferral,
) -> Result<ReferralView, Refusal> {
    casefile::change(act, case, Right::Refer, |act, case| {
        case.must_be_open()?;
        sender::sync(act, case)?;
        let plan = Plan::draw(act, case, new)?;
        let id = write_draft(act, case, new, &plan)?;
        if new.draft {
            let row = sender::locate(act, id, Right::Refer)?;
            note_as_sender(act, case, &row, What::ReferralDrafted, None)?;
        } else {
            let vital = new.vital_interest.as_ref();
            send(act, case, id, new.confirmed_now, vital)?;
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
    let row = sender::locate(act, id, Right::Refer)?;
    casefile::change(act, row.case, Right::Refer, |act, case| {
        case.must_be_open()?;
        sender::sync(act, case)?;
        let row = sender::lock(act, id, Right::Refer)?;
        let after = next(row.state, Side::Sender, Step::Send)?;
        if after == row.state {
            case.note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
            return view(act, case, id);
        }
        if row.revision.number() != seen {
            return Err(stale(view(act, case, id)?, serde_json::to_value(body)?)?);
        }
        send(
            act,
            case,
            id,
            body.confirmed_now,
            body.vital_interest.as_ref(),
        )?;
        view(act, case, id)
    })
}

fn view(act: &mut Act<'_>, case: &CaseAccess, id: ReferralId) -> Result<ReferralView, Refusal> {
    let row = sender::locate(act, id, Right::Refer)?;
    let file = File::open(act, case)?;
    sender::view(act, case, &file, &row)
}

/// What is needed of the file to write a referral.
struct Plan {
    parts: Parts,
    need: Record<Need>,
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
            inbox: may_receive(act, case, &file, &need.body, new.receiver)?,
            parts,
            need,
        })
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
    let mailbox = sender::mailbox_of(case);
    let notice = notice_of(act, case, new.receiver, &about)?;
    let context = seal::context(Kind::Notice, case.organisation(), id, Position::NONE);
    let row = Row {
        id,
        case: case.id(),
        sender: case.organisation(),
        receiver: new.receiver,
        inbox: group_of(&plan.inbox)?.0,
        inbox_epoch: Epoch::NONE,
        state: State::Draft,
        answer_by: None,
        notice: seal::by_member(act, &mailbox, &context, &notice, notice::PADDING)?,
        revision: Revision::FIRST,
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
    events::record(act, &row, Happening::Drafted, State::Draft, said, &readers)?;
    let record = Sent {
        referral: id,
        need: plan.need.id,
        receiver: new.receiver,
        sections: new.sections.clone(),
        basis: None,
        also: Vec::new(),
        until: None,
        went_out_at: None,
        about,
        alternates: new.alternates.clone(),
        state: State::Draft,
        folded: Position::NONE,
        history: Vec::new(),
        doubts: Vec::new(),
    };
    case.add(act, record)?;
    Ok(id)
}
