//! The room's part of the API.

use crate::web::Routes;

pub(super) mod members;
mod partners;
mod sessions;

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    sessions::routes(api);
    members::routes(api);
    partners::routes(api);
}
