//! Bodies and answers of the person's door and of the helpers' side.

use amparo_store::{Day, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{PersonStep, SeenPart};
use crate::casefile::Author;
use crate::register::OrganisationKind;
use crate::words::Language;

/// Coming back with a receipt.
#[derive(Deserialize, ToSchema)]
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
#[derive(Serialize, ToSchema)]
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

/// Who has seen the file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonLooks {
    /// Oldest first. What an organisation saw again on the same day stands there once.
    pub items: Vec<PersonLook>,
}

/// An organisation that saw something of the person's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonLook {
    /// What kind of organisation. Neither it nor anybody in it is named: somebody else may look
    /// over the shoulder.
    pub kind: OrganisationKind,
    /// What it saw.
    pub part: SeenPart,
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
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
