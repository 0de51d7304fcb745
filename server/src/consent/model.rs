//! What a consent says, and whether it covers something: pure rules.

use amparo_store::{Day, Moment, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::Section;
use crate::foundation::Reason;
use crate::words::Language;

/// A part of a file that can be shared or kept back. `identity`: name, age, languages. `contact`:
/// how to reach her. `custody`: where she is held. `trafficking`: what was done to her.
/// `immigration_status`: never shared along with others, only when it is named. `documents`:
/// numbers of papers. `notes`: only lines marked safe for a partner.
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
    /// Family.
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

/// Who explained a consent. `me`: whoever wrote it down. `not_possible`: it could not be explained.
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
        /// Who agreed for her, such as a guardian: 1 to 200 characters.
        #[schema(min_length = 1, max_length = 200)]
        who: String,
        /// Why she could not agree herself: 1 to 500 characters.
        #[schema(min_length = 1, max_length = 500)]
        why: String,
    },
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
/// nobody could be asked. A supervisor must look at it afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The organisation it was shared with.
    #[schema(value_type = Uuid)]
    pub recipient: OrganisationId,
    /// What was shared of the file.
    #[schema(max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// Whose life was in danger, and why nobody could be asked: 1 to 500 characters.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
    /// Which supervisor looked at it, and when. Null until one did.
    #[serde(default)]
    pub signed_off: Option<SignedOff>,
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

/// What is about to be shared, with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// With whom.
    pub recipient: OrganisationId,
    /// What.
    pub sections: Vec<SharedSection>,
    /// She was asked about this very sharing and agreed.
    pub confirmed_now: bool,
}

/// Whether a consent covers a sharing today, or which rule is not met.
pub fn covers(consent: &Consent, ask: &Sharing, today: Day) -> Result<(), Reason> {
    if consent.withdrawn.is_some() {
        return Err(Reason::ConsentWithdrawn);
    }
    if consent.given_on > today {
        return Err(Reason::ConsentNotBegun);
    }
    if consent.until.is_some_and(|last| last < today) {
        return Err(Reason::ConsentOver);
    }
    match &consent.recipients {
        Recipients::NobodyYet => return Err(Reason::NobodyYet),
        Recipients::AskEachTime if !ask.confirmed_now => {
            return Err(Reason::AskEachTime);
        }
        Recipients::Named { organisations } if !organisations.contains(&ask.recipient) => {
            return Err(Reason::RecipientNotNamed);
        }
        Recipients::AskEachTime | Recipients::Named { .. } | Recipients::AnyPartner => {}
    }
    let missing = |section: &SharedSection| !consent.sections.contains(section);
    if ask.sections.contains(&SharedSection::ImmigrationStatus)
        && missing(&SharedSection::ImmigrationStatus)
    {
        return Err(Reason::StatusNotNamed);
    }
    if ask.sections.iter().any(missing) {
        return Err(Reason::SectionNotCovered);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEGAL: OrganisationId = OrganisationId::from_bytes([1; 16]);
    const HEALTH: OrganisationId = OrganisationId::from_bytes([2; 16]);

    fn consent(recipients: Recipients) -> Consent {
        serde_json::from_value(serde_json::json!({
            "sections": ["identity", "custody"],
            "recipients": recipients,
            "purpose": "referral",
            "explained": { "language": "tir", "by": "interpreter" },
            "given": { "how": "spoken" },
            "given_on": "2026-11-20",
            "until": "2026-12-20",
        }))
        .unwrap()
    }

    fn ask(sections: &[SharedSection]) -> Sharing {
        Sharing {
            recipient: LEGAL,
            sections: sections.to_vec(),
            confirmed_now: false,
        }
    }

    fn on(day: &str) -> Day {
        day.parse().unwrap()
    }

    fn today() -> Day {
        on("2026-11-24")
    }

    #[test]
    fn each_kind_of_recipient() {
        let identity = ask(&[SharedSection::Identity]);
        let named = |of| Recipients::Named {
            organisations: vec![of],
        };
        for (recipients, covered) in [
            (Recipients::NobodyYet, false),
            (Recipients::AskEachTime, false),
            (named(HEALTH), false),
            (named(LEGAL), true),
            (Recipients::AnyPartner, true),
        ] {
            let consent = consent(recipients);
            assert_eq!(covers(&consent, &identity, today()).is_ok(), covered);
        }
        let asked = Sharing {
            confirmed_now: true,
            ..identity
        };
        assert_eq!(
            covers(&consent(Recipients::AskEachTime), &asked, today()),
            Ok(())
        );
        assert!(covers(&consent(Recipients::NobodyYet), &asked, today()).is_err());
        assert!(covers(&consent(named(HEALTH)), &asked, today()).is_err());
    }

    #[test]
    fn only_what_is_named_is_covered() {
        let consent = consent(Recipients::AnyPartner);
        assert!(covers(&consent, &ask(&[]), today()).is_ok());
        let both = ask(&[SharedSection::Identity, SharedSection::Custody]);
        assert!(covers(&consent, &both, today()).is_ok());
        let more = ask(&[SharedSection::Identity, SharedSection::Health]);
        assert!(covers(&consent, &more, today()).is_err());
        let status = ask(&[SharedSection::ImmigrationStatus]);
        assert_eq!(
            covers(&consent, &status, today()),
            Err(Reason::StatusNotNamed)
        );
    }

    #[test]
    fn time_and_withdrawal_end_it() {
        let mut consent = consent(Recipients::AnyPartner);
        let identity = ask(&[SharedSection::Identity]);
        assert!(covers(&consent, &identity, on("2026-12-20")).is_ok());
        assert!(covers(&consent, &identity, on("2026-12-21")).is_err());
        assert!(covers(&consent, &identity, on("2026-11-19")).is_err());
        consent.withdrawn = Some(Withdrawn {
            at: today().start(),
            reason: String::new(),
            by_person: true,
        });
        assert_eq!(
            covers(&consent, &identity, today()),
            Err(Reason::ConsentWithdrawn)
        );
    }
}
