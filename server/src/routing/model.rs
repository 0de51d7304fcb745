//! What routing answers.

use amparo_store::{DirectoryOrganisationId, OrganisationId, ServiceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::rules::Block;
use crate::register::OrganisationKind;
use crate::words::NeedCategory;

/// How many services to suggest for a need, and whether to show those that are ruled out.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuggestionRequest {
    /// How many services of each sort to answer at most (to be sent to, to be called, ruled out), 1
    /// to 50; 10 if absent.
    #[serde(default = "ten")]
    #[schema(minimum = 1, maximum = 50)]
    pub limit: usize,
    /// Whether to show a few that are ruled out, with what rules them out. True if absent.
    #[serde(default = "yes")]
    pub include_blocked: bool,
}

fn ten() -> usize {
    10
}

fn yes() -> bool {
    true
}

/// Who could meet a need, best first. It is advice: nothing is sent, and the caseworker decides.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Suggestions {
    /// Services to which the need can be sent, best first; then those to be called by telephone;
    /// then some that are ruled out.
    pub items: Vec<Suggestion>,
    /// How many services of the directory were looked at.
    pub considered: usize,
    /// Whether something could be shared now, before any one organisation is looked at.
    pub consent: ConsentStand,
}

/// One service of the directory, how well it fits a need, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Suggestion {
    /// The service: its `id` under `/directory/services`.
    #[schema(value_type = Uuid)]
    pub service: ServiceId,
    /// What the service is called in the directory.
    pub service_name: String,
    /// The organisation that offers it: its `id` under `/directory/organisations`.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// The name of the organisation that offers it.
    pub organisation_name: String,
    /// What sort of organisation offers it.
    pub kind: OrganisationKind,
    /// The organisation that would receive the referral: give it as `receiver`. Null if it does not
    /// take part, and must be called.
    #[schema(value_type = Option<Uuid>)]
    pub participant: Option<OrganisationId>,
    /// The name under which it takes part. Null if it does not take part.
    pub participant_name: Option<String>,
    /// How well it fits, 0 to 100: the sum of the points in `reasons`.
    #[schema(maximum = 100)]
    pub score: u32,
    /// What gives it points, one sentence for each rule.
    pub reasons: Vec<Reason>,
    /// What rules it out. Null if nothing does.
    pub blocked: Option<Blocked>,
    /// Whether something could be shared with this organisation now.
    pub consent: ConsentStand,
    /// How to reach it without a referral, from the directory.
    pub contact: Contact,
}

/// One rule that gives a suggestion points, with the sentence that says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SuggestionReason)]
pub struct Reason {
    /// The rule that gives the points.
    pub code: ReasonCode,
    /// How many points it gives here; see `/routing/weights` for the most it can give.
    pub points: u32,
    /// Why, in an English sentence for people.
    pub words: String,
    /// The same for pages, which say it in their own language.
    #[serde(skip)]
    pub told: Told,
}

/// A sentence as the name of a message and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The message, without `why-`.
    pub id: &'static str,
    /// What stands in it.
    pub of: ToldOf,
}

/// What stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToldOf {
    /// Nothing.
    Nothing,
    /// A kind of help.
    Help(NeedCategory),
    /// A name of a country or a language.
    Name(String),
    /// A number.
    Count(i64),
}

/// The rule that rules a service out, with the sentence that says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Blocked {
    /// The rule that rules it out: the first that does.
    pub code: Block,
    /// Why, in an English sentence for people.
    pub words: &'static str,
}

/// Whether something of the case could be shared, as the consents in it stand now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ConsentStand {
    /// How consent stands towards the organisation.
    pub state: ConsentState,
    /// The same in an English sentence for people.
    pub words: &'static str,
}

/// How consent stands. `covered`: a consent covers it, as far as its sections reach. `ask`: the
/// person must be asked about this very sharing. `missing`: no consent covers it yet. `refused`:
/// nothing may be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// A consent covers it, as far as its sections reach.
    Covered,
    /// The person must be asked about this very sharing.
    Ask,
    /// No consent covers it yet.
    Missing,
    /// Nothing may be shared.
    Refused,
}

/// How to reach a service without a referral, as the directory says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SuggestionContact)]
pub struct Contact {
    /// Telephone numbers, E.164 where they could be read so.
    pub phones: Vec<String>,
    /// A mail address. Null if the directory has none. Mail is not sealed: write no names.
    pub email: Option<String>,
    /// A page about the service. Null if the directory has none.
    pub url: Option<String>,
}

/// What one rule of the ranking can give at most.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = RoutingWeight)]
pub struct Weight {
    /// The rule that gives the points.
    pub code: ReasonCode,
    /// The most points it gives.
    pub points: u32,
    /// When it gives them, in an English sentence for people.
    pub words: &'static str,
}

/// A rule that gives points: the need (`category`), the language, the country, how near it is, how
/// fast it answers (`speed`), whether it has room (`places`), whether it knows detention, whether
/// somebody checked the entry lately (`checked`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SuggestionReasonCode)]
pub enum ReasonCode {
    /// What it offers.
    Category,
    /// What it speaks.
    Language,
    /// Where it works.
    Country,
    /// How near it is.
    Nearness,
    /// How fast it answers.
    Speed,
    /// Whether it has room.
    Places,
    /// Whether it knows detention.
    Detention,
    /// Whether the entry is fresh.
    Checked,
}
