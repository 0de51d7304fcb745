//! What people say with a step, in codes that can be counted and words that can be read.

use amparo_store::{Day, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why a referral is not taken. `no_capacity`: no free place, nobody free. `wrong_area`: not where
/// we work. `conflict`: we help the other side, or know it too well. `not_our_mandate`: not what we
/// do. `not_eligible`: the person does not fit our rules. `other`: say it in the note.
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

/// Why a referral is given back after it was accepted. `could_not_reach`: the person could not be
/// reached. `person_declined`: the person does not want it. `conflict`: the packet shows one.
/// `other`: say it in the note.
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

/// What became of a referral. `served`: the need is met. `partly_served`: a part of it is. `other`:
/// say it in the note. The sender's need follows: `served` meets it, `person_declined` drops it,
/// anything else opens it again.
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

/// A step that needs no reason, with an optional remark.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralRemark {
    /// What the other side should know. At most 2000 characters; no names before acceptance.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// That a referral is not taken, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralDecline {
    /// Why it is not taken.
    pub reason: DeclineReason,
    /// More about it, for the sender. At most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
    /// Who could help instead. At most 500 characters.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub who_could: Option<String>,
}

/// That a referral is given back after it was accepted, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralReturn {
    /// Why it is given back.
    pub reason: ReturnReason,
    /// More about it, for the sender. At most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// What became of a referral whose work is done.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralCompletion {
    /// What became of the need.
    pub outcome: ReferralOutcome,
    /// The day of the outcome (ISO 8601). Today if absent; never after today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Day>,
    /// What must happen next, and who does it. At most 1000 characters.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub next_step: Option<String>,
    /// More about it, for the sender. At most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// That the sender takes a referral back, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralRecall {
    /// Why: 1 to 1000 characters. The receiver reads it, so write no names.
    #[schema(min_length = 1, max_length = 1000)]
    pub reason: String,
}

/// Why a consent is taken back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentWithdrawal {
    /// Why, in the person's words; may be empty. It stays in the case: recipients learn only that
    /// the sharing ended.
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Why a supervisor objects to what was shared without consent.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OverrideObjection {
    /// Why it should not have been shared: 1 to 500 characters. It stays in the case: the receiver
    /// learns only that the referral was taken back.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A reason to share without a covering consent, because a life may depend on it. It is recorded,
/// ends after 72 hours, and a supervisor must look at it. Only organisations of kind `health`,
/// `shelter` or `legal` receive so, and never `immigration_status`, `family`, `documents` or
/// `notes`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VitalInterest {
    /// What would happen otherwise, and why nobody could be asked: 1 to 500 characters.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A question or an answer about a referral.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReferralMessage {
    /// The text of the message: 1 to 4000 characters. No names before acceptance.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
}

/// What must be sure before a receiver opens a case of its own.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenOwnCase {
    /// Somebody looked whether the organisation helps, employs or is close to the other side. Must
    /// be true.
    pub conflict_checked: bool,
}

/// An offer of one need of a case to one organisation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReferral {
    /// The need: a record of the case, in status `open`.
    #[schema(value_type = Uuid)]
    pub need: amparo_store::RecordId,
    /// The organisation that is asked: its `id` under `/organisations`, or the `participant` of a
    /// suggestion.
    #[schema(value_type = Uuid)]
    pub receiver: OrganisationId,
    /// What is to be shared on acceptance. A consent must cover every one of them.
    #[schema(max_items = 12)]
    pub sections: Vec<crate::consent::SharedSection>,
    /// The person was asked about this very referral and agreed. Needed where the consent says
    /// `ask_each_time`.
    #[serde(default)]
    pub confirmed_now: bool,
    /// What the receiver is asked to do: 1 to 1000 characters. It is read before acceptance: no
    /// names, nothing that tells who it is.
    #[schema(min_length = 1, max_length = 1000)]
    pub question: String,
    /// Where the need must be met, no finer than a region or a large town. At most 80 characters;
    /// read before acceptance.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub region: Option<String>,
    /// Why it must be shared although no consent covers it. Absent unless a life may depend on it.
    #[serde(default)]
    pub vital_interest: Option<VitalInterest>,
    /// Whom to ask next if this one declines or stays silent, at most 5. Nobody is asked by the
    /// server itself: the list only shows the next choice.
    #[serde(default)]
    #[schema(max_items = 5, value_type = Vec<Uuid>)]
    pub alternates: Vec<OrganisationId>,
    /// True: only write it down and send it later. False unless said.
    #[serde(default)]
    pub draft: bool,
}

/// What is said when a draft goes out.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendDraft {
    /// The person was asked about this very referral and agreed. Needed where the consent says
    /// `ask_each_time`.
    #[serde(default)]
    pub confirmed_now: bool,
    /// Why it must be shared although no consent covers it. Absent unless a life may depend on it.
    #[serde(default)]
    pub vital_interest: Option<VitalInterest>,
}
