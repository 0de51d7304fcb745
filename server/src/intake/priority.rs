//! How soon: rules that are shown as reasons. Pure, and the same for the volunteer's screen, the
//! queue and the case. *Unknown* never counts as *no*.

use amparo_store::{Day, Moment};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{ContactOutcome, Intake, Triage};
use crate::words::{NeedCategory, Priority, YesNoUnknown};

/// A removal within so many days is for now.
const REMOVAL_NOW: i64 = 3;
/// A removal within so many days is for today.
const REMOVAL_TODAY: i64 = 14;

/// Minutes within which somebody looks into what is for now.
pub const LOOK_WITHIN: i64 = 15;

/// Whether something has waited longer than it may. Only what is for now has a limit of minutes.
pub fn waits_too_long(priority: Priority, since: Moment, now: Moment) -> bool {
    priority == Priority::P1 && since.plus(TimeDelta::minutes(LOOK_WITHIN)) < now
}

/// One rule that makes an intake as urgent as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PriorityReason {
    /// The rule, as a code from a closed list.
    pub code: String,
    /// The same in an English sentence for people.
    pub says: String,
    /// The priority that this rule gives. The most urgent one counts.
    pub priority: Priority,
}

/// The priority on a day, and every reason for it, most urgent first.
pub fn priority(intake: &Intake, today: Day) -> (Priority, Vec<PriorityReason>) {
    let mut reasons = computed(intake, today);
    let by_rules = most_urgent(&reasons);
    if let Some(raised) = &intake.priority_raised
        && raised.to < by_rules
    {
        reasons.push(reason(raised.to, "raised", &raised.reason));
    }
    reasons.sort_by_key(|reason| reason.priority);
    (most_urgent(&reasons), reasons)
}

/// The priority by the rules alone: a volunteer may raise it, never lower it.
pub fn by_rules(intake: &Intake, today: Day) -> Priority {
    most_urgent(&computed(intake, today))
}

fn most_urgent(reasons: &[PriorityReason]) -> Priority {
    reasons
        .iter()
        .map(|reason| reason.priority)
        .min()
        .unwrap_or(Priority::P4)
}

fn computed(intake: &Intake, today: Day) -> Vec<PriorityReason> {
    let others = [
        (
            intake.needs.iter().copied().any(is_pressing),
            Priority::P3,
            "pressing_need",
            "Legal help, care, shelter or safety is missing.",
        ),
        (
            nobody_could_ask(intake),
            Priority::P3,
            "not_asked",
            "None of the first questions was answered: unknown is not no.",
        ),
    ];
    answered(&intake.triage)
        .into_iter()
        .chain(others)
        .filter(|(holds, ..)| *holds)
        .map(|(_, priority, code, says)| reason(priority, code, says))
        .chain(intake.triage.removal.date.map(|day| removal(day, today)))
        .collect()
}

type Rule = (bool, Priority, &'static str, &'static str);

fn answered(triage: &Triage) -> [Rule; 7] {
    let yes = |answer: YesNoUnknown| answer == YesNoUnknown::Yes;
    let (detained, child) = (yes(triage.detained), yes(triage.under_18));
    [
        (
            yes(triage.danger_now),
            Priority::P1,
            "danger_now",
            "Somebody is in danger now.",
        ),
        (
            yes(triage.urgent_medical),
            Priority::P1,
            "urgent_medical",
            "Somebody needs a doctor now.",
        ),
        (
            detained && child,
            Priority::P1,
            "child_detained",
            "A child is detained.",
        ),
        (detained, Priority::P2, "detained", "Somebody is detained."),
        (child, Priority::P2, "under_18", "The person is under 18."),
        (
            yes(triage.pregnant_or_with_children),
            Priority::P2,
            "pregnant_or_with_children",
            "The person is pregnant or has children along.",
        ),
        (
            yes(triage.removal.feared) && triage.removal.date.is_none(),
            Priority::P2,
            "removal_feared",
            "Removal is feared; the day is not known.",
        ),
    ]
}

fn removal(date: Day, today: Day) -> PriorityReason {
    let days = (date.to_date() - today.to_date()).num_days();
    if days < 0 {
        let says = "The day of removal has passed: find out what happened.";
        reason(Priority::P1, "removal_passed", says)
    } else if days <= REMOVAL_NOW {
        let says = "Removal is planned within 72 hours.";
        reason(Priority::P1, "removal_72_hours", says)
    } else if days <= REMOVAL_TODAY {
        let says = "Removal is planned within 14 days.";
        reason(Priority::P2, "removal_14_days", says)
    } else {
        let says = "A day of removal is known.";
        reason(Priority::P3, "removal_known", says)
    }
}

fn is_pressing(need: NeedCategory) -> bool {
    matches!(
        need,
        NeedCategory::Legal
            | NeedCategory::Health
            | NeedCategory::MentalHealth
            | NeedCategory::Shelter
            | NeedCategory::Safety
    )
}

