//! What a contact says.

use amparo_store::Day;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::consent::{ExplainedBy, Recipients, SharedSection};
use crate::people::Whose;
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

crate::words::enum_schema!(IntakeState, "IntakeState", "Where an intake stands.");

/// One call, visit or message. Everything but the outcome may be missing: the line may drop after
/// fifteen seconds. What is missing is unknown, which is not no.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// What came of the contact. The only field that is required.
    pub outcome: ContactOutcome,
    /// The way in which it came.
    #[serde(default)]
    pub channel: Option<ContactChannel>,
    /// The first questions, which decide the priority.
    #[serde(default)]
    pub triage: Triage,
    /// The language to speak with the person, ISO 639-3.
    #[serde(default)]
    pub language: Option<Language>,
    /// Whether somebody interprets, and how.
    #[serde(default)]
    pub interpreter: Option<Interpreter>,
    /// Whose citizen the person is, ISO 3166-1 alpha-2. Never needed to get help.
    #[serde(default)]
    pub citizen_of: Option<Country>,
    /// The country the person is in, ISO 3166-1 alpha-2.
    #[serde(default)]
    pub now_in: Option<Country>,
    /// The town, camp or place of detention. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub town: Option<String>,
    /// The categories of what is missing. At most 12.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub needs: Vec<NeedCategory>,
    /// What the person agreed to, after the text was read aloud.
    #[serde(default)]
    pub consent: IntakeConsent,
    /// Who it is about, and who calls.
    #[serde(default)]
    pub who: IntakeWho,
    /// How it is safe to reach the person.
    #[serde(default)]
    pub contact: IntakeContact,
    /// Anything else that was said. At most 20 000 characters.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    pub notes: Option<String>,
    /// That the volunteer finds it more urgent than the rules do. Absent if not.
    #[serde(default)]
    pub priority_raised: Option<RaisedPriority>,
}

/// What came of a contact. `help_wanted`: somebody needs help, and it goes into the queue.
/// `information_only`: a question that was answered. `silent`: nobody spoke. `update`: news about
/// something that is known already.
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

/// The way in which a contact came.
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

/// The first questions. `unknown`, the value of a question that was not asked, is not no.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Triage {
    /// Whether somebody is in danger at this moment.
    #[serde(default)]
    pub danger_now: YesNoUnknown,
    /// Whether somebody is held somewhere now.
    #[serde(default)]
    pub detained: YesNoUnknown,
    /// Whether somebody needs a doctor now.
    #[serde(default)]
    pub urgent_medical: YesNoUnknown,
    /// Whether the person is under 18.
    #[serde(default)]
    pub under_18: YesNoUnknown,
    /// Whether the person is pregnant or has children along.
    #[serde(default)]
    pub pregnant_or_with_children: YesNoUnknown,
    /// Whether the person may be called back. Only `yes` is yes.
    #[serde(default)]
    pub safe_to_call_back: YesNoUnknown,
    /// Whether and when somebody is to be deported, removed or returned by force.
    #[serde(default)]
    pub removal: PlannedRemoval,
}

/// Whether and when somebody is to be deported, removed or returned by force.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedRemoval {
    /// The day of the removal (ISO 8601), if it is known.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Day>,
    /// The time of that day, `HH:MM` on the clock where the person is.
    #[serde(default)]
    #[schema(
        pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        min_length = 5,
        max_length = 5
    )]
    pub time: Option<String>,
    /// Whether a removal is feared although no day is known.
    #[serde(default)]
    pub feared: YesNoUnknown,
}

/// Whether somebody interprets. `none`: not needed. `phone`: on the line. `present`: in the room.
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

/// What the person agreed to in the first contact, after the text was read aloud.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeConsent {
    /// Whether a file may be kept. After a `no`, no case can be opened from the intake.
    #[serde(default)]
    pub file: YesNoUnknown,
    /// With whom something may be shared. Absent if it was not asked.
    #[serde(default)]
    pub share: Option<Recipients>,
    /// What may be shared. Empty: name, needs, contact and where they are held, as the text says.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// Who explained the text to the person.
    #[serde(default)]
    pub explained_by: Option<ExplainedBy>,
    /// Which version of the text was read. At most 40 characters.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub script_version: Option<String>,
    /// The language it was explained in, ISO 639-3. The language of the contact if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// Who it is about, and who calls.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeWho {
    /// The name to use, as they say it. Absent: anonymous. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub name_to_use: Option<String>,
    /// Who speaks: the person herself or somebody else.
    #[serde(default)]
    pub caller_is: Option<IntakeCaller>,
}

/// Who speaks in a contact. `the_person`: the one who needs help. `family`: somebody of the family.
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

/// How it is safe to reach the person.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeContact {
    /// A telephone number, E.164. Call it only as the other fields allow.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// Whose the telephone is, and so who else may answer. Not known if absent, whoever speaks.
    #[serde(default)]
    pub whose: Option<Whose>,
    /// The safe way, in words: by voice, by message, through whom. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub how: Option<String>,
    /// At which hours, in words. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub when: Option<String>,
    /// What to say first, so that they know who calls. At most 80 characters.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub code_word: Option<String>,
    /// Whether a message may be left where others could hear it.
    #[serde(default)]
    pub voicemail: YesNoUnknown,
}

/// That a volunteer finds a contact more urgent than the rules do, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RaisedPriority {
    /// The priority she wants. Never less urgent than the rules say.
    pub to: Priority,
    /// Why, in the volunteer's words: 1 to 500 characters.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}
