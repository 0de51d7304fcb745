//! Bodies and answers of the room.

use amparo_store::{CaseId, IntakeId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::became::Became;
use super::model::{ContactChannel, ContactOutcome, Intake, IntakeCaller, IntakeState};
use super::priority::PriorityReason;
use crate::casefile::{Author, CaseStatus};
use crate::words::{Country, Language, NeedCategory, Priority, YesNoUnknown};

/// What becomes of the receipt. `by_rule`: one is made, but not for somebody who calls from
/// detention, where most lines are recorded: whoever hears the digits reads the person's letters and
/// can stop or delete everything. `issue`: its digits are in the answer, once. `unsafe_to_keep`: a
/// slip or a number could be found on the person, so none is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptWish {
    /// One is made, unless the line may be recorded.
    #[default]
    ByRule,
    /// The digits are in the answer, once.
    Issue,
    /// A slip or a number could be found: none is made.
    UnsafeToKeep,
}

/// A contact to be written down, and whether it goes into the queue at once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewIntake {
    /// The contact itself: what was said.
    pub intake: Intake,
    /// True: into the queue at once, where its writer cannot open it again. False: it stays her
    /// draft for 12 hours at most. True if absent.
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

/// A draft as it shall be: it replaces the whole former one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedDraft {
    /// The contact itself: what was said.
    pub intake: Intake,
    /// True: into the queue now, where its writer cannot open it again. False if absent.
    #[serde(default)]
    pub hand_over: bool,
    /// What becomes of the receipt when it is handed over.
    #[serde(default)]
    pub receipt: ReceiptWish,
}

/// What became of a contact that was written down.
#[derive(Serialize, ToSchema)]
pub struct WrittenIntake {
    /// The intake: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands: `draft`, `waiting` (in the queue) or `closed` (needs nothing more).
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// How soon somebody must act, by the rules or raised by hand.
    pub priority: Priority,
    /// Why it has this priority, the most urgent reason first.
    pub reasons: Vec<PriorityReason>,
    /// The 18 digits of the receipt, in groups of three: read them out now. They are shown this
    /// once and kept nowhere. Null if none was made.
    pub receipt: Option<String>,
    /// No receipt was made, because the person calls from detention and the line may be recorded. Hand
    /// one over in writing, or on a visit.
    pub receipt_withheld: bool,
}

impl ReceiptWish {
    /// Whether a receipt is made for a contact that is handed over.
    pub fn makes_one(self, intake: &Intake) -> bool {
        !intake.outcome.needs_nothing_more()
            && match self {
                Self::ByRule => !may_be_recorded(intake),
                Self::Issue => true,
                Self::UnsafeToKeep => false,
            }
    }

    /// Whether none is made because of the line alone.
    pub fn is_withheld(self, intake: &Intake) -> bool {
        self == Self::ByRule && may_be_recorded(intake) && !intake.outcome.needs_nothing_more()
    }
}

/// Whether others may hear what is read out: the person speaks from detention on a telephone. A
/// channel that nobody noted may be one.
fn may_be_recorded(intake: &Intake) -> bool {
    let by_voice = matches!(intake.channel, None | Some(ContactChannel::Phone));
    let from_there = matches!(intake.who.caller_is, None | Some(IntakeCaller::ThePerson));
    by_voice && from_there && intake.triage.detained == YesNoUnknown::Yes
}

/// Which member did a step with an intake, and when.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct IntakeStep {
    /// The member who did it.
    pub by: Author,
    /// When it was done (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
}

/// How an intake ended, and who ended it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct IntakeEnding {
    /// The member who ended it, and when.
    pub step: IntakeStep,
    /// How the intake ended.
    pub outcome: IntakeOutcome,
    /// Why, in the words of whoever ended it. Null if it became a case or went into one.
    pub reason: Option<String>,
    /// The case it became or went into. Null if it did neither.
    #[schema(value_type = Option<Uuid>)]
    pub case: Option<CaseId>,
}

/// How an intake ended. `linked`: it went into a case that was there. `signposted`: the person was
/// told who else could help. `duplicate`: it is there twice. `out_of_mandate`: we cannot help with
/// this. `declined`: the person does not want it.
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

/// How an intake ends that becomes no case.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeClosing {
    /// How it ended. `case_opened` and `linked` are refused here: use `open-case` and `link`.
    pub outcome: IntakeOutcome,
    /// Why, for colleagues: 1 to 2000 characters.
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

/// What is added when a case is opened from an intake; everything else is taken from it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFromIntake {
    /// What the case is about. Made from the triage if absent; at most 4000 characters.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub summary: Option<String>,
    /// Words to find the case by: at most 20, each of at most 40 characters.
    #[serde(default)]
    #[schema(max_items = 20, max_length = 40)]
    pub tags: Vec<String>,
    /// The receipt is the person's own although somebody else spoke. Only then does it open the
    /// letters of the case; it does by itself where the person spoke.
    #[serde(default)]
    pub own_receipt: bool,
}

/// The case to which an intake belongs, and what is sure about it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkIntake {
    /// The case: one that the caller can open.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// The receipt of this intake is the person's own: it opens the letters of the case from then
    /// on, if the case has none. False unless said: whoever called may be somebody else.
    #[serde(default)]
    pub own_receipt: bool,
    /// Opens the case again, if it is closed.
    #[serde(default)]
    pub reopen: bool,
}

