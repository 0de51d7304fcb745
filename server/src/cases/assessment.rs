//! What points to forced labour or trafficking. Each indicator stands with its evidence; there is
//! deliberately no score: one may be enough, and several may not.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::Section;

/// One look at what was done to somebody. A later look is another assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The indicators of the ILO that were looked for.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub indicators: Vec<Indication>,
    /// As HTCDS writes it; none until somebody decided.
    #[serde(default)]
    pub trafficking_status: Option<TraffickingStatus>,
    /// What was done (Palermo protocol).
    #[serde(default)]
    #[schema(max_items = 5)]
    pub acts: Vec<TraffickingAct>,
    /// By what means, as HTCDS lists them.
    #[serde(default)]
    #[schema(max_items = 16)]
    pub means: Vec<TraffickingMeans>,
    /// For what purpose, as HTCDS lists them.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub purposes: Vec<Exploitation>,
    /// What else belongs to it.
    #[serde(default)]
    #[schema(max_length = 8000)]
    pub note: String,
}

impl Section for Assessment {
    const KIND: &'static str = "assessment";
}

/// One indicator and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Indication {
    /// Which.
    pub indicator: Indicator,
    /// How clearly it was seen.
    pub strength: Strength,
    /// What was seen or said.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub evidence: String,
}

/// The eleven indicators of forced labour of the ILO (2012).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// Abuse of vulnerability.
    AbuseOfVulnerability,
    /// Deception.
    Deception,
    /// Restriction of movement.
    RestrictionOfMovement,
    /// Isolation.
    Isolation,
    /// Physical and sexual violence.
    PhysicalAndSexualViolence,
    /// Intimidation and threats.
    IntimidationAndThreats,
    /// Retention of identity documents.
    RetentionOfIdentityDocuments,
    /// Withholding of wages.
    WithholdingOfWages,
    /// Debt bondage.
    DebtBondage,
    /// Abusive working and living conditions.
    AbusiveWorkingAndLivingConditions,
    /// Excessive overtime.
    ExcessiveOvertime,
}

/// How clearly an indicator was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Strong.
    Strong,
    /// Medium.
    Medium,
    /// Looked for and not seen.
    NoneSeen,
}

/// HTCDS 2.0: `traffickingstatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum TraffickingStatus {
    /// Possibly.
    PossibleVictimOfTrafficking,
    /// Yes.
    ActualVictimOfTrafficking,
    /// No.
    NotAVictimOfTrafficking,
}

/// The acts of the Palermo protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TraffickingAct {
    /// Recruitment.
    Recruitment,
    /// Transportation.
    Transportation,
    /// Transfer.
    Transfer,
    /// Harbouring.
    Harbouring,
    /// Receipt.
    Receipt,
}

/// HTCDS 2.0: `methodsofcontrol`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum TraffickingMeans {
    /// Physical threats.
    PhysicalThreats,
    /// Threats of law enforcement.
    ThreatsLawEnforcement,
    /// Threats to children or family.
    ThreatensChildrenFamily,
    /// Debt bondage.
    DebtBondage,
    /// False promises.
    FalsePromises,
    /// Physical abuse.
    PhysicalAbuse,
    /// Sexual abuse.
    SexualAbuse,
    /// Takes earnings.
    TakesEarnings,
    /// Restricts access to money.
    RestrictsFinancialAccess,
    /// Restricts medical care.
    RestrictsMedicalCare,
    /// Withholds necessities.
    WithholdsNecessities,
    /// Psychological abuse.
    PsychologicalAbuse,
    /// Psychoactive substances.
    PsychoactiveSubstance,
    /// Excessive working hours.
    ExcessiveWorkingHours,
    /// Withholds documents.
    WithholdsDocuments,
    /// Something else.
    Other,
}

/// HTCDS 2.0: `typeofexploitation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum Exploitation {
    /// Forced labour.
    ForcedLabour,
    /// Sexual exploitation.
    SexualExploitation,
    /// Child labour.
    ChildLabour,
    /// Forced marriage.
    ForcedMarriage,
    /// Servitude.
    Servitude,
    /// Forced into arms by those who are no state.
    ForcedMilitaryByNonStateActors,
    /// Removal of organs.
    OrganRemoval,
    /// Forced begging.
    ForcedBegging,
    /// Forced adoption.
    ForcedAdoption,
    /// Surrogacy.
    Surrogacy,
    /// Something else.
    Other,
}
