//! What a consent says. Whether it covers something stands in `rules`.

use amparo_store::{Day, Moment, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::casefile::Section;
use crate::words::{Language, NeedCategory};

/// A part of a file that can be shared or kept back. `identity`: name, age, languages. `contact`:
/// how to reach her. `custody`: where she is held. `trafficking`: what was done to her.
/// `immigration_status`: never shared along with others, only when it is named. `family`: the other
/// people of the case, each only with a consent of her own. `documents`: numbers of papers. `notes`:
/// only lines marked safe for a partner.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SharedSection {
    /// Name, age, languages.
    Identity,
    /// How to reach her.
    Contact,
    /// Where she is held.
    Custody,
    /// What is missing.
    Needs,
    /// Health.
    Health,
    /// What was done to her.
    Trafficking,
    /// Her status. Never among others unless it is named.
    ImmigrationStatus,
    /// Others of the case: each of them only with a consent of her own.
    Family,
    /// Papers.
    Documents,
    /// Notes that were marked safe for a partner.
    Notes,
}

impl SharedSection {
    /// Every section, in the order of this list.
    pub const ALL: [Self; 10] = [
        Self::Identity,
        Self::Contact,
        Self::Custody,
        Self::Needs,
        Self::Health,
        Self::Trafficking,
        Self::ImmigrationStatus,
        Self::Family,
        Self::Documents,
        Self::Notes,
    ];
}

/// What the person agreed to share, with whom and until when. Written once and never improved: a
/// new talk is a new consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Whose data it is: the `person` of somebody in the case. It covers nobody else. Absent: the
    /// one the case is about.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// What may be shared. Nothing that is not listed may be.
    #[schema(min_items = 1, max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// With whom it may be shared. Never with an authority.
    pub recipients: Recipients,
    /// What it may be used for.
    pub purpose: Purpose,
    /// The same in the person's words. Required if the purpose is `other`; at most 1000 characters.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub purpose_words: Option<String>,
    /// The last day it holds (ISO 8601). Absent: until it is withdrawn.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Day>,
    /// How it was explained to her before she agreed.
    pub explained: Explained,
    /// How she agreed: by word, by signature or through somebody.
    pub given: Given,
    /// For a child: what the child says to it, and who decided. A child's own word covers nothing
    /// without a parent, a guardian, somebody appointed, or a decision in the child's best
    /// interests.
    #[serde(default)]
    pub child: Option<ChildConsent>,
    /// The day she agreed (ISO 8601); never after today.
    #[schema(value_type = String, format = Date)]
    pub given_on: Day,
    /// When and why it was taken back. Set by withdrawing it: a body that has it is refused.
    #[serde(default)]
    pub withdrawn: Option<Withdrawn>,
}

impl Section for Consent {
    const KIND: &'static str = "consent";
}

/// With whom something may be shared. `kind` says which of the four it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Recipients {
    /// With nobody, until the person says otherwise.
    NobodyYet,
    /// Only with whom the person says when she is asked about that very sharing.
    AskEachTime,
    /// Only with the organisations that are named.
    Named {
        /// The organisations that take part, 1 to 50: each `id` from `/organisations`.
        #[schema(value_type = Vec<Uuid>, min_items = 1, max_items = 50)]
        organisations: Vec<OrganisationId>,
    },
    /// With any partner that can help, but never with an authority.
    AnyPartner,
}

/// What something is shared for. `referral`: to find somebody who helps. `statistics`: to be
/// counted. `other`: something else, said in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To find somebody who helps.
    Referral,
    /// To be represented.
    LegalRepresentation,
    /// To be treated.
    Medical,
    /// To be housed.
    Shelter,
    /// To find family.
    FamilyTracing,
    /// To be counted.
    Statistics,
    /// Something else, said in words.
    Other,
}

/// How a consent was explained to the person before she agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Explained {
    /// The language it was explained in, ISO 639-3.
    pub language: Language,
    /// Which version of the text was read to her. At most 40 characters.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub script_version: Option<String>,
    /// Who explained it to her.
    pub by: ExplainedBy,
    /// How it was seen that she understood. At most 500 characters.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub how_checked: Option<String>,
}

/// Who explained a consent. `me`: whoever wrote it down. `not_possible`: it could not be explained;
/// such a consent covers nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExplainedBy {
    /// Who wrote it down.
    Me,
    /// An interpreter.
    Interpreter,
    /// It could not be explained.
    NotPossible,
}

