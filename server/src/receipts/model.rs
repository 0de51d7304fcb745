//! Bodies, and what is sealed about a receipt.

use amparo_store::{CaseId, Day, Moment, ReceiptId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::{Author, Section};
use crate::foundation::words::Language;

amparo_store::text_enum! {
    /// Which way a letter goes.
    pub(super) enum Direction {
        /// From the helpers.
        ToPerson = "to_person",
        /// From the person.
        FromPerson = "from_person",
    }
}

/// A receipt as the helpers know it. Kept only inside sealed files: the mailbox in it is what
/// letters to the person are sealed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLink {
    /// The receipt.
    pub receipt: ReceiptId,
    /// The public half of the person's mailbox.
    pub mailbox: [u8; 32],
}

/// What the server must know to take a letter from the person, sealed under the instance key.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Deposit {
    /// The public half of the person's mailbox.
    pub mailbox: [u8; 32],
    /// Whose letters they are on the other side.
    pub to: DepositTo,
}

/// Who reads what the person writes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DepositTo {
    /// The organisation's queue: no case is open yet.
    Queue,
    /// The members with the case.
    Case {
        /// The epoch of the case's key.
        epoch: u32,
        /// The public half of the case's mailbox in that epoch.
        mailbox: [u8; 32],
    },
}

/// The record in a case that says which receipt belongs to it, and what the person was told last.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReceiptRecord {
    /// The receipt.
    pub link: ReceiptLink,
    /// What the person sees. The person's own copy opens only with the receipt.
    pub status: PersonStatus,
}

impl Section for ReceiptRecord {
    const KIND: &'static str = "receipt";
}

/// How far things are, in the person's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PersonStep {
    /// Nobody has read the report.
    Waiting,
    /// Somebody reads it.
    Read,
    /// A caseworker works on it.
    InWork,
    /// Nothing more is planned.
    Closed,
}

impl PersonStep {
    /// The step in one short sentence without names.
    pub fn says(self) -> &'static str {
        match self {
            Self::Waiting => "Your report waits to be read. The most urgent ones are read first.",
            Self::Read => "Somebody has read your report and decides what to do next.",
            Self::InWork => "Somebody works on your report.",
            Self::Closed => "Nothing more is planned. Write here if you need help again.",
        }
    }
}

/// What the person sees first, as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonStatus {
    /// How far things are.
    pub step: PersonStep,
    /// What happens next, in a helper's words.
    pub text: Option<String>,
    /// The language of the text.
    pub language: Option<Language>,
    /// The day it was last changed.
    pub changed_on: Day,
}

/// One letter, as it is sealed to one side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct LetterText {
    /// Inside the seal, so that a letter cannot be turned around.
    pub from_person: bool,
    /// When.
    pub at: Moment,
    /// The text.
    pub text: String,
    /// Its language.
    pub language: Option<Language>,
    /// Which helper wrote it. Never in the person's copy.
    pub by: Option<Author>,
    /// The person asks that everything be erased.
    #[serde(default)]
    pub asks_erasure: bool,
}

/// Coming back with a receipt.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptSignIn {
    /// The 18 digits, in any common script. Spaces and hyphens do not matter.
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "password",
        example = "482 913 077 264 518 309"
    )]
    pub receipt: String,
}

/// The person came back.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptSession {
    /// Give it as `Authorization: Bearer`. It is not stored and not shown again.
    pub token: String,
    /// It ends at this time in any case.
    #[schema(value_type = String, format = DateTime)]
    pub ends_at: Moment,
    /// Minutes without a request after which it ends.
    pub idle_minutes: i64,
}

/// What the person sees first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptView {
    /// How far things are.
    pub step: PersonStep,
    /// The step in one short sentence.
    pub says: String,
    /// What happens next, in a helper's words.
    pub text: Option<String>,
    /// The language of the text.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
    /// The day it was last changed.
    #[schema(value_type = String, format = Date)]
    pub changed_on: Day,
    /// Letters to the person that were not read yet.
    pub letters_waiting: i64,
    /// The person said that nothing may be shared any more.
    pub sharing_stopped: bool,
}

/// A letter to be sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLetter {
    /// The text.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
    /// The language of the text.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A letter as the person sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonLetter {
    /// Its number.
    pub number: i64,
    /// The person wrote it.
    pub from_me: bool,
    /// The day it was written.
    #[schema(value_type = String, format = Date)]
    pub written_on: Day,
    /// The text.
    pub text: String,
    /// The language of the text.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
}

/// A letter as the helpers see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Letter {
    /// Its number.
    pub number: i64,
    /// The person wrote it.
    pub from_person: bool,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// The text.
    pub text: String,
    /// The language of the text.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
    /// The helper who wrote it.
    pub by: Option<Author>,
    /// The person asks that everything be erased.
    pub asks_erasure: bool,
    /// The other side has read it.
    pub read: bool,
}

/// What the person is told.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPersonStatus {
    /// How far things are; `in_work` if not said.
    #[serde(default)]
    pub step: Option<PersonStep>,
    /// What happens next. Short, and without names: somebody else may look over the shoulder.
    #[schema(min_length = 1, max_length = 500)]
    pub text: String,
    /// The language of the text.
    #[serde(default)]
    pub language: Option<Language>,
}

/// What the person was told last.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonStatusView {
    /// How far things are.
    pub step: PersonStep,
    /// What happens next.
    pub text: Option<String>,
    /// The language of the text.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
    /// The day it was last changed.
    #[schema(value_type = String, format = Date)]
    pub changed_on: Day,
    /// The person said, with the receipt, that nothing may be shared any more.
    pub sharing_stopped: bool,
}

/// The person wants everything gone.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasureWish {
    /// Must be true: this cannot be undone.
    pub confirm: bool,
}

/// What became of the wish.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErasureAnswer {
    /// Everything is gone, and the receipt with it.
    pub erased: bool,
    /// What happens now, in plain words.
    pub says: String,
}

/// The name of the job that follows when the person stops sharing.
pub const SHARING_STOPPED: &str = "sharing_stopped";

/// The payload of [`SHARING_STOPPED`]. Live referrals of the case must end; the room that knows
/// them runs it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct SharingStopped {
    /// The case.
    pub case: CaseId,
}

/// The name of the job that follows when the person erases a report that is no case yet.
pub const REPORT_ERASED: &str = "report_erased";

/// The payload of [`REPORT_ERASED`]. The intake room runs it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ReportErased {
    /// The intake.
    pub intake: amparo_store::IntakeId,
}
