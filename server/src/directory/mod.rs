//! Organisations, services, places; importers; the Open Referral read API.

use utoipa_actix_web::service_config::ServiceConfig;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
