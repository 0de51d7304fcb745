//! What a contact says.

use amparo_store::Day;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::consent::{ExplainedBy, Recipients, SharedSection};
use crate::words::{Country, Language, NeedCategory, Phone, Priority, YesNoUnknown};

amparo_store::text_enum! {
    /// Where an intake stands.
    pub enum IntakeState {
        /// With the one who writes it; gone after 12 hours.
        Draft = "draft",
        /// In the queue.
        Waiting = "waiting",
        /// Somebody looks into it.
        Taken = "taken",
        /// Became a case, went into one, or needs nothing more.
        Closed = "closed",
    }
}

/// One call, visit or message. Everything but the outcome may be missing: the line may drop after
/// fifteen seconds. What is missing is unknown, which is not no.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// What the contact was.
    pub outcome: ContactOutcome,
    /// How it came.
    #[serde(default)]
    pub channel: Option<ContactChannel>,
    /// What is asked first.
    #[serde(default)]
    pub triage: Triage,
    /// The language to speak.
    #[serde(default)]
    pub language: Option<Language>,
    /// Whether somebody interprets.
    #[serde(default)]
    pub interpreter: Option<Interpreter>,
    /// Whose citizen the person is. Never needed to get help.
    #[serde(default)]
    pub citizen_of: Option<Country>,
    /// The country the person is in.
    #[serde(default)]
    pub now_in: Option<Country>,
    /// The town, camp or place of detention.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub town: Option<String>,
    /// What is missing.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub needs: Vec<NeedCategory>,
    /// What the person agreed to.
    #[serde(default)]
    pub consent: IntakeConsent,
    /// Who it is about, and who calls.
    #[serde(default)]
    pub who: IntakeWho,
    /// How it is safe to reach them.
    #[serde(default)]
    pub contact: IntakeContact,
    /// What else was said.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    pub notes: Option<String>,
    /// The volunteer finds it more urgent than the rules do.
    #[serde(default)]
    pub priority_raised: Option<RaisedPriority>,
}

/// What a contact was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactOutcome {
    /// Somebody needs help.
    HelpWanted,
    /// A question that was answered.
    InformationOnly,
    /// Somebody else was meant.
    WrongNumber,
    /// Nobody spoke.
    Silent,
    /// Nonsense or advertising.
    Spam,
    /// News about something that is known already.
    Update,
}

impl ContactOutcome {
    /// Whether it is logged and closed without anybody having to look at it.
    pub fn needs_nothing_more(self) -> bool {
        !matches!(self, Self::HelpWanted | Self::Update)
    }
}

/// How a contact came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the word")]
pub enum ContactChannel {
    Phone,
    Chat,
    Visit,
    Mail,
    Web,
}

/// What is asked first. Every answer has three values.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Triage {
    /// Somebody is in danger at this moment.
    #[serde(default)]
    pub danger_now: YesNoUnknown,
    /// Somebody is held.
    #[serde(default)]
    pub detained: YesNoUnknown,
    /// Somebody needs a doctor now.
    #[serde(default)]
    pub urgent_medical: YesNoUnknown,
    /// The person is under 18.
    #[serde(default)]
    pub under_18: YesNoUnknown,
    /// The person is pregnant or has children along.
    #[serde(default)]
    pub pregnant_or_with_children: YesNoUnknown,
    /// The person may be called back.
    #[serde(default)]
    pub safe_to_call_back: YesNoUnknown,
    /// Deportation, removal, return by force.
    #[serde(default)]
    pub removal: PlannedRemoval,
}

/// When somebody is to be removed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedRemoval {
    /// The day, if it is known.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Day>,
    /// The time of that day, where the person is.
    #[serde(default)]
    #[schema(
        pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        min_length = 5,
        max_length = 5
    )]
    pub time: Option<String>,
    /// No day is known, but it is feared.
    #[serde(default)]
    pub feared: YesNoUnknown,
}

/// Whether somebody interprets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Interpreter {
    /// Not needed.
    None,
    /// On the line.
    Phone,
    /// In the room.
    Present,
}

/// What the person agreed to, after the text was read aloud.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeConsent {
    /// That a file is kept.
    #[serde(default)]
    pub file: YesNoUnknown,
    /// With whom something may be shared.
    #[serde(default)]
    pub share: Option<Recipients>,
    /// What may be shared. Empty: name, needs, contact and where they are held, as the text says.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// Who explained it.
    #[serde(default)]
    pub explained_by: Option<ExplainedBy>,
    /// Which version of the text was read.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub script_version: Option<String>,
    /// In which language; the language to speak if not said.
    #[serde(default)]
    pub language: Option<Language>,
}

/// Who it is about, and who calls.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeWho {
    /// The name to use, as they say it. None: anonymous.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub name_to_use: Option<String>,
    /// Who speaks.
    #[serde(default)]
    pub caller_is: Option<IntakeCaller>,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IntakeCaller {
    /// The one who needs help.
    ThePerson,
    /// Somebody of the family.
    Family,
    /// Somebody else.
    Other,
}

/// How it is safe to reach them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeContact {
    /// A number.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// How: by voice, by message, through whom.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub how: Option<String>,
    /// When.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub when: Option<String>,
    /// What to say so that they know who calls.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub code_word: Option<String>,
    /// Whether a message may be left.
    #[serde(default)]
    pub voicemail: YesNoUnknown,
}

/// More urgent than the rules say, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RaisedPriority {
    /// At least as urgent as the rules say.
    pub to: Priority,
    /// In the volunteer's words.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}
