//! What must happen by when: deadlines, hearings, contact attempts.
//!
//! Invariant: the card's next step is the earliest task that is not done, or a removal before that. Deliberately absent:
//! reminders by mail; a mail would say that there is a case.

mod agenda;
mod api;
mod model;
mod pages;
mod records;
mod removal;

pub use api::routes;
pub use model::*;
pub use pages::pages;
pub use records::{add, add_one, change, finish_next, one, tell_next};
pub use removal::*;
