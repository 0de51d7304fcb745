//! How soon somebody must act in a case: computed from its records and the clock, with reasons.
//! Pure.
//!
//! What must stay true: the most urgent counts, whoever said it; what people set on the sheet may
//! raise what the records say and never lowers it. *Unknown* never counts as *no*.

use amparo_store::{Day, Moment};
use serde::Serialize;
use utoipa::ToSchema;

use super::assessment::{Assessment, Strength};
use super::model::{Custody, Need, Sheet};
use crate::casefile::removal_urgency;
use crate::people::{AgeBand, Part, Person};
use crate::tasks::{Removal, RemovalState};
use crate::words::{Priority, YesNoUnknown};

/// One reason for the urgency of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct UrgencyReason {
    /// The rule that makes the case so urgent.
    pub code: UrgencyRule,
    /// The priority that this rule gives. The most urgent one counts.
    pub priority: Priority,
}

/// A rule that makes a case urgent. `sheet`: somebody set it there. `need`: a need that is not met
/// is that urgent. `removal`: a removal is ahead. `removal_passed`: its time is over, and nobody
/// knows what happened. `removal_feared`: the day is not known. `age_unknown`: there are signs of
/// exploitation, and nobody knows whether it is a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UrgencyRule {
    /// The time of a removal is over, and nobody knows what happened.
    RemovalPassed,
    /// A removal is ahead.
    Removal,
    /// A removal is feared; its day is not known.
    RemovalFeared,
    /// A child is held.
    ChildDetained,
    /// Somebody is held.
    Detained,
    /// It is about a child.
    #[serde(rename = "under_18")]
    Under18,
    /// There are signs of exploitation, and nobody knows whether it is a child.
    AgeUnknown,
    /// The person is pregnant or has children along.
    PregnantOrWithChildren,
    /// A need that is not met is that urgent.
    Need,
    /// Somebody set it on the sheet.
    Sheet,
}

/// What the urgency of a case is computed from.
pub struct Facts<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Everybody in the case.
    pub people: Vec<&'a Person>,
    /// Every stay.
    pub custody: Vec<&'a Custody>,
    /// Every need.
    pub needs: Vec<&'a Need>,
    /// Every removal.
    pub removals: Vec<&'a Removal>,
    /// Every assessment.
    pub assessments: Vec<&'a Assessment>,
}

/// Every reason, the most urgent first.
pub fn reasons(facts: &Facts<'_>, now: Moment) -> Vec<UrgencyReason> {
    let mut reasons = standing(facts, now.to_day());
    reasons.extend(facts.removals.iter().filter_map(|it| by_clock(it, now)));
    reasons.sort_by_key(|reason| (reason.priority, reason.code));
    reasons.dedup();
    reasons
}

/// The priority by everything but the clock of a removal, which a card counts by itself.
pub fn priority_standing(facts: &Facts<'_>, today: Day) -> Priority {
    let reasons = standing(facts, today);
    let each = reasons.iter().map(|reason| reason.priority);
    each.min().unwrap_or(facts.sheet.priority)
}

fn by_clock(removal: &Removal, now: Moment) -> Option<UrgencyReason> {
    let at = removal.at()?;
    let passed = at < now && removal.state != RemovalState::Boarded;
    Some(UrgencyReason {
        code: match passed {
            true => UrgencyRule::RemovalPassed,
            false => UrgencyRule::Removal,
        },
        priority: removal_urgency(at, now),
    })
}

fn standing(facts: &Facts<'_>, today: Day) -> Vec<UrgencyReason> {
    let held = facts.custody.iter().any(|stay| stay.left.is_none());
    let about: Vec<&&Person> = facts
        .people
        .iter()
        .filter(|it| matches!(it.part, Part::Main | Part::Child))
        .collect();
    let ages = || about.iter().map(|person| person.age_band(today));
    let is_child = ages().any(|age| age == AgeBand::Child);
    let is_unknown = about.is_empty() || ages().any(|age| age == AgeBand::Unknown);
    let feared = |it: &&Removal| it.is_ahead() && it.day.is_none();
    let with_children = |it: &&&Person| it.pregnant_or_with_children == YesNoUnknown::Yes;
    let rules = [
        (held && is_child, UrgencyRule::ChildDetained, Priority::P1),
        (held, UrgencyRule::Detained, Priority::P2),
        (is_child, UrgencyRule::Under18, Priority::P2),
        (
            is_unknown && facts.assessments.iter().any(|it| points_at_it(it)),
            UrgencyRule::AgeUnknown,
            Priority::P2,
        ),
        (
            about.iter().any(with_children),
            UrgencyRule::PregnantOrWithChildren,
            Priority::P2,
        ),
        (
            facts.removals.iter().any(feared),
            UrgencyRule::RemovalFeared,
            Priority::P2,
        ),
        (true, UrgencyRule::Sheet, facts.sheet.priority),
    ];
    let unmet = facts.needs.iter().filter(|need| need.status.is_unmet());
    let needs = unmet
        .map(|need| (true, UrgencyRule::Need, need.urgency))
        .min_by_key(|it| it.2);
    let holding = rules.into_iter().chain(needs).filter(|(holds, ..)| *holds);
    let each = holding.map(|(_, code, priority)| UrgencyReason { code, priority });
    each.collect()
}

