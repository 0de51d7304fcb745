//! Where rooms register their operations: the same list for serving and for the document.
//!
//! The document is made once. Were it made again for every worker that serves, each would keep the
//! memory that this took.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

/// Takes what a room registers.
pub enum Routes<'a, 'b> {
    /// For requests.
    Serve(&'a mut web::ServiceConfig),
    /// For the OpenAPI document.
    Describe(&'a mut ServiceConfig<'b>),
}

impl std::fmt::Debug for Routes<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Routes(..)")
    }
}

impl Routes<'_, '_> {
    /// Registers one operation.
    pub fn service<T>(&mut self, operation: T) -> &mut Self
    where
        T: HttpServiceFactory + OpenApiFactory + 'static,
    {
        match self {
            Self::Serve(config) => {
                config.service(operation);
            }
            Self::Describe(config) => {
                config.service(operation);
            }
        }
        self
    }
}
