//! What happened to a referral: each step, message and opened case, sealed to both sides.

use amparo_store::{CaseId, Day, Moment, OrganisationId, Position, Sealed};
use amparo_vault::{Kind, Padding, VerifiedKey};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{State, Step};
use super::notice::NoticeFacts;
use super::rows::{self, EventRow, Row};
use super::seal::{self, Signature};
use crate::foundation::{Act, Caller, Refusal};

/// The bucket of an ordinary event; only long notes and messages need a larger one.
pub(super) const PADDING: Padding = Padding::PowerOfTwo { least: 2 * 1024 };

/// What happened to a referral. `viewed`: the receiver looked at it. `waitlisted`: taken, but there
/// is no room yet. `expired`: nobody answered in time. `message`: a question or an answer.
/// `case_opened`: the receiver opened a case of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// It was written.
    Drafted,
    /// It went out.
    Sent,
    /// The receiver looked at it.
    Viewed,
    /// The receiver takes it.
    Accepted,
    /// The receiver does not take it.
    Declined,
    /// The work began.
    Started,
    /// The work is done.
    Completed,
    /// The receiver gave it back.
    Returned,
    /// The receiver has no room yet.
    Waitlisted,
    /// The sender took it back.
    Recalled,
    /// The person ended the sharing.
    EndedByPerson,
    /// Nobody answered in time.
    Expired,
    /// A question or an answer.
    Message,
    /// The receiver opened a case of its own.
    CaseOpened,
}

impl From<Step> for Happening {
    fn from(step: Step) -> Self {
        match step {
            Step::Send => Self::Sent,
            Step::View => Self::Viewed,
            Step::Accept => Self::Accepted,
            Step::Decline => Self::Declined,
            Step::Start => Self::Started,
            Step::Complete => Self::Completed,
            Step::Return => Self::Returned,
            Step::Waitlist => Self::Waitlisted,
            Step::Recall => Self::Recalled,
            Step::EndByPerson => Self::EndedByPerson,
            Step::Expire => Self::Expired,
        }
    }
}

/// What was said with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Said {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who_could: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the referral is about, so that the sender's list need not open the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<NoticeFacts>,
    /// The receiver's own case; never told to the sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
}

/// The sealed content of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct EventBody {
    pub what: Happening,
    pub at: Moment,
    pub by: Option<String>,
    pub organisation: Option<OrganisationId>,
    pub said: Said,
}

/// One thing that happened to a referral, as the caller's side reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventView {
    /// Its place among all that happened, from 1. Messages and opened cases are counted too, so
    /// numbers may be missing here.
    pub seq: i64,
    /// The state of the referral after it.
    pub state: State,
    /// What happened. Null where the event cannot be opened and the state does not say it.
    pub what: Option<Happening>,
    /// When it happened (RFC 3339, UTC). Null where the event cannot be opened.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Moment>,
    /// The name of the member who did it. Null if the clock or the person did it.
    pub by: Option<String>,
    /// The organisation of the member who did it.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<OrganisationId>,
    /// The code of the reason or outcome; for a recall, the sender's words.
    pub reason: Option<String>,
    /// What the member added in words. Null if nothing.
    pub note: Option<String>,
    /// Who could help instead, as a receiver who declined said it.
    pub who_could: Option<String>,
    /// The day of the outcome (ISO 8601). Null unless it is about one.
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Day>,
    /// What must happen next, as the receiver said on completing.
    pub next_step: Option<String>,
    /// How the signature was checked. Null where the event cannot be opened.
    pub signature: Option<Signature>,
}

/// To whom an event is sealed.
#[derive(Debug)]
pub(super) struct Readers {
    pub sender: Option<VerifiedKey>,
    pub receiver: Option<VerifiedKey>,
}

