//! What points to forced labour or trafficking. Each indicator stands with its evidence; there is
//! deliberately no score: one may be enough, and several may not.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::Section;

/// What points to forced labour or trafficking, as somebody saw it on one day. A later look is
/// another assessment. Sensitive: it can put the person in danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The indicators of forced labour (ILO, 2012) that were looked for, each at most once. One
    /// that is not listed was not looked for, which is not the same as `none_seen`.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub indicators: Vec<Indication>,
    /// The finding, in the words of HTCDS 2.0 (`traffickingstatus`). Absent until somebody decided.
    #[serde(default)]
    pub trafficking_status: Option<TraffickingStatus>,
    /// What was done to the person: the acts of the Palermo Protocol, article 3.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub acts: Vec<TraffickingAct>,
    /// How the person was controlled: HTCDS 2.0, `methodsofcontrol`.
    #[serde(default)]
    #[schema(max_items = 16)]
    pub means: Vec<TraffickingMeans>,
    /// What the person was exploited for: HTCDS 2.0, `typeofexploitation`.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub purposes: Vec<Exploitation>,
    /// Anything else that belongs to this look. At most 8000 characters.
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
    /// The indicator that was looked for.
    pub indicator: Indicator,
    /// How clearly it was seen. `none_seen`: it was looked for and is not there.
    pub strength: Strength,
    /// What was seen or said that speaks for it. At most 4000 characters.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub evidence: String,
}

/// One of the eleven indicators of forced labour of the ILO (2012), under their English names.
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

/// How clearly an indicator was seen. `none_seen`: it was looked for and is not there.
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

/// Whether somebody was found to be a victim of trafficking. HTCDS 2.0: `traffickingstatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum TraffickingStatus {
    /// Possibly.
    PossibleVictimOfTrafficking,
    /// Yes.
    ActualVictimOfTrafficking,
    /// No.
    NotAVictimOfTrafficking,
}

/// What was done, by article 3 of the Palermo Protocol: recruitment, transportation, transfer,
/// harbouring or receipt of a person.
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

/// How somebody was controlled. HTCDS 2.0: `methodsofcontrol`.
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

/// What somebody was exploited for. HTCDS 2.0: `typeofexploitation`.
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
