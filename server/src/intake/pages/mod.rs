//! The room's pages: the call, its receipt, the day's log, the queue, one intake.

use actix_web::web;

mod call;
mod confirm;
mod contacts;
mod look;
mod offered;
mod queue;
mod reading;
mod said;
mod sorting;
mod typed;

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    call::pages(config);
    contacts::pages(config);
    queue::pages(config);
    look::pages(config);
    confirm::pages(config);
    sorting::pages(config);
}
