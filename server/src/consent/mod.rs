//! What they agreed to share, with whom, until when; withdrawal.
//!
//! Invariant: consent is proof, not a tick. Code that shares takes a [`Covering`]; only a consent
//! that covers the sharing today, or a recorded override, makes one. Deliberately absent: the
//! routes of a withdrawal and of an objection. Ending what is shared already is for `referrals`,
//! which calls [`withdraw()`] and [`object()`].

mod api;
mod asked;
mod covering;
mod give;
mod model;
mod overrides;
mod rules;
mod withdraw;

pub use api::routes;
pub use asked::give_one;
pub use covering::{Basis, Covering, Other, covering, others_towards, towards};
pub use give::{check, give, must_be_of};
pub use model::*;
pub use overrides::{
    NEVER_OVERRIDDEN, may_receive_overridden, object, override_vital_interest, sign_off,
};
pub use rules::{Subject, covers, covers_nothing, needs_of, proves};
pub use withdraw::withdraw;
