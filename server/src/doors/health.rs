//! `/health/live` and `/health/ready`: for whoever runs the machine. They say nothing else.

use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::{HttpResponse, get, web};

use crate::foundation::{App, Broken, Refusal};
use crate::web::Problem;

/// The process answers.
#[get("/health/live")]
pub async fn live() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// Whether the work of every second, which reads and writes, went well the last time.
#[derive(Debug)]
pub struct Pulse(AtomicBool);

impl Default for Pulse {
    fn default() -> Self {
        Self(AtomicBool::new(true))
    }
}

impl Pulse {
    /// Notes how it went.
    pub fn beat(&self, well: bool) {
        self.0.store(well, Ordering::Relaxed);
    }
}

/// The database is where it was, can be read, and could be written a second ago. Behind no lane: whoever runs the machine must
/// be able to tell a full house from a dead one.
#[get("/health/ready")]
pub async fn ready(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let app = app.get_ref().clone();
    if !app.memory::<Pulse>().0.load(Ordering::Relaxed) || !app.store.is_in_place() {
        return Err(Problem(Refusal::Busy(5)));
    }
    tokio::task::spawn_blocking(move || app.store.read(|_| Ok::<(), Refusal>(())))
        .await
        .map_err(|why| Broken::new("the database was not asked", &why))
        .map_err(Refusal::from)??;
    Ok(HttpResponse::NoContent().finish())
}
