//! What they agreed to share, with whom, until when; withdrawal.
//!
//! Invariant: consent is proof, not a tick. Code that shares takes a [`Covering`]; only a consent
//! that covers the sharing today, or a recorded override, makes one. Deliberately absent: the
//! route of a withdrawal. Ending what is shared already is for `referrals`, which calls
//! [`withdraw()`].

mod api;
mod asked;
mod covering;
mod give;
mod model;
mod overrides;
mod withdraw;

pub use api::routes;
pub use asked::give_one;
pub use covering::{Basis, Covering, covering, towards};
pub use give::{check, give};
pub use model::*;
pub use overrides::{override_vital_interest, sign_off};
pub use withdraw::withdraw;