/// How a consent was given. `how` says which of the three it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Given {
    /// The person said that she agrees.
    Spoken,
    /// The person signed that she agrees.
    Signed,
    /// Somebody agreed for the person.
    Proxy {
        /// In what right. Absent: `other`, which covers nothing.
        #[serde(default)]
        role: ProxyRole,
        /// Who agreed for her, such as a guardian: 1 to 200 characters.
        #[schema(min_length = 1, max_length = 200)]
        who: String,
        /// Why she could not agree herself: 1 to 500 characters.
        #[schema(min_length = 1, max_length = 500)]
        why: String,
    },
}

/// In what right somebody agrees for another. `appointed`: by a court or an authority for this.
/// `lawyer_with_mandate`: with a mandate that is signed. `other`: any other, such as a relative, an
/// employer or whoever called; it covers nothing until the person herself agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProxyRole {
    /// Mother or father.
    Parent,
    /// A guardian.
    Guardian,
    /// Appointed by a court or an authority.
    Appointed,
    /// A lawyer with a signed mandate.
    LawyerWithMandate,
    /// Anybody else.
    #[default]
    Other,
}

/// What a child says to a sharing, and who decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildConsent {
    /// What the child says.
    pub view: ChildView,
    /// On whose decision the consent rests.
    pub decided: ChildDecision,
    /// Why it was decided so. At most 1000 characters; required for `best_interests`.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub reasons: String,
}

/// What a child says to a sharing. `too_young`: too young to have a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChildView {
    /// The child agrees.
    Agrees,
    /// The child does not want it.
    Objects,
    /// The child was not asked.
    NotAsked,
    /// Too young to have a view.
    TooYoung,
}

/// Who decided for a child. `guardian`: who agreed for the child; it does not outweigh a child who
/// objects. `best_interests`: a decision in the child's best interests, with its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChildDecision {
    /// Who agreed for the child.
    Guardian,
    /// A decision in the child's best interests.
    BestInterests,
}

/// Who agreed to a sharing, how, and how it was explained: what a receiver must know of a consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agreement {
    /// By word, by signature or through somebody, and in what right.
    pub given: Given,
    /// The day of the agreement (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub given_on: Day,
    /// The language it was explained in, ISO 639-3.
    pub language: Language,
    /// Who explained it before it was agreed to: whoever wrote it down, or an interpreter.
    pub explained_by: ExplainedBy,
    /// What a child says to it. Null unless it is about a child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child_view: Option<ChildView>,
    /// Who decided for a child. Null unless it is about a child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child_decided: Option<ChildDecision>,
}

impl Agreement {
    /// What a consent says of it. The reasons of a decision stay in the case.
    pub(super) fn of(consent: &Consent) -> Self {
        let child = consent.child.as_ref();
        Self {
            given: consent.given.clone(),
            given_on: consent.given_on,
            language: consent.explained.language.clone(),
            explained_by: consent.explained.by,
            child_view: child.map(|child| child.view),
            child_decided: child.map(|child| child.decided),
        }
    }
}

/// When and why a consent was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// When it was taken back (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Why, if the person said so; else empty.
    #[schema(max_length = 500)]
    pub reason: String,
    /// The person did it herself with her receipt. False: a colleague did it for her.
    pub by_person: bool,
}

/// That something was shared without consent, or is about to be, because a life was in danger and
/// nobody could be asked. It ends 72 hours after it was written. A supervisor must look at it
/// afterwards, and signs it off or objects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The organisation it was shared with.
    #[schema(value_type = Uuid)]
    pub recipient: OrganisationId,
    /// What was shared of the file. Never `immigration_status`, `family`, `documents` or `notes`.
    #[schema(max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// Whose life was in danger, and why nobody could be asked: 1 to 500 characters.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
    /// Which supervisor looked at it, and when. Null until one did.
    #[serde(default)]
    pub signed_off: Option<SignedOff>,
    /// Which supervisor objected, when and why. The referral that rested on it was taken back.
    #[serde(default)]
    pub objected: Option<Objected>,
}

impl Section for Override {
    const KIND: &'static str = "consent_override";
}

/// Which supervisor looked at an override, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedOff {
    /// The name of the supervisor at that time.
    #[schema(max_length = 200)]
    pub by: String,
    /// When the supervisor looked at it (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
}

/// Which supervisor objected to an override, when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Objected {
    /// The name of the supervisor at that time.
    #[schema(max_length = 200)]
    pub by: String,
    /// When the supervisor objected (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Why it should not have been shared.
    #[schema(max_length = 500)]
    pub reason: String,
}

/// What is about to be shared, with whom, for which need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// With whom.
    pub recipient: OrganisationId,
    /// What.
    pub sections: Vec<SharedSection>,
    /// The category of the need that is to be met by it.
    pub need: NeedCategory,
    /// She was asked about this very sharing and agreed.
    pub confirmed_now: bool,
}
