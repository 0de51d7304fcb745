//! The person's own door: status, letters, who has seen the file, stop sharing, erase.
//!
//! A receipt is 18 digits. What comes out of them by one run of Argon2 is the tag the row is found
//! by and the person's mailbox, which nobody else can open. Invariants: the digits are in no row
//! and no log; a letter is sealed to its reader and once more to its writer; which case a receipt
//! belongs to shows, whose it is does not. Deliberately absent: any way to a receipt that was lost.
//! A receipt lapses a year after its last use. The cost of Argon2 cannot be read before the digits
//! are known, so a change of it means a second run until the last receipt of before has lapsed.

mod api;
mod bodies;
mod helpers;
mod issue;
mod letters;
mod looks;
mod model;
mod pages;
mod person;
mod renew;
mod reserve;
mod rows;
mod seals;
mod sessions;
mod stops;
mod sweep;

pub use api::routes;
pub use bodies::*;
pub use helpers::{
    contact_stopped_by_intake, letters_of_intake, unread_by_intake, write_for_intake,
};
pub use issue::{
    attach_case, case_has_one, is_there, issue, reseal_for_case, set_step, still_there,
};
pub use looks::tell_of_case;
pub use model::*;
pub use pages::{case_pages, pages, panel};
pub use renew::{FormerLetter, letters_behind, renew_letter};
pub use reserve::{Ready, fill, ready};
pub use sessions::{MOST_FAILURES, resume};
pub use sweep::sweep;
