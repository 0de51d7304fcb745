//! First contact: triage first, a priority with its reasons, sealed to the queue, a receipt.

use utoipa_actix_web::service_config::ServiceConfig;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
