//! Opening, assigning, entries, custody, needs, lists, search, closing, reopening.
//!
//! Invariants: the card is computed from the file by one function, so lists never say what the
//! file does not; a list and a search answer with pseudonyms, never with names; nothing is changed
//! in a closed case until it is reopened. Deliberately absent: a table of who works which case.
//! That stands on the sealed card.

use utoipa_actix_web::service_config::ServiceConfig;

mod assessment;
mod checks;
mod model;
mod needs;
mod open;
mod summary;

pub use assessment::*;
pub use model::*;
pub use needs::set_need;
pub use open::{Opening, open};
pub use summary::refresh;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
