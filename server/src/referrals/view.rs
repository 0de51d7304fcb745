//! A referral as one side sees it.

use amparo_store::{CaseId, Moment, OrganisationId, RecordId, ReferralId};
use serde::Serialize;
use utoipa::ToSchema;

use super::events::EventView;
use super::model::State;
use super::notice::NoticeFacts;
use super::rows::Row;
use super::seal::Signature;
use super::witness::Doubt;
use crate::consent::SharedSection;
use crate::foundation::{Act, Refusal};
use crate::register;
use crate::web::etag;

/// One side of a referral: an organisation that takes part.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PartyView {
    /// The organisation: its `id` under `/organisations`.
    #[schema(value_type = Uuid)]
    pub id: OrganisationId,
    /// The name of the organisation.
    pub name: String,
}

impl PartyView {
    pub(super) fn of(act: &mut Act<'_>, id: OrganisationId) -> Result<Self, Refusal> {
        let name = register::organisation(act, id)?.profile.name;
        Ok(Self { id, name })
    }
}

/// Which way a referral goes, seen from the caller: `in`, offered to us; `out`, offered by us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReferralBox {
    /// To us.
    In,
    /// From us.
    Out,
}

/// A referral as the caller's side sees it. Fields that are for the other side are null.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReferralView {
    /// The referral. Its id is the same on both sides.
    #[schema(value_type = Uuid)]
    pub id: ReferralId,
    /// Which way it goes, seen from the caller.
    #[serde(rename = "box")]
    pub direction: ReferralBox,
    /// Where it stands between the two organisations.
    pub state: State,
    /// The version. The `ETag` is this number in quotation marks.
    pub revision: i64,
    /// The organisation that asks.
    pub sender: PartyView,
    /// The organisation that is asked.
    pub receiver: PartyView,
    /// Until when an answer is expected (RFC 3339, UTC), in steps of 15 minutes. Null for a draft.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub answer_by: Option<Moment>,
    /// What is needed, without who needs it. Null where it can no longer be opened.
    pub about: Option<NoticeFacts>,
    /// For the receiver: how the sender's signature on the notice was checked.
    pub signature: Option<Signature>,
    /// For the sender: the case it came from. Null for the receiver.
    #[schema(value_type = Option<Uuid>)]
    pub case: Option<CaseId>,
    /// For the sender: what is said aloud instead of a name. Null for the receiver.
    pub pseudonym: Option<String>,
    /// For the sender: the need it offers. Null for the receiver.
    #[schema(value_type = Option<Uuid>)]
    pub need: Option<RecordId>,
    /// For the sender: the sections that were, or will be, shared. Null for the receiver.
    pub sections: Option<Vec<SharedSection>>,
    /// For the sender: it came to nothing, and the need must go to somebody else.
    pub escalated: bool,
    /// For the sender: whom to ask next, of those named at sending. Nobody is asked by the server
    /// itself.
    pub next_choice: Option<PartyView>,
    /// What does not agree between the partner's letters and what is known. Show it: somebody may have
    /// set records back to an earlier day. Empty if all agrees, and in lists.
    pub doubts: Vec<Doubt>,
    /// What happened to it, oldest first. Null in lists.
    pub events: Option<Vec<EventView>>,
}

impl ReferralView {
    /// What a row says by itself, as the receiver's.
    pub(super) fn of(row: &Row) -> Self {
        let party = |id| PartyView {
            id,
            name: String::new(),
        };
        Self {
            id: row.id,
            direction: ReferralBox::In,
            state: row.state,
            revision: row.revision.number(),
            sender: party(row.sender),
            receiver: party(row.receiver),
            answer_by: row.answer_by,
            about: None,
            signature: None,
            case: None,
            pseudonym: None,
            need: None,
            sections: None,
            escalated: false,
            next_choice: None,
            doubts: Vec::new(),
            events: None,
        }
    }
}

/// What a sender sent against a version that is not the present one.
pub(super) fn stale(current: ReferralView, sent: serde_json::Value) -> Result<Refusal, Refusal> {
    Ok(Refusal::StaleRevision {
        current_tag: etag(current.revision),
        current: serde_json::to_value(current)?,
        sent,
    })
}
