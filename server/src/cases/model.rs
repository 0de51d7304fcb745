//! What a case is made of, beside people, consents and tasks.

use amparo_store::{Day, Moment, PlaceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::first_contact::{CaseOrigin, FirstContact};
use crate::casefile::Section;
use crate::words::{Country, NeedCategory, Priority, YesNoUnknown};

/// The head of a case: exactly one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it is about, in a few sentences.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub summary: String,
    /// Words to find it by.
    #[serde(default)]
    #[schema(max_items = 20, max_length = 40)]
    pub tags: Vec<String>,
    /// How soon.
    pub priority: Priority,
    /// Why the priority is not the one that the rules gave. Lowering it needs this.
    #[serde(default)]
    pub priority_raised: Option<PriorityRaised>,
    /// Where the person is.
    #[serde(default)]
    pub country: Option<Country>,
    /// Why the case was opened.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub opened_because: String,
    /// Where the case comes from, if it was not opened by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<CaseOrigin>,
}

impl Section for Sheet {
    const KIND: &'static str = "sheet";
}

/// Why somebody set the priority by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorityRaised {
    /// In her words.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// What happened or was said. Empty only beside `first_contact`.
    #[schema(max_length = 20_000)]
    pub text: String,
    /// What was said on the first contact, as codes and values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<FirstContact>,
    /// May go to a partner, if the consent covers notes.
    #[serde(default)]
    pub safe_for_partner: bool,
    /// When it happened, if not when it was written.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub on: Option<Moment>,
}

impl Section for Entry {
    const KIND: &'static str = "entry";
}

/// What a line of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A note.
    Note,
    /// A call.
    Call,
    /// A visit.
    Visit,
    /// A message.
    Message,
    /// Something that was decided.
    Decision,
    /// What a paper says.
    DocumentNote,
}

/// A stay in a place where somebody is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Custody {
    /// The place, as it is called.
    #[schema(min_length = 1, max_length = 200)]
    pub facility: String,
    /// The same place in the directory.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub place: Option<PlaceId>,
    /// In which country.
    #[serde(default)]
    pub country: Option<Country>,
    /// Who holds her.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub authority: Option<String>,
    /// On what ground, as the authority says.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub legal_basis: Option<String>,
    /// The first day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub arrived: Option<Day>,
    /// The last day. None: she is there.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub left: Option<Day>,
    /// Who said so.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub source: Option<String>,
    /// How to call the place.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub phone: Option<String>,
    /// Who may visit, and when.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub visiting_rules: Option<String>,
    /// Whether the line is recorded.
    #[serde(default)]
    pub recorded_line: YesNoUnknown,
}

impl Section for Custody {
    const KIND: &'static str = "custody";
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What.
    pub category: NeedCategory,
    /// Where it must be met.
    #[serde(rename = "where", default)]
    pub side: Side,
    /// In which country, if that is known.
    #[serde(default)]
    pub country: Option<Country>,
    /// How soon.
    pub urgency: Priority,
    /// More about it.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub detail: String,
    /// How it stands.
    #[serde(default)]
    pub status: NeedStatus,
    /// What came of it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub outcome: Option<String>,
}

impl Section for Need {
    const KIND: &'static str = "need";
}

/// Where a need must be met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// In the country the person is in.
    #[default]
    Here,
    /// In the country the person comes from.
    Origin,
}

/// How a need stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NeedStatus {
    /// Nobody meets it yet.
    #[default]
    Open,
    /// It is offered to a partner, or a partner works on it. Only a referral sets and ends this.
    InReferral,
    /// It is met.
    Met,
    /// It is not needed any more, or cannot be met.
    Dropped,
}

impl NeedStatus {
    /// Whether it still waits to be met.
    pub fn is_unmet(self) -> bool {
        matches!(self, Self::Open | Self::InReferral)
    }
}
