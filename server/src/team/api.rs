//! The room's part of the API.

use utoipa_actix_web::service_config::ServiceConfig;

use super::{api_members, api_partners, api_sessions};

/// The room's part of the API.
pub fn routes(api: &mut ServiceConfig<'_>) {
    api_sessions::routes(api);
    api_members::routes(api);
    api_partners::routes(api);
}
