//! Bodies and answers of the person's door and of the helpers' side.

use amparo_store::{Day, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{PersonStep, SeenPart};
use crate::casefile::Author;
use crate::register::OrganisationKind;
use crate::words::Language;

/// A receipt, by which the person we help comes back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptSignIn {
    /// The 18 digits of the receipt, in any common script. Spaces and hyphens do not matter. The
    /// last digits are a check (ISO 7064).
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "password",
        example = "482 913 077 264 518 309"
    )]
    pub receipt: String,
}

/// A sign-in with a receipt. It opens only what lies under `/receipts/current`.
#[derive(Serialize, ToSchema)]
pub struct ReceiptSession {
    /// The token: send it as `Authorization: Bearer TOKEN`. It is shown this once and not stored.
    pub token: String,
    /// When the sign-in ends in any case (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub ends_at: Moment,
    /// After how many minutes without a request the sign-in ends.
    pub idle_minutes: i64,
}

/// What the person sees first: how far things are, and whether letters wait.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptView {
    /// How far things are, as a code.
    pub step: PersonStep,
    /// The same in one short English sentence for people.
    pub says: String,
    /// What happens next, in a helper's words. Null until a helper wrote it.
    pub text: Option<String>,
    /// The language of `text`, ISO 639-3. Null if it was not said.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
    /// The day this was last changed (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub changed_on: Day,
    /// How many letters to the person were not read yet.
    pub letters_waiting: i64,
    /// The person said that nothing may be shared any more.
    pub sharing_stopped: bool,
    /// The person said that nobody may call or write to her outside this page.
    pub contact_stopped: bool,
    /// The last day on which the receipt opens anything, the end of a month (ISO 8601). Each use
    /// makes it later.
    #[schema(value_type = String, format = Date)]
    pub good_until: Day,
}

/// Which kinds of organisation have seen the person's file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonLooks {
    /// The looks, oldest first. What an organisation saw again on the same day stands there once.
    pub items: Vec<PersonLook>,
}

/// That an organisation saw something of the person's file on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonLook {
    /// What sort of organisation it is. Neither it nor anybody in it is named: somebody else may
    /// look over the shoulder.
    pub kind: OrganisationKind,
    /// Which part of the file it saw.
    pub part: SeenPart,
    /// The day it saw it (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub on: Day,
}

/// A letter between the person and the helpers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLetter {
    /// The text of the letter: 1 to 4000 characters.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
    /// The language of the text, ISO 639-3. Absent if it is not known.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A letter as the person sees it: with the day only, and without the helper's name.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonLetter {
    /// The number of the letter among those of this receipt.
    pub number: i64,
    /// True: the person wrote it. False: a helper did.
    pub from_me: bool,
    /// The day it was written (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub written_on: Day,
    /// The text of the letter.
    pub text: String,
    /// The language of the text, ISO 639-3. Null if it was not said.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
}

/// A letter between the person and the helpers, as the helpers see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Letter {
    /// The number of the letter among those of this receipt.
    pub number: i64,
    /// True: the person wrote it. False: a helper did.
    pub from_person: bool,
    /// When it was written (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// The text of the letter.
    pub text: String,
    /// The language of the text, ISO 639-3. Null if it was not said.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
    /// The helper who wrote it. Null if the person did.
    pub by: Option<Author>,
    /// True: with it the person asks that everything be erased. Somebody must answer.
    pub asks_erasure: bool,
    /// The other side has read it.
    pub read: bool,
}

/// What a helper tells the person about what happens next.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPersonStatus {
    /// How far things are; `in_work` if absent.
    #[serde(default)]
    pub step: Option<PersonStep>,
    /// What happens next: 1 to 500 characters. Write no names: somebody else may look over the
    /// person's shoulder.
    #[schema(min_length = 1, max_length = 500)]
    pub text: String,
    /// The language of the text, ISO 639-3. Absent if it is not known.
    #[serde(default)]
    pub language: Option<Language>,
}

/// What the person of a case was told last.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonStatusView {
    /// How far things are, as the person sees it.
    pub step: PersonStep,
    /// What happens next, in a helper's words. Null until a helper wrote it.
    pub text: Option<String>,
    /// The language of the text, ISO 639-3. Null if it was not said.
    #[schema(value_type = Option<Language>)]
    pub language: Option<Language>,
    /// The day this was last changed (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub changed_on: Day,
    /// The person said, with the receipt, that nothing may be shared any more.
    pub sharing_stopped: bool,
}

/// The wish of the person that everything be erased.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasureWish {
    /// Must be true: what is erased cannot be brought back.
    pub confirm: bool,
}

/// What became of the wish to erase everything.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErasureAnswer {
    /// True: everything is gone, and the receipt with it. False: it belongs to a case, and a
    /// caseworker must confirm.
    pub erased: bool,
    /// What happens now, in plain English sentences for people.
    pub says: String,
}