/// Puts an event on record for a locked referral, in the acting caller's name.
pub(super) fn record(
    act: &mut Act<'_>,
    row: &Row,
    what: Happening,
    after: State,
    said: Said,
    readers: &Readers,
) -> Result<(), Refusal> {
    let seq = rows::next_seq(act.db(), row.id)?;
    let (by, organisation) = match act.caller() {
        Caller::Member(member) => (Some(member.display_name.clone()), Some(member.organisation)),
        _ => (None, None),
    };
    let mut for_receiver = EventBody {
        what,
        at: act.now,
        by,
        organisation,
        said,
    };
    let mut for_sender = for_receiver.clone();
    for_sender.said.case = None;
    for_receiver.said.about = None;
    let signs = matches!(act.caller(), Caller::Member(_));
    let mut sealed = |to: &Option<VerifiedKey>, body: &EventBody| match to {
        Some(to) => seal_body(act, row, seq, to, signs, body).map(Some),
        None => Ok(None),
    };
    let event = EventRow {
        seq,
        state: after,
        for_sender: sealed(&readers.sender, &for_sender)?,
        for_receiver: sealed(&readers.receiver, &for_receiver)?,
    };
    rows::insert_event(act.db(), row.id, &event)
}

/// Seals one copy of an event, signed by the acting member or by nobody.
pub(super) fn seal_body(
    act: &mut Act<'_>,
    row: &Row,
    seq: Position,
    to: &VerifiedKey,
    signs: bool,
    body: &EventBody,
) -> Result<Sealed, Refusal> {
    let context = seal::context(Kind::ReferralEvent, row.sender, row.id, seq);
    if signs {
        seal::by_member(act, to, &context, body, PADDING)
    } else {
        seal::by_nobody(act, to, &context, body, PADDING)
    }
}

/// An event with what it says, if it can be opened.
#[derive(Debug)]
pub(super) struct Read {
    pub seq: Position,
    pub state: State,
    pub body: Option<(EventBody, Signature)>,
}

impl Read {
    /// Whether it is a step of the referral itself.
    pub(super) fn is_step(&self) -> bool {
        !self.body.as_ref().is_some_and(|(body, _)| {
            matches!(body.what, Happening::Message | Happening::CaseOpened)
        })
    }

    pub(super) fn into_view(self) -> EventView {
        let mut view = EventView {
            seq: self.seq.number(),
            state: self.state,
            what: said_by_state(self.state),
            at: None,
            by: None,
            organisation: None,
            reason: None,
            note: None,
            who_could: None,
            date: None,
            next_step: None,
            signature: None,
        };
        if let Some((body, signature)) = self.body {
            view.what = Some(body.what);
            view.at = Some(body.at);
            view.by = body.by;
            view.organisation = body.organisation;
            view.reason = body.said.reason;
            view.note = body.said.note;
            view.who_could = body.said.who_could;
            view.date = body.said.date;
            view.next_step = body.said.next_step;
            view.signature = Some(signature);
        }
        view
    }
}

/// What only one step leads to. The clock and the person leave the sender no text: nobody who
/// could seal it to the case was there.
fn said_by_state(state: State) -> Option<Happening> {
    match state {
        State::Expired => Some(Happening::Expired),
        State::EndedByPerson => Some(Happening::EndedByPerson),
        _ => None,
    }
}

/// Opens one side's copy of an event. A copy under a key that is gone stays closed; one that a
/// stranger signed is a bug or an attack, and says so.
pub(super) fn read<O: amparo_vault::Opener>(
    act: &mut Act<'_>,
    row: &Row,
    event: &EventRow,
    copy: Option<&Sealed>,
    openers: &[&O],
) -> Result<Read, Refusal> {
    let context = seal::context(Kind::ReferralEvent, row.sender, row.id, event.seq);
    let parties = [row.sender, row.receiver];
    let opened = match copy {
        Some(sealed) => seal::open::<EventBody, O>(act, openers, &context, sealed, &parties)?,
        None => None,
    };
    Ok(Read {
        seq: event.seq,
        state: event.state,
        body: opened.map(|it| (it.content, it.signature)),
    })
}