/// The case that an intake may belong to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseOfIntake {
    /// The case: one that the caller can open.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
}

/// What would become of an intake in a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkPreview {
    /// The case: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// What is said aloud and shown on shared screens instead of a name, such as `C-7F3K`.
    pub pseudonym: String,
    /// Whether work goes on or the case is closed.
    pub status: CaseStatus,
    /// Everything that would change in the case.
    pub became: Vec<Became>,
    /// The caller was given a receipt.
    pub has_receipt: bool,
    /// The case has a receipt already: then that of the caller stays apart.
    pub case_has_receipt: bool,
}

/// The case an intake became or went into.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeCase {
    /// The case: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// True: the person's receipt belongs to the case from now on. False if there is none, or if
    /// the case had one, or if nobody said that it is the person's own.
    pub receipt_attached: bool,
    /// What changed in the case. Empty for a new one.
    pub became: Vec<Became>,
}

/// An intake in a list: what is needed to decide which comes first.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct IntakeItem {
    /// The intake: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands: `draft`, `waiting` (in the queue), `taken` (somebody looks into it) or
    /// `closed`.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// The version. The `ETag` is this number in quotation marks.
    pub revision: i64,
    /// True: the register knows who wrote it and the signature is hers. If false, the content is
    /// not shown.
    pub verified: bool,
    /// How soon somebody must act, computed now by the rules or raised by hand.
    pub priority: Priority,
    /// Why it has this priority, the most urgent reason first.
    pub reasons: Vec<PriorityReason>,
    /// What came of the contact. Null if it cannot be verified.
    pub outcome: Option<ContactOutcome>,
    /// The language to speak with the person, ISO 639-3. Null if it is not known.
    pub language: Option<Language>,
    /// The country the person is in, ISO 3166-1 alpha-2. Null if it is not known.
    pub now_in: Option<Country>,
    /// The categories of what is missing.
    pub needs: Vec<NeedCategory>,
    /// Since when it waits (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub since: Moment,
    /// It is for now (`P1`), and nobody has looked into it for longer than 15 minutes.
    pub late: bool,
    /// The member who wrote it. Null if it cannot be verified.
    pub by: Option<Author>,
    /// Which member looks into it, and since when. Null if nobody does.
    pub taken: Option<IntakeStep>,
    /// How many letters of the person nobody has read.
    pub letters_unread: i64,
    /// The person said with the receipt that nobody may call or write to her.
    pub no_contact: bool,
}

/// A contact of today in the log: what sort of contact it was, never what was said.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactLine {
    /// The intake that the contact was written down as.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands: `waiting` (in the queue), `taken` (somebody looks into it) or `closed`.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// When it was handed over (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// What came of the contact. Null if it cannot be verified.
    pub outcome: Option<ContactOutcome>,
    /// How soon somebody must act.
    pub priority: Priority,
    /// The language to speak with the person, ISO 639-3. Null if it is not known.
    pub language: Option<Language>,
    /// The member who wrote it. Null if it cannot be verified.
    pub by: Option<Author>,
}

/// What was logged today. A day begins and ends in UTC.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactsToday {
    /// How many wait in the queue, and nobody looks into them yet.
    pub waiting: usize,
    /// How many somebody looks into.
    pub taken: usize,
    /// How many need nothing more.
    pub closed: usize,
    /// Each of them, newest first, for those who hold the queue's key. Empty for everybody else.
    pub items: Vec<ContactLine>,
}

/// One intake, opened: the contact, its priority and what was done with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeView {
    /// The intake: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: IntakeId,
    /// Where it stands: `draft`, `waiting` (in the queue), `taken` (somebody looks into it) or
    /// `closed`.
    #[schema(value_type = String)]
    pub state: IntakeState,
    /// True: the register knows who wrote it and the signature is hers. If false, the content is
    /// not shown.
    pub verified: bool,
    /// How soon somebody must act, computed now by the rules or raised by hand.
    pub priority: Priority,
    /// Why it has this priority, the most urgent reason first.
    pub reasons: Vec<PriorityReason>,
    /// The contact itself: what was said. Null if it cannot be verified.
    pub intake: Option<Intake>,
    /// The member who wrote it. Null if it cannot be verified.
    pub by: Option<Author>,
    /// Since when it waits (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub since: Moment,
    /// The person has a receipt, and so can come back and be written to.
    pub receipt: bool,
    /// How many letters of the person nobody has read.
    pub letters_unread: i64,
    /// The person said with the receipt that nobody may call or write to her. Then her number is left
    /// out; in the case it stands behind a reason.
    pub no_contact: bool,
    /// Which member looks into it, and since when. Null if nobody does.
    pub taken: Option<IntakeStep>,
    /// How it ended. Null while something is to be done with it.
    pub ended: Option<IntakeEnding>,
}

/// A case that may be about the same person.
#[derive(Debug, Serialize, ToSchema)]
pub struct SimilarCase {
    /// The case: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// What is said aloud and shown on shared screens instead of a name, such as `C-7F3K`.
    pub pseudonym: String,
    /// How soon somebody must act in that case.
    pub priority: Priority,
    /// Whether work goes on or the case is closed.
    pub status: CaseStatus,
    /// What is the same in both: `phone`, `name`, `part_of_name`.
    pub same: Vec<String>,
}
