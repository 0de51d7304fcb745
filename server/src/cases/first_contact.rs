//! Where a case comes from, and what was said first: codes and values, so that everybody reads them
//! in her own language.

use amparo_store::Day;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::YesNoUnknown;

/// Where a case comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CaseOrigin {
    /// A first contact.
    FirstContact {
        /// The day on which it was handed over.
        #[schema(value_type = String, format = Date)]
        on: Day,
        /// The codes of why it was as urgent as it was.
        #[schema(max_items = 20, max_length = 40)]
        reasons: Vec<String>,
    },
    /// A referral.
    Referral {
        /// The name of the organisation that sent it.
        #[schema(max_length = 200)]
        sender: String,
        /// Who sent it there.
        #[schema(max_length = 200)]
        sent_by: String,
        /// What for, in the sender's words.
        #[schema(max_length = 1000)]
        purpose: String,
        /// The last day on which what was shared may be kept.
        #[serde(default)]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Day>,
    },
}

/// What was said on the first contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstContact {
    /// What was answered. What is not known is still to be asked.
    #[schema(max_items = 20)]
    pub answers: Vec<FirstAnswer>,
    /// The day on which the person is to be removed.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub removal_on: Option<Day>,
    /// The time of day, there.
    #[serde(default)]
    #[schema(max_length = 10)]
    pub removal_time: Option<String>,
    /// The town, camp or place of detention.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub town: Option<String>,
    /// Who spoke.
    #[serde(default)]
    pub caller: Option<FirstCaller>,
    /// Whether the person agreed that a file is kept.
    pub file: YesNoUnknown,
    /// Whether the person agreed that anything is shared with anybody.
    pub share: bool,
}

/// A question of the first contact, and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstAnswer {
    /// The question.
    pub question: FirstQuestion,
    /// The answer.
    pub answer: YesNoUnknown,
}

/// A question of the first contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FirstQuestion {
    /// Somebody is in danger now.
    DangerNow,
    /// The person is held.
    Detained,
    /// Somebody needs a doctor now.
    UrgentMedical,
    /// The person is under 18.
    #[serde(rename = "under_18")]
    Under18,
    /// The person is pregnant or has children along.
    PregnantOrWithChildren,
    /// Removal is feared.
    RemovalFeared,
    /// The person may be called back.
    SafeToCallBack,
}

/// Who spoke on the first contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FirstCaller {
    /// The person.
    ThePerson,
    /// Somebody of the family.
    Family,
    /// Somebody else.
    Other,
}
