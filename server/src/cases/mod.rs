//! Opening, assigning, entries, custody, needs, lists, search, closing, reopening.
//!
//! Invariants: the card is computed from the file by one function, so lists never say what the
//! file does not; a list and a search answer with pseudonyms, never with names; nothing is changed
//! in a closed case until it is reopened. Deliberately absent: a table of who works which case.
//! That stands on the sealed card.

mod access;
mod api;
mod assessment;
mod assign;
mod checks;
mod close;
mod first_contact;
mod history;
mod list;
mod model;
mod needs;
mod open;
mod pages;
mod people;
mod records;
mod rotate;
mod sheet;
mod stays;
mod summary;
mod urgency;
mod view;
mod workload;

pub use crate::casefile::rekey as renew;
pub use api::routes;
pub use assessment::*;
pub use assign::{Assignment, assign};
pub use close::{CaseOutcome, Closing, reopen_for_call};
pub use first_contact::{CaseOrigin, FirstAnswer, FirstCaller, FirstContact, FirstQuestion};
pub use list::{CaseListing, CaseRow, Found, SearchQuery, search};
pub use model::*;
pub use needs::set_need;
use open::open_own;
pub use open::{Opening, open};
pub use pages::{Beside, Panel, PanelRow, pages, show_overrides, supervisor_pages, team_pages};
pub use records::add_stay;
pub use rotate::all_behind as behind;
pub use stays::present as present_stay;
pub use summary::refresh;
pub use urgency::{UrgencyReason, UrgencyRule};
pub use workload::{Unassigned, Workload, assign_all, of_worker, spread, unassigned, workload};
