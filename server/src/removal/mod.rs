//! What is due after somebody left: new keys for her groups and their cases, and what waits sealed
//! anew, until nothing that is written from then on opens for her.
//!
//! What must stay true: everything that is due is counted, so that nothing left means that the
//! removal has ended; each step is an act of its own, so a request may end at any place and the next
//! one goes on there; a thing that cannot be done now stops no other. Groups first: nothing is sealed
//! anew to a key that is itself due. Known limit: what she read or copied before stays read.

mod api;
mod finish;
mod model;
mod pages;

pub use api::routes;
pub use finish::{debt, finish};
pub use model::{GroupDue, RemovalDebt};
pub use pages::pages;
