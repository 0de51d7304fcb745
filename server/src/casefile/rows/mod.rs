//! The tables `cases`, `case_records`, `grants`, `grants_before` and `cards`.

mod before;
mod cards;
mod cases;
mod grants;
mod records;

pub(super) use before::*;
pub(super) use cards::*;
pub(super) use cases::*;
pub(super) use grants::*;
pub(super) use records::*;
