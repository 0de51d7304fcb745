//! Bodies and answers of the room.

use amparo_store::{CaseId, IntakeId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{ContactOutcome, Intake, IntakeState};
use super::priority::PriorityReason;
use crate::casefile::{Author, CaseStatus};
use crate::words::{Country, Language, NeedCategory, Priority};

/// What becomes of the receipt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptWish {
    /// The digits are in the answer, once.
    #[default]
    Issue,
    /// A slip or a number could be found: none is made.
    UnsafeToKeep,
}

/// A contact to be written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewIntake {
    /// What was said.
    pub intake: Intake,
    /// Into the queue at once. Otherwise it stays a draft for 12 hours at most.
    #[serde(default = "yes")]
    #[schema(default = true)]
    pub hand_over: bool,
    /// What becomes of the receipt. A draft has none until it is handed over.
    #[serde(default)]
    pub receipt: ReceiptWish,
}

fn yes() -> bool {
    true
}

/// A draft as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedDraft {
    /// What was said.
    pub intake: Intake,
    /// Into the queue now. It cannot be opened again by its writer.
    #[serde(default)]
    pub hand_over: bool,
    /// What becomes of the receipt.
    #[serde(default)]
    pub receipt: ReceiptWish,
}

/// What was written down.
#[derive(Serialize, ToSchema)]
pub struct WrittenIntake {
    /// The intake.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// `draft`, `waiting` or `closed`.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// How soon.
    pub priority: Priority,
    /// Why.
    pub reasons: Vec<PriorityReason>,
    /// The digits, in groups of three. They are shown this once and kept nowhere.
    pub receipt: Option<String>,
}

/// Who did a step, and when.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct IntakeStep {
    /// Who.
    pub by: Author,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
}

/// How an intake ended.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct IntakeEnding {
    /// Who ended it, and when.
    pub step: IntakeStep,
    /// How.
    pub outcome: IntakeOutcome,
    /// Why, in her words.
    pub reason: Option<String>,
    /// The case it became or went into.
    #[schema(value_type = Option<Uuid>)]
    pub case: Option<CaseId>,
}

/// How an intake ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IntakeOutcome {
    /// It became a case.
    CaseOpened,
    /// It went into a case.
    Linked,
    /// It was answered.
    Answered,
    /// Somebody else was named.
    Signposted,
    /// Nobody could be reached.
    NotReached,
    /// It is there twice.
    Duplicate,
    /// We cannot help with this.
    OutOfMandate,
    /// The person does not want it.
    Declined,
    /// Something else, said in words.
    Other,
}

/// The end of an intake that becomes no case.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeClosing {
    /// How. `case_opened` and `linked` have doors of their own.
    pub outcome: IntakeOutcome,
    /// Why.
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

/// What is added when a case is opened from an intake.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFromIntake {
    /// What it is about; made from the triage if not said.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub summary: Option<String>,
    /// Words to find it by.
    #[serde(default)]
    #[schema(max_items = 20, max_length = 40)]
    pub tags: Vec<String>,
}

/// Where an intake belongs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkIntake {
    /// A case in one's own reach.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
}

/// The case an intake became or went into.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeCase {
    /// The case.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// The receipt belongs to the case from now on. False if there is none, or if the case had one.
    pub receipt_attached: bool,
}

/// A line of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeItem {
    /// The intake.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// The revision, as in the `ETag`.
    pub revision: i64,
    /// The register knows who wrote it and the signature is hers. If not, the content is not shown.
    pub verified: bool,
    /// How soon, by today's rules.
    pub priority: Priority,
    /// Why.
    pub reasons: Vec<PriorityReason>,
    /// What the contact was.
    pub outcome: Option<ContactOutcome>,
    /// The language to speak.
    pub language: Option<Language>,
    /// The country the person is in.
    pub now_in: Option<Country>,
    /// What is missing.
    pub needs: Vec<NeedCategory>,
    /// Since when it waits.
    #[schema(value_type = String, format = DateTime)]
    pub since: Moment,
    /// It is for now, and nobody has looked into it for longer than 15 minutes.
    pub late: bool,
    /// Who wrote it.
    pub by: Option<Author>,
    /// Who looks into it.
    pub taken: Option<IntakeStep>,
    /// Letters of the person that nobody has read.
    pub letters_unread: i64,
}

/// A contact of today in the log: what it was, never what was said.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactLine {
    /// The intake.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// When it was handed over.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// What the contact was.
    pub outcome: Option<ContactOutcome>,
    /// How soon.
    pub priority: Priority,
    /// The language to speak.
    pub language: Option<Language>,
    /// Who wrote it.
    pub by: Option<Author>,
}

/// What was logged today, by the day in UTC.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactsToday {
    /// In the queue, and nobody looks into them yet.
    pub waiting: usize,
    /// Somebody looks into them.
    pub taken: usize,
    /// Need nothing more.
    pub closed: usize,
    /// Each of them, newest first, for those who hold the queue's key; empty for everybody else.
    pub items: Vec<ContactLine>,
}

/// One intake.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeView {
    /// The intake.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// The register knows who wrote it and the signature is hers. If not, the content is not shown.
    pub verified: bool,
    /// How soon, by today's rules.
    pub priority: Priority,
    /// Why.
    pub reasons: Vec<PriorityReason>,
    /// What was said.
    pub intake: Option<Intake>,
    /// Who wrote it.
    pub by: Option<Author>,
    /// Since when it waits.
    #[schema(value_type = String, format = DateTime)]
    pub since: Moment,
    /// The person has a receipt.
    pub receipt: bool,
    /// Letters of the person that nobody has read.
    pub letters_unread: i64,
    /// Who looks into it.
    pub taken: Option<IntakeStep>,
    /// How it ended.
    pub ended: Option<IntakeEnding>,
}

/// A case that may be about the same person.
#[derive(Debug, Serialize, ToSchema)]
pub struct SimilarCase {
    /// The case.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// What is said instead of a name.
    pub pseudonym: String,
    /// How soon.
    pub priority: Priority,
    /// Open or closed.
    pub status: CaseStatus,
    /// What is the same: `phone`, `name`, `part_of_name`.
    pub same: Vec<String>,
}
