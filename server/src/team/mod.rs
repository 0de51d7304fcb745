//! Staff: accounts, roles, admission, sign-in, second factor, sessions, teams, partners' keys.
//!
//! Invariants: an administrator holds no key and can admit nobody. A newcomer's keys are born when
//! she sets her passphrase; a member who holds a group's key wraps it to her. A session that waits
//! for its second factor can do nothing else. Who belongs to which group stands only in sealed
//! keyrings and in the sealed register. Deliberately absent: a reset by mail.

mod accounts;
mod admit;
mod api;
mod deliveries;
mod enrol;
mod failures;
mod found;
mod invite;
mod limiter;
mod live;
mod members;
mod model;
mod own;
mod pages;
mod partners;
mod pins;
mod remove;
mod renew;
mod rotate;
mod rows;
mod sessions;
mod sign_in;
mod strong;
mod sweep;
mod teams;
mod telling;

pub use accounts::{Profile, colleague_name};
pub use admit::admit;
pub use api::routes;
pub use enrol::{Handout, NewMember};
pub use failures::jobs;
pub use found::{Founded, Founding, found};
pub use limiter::Limiter;
pub use live::{Holder, Session, ends_at};
pub use members::{MemberView, all_names, colleagues, key_administrators, names};
pub use model::*;
pub use pages::pages;
pub use partners::{PartnerView, agreement_with, partners};
pub use pins::pin_ledger;
pub use remove::removed_own_groups;
pub use rotate::{due, leave, rotate};
pub use sessions::{
    authenticate, begin_visit, end_all_of, end_token, find as find_session, renewed, resume,
    sign_out,
};
pub use sign_in::{second_factor as give_code, sign_in as give_passphrase};
pub use sweep::sweep;
pub use telling::tell_workers;
