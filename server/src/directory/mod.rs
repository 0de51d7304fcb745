//! Organisations, services, places; importers; the Open Referral read API.

pub mod import;

use utoipa_actix_web::service_config::ServiceConfig;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
