//! What a call changes in a case, as it is shown before and told afterwards.

use serde::Serialize;
use utoipa::ToSchema;

use crate::words::{NeedCategory, Priority};

/// One thing that a call changes in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Became {
    /// What it is that changes.
    pub what: BecameKind,
    /// The category, where it is about a need.
    pub need: Option<NeedCategory>,
    /// How urgent it is then, where it is about urgency.
    pub priority: Option<Priority>,
}

/// What a call changes in a case. `contact_stricter`: the rule for reaching the person allows less
/// than before. `contact_noted`: what was said about reaching her differs from what is known, and
/// stands beside it. `stay_moved`: she is held elsewhere than before. `removal_changed`: a removal
/// that was known has another day or hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BecameKind {
    /// The case is more urgent than before.
    PriorityRaised,
    /// The rule for reaching the person allows less than before.
    ContactStricter,
    /// Something about reaching her stands beside what was known.
    ContactNoted,
    /// A number to reach her by, or through somebody.
    ChannelAdded,
    /// She is held.
    StayNew,
    /// She is held elsewhere than before.
    StayMoved,
    /// A removal is ahead.
    RemovalNew,
    /// A known removal has another day or hour.
    RemovalChanged,
    /// A need that was not known.
    NeedNew,
    /// A known need is more urgent than before.
    NeedRaised,
    /// A name, an age, a language or something else about the person.
    PersonChanged,
    /// The country or the town the person is in.
    PlaceChanged,
    /// What was agreed to.
    ConsentNoted,
    /// What was said, in the timeline.
    Timeline,
}

impl Became {
    pub(super) fn plain(what: BecameKind) -> Self {
        Self {
            what,
            need: None,
            priority: None,
        }
    }
}
