//! The page side of an act: what handlers in every room's `pages.rs` are made of.
//!
//! A handler takes a [`PageDoor`] and perhaps a [`Form`], hands one closure to the door and gives
//! back a [`Page`]. It holds no rule: it calls the same function of its room as `api.rs` does.
//! `docs/adding-a-page.md` says how, step by step. Language, tokens, repeated forms, kept input and
//! the pages of refusals live here, once.
//!
//! Deliberately absent: anything that needs a script, a third party, or a second cookie.

mod asset_names;
mod assets;
mod at;
mod cookie;
mod door;
mod fields;
mod files;
mod filled;
mod form;
mod frame;
mod lists;
mod menu;
mod moments;
mod names;
mod next;
mod origin;
mod qr;
mod saying;
mod sending;
mod site;
mod trouble;
mod typed;

pub use assets::routes as assets;
pub use at::At;
pub use cookie::NAME as COOKIE;
pub use door::{Page, PageDoor};
pub use fields::ascii as ascii_digits;
pub use files::FormWithFiles;
pub use filled::Filled;
pub use form::{Form, Nothing};
pub use frame::{Frame, Viewer};
pub use names::Names;
pub use next::{Next, POLICY, Shown, see_other};
pub use qr::png_data_uri;
pub use saying::{Passage, Said};
pub use sending::Sending;
pub use site::{Entry, Link, Site};
pub use trouble::Trouble;
pub use typed::{TypedReader, lines_of, saved_as, word_of};
