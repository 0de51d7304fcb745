//! The tables `accounts`, `unlock_methods`, `deliveries`, `invitations`, `sessions`, `agreements`.

mod accounts;
mod agreements;
mod deliveries;
mod invitations;
mod sessions;
mod unlocks;

pub(super) use accounts::*;
pub(super) use agreements::*;
pub(super) use deliveries::*;
pub(super) use invitations::*;
pub use sessions::SessionRow;
pub(super) use sessions::*;
pub(super) use unlocks::*;
