//! Which service could meet a need: hard filters, then a ranking whose every point is a sentence.
//!
//! Invariants: what is ruled out is never ranked above what is not, and says what rules it out;
//! the same hard filters are checked again at the moment of sending ([`check_receiver`]); nothing
//! of a case leaves it by being asked about. Deliberately absent: sending, and a machine that
//! decides. The caseworker does.

mod agreed;
mod api;
mod index;
mod model;
mod rules;
mod score;
mod situation;
mod suggest;

pub use api::routes;
pub use index::{Found, Hit, Index, current};
pub use model::{
    Blocked, ConsentStand, ConsentState, Contact, Reason, ReasonCode, Suggestion,
    SuggestionRequest, Suggestions, Told, ToldOf, Weight,
};
pub use rules::{Block, Situation, Standing, block};
pub use score::{WEIGHTS, reasons, score};
pub use suggest::{check_receiver, suggest};
