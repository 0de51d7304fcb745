//! A referral as one side sees it.

use amparo_store::{CaseId, Moment, OrganisationId, RecordId, ReferralId};
use serde::Serialize;
use utoipa::ToSchema;

use super::events::EventView;
use super::model::State;
use super::notice::NoticeFacts;
use super::rows::Row;
use super::seal::Signature;
use crate::consent::SharedSection;
use crate::foundation::{Act, Refusal};
use crate::register;
use crate::web::etag;

/// One side of a referral.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PartyView {
    /// The organisation.
    #[schema(value_type = Uuid)]
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
}

impl PartyView {
    pub(super) fn of(act: &mut Act<'_>, id: OrganisationId) -> Result<Self, Refusal> {
        let name = register::organisation(act, id)?.profile.name;
        Ok(Self { id, name })
    }
}

/// Which way a referral goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReferralBox {
    /// To us.
    In,
    /// From us.
    Out,
}

/// A referral.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReferralView {
    /// The id, the same on both sides.
    #[schema(value_type = Uuid)]
    pub id: ReferralId,
    /// Which way it goes.
    #[serde(rename = "box")]
    pub direction: ReferralBox,
    /// Where it stands.
    pub state: State,
    /// The revision, as in the `ETag`.
    pub revision: i64,
    /// Who asks.
    pub sender: PartyView,
    /// Who is asked.
    pub receiver: PartyView,
    /// Until when an answer is expected, UTC, in steps of 15 minutes.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub answer_by: Option<Moment>,
    /// What is needed, without who needs it. Null where it can no longer be opened.
    pub about: Option<NoticeFacts>,
    /// To the receiver: who vouches for the notice.
    pub signature: Option<Signature>,
    /// To the sender: the case.
    #[schema(value_type = Option<Uuid>)]
    pub case: Option<CaseId>,
    /// To the sender: what is said aloud instead of a name.
    pub pseudonym: Option<String>,
    /// To the sender: the need.
    #[schema(value_type = Option<Uuid>)]
    pub need: Option<RecordId>,
    /// To the sender: what was, or will be, shared.
    pub sections: Option<Vec<SharedSection>>,
    /// To the sender: it came to nothing and the need must go to somebody else.
    pub escalated: bool,
    /// To the sender: whom to ask next, of those named at sending. Nobody is asked by itself.
    pub next_choice: Option<PartyView>,
    /// What happened, oldest first; null in lists.
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
