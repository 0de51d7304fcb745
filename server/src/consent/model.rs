//! What a consent says, and whether it covers something: pure rules.

use amparo_store::{Day, Moment, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::Section;
use crate::foundation::Reason;
use crate::words::Language;

/// A part of a file that can be shared or kept back.
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

/// What the person agreed to. Written once and never improved: a new talk is a new consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// What may be shared; nothing else may.
    #[schema(min_items = 1, max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// With whom.
    pub recipients: Recipients,
    /// What for.
    pub purpose: Purpose,
    /// The same in the person's words.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub purpose_words: Option<String>,
    /// The last day. None: until it is withdrawn.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Day>,
    /// How it was explained.
    pub explained: Explained,
    /// How it was given.
    pub given: Given,
    /// The day it was given.
    #[schema(value_type = String, format = Date)]
    pub given_on: Day,
    /// Set by withdrawing it, never by giving it.
    #[serde(default)]
    pub withdrawn: Option<Withdrawn>,
}

impl Section for Consent {
    const KIND: &'static str = "consent";
}

/// With whom something may be shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Recipients {
    /// With nobody, until she says otherwise.
    NobodyYet,
    /// With whom she says, each time she is asked.
    AskEachTime,
    /// With these.
    Named {
        /// The organisations.
        #[schema(value_type = Vec<Uuid>, min_items = 1, max_items = 50)]
        organisations: Vec<OrganisationId>,
    },
    /// With any partner that can help.
    AnyPartner,
}

/// What something is shared for.
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

/// How a consent was explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Explained {
    /// In which language.
    pub language: Language,
    /// Which version of the text.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub script_version: Option<String>,
    /// By whom.
    pub by: ExplainedBy,
    /// How it was seen that she understood.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub how_checked: Option<String>,
}

/// Who explained a consent.
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

/// How a consent was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Given {
    /// Said.
    Spoken,
    /// Signed.
    Signed,
    /// By somebody for her.
    Proxy {
        /// Who.
        #[schema(min_length = 1, max_length = 200)]
        who: String,
        /// Why not she herself.
        #[schema(min_length = 1, max_length = 500)]
        why: String,
    },
}

/// That a consent was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Why, if it was said.
    #[schema(max_length = 500)]
    pub reason: String,
    /// By the person herself with her receipt, not by a colleague for her.
    pub by_person: bool,
}

/// That something was shared, or is about to be, because a life was in danger and nobody could be
/// asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// With whom.
    #[schema(value_type = Uuid)]
    pub recipient: OrganisationId,
    /// What.
    #[schema(max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// Whose life, and why nobody could be asked.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
    /// Which supervisor looked at it, and when.
    #[serde(default)]
    pub signed_off: Option<SignedOff>,
}

impl Section for Override {
    const KIND: &'static str = "consent_override";
}

/// That a supervisor looked at an override.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedOff {
    /// Who.
    #[schema(max_length = 200)]
    pub by: String,
    /// When.
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
