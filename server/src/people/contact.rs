//! How it is safe to reach somebody: the rule, and the ways.

use amparo_store::Day;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::YesNoUnknown;

/// How it is safe to reach a person. A call at the wrong time or to the wrong number can put her in
/// danger: the rule comes before the numbers, here and on every screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafeContact {
    /// That nobody may contact her at all, whatever the rest says. Absent if the rest decides.
    #[serde(default)]
    pub stop: Option<ContactStop>,
    /// Whether she may be called back at all. Only `yes` is yes.
    #[serde(default)]
    pub safe_to_call_back: YesNoUnknown,
    /// At which hours she may be reached, in words. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub hours: Option<String>,
    /// What to say first, so that she knows who calls. At most 80 characters. A secret between her
    /// and the caseworkers.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub code_word: Option<String>,
    /// Whether a message may be left where others could hear it.
    #[serde(default)]
    pub voicemail: YesNoUnknown,
    /// People and numbers that must never be contacted. At most 20, each of at most 200 characters.
    #[serde(default)]
    #[schema(max_items = 20, max_length = 200)]
    pub never_contact: Vec<String>,
    /// Anything else to take care of when reaching her. At most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: String,
    /// The ways to reach her, safest first. At most 12.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub channels: Vec<Channel>,
}

/// That nobody may call or write to somebody, as a colleague wrote it down. Who did, and when, stands
/// beside the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactStop {
    /// Why: 1 to 500 characters.
    #[schema(min_length = 1, max_length = 500)]
    pub because: String,
    /// The last day on which it holds (ISO 8601). Absent: until somebody takes it back.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Day>,
}

impl SafeContact {
    /// Whether nobody may contact her on a day.
    pub fn is_stopped(&self, today: Day) -> bool {
        let holds = |stop: &ContactStop| stop.until.is_none_or(|last| last >= today);
        self.stop.as_ref().is_some_and(holds)
    }
}

/// One way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// What sort of way it is.
    pub kind: ChannelKind,
    /// The number (E.164 if it is one), address, place or go-between: 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    pub value: String,
    /// Whose it is, and so who else may answer.
    #[serde(default)]
    pub whose: Whose,
    /// Whether somebody records it or listens.
    #[serde(default)]
    pub recorded_line: YesNoUnknown,
}

/// A sort of way to reach somebody. `visit`: going there. `through_somebody`: a go-between passes
/// it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A call.
    Phone,
    /// A text message.
    Sms,
    /// `WhatsApp`.
    Whatsapp,
    /// Signal.
    Signal,
    /// A letter or a mail.
    Mail,
    /// Going there.
    Visit,
    /// Somebody who passes it on.
    ThroughSomebody,
}

/// Whose a telephone or an address is, and so who else may answer. `own`: hers alone. `facility`:
/// the place of detention's. `other`: somebody else's, or not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Hers alone.
    Own,
    /// Shared with others.
    Shared,
    /// The place of detention's.
    Facility,
    /// Somebody else's, or not known.
    #[default]
    Other,
}