fn nobody_could_ask(intake: &Intake) -> bool {
    let triage = &intake.triage;
    intake.outcome == ContactOutcome::HelpWanted
        && intake.needs.is_empty()
        && triage.removal.date.is_none()
        && [
            triage.danger_now,
            triage.detained,
            triage.urgent_medical,
            triage.under_18,
            triage.pregnant_or_with_children,
            triage.removal.feared,
        ]
        .iter()
        .all(|answer| *answer == YesNoUnknown::Unknown)
}

fn reason(priority: Priority, code: &str, says: &str) -> PriorityReason {
    PriorityReason {
        code: code.to_owned(),
        says: says.to_owned(),
        priority,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn of(body: Value) -> (Priority, Vec<String>) {
        let intake: Intake = serde_json::from_value(body).unwrap();
        let (priority, reasons) = priority(&intake, "2026-11-24".parse().unwrap());
        (
            priority,
            reasons.into_iter().map(|reason| reason.code).collect(),
        )
    }

    fn asked(triage: Value) -> Value {
        let mut body = json!({ "outcome": "help_wanted", "triage": { "danger_now": "no" } });
        for (key, value) in triage.as_object().unwrap() {
            body["triage"][key] = value.clone();
        }
        body
    }

    #[test]
    fn every_rule_of_triage() {
        use Priority::{P1, P2, P3, P4};
        let date = |day: &str| json!({ "removal": { "date": day } });
        let table = [
            (json!({ "danger_now": "yes" }), P1, vec!["danger_now"]),
            (
                json!({ "urgent_medical": "yes" }),
                P1,
                vec!["urgent_medical"],
            ),
            (
                json!({ "detained": "yes", "under_18": "yes" }),
                P1,
                vec!["child_detained", "detained", "under_18"],
            ),
            (json!({ "detained": "yes" }), P2, vec!["detained"]),
            (
                json!({ "detained": "yes", "under_18": "unknown" }),
                P2,
                vec!["detained"],
            ),
            (json!({ "under_18": "yes" }), P2, vec!["under_18"]),
            (
                json!({ "pregnant_or_with_children": "yes" }),
                P2,
                vec!["pregnant_or_with_children"],
            ),
            (
                json!({ "removal": { "feared": "yes" } }),
                P2,
                vec!["removal_feared"],
            ),
            (date("2026-11-23"), P1, vec!["removal_passed"]),
            (date("2026-11-24"), P1, vec!["removal_72_hours"]),
            (date("2026-11-27"), P1, vec!["removal_72_hours"]),
            (date("2026-11-28"), P2, vec!["removal_14_days"]),
            (date("2026-12-08"), P2, vec!["removal_14_days"]),
            (date("2026-12-09"), P3, vec!["removal_known"]),
            (json!({ "detained": "no" }), P4, vec![]),
            (json!({ "safe_to_call_back": "no" }), P4, vec![]),
        ];
        for (triage, priority, codes) in table {
            let expected: Vec<String> = codes.into_iter().map(ToOwned::to_owned).collect();
            assert_eq!(of(asked(triage.clone())), (priority, expected), "{triage}");
        }
    }

    #[test]
    fn only_what_is_for_now_waits_too_long() {
        let since: Moment = "2026-11-24T08:00:00Z".parse().unwrap();
        let late = |priority, minutes| {
            waits_too_long(priority, since, since.plus(TimeDelta::minutes(minutes)))
        };
        assert!(!late(Priority::P1, 15));
        assert!(late(Priority::P1, 16));
        assert!(!late(Priority::P2, 600));
    }

    #[test]
    fn needs_and_silence() {
        for need in NeedCategory::ALL {
            let mut body = asked(json!({}));
            body["needs"] = json!([need]);
            let expected = if is_pressing(need) {
                Priority::P3
            } else {
                Priority::P4
            };
            assert_eq!(of(body).0, expected, "{need:?}");
        }
        let dropped = of(json!({ "outcome": "help_wanted" }));
        assert_eq!(dropped, (Priority::P3, vec!["not_asked".to_owned()]));
        assert_eq!(of(json!({ "outcome": "silent" })).0, Priority::P4);
    }

    #[test]
    fn a_volunteer_may_raise_and_never_lower() {
        let mut body = asked(json!({ "detained": "yes" }));
        body["priority_raised"] = json!({ "to": "P1", "reason": "she is being moved" });
        let (raised, reasons) = of(body.clone());
        assert_eq!(raised, Priority::P1);
        assert_eq!(reasons, ["raised", "detained"]);
        body["priority_raised"]["to"] = json!("P4");
        assert_eq!(of(body), (Priority::P2, vec!["detained".to_owned()]));
    }
}
