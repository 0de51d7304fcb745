//! The closed lists of the API that forms offer, as they stand in bodies.
//!
//! The texts are messages: `entry-kind-note` is the word `note` of the list `entry-kind`.

use crate::pages::Frame;

/// Every list, and its words in the order they are offered.
const LISTS: &[(&str, &[&str])] = &[
    ("priority", &["P1", "P2", "P3", "P4"]),
    (
        "entry-kind",
        &[
            "note",
            "call",
            "visit",
            "message",
            "decision",
            "document_note",
        ],
    ),
    (
        "need",
        &[
            "legal",
            "health",
            "mental_health",
            "shelter",
            "food_cash",
            "documents",
            "wages_labour",
            "family_tracing",
            "return_reintegration",
            "education",
            "interpretation",
            "safety",
        ],
    ),
    (
        "removal-state",
        &[
            "rumoured",
            "announced",
            "boarded",
            "carried_out",
            "stopped",
            "failed",
        ],
    ),
    (
        "removal-way",
        &[
            "charter",
            "commercial",
            "land",
            "sea",
            "pushback",
            "unknown",
        ],
    ),
    (
        "removal-stop",
        &["order", "medical", "no_document", "other"],
    ),
    ("need-where", &["here", "origin"]),
    ("need-status", &["open", "met", "dropped"]),
    ("part", &["main", "family", "child", "witness", "contact"]),
    (
        "gender",
        &[
            "Feminine",
            "Masculine",
            "TransgenderFeminine",
            "TransgenderMasculine",
            "NonConforming",
            "NonSpecifiedUnknown",
        ],
    ),
    (
        "identifier",
        &[
            "a_number",
            "detention_number",
            "passport",
            "nrm",
            "unhcr",
            "other",
        ],
    ),
    (
        "channel",
        &[
            "phone",
            "sms",
            "whatsapp",
            "signal",
            "mail",
            "visit",
            "through_somebody",
        ],
    ),
    ("whose", &["own", "shared", "facility", "other"]),
    ("answer", &["yes", "no", "unknown"]),
    (
        "task-kind",
        &[
            "deadline",
            "hearing",
            "bond",
            "appeal",
            "removal",
            "medical",
            "reporting",
            "contact_attempt",
            "other",
        ],
    ),
    (
        "section",
        &[
            "identity",
            "contact",
            "custody",
            "needs",
            "health",
            "trafficking",
            "immigration_status",
            "family",
            "documents",
            "notes",
        ],
    ),
    (
        "recipients",
        &["nobody_yet", "ask_each_time", "named", "any_partner"],
    ),
    (
        "purpose",
        &[
            "referral",
            "legal_representation",
            "medical",
            "shelter",
            "family_tracing",
            "statistics",
            "other",
        ],
    ),
    ("explained-by", &["me", "interpreter", "not_possible"]),
    ("given", &["spoken", "signed", "proxy"]),
    (
        "proxy-role",
        &[
            "parent",
            "guardian",
            "appointed",
            "lawyer_with_mandate",
            "other",
        ],
    ),
    (
        "child-view",
        &["agrees", "objects", "not_asked", "too_young"],
    ),
    ("child-decided", &["guardian", "best_interests"]),
    ("strength", &["strong", "medium", "none_seen"]),
    (
        "trafficking",
        &[
            "PossibleVictimOfTrafficking",
            "ActualVictimOfTrafficking",
            "NotAVictimOfTrafficking",
        ],
    ),
    (
        "trafficking-act",
        &[
            "recruitment",
            "transportation",
            "transfer",
            "harbouring",
            "receipt",
        ],
    ),
    (
        "trafficking-means",
        &[
            "PhysicalThreats",
            "ThreatsLawEnforcement",
            "ThreatensChildrenFamily",
            "DebtBondage",
            "FalsePromises",
            "PhysicalAbuse",
            "SexualAbuse",
            "TakesEarnings",
            "RestrictsFinancialAccess",
            "RestrictsMedicalCare",
            "WithholdsNecessities",
            "PsychologicalAbuse",
            "PsychoactiveSubstance",
            "ExcessiveWorkingHours",
            "WithholdsDocuments",
            "Other",
        ],
    ),
    (
        "exploitation",
        &[
            "ForcedLabour",
            "SexualExploitation",
            "ChildLabour",
            "ForcedMarriage",
            "Servitude",
            "ForcedMilitaryByNonStateActors",
            "OrganRemoval",
            "ForcedBegging",
            "ForcedAdoption",
            "Surrogacy",
            "Other",
        ],
    ),
    (
        "outcome",
        &[
            "resolved",
            "partly_resolved",
            "not_resolved",
            "passed_on",
            "withdrawn",
            "lost_contact",
            "removed",
            "died",
        ],
    ),
];

