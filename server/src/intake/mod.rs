//! First contact: triage, priority, receipt; becoming a case or not.
//!
//! Invariants: only the outcome of a contact is required, and what nobody asked is unknown, not no;
//! the priority comes from rules that are shown as reasons, and a volunteer may raise it, never
//! lower it; what is handed over is sealed to the queue and closed to its writer; a draft lives 12
//! hours at most. Known limit: a writer of rows can put an intake back to an earlier state of its
//! handling, though not change what was said. Deliberately absent: a public form, and any field
//! that is needed to get help.

mod about;
mod api;
mod became;
mod become_case;
mod bodies;
mod drafts;
mod glances;
mod letters;
mod list;
mod merge;
mod model;
mod opening;
mod pages;
mod priority;
mod renew;
mod rows;
mod seals;
mod similar;
mod today;
mod triage;
mod views;
mod write;

use crate::foundation::jobs::{Runner, runner};

pub use api::routes;
pub use bodies::*;
pub use list::IntakeQuery;
pub use model::*;
pub use pages::pages;
pub use priority::{LOOK_WITHIN, PriorityReason, priority, waits_too_long};
pub use renew::{behind, renew};
pub use write::{EraseReport, ExpireDraft};

/// The room's jobs.
pub fn jobs() -> Vec<Runner> {
    vec![runner::<ExpireDraft>(), runner::<EraseReport>()]
}
