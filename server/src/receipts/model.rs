//! What is sealed about a receipt, and the jobs that follow from the person's wishes.

use amparo_store::{CaseId, Day, Moment, ReceiptId};
use amparo_vault::{Mailbox, StretchParams};
use chrono::{Datelike as _, Months};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::{Author, Section};
use crate::foundation::App;
use crate::register::OrganisationKind;
use crate::words::Language;

amparo_store::text_enum! {
    /// Which way a letter goes.
    pub(super) enum Direction {
        /// From the helpers.
        ToPerson = "to_person",
        /// From the person.
        FromPerson = "from_person",
        /// Not a letter: the person is told that somebody saw the file.
        Look = "look",
    }
}

amparo_store::text_enum! {
    /// What one run of Argon2 costs for a receipt. It is not known before the digits are, so each is
    /// tried as long as somebody has a receipt of it.
    pub(super) enum Cost {
        /// As at first.
        Former = "former",
        /// As receipts are made now.
        Present = "present",
    }
}

impl Cost {
    pub(super) fn params(self, app: &App) -> StretchParams {
        match self {
            Self::Former => app.config.former_receipt_stretch,
            Self::Present => app.config.receipt_stretch,
        }
    }
}

/// Until when a receipt works that is used today: the last day of a month, so that it does not tell
/// the day.
pub(super) fn good_until(app: &App, today: Day) -> Day {
    let date = today.to_date();
    let months = Months::new(app.config.receipt_months + 1);
    date.with_day(1)
        .and_then(|first| first.checked_add_months(months))
        .and_then(|after| after.pred_opt())
        .map_or(today, Day::from_date)
}

/// A receipt as the helpers know it. Kept only inside sealed files: the mailbox in it is what
/// letters to the person are sealed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLink {
    /// The receipt.
    pub receipt: ReceiptId,
    /// The public half of the person's mailbox.
    pub mailbox: [u8; 32],
    /// What the person's word to stop sharing is checked with. Receipts of an earlier release have
    /// none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<[u8; 32]>,
}

impl ReceiptLink {
    /// The link of digits that were just made.
    pub(super) fn new(receipt: ReceiptId, mailbox: &Mailbox) -> Self {
        Self {
            receipt,
            mailbox: mailbox.public(),
            stop: Some(mailbox.stop_key().public()),
        }
    }
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
    /// The number of the newest statement about sharing that was made with digits that have lapsed
    /// since; 0 if there was none.
    #[serde(default)]
    pub said_before: u64,
}

impl Section for ReceiptRecord {
    const KIND: &'static str = "receipt";
}

/// How far things are, in the person's eyes. `waiting`: nobody has read the report. `read`:
/// somebody reads it. `in_work`: a caseworker works on it. `closed`: nothing more is planned.
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

/// What an organisation saw of a person's file. `report`: the report, in the organisation that took
/// it. `notice`: a short note without a name. `packet`: the copy of what the person agreed to
/// share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeenPart {
    /// The report, in the organisation that took it.
    Report,
    /// A short note without a name, before a partner answered.
    Notice,
    /// The copy of what the person agreed to share.
    Packet,
}

/// That somebody saw the file, as it is sealed to the person. No name of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LookText {
    /// What kind of organisation.
    pub kind: OrganisationKind,
    /// What of it.
    pub part: SeenPart,
    /// The day.
    pub on: Day,
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