/// The eleven indicators of forced labour, in the order of the ILO.
pub(super) const INDICATORS: [&str; 11] = [
    "abuse_of_vulnerability",
    "deception",
    "restriction_of_movement",
    "isolation",
    "physical_and_sexual_violence",
    "intimidation_and_threats",
    "retention_of_identity_documents",
    "withholding_of_wages",
    "debt_bondage",
    "abusive_working_and_living_conditions",
    "excessive_overtime",
];

/// A list as a form offers it: the word and what it says.
pub(super) fn options(t: &Frame, list: &str) -> Vec<(&'static str, String)> {
    of(list)
        .iter()
        .map(|word| (*word, t.word(list, word)))
        .collect()
}

fn of(list: &str) -> &'static [&'static str] {
    LISTS
        .iter()
        .find(|(name, _)| *name == list)
        .map_or(&[], |(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::cases::{
        CaseOutcome, EntryKind, Exploitation, Indicator, NeedStatus, Side, Strength,
        TraffickingAct, TraffickingMeans, TraffickingStatus,
    };
    use crate::consent::{
        ChildDecision, ChildView, ExplainedBy, ProxyRole, Purpose, SharedSection,
    };
    use crate::languages::english;
    use crate::people::{ChannelKind, Gender, IdentifierKind, Part, Whose};
    use crate::tasks::{RemovalState, RemovalStop, RemovalWay, TaskKind};
    use crate::words::{NeedCategory, Priority, YesNoUnknown};

    fn known<T: DeserializeOwned>(words: &[&str]) {
        for word in words {
            let value = serde_json::Value::from(*word);
            assert!(serde_json::from_value::<T>(value).is_ok(), "{word}");
        }
    }

    #[test]
    fn every_word_is_one_of_the_api() {
        known::<Priority>(of("priority"));
        known::<EntryKind>(of("entry-kind"));
        known::<NeedCategory>(of("need"));
        known::<RemovalState>(of("removal-state"));
        known::<RemovalWay>(of("removal-way"));
        known::<RemovalStop>(of("removal-stop"));
        known::<Side>(of("need-where"));
        known::<NeedStatus>(of("need-status"));
        known::<Part>(of("part"));
        known::<Gender>(of("gender"));
        known::<IdentifierKind>(of("identifier"));
        known::<ChannelKind>(of("channel"));
        known::<Whose>(of("whose"));
        known::<YesNoUnknown>(of("answer"));
        known::<TaskKind>(of("task-kind"));
        known::<SharedSection>(of("section"));
        known::<Purpose>(of("purpose"));
        known::<ExplainedBy>(of("explained-by"));
        known::<ProxyRole>(of("proxy-role"));
        known::<ChildView>(of("child-view"));
        known::<ChildDecision>(of("child-decided"));
        known::<Strength>(of("strength"));
        known::<TraffickingStatus>(of("trafficking"));
        known::<TraffickingAct>(of("trafficking-act"));
        known::<TraffickingMeans>(of("trafficking-means"));
        known::<Exploitation>(of("exploitation"));
        known::<CaseOutcome>(of("outcome"));
        known::<Indicator>(&INDICATORS);
    }

    #[test]
    fn every_word_is_said() {
        for (list, words) in LISTS {
            for word in *words {
                assert!(english().shows(&format!("{list}-{word}")), "{list}-{word}");
            }
        }
        for word in INDICATORS {
            assert!(english().shows(&format!("indicator-{word}")), "{word}");
        }
    }
}