fn points_at_it(assessment: &Assessment) -> bool {
    let mut indicators = assessment.indicators.iter();
    indicators.any(|one| one.strength != Strength::NoneSeen)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read<T: serde::de::DeserializeOwned>(body: Value) -> T {
        serde_json::from_value(body).unwrap()
    }

    struct Parts {
        sheet: Sheet,
        people: Vec<Person>,
        custody: Vec<Custody>,
        needs: Vec<Need>,
        removals: Vec<Removal>,
        assessments: Vec<Assessment>,
    }

    fn of(body: &Value) -> (Priority, Vec<String>) {
        let or_none = |name: &str| match body[name].clone() {
            Value::Null => json!([]),
            it => it,
        };
        let parts = Parts {
            sheet: read(json!({ "priority": body["sheet"].as_str().unwrap_or("P4") })),
            people: read(or_none("people")),
            custody: read(or_none("custody")),
            needs: read(or_none("needs")),
            removals: read(or_none("removals")),
            assessments: read(or_none("assessments")),
        };
        let facts = Facts {
            sheet: &parts.sheet,
            people: parts.people.iter().collect(),
            custody: parts.custody.iter().collect(),
            needs: parts.needs.iter().collect(),
            removals: parts.removals.iter().collect(),
            assessments: parts.assessments.iter().collect(),
        };
        let reasons = reasons(&facts, "2026-11-24T12:00:00Z".parse().unwrap());
        let said = |it: &UrgencyReason| serde_json::to_value(it.code).unwrap();
        let codes = reasons
            .iter()
            .map(|it| said(it).as_str().unwrap().to_owned());
        (reasons[0].priority, codes.collect())
    }

    #[test]
    fn every_rule_but_removals() {
        use Priority::{P1, P2, P4};
        let child = json!([{ "age_estimate": 12 }]);
        let strong = json!([{ "indicators": [
            { "indicator": "deception", "strength": "strong", "evidence": "other work" },
        ] }]);
        for (body, priority, codes) in [
            (json!({}), P4, vec!["sheet"]),
            (json!({ "sheet": "P1" }), P1, vec!["sheet"]),
            (
                json!({ "needs": [{ "category": "health", "urgency": "P1" }] }),
                P1,
                vec!["need", "sheet"],
            ),
            // What is met counts no more.
            (
                json!({ "needs": [{ "category": "health", "urgency": "P1", "status": "met" }] }),
                P4,
                vec!["sheet"],
            ),
            (
                json!({ "custody": [{ "facility": "Amygdaleza" }] }),
                P2,
                vec!["detained", "sheet"],
            ),
            (
                json!({ "custody": [{ "facility": "Amygdaleza", "left": "2026-11-20" }] }),
                P4,
                vec!["sheet"],
            ),
            (json!({ "people": child }), P2, vec!["under_18", "sheet"]),
            (
                json!({ "people": child, "custody": [{ "facility": "Amygdaleza" }] }),
                P1,
                vec!["child_detained", "detained", "under_18", "sheet"],
            ),
            (
                json!({ "people": [{}], "assessments": strong }),
                P2,
                vec!["age_unknown", "sheet"],
            ),
            (
                json!({ "people": [{ "age_estimate": 30 }], "assessments": strong }),
                P4,
                vec!["sheet"],
            ),
            (
                json!({ "people": [{ "pregnant_or_with_children": "yes" }] }),
                P2,
                vec!["pregnant_or_with_children", "sheet"],
            ),
        ] {
            let codes = codes.into_iter().map(ToOwned::to_owned).collect();
            assert_eq!(of(&body), (priority, codes), "{body}");
        }
    }

    #[test]
    fn every_rule_of_removals() {
        use Priority::{P1, P2, P3, P4};
        let on = |day: &str| json!([{ "day": day, "time": "12:00" }]);
        for (body, priority, codes) in [
            (
                json!({ "removals": [{}] }),
                P2,
                vec!["removal_feared", "sheet"],
            ),
            (
                json!({ "removals": on("2026-11-27") }),
                P1,
                vec!["removal", "sheet"],
            ),
            (
                json!({ "removals": on("2026-11-28") }),
                P2,
                vec!["removal", "sheet"],
            ),
            (
                json!({ "removals": on("2026-12-24") }),
                P3,
                vec!["removal", "sheet"],
            ),
            (
                json!({ "removals": on("2026-11-23") }),
                P1,
                vec!["removal_passed", "sheet"],
            ),
            (
                json!({ "removals": [{ "day": "2026-11-25", "state": "failed" }] }),
                P4,
                vec!["sheet"],
            ),
        ] {
            let codes = codes.into_iter().map(ToOwned::to_owned).collect();
            assert_eq!(of(&body), (priority, codes), "{body}");
        }
    }
}
