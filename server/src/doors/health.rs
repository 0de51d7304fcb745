//! `/health/live` and `/health/ready`: for whoever runs the machine. They say nothing else.

use actix_web::{HttpResponse, get, web};

use crate::foundation::App;
use crate::web::Problem;

/// The process answers.
#[get("/health/live")]
pub async fn live() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// The database answers and no migration is pending.
#[get("/health/ready")]
pub async fn ready(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let app = app.get_ref().clone();
    crate::web::off_thread(move || app.store.read(|_| Ok::<(), crate::foundation::Refusal>(())))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
