//! `/health/live` and `/health/ready`: for whoever runs the machine. They say nothing else.

use actix_web::{HttpResponse, get, web};

use crate::foundation::{App, Broken, Refusal};
use crate::web::Problem;

/// The process answers.
#[get("/health/live")]
pub async fn live() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// The database answers and no migration is pending. Behind no lane: whoever runs the machine must
/// be able to tell a full house from a dead one.
#[get("/health/ready")]
pub async fn ready(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let app = app.get_ref().clone();
    tokio::task::spawn_blocking(move || app.store.read(|_| Ok::<(), Refusal>(())))
        .await
        .map_err(|why| Broken::new("the database was not asked", &why))
        .map_err(Refusal::from)??;
    Ok(HttpResponse::NoContent().finish())
}
