//! One need of one case offered to one organisation: notice first, packet on acceptance.

use utoipa_actix_web::service_config::ServiceConfig;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
