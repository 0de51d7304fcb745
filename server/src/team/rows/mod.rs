//! The tables `accounts`, `unlock_methods`, `deliveries`, `invitations`, `agreements`.

mod accounts;
mod agreements;
mod deliveries;
mod invitations;
mod unlocks;

pub(super) use accounts::*;
pub(super) use agreements::*;
pub(super) use deliveries::*;
pub(super) use invitations::*;
pub(super) use unlocks::*;
