//! What must happen by when: deadlines, hearings, contact attempts.

use utoipa_actix_web::service_config::ServiceConfig;

mod model;

pub use model::*;

/// The room's part of the API.
pub fn routes(_api: &mut ServiceConfig<'_>) {}
