//! What a case is made of, beside people, consents and tasks.

use amparo_store::{Day, Moment, PlaceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::first_contact::{CaseOrigin, FirstContact};
use crate::casefile::Section;
use crate::words::{Country, NeedCategory, Priority, YesNoUnknown};

/// The sheet of a case: what it is about and how soon somebody must act. Every case has exactly
/// one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What the case is about, in a few sentences. At most 4000 characters.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub summary: String,
    /// Words to find the case by: at most 20, each of at most 40 characters.
    #[serde(default)]
    #[schema(max_items = 20, max_length = 40)]
    pub tags: Vec<String>,
    /// How soon somebody must act, at the least: the card says `priority` as it is computed from
    /// this, the needs, removals, stays and ages. Raising it is free; lowering it needs
    /// `priority_raised` in the same request, and a supervisor if it was `P1` or is about a child.
    pub priority: Priority,
    /// Why the priority is not the one that the rules gave. Absent while it is.
    #[serde(default)]
    pub priority_raised: Option<PriorityRaised>,
    /// The country the person is in, ISO 3166-1 alpha-2. Absent if it is not known.
    #[serde(default)]
    pub country: Option<Country>,
    /// The town, camp or place the person is in, as it was said. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub town: Option<String>,
    /// Why there is a case. At most 1000 characters.
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

/// Why somebody set the priority of a case by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorityRaised {
    /// The reason in the caseworker's words: 1 to 500 characters. It also goes into the ledger.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A line of the timeline: something that happened, was said or was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What sort of line it is.
    pub kind: EntryKind,
    /// What happened or was said: at most 20 000 characters, and empty only beside `first_contact`.
    #[schema(max_length = 20_000)]
    pub text: String,
    /// What was said on the first contact, as codes and values. Absent in every other line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<FirstContact>,
    /// May go to a partner with a packet, if the consent covers `notes`. False unless said.
    #[serde(default)]
    pub safe_for_partner: bool,
    /// When it happened (RFC 3339, UTC). Absent if it was when the line was written.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub on: Option<Moment>,
}

impl Section for Entry {
    const KIND: &'static str = "entry";
}

/// What sort of line of the timeline it is. `document_note`: what a paper says.
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

/// A stay in a place where somebody is or was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Custody {
    /// The name of the place: 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    pub facility: String,
    /// The same place in the directory, if it is listed there.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub place: Option<PlaceId>,
    /// The country it lies in, ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: Option<Country>,
    /// The authority that holds her. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub authority: Option<String>,
    /// On what ground she is held, as the authority says. At most 500 characters.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub legal_basis: Option<String>,
    /// The first day (ISO 8601). Absent if it is not known; never after today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub arrived: Option<Day>,
    /// The last day (ISO 8601). Absent while she is there, and then the case counts as detained.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub left: Option<Day>,
    /// Who said so. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub source: Option<String>,
    /// The number by which the place is reached, as it was given. Do not assume that a call is
    /// private.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub phone: Option<String>,
    /// Who may visit, and when. At most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub visiting_rules: Option<String>,
    /// Whether calls to the place are recorded or listened to.
    #[serde(default)]
    pub recorded_line: YesNoUnknown,
}

impl Section for Custody {
    const KIND: &'static str = "custody";
}

/// Something that is missing. A referral offers one need to one partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What is missing, by category.
    pub category: NeedCategory,
    /// Where it must be met: where the person is, or where she comes from.
    #[serde(rename = "where", default)]
    pub side: Side,
    /// The country where it must be met, ISO 3166-1 alpha-2. Absent if it is not known.
    #[serde(default)]
    pub country: Option<Country>,
    /// How soon it must be met. A partner is given as long to answer as this says.
    pub urgency: Priority,
    /// More about it, for colleagues; a partner gets it only in a packet. At most 4000 characters.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub detail: String,
    /// Whether it is met. `in_referral` cannot be set by hand.
    #[serde(default)]
    pub status: NeedStatus,
    /// What came of it. Absent until then; at most 2000 characters.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub outcome: Option<String>,
}

impl Section for Need {
    const KIND: &'static str = "need";
}

/// Where a need must be met: `here`, in the country the person is in, or `origin`, in the country
/// she comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// In the country the person is in.
    #[default]
    Here,
    /// In the country the person comes from.
    Origin,
}

/// Whether a need is met. `in_referral`: it is offered to a partner, or a partner works on it; only
/// a referral sets and ends this. `dropped`: not needed any more, or it cannot be met.
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
