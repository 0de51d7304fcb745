//! Where a case comes from, and what was said first: codes and values, so that everybody reads them
//! in her own language.

use amparo_store::Day;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::YesNoUnknown;

/// Where a case comes from. `kind` says which of the two it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CaseOrigin {
    /// A first contact that was handed over to the queue.
    FirstContact {
        /// The day on which it was handed over (ISO 8601).
        #[schema(value_type = String, format = Date)]
        on: Day,
        /// The codes of the rules that made it as urgent as it was.
        #[schema(max_items = 20, max_length = 40)]
        reasons: Vec<String>,
    },
    /// A referral that another organisation sent.
    Referral {
        /// The name of the organisation that sent it.
        #[schema(max_length = 200)]
        sender: String,
        /// The name of the member who sent it there.
        #[schema(max_length = 200)]
        sent_by: String,
        /// What it was sent for, in the sender's words.
        #[schema(max_length = 1000)]
        purpose: String,
        /// The last day on which what was shared may be kept (ISO 8601). Null: until the consent is
        /// withdrawn.
        #[serde(default)]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Day>,
    },
}

/// What was said on the first contact, as codes and values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstContact {
    /// The questions that were answered. What is not here is still to be asked.
    #[schema(max_items = 20)]
    pub answers: Vec<FirstAnswer>,
    /// The day on which the person is to be removed (ISO 8601). Null if it is not known.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub removal_on: Option<Day>,
    /// The time of that day, `HH:MM` on the clock where the person is.
    #[serde(default)]
    #[schema(max_length = 10)]
    pub removal_time: Option<String>,
    /// The town, camp or place of detention, as it was said.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub town: Option<String>,
    /// Who spoke: the person herself or somebody else.
    #[serde(default)]
    pub caller: Option<FirstCaller>,
    /// Whether the person agreed that a file is kept.
    pub file: YesNoUnknown,
    /// Whether the person agreed that anything is shared with anybody.
    pub share: bool,
}

/// One question of the first contact, with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstAnswer {
    /// The question, as a code from a closed list.
    pub question: FirstQuestion,
    /// The answer that was given to it.
    pub answer: YesNoUnknown,
}

/// A question of the first contact, as a code.
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
