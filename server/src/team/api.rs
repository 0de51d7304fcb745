//! The room's part of the API.

use super::{api_members, api_partners, api_sessions};
use crate::foundation::web::Routes;

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api_sessions::routes(api);
    api_members::routes(api);
    api_partners::routes(api);
}
