//! What must happen by when.

use amparo_store::{AccountId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::removal::{Removal, next_removal};
use crate::casefile::{NextKind, NextStep, Section};
use crate::foundation::{Fault, Refusal};

/// Something that must happen by a certain time. A missed deadline can cost the person a right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What must happen, in a few words: 1 to 300 characters. Lists show it: write no names.
    #[schema(min_length = 1, max_length = 300)]
    pub what: String,
    /// What sort of task it is.
    pub kind: TaskKind,
    /// By when it must have happened (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub due: Moment,
    /// The clock on which `due` was said, as the IANA names it: `Europe/Athens`. It decides how the
    /// time is shown.
    #[schema(min_length = 1, max_length = 64)]
    pub time_zone: String,
    /// The member who does it. Absent: whoever works the case.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub owner: Option<AccountId>,
    /// Why it must happen. At most 1000 characters.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub reason: String,
    /// That it happened, or does not have to any more. Absent while it is open; null opens it
    /// again.
    #[serde(default)]
    pub done: Option<Done>,
}

impl Section for Task {
    const KIND: &'static str = "task";
}

/// What sort of task it is. `deadline`: a day after which a right is gone. `reporting`: the person
/// must report to an authority. `contact_attempt`: trying to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// A day after which a right is gone.
    Deadline,
    /// A hearing.
    Hearing,
    /// A bond.
    Bond,
    /// An appeal.
    Appeal,
    /// A removal.
    Removal,
    /// Something medical.
    Medical,
    /// Reporting to an authority.
    Reporting,
    /// Trying to reach somebody.
    ContactAttempt,
    /// Something else.
    Other,
}

/// When a task was done, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// When it was done (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// What came of it. At most 1000 characters.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub note: String,
}

impl Task {
    /// Refuses a clock that nobody has.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.time_zone.parse::<chrono_tz::Tz>().is_ok() {
            return Ok(());
        }
        Err(Refusal::Invalid(vec![Fault::at(
            "/time_zone",
            "unknown",
            "is not a time zone of the IANA, such as Europe/Athens",
        )]))
    }
}

/// What comes first: of the tasks that are not done, or of the removals that are ahead. Of two at
/// the same moment, the removal.
pub fn next_of<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    removals: impl IntoIterator<Item = &'a Removal>,
) -> Option<NextStep> {
    let removal = next_removal(removals);
    let task = next_task(tasks);
    removal.into_iter().chain(task).min_by_key(|step| step.due)
}

fn next_task<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> Option<NextStep> {
    tasks
        .into_iter()
        .filter(|task| task.done.is_none())
        .min_by_key(|task| task.due)
        .map(|task| NextStep {
            due: task.due,
            // The frame of a card is small.
            what: task.what.chars().take(60).collect(),
            kind: NextKind::Task,
            time_zone: Some(task.time_zone.clone()),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(what: &str, due: &str) -> Task {
        serde_json::from_value(serde_json::json!({
            "what": what, "kind": "hearing", "due": due, "time_zone": "America/Chicago",
        }))
        .unwrap()
    }

    #[test]
    fn the_next_step_is_the_earliest_that_is_not_done() {
        let mut tasks = [
            task("appeal", "2026-12-09T15:00:00Z"),
            task("hearing", "2026-12-01T15:00:00Z"),
        ];
        assert_eq!(next_of(&tasks, []).unwrap().what, "hearing");
        tasks[1].done = Some(Done {
            at: "2026-11-24T00:00:00Z".parse().unwrap(),
            note: String::new(),
        });
        assert_eq!(next_of(&tasks, []).unwrap().what, "appeal");
        assert_eq!(next_of([], []), None);
    }

    #[test]
    fn long_words_are_cut_between_signs() {
        let step = next_of(&[task(&"é".repeat(300), "2026-12-09T15:00:00Z")], []).unwrap();
        assert_eq!(step.what.chars().count(), 60);
    }

    #[test]
    fn a_clock_must_exist() {
        let mut one = task("hearing", "2026-12-01T15:00:00Z");
        assert!(one.check().is_ok());
        one.time_zone = "Europe/Atlantis".to_owned();
        assert!(one.check().is_err());
    }
}
