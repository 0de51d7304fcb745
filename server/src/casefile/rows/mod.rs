//! The tables `cases`, `case_records`, `grants` and `cards`.

mod cards;
mod cases;
mod grants;
mod records;

pub(super) use cards::*;
pub(super) use cases::*;
pub(super) use grants::*;
pub(super) use records::*;
