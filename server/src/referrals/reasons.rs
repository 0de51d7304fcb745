//! What people say with a step, in codes that can be counted and words that can be read.

use amparo_store::{Day, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why a referral is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    /// No free place, nobody free.
    NoCapacity,
    /// Not where we work.
    WrongArea,
    /// We help the other side, or know it too well.
    Conflict,
    /// Nobody here speaks the language.
    Language,
    /// Not what we do.
    NotOurMandate,
    /// The person does not fit our rules.
    NotEligible,
    /// Something else; say it in the note.
    Other,
}

/// Why a referral is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnReason {
    /// No free place after all.
    NoCapacity,
    /// The person could not be reached.
    CouldNotReach,
    /// The person does not want it.
    PersonDeclined,
    /// The packet shows a conflict.
    Conflict,
    /// The person does not fit our rules.
    NotEligible,
    /// Not what we do.
    NotOurMandate,
    /// Something else; say it in the note.
    Other,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReferralOutcome {
    /// The need is met.
    Served,
    /// A part of it is.
    PartlyServed,
    /// The person could not be reached.
    CouldNotReach,
    /// The person did not want it.
    PersonDeclined,
    /// The person did not fit the rules.
    NotEligible,
    /// There was no place after all.
    NoCapacity,
    /// Something else; say it in the note.
    Other,
}

/// The word of a code, as it stands in bodies.
pub(super) fn word(code: &impl Serialize) -> Option<String> {
    serde_json::to_value(code)
        .ok()
        .and_then(|value| value.as_str().map(ToOwned::to_owned))
}

/// A step that needs no reason.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralRemark {
    /// What the other side should know. No names before acceptance.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// A referral is not taken.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralDecline {
    /// Why.
    pub reason: DeclineReason,
    /// More about it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
    /// Who could help instead.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub who_could: Option<String>,
}

/// A referral is given back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralReturn {
    /// Why.
    pub reason: ReturnReason,
    /// More about it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// What became of a referral.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralCompletion {
    /// What became of it.
    pub outcome: ReferralOutcome,
    /// On which day; today if not said.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Day>,
    /// What must happen next, and who does it.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub next_step: Option<String>,
    /// More about it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// A referral is taken back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralRecall {
    /// Why. The receiver reads it.
    #[schema(min_length = 1, max_length = 1000)]
    pub reason: String,
}

/// Why the person's consent is withdrawn.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentWithdrawal {
    /// Why, in the person's words. Stays in the case: recipients learn only that it ended.
    #[schema(max_length = 500)]
    pub reason: String,
}

/// A recorded reason to share without a covering consent, because a life may depend on it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VitalInterest {
    /// What would happen otherwise. The supervisors are shown it.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A question or an answer about a referral.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReferralMessage {
    /// The text. No names before acceptance.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
}

/// What opening a case of one's own needs.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenOwnCase {
    /// Somebody looked whether the organisation helps, employs or is close to the other side.
    pub conflict_checked: bool,
}

/// An offer of one need to one organisation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReferral {
    /// The need, a record of the case.
    #[schema(value_type = Uuid)]
    pub need: amparo_store::RecordId,
    /// The organisation.
    #[schema(value_type = Uuid)]
    pub receiver: OrganisationId,
    /// What is to be shared on acceptance. A consent must cover every one of them.
    #[schema(max_items = 12)]
    pub sections: Vec<crate::consent::SharedSection>,
    /// The person was asked about this very referral and agreed.
    #[serde(default)]
    pub confirmed_now: bool,
    /// What the receiver is asked to do. Read before acceptance: no names, no identifying text.
    #[schema(min_length = 1, max_length = 1000)]
    pub question: String,
    /// Where the need must be met, no finer than a region or a large town.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub region: Option<String>,
    /// Sharing without a covering consent, because a life may depend on it.
    #[serde(default)]
    pub vital_interest: Option<VitalInterest>,
    /// Whom to ask next if this one declines or stays silent. Nobody is asked by itself, because
    /// sealing needs a member who can open the case: the list shows the next choice.
    #[serde(default)]
    #[schema(max_items = 5, value_type = Vec<Uuid>)]
    pub alternates: Vec<OrganisationId>,
    /// Only write it down; send it later.
    #[serde(default)]
    pub draft: bool,
}

/// A draft goes out.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendDraft {
    /// The person was asked about this very referral and agreed.
    #[serde(default)]
    pub confirmed_now: bool,
    /// Sharing without a covering consent, because a life may depend on it.
    #[serde(default)]
    pub vital_interest: Option<VitalInterest>,
}
