//! What every room stands on: the act, the app, the clock, the caller, refusals, settings, jobs.
//!
//! Invariants: nothing here knows a room; an act is committed only when somebody witnessed it;
//! a [`Broken`] never reaches a body. Deliberately absent: rules of casework, SQL of any table.

pub mod act;
pub mod app;
pub mod caller;
mod case_state;
pub mod clock;
pub mod config;
pub mod gate;
pub mod jobs;
mod keeper;
pub mod lanes;
pub mod marks;
mod memory;
pub mod reason;
pub mod refusal;
pub mod rng;
pub mod statements;
mod traces;

pub use act::Act;
pub use app::{App, Hooks};
pub use caller::{Caller, Member, Person, Role, Roles};
pub use case_state::CaseState;
pub use clock::Clock;
pub use config::Config;
pub use lanes::{Lane, Lanes};
pub use marks::{Mark, MarkedRow, RowKind};
pub use reason::{Reason, RefusalKind};
pub use refusal::{Broken, BrokenKind, Fault, Refusal};
pub use traces::{Afterwards, Label, LabelsOfCase, Line};
