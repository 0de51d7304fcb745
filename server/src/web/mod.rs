//! The HTTP side of an act: what handlers in every room's `api.rs` are made of.
//!
//! A handler takes a [`Door`] and perhaps a [`Body`], hands one closure to the door and gives back
//! what it answers. It holds no rule. Retries, lost updates, limits and problems live here, once.

mod body;
mod changes;
mod door;
mod listing;
mod multipart;
mod once;
mod problem;
mod repeats;
mod reply;
mod routes;
mod schemas;
mod who;

pub use body::{Body, OpenBody, digest_of, read_body};
pub(crate) use body::{PARSED_AT_ONCE, read_small};
pub use changes::{Changes, MERGE_PATCH};
pub use door::Door;
pub use listing::{Listing, PageQuery, bad_cursor};
pub use multipart::{Part, parts};
pub use problem::{PROBLEM_JSON, Problem, ProblemBody, problem_response};
pub(crate) use problem::{reference, status_of};
pub(crate) use repeats::RepeatKey;
pub use repeats::sweep_answers;
pub use reply::{Answer, Reply, etag};
pub use routes::Routes;
pub use schemas::{Schemas, Shape};
pub(crate) use who::{app_of, caller_of, check_address};
