//! What they agreed to share, with whom, until when; withdrawal. Consent is proof, not a tick.

use utoipa_actix_web::service_config::ServiceConfig;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
