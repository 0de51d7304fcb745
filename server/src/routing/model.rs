//! What routing answers.

use amparo_store::{DirectoryOrganisationId, OrganisationId, ServiceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::rules::Block;
use crate::register::OrganisationKind;
use crate::words::NeedCategory;

/// What is asked of routing.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuggestionRequest {
    /// At most so many services of each kind of answer; 10 if not said.
    #[serde(default = "ten")]
    #[schema(minimum = 1, maximum = 50)]
    pub limit: usize,
    /// Whether to show a few that are ruled out, with what rules them out. Yes if not said.
    #[serde(default = "yes")]
    pub include_blocked: bool,
}

fn ten() -> usize {
    10
}

fn yes() -> bool {
    true
}

/// The answer of routing: who could help, best first. The caseworker decides.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Suggestions {
    /// Services to which the need can be sent, best first; then those to be called by telephone;
    /// then some that are ruled out.
    pub items: Vec<Suggestion>,
    /// How many services were looked at.
    pub considered: usize,
    /// Whether something could be shared now.
    pub consent: ConsentStand,
}

/// One service, how well it fits, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Suggestion {
    /// The service.
    #[schema(value_type = Uuid)]
    pub service: ServiceId,
    /// Its name.
    pub service_name: String,
    /// Who offers it, in the directory.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// The name of who offers it.
    pub organisation_name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// The organisation that would receive the referral, if it takes part.
    #[schema(value_type = Option<Uuid>)]
    pub participant: Option<OrganisationId>,
    /// The name under which it takes part.
    pub participant_name: Option<String>,
    /// 0 to 100; the sum of the points below.
    #[schema(maximum = 100)]
    pub score: u32,
    /// Why, one sentence for each point.
    pub reasons: Vec<Reason>,
    /// What rules it out, if anything does.
    pub blocked: Option<Blocked>,
    /// Whether something could be shared with it now.
    pub consent: ConsentStand,
    /// How to reach it without a referral.
    pub contact: Contact,
}

/// One reason of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SuggestionReason)]
pub struct Reason {
    /// The rule.
    pub code: ReasonCode,
    /// What it gives.
    pub points: u32,
    /// The sentence.
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
    /// A language, by its code.
    Language(String),
    /// A country, by its code.
    Country(String),
    /// A number.
    Count(i64),
}

/// What rules a service out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Blocked {
    /// The rule.
    pub code: Block,
    /// The sentence.
    pub words: &'static str,
}

/// Whether something could be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ConsentStand {
    /// How it stands.
    pub state: ConsentState,
    /// The sentence.
    pub words: &'static str,
}

/// How consent stands towards one organisation.
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

/// How to reach a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SuggestionContact)]
pub struct Contact {
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// A mail address.
    pub email: Option<String>,
    /// A page.
    pub url: Option<String>,
}

/// What one rule can give.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = RoutingWeight)]
pub struct Weight {
    /// The rule.
    pub code: ReasonCode,
    /// The most it gives.
    pub points: u32,
    /// When it gives it.
    pub words: &'static str,
}

/// The rules that give points.
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
