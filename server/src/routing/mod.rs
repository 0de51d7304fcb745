//! Which service could meet a need: hard filters, then a ranking whose every point is a sentence.

use utoipa_actix_web::service_config::ServiceConfig;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
