//! In development each answer says how many statements it took, where a browser's tools show it.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::foundation::App;
use crate::foundation::statements::counted;

/// Adds `Server-Timing` (W3C) to every answer of a server that tells.
pub async fn tell_statements(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let app = request.app_data::<Data<App>>();
    if !app.is_some_and(|app| app.config.tells_statements) {
        return next.call(request).await;
    }
    let (answer, sent) = counted(next.call(request)).await;
    let mut answer = answer?;
    let told = HeaderValue::try_from(format!("db;desc=\"{sent} statements\""));
    if let Ok(told) = told {
        let name = HeaderName::from_static("server-timing");
        answer.headers_mut().insert(name, told);
    }
    Ok(answer)
}
