//! The room's pages: the person's own, and what a case's page says of letters and wishes.

mod case;
mod person;

pub use case::{case_pages, panel};
pub use person::pages;
